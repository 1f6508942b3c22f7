//! Well-known disorders written by us, for as long as nothing is imported.

use super::table::{Row, own};
use ariane_domain::code::Level;
use ariane_domain::{Language, OrphaCode};

/// One row of `starter/disorders.csv`.
#[derive(Debug, Clone)]
pub struct StarterDisorder {
    /// ORPHA code.
    pub code: OrphaCode,
    /// Level.
    pub level: Level,
    /// Orphanet's disorder type, English.
    pub disorder_type: String,
    /// Parents within the file.
    pub parents: Vec<u32>,
    /// Preferred names.
    pub names: Vec<(Language, String)>,
    /// Synonyms.
    pub synonyms: Vec<(Language, String)>,
    /// `(system, code)`.
    pub codes: Vec<(String, String)>,
    /// Causative genes.
    pub genes: Vec<String>,
    /// Inheritance, English labels.
    pub inheritance: Vec<String>,
    /// Ages of onset, English labels.
    pub onsets: Vec<String>,
    /// `(measure, class, mean per 100,000, geography, source)`.
    pub prevalence: Option<(String, String, Option<f64>, String, String)>,
    /// Source of the row.
    pub source: String,
}

/// All rows.
pub fn all() -> Vec<StarterDisorder> {
    own("disorders.csv").iter().filter_map(read).collect()
}

fn read(row: &Row) -> Option<StarterDisorder> {
    let split = |column: &str, separator: char| -> Vec<String> {
        row.get(column).split(separator).map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
    };
    let mut names = Vec::new();
    let mut synonyms = Vec::new();
    for language in Language::OF_NOMENCLATURE {
        let name = row.get(&format!("name_{language}"));
        if !name.is_empty() {
            names.push((language, name.to_owned()));
        }
        synonyms.extend(split(&format!("synonyms_{language}"), '|').into_iter().map(|s| (language, s)));
    }
    let mut codes = Vec::new();
    for (system, column) in [("OMIM", "omim"), ("ICD-10", "icd10")] {
        let cell = row.get(column).replace(['|', ';'], " ");
        codes.extend(cell.split_whitespace().map(|c| (system.to_owned(), c.to_owned())));
    }
    let prevalence = (!row.get("prevalence_type").is_empty()).then(|| {
        (
            row.get("prevalence_type").to_owned(),
            row.get("prevalence_class").to_owned(),
            row.get("prevalence_value").parse().ok(),
            row.get("prevalence_geography").to_owned(),
            row.get("prevalence_source").to_owned(),
        )
    });
    Some(StarterDisorder {
        code: row.get("orpha").parse().ok()?,
        level: match row.get("level") {
            "group" => Level::Group,
            "subtype" => Level::Subtype,
            _ => Level::Disorder,
        },
        disorder_type: row.get("type").to_owned(),
        parents: row
            .get("parents")
            .split_whitespace()
            .filter_map(|p| p.parse::<OrphaCode>().ok().map(|c| c.0))
            .collect(),
        names,
        synonyms,
        codes,
        genes: split("genes", ' '),
        inheritance: split("inheritance", '|'),
        onsets: split("onset", '|'),
        prevalence,
        source: row.get("source").to_owned(),
    })
}
