//! What is written in a file of the psycho-social service. Its notes are its own: the cell reads what is addressed to it.

use crate::stable::stable_words;
use chrono::NaiveDate;

stable_words! {
    /// Kind of an entry.
    pub enum EntryKind in "service-entry" {
        /// A talk with the person or who stands by them.
        Contact = "contact",
        /// Something done for the person: a form, a call to an office, an escort.
        Act = "act",
        /// A note of the service, for itself.
        Note = "note",
        /// A word to the cell.
        ToCell = "to-cell",
        /// A word of the cell to the service.
        FromCell = "from-cell",
        /// Why it was declined, offered again, or ended.
        Change = "change",
    }
}

impl EntryKind {
    /// What a worker of the service writes.
    pub const OF_SERVICE: [Self; 4] = [Self::Contact, Self::Act, Self::Note, Self::ToCell];

    /// Whether the coordinators of the cell read it. Default is no access: the rest is between the person and the service.
    pub const fn is_read_by_cell(self) -> bool {
        matches!(self, Self::ToCell | Self::FromCell | Self::Change)
    }
}

/// Why an entry is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryFault {
    /// No words.
    #[error("an entry has words")]
    Empty,
    /// More than an entry.
    #[error("an entry has at most {LONGEST} signs")]
    TooLong,
    /// A day that has not come.
    #[error("the day has not come")]
    Ahead,
    /// Nobody reads on the other side.
    #[error("the cell has no file of this person")]
    NoCase,
    /// Not theirs to write.
    #[error("this is written by the other side")]
    NotYours,
}

/// Longest entry, in signs.
pub const LONGEST: usize = 20_000;

/// Checks an entry of a kind, dated `on`; `has_case` says whether the cell has a file of the person. `today` is the day at the
/// office.
///
/// # Errors
/// [`EntryFault`].
pub fn check(
    kind: EntryKind,
    on: NaiveDate,
    text: &str,
    has_case: bool,
    today: NaiveDate,
) -> Result<String, EntryFault> {
    let text = text.trim();
    match text.chars().count() {
        0 => return Err(EntryFault::Empty),
        count if count > LONGEST => return Err(EntryFault::TooLong),
        _ => {}
    }
    if on > today {
        return Err(EntryFault::Ahead);
    }
    if matches!(kind, EntryKind::ToCell | EntryKind::FromCell) && !has_case {
        return Err(EntryFault::NoCase);
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cell_reads_what_is_addressed_to_it_and_nothing_else() {
        let read: Vec<EntryKind> = EntryKind::ALL.into_iter().filter(|kind| kind.is_read_by_cell()).collect();
        assert_eq!(read, [EntryKind::ToCell, EntryKind::FromCell, EntryKind::Change]);
    }

    #[test]
    fn an_entry_has_words_a_day_that_came_and_a_reader() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-23");
        let write = |kind, on: &str, text: &str, has_case| check(kind, day(on), text, has_case, today);
        assert_eq!(write(EntryKind::Note, "2026-11-23", " ", true), Err(EntryFault::Empty));
        assert_eq!(write(EntryKind::Note, "2026-11-24", "vu", true), Err(EntryFault::Ahead));
        assert_eq!(write(EntryKind::ToCell, "2026-11-23", "vu", false), Err(EntryFault::NoCase));
        assert_eq!(write(EntryKind::Contact, "2026-11-20", " vu ", false).as_deref(), Ok("vu"));
        let long = "é".repeat(LONGEST + 1);
        assert_eq!(write(EntryKind::Note, "2026-11-23", &long, true), Err(EntryFault::TooLong));
    }
}
