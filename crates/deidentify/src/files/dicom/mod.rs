//! DICOM objects by the Basic Application Level Confidentiality Profile of PS3.15, annex E (table E.1-1 of edition
//! 2026c, kept in `profile.txt`): listed attributes are removed, emptied or replaced, private ones removed, UIDs
//! derived anew with a secret of the caller's.
//!
//! Pixels are not looked at: an object that says that text is burned in is refused, one that does not say is held,
//! unless a person declares it clean.

mod element;
mod profile;

use super::{Cleaned, FileError, FileKind, Held, Options, RemovedPart};
use crate::finding::Evidence;
use element::{Element, Syntax, Tag, Value};
use hmac::{Hmac, KeyInit, Mac};
use profile::Action;
use sha2::Sha256;

const BURNED_IN: Tag = (0x0028, 0x0301);
const FACE: Tag = (0x0028, 0x0302);
const SYNTAX: Tag = (0x0002, 0x0010);

/// Cleans a part 10 file.
pub fn clean(bytes: &[u8], options: &Options<'_>) -> Result<Cleaned, FileError> {
    let after = bytes.get(132..).ok_or(FileError::Damaged("it ends early"))?;
    let (meta, body) = element::meta(after)?;
    let named = meta.iter().find(|e| e.tag == SYNTAX).map(|e| e.text()).unwrap_or_default();
    let syntax = Syntax::named(&named)?;
    let elements = element::read_all(body, syntax)?;

    let said = |tag: Tag| elements.iter().find(|e| e.tag == tag).map(|e| e.text().to_ascii_uppercase());
    let mut held = Vec::new();
    let pixels = elements.iter().any(|e| matches!(e.tag, (0x7fe0, 0x0008..=0x0010)));
    if !options.declared_clean {
        match said(BURNED_IN).as_deref() {
            Some("YES") => return Err(FileError::BurnedIn),
            Some("NO") => {}
            _ if pixels => held.push(Held::PixelsNotDeclared),
            _ => {}
        }
        if said(FACE).as_deref() == Some("YES") {
            held.push(Held::RecognizableFace);
        }
    }

    let mut cleaner = Cleaner { options, removed: Vec::new() };
    let mut meta = cleaner.dataset(meta);
    meta.retain(|e| !matches!(e.tag, (0x0002, 0x0000 | 0x0016..=0x0018 | 0x0026..=0x0028 | 0x0100 | 0x0102)));
    let mut elements = cleaner.dataset(elements);
    for (tag, vr, text) in [
        ((0x0010, 0x0010), *b"PN", options.pseudonym),
        ((0x0010, 0x0020), *b"LO", options.pseudonym),
        ((0x0012, 0x0062), *b"CS", "YES"),
        ((0x0012, 0x0063), *b"LO", "DICOM PS3.15 2026c E.1 Basic Profile"),
        ((0x0028, 0x0303), *b"CS", "REMOVED"),
    ] {
        elements.retain(|e| e.tag != tag);
        let at = elements.partition_point(|e| e.tag < tag);
        elements.insert(at, Element::of_text(tag, vr, text));
    }

    let mut out = vec![0; 128];
    out.extend(b"DICM");
    let mut head = Vec::new();
    element::write_all(&meta, Syntax::Explicit, &mut head)?;
    let length = u32::try_from(head.len()).map_err(|_| FileError::TooLarge)?;
    element::write_all(
        &[Element::new((0x0002, 0x0000), *b"UL", Value::Bytes(length.to_le_bytes().to_vec()))],
        Syntax::Explicit,
        &mut out,
    )?;
    out.extend(head);
    element::write_all(&elements, syntax, &mut out)?;
    Ok(Cleaned { kind: FileKind::Dicom, bytes: out, removed: cleaner.removed, pages: Vec::new(), held })
}

struct Cleaner<'a> {
    options: &'a Options<'a>,
    removed: Vec<RemovedPart>,
}

impl Cleaner<'_> {
    fn dataset(&mut self, elements: Vec<Element>) -> Vec<Element> {
        elements.into_iter().filter_map(|e| self.element(e)).collect()
    }

    fn element(&mut self, mut element: Element) -> Option<Element> {
        let action = profile::action(element.tag);
        match action {
            Action::Remove => {
                self.tell(&element);
                return None;
            }
            Action::Empty => {
                self.tell(&element);
                element.empty();
            }
            Action::Dummy => {
                self.tell(&element);
                element.dummy();
            }
            Action::NewUid if matches!(element.value, Value::Bytes(_)) => {
                let old = element.text();
                let new: Vec<String> = old.split('\\').map(|uid| self.uid(uid)).collect();
                if new.join("\\") != old {
                    self.tell(&element);
                }
                element.set_text(&new.join("\\"));
            }
            Action::NewUid | Action::Keep => {}
        }
        if let Value::Items(items) = &mut element.value {
            let inner = std::mem::take(items);
            *items = inner.into_iter().map(|item| self.dataset(item)).collect();
        }
        if action == Action::Keep && self.names_somebody(&element) {
            self.tell(&element);
            element.empty();
        }
        Some(element)
    }

    /// Names of persons in attributes that the table does not list, and what the case file knows in any text.
    fn names_somebody(&self, element: &Element) -> bool {
        if element.vr == *b"PN" {
            return !element.text().is_empty();
        }
        if !matches!(&element.vr, b"LO" | b"SH" | b"LT" | b"ST" | b"UT" | b"UC") {
            return false;
        }
        let text = element.text().replace('^', " ");
        let examined = self.options.reader.examine(&text, &self.options.about);
        examined.is_ok_and(|e| {
            e.findings().iter().any(|f| matches!(f.evidence, Evidence::Known | Evidence::KnownWithTypo))
        })
    }

    fn tell(&mut self, element: &Element) {
        let (group, number) = element.tag;
        let text = element.text();
        if !text.is_empty() || matches!(element.value, Value::Items(_)) {
            self.removed.push(RemovedPart::new(format!("({group:04X},{number:04X})"), &text));
        }
    }

    /// The same UID for the same one, not to be traced back without the key; those of the standard stay.
    fn uid(&self, old: &str) -> String {
        let old = old.trim_end_matches(['\0', ' ']);
        if old.is_empty() || old.starts_with("1.2.840.10008.") {
            return old.to_owned();
        }
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.options.uid_key) else { return String::new() };
        mac.update(b"ariane dicom uid");
        mac.update(old.as_bytes());
        let digest = mac.finalize().into_bytes();
        let mut id: [u8; 16] = digest.first_chunk().copied().unwrap_or_default();
        // A UUID of version 8 under the arc 2.25 (ITU-T X.667, RFC 9562).
        let [_, _, _, _, _, _, version, _, variant, ..] = &mut id;
        *version = (*version & 0x0f) | 0x80;
        *variant = (*variant & 0x3f) | 0x80;
        format!("2.25.{}", u128::from_be_bytes(id))
    }
}
