//! What bytes are, by their first bytes, whatever they claim to be.

/// Kinds of content the crate can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Portable document.
    Pdf,
    /// Picture.
    Png,
    /// Picture.
    Jpeg,
    /// Picture.
    Gif,
    /// Picture.
    Webp,
    /// Picture, often a fax or scan.
    Tiff,
    /// Picture.
    Bmp,
    /// Picture of a phone (HEIC, HEIF, AVIF).
    Heif,
    /// Medical picture.
    Dicom,
    /// Spoken message.
    Audio,
    /// Film.
    Video,
    /// Word, Excel and others up to 2003 (a compound file).
    OldOffice,
    /// Word document since 2007.
    Docx,
    /// Spreadsheet since 2007.
    Xlsx,
    /// Slides since 2007.
    Pptx,
    /// Open document: text, table, slides.
    OpenDocument,
    /// Rich text.
    Rtf,
    /// Archive.
    Zip,
    /// Another archive or disk image.
    OtherArchive,
    /// Something that runs when opened: program, script, shortcut.
    Executable,
    /// A page with markup that may hold scripts (HTML, SVG, XML).
    Markup,
    /// Plain text, also tables, calendar entries and contact cards.
    Text,
    /// A message of its own.
    Message,
    /// A signature, which says nothing to a person.
    Signature,
    /// An encrypted message.
    Encrypted,
    /// The container of Outlook.
    Tnef,
    /// None of these.
    Unknown,
}

impl Kind {
    /// The type under which a file of this kind may be handed out. Never one that a browser would run.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Tiff => "image/tiff",
            Self::Bmp => "image/bmp",
            Self::Heif => "image/heif",
            Self::Dicom => "application/dicom",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Rtf => "application/rtf",
            Self::Zip => "application/zip",
            Self::Text => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        }
    }

    fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Gif | Self::Webp | Self::Tiff | Self::Bmp | Self::Heif)
    }

    /// Whether a declared kind and the kind of the bytes are as good as the same: pictures among themselves, sound and
    /// film, and what differs by a name only.
    pub(crate) fn agrees(self, found: Self) -> bool {
        let office = |k| {
            matches!(
                k,
                Self::OldOffice | Self::Docx | Self::Xlsx | Self::Pptx | Self::OpenDocument | Self::Rtf
            )
        };
        let heard = |k| matches!(k, Self::Audio | Self::Video);
        self == found
            || self.is_picture() && found.is_picture()
            || heard(self) && heard(found)
            || office(self) && office(found)
            // A table or letter saved as text, under a name of the office program.
            || office(self) && found == Self::Text
    }
}

/// The kind of bytes by their signature; [`Kind::Unknown`] when there is none. Archives are told apart by what they
/// hold, elsewhere.
pub(crate) fn sniff(bytes: &[u8]) -> Kind {
    let at = |offset: usize, mark: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(mark));
    let head = &bytes[..bytes.len().min(1024)];
    if at(0, b"MZ") && bytes.len() > 2 && !text_like(head)
        || at(0, b"\x7fELF")
        || at(0, b"#!")
        || at(0, b"\xFE\xED\xFA\xCE")
        || at(0, b"\xFE\xED\xFA\xCF")
        || at(0, b"\xCE\xFA\xED\xFE")
        || at(0, b"\xCF\xFA\xED\xFE")
        || at(0, b"\xCA\xFE\xBA\xBE")
        || at(0, b"L\0\0\0\x01\x14\x02\0")
        || at(0, b"\0asm")
    {
        return Kind::Executable;
    }
    if memchr::memmem::find(head, b"%PDF-").is_some() {
        return Kind::Pdf;
    }
    if at(0, b"\x89PNG\r\n\x1a\n") {
        return Kind::Png;
    }
    if at(0, b"\xFF\xD8\xFF") {
        return Kind::Jpeg;
    }
    if at(0, b"GIF87a") || at(0, b"GIF89a") {
        return Kind::Gif;
    }
    if at(0, b"RIFF") {
        return match bytes.get(8..12) {
            Some(b"WEBP") => Kind::Webp,
            Some(b"WAVE") => Kind::Audio,
            Some(b"AVI ") => Kind::Video,
            _ => Kind::Unknown,
        };
    }
    if at(0, b"II*\0") || at(0, b"MM\0*") {
        return Kind::Tiff;
    }
    if at(0, b"BM") && at(6, b"\0\0\0\0") {
        return Kind::Bmp;
    }
    if at(4, b"ftyp") {
        return match bytes.get(8..12) {
            Some(b"heic" | b"heix" | b"mif1" | b"msf1" | b"heif" | b"avif" | b"hevc") => Kind::Heif,
            Some(b"M4A " | b"M4B ") => Kind::Audio,
            _ => Kind::Video,
        };
    }
    if at(128, b"DICM") {
        return Kind::Dicom;
    }
    if at(0, b"ID3")
        || at(0, b"OggS")
        || at(0, b"fLaC")
        || at(0, b"#!AMR")
        || at(0, b"\xFF\xFB")
        || at(0, b"\xFF\xF3")
    {
        return Kind::Audio;
    }
    if at(0, b"\x1A\x45\xDF\xA3") {
        return Kind::Video;
    }
    if at(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Kind::OldOffice;
    }
    if at(0, b"{\\rt") {
        return Kind::Rtf;
    }
    if at(0, b"PK\x03\x04") || at(0, b"PK\x05\x06") || at(0, b"PK\x07\x08") {
        return Kind::Zip;
    }
    if at(0, b"Rar!")
        || at(0, b"7z\xBC\xAF\x27\x1C")
        || at(0, b"\x1F\x8B")
        || at(0, b"BZh")
        || at(0, b"\xFD7zXZ")
        || at(257, b"ustar")
        || at(0, b"MSCF")
        || at(0, b"\x28\xB5\x2F\xFD")
        || at(0x8001, b"CD001")
    {
        return Kind::OtherArchive;
    }
    if at(0, b"\x78\x9F\x3E\x22") {
        return Kind::Tnef;
    }
    if at(0, b"-----BEGIN PGP MESSAGE") {
        return Kind::Encrypted;
    }
    if at(0, b"-----BEGIN PGP SIGNATURE") {
        return Kind::Signature;
    }
    if text_like(head) {
        return if markup(head) { Kind::Markup } else { Kind::Text };
    }
    Kind::Unknown
}

/// No NUL and hardly a control character.
pub(crate) fn text_like(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return true;
    }
    let odd = bytes.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
    !bytes.contains(&0) && odd * 50 <= bytes.len()
}

/// Begins as a page or picture in markup would.
fn markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head = bytes[..bytes.len().min(512)].to_ascii_lowercase();
    head.starts_with(b"<?xml")
        || head.starts_with(b"<!doctype")
        || head.starts_with(b"<!--")
        || [
            &b"<html"[..],
            b"<head",
            b"<body",
            b"<script",
            b"<svg",
            b"<iframe",
            b"<meta",
            b"<job",
            b"<package",
            b"<component",
        ]
        .iter()
        .any(|tag| memchr::memmem::find(&head, tag).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], Kind::Pdf),
            (b"\x89PNG\r\n\x1a\n....", Kind::Png),
            (b"MZ\x90\0\x03\0\0\0", Kind::Executable),
            (b"#!/bin/sh\n", Kind::Executable),
            (b"PK\x03\x04....", Kind::Zip),
            (b" <!DOCTYPE html><p>", Kind::Markup),
            (b"<svg onload=alert(1)>", Kind::Markup),
            (b"MZ is the code of Mozambique", Kind::Text),
            ("Bonjour é".as_bytes(), Kind::Text),
            (b"\0\x01\x02\x03", Kind::Unknown),
            (b"", Kind::Text),
        ] {
            assert_eq!(sniff(bytes), kind, "{bytes:?}");
        }
    }
}
