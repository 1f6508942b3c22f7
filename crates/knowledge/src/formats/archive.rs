//! Opens what an operator hands in: plain files and zip archives, with bounds against hostile ones.

use super::FormatError;
use std::io::{Cursor, Read};

/// What a file holds, told by its first bytes and never by its name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `ORPHAnomenclature_….xml` or product 1.
    Nomenclature,
    /// `ORPHAclassification_….xml`.
    Classification,
    /// One orphapacket.
    Orphapacket,
    /// A phenopacket of a published case.
    PublishedCase,
    /// `hp.obo`.
    Hpo,
    /// `phenotype.hpoa`.
    Annotations,
    /// Babelon translations.
    Translations,
    /// Synonyms beside a translation.
    TranslatedSynonyms,
    /// MONDO mappings.
    Mappings,
    /// GeoNames postcodes.
    Postcodes,
    /// ICD and OMIM correspondences.
    Correspondences,
    /// Retired codes.
    Retired,
}

/// Bounds for an archive: entries, bytes of one entry, bytes in all, and how far one may expand.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Most entries.
    pub entries: usize,
    /// Largest entry, uncompressed bytes.
    pub entry_bytes: u64,
    /// All entries together, uncompressed bytes.
    pub total_bytes: u64,
    /// Largest ratio of uncompressed to compressed bytes for entries above one mebibyte.
    pub ratio: u64,
}

impl Default for Limits {
    /// The largest official pack has 10,000 entries and 200 MB; XML compresses about 40 times.
    fn default() -> Self {
        Self { entries: 50_000, entry_bytes: 256 << 20, total_bytes: 1 << 30, ratio: 200 }
    }
}

/// Whether the bytes are a zip archive.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Tells what the bytes are.
pub fn kind_of(bytes: &[u8]) -> Result<FileKind, FormatError> {
    let head = &bytes[..bytes.len().min(4096)];
    let head = String::from_utf8_lossy(head);
    let head = head.trim_start_matches('\u{feff}');
    let first = head.lines().find(|l| !l.starts_with('#')).unwrap_or_default();
    let columns: Vec<&str> = first.split('\t').map(str::trim).collect();
    let has = |names: &[&str]| names.iter().all(|name| columns.contains(name));
    Ok(if head.starts_with("<?xml") || head.starts_with("<JDBOR") {
        if head.contains("<ClassificationList") {
            FileKind::Classification
        } else if head.contains("<DisorderList") {
            FileKind::Nomenclature
        } else {
            return Err(FormatError::Unknown);
        }
    } else if head.trim_start().starts_with('{') && head.contains("\"Orphapacket\"") {
        FileKind::Orphapacket
    } else if head.trim_start().starts_with('{')
        && ["\"phenotypicFeatures\"", "\"phenotypic_features\"", "\"subject\""]
            .iter()
            .any(|k| head.contains(k))
    {
        FileKind::PublishedCase
    } else if head.starts_with("format-version:") {
        FileKind::Hpo
    } else if has(&["database_id", "hpo_id"]) {
        FileKind::Annotations
    } else if has(&["subject_id", "translation_value", "predicate_id"]) {
        FileKind::Translations
    } else if has(&["subject_id", "translation_value"]) {
        FileKind::TranslatedSynonyms
    } else if has(&["subject_id", "object_id"]) {
        FileKind::Mappings
    } else if has(&["system", "orpha", "code"]) {
        FileKind::Correspondences
    } else if has(&["orpha", "label", "status", "target"]) {
        FileKind::Retired
    } else if columns.len() >= 11 && columns[0].len() == 2 && columns[9].parse::<f64>().is_ok() {
        FileKind::Postcodes
    } else {
        return Err(FormatError::Unknown);
    })
}

/// Visits every file inside an archive, in memory: nothing is written, so a path inside it can
/// harm nothing, and is refused all the same.
pub fn each_entry(
    bytes: &[u8],
    limits: Limits,
    mut visit: impl FnMut(&str, &[u8]) -> Result<(), FormatError>,
) -> Result<(), FormatError> {
    let refused = |reason: String| FormatError::Archive(reason);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| refused(e.to_string()))?;
    if zip.len() > limits.entries {
        return Err(refused(format!("{} entries, at most {} are taken", zip.len(), limits.entries)));
    }
    let mut total = 0_u64;
    let mut content = Vec::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(|e| refused(e.to_string()))?;
        if entry.is_dir() {
            continue;
        }
        let name = entry.name().to_owned();
        if entry.enclosed_name().is_none() {
            return Err(refused("an entry's path leaves the archive".into()));
        }
        content.clear();
        let read = entry
            .by_ref()
            .take(limits.entry_bytes + 1)
            .read_to_end(&mut content)
            .map_err(|e| refused(e.to_string()))? as u64;
        total += read;
        let expands = read > (1 << 20) && read / entry.compressed_size().max(1) > limits.ratio;
        if read > limits.entry_bytes || total > limits.total_bytes || expands {
            return Err(refused("it unpacks to far more than an official file does".into()));
        }
        visit(&name, &content)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn zip_of(name: &str, content: &[u8]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("started");
        writer.write_all(content).expect("written");
        writer.finish().expect("finished").into_inner()
    }

    #[test]
    fn a_bomb_is_refused() {
        let bomb = zip_of("a.xml", &vec![b'0'; 8 << 20]);
        assert!(bomb.len() < 20_000);
        let result = each_entry(&bomb, Limits::default(), |_, _| Ok(()));
        assert!(matches!(result, Err(FormatError::Archive(_))), "{result:?}");
    }

    #[test]
    fn a_path_that_leaves_the_archive_is_refused() {
        let result = each_entry(&zip_of("../../etc/x", b"y"), Limits::default(), |_, _| Ok(()));
        assert!(matches!(result, Err(FormatError::Archive(_))), "{result:?}");
    }

    #[test]
    fn a_damaged_archive_is_refused() {
        let mut damaged = zip_of("a.xml", b"hello hello hello");
        damaged.truncate(30);
        assert!(each_entry(&damaged, Limits::default(), |_, _| Ok(())).is_err());
    }

    #[test]
    fn kinds_are_told_by_content() {
        assert_eq!(kind_of(b"format-version: 1.4\n").ok(), Some(FileKind::Hpo));
        assert_eq!(
            kind_of(b"#x: y\ndatabase_id\tdisease_name\tq\thpo_id\n").ok(),
            Some(FileKind::Annotations)
        );
        assert_eq!(kind_of(b"LU\tL-1111\tX\t\t\t\t\t\t\t49.6\t6.1\t6").ok(), Some(FileKind::Postcodes));
        assert!(kind_of(b"hello").is_err());
        assert!(kind_of(b"").is_err());
    }
}
