//! What a camera wrote: read to show what goes, and to keep how the picture is turned. EXIF 2.32 (CIPA DC-008),
//! TIFF 6.0.

use super::RemovedPart;

const ORIENTATION: u16 = 0x0112;
/// Pointers to further directories: Exif, GPS.
const FURTHER: [u16; 2] = [0x8769, 0x8825];
/// More entries or directories than this are those of no camera.
const MOST: usize = 512;

/// What an EXIF block says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Exif {
    /// 1 to 8, as TIFF numbers them.
    pub orientation: Option<u16>,
    /// Its entries.
    pub entries: Vec<RemovedPart>,
}

struct Block<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl Block<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        let pair = *self.bytes.get(at..)?.first_chunk::<2>()?;
        Some(if self.little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    }

    fn u32(&self, at: usize) -> Option<usize> {
        let four = *self.bytes.get(at..)?.first_chunk::<4>()?;
        usize::try_from(if self.little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) }).ok()
    }
}

/// Reads a TIFF block as EXIF keeps it; a damaged one gives what could be read.
pub fn read(bytes: &[u8]) -> Exif {
    let mut out = Exif::default();
    let little = match bytes.get(..2) {
        Some(b"II") => true,
        Some(b"MM") => false,
        _ => return out,
    };
    let block = Block { bytes, little };
    let mut open: Vec<usize> = block.u32(4).into_iter().collect();
    let mut seen = Vec::new();
    while let Some(directory) = open.pop() {
        if seen.contains(&directory) || seen.len() > 8 {
            continue;
        }
        seen.push(directory);
        let count = usize::from(block.u16(directory).unwrap_or(0)).min(MOST);
        for n in 0..count {
            let at = directory + 2 + 12 * n;
            let (Some(tag), Some(form), Some(length)) = (block.u16(at), block.u16(at + 2), block.u32(at + 4))
            else {
                break;
            };
            if tag == ORIENTATION && out.orientation.is_none() {
                out.orientation = block.u16(at + 8).filter(|o| (1..=8).contains(o));
                continue;
            }
            if FURTHER.contains(&tag) {
                open.extend(block.u32(at + 8));
            }
            if out.entries.len() < MOST {
                out.entries.push(entry(&block, at, tag, form, length));
            }
        }
    }
    out
}

fn entry(block: &Block<'_>, at: usize, tag: u16, form: u16, length: usize) -> RemovedPart {
    let place = format!("EXIF {}", name(tag));
    // ASCII, and undefined as used for comments.
    if form == 2 || form == 7 {
        let start = if length <= 4 { Some(at + 8) } else { block.u32(at + 8) };
        let text = start.and_then(|s| block.bytes.get(s..s.checked_add(length.min(200))?));
        return RemovedPart::new(place, &String::from_utf8_lossy(text.unwrap_or_default()));
    }
    RemovedPart::new(place, "")
}

fn name(tag: u16) -> String {
    match tag {
        0x010e => "ImageDescription".into(),
        0x010f => "Make".into(),
        0x0110 => "Model".into(),
        0x0131 => "Software".into(),
        0x0132 => "DateTime".into(),
        0x013b => "Artist".into(),
        0x8298 => "Copyright".into(),
        0x8825 => "GPS".into(),
        0x9003 => "DateTimeOriginal".into(),
        0x9286 => "UserComment".into(),
        0x9c9b => "XPTitle".into(),
        0x9c9c => "XPComment".into(),
        0x9c9d => "XPAuthor".into(),
        0xa430 => "CameraOwnerName".into(),
        0xa431 => "BodySerialNumber".into(),
        other => format!("{other:#06x}"),
    }
}

/// A block that says nothing but how the picture is turned.
pub fn only_orientation(orientation: u16) -> Vec<u8> {
    let mut out = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    out.extend(ORIENTATION.to_be_bytes());
    out.extend(3_u16.to_be_bytes());
    out.extend(1_u32.to_be_bytes());
    out.extend(orientation.to_be_bytes());
    out.extend([0; 6]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(read(&only_orientation(6)), Exif { orientation: Some(6), entries: vec![] });
        assert_eq!(read(b"II*\0\xff\xff\xff\xff"), Exif::default());
    }
}
