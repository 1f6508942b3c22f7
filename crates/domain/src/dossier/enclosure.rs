//! Pictures and reports that go with a dossier: chosen one by one with a reason, cleaned, looked at by a human (duty D11).
//!
//! A machine takes out what describes a file (its headers, its properties) and reads its text; it sees no face and no name within a
//! picture. So a picture leaves only once somebody looked, and a report that names somebody leaves as its text without the names, or
//! once somebody said of every word found that it names nobody.

use crate::cell::document::DocumentKind;
use crate::stable::stable_words;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Most files that go with one dossier: our own choice; who needs more says in the question what else there is.
pub const MOST: usize = 8;

/// What they may weigh together, in bytes: they are cleaned anew whenever the page is looked at.
pub const HEAVIEST: u64 = 40 << 20;

/// Longest reason, in characters.
pub const LONGEST_REASON: usize = 500;

stable_words! {
    /// In which form a document leaves.
    pub enum EnclosureForm in "enclosure-form" {
        /// The file itself, without what describes it.
        File = "file",
        /// The text of its pages, without what names somebody: for reports.
        Text = "text",
    }
}

stable_words! {
    /// What a human said of what can be seen.
    pub enum Looked in "enclosure-looked" {
        /// Nobody looked yet.
        NotYet = "not-yet",
        /// Neither a name nor a face nor anything else by which somebody is known.
        Clean = "clean",
        /// A face, or another part by which somebody may be known, is seen, and the question needs it.
        Needed = "needed",
    }
}

/// A document that is to leave with a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Enclosure {
    /// The document of the file. A document never changes.
    pub document: Uuid,
    /// Why it is needed: each is justified by itself (duty D11).
    pub reason: String,
    /// In which form.
    pub form: EnclosureForm,
    /// What a human said of it.
    pub looked: Looked,
    /// Words found in its text that name nobody, by their keys.
    #[serde(default)]
    pub kept: Vec<String>,
}

/// What cleaning a document brought to light.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Brought {
    /// Something in its text names somebody, or looks as if it did, and nobody said that it does not.
    pub names_somebody: bool,
    /// It holds what no machine looked at: pixels, pages without text.
    pub needs_eyes: bool,
    /// It says itself that somebody can be known by their face.
    pub shows_a_face: bool,
    /// No text was found in it.
    pub is_without_text: bool,
}

/// Why a document does not go with a dossier, or not yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnclosureFault {
    /// It is among them already.
    #[error("it goes along already")]
    Twice,
    /// There are [`MOST`] already.
    #[error("no more go along")]
    TooMany,
    /// Together they weigh more than [`HEAVIEST`].
    #[error("together they are too large")]
    TooHeavy,
    /// It names the person by what it is.
    #[error("papers of this kind stay")]
    NotThisKind,
    /// Nobody said why it is needed, or in too many words.
    #[error("why it is needed is missing")]
    ReasonMissing,
    /// It is no longer among the documents of the file.
    #[error("it is no longer in the file")]
    Gone,
    /// It cannot be cleaned.
    #[error("it cannot be cleaned")]
    NotCleanable,
    /// Its text names somebody.
    #[error("its text names somebody")]
    NamesSomebody,
    /// It has no text that could leave.
    #[error("it has no text")]
    NoText,
    /// Nobody looked.
    #[error("nobody looked at it")]
    NobodyLooked,
    /// It says that a face is seen, and was said to be clean.
    #[error("it says itself that a face is seen")]
    SaysAFace,
}

/// Whether a document of a kind may be chosen at all: an agreement is signed with a name, and its days are in the dossier.
pub const fn may_be_chosen(kind: DocumentKind) -> bool {
    !matches!(kind, DocumentKind::Agreement)
}

/// Whether another document may go along with those that do, which weigh `weight` bytes together with it.
///
/// # Errors
/// [`EnclosureFault`].
pub fn may_add(
    there: &[Enclosure],
    new: &Enclosure,
    kind: DocumentKind,
    weight: u64,
) -> Result<(), EnclosureFault> {
    let words = new.reason.trim().chars().count();
    match () {
        () if !may_be_chosen(kind) => Err(EnclosureFault::NotThisKind),
        () if there.iter().any(|one| one.document == new.document) => Err(EnclosureFault::Twice),
        () if there.len() >= MOST => Err(EnclosureFault::TooMany),
        () if weight > HEAVIEST => Err(EnclosureFault::TooHeavy),
        () if words == 0 || words > LONGEST_REASON => Err(EnclosureFault::ReasonMissing),
        () => Ok(()),
    }
}

impl Enclosure {
    /// A document, chosen: a report leaves as its text unless somebody says otherwise, a picture as it is.
    pub fn of(document: Uuid, media_type: &str, reason: &str) -> Self {
        let form = if media_type == "application/pdf" { EnclosureForm::Text } else { EnclosureForm::File };
        let reason = reason.trim().to_owned();
        Self { document, reason, form, looked: Looked::NotYet, kept: Vec::new() }
    }

    /// Whether it may leave as it stands.
    ///
    /// # Errors
    /// [`EnclosureFault`].
    pub fn may_leave(&self, brought: Brought) -> Result<(), EnclosureFault> {
        let has_looked = self.looked != Looked::NotYet;
        match self.form {
            EnclosureForm::Text if brought.is_without_text => Err(EnclosureFault::NoText),
            // What names somebody is taken out of it; what was not read is not in it.
            EnclosureForm::Text => Ok(()),
            EnclosureForm::File if brought.names_somebody => Err(EnclosureFault::NamesSomebody),
            EnclosureForm::File if brought.shows_a_face && self.looked == Looked::Clean => {
                Err(EnclosureFault::SaysAFace)
            }
            EnclosureForm::File if (brought.needs_eyes || brought.shows_a_face) && !has_looked => {
                Err(EnclosureFault::NobodyLooked)
            }
            EnclosureForm::File => Ok(()),
        }
    }
}

/// What a dossier says of a file that goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// Name of the file, made of its number: the name that it had may name somebody.
    pub name: String,
    /// What it is.
    pub kind: DocumentKind,
    /// Type of its content.
    pub media_type: String,
    /// Size in bytes.
    pub size: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enclosure(form: EnclosureForm, looked: Looked) -> Enclosure {
        Enclosure { document: Uuid::from_u128(7), reason: "skin".into(), form, looked, kept: Vec::new() }
    }

    #[test]
    fn each_is_chosen_once_with_its_reason_and_within_measure() {
        let new = enclosure(EnclosureForm::File, Looked::NotYet);
        let add =
            |there: &[Enclosure], new: &Enclosure, weight| may_add(there, new, DocumentKind::Imaging, weight);
        assert_eq!(add(&[], &new, HEAVIEST), Ok(()));
        assert_eq!(add(&[], &new, HEAVIEST + 1), Err(EnclosureFault::TooHeavy));
        assert_eq!(add(std::slice::from_ref(&new), &new, 1), Err(EnclosureFault::Twice));
        let others: Vec<Enclosure> = (0..MOST)
            .map(|at| Enclosure { document: Uuid::from_u128(100 + at as u128), ..new.clone() })
            .collect();
        assert_eq!(add(&others, &new, 1), Err(EnclosureFault::TooMany));
        assert_eq!(add(&others[1..], &new, 1), Ok(()));
        for wrong in [" ".to_owned(), "x".repeat(LONGEST_REASON + 1)] {
            assert_eq!(
                add(&[], &Enclosure { reason: wrong, ..new.clone() }, 1),
                Err(EnclosureFault::ReasonMissing)
            );
        }
        let longest = Enclosure { reason: "x".repeat(LONGEST_REASON), ..new.clone() };
        assert_eq!(add(&[], &longest, 1), Ok(()));
        assert_eq!(may_add(&[], &new, DocumentKind::Agreement, 1), Err(EnclosureFault::NotThisKind));
    }

    #[test]
    fn a_report_is_sent_as_its_text_unless_somebody_says_otherwise() {
        let form = |media_type| Enclosure::of(Uuid::from_u128(7), media_type, " skin ").form;
        assert_eq!(form("application/pdf"), EnclosureForm::Text);
        assert_eq!(form("image/jpeg"), EnclosureForm::File);
    }

    #[test]
    fn a_picture_leaves_once_somebody_looked() {
        let seen = |looked, brought| enclosure(EnclosureForm::File, looked).may_leave(brought);
        let picture = Brought { needs_eyes: true, ..Brought::default() };
        assert_eq!(seen(Looked::NotYet, picture), Err(EnclosureFault::NobodyLooked));
        assert_eq!(seen(Looked::Clean, picture), Ok(()));
        assert_eq!(seen(Looked::Needed, picture), Ok(()));
        let face = Brought { shows_a_face: true, ..Brought::default() };
        assert_eq!(seen(Looked::NotYet, face), Err(EnclosureFault::NobodyLooked));
        assert_eq!(seen(Looked::Clean, face), Err(EnclosureFault::SaysAFace));
        assert_eq!(seen(Looked::Needed, face), Ok(()));
        assert_eq!(seen(Looked::NotYet, Brought::default()), Ok(()), "read to its last word");
    }

    #[test]
    fn a_report_that_names_somebody_leaves_as_text_or_not_at_all() {
        let names = Brought { names_somebody: true, needs_eyes: true, ..Brought::default() };
        for looked in Looked::ALL {
            assert_eq!(
                enclosure(EnclosureForm::File, looked).may_leave(names),
                Err(EnclosureFault::NamesSomebody),
                "{looked:?}: no look makes a name go away"
            );
            assert_eq!(enclosure(EnclosureForm::Text, looked).may_leave(names), Ok(()));
        }
        let scan = Brought { is_without_text: true, ..Brought::default() };
        assert_eq!(
            enclosure(EnclosureForm::Text, Looked::Clean).may_leave(scan),
            Err(EnclosureFault::NoText)
        );
    }
}
