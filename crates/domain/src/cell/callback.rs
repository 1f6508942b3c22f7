//! Calls that are owed to a person: by whom, until when, and what came of each (issue of the cell: "call-backs").

use crate::stable::stable_words;
use chrono::NaiveDate;

stable_words! {
    /// Where a call that is owed stands.
    pub enum CallState in "call-state" {
        /// Nobody called yet.
        Owed = "owed",
        /// The person was reached.
        Reached = "reached",
        /// Nobody answered; whoever wants to try again owes another call.
        NotReached = "not-reached",
        /// It is not needed any more.
        Needless = "needless",
        /// The person died (duty D6).
        Died = "died",
    }
}

/// Why a call does not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CallFault {
    /// It would be owed on a day that has passed.
    #[error("a call is not owed on a day that has passed")]
    DueInPast,
    /// It ended before.
    #[error("this call has ended")]
    Ended,
    /// What was said, or why it did not come about, is missing.
    #[error("the outcome of a call is said in words")]
    WordsMissing,
}

impl CallState {
    /// What staff may write down as the end of a call; a death ends it by itself.
    pub const ENDS: [Self; 3] = [Self::Reached, Self::NotReached, Self::Needless];

    /// The state after somebody wrote down what came of it.
    ///
    /// # Errors
    /// [`CallFault`].
    pub fn end(self, with: Self, words: &str) -> Result<Self, CallFault> {
        if self != Self::Owed || with == Self::Owed {
            return Err(CallFault::Ended);
        }
        let is_silent = words.trim().is_empty();
        if is_silent && matches!(with, Self::Reached | Self::Needless) {
            return Err(CallFault::WordsMissing);
        }
        Ok(with)
    }

    /// Whether ending it so was a contact with the person.
    pub const fn is_contact(self) -> bool {
        matches!(self, Self::Reached)
    }
}

/// Checks the day by which a call is owed.
///
/// # Errors
/// [`CallFault::DueInPast`].
pub fn owed_by(due: NaiveDate, today: NaiveDate) -> Result<NaiveDate, CallFault> {
    if due < today { Err(CallFault::DueInPast) } else { Ok(due) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_call_ends_once_and_never_begins_again(
            steps in proptest::collection::vec((0usize..5, proptest::bool::ANY), 0..8),
        ) {
            let mut state = CallState::Owed;
            let mut ends = 0;
            for (with, speaks) in steps {
                if let Ok(next) = state.end(CallState::ALL[with], if speaks { "dit" } else { "" }) {
                    prop_assert_ne!(next, CallState::Owed);
                    prop_assert!(speaks || !next.is_contact());
                    ends += 1;
                    state = next;
                }
            }
            prop_assert!(ends <= 1);
        }
    }

    #[test]
    fn a_call_is_owed_from_today_on() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(owed_by(day("2026-11-23"), day("2026-11-23")).is_ok());
        assert_eq!(owed_by(day("2026-11-22"), day("2026-11-23")), Err(CallFault::DueInPast));
    }
}
