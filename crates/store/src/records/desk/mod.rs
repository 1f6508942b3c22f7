//! The listener's desk: what stands beside an enquiry.
//!
//! * [`notes`]: what was confided, under a grant of its own;
//! * [`handovers`]: to the cell and back;
//! * [`unmet`]: what could not be given;
//! * [`tasks`]: what only a human can do, and calls for a colleague;
//! * [`templates`], [`views`]: reply templates and saved views, which name nobody;
//! * [`presence`]: who has an enquiry open;
//! * [`persons`]: last contacts, somebody else's story;
//! * [`deaths`]: a death, and what stops with it;
//! * [`doubles`]: enquiries that were one;
//! * [`search`]: an enquiry by name, number, address.

pub mod deaths;
pub mod doubles;
pub mod handovers;
pub mod notes;
pub mod persons;
pub mod presence;
pub mod search;
pub mod tasks;
pub mod templates;
pub mod unmet;
pub mod views;

use crate::StoreError;
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{Act, Grant};
use uuid::Uuid;

/// The account of who acts: what a member of staff writes down carries their name.
pub(crate) fn account_of<A: Act>(grant: &Grant<A>) -> Result<Uuid, StoreError> {
    match grant.actor() {
        Actor::Staff(staff) => Ok(staff.account),
        _ => Err(StoreError::NotPossible),
    }
}
