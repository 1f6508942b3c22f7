//! Marks on a checklist: an item is done, or set aside with a reason; nothing is struck out in silence.

use crate::stable::stable_words;

stable_words! {
    /// What became of an item of a checklist.
    pub enum Mark in "check-mark" {
        /// It is done.
        Done = "done",
        /// It does not apply, or is not wanted; the reason stands beside it.
        Aside = "aside",
    }
}

/// Why a mark is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MarkFault {
    /// Set aside without a reason.
    #[error("what is set aside says why")]
    ReasonMissing,
}

/// Checks a mark with the words beside it.
///
/// # Errors
/// [`MarkFault`].
pub fn check_mark(mark: Mark, words: &str) -> Result<(), MarkFault> {
    match mark {
        Mark::Aside if words.trim().is_empty() => Err(MarkFault::ReasonMissing),
        Mark::Aside | Mark::Done => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_aside_says_why() {
        assert_eq!(check_mark(Mark::Aside, " \n"), Err(MarkFault::ReasonMissing));
        assert!(check_mark(Mark::Aside, "suivi à Trèves").is_ok() && check_mark(Mark::Done, "").is_ok());
    }
}
