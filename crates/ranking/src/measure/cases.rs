//! Published cases: one JSON object per line, or phenopackets.

use crate::request::Sex;
use ariane_knowledge::formats::phenopacket::years;
use serde::Deserialize;

/// One person of one publication.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Id, unique in the file.
    pub id: String,
    /// The publication, e.g. `PMID:24573067`.
    pub source: String,
    /// OMIM number of the disease that was found.
    pub omim: u32,
    /// Sex.
    pub sex: Option<Sex>,
    /// Age in years.
    pub age: Option<f32>,
    /// Signs seen, HPO numbers.
    pub observed: Vec<u32>,
    /// Signs looked for and absent.
    pub excluded: Vec<u32>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    source: String,
    disease_id: String,
    #[serde(default)]
    sex: Option<String>,
    #[serde(default)]
    age: Option<String>,
    #[serde(default)]
    observed: Vec<String>,
    #[serde(default)]
    excluded: Vec<String>,
}

/// Reads lines; a line that is no case, or whose disease has no OMIM number, is named.
pub fn read(text: &str) -> Result<Vec<Case>, String> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            let fault = |why: String| format!("line {}: {why}", number + 1);
            let line: Line = serde_json::from_str(line).map_err(|e| fault(e.to_string()))?;
            let omim = line.disease_id.strip_prefix("OMIM:").and_then(|n| n.parse().ok());
            Ok(Case {
                omim: omim.ok_or_else(|| fault(format!("`{}` is no OMIM number", line.disease_id)))?,
                id: line.id,
                source: line.source,
                sex: match line.sex.as_deref() {
                    Some("MALE") => Some(Sex::Male),
                    Some("FEMALE") => Some(Sex::Female),
                    _ => None,
                },
                age: line.age.as_deref().and_then(years),
                observed: line.observed.iter().filter_map(|s| number_of(s)).collect(),
                excluded: line.excluded.iter().filter_map(|s| number_of(s)).collect(),
            })
        })
        .collect()
}

/// The number in `HP:0001250`.
pub fn number_of(id: &str) -> Option<u32> {
    ariane_knowledge::formats::hpo::number(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_named() {
        let good = r#"{"id":"a","source":"PMID:1","disease_id":"OMIM:1","observed":["HP:0000118","x"]}"#;
        assert_eq!(read(good).expect("readable")[0].observed, [118]);
        assert!(read(&format!("{good}\n{{")).expect_err("cut").starts_with("line 2"));
        assert!(read(&good.replace("OMIM:1", "MONDO:1")).expect_err("no OMIM").contains("MONDO:1"));
    }
}
