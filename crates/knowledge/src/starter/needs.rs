//! Labels of the seven natures of request and their sub-needs.

use ariane_domain::NeedCode;
use ariane_domain::procedure::Texts;
use serde::Deserialize;

/// One nature with its sub-needs.
#[derive(Debug, Clone, Deserialize)]
pub struct NatureTexts {
    /// Code of the nature.
    pub code: NeedCode,
    /// Label; French exactly as in seed 000.
    pub label: Texts,
    /// Two to four words.
    #[serde(default)]
    pub short: Texts,
    /// Sub-needs.
    #[serde(default)]
    pub sub: Vec<SubTexts>,
}

/// One sub-need.
#[derive(Debug, Clone, Deserialize)]
pub struct SubTexts {
    /// Code.
    pub code: NeedCode,
    /// Label.
    pub label: Texts,
    /// One sentence.
    #[serde(default)]
    pub hint: Texts,
    /// Whether it is a need of a relative (duty D36).
    #[serde(default)]
    pub relative: bool,
}

#[derive(Deserialize)]
struct NeedsFile {
    #[serde(default)]
    nature: Vec<NatureTexts>,
}

/// The natures, in the order of seed 000.
pub fn all() -> Vec<NatureTexts> {
    toml::from_str::<NeedsFile>(&String::from_utf8_lossy(&super::file("needs.toml")))
        .map(|f| f.nature)
        .unwrap_or_default()
}
