//! What who sent somebody to the cell learns of it: that it arrived, what is asked, what was decided. Never what a file holds.

use super::state::ServiceState;
use crate::cell::file::FileState;

/// What of an event of a file is told to who sent the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing: it is the cell's own.
    Nothing,
    /// That it happened, and its coded reason.
    Fact,
    /// The words besides: they were written for who sent the person.
    Words,
}

/// What of an event, by its word, is told.
pub fn told(kind: &str) -> Told {
    match kind {
        "received" | "accept" | "reconsider" | "pause" | "resume" | "close" | "reopen" => Told::Fact,
        "ask-back" | "refuse" | "complete" => Told::Words,
        _ => Told::Nothing,
    }
}

/// Why the service does not send somebody now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// The service does not follow them.
    #[error("the service does not follow this person")]
    NotFollowed,
    /// The cell has a file of them that is not finished.
    #[error("the cell has a file of this person already")]
    AlreadyThere,
}

/// Whether the service may send somebody to the cell, given the file that the cell has of them, if any.
///
/// # Errors
/// [`NotSent`]. A file that was refused or finished is no obstacle: the new one is a new question.
pub const fn may_send(state: ServiceState, case: Option<FileState>) -> Result<(), NotSent> {
    match (state, case) {
        (ServiceState::Followed, None | Some(FileState::Refused | FileState::Closed)) => Ok(()),
        (ServiceState::Followed, Some(_)) => Err(NotSent::AlreadyThere),
        _ => Err(NotSent::NotFollowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_holds_is_not_told_to_who_sent_the_person() {
        for kind in
            ["contact", "analysis-signed", "told", "exchange", "record-death", "clinical-added", "discussed"]
        {
            assert_eq!(told(kind), Told::Nothing, "{kind}");
        }
        assert_eq!(told("close"), Told::Fact, "why in words may hold a result");
        assert_eq!(told("ask-back"), Told::Words);
    }

    #[test]
    fn nobody_has_two_files_at_once() {
        assert_eq!(may_send(ServiceState::Followed, Some(FileState::Open)), Err(NotSent::AlreadyThere));
        assert_eq!(may_send(ServiceState::Followed, Some(FileState::Closed)), Ok(()));
        assert_eq!(may_send(ServiceState::Ended, None), Err(NotSent::NotFollowed));
    }
}
