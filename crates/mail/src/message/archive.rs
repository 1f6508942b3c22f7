//! What is in an archive, without ever writing it anywhere. Sizes are measured by unpacking up to a bound, since what
//! the directory of an archive says may be a lie.

use std::io::{Cursor, Read};

use crate::limits::Limits;

use super::attachment::Refusal;
use super::sniff::{self, Kind};
use super::{declared, file_name};

/// How often an archive within an archive is looked into.
const NESTED: usize = 2;
/// Packed this many times smaller, and large when unpacked: made to fill a disk.
const RATIO: u64 = 200;

/// What an archive turned out to be: an archive, or a document of an office program.
pub(crate) fn examine(bytes: &[u8], budget: &mut Budget) -> Result<Kind, Refusal> {
    look(bytes, budget, NESTED)
}

/// What all archives of a message together may unpack to: many small bombs are one large one.
pub(crate) struct Budget {
    bytes: u64,
    entries: usize,
}

impl Budget {
    pub fn new(limits: &Limits) -> Self {
        Self { bytes: limits.unpacked, entries: limits.entries }
    }
}

fn look(bytes: &[u8], budget: &mut Budget, nested: usize) -> Result<Kind, Refusal> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Mismatch)?;
    if archive.len() > budget.entries {
        return Err(Refusal::Bomb);
    }
    budget.entries -= archive.len();
    if archive.has_overlapping_files().unwrap_or(true) {
        return Err(Refusal::Bomb);
    }
    let mut kind = Kind::Zip;
    let mut refusal: Option<Refusal> = None;
    for number in 0..archive.len() {
        let (name, encrypted, packed, is_dir) = {
            let entry = archive.by_index_raw(number).map_err(|_| Refusal::Mismatch)?;
            (entry.name().to_owned(), entry.encrypted(), entry.compressed_size(), entry.is_dir())
        };
        if unsafe_path(&name) {
            return Err(Refusal::UnsafePath);
        }
        if is_dir {
            continue;
        }
        if encrypted {
            refusal.get_or_insert(Refusal::Encrypted);
            continue;
        }
        match name.as_str() {
            "word/document.xml" => kind = Kind::Docx,
            "xl/workbook.xml" => kind = Kind::Xlsx,
            "ppt/presentation.xml" => kind = Kind::Pptx,
            "mimetype" => kind = Kind::OpenDocument,
            _ => {}
        }
        let macros =
            name.ends_with("vbaProject.bin") || name.starts_with("Basic/") || name.starts_with("Scripts/");
        if macros || name == "META-INF/MANIFEST.MF" {
            return Err(Refusal::Executable);
        }
        let extension = file_name::extension(&name).unwrap_or_default();
        // The parts of a document are markup, and are opened by its program only.
        let part = matches!(kind, Kind::Docx | Kind::Xlsx | Kind::Pptx | Kind::OpenDocument);
        if declared::runs(&extension) && !(part && matches!(extension.as_str(), "svg" | "xhtml")) {
            return Err(Refusal::Executable);
        }
        let entry = archive.by_index(number).map_err(|_| Refusal::Unreadable)?;
        let content = unpack(entry, packed, &extension, budget)?;
        match sniff::sniff(&content) {
            Kind::Executable => return Err(Refusal::Executable),
            Kind::OtherArchive => {
                refusal.get_or_insert(Refusal::NotAllowed);
            }
            Kind::Zip if nested == 0 => return Err(Refusal::Bomb),
            Kind::Zip => match look(&content, budget, nested - 1) {
                Ok(_) => {}
                Err(Refusal::Mismatch) => {
                    refusal.get_or_insert(Refusal::Mismatch);
                }
                Err(refused) => return Err(refused),
            },
            _ => {}
        }
    }
    refusal.map_or(Ok(kind), Err)
}

/// Unpacks within the budget. What is no archive itself is kept only as far as its kind needs.
fn unpack(
    mut entry: impl Read,
    packed: u64,
    extension: &str,
    budget: &mut Budget,
) -> Result<Vec<u8>, Refusal> {
    let mut kept = Vec::new();
    let mut buffer = vec![0; 64 * 1024];
    let mut total = 0u64;
    loop {
        let read = entry.read(&mut buffer).map_err(|_| Refusal::Unreadable)?;
        if read == 0 {
            return Ok(kept);
        }
        total += read as u64;
        if read as u64 > budget.bytes || total > 10 * 1024 * 1024 && total / packed.max(1) > RATIO {
            return Err(Refusal::Bomb);
        }
        budget.bytes -= read as u64;
        let whole = kept.starts_with(b"PK") || extension == "zip";
        if whole || kept.len() < 64 * 1024 {
            kept.extend_from_slice(&buffer[..read]);
        }
    }
}

/// Leads outside of where it is unpacked, or deceives about its name.
fn unsafe_path(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.contains('\0')
        || name.chars().nth(1) == Some(':')
        || name.split(['/', '\\']).any(|piece| piece == "..")
        || name.chars().any(crate::fold::is_deceptive)
        || name.len() > 1_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in entries {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn verdicts() {
        let limits = Limits::default();
        let inner = archive(&[("a.txt", b"x"), ("run.exe", b"MZ\x90\0\x03")]);
        let twice = archive(&[(
            "one.zip",
            &archive(&[("two.zip", &archive(&[("three.zip", &archive(&[("a", b"x")]))]))]),
        )]);
        let cases: Vec<(Vec<u8>, Result<Kind, Refusal>)> = vec![
            (archive(&[("a.txt", b"x"), ("dir/b.pdf", b"%PDF-1.4")]), Ok(Kind::Zip)),
            (archive(&[("word/document.xml", b"<w/>")]), Ok(Kind::Docx)),
            (
                archive(&[("word/document.xml", b"<w/>"), ("word/vbaProject.bin", b"x")]),
                Err(Refusal::Executable),
            ),
            (archive(&[("../../x.txt", b"x")]), Err(Refusal::UnsafePath)),
            (archive(&[("C:\\x.txt", b"x")]), Err(Refusal::UnsafePath)),
            (archive(&[("photo.jpg", b"MZ\x90\0\x03")]), Err(Refusal::Executable)),
            (archive(&[("letter.js", b"x")]), Err(Refusal::Executable)),
            (archive(&[("in.zip", &inner)]), Err(Refusal::Executable)),
            (twice, Err(Refusal::Bomb)),
            (archive(&[("zero.txt", &vec![0; 20 * 1024 * 1024])]), Err(Refusal::Bomb)),
            (b"PK\x03\x04broken".to_vec(), Err(Refusal::Mismatch)),
        ];
        for (number, (bytes, expected)) in cases.into_iter().enumerate() {
            assert_eq!(examine(&bytes, &mut Budget::new(&limits)), expected, "case {number}");
        }
    }

    #[test]
    fn the_budget_holds_over_all_entries() {
        let limits = Limits { unpacked: 1_000, ..Limits::default() };
        let bytes = archive(&[("a.txt", &[b'a'; 600]), ("b.txt", &[b'b'; 600])]);
        assert_eq!(examine(&bytes, &mut Budget::new(&limits)), Err(Refusal::Bomb));
    }
}
