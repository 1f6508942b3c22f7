//! JPEG (ISO/IEC 10918-1): only what draws the picture is kept, with its colours and how it is turned.

use super::{Cleaned, FileError, FileKind, Held, RemovedPart, exif};

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const COLOURS: &[u8] = b"ICC_PROFILE\0";

/// Rewrites the file segment by segment.
pub fn clean(bytes: &[u8]) -> Result<Cleaned, FileError> {
    let mut out = vec![0xff, 0xd8];
    let mut removed = Vec::new();
    let mut orientation = None;
    let mut frame = false;
    let mut body = Vec::with_capacity(bytes.len());
    let mut at = 2;
    loop {
        let marker = marker(bytes, &mut at)?;
        match marker {
            0xd9 => break,
            0x01 | 0xd0..=0xd8 => return Err(FileError::Damaged("a marker stands where none may")),
            _ => {}
        }
        let length =
            bytes.get(at..).and_then(|b| b.first_chunk::<2>()).map(|b| usize::from(u16::from_be_bytes(*b)));
        let length = length.filter(|l| *l >= 2).ok_or(FileError::Damaged("a segment has no length"))?;
        let segment =
            bytes.get(at + 2..at + length).ok_or(FileError::Damaged("a segment reaches beyond the end"))?;
        at += length;
        match marker {
            // Frames, tables, restart interval, number of lines, hierarchy.
            0xc0..=0xcf | 0xdb..=0xdf => {
                if matches!(marker, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf) {
                    let sides = segment.get(1..5).ok_or(FileError::Damaged("the frame is too short"))?;
                    if sides.get(2..4) == Some(&[0, 0]) {
                        return Err(FileError::Damaged("the picture has no width"));
                    }
                    frame = true;
                }
                push(&mut body, marker, segment);
            }
            0xda => {
                push(&mut body, marker, segment);
                let end = scan_end(bytes, at).ok_or(FileError::Damaged("the picture ends early"))?;
                body.extend_from_slice(bytes.get(at..end).unwrap_or_default());
                at = end;
            }
            0xe0 if segment.starts_with(b"JFIF\0") && segment.len() >= 12 => {
                // Without the thumbnail that may follow.
                let mut head = segment.get(..12).unwrap_or_default().to_vec();
                head.extend([0, 0]);
                push(&mut out, marker, &head);
            }
            0xe2 if segment.starts_with(COLOURS) => push(&mut out, marker, segment),
            0xee if segment.starts_with(b"Adobe") && segment.len() == 12 => push(&mut body, marker, segment),
            0xe1 if segment.starts_with(EXIF) => {
                let read = exif::read(segment.get(EXIF.len()..).unwrap_or_default());
                orientation = orientation.or(read.orientation);
                removed.push(RemovedPart::bytes("EXIF", segment.len()));
                removed.extend(read.entries);
            }
            0xe1 if segment.starts_with(XMP) => removed.push(RemovedPart::new(
                "XMP",
                &String::from_utf8_lossy(segment.get(XMP.len()..).unwrap_or_default()),
            )),
            0xed => removed.push(RemovedPart::new("IPTC", &printable(segment))),
            0xfe => removed.push(RemovedPart::new("comment", &String::from_utf8_lossy(segment))),
            0xe0..=0xef => removed.push(RemovedPart::bytes(format!("APP{}", marker - 0xe0), segment.len())),
            _ => removed.push(RemovedPart::bytes(format!("segment {marker:#04x}"), segment.len())),
        }
    }
    if !frame {
        return Err(FileError::Damaged("it holds no picture"));
    }
    if at < bytes.len() {
        removed.push(RemovedPart::bytes("after the end of the picture", bytes.len() - at));
    }
    if let Some(turned) = orientation.filter(|o| *o != 1) {
        let mut segment = EXIF.to_vec();
        segment.extend(exif::only_orientation(turned));
        push(&mut out, 0xe1, &segment);
    }
    out.extend(body);
    out.extend([0xff, 0xd9]);
    Ok(Cleaned { kind: FileKind::Jpeg, bytes: out, removed, pages: Vec::new(), held: vec![Held::Pictures] })
}

/// The next marker; fill bytes before it are passed over.
fn marker(bytes: &[u8], at: &mut usize) -> Result<u8, FileError> {
    if bytes.get(*at) != Some(&0xff) {
        return Err(FileError::Damaged("a segment does not begin where the one before ends"));
    }
    while bytes.get(*at) == Some(&0xff) {
        *at += 1;
    }
    let marker = *bytes.get(*at).ok_or(FileError::Damaged("it ends early"))?;
    *at += 1;
    Ok(marker)
}

/// Where the coded data of a scan ends: at the next marker that is no restart.
fn scan_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|b| *b == 0xff)?;
        match bytes.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}

fn push(out: &mut Vec<u8>, marker: u8, segment: &[u8]) {
    let length = u16::try_from(segment.len() + 2).unwrap_or(u16::MAX);
    out.extend([0xff, marker]);
    out.extend(length.to_be_bytes());
    out.extend_from_slice(segment);
}

fn printable(bytes: &[u8]) -> String {
    bytes.iter().map(|b| if b.is_ascii_graphic() { char::from(*b) } else { ' ' }).collect()
}
