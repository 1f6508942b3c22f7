//! `phenotype.hpoa`: which disorder has which sign, how often, by which reference.

use super::FormatError;
use super::hpo::number;

/// One annotation row of a disorder that Orphanet names.
///
/// Rows of OMIM and DECIPHER are counted, not kept: the finder shows signs by ORPHA entity.
#[derive(Debug, Clone)]
pub struct AnnotationRow {
    /// ORPHA code.
    pub code: u32,
    /// English name as the file gives it.
    pub name: String,
    /// HPO term.
    pub term: u32,
    /// Frequency as written: `HP:0040281`, `3/7`, `45%` or empty.
    pub frequency: String,
    /// `NOT` in the qualifier column.
    pub excluded: bool,
}

/// The annotation file.
#[derive(Debug, Default)]
pub struct Annotations {
    /// Its `#version:`.
    pub version: String,
    /// Rows of ORPHA entities, phenotypic aspect only.
    pub rows: Vec<AnnotationRow>,
    /// All rows of the file.
    pub total: u64,
}

/// Reads the file.
pub fn read(bytes: &[u8]) -> Result<Annotations, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FormatError::Encoding)?;
    let mut out = Annotations::default();
    for (index, line) in text.lines().enumerate() {
        if let Some(comment) = line.strip_prefix('#') {
            if let Some(version) = comment.trim().strip_prefix("version:") {
                version.trim().clone_into(&mut out.version);
            }
            continue;
        }
        if line.starts_with("database_id\t") || line.is_empty() {
            continue;
        }
        out.total += 1;
        let Some(rest) = line.strip_prefix("ORPHA:") else { continue };
        let columns: Vec<&str> = rest.split('\t').collect();
        let [code, name, qualifier, term, _, _, _, frequency, _, _, aspect, ..] = columns[..] else {
            return Err(FormatError::Row { line: index as u64 + 1, reason: "fewer than 11 columns".into() });
        };
        if aspect != "P" {
            continue;
        }
        if let (Ok(code), Some(term)) = (code.parse(), number(term)) {
            out.rows.push(AnnotationRow {
                code,
                name: name.to_owned(),
                term,
                frequency: frequency.to_owned(),
                excluded: qualifier == "NOT",
            });
        }
    }
    if out.total == 0 {
        return Err(FormatError::Empty("annotation"));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_orpha_entities_are_kept_with_negation_and_frequency() {
        let file = "#version: 2099-01-01\ndatabase_id\tdisease_name\t…\n\
            OMIM:1\tX\t\tHP:0000002\tPMID:1\tPCS\t\t1/2\t\t\tP\tx\n\
            ORPHA:900001\tA\tNOT\tHP:0000002\tORPHA:900001\tTAS\t\tHP:0040281\t\t\tP\tx\n";
        let read = read(file.as_bytes()).expect("readable");
        assert_eq!((read.version.as_str(), read.total, read.rows.len()), ("2099-01-01", 2, 1));
        assert!(read.rows[0].excluded);
        assert_eq!(read.rows[0].frequency, "HP:0040281");
    }

    #[test]
    fn a_short_row_is_named_by_its_line() {
        let broken = super::read(b"ORPHA:1\tA\n").expect_err("too short");
        assert!(broken.to_string().starts_with("line 1"), "{broken}");
    }
}
