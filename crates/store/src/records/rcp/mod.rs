//! The RCP (multidisciplinary meeting): series, sessions, who is invited, which files are listed, what is advised.
//!
//! * [`series`]: RCPs that recur, with quorum and window of reading;
//! * [`sessions`]: one session, from its plan to a report that is sent;
//! * [`participants`]: who is invited, comes, was there;
//! * [`listing`]: which files are discussed; [`advice`]: the advice on each, and whether the person was told;
//! * [`passing`]: how its report reached who treats the person;
//! * [`attending`]: what somebody sees who is invited;
//! * [`own`]: what the person is given of it.
//!
//! Stretches of time are kept, never only the present state: the right to read is computed from them (`cell::admission`).
//! What is about a person is sealed with their key; name, place and link of a meeting with the installation's.

pub mod advice;
pub mod attending;
pub mod listing;
pub mod own;
pub mod participants;
pub mod passing;
pub mod series;
pub mod sessions;

use crate::records::cell::CellError;
use ariane_domain::cell::rcp::{AdviceFault, RcpFault};

/// The stream of the log in which a session stands.
fn stream(session: uuid::Uuid) -> String {
    format!("rcp/{session}")
}

impl From<RcpFault> for CellError {
    fn from(fault: RcpFault) -> Self {
        match fault {
            RcpFault::Refused(refused) => refused.into(),
            RcpFault::NoQuorum { .. } => Self::Rule("no-quorum"),
            RcpFault::OutOfOrder => Self::Rule("out-of-order"),
            RcpFault::InPast => Self::Rule("in-past"),
            RcpFault::NotPassedOn { .. } => Self::Rule("not-passed-on"),
        }
    }
}

impl From<AdviceFault> for CellError {
    fn from(fault: AdviceFault) -> Self {
        Self::Rule(match fault {
            AdviceFault::NotOnList => "not-on-list",
            AdviceFault::NoPhysician => "no-physician",
            AdviceFault::NotPresent => "not-present",
            AdviceFault::Twice => "dissents-twice",
        })
    }
}
