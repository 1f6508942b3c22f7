//! The file and the hand-over that it came by say one thing: what the cell answers in one is answered in the other.

use super::{FileEvent, FileState};
use crate::cell::machine::Machine as _;
use crate::enquiry::{DeclineReason, HandoverChange, Return};

/// The file was accepted: who wants to end it closes it, and does not decline the hand-over behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file was accepted; it is closed, not declined")]
pub struct WasAccepted;

impl FileEvent {
    /// What the listener is told on the hand-over when this happens to the file.
    pub const fn answers_handover(self) -> Option<HandoverChange> {
        match self {
            Self::Refuse(reason) => Some(HandoverChange::Decline(reason)),
            Self::AskBack => Some(HandoverChange::Return(Return::CallBack)),
            Self::Complete => Some(HandoverChange::Done),
            _ => None,
        }
    }

    /// What happens to a file in this state when its hand-over is answered.
    ///
    /// # Errors
    /// [`WasAccepted`] where a hand-over is declined whose file is followed already.
    pub fn on_answer(state: FileState, change: HandoverChange) -> Result<Option<Self>, WasAccepted> {
        let is_possible = |event: Self| state.next(event.change()).is_some().then_some(event);
        match change {
            HandoverChange::Decline(reason) => is_possible(Self::Refuse(reason)).map(Some).ok_or(WasAccepted),
            // A call can be asked for at any time; only before the decision does the file wait for it.
            HandoverChange::Return(Return::CallBack) => Ok(is_possible(Self::AskBack)),
            HandoverChange::Done => Ok(is_possible(Self::Complete)),
            HandoverChange::Return(Return::Sentence) | HandoverChange::Receive | HandoverChange::Recall => {
                Ok(None)
            }
        }
    }

    /// Whether it says nothing without words: what is asked back, and a reason that is none of the list.
    pub const fn needs_words(self) -> bool {
        use super::{CloseReason, PauseReason};
        matches!(
            self,
            Self::AskBack
                | Self::Refuse(DeclineReason::Other)
                | Self::Pause { reason: PauseReason::Other, .. }
                | Self::Close(CloseReason::Other)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_in_the_file_and_one_on_the_hand_over_are_the_same() {
        for event in [FileEvent::AskBack, FileEvent::Refuse(DeclineReason::NotRare)] {
            let change = event.answers_handover().unwrap();
            assert_eq!(FileEvent::on_answer(FileState::Received, change), Ok(Some(event)));
        }
        let done = FileEvent::Complete.answers_handover().unwrap();
        assert_eq!(FileEvent::on_answer(FileState::AskedBack, done), Ok(Some(FileEvent::Complete)));
    }

    #[test]
    fn what_is_followed_is_not_declined_but_a_call_may_be_asked_for() {
        let decline = HandoverChange::Decline(DeclineReason::NotRare);
        assert_eq!(FileEvent::on_answer(FileState::Open, decline), Err(WasAccepted));
        let call = HandoverChange::Return(Return::CallBack);
        assert_eq!(FileEvent::on_answer(FileState::Open, call), Ok(None));
    }

    #[test]
    fn a_question_has_words() {
        assert!(FileEvent::AskBack.needs_words() && FileEvent::Refuse(DeclineReason::Other).needs_words());
        assert!(!FileEvent::Accept.needs_words() && !FileEvent::Refuse(DeclineReason::NotRare).needs_words());
    }
}
