//! Who received a person's data, and what they answer when the person withdraws or is erased (duty D4; articles 7(3), 17,
//! 19): each is asked by a date, and says "deleted" or "kept under this duty".

use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};

stable_words! {
    /// Who received it.
    pub enum RecipientKind in "recipient" {
        /// The orientation and coordination cell, by a hand-over.
        Cell = "cell",
        /// Another organisation, which answers for its own copy (duty D15).
        Controller = "controller",
        /// Somebody else, by mail or letter.
        Person = "person",
    }
}

stable_words! {
    /// Why a recipient is asked.
    pub enum AskedFor in "recipient-asked" {
        /// The person took the request back: no further use, no further sharing.
        Withdrawal = "withdrawal",
        /// The person's data were erased (articles 17, 19).
        Erasure = "erasure",
    }
}

stable_words! {
    /// What a recipient answered.
    pub enum RecipientAnswer in "recipient-answer" {
        /// Deleted.
        Deleted = "deleted",
        /// Kept, under a duty that is named.
        Kept = "kept",
    }
}

/// Within how many days a recipient is expected to answer; a setting. The regulation says "without undue delay".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term(pub u16);

impl Default for Term {
    fn default() -> Self {
        Self(30)
    }
}

impl Term {
    /// By when.
    pub fn due(self, asked: DateTime<Utc>) -> DateTime<Utc> {
        asked + TimeDelta::days(i64::from(self.0))
    }
}

/// Why an answer cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswerFault {
    /// "Kept" says under which duty.
    #[error("an answer `kept` names the duty under which it is kept")]
    NoDuty,
}

/// Checks an answer: whoever keeps data says under which duty (article 17(3)).
///
/// # Errors
/// [`AnswerFault`].
pub fn check(answer: RecipientAnswer, duty: &str) -> Result<(), AnswerFault> {
    match answer {
        RecipientAnswer::Kept if duty.trim().is_empty() => Err(AnswerFault::NoDuty),
        _ => Ok(()),
    }
}

/// Whether somebody who received it is asked now: not twice for the same, and not for a withdrawal what was deleted
/// already.
pub fn is_asked(asked_for: AskedFor, before: &[(AskedFor, Option<RecipientAnswer>)]) -> bool {
    !before
        .iter()
        .any(|(for_what, answer)| *for_what == asked_for || *answer == Some(RecipientAnswer::Deleted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_keeps_it_says_under_which_duty() {
        assert_eq!(check(RecipientAnswer::Kept, " "), Err(AnswerFault::NoDuty));
        assert_eq!(check(RecipientAnswer::Kept, "dossier médical, dix ans"), Ok(()));
        assert_eq!(check(RecipientAnswer::Deleted, ""), Ok(()));
    }

    #[test]
    fn nobody_is_asked_twice_for_the_same_and_nobody_who_deleted_it() {
        use AskedFor::{Erasure, Withdrawal};
        assert!(is_asked(Withdrawal, &[]));
        assert!(!is_asked(Withdrawal, &[(Withdrawal, None)]));
        assert!(is_asked(Erasure, &[(Withdrawal, Some(RecipientAnswer::Kept))]));
        assert!(!is_asked(Erasure, &[(Withdrawal, Some(RecipientAnswer::Deleted))]));
    }
}
