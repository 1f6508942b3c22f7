//! Documents of a file (duty D50: before a meeting or an RCP the person and the doctors send what they have): what they are,
//! who may open them besides the pair, and what the copy of a person's data holds of them.

use super::file::FileState;
use super::letter::ToldBook;
use super::told::{Audience, Delicate};
use crate::stable::stable_words;
use chrono::{DateTime, Utc};

stable_words! {
    /// What a document is.
    pub enum DocumentKind in "document-kind" {
        /// A letter or report of a doctor or a hospital.
        Report = "report",
        /// The report of a genetic test, or a list of variants.
        GeneticReport = "genetic-report",
        /// The words of an RCP or a panel, ours or another's.
        Advice = "advice",
        /// Pictures: X-ray, scan, photograph.
        Imaging = "imaging",
        /// Results of a laboratory that are not genetic.
        Laboratory = "laboratory",
        /// Letters of an authority, an insurer, a school.
        Administrative = "administrative",
        /// An agreement that was signed on paper.
        Agreement = "agreement",
        /// Something else, which the words beside it say.
        Other = "other",
    }
}

impl DocumentKind {
    /// What a human tells first, where it is of that kind (duty D2).
    pub const fn delicate(self) -> Option<Delicate> {
        match self {
            Self::GeneticReport => Some(Delicate::GeneticResult),
            Self::Advice => Some(Delicate::RcpAdvice),
            Self::Report
            | Self::Imaging
            | Self::Laboratory
            | Self::Administrative
            | Self::Agreement
            | Self::Other => None,
        }
    }
}

stable_words! {
    /// From whom a document came.
    pub enum DocumentSource in "document-source" {
        /// From the person or their family.
        Person = "person",
        /// From a doctor or a hospital.
        Doctor = "doctor",
        /// From a laboratory.
        Laboratory = "laboratory",
        /// From a service, an authority, a school.
        Service = "service",
    }
}

/// Whether the copy of a person's data holds the content of a document. What they sent themselves they have already; of the
/// rest, what nobody explained yet waits for a clinician (duty D2).
pub fn is_copied(source: DocumentSource, kind: DocumentKind, told: &ToldBook, now: DateTime<Utc>) -> bool {
    source == DocumentSource::Person || told.release(kind.delicate(), Audience::Person, now).is_ok()
}

/// Most documents of one file: beyond it somebody sorts out first.
pub const MOST_DOCUMENTS: usize = 200;

/// Most documents that a person sends through their private link within a day: who has more writes to the cell.
pub const MOST_SENT_A_DAY: usize = 20;

/// Whether another document that the person sends goes to their file, after `sent` within the last day, wherever those went. Where no
/// file was made of their request (`state` is none) or it has ended, what they send goes to the infoline with their message.
///
/// # Errors
/// [`DocumentFault::TooMany`].
pub const fn may_send(state: Option<FileState>, sent: usize) -> Result<bool, DocumentFault> {
    if sent >= MOST_SENT_A_DAY {
        return Err(DocumentFault::TooMany);
    }
    Ok(matches!(
        state,
        Some(FileState::Received | FileState::AskedBack | FileState::Open | FileState::Dormant)
    ))
}

/// Why a document is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DocumentFault {
    /// No bytes came.
    #[error("the document is empty")]
    Empty,
    /// The file has [`MOST_DOCUMENTS`] already.
    #[error("the file holds too many documents")]
    TooMany,
    /// Of a kind that says nothing, and no words beside it.
    #[error("another kind needs words that say what it is")]
    WordsMissing,
}

/// Whether a document may be added to a file that holds `there` already.
///
/// # Errors
/// [`DocumentFault`].
pub fn may_add(kind: DocumentKind, bytes: usize, about: &str, there: usize) -> Result<(), DocumentFault> {
    if bytes == 0 {
        return Err(DocumentFault::Empty);
    }
    if there >= MOST_DOCUMENTS {
        return Err(DocumentFault::TooMany);
    }
    if kind == DocumentKind::Other && about.trim().is_empty() {
        return Err(DocumentFault::WordsMissing);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::told::Told;
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_genetic_report_is_copied_once_it_was_explained_and_ones_own_papers_always() {
        let now = DateTime::from_timestamp(10, 0).unwrap();
        let told = Told::Explained { by: Uuid::nil(), at: now };
        let book = |told| ToldBook(vec![(Delicate::GeneticResult, told)]);
        let genetic = |source, book: &ToldBook| is_copied(source, DocumentKind::GeneticReport, book, now);
        assert!(!genetic(DocumentSource::Laboratory, &ToldBook::default()));
        assert!(genetic(DocumentSource::Laboratory, &book(told)));
        assert!(!genetic(DocumentSource::Doctor, &book(Told::PrefersNotToKnow { by: Uuid::nil(), at: now })));
        assert!(genetic(DocumentSource::Person, &ToldBook::default()));
        assert!(is_copied(DocumentSource::Doctor, DocumentKind::Report, &ToldBook::default(), now));
    }

    #[test]
    fn what_a_person_sends_goes_to_the_file_while_it_is_followed_and_within_measure() {
        let goes = |state| may_send(Some(state), 0).unwrap();
        assert!(goes(FileState::Open) && goes(FileState::Received) && goes(FileState::Dormant));
        assert!(!goes(FileState::Closed) && !goes(FileState::Refused) && !goes(FileState::Died));
        assert_eq!(may_send(None, 0), Ok(false), "the infoline gets it");
        for state in [Some(FileState::Open), None] {
            assert_eq!(may_send(state, MOST_SENT_A_DAY), Err(DocumentFault::TooMany));
        }
    }

    #[test]
    fn nothing_empty_nothing_unnamed_and_not_without_end() {
        assert_eq!(may_add(DocumentKind::Report, 0, "", 0), Err(DocumentFault::Empty));
        assert_eq!(may_add(DocumentKind::Other, 1, " ", 0), Err(DocumentFault::WordsMissing));
        assert_eq!(may_add(DocumentKind::Report, 1, "", MOST_DOCUMENTS), Err(DocumentFault::TooMany));
        assert_eq!(may_add(DocumentKind::Other, 1, "Carnet", MOST_DOCUMENTS - 1), Ok(()));
    }
}
