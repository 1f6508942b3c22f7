//! Files that carry a text where files carry texts beside what they show.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// Whether a text stands in the bytes, in one of the ways in which files write text.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    let latin: Vec<u8> = text.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    [text.as_bytes(), &latin, &wide]
        .iter()
        .any(|form| form.len() > 2 && bytes.windows(form.len()).any(|w| w == *form))
}

/// The text in each kind of container.
pub fn all(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("JPEG: EXIF, XMP, IPTC, comment", jpeg(text)),
        ("PDF: information, XMP, note, attachment", pdf(text, "Hypotonie")),
        ("DICOM: listed, private, nested", dicom(text)),
    ]
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let mut out = vec![0xff, marker];
    out.extend((data.len() as u16 + 2).to_be_bytes());
    out.extend(data);
    out
}

fn jpeg(text: &str) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0".to_vec();
    exif.extend([0x0e, 0x01, 2, 0]);
    exif.extend((text.len() as u32).to_le_bytes());
    exif.extend(26_u32.to_le_bytes());
    exif.extend([0; 4]);
    exif.extend(text.as_bytes());
    [
        vec![0xff, 0xd8],
        segment(0xe1, &exif),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", text.as_bytes()].concat()),
        segment(0xed, &[b"Photoshop 3.0\0", text.as_bytes()].concat()),
        segment(0xfe, text.as_bytes()),
        segment(0xc0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
        segment(0xda, &[1, 1, 0, 0, 63, 0]),
        vec![0x12, 0xff, 0xd9],
    ]
    .concat()
}

/// A document whose page shows the text.
pub fn pdf_page(text: &str) -> Vec<u8> {
    pdf("", text)
}

fn pdf(described: &str, shown: &str) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let string = || Object::string_literal(described);
    let font = document.add_object(
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier", "Encoding" => "WinAnsiEncoding" },
    );
    let note = document.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Text", "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()], "T" => string(), "Contents" => string(),
    });
    let mut content = b"BT /F1 9 Tf 20 700 Td (".to_vec();
    for c in shown.chars() {
        match u8::try_from(u32::from(c)) {
            Ok(byte @ (b'(' | b')' | b'\\')) => content.extend([b'\\', byte]),
            Ok(byte) => content.push(byte),
            // Letters that the encoding does not have: a document would bring its own font.
            Err(_) => content.push(b'?'),
        }
    }
    content.extend(b") Tj ET");
    let content = document.add_object(Stream::new(Dictionary::new(), content));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Annots" => vec![note.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    document
        .objects
        .insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
    let stream = |kind: &str| Stream::new(dictionary! { "Type" => kind }, described.as_bytes().to_vec());
    let (xmp, attached) =
        (document.add_object(stream("Metadata")), document.add_object(stream("EmbeddedFile")));
    let file = document.add_object(
        dictionary! { "Type" => "Filespec", "F" => string(), "EF" => dictionary! { "F" => attached } },
    );
    let names = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => vec![string(), file.into()] } };
    let catalog = document.add_object(
        dictionary! { "Type" => "Catalog", "Pages" => pages, "Metadata" => xmp, "Names" => names },
    );
    let info = document.add_object(dictionary! { "Author" => string(), "Keywords" => string() });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    let mut out = Vec::new();
    // Writing to memory does not fail; a file that is not there would count as a miss.
    let _ = document.save_to(&mut out);
    out
}

fn element(tag: (u16, u16), vr: &[u8; 2], value: &[u8]) -> Vec<u8> {
    let mut value = value.to_vec();
    if value.len() % 2 == 1 {
        value.push(b' ');
    }
    let mut out = [tag.0.to_le_bytes(), tag.1.to_le_bytes()].concat();
    out.extend(vr);
    if matches!(vr, b"OW" | b"SQ" | b"UT") {
        out.extend([0, 0]);
        out.extend((value.len() as u32).to_le_bytes());
    } else {
        out.extend((value.len() as u16).to_le_bytes());
    }
    out.extend(value);
    out
}

fn dicom(text: &str) -> Vec<u8> {
    let text = text.as_bytes();
    let item = element((0x0040, 0xa123), b"PN", text);
    let mut items = vec![0xfe, 0xff, 0x00, 0xe0];
    items.extend((item.len() as u32).to_le_bytes());
    items.extend(item);
    [
        vec![0; 128],
        b"DICM".to_vec(),
        element((2, 0x10), b"UI", b"1.2.840.10008.1.2.1\0"),
        element((8, 0x80), b"LO", text),
        element((8, 0x90), b"PN", text),
        element((8, 0x1110), b"SQ", &items),
        element((9, 0x10), b"LO", text),
        element((0x10, 0x10), b"PN", text),
        element((0x10, 0x20), b"LO", text),
        element((0x10, 0x4000), b"LT", text),
        element((0x28, 0x10), b"US", &[1, 0]),
        element((0x32, 0x4000), b"LT", text),
        element((0x7fe0, 0x10), b"OW", &[1, 2]),
    ]
    .concat()
}
