//! Files that came with a message, and whether they may be opened.

use crate::limits::Limits;

use super::archive::Budget;
use super::sniff::{self, Kind};
use super::{archive, declared, file_name};

/// Why a file is not offered for opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Larger than the limit.
    TooLarge,
    /// One of more files than are accepted.
    TooMany,
    /// A kind that is not accepted.
    NotAllowed,
    /// The bytes are not what type or name say.
    Mismatch,
    /// A program, script or macro, or an archive or message that holds one.
    Executable,
    /// Encrypted: nobody can say what it holds.
    Encrypted,
    /// An archive made to fill memory or disk.
    Bomb,
    /// An archive whose names lead elsewhere.
    UnsafePath,
    /// Damaged, or packed in a way that cannot be looked into.
    Unreadable,
}

impl Refusal {
    /// A stable word for the store and translation keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::TooMany => "too-many",
            Self::NotAllowed => "not-allowed",
            Self::Mismatch => "mismatch",
            Self::Executable => "executable",
            Self::Encrypted => "encrypted",
            Self::Bomb => "bomb",
            Self::UnsafePath => "unsafe-path",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Whether a file may be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// May be opened, as the kind that was found.
    Accept(Kind),
    /// Not offered for opening.
    Refuse(Refusal),
}

/// A file that came with a message.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// A harmless file name, always with something in it.
    pub name: String,
    /// The type the sender declared, in lower case. Not to be used for handing the file out: see
    /// [`Attachment::media_type`].
    pub declared: String,
    /// The kind its bytes show.
    pub found: Kind,
    /// Whether it may be opened.
    pub verdict: Verdict,
    /// A picture or file shown within the text, not beside it.
    pub inline: bool,
    /// SHA-256 of the bytes.
    pub digest: [u8; 32],
    /// The decoded content.
    pub bytes: Vec<u8>,
}

impl Attachment {
    /// Judges a file that came by another way than mail, under the name and type that its sender gives it, with the rules for
    /// files of a message. A message is none: nobody looked into it.
    pub fn judged(name: &str, declared: &str, bytes: Vec<u8>, limits: &Limits) -> Self {
        let found = Found {
            name: Some(name.to_owned()),
            declared: declared.to_owned(),
            inline: false,
            bytes,
            within: None,
            unread: false,
        };
        let judged = judge(found, 1, limits, &mut Budget::new(limits));
        match judged.verdict {
            Verdict::Accept(Kind::Message) => {
                Self { verdict: Verdict::Refuse(Refusal::NotAllowed), ..judged }
            }
            _ => judged,
        }
    }

    /// The type to hand the file out under: by its verdict, never by its declaration.
    pub fn media_type(&self) -> &'static str {
        match self.verdict {
            Verdict::Accept(kind) => kind.media_type(),
            Verdict::Refuse(_) => "application/octet-stream",
        }
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }
}

impl std::fmt::Debug for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attachment")
            .field("found", &self.found)
            .field("verdict", &self.verdict)
            .field("size", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

/// A file as it was found in a message, before any judgement.
pub(crate) struct Found {
    pub name: Option<String>,
    pub declared: String,
    pub inline: bool,
    pub bytes: Vec<u8>,
    /// The verdict over a message within the message, from its own files.
    pub within: Option<Refusal>,
    /// A bound kept it from being looked into.
    pub unread: bool,
}

/// Judges a file. `number` counts from one and gives a nameless file its name.
pub(crate) fn judge(found: Found, number: usize, limits: &Limits, budget: &mut Budget) -> Attachment {
    let sniffed = sniff::sniff(&found.bytes);
    let name = found.name.as_deref().and_then(file_name::clean);
    let verdict = verdict(&found, name.as_deref(), sniffed, number, limits, budget);
    let kind = match verdict {
        Verdict::Accept(kind) => kind,
        Verdict::Refuse(_) => sniffed,
    };
    Attachment {
        name: name.unwrap_or_else(|| format!("{number}.{}", usual_extension(kind))),
        declared: crate::fold::single_line(&found.declared, 100),
        found: kind,
        verdict,
        inline: found.inline,
        digest: super::sha256(&found.bytes),
        bytes: found.bytes,
    }
}

fn verdict(
    found: &Found,
    name: Option<&str>,
    sniffed: Kind,
    number: usize,
    limits: &Limits,
    budget: &mut Budget,
) -> Verdict {
    let refuse = Verdict::Refuse;
    let extension = name.and_then(file_name::extension);
    let claimed = declared::declared(&found.declared, extension.as_deref());
    let named = extension.as_deref().and_then(declared::by_extension);
    if number > limits.attachments {
        return refuse(Refusal::TooMany);
    }
    if found.bytes.len() > limits.attachment {
        return refuse(Refusal::TooLarge);
    }
    if found.unread {
        return refuse(Refusal::Unreadable);
    }
    if let Some(refusal) = found.within {
        return refuse(refusal);
    }
    if sniffed == Kind::Executable || named == Some(Kind::Executable) || claimed == Some(Kind::Executable) {
        return refuse(Refusal::Executable);
    }
    if sniffed == Kind::Encrypted || claimed == Some(Kind::Encrypted) {
        return refuse(Refusal::Encrypted);
    }
    if claimed == Some(Kind::Message) {
        return Verdict::Accept(Kind::Message);
    }
    let kind = match sniffed {
        Kind::Zip => match archive::examine(&found.bytes, budget) {
            Ok(kind) => kind,
            Err(refusal) => return refuse(refusal),
        },
        Kind::OldOffice => match compound(&found.bytes) {
            Some(refusal) => return refuse(refusal),
            None => Kind::OldOffice,
        },
        Kind::Text if claimed == Some(Kind::Signature) => Kind::Signature,
        Kind::Unknown if claimed == Some(Kind::Signature) => Kind::Signature,
        // Sound without a signature of its own.
        Kind::Unknown if claimed == Some(Kind::Audio) => Kind::Audio,
        other => other,
    };
    match kind {
        Kind::Unknown | Kind::OtherArchive | Kind::Markup | Kind::Tnef => {
            let other = claimed.is_some_and(|c| c != kind && c != Kind::Signature);
            return refuse(if other { Refusal::Mismatch } else { Refusal::NotAllowed });
        }
        _ => {}
    }
    if [claimed, named].into_iter().flatten().any(|claim| !claim.agrees(kind)) {
        return refuse(Refusal::Mismatch);
    }
    Verdict::Accept(kind)
}

/// What a compound file (Word, Excel until 2003, and the shell of encrypted newer ones) must not hold.
fn compound(bytes: &[u8]) -> Option<Refusal> {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &wide).is_some()
    };
    if holds("_VBA_PROJECT") || holds("Macros") {
        return Some(Refusal::Executable);
    }
    holds("EncryptedPackage").then_some(Refusal::Encrypted)
}

fn usual_extension(kind: Kind) -> &'static str {
    match kind {
        Kind::Pdf => "pdf",
        Kind::Png => "png",
        Kind::Jpeg => "jpg",
        Kind::Gif => "gif",
        Kind::Webp => "webp",
        Kind::Tiff => "tif",
        Kind::Bmp => "bmp",
        Kind::Heif => "heic",
        Kind::Dicom => "dcm",
        Kind::Docx => "docx",
        Kind::Xlsx => "xlsx",
        Kind::Pptx => "pptx",
        Kind::OpenDocument => "odt",
        Kind::Rtf => "rtf",
        Kind::Zip => "zip",
        Kind::Text => "txt",
        Kind::Message => "eml",
        Kind::Signature => "sig",
        _ => "bin",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(name: &str, declared: &str, bytes: &[u8]) -> Verdict {
        let found = Found {
            name: Some(name.into()),
            declared: declared.into(),
            inline: false,
            bytes: bytes.to_vec(),
            within: None,
            unread: false,
        };
        let limits = Limits { attachment: 1_000, ..Limits::default() };
        judge(found, 1, &limits, &mut Budget::new(&limits)).verdict
    }

    #[test]
    fn a_file_that_is_handed_in_is_judged_like_one_that_was_mailed() {
        let judged = |name, declared, bytes: &[u8]| {
            Attachment::judged(name, declared, bytes.to_vec(), &Limits::default()).verdict
        };
        assert_eq!(judged("a.pdf", "application/pdf", b"%PDF-1.7"), Verdict::Accept(Kind::Pdf));
        assert_eq!(judged("a.pdf", "application/pdf", b"MZ\x90\0"), Verdict::Refuse(Refusal::Executable));
        assert_eq!(judged("a.png", "image/png", b"%PDF-1.7"), Verdict::Refuse(Refusal::Mismatch));
        let mail = judged("a.eml", "message/rfc822", b"From: a");
        assert_eq!(mail, Verdict::Refuse(Refusal::NotAllowed));
    }

    #[test]
    fn verdicts() {
        let accept = Verdict::Accept;
        let refuse = Verdict::Refuse;
        let encrypted: Vec<u8> = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
            .iter()
            .copied()
            .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        for (name, declared, bytes, expected) in [
            ("a.pdf", "application/pdf", &b"%PDF-1.4"[..], accept(Kind::Pdf)),
            ("a.pdf", "application/octet-stream", b"%PDF-1.4", accept(Kind::Pdf)),
            ("a.pdf", "application/pdf", b"MZ\x90\0\x03", refuse(Refusal::Executable)),
            ("a.pdf", "application/pdf", b"<html><script>", refuse(Refusal::Mismatch)),
            ("a.pdf.exe", "application/pdf", b"%PDF-1.4", refuse(Refusal::Executable)),
            ("a.jpg", "image/jpeg", b"\x89PNG\r\n\x1a\n", accept(Kind::Png)),
            ("a.png", "image/png", b"%PDF-1.4", refuse(Refusal::Mismatch)),
            ("a.exe.txt", "text/plain", b"hello", accept(Kind::Text)),
            ("page.html", "text/html", b"<html>", refuse(Refusal::Executable)),
            ("x.svg", "image/svg+xml", b"<svg>", refuse(Refusal::Executable)),
            ("x", "text/html", b"<p><script>", refuse(Refusal::NotAllowed)),
            ("x.rar", "application/octet-stream", b"Rar!\x1a\x07", refuse(Refusal::NotAllowed)),
            ("x.bin", "application/octet-stream", b"\0\x01\x02", refuse(Refusal::NotAllowed)),
            ("big.txt", "text/plain", &[b'a'; 2_000], refuse(Refusal::TooLarge)),
            ("smime.p7m", "application/pkcs7-mime", b"\x30\x80", refuse(Refusal::Encrypted)),
            ("smime.p7s", "application/pkcs7-signature", b"\x30\x80", accept(Kind::Signature)),
            ("salaire.doc", "application/msword", &encrypted, refuse(Refusal::Encrypted)),
            ("mail.eml", "message/rfc822", b"From: a", accept(Kind::Message)),
        ] {
            assert_eq!(case(name, declared, bytes), expected, "{name} {declared}");
        }
    }
}
