//! Labels of the seven natures of request and their sub-needs, and the administrative checklists.

use ariane_domain::organisation::Provenance;
use ariane_domain::place::Country;
use ariane_domain::{Language, NeedCode};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A text in several languages.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<Language, String>);

impl Texts {
    /// In the reader's language or the nearest fallback; empty when there is none.
    pub fn get(&self, language: Language) -> &str {
        std::iter::once(language)
            .chain(language.fallbacks())
            .find_map(|l| self.0.get(&l).filter(|t| !t.is_empty()))
            .map_or("", String::as_str)
    }
}

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

/// An administrative checklist (duty D33).
#[derive(Debug, Clone, Deserialize)]
pub struct Procedure {
    /// Stable id.
    pub id: String,
    /// Country in which it holds.
    pub country: Country,
    /// Need that it answers.
    pub need: NeedCode,
    /// Title.
    pub title: Texts,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// Form to use.
    #[serde(default)]
    pub form: Texts,
    /// Who pays.
    #[serde(default)]
    pub payer: Texts,
    /// By when.
    #[serde(default)]
    pub deadline: Texts,
    /// What to do against a refusal.
    #[serde(default)]
    pub appeal: Texts,
    /// Official page.
    #[serde(default)]
    pub url: String,
    /// Source.
    pub source: String,
    /// Day of the check, empty when unconfirmed.
    #[serde(default)]
    pub checked: String,
    /// `confirmed` or `unconfirmed`.
    #[serde(default)]
    pub status: String,
}

/// One step of a checklist.
#[derive(Debug, Clone, Deserialize)]
pub struct Step {
    /// What to do.
    pub text: Texts,
}

impl Procedure {
    /// Source and date of the check.
    pub fn provenance(&self) -> Provenance {
        use ariane_domain::freshness::Confirmation;
        Provenance {
            source: self.source.clone(),
            checked: self.checked.parse().ok(),
            confirmation: if self.status == "confirmed" {
                Confirmation::Confirmed
            } else {
                Confirmation::Unconfirmed
            },
        }
    }
}

#[derive(Deserialize)]
struct ProceduresFile {
    #[serde(default)]
    procedure: Vec<Procedure>,
}

/// All checklists.
pub fn procedures() -> Vec<Procedure> {
    toml::from_str::<ProceduresFile>(&String::from_utf8_lossy(&super::file("procedures.toml")))
        .map(|f| f.procedure)
        .unwrap_or_default()
}
