//! What the helpline could not give, and why: the ledger behind the yearly report.

use crate::need::NeedCode;
use crate::stable::stable_words;
use serde::{Deserialize, Serialize};

stable_words! {
    /// Why a need was not met.
    pub enum UnmetReason in "unmet-reason" {
        /// No such service exists.
        NoService = "no-service",
        /// It is too far away.
        TooFar = "too-far",
        /// The waiting time is too long.
        WaitingList = "waiting-list",
        /// It costs too much or is not covered.
        Cost = "cost",
        /// It is not offered in a language of the person.
        Language = "language",
        /// The person is too young or too old for it.
        AgeLimit = "age-limit",
        /// No expert is known for the disorder.
        NoExpert = "no-expert",
        /// The service refused.
        Declined = "declined",
        /// Another reason, which the note says.
        Other = "other",
    }
}

/// One entry of the ledger. Its note is free text and therefore kept sealed beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnmetNeed {
    /// What was asked for.
    pub need: NeedCode,
    /// Why it could not be given.
    pub reason: UnmetReason,
}

/// Why an entry is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnmetFault {
    /// "Other" says nothing without a note.
    #[error("the reason `other` needs a note")]
    NoteMissing,
    /// The same need with the same reason stands there already.
    #[error("this need is recorded with this reason already")]
    Twice,
}

impl UnmetNeed {
    /// Checks an entry against those that the request has already.
    ///
    /// # Errors
    /// [`UnmetFault`] for a reason without content, or a repetition that would be counted twice.
    pub fn check(self, recorded: &[UnmetNeed], note: &str) -> Result<Self, UnmetFault> {
        if self.reason == UnmetReason::Other && note.trim().is_empty() {
            return Err(UnmetFault::NoteMissing);
        }
        if recorded.contains(&self) { Err(UnmetFault::Twice) } else { Ok(self) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_needs_a_note_and_nothing_counts_twice() {
        let need = "school-work/school".parse().unwrap();
        let entry = UnmetNeed { need, reason: UnmetReason::Other };
        assert_eq!(entry.check(&[], " "), Err(UnmetFault::NoteMissing));
        assert_eq!(entry.check(&[], "aide humaine"), Ok(entry));
        assert_eq!(entry.check(&[entry], "aide humaine"), Err(UnmetFault::Twice));
        let far = UnmetNeed { need, reason: UnmetReason::TooFar };
        assert_eq!(far.check(&[entry], ""), Ok(far));
    }

    #[test]
    fn every_reason_reads_back() {
        for reason in UnmetReason::ALL {
            assert_eq!(UnmetReason::from_word(reason.word()), Some(reason));
        }
    }
}
