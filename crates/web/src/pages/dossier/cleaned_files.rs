//! The files of a dossier as they would leave: cleaned by `ariane_deidentify`, and what a human has to look at before.

use super::texts::{self, Found, READER};
use ariane_deidentify::About;
use ariane_deidentify::files::{self, Cleaned, FileError, FileKind, Held, Options, RemovedPart};
use ariane_domain::Language;
use ariane_domain::dossier::enclosure::Brought;
use ariane_domain::dossier::{Enclosed, Enclosure, EnclosureFault, EnclosureForm, Looked};
use ariane_store::records::care::documents::Document;
use ariane_store::records::dossier::Outline;
use ariane_store::records::dossier::draft::Material;
use ariane_store::records::dossier::enclosures::{Chosen, Leaving};

/// Types of documents that can be cleaned.
pub const CLEANABLE: [&str; 4] = ["application/pdf", "image/jpeg", "image/png", "application/dicom"];

/// A chosen document, and what would leave of it.
#[derive(Debug)]
pub struct Prepared {
    /// What was said of it.
    pub enclosure: Enclosure,
    /// The document; none where it is no longer in the file.
    pub document: Option<Document>,
    /// What was taken out of the file.
    pub removed: Vec<RemovedPart>,
    /// What its text says that names somebody, each word once.
    pub found: Vec<Found>,
    /// Why a human has to look.
    pub held: Vec<Held>,
    /// Why it cannot be cleaned.
    pub error: Option<FileError>,
    /// What would leave, whether it may or not: for who looks at it.
    pub preview: Option<Leaving>,
    /// Whether it may leave.
    pub standing: Result<(), EnclosureFault>,
}

/// The files of a draft as they would leave. The same file and order always give the same bytes.
pub fn prepared(material: &Material, outline: &Outline, language: Language) -> Vec<Prepared> {
    let known = texts::known(material);
    let about = texts::about(&known, &outline.order, language);
    material.chosen.iter().enumerate().map(|(at, one)| prepare(one, at + 1, outline, about)).collect()
}

fn prepare(chosen: &Chosen, place: usize, outline: &Outline, about: About<'_>) -> Prepared {
    let mut prepared = Prepared {
        enclosure: chosen.enclosure.clone(),
        document: chosen.found.as_ref().map(|(document, _)| document.clone()),
        removed: Vec::new(),
        found: Vec::new(),
        held: Vec::new(),
        error: None,
        preview: None,
        standing: Err(EnclosureFault::Gone),
    };
    let Some((document, bytes)) = &chosen.found else { return prepared };
    let cleaned = match clean(bytes, &chosen.enclosure, outline, about) {
        Ok(cleaned) => cleaned,
        Err(error) => {
            prepared.standing = Err(match error {
                FileError::BurnedIn => EnclosureFault::NobodyLooked,
                _ => EnclosureFault::NotCleanable,
            });
            prepared.error = Some(error);
            return prepared;
        }
    };
    let key = format!("enclosure/{}", document.id);
    let is_without_text = cleaned.pages.is_empty();
    let read = texts::read_pages(cleaned.pages, about, (&outline.order, &chosen.enclosure.kept), &key);
    let brought = Brought {
        names_somebody: read.names_somebody,
        needs_eyes: cleaned
            .held
            .iter()
            .any(|one| matches!(one, Held::UnreadPages | Held::Pictures | Held::PixelsNotDeclared)),
        shows_a_face: cleaned.held.contains(&Held::RecognizableFace),
        is_without_text,
    };
    let (ending, media_type, bytes) = match chosen.enclosure.form {
        EnclosureForm::Text => ("txt", "text/plain; charset=utf-8", read.text.into_bytes()),
        EnclosureForm::File => {
            let (ending, media_type) = named(cleaned.kind);
            (ending, media_type, cleaned.bytes)
        }
    };
    let said = Enclosed {
        name: format!("enclosure-{place}.{ending}"),
        kind: document.kind,
        media_type: media_type.to_owned(),
        size: bytes.len(),
    };
    prepared.standing = chosen.enclosure.may_leave(brought);
    prepared.removed = cleaned.removed;
    prepared.found = read.found;
    prepared.held = cleaned.held;
    prepared.preview = Some(Leaving { document: document.id, said, bytes });
    prepared
}

fn clean(
    bytes: &[u8],
    enclosure: &Enclosure,
    outline: &Outline,
    about: About<'_>,
) -> Result<Cleaned, FileError> {
    let options = |declared_clean| Options {
        reader: &READER,
        about,
        declared_clean,
        pseudonym: &outline.pseudonym,
        uid_key: &outline.uid_key,
    };
    match files::clean(None, bytes, &options(false)) {
        // The object says that text stands in its picture: somebody who looked at this very picture says that it names nobody.
        Err(FileError::BurnedIn) if enclosure.looked == Looked::Clean => {
            files::clean(None, bytes, &options(true))
        }
        other => other,
    }
}

const fn named(kind: FileKind) -> (&'static str, &'static str) {
    match kind {
        FileKind::Jpeg => ("jpg", "image/jpeg"),
        FileKind::Png => ("png", "image/png"),
        FileKind::Pdf => ("pdf", "application/pdf"),
        FileKind::Dicom => ("dcm", "application/dicom"),
    }
}
