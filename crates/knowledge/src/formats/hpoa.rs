//! `phenotype.hpoa`: which disorder has which sign, how often, by which reference.

use super::FormatError;
use super::hpo::number;
use rustc_hash::FxHashMap;

/// Whose disorder a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Database {
    /// Orphanet: the code is an ORPHA code.
    Orpha,
    /// Online Mendelian Inheritance in Man: the code is an OMIM number.
    Omim,
}

/// What a row says of the disorder: the file's column `aspect`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// A sign.
    Sign,
    /// Mode of inheritance.
    Inheritance,
    /// Onset and course.
    Course,
}

/// A disorder that the file annotates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotatedDisorder {
    /// Whose.
    pub database: Database,
    /// Its number there.
    pub code: u32,
    /// English name as the file gives it.
    pub name: String,
}

/// One annotation row.
#[derive(Debug, Clone)]
pub struct AnnotationRow {
    /// Position in [`Annotations::disorders`].
    pub disorder: u32,
    /// HPO term.
    pub term: u32,
    /// Frequency as written: `HP:0040281`, `3/7`, `45%` or empty.
    pub frequency: String,
    /// `NOT` in the qualifier column.
    pub excluded: bool,
    /// Where it was published: `PMID:31675180`, `OMIM:619340`, `ORPHA:586`; several joined by `;`.
    pub reference: String,
    /// What the row says.
    pub aspect: Aspect,
}

/// The annotation file.
#[derive(Debug, Default, Clone)]
pub struct Annotations {
    /// Its `#version:`.
    pub version: String,
    /// Disorders of ORPHA and OMIM.
    pub disorders: Vec<AnnotatedDisorder>,
    /// Their rows: signs, inheritance, course. Modifiers and the handful of DECIPHER rows are passed over.
    pub rows: Vec<AnnotationRow>,
    /// All rows of the file.
    pub total: u64,
}

/// Reads the file.
pub fn read(bytes: &[u8]) -> Result<Annotations, FormatError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FormatError::Encoding)?;
    let mut out = Annotations::default();
    let mut places: FxHashMap<(Database, u32), u32> = FxHashMap::default();
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
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, name, qualifier, term, reference, _, _, frequency, _, _, aspect, ..] = columns[..] else {
            return Err(FormatError::Row { line: index as u64 + 1, reason: "fewer than 11 columns".into() });
        };
        let (database, code) = match id.split_once(':') {
            Some(("ORPHA", code)) => (Database::Orpha, code),
            Some(("OMIM", code)) => (Database::Omim, code),
            _ => continue,
        };
        let aspect = match aspect {
            "P" => Aspect::Sign,
            "I" => Aspect::Inheritance,
            "C" => Aspect::Course,
            _ => continue,
        };
        if let (Ok(code), Some(term)) = (code.parse(), number(term)) {
            let disorder = *places.entry((database, code)).or_insert_with(|| {
                out.disorders.push(AnnotatedDisorder { database, code, name: name.to_owned() });
                out.disorders.len() as u32 - 1
            });
            out.rows.push(AnnotationRow {
                disorder,
                term,
                frequency: frequency.to_owned(),
                excluded: qualifier == "NOT",
                reference: reference.to_owned(),
                aspect,
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
    fn rows_keep_disorder_negation_frequency_and_reference() {
        let file = "#version: 2099-01-01\ndatabase_id\tdisease_name\t…\n\
            OMIM:1\tX\t\tHP:0000002\tPMID:1\tPCS\t\t1/2\t\t\tP\tx\n\
            ORPHA:900001\tA\tNOT\tHP:0000002\tORPHA:900001\tTAS\t\tHP:0040281\t\t\tP\tx\n";
        let read = read(file.as_bytes()).expect("readable");
        assert_eq!((read.version.as_str(), read.total, read.rows.len()), ("2099-01-01", 2, 2));
        assert_eq!(read.disorders[0].database, Database::Omim);
        assert_eq!((read.rows[0].reference.as_str(), read.rows[0].disorder), ("PMID:1", 0));
        assert!(read.rows[1].excluded);
        assert_eq!(read.rows[1].frequency, "HP:0040281");
    }

    #[test]
    fn a_short_row_is_named_by_its_line() {
        let broken = super::read(b"ORPHA:1\tA\n").expect_err("too short");
        assert!(broken.to_string().starts_with("line 1"), "{broken}");
    }
}
