//! The network of a disorder: the code by which requests are grouped.

use crate::state::Knowledge;
use ariane_domain::OrphaCode;

/// The European network to which the rules route a disorder first; empty where none covers it.
pub fn network_of(knowledge: &Knowledge, disorder: Option<OrphaCode>) -> String {
    let Some(code) = disorder else { return String::new() };
    let route = knowledge.rules.route(&knowledge.catalogue, code);
    route.ern.into_iter().next().map(|first| first.network).unwrap_or_default()
}
