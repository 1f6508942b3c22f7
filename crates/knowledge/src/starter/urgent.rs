//! Treatable rare disorders in which time counts: shown apart, to professionals, with the window for action
//! (duty D8).

use super::table::{Row, own};
use ariane_domain::organisation::Provenance;
use ariane_domain::{Language, OrphaCode};

/// One row of `starter/urgent_disorders.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct UrgentDisorder {
    /// The disorder or group; what lies below it is meant too.
    pub orpha: OrphaCode,
    /// Its English name, for the editor of the table.
    pub name: String,
    critical: Vec<(Language, String)>,
    window: Vec<(Language, String)>,
    /// Where it is said, and whether it was read there.
    pub provenance: Provenance,
}

impl UrgentDisorder {
    /// What must be done in time, in a language or its nearest fallback.
    pub fn critical(&self, language: Language) -> (Language, &str) {
        nearest(&self.critical, language)
    }

    /// How long there is to act, in a language or its nearest fallback.
    pub fn window(&self, language: Language) -> (Language, &str) {
        nearest(&self.window, language)
    }
}

fn nearest(texts: &[(Language, String)], language: Language) -> (Language, &str) {
    std::iter::once(language)
        .chain(language.fallbacks())
        .find_map(|l| texts.iter().find(|(of, _)| *of == l))
        .map_or((language, ""), |(l, text)| (*l, text.as_str()))
}

fn texts(row: &Row, column: &str) -> Vec<(Language, String)> {
    Language::ALL
        .into_iter()
        .map(|l| (l, row.get(&format!("{column}_{l}")).to_owned()))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// All rows.
pub fn all() -> Vec<UrgentDisorder> {
    own("urgent_disorders.csv")
        .iter()
        .filter_map(|row| {
            Some(UrgentDisorder {
                orpha: row.get("orpha").parse().ok()?,
                name: row.get("name").to_owned(),
                critical: texts(row, "critical"),
                window: texts(row, "window"),
                provenance: row.provenance().ok()?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::starter::{file, table};

    #[test]
    fn every_row_is_whole_and_each_disorder_comes_once() {
        let columns = ["orpha", "name", "critical_en", "window_en", "source", "checked", "status"];
        let rows = table::read(&file("urgent_disorders.csv"), &columns).unwrap_or_default();
        let all = all();
        assert_eq!(all.len(), rows.len());
        assert!(all.len() >= 20, "{}", all.len());
        for row in &all {
            for language in [Language::Fr, Language::De, Language::En, Language::Pt] {
                assert_eq!(row.critical(language).0, language, "{}", row.name);
                assert_eq!(row.window(language).0, language, "{}", row.name);
            }
            assert_eq!(row.critical(Language::Lb).0, row.window(Language::Lb).0);
        }
        let mut codes: Vec<_> = all.iter().map(|r| r.orpha.0).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all.len());
    }
}
