//! Files as cameras, scanners and writers make them, written here byte by byte.

use crate::READER;
use ariane_deidentify::files::{self, Cleaned, FileError, FileKind, Held, Options, exif, png};
use ariane_deidentify::{About, Known, KnownPerson};
use ariane_domain::Language::Fr;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

fn known() -> Known {
    Known {
        persons: vec![KnownPerson { given: vec!["Zélie".into()], family: vec!["Estournet".into()] }],
        ..Known::default()
    }
}

pub fn try_clean(name: &str, bytes: &[u8], declared_clean: bool) -> Result<Cleaned, FileError> {
    let known = known();
    let options = Options {
        reader: &READER,
        about: About::new(Fr, &known),
        declared_clean,
        pseudonym: "P-7",
        uid_key: b"a secret of the test",
    };
    files::clean(Some(name), bytes, &options)
}

fn clean(name: &str, bytes: &[u8]) -> Cleaned {
    try_clean(name, bytes, false).expect("cleaned")
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|w| w == text.as_bytes())
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let mut out = vec![0xff, marker];
    out.extend((u16::try_from(data.len()).unwrap() + 2).to_be_bytes());
    out.extend(data);
    out
}

/// An EXIF block: turned by 90 degrees, with an artist.
fn exif_block(artist: &str) -> Vec<u8> {
    let mut out = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    out.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
    out.extend([0x3b, 0x01, 2, 0]);
    out.extend(u32::try_from(artist.len()).unwrap().to_le_bytes());
    out.extend(38_u32.to_le_bytes());
    out.extend([0; 4]);
    out.extend(artist.as_bytes());
    out
}

pub fn jpeg() -> Vec<u8> {
    let mut out = vec![0xff, 0xd8];
    out.extend(segment(0xe0, b"JFIF\0\x01\x02\0\0\x48\0\x48\0\0"));
    out.extend(segment(0xe1, &exif_block("Zélie Estournet")));
    out.extend(segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x>Estournet</x>"));
    out.extend(segment(0xed, b"Photoshop 3.0\08BIM Estournet"));
    out.extend(segment(0xfe, b"photo of Estournet"));
    out.extend(segment(0xdb, &[0; 65]));
    out.extend(segment(0xc0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
    out.extend(segment(0xc4, &[0; 18]));
    out.extend(segment(0xda, &[1, 1, 0, 0, 63, 0]));
    out.extend([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]);
    out.extend(b"hidden Estournet");
    out
}

#[test]
fn of_a_photograph_only_picture_and_turn_remain() {
    let cleaned = clean("a.jpg", &jpeg());
    assert!(!holds(&cleaned.bytes, "Estournet"));
    let at = cleaned.bytes.windows(6).position(|w| w == b"Exif\0\0").expect("own block");
    assert_eq!(exif::read(&cleaned.bytes[at + 6..]), exif::Exif { orientation: Some(6), entries: vec![] });
    assert!(holds(&cleaned.bytes, "JFIF"));
    assert!(cleaned.bytes.ends_with(&[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]));
    let shown: Vec<&str> = cleaned.removed.iter().map(|r| r.place.as_str()).collect();
    for place in ["EXIF Artist", "XMP", "IPTC", "comment", "after the end of the picture"] {
        assert!(shown.contains(&place), "{place} in {shown:?}");
    }
    // Cleaned again, nothing changes.
    assert_eq!(clean("a.jpg", &cleaned.bytes).bytes, cleaned.bytes);
    assert_eq!(cleaned.held, [Held::Pictures]);
}

pub fn png_file() -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], data: &[u8]| {
        out.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        let typed = [&kind[..], data].concat();
        out.extend(&typed);
        out.extend(png::crc(&typed).to_be_bytes());
    };
    chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    chunk(b"tEXt", b"Author\0Estournet");
    chunk(b"eXIf", &exif_block("Estournet")[6..]);
    chunk(b"tIME", &[7, 0xe6, 1, 1, 1, 1, 1]);
    chunk(b"IDAT", &[8, 0x1d, 1, 2, 0, 0xfd, 0xff, 0, 0, 0, 2, 0, 1]);
    chunk(b"IEND", &[]);
    out.extend(b"Estournet");
    out
}

#[test]
fn of_a_png_only_what_draws_remains() {
    let cleaned = clean("a.png", &png_file());
    assert!(!holds(&cleaned.bytes, "Estournet") && !holds(&cleaned.bytes, "tIME"));
    assert!(holds(&cleaned.bytes, "IDAT") && holds(&cleaned.bytes, "eXIf"));
    assert!(cleaned.removed.iter().any(|r| r.place == "EXIF Artist" && r.value.contains("Estournet")));
    assert_eq!(clean("a.png", &cleaned.bytes).bytes, cleaned.bytes);
}

pub fn pdf(text: &str) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier", "Encoding" => "WinAnsiEncoding" });
    let note = document.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Text", "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()],
        "T" => Object::string_literal("Dr Estournet"), "Contents" => Object::string_literal("seen by Estournet"),
    });
    let content = format!("BT /F1 12 Tf 50 700 Td ({text}) Tj ET");
    let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Annots" => vec![note.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    document
        .objects
        .insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
    let xmp = document.add_object(Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        b"<x>Estournet</x>".to_vec(),
    ));
    let attached = document
        .add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"letter of Estournet".to_vec()));
    let files = document.add_object(dictionary! { "Type" => "Filespec", "F" => Object::string_literal("Estournet.txt"), "EF" => dictionary! { "F" => attached } });
    let names = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => vec![Object::string_literal("Estournet.txt"), files.into()] } };
    let catalog = document.add_object(
        dictionary! { "Type" => "Catalog", "Pages" => pages, "Metadata" => xmp, "Names" => names },
    );
    let info = document.add_object(dictionary! { "Author" => Object::string_literal("Z. Estournet"), "Title" => Object::string_literal("Lettre") });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    let mut out = Vec::new();
    document.save_to(&mut out).unwrap();
    out
}

#[test]
fn of_a_document_what_describes_and_hangs_on_goes() {
    let cleaned = clean("a.pdf", &pdf("Hypotonie et scoliose."));
    assert!(!holds(&cleaned.bytes, "Estournet"));
    assert_eq!(cleaned.held, []);
    assert_eq!(cleaned.pages.len(), 1);
    assert!(cleaned.removed.iter().any(|r| r.place == "Author" && r.value == "Z. Estournet"));
    let again = Document::load_mem(&cleaned.bytes).expect("readable");
    assert!(again.extract_text(&[1]).unwrap().contains("scoliose"));
}

#[test]
fn a_document_whose_text_names_somebody_is_held_and_says_where() {
    let cleaned = clean("a.pdf", &pdf("Madame Estournet, hypotonie."));
    assert_eq!(cleaned.held, [Held::IdentifyingText]);
    let found: Vec<&str> = cleaned.pages[0].findings().iter().map(|f| cleaned.pages[0].original(f)).collect();
    assert_eq!(found, ["Estournet"]);
    // Pages without text may be scans.
    assert_eq!(clean("a.pdf", &pdf("")).held, [Held::UnreadPages]);
}

fn element(tag: (u16, u16), vr: &[u8; 2], value: &[u8]) -> Vec<u8> {
    let mut value = value.to_vec();
    if value.len() % 2 == 1 {
        value.push(if vr == b"UI" { 0 } else { b' ' });
    }
    let mut out = [tag.0.to_le_bytes(), tag.1.to_le_bytes()].concat();
    out.extend(vr);
    if matches!(vr, b"OB" | b"OW" | b"SQ" | b"UN" | b"UT") {
        out.extend([0, 0]);
        out.extend(u32::try_from(value.len()).unwrap().to_le_bytes());
    } else {
        out.extend(u16::try_from(value.len()).unwrap().to_le_bytes());
    }
    out.extend(value);
    out
}

pub fn dicom(burned_in: Option<&str>) -> Vec<u8> {
    let mut out = vec![b'E'; 128];
    out.extend(b"DICM");
    out.extend(element((2, 2), b"UI", b"1.2.840.10008.5.1.4.1.1.2"));
    out.extend(element((2, 3), b"UI", b"1.2.3.4.5"));
    out.extend(element((2, 0x10), b"UI", b"1.2.840.10008.1.2.1"));
    out.extend(element((8, 0x16), b"UI", b"1.2.840.10008.5.1.4.1.1.2"));
    out.extend(element((8, 0x18), b"UI", b"1.2.3.4.5"));
    out.extend(element((8, 0x20), b"DA", b"20190312"));
    out.extend(element((8, 0x80), b"LO", b"Hopital Estournet"));
    out.extend(element((8, 0x90), b"PN", b"Estournet^Zelie"));
    let item = element((8, 0x1155), b"UI", b"1.2.3.4.5");
    let mut items = vec![0xfe, 0xff, 0x00, 0xe0];
    items.extend(u32::try_from(item.len()).unwrap().to_le_bytes());
    items.extend(item);
    out.extend(element((8, 0x1140), b"SQ", &items));
    out.extend(element((9, 0x10), b"LO", b"MAKER Estournet"));
    out.extend(element((0x10, 0x10), b"PN", b"Estournet^Zelie"));
    out.extend(element((0x10, 0x20), b"LO", b"AB-12/3456"));
    out.extend(element((0x10, 0x40), b"CS", b"F"));
    out.extend(element((0x18, 0x50), b"DS", b"1.5"));
    out.extend(element((0x20, 0x52), b"UI", b"1.2.3.4.6"));
    out.extend(element((0x28, 0x10), b"US", &[1, 0]));
    out.extend(element((0x28, 0x1055), b"LO", b"set by Estournet"));
    if let Some(said) = burned_in {
        let place = out.windows(4).position(|w| w == [0x28, 0, 0x55, 0x10]).unwrap();
        out.splice(place..place, element((0x28, 0x301), b"CS", said.as_bytes()));
    }
    out.extend(element((0x7fe0, 0x10), b"OW", &[1, 2]));
    out
}

#[test]
fn a_dicom_object_loses_what_the_profile_lists() {
    let cleaned = clean("a.dcm", &dicom(Some("NO")));
    for gone in ["Estournet", "AB-12", "20190312", "1.2.3.4.5", "MAKER", "EEEE"] {
        assert!(!holds(&cleaned.bytes, gone), "{gone}");
    }
    assert!(
        holds(&cleaned.bytes, "P-7")
            && holds(&cleaned.bytes, "1.5 ")
            && holds(&cleaned.bytes, "1.2.840.10008.5.1.4.1.1.2")
    );
    assert!(holds(&cleaned.bytes, "YES"), "says that the identity was removed");
    assert_eq!(cleaned.held, []);
    assert!(cleaned.removed.iter().any(|r| r.place == "(0010,0010)" && r.value == "Estournet^Zelie"));
    // The object, its file and what points at it keep one new UID.
    let uid = String::from_utf8_lossy(&cleaned.bytes)
        .match_indices("2.25.")
        .map(|(at, _)| {
            String::from_utf8_lossy(&cleaned.bytes)[at..]
                .chars()
                .take_while(|c| c.is_ascii_digit() || *c == '.')
                .collect::<String>()
        })
        .collect::<Vec<_>>();
    assert_eq!(uid.len(), 4);
    assert!(uid[0] == uid[1] && uid[1] == uid[2] && uid[2] != uid[3]);
    assert_eq!(clean("a.dcm", &dicom(Some("NO"))).bytes, cleaned.bytes);
}

#[test]
fn burned_in_text_is_refused_until_a_person_declares_the_picture_clean() {
    assert_eq!(try_clean("a.dcm", &dicom(Some("YES")), false).unwrap_err(), FileError::BurnedIn);
    assert_eq!(clean("a.dcm", &dicom(None)).held, [Held::PixelsNotDeclared]);
    assert_eq!(try_clean("a.dcm", &dicom(Some("YES")), true).unwrap().held, []);
}

#[test]
fn a_type_that_lies_and_one_that_is_not_known_are_told() {
    let lies = FileError::NameLies { named: FileKind::Png, found: FileKind::Jpeg };
    assert_eq!(try_clean("a.png", &jpeg(), false).unwrap_err(), lies);
    assert_eq!(try_clean("a.gif", b"GIF89a", false).unwrap_err(), FileError::UnknownKind);
    assert_eq!(try_clean("a.jpg", b"", false).unwrap_err(), FileError::UnknownKind);
}
