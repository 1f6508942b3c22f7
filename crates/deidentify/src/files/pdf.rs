//! PDF (ISO 32000): what describes the document, and what hangs on its pages, goes; its text is read and searched,
//! and never rewritten. A document whose text names somebody is held: it has to be redacted at its source.

use super::{Cleaned, FileError, FileKind, Held, Options, RemovedPart};
use lopdf::{Dictionary, Document, LoadOptions, Object};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What one stream may unfold to.
const UNFOLDED: usize = 64 << 20;
/// More pages than this are read by nobody before sending.
const MOST_PAGES: usize = 2_000;
/// Keys that describe or attach, wherever they stand.
const TAKEN: [&[u8]; 17] = [
    b"Metadata",
    b"PieceInfo",
    b"LastModified",
    b"AF",
    b"Annots",
    b"AA",
    b"OpenAction",
    b"AcroForm",
    b"Outlines",
    b"StructTreeRoot",
    b"Thumb",
    b"Perms",
    b"DSS",
    b"Collection",
    b"Threads",
    b"SpiderInfo",
    b"URI",
];

/// Cleans a document and reads its text.
pub fn clean(bytes: &[u8], options: &Options<'_>) -> Result<Cleaned, FileError> {
    // The parser is others' and meets hostile files: a panic of it is a damaged file.
    catch_unwind(AssertUnwindSafe(|| rewrite(bytes, options)))
        .unwrap_or(Err(FileError::Damaged("it cannot be read")))
}

fn rewrite(bytes: &[u8], options: &Options<'_>) -> Result<Cleaned, FileError> {
    let limits = LoadOptions { max_decompressed_size: Some(UNFOLDED), ..LoadOptions::default() };
    let mut document = Document::load_mem_with_options(bytes, limits)
        .map_err(|_| FileError::Damaged("it cannot be read"))?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(FileError::Encrypted);
    }
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    if pages.is_empty() {
        return Err(FileError::Damaged("it has no pages"));
    }
    if pages.len() > MOST_PAGES {
        return Err(FileError::TooLarge);
    }
    let mut removed = information(&document);
    document.trailer.remove(b"Info");
    document.trailer.remove(b"ID");
    let mut pictures = false;
    for object in document.objects.values_mut() {
        strip(object, &mut removed, &mut pictures, 0);
    }
    let catalog = document
        .trailer
        .get(b"Root")
        .and_then(Object::as_reference)
        .map_err(|_| FileError::Damaged("it has no catalogue"))?;
    if let Ok(Object::Dictionary(catalog)) = document.get_object_mut(catalog) {
        for key in [&b"Names"[..], b"Lang", b"Extensions", b"Legal", b"Requirements"] {
            if catalog.remove(key).is_some() {
                removed.push(RemovedPart::new(String::from_utf8_lossy(key), ""));
            }
        }
    }
    document.prune_objects();
    let mut held = Vec::new();
    let mut examined = Vec::new();
    for page in pages {
        match document.extract_text_with_limit(&[page], UNFOLDED) {
            Ok(text) if text.trim().chars().count() >= 3 => {
                if text.len() > crate::examine::LONGEST {
                    hold(&mut held, Held::UnreadPages);
                }
                let text = whole_start(&text, crate::examine::LONGEST);
                let examination =
                    options.reader.examine(text, &options.about).map_err(|_| FileError::TooLarge)?;
                if !examination.findings().is_empty() {
                    hold(&mut held, Held::IdentifyingText);
                }
                examined.push(examination);
            }
            _ => hold(&mut held, Held::UnreadPages),
        }
    }
    if pictures {
        hold(&mut held, Held::Pictures);
    }
    let mut out = Vec::with_capacity(bytes.len());
    document.save_to(&mut out).map_err(|_| FileError::Damaged("it cannot be written"))?;
    Ok(Cleaned { kind: FileKind::Pdf, bytes: out, removed, pages: examined, held })
}

fn hold(held: &mut Vec<Held>, why: Held) {
    if !held.contains(&why) {
        held.push(why);
    }
}

fn whole_start(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The entries of the document information dictionary.
fn information(document: &Document) -> Vec<RemovedPart> {
    let info = document.trailer.get(b"Info").ok().and_then(|i| match i {
        Object::Reference(id) => document.get_object(*id).ok(),
        other => Some(other),
    });
    let Some(Object::Dictionary(info)) = info else { return Vec::new() };
    info.iter()
        .map(|(key, value)| {
            let text = value.as_str().map(decoded).unwrap_or_default();
            RemovedPart::new(String::from_utf8_lossy(key), &text)
        })
        .collect()
}

/// Text strings are UTF-16 with a mark, UTF-8 with a mark, or nearly Latin-1.
fn decoded(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units: Vec<u16> = rest.as_chunks::<2>().0.iter().map(|p| u16::from_be_bytes(*p)).collect();
        return String::from_utf16_lossy(&units);
    }
    match bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
        Some(rest) => String::from_utf8_lossy(rest).into_owned(),
        None => bytes.iter().map(|b| char::from(*b)).collect(),
    }
}

/// Takes the describing keys out of an object and what it holds.
fn strip(object: &mut Object, removed: &mut Vec<RemovedPart>, pictures: &mut bool, depth: usize) {
    if depth > 64 {
        return;
    }
    let dictionary: &mut Dictionary = match object {
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &mut stream.dict,
        Object::Array(items) => {
            items.iter_mut().for_each(|item| strip(item, removed, pictures, depth + 1));
            return;
        }
        _ => return,
    };
    let annotation = dictionary.has(b"Rect") && dictionary.has(b"Subtype");
    let kind = |name: &[u8]| dictionary.get(b"Type").and_then(Object::as_name).is_ok_and(|t| t == name);
    if dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|s| s == b"Image") {
        *pictures = true;
    }
    let attached = kind(b"Filespec") || kind(b"EmbeddedFile") || kind(b"Sig");
    if annotation || attached {
        // Unlinked below; its words go as well, should another object still point at it.
        for key in [
            &b"T"[..],
            b"Contents",
            b"RC",
            b"F",
            b"UF",
            b"EF",
            b"Desc",
            b"Name",
            b"V",
            b"DV",
            b"TU",
            b"Subj",
            b"NM",
        ] {
            if let Some(value) = dictionary.remove(key)
                && let Ok(text) = value.as_str()
            {
                removed.push(RemovedPart::new(
                    format!("annotation {}", String::from_utf8_lossy(key)),
                    &decoded(text),
                ));
            }
        }
    }
    for key in TAKEN {
        if dictionary.remove(key).is_some() {
            removed.push(RemovedPart::new(String::from_utf8_lossy(key), ""));
        }
    }
    for (_, value) in dictionary.iter_mut() {
        strip(value, removed, pictures, depth + 1);
    }
}
