//! A file that nobody may read for want of the person's agreement, where following rests on it: how it ends.

use super::{CloseReason, FileEvent, FileState};
use crate::enquiry::DeclineReason;

impl FileEvent {
    /// What ends a file in this state whose person said no, or whom nobody could ask; none where it has ended already.
    pub const fn for_want_of_agreement(state: FileState, said_no: bool) -> Option<Self> {
        match (state, said_no) {
            (FileState::Received | FileState::AskedBack, true) => {
                Some(Self::Refuse(DeclineReason::PersonDoesNotWant))
            }
            (FileState::Received | FileState::AskedBack, false) => {
                Some(Self::Refuse(DeclineReason::Incomplete))
            }
            (FileState::Open | FileState::Dormant, true) => Some(Self::Close(CloseReason::PersonAsked)),
            (FileState::Open | FileState::Dormant, false) => Some(Self::Close(CloseReason::Unreachable)),
            (FileState::Refused | FileState::Closed | FileState::Died, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::machine::Machine as _;

    #[test]
    fn every_file_that_runs_can_end_and_says_why() {
        for state in FileState::ALL {
            for said_no in [true, false] {
                let event = FileEvent::for_want_of_agreement(state, said_no);
                let is_over = matches!(state, FileState::Refused | FileState::Closed | FileState::Died);
                assert_eq!(event.is_none(), is_over, "{state:?}");
                let Some(event) = event else { continue };
                assert!(state.next(event.change()).is_some() && !event.needs_words(), "{state:?}");
                let by_the_person = matches!(
                    event,
                    FileEvent::Refuse(DeclineReason::PersonDoesNotWant)
                        | FileEvent::Close(CloseReason::PersonAsked)
                );
                assert_eq!(by_the_person, said_no, "{state:?}");
            }
        }
    }
}
