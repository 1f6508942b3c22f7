//! Everyday names of disorders: an overlay of ours that never alters Orphanet's or HPO's terms.

use super::table::own;
use ariane_domain::{Language, OrphaCode};

/// One row of `starter/lay_names.csv`.
#[derive(Debug, Clone)]
pub struct LayName {
    /// Language in which it is said.
    pub language: Language,
    /// The name.
    pub name: String,
    /// What it means.
    pub code: OrphaCode,
    /// Where the usage can be checked.
    pub source: String,
    /// A hurtful name, marked so in the file: understood when typed, never shown.
    pub unspoken: bool,
}

/// All rows.
pub fn all() -> Vec<LayName> {
    own("lay_names.csv")
        .iter()
        .filter_map(|row| {
            Some(LayName {
                language: row.get("language").parse().ok()?,
                name: row.required("name").ok()?.to_owned(),
                code: row.get("orpha").parse().ok()?,
                source: row.get("source").to_owned(),
                unspoken: row.get("note").contains("never shown"),
            })
        })
        .collect()
}
