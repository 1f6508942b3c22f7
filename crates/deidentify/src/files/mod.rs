//! Files: what names a person is taken out of pictures, PDF documents and DICOM objects.
//!
//! A file comes from outside: its type is told by its content, every length in it is checked against what is there,
//! memory is bounded by the size of the file and [`LARGEST`].

pub mod dicom;
pub mod exif;
pub mod jpeg;
pub mod pdf;
pub mod png;

use crate::examine::{About, Reader};
use crate::finding::Examination;
use serde::Serialize;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 256 << 20;

/// Kinds of file that can be cleaned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// JPEG picture.
    Jpeg,
    /// PNG picture.
    Png,
    /// PDF document.
    Pdf,
    /// DICOM object (part 10 file).
    Dicom,
}

impl FileKind {
    /// By the first bytes.
    pub fn of_content(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else if bytes.get(128..132) == Some(b"DICM") {
            Some(Self::Dicom)
        } else {
            None
        }
    }

    /// By the ending of a file's name; none for an ending that says nothing.
    pub fn of_name(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match ending.as_str() {
            "jpg" | "jpeg" | "jpe" | "jfif" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "pdf" => Some(Self::Pdf),
            "dcm" | "dicom" => Some(Self::Dicom),
            _ => None,
        }
    }
}

/// Why a file cannot be cleaned. No variant carries content of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// None of the kinds that can be cleaned.
    #[error("the file is no JPEG, PNG, PDF or DICOM: it cannot be cleaned here")]
    UnknownKind,
    /// Its name says one kind, its content another.
    #[error("the file is named as {named:?} and holds {found:?}")]
    NameLies {
        /// By its name.
        named: FileKind,
        /// By its content.
        found: FileKind,
    },
    /// Larger than [`LARGEST`], or it would unfold to more than is allowed.
    #[error("the file is too large")]
    TooLarge,
    /// It ends early, or its lengths contradict one another.
    #[error("the file is damaged: {0}")]
    Damaged(&'static str),
    /// Protected by a password.
    #[error("the file is encrypted")]
    Encrypted,
    /// A form of the kind that is not read.
    #[error("this form of the file is not read: {0}")]
    Unsupported(&'static str),
    /// The object says that identifying text is part of the picture.
    #[error("the picture has identifying text burned in; a person has to declare it clean")]
    BurnedIn,
}

/// What was taken out of a file, to be shown to who sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RemovedPart {
    /// Where it stood: a tag, a segment, an entry.
    pub place: String,
    /// What it held, shortened; identifying, never logged.
    pub value: String,
}

impl RemovedPart {
    pub(crate) fn new(place: impl Into<String>, value: &str) -> Self {
        let value: String = value.chars().filter(|c| !c.is_control()).take(120).collect();
        Self { place: place.into(), value: value.trim().to_owned() }
    }

    pub(crate) fn bytes(place: impl Into<String>, count: usize) -> Self {
        Self { place: place.into(), value: format!("{count} bytes") }
    }
}

/// Why a person has to look before the file may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Held {
    /// Its text names somebody: it has to be redacted at its source, or sent as text.
    IdentifyingText,
    /// It has pages without text that can be read: scans, drawings.
    UnreadPages,
    /// It holds pictures, in which text and faces are not looked for.
    Pictures,
    /// Nothing says whether text is burned into the picture.
    PixelsNotDeclared,
    /// The object says that a face can be recognised.
    RecognizableFace,
}

/// A cleaned file.
#[derive(Debug)]
pub struct Cleaned {
    /// What it is.
    pub kind: FileKind,
    /// The file without what was removed.
    pub bytes: Vec<u8>,
    /// What was removed.
    pub removed: Vec<RemovedPart>,
    /// The text of its pages with what was found in it; nothing of it was changed.
    pub pages: Vec<Examination>,
    /// Why it must not leave before a person looked; empty when nothing is known against it.
    pub held: Vec<Held>,
}

/// How to clean.
pub struct Options<'a> {
    /// Reads text within files.
    pub reader: &'a Reader,
    /// What is known.
    pub about: About<'a>,
    /// A person looked at the picture and declares that it shows no name and no face.
    pub declared_clean: bool,
    /// Stands as patient's name and number in DICOM; empty when there is none.
    pub pseudonym: &'a str,
    /// Secret from which new UIDs are derived: files cleaned with one key keep pointing at each other.
    pub uid_key: &'a [u8],
}

/// Cleans a file; `name` is only used to find a type that lies.
pub fn clean(name: Option<&str>, bytes: &[u8], options: &Options<'_>) -> Result<Cleaned, FileError> {
    if bytes.len() > LARGEST {
        return Err(FileError::TooLarge);
    }
    let found = FileKind::of_content(bytes).ok_or(FileError::UnknownKind)?;
    if let Some(named) = name.and_then(FileKind::of_name).filter(|named| *named != found) {
        return Err(FileError::NameLies { named, found });
    }
    match found {
        FileKind::Jpeg => jpeg::clean(bytes),
        FileKind::Png => png::clean(bytes),
        FileKind::Pdf => pdf::clean(bytes, options),
        FileKind::Dicom => dicom::clean(bytes, options),
    }
}
