//! PNG (ISO/IEC 15948): chunks that draw the picture are kept, all others go.

use super::{Cleaned, FileError, FileKind, Held, RemovedPart, exif};

const KEPT: [&[u8; 4]; 15] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs",
    b"cICP", b"acTL", b"fcTL", b"fdAT",
];

/// Rewrites the file chunk by chunk.
pub fn clean(bytes: &[u8]) -> Result<Cleaned, FileError> {
    let mut out = bytes.get(..8).unwrap_or_default().to_vec();
    let mut removed = Vec::new();
    let mut orientation = None;
    let mut body = Vec::with_capacity(bytes.len());
    let mut at = 8;
    let mut first = true;
    loop {
        let length = bytes.get(at..).and_then(|b| b.first_chunk::<4>()).map(|b| u32::from_be_bytes(*b));
        let length =
            length.and_then(|l| usize::try_from(l).ok()).ok_or(FileError::Damaged("it ends early"))?;
        let kind = bytes
            .get(at + 4..)
            .and_then(|b| b.first_chunk::<4>())
            .ok_or(FileError::Damaged("it ends early"))?;
        let end = at
            .checked_add(length)
            .and_then(|e| e.checked_add(12))
            .ok_or(FileError::Damaged("a chunk is too long"))?;
        let chunk = bytes.get(at..end).ok_or(FileError::Damaged("a chunk reaches beyond the end"))?;
        let data = chunk.get(8..8 + length).unwrap_or_default();
        let sum = chunk.get(8 + length..).and_then(|b| b.first_chunk::<4>()).map(|b| u32::from_be_bytes(*b));
        if first != (kind == b"IHDR") {
            return Err(FileError::Damaged("its header stands not first"));
        }
        if first && (length != 13 || data.starts_with(&[0, 0, 0, 0]) || data.get(4..8) == Some(&[0; 4])) {
            return Err(FileError::Damaged("the picture has no size"));
        }
        if KEPT.contains(&kind) {
            if sum != Some(crc(chunk.get(4..8 + length).unwrap_or_default())) {
                return Err(FileError::Damaged("a check sum does not come out"));
            }
            if first { out.extend_from_slice(chunk) } else { body.extend_from_slice(chunk) }
        } else if kind == b"eXIf" {
            let read = exif::read(data);
            orientation = read.orientation;
            removed.push(RemovedPart::bytes("EXIF", length));
            removed.extend(read.entries);
        } else {
            let text: String =
                data.iter().map(|b| if b.is_ascii_graphic() { char::from(*b) } else { ' ' }).collect();
            removed.push(RemovedPart::new(format!("chunk {}", String::from_utf8_lossy(kind)), &text));
        }
        first = false;
        at = end;
        if kind == b"IEND" {
            break;
        }
    }
    if at < bytes.len() {
        removed.push(RemovedPart::bytes("after the end of the picture", bytes.len() - at));
    }
    if let Some(turned) = orientation.filter(|o| *o != 1) {
        let mut typed = b"eXIf".to_vec();
        typed.extend(exif::only_orientation(turned));
        out.extend(u32::try_from(typed.len() - 4).unwrap_or(0).to_be_bytes());
        let sum = crc(&typed);
        out.extend(typed);
        out.extend(sum.to_be_bytes());
    }
    out.extend(body);
    Ok(Cleaned { kind: FileKind::Png, bytes: out, removed, pages: Vec::new(), held: vec![Held::Pictures] })
}

/// The check sum of PNG (annex D of the standard).
pub fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |s, _| if s & 1 == 1 { 0xedb8_8320 ^ (s >> 1) } else { s >> 1 })
    })
}
