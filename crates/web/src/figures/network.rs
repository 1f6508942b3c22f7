//! The network of a disorder: the code by which requests and files are grouped.

use crate::state::Knowledge;
use ariane_domain::OrphaCode;

/// The European network to which the rules route a disorder first; empty where none covers it.
pub fn network_of(knowledge: &Knowledge, disorder: Option<OrphaCode>) -> String {
    knowledge.rules.counted_under(&knowledge.catalogue, disorder)
}
