//! What was read from a file or a text: proposed as entries, written down only where somebody ticks them. Whatever was not
//! understood is said, never dropped in silence.

use super::entry::{Entry, Kept};
use crate::stable::stable_words;

stable_words! {
    /// Why something of a file is not proposed.
    pub enum PassedOver in "passed-over" {
        /// Its code is of no system that we read.
        ForeignCode = "foreign-code",
        /// Entered in error, refuted, or not given, as the file says itself.
        NotValid = "not-valid",
        /// What it says is not kept in a clinical summary.
        NotKept = "not-kept",
        /// It could not be read.
        Unreadable = "unreadable",
        /// There were more than fit.
        TooMany = "too-many",
    }
}

/// What a file proposes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposals {
    /// Entries, in the order of the file.
    pub entries: Vec<Entry>,
    /// What was not proposed: why, and what it was, in the words of the file.
    pub passed_over: Vec<(PassedOver, String)>,
}

/// Whether an entry is ticked beforehand: what stands there already is shown and not offered again.
pub fn is_new(there: &[Kept], before: &[Entry], entry: &Entry) -> bool {
    !there.iter().any(|one| one.entry.is_same_as(entry)) && !before.iter().any(|one| one.is_same_as(entry))
}

#[cfg(test)]
mod tests {
    use super::super::entry::Allergy;
    use super::*;

    #[test]
    fn what_stands_there_already_is_not_offered_twice() {
        let to = |substance: &str| {
            Entry::Allergy(Allergy { substance: substance.into(), reaction: String::new() })
        };
        let there = [Kept { id: uuid::Uuid::nil(), entry: to("Pénicilline") }];
        assert!(!is_new(&there, &[], &to("pénicilline")));
        assert!(is_new(&there, &[], &to("latex")));
        assert!(!is_new(&there, &[to("latex")], &to("Latex")));
    }
}
