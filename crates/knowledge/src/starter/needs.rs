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

/// Why the checklists of an installation are not taken.
#[derive(Debug, thiserror::Error)]
pub enum ChecklistFault {
    /// The file cannot be read as checklists.
    #[error(transparent)]
    Form(#[from] toml::de::Error),
    /// A fact of law or of the world says where it was read.
    #[error("checklist `{0}`: `source` is empty")]
    NoSource(String),
    /// A list without steps.
    #[error("checklist `{0}`: it has no steps")]
    NoSteps(String),
}

/// All checklists with those that the editors of an installation keep: one of theirs takes the place of ours with the same
/// id.
///
/// # Errors
/// [`ChecklistFault`], with the id of the list.
pub fn with_own_procedures(own: &str) -> Result<Vec<Procedure>, ChecklistFault> {
    let own = toml::from_str::<ProceduresFile>(own)?.procedure;
    for one in &own {
        if one.source.trim().is_empty() {
            return Err(ChecklistFault::NoSource(one.id.clone()));
        }
        if one.steps.is_empty() {
            return Err(ChecklistFault::NoSteps(one.id.clone()));
        }
    }
    let mut all = procedures();
    all.retain(|ours| own.iter().all(|one| one.id != ours.id));
    all.extend(own);
    Ok(all)
}

/// All checklists.
pub fn procedures() -> Vec<Procedure> {
    toml::from_str::<ProceduresFile>(&String::from_utf8_lossy(&super::file("procedures.toml")))
        .map(|f| f.procedure)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(id: &str, source: &str) -> String {
        format!(
            "[[procedure]]\nid = \"{id}\"\ncountry = \"LU\"\nneed = \"care-pathway/home-care\"\n\
             title = {{ fr = \"Liste fictive\" }}\nsource = \"{source}\"\nsteps = [{{ text = {{ fr = \"Demander.\" }} }}]\n"
        )
    }

    #[test]
    fn an_editors_list_takes_the_place_of_ours_and_names_its_source() {
        let ours = procedures().len();
        let all = with_own_procedures(&own("lu-dependence-insurance", "https://example.org")).unwrap();
        assert_eq!(all.len(), ours);
        let changed = all.iter().find(|one| one.id == "lu-dependence-insurance").unwrap();
        assert_eq!(changed.title.get(Language::Fr), "Liste fictive");
        assert_eq!(with_own_procedures(&own("lu-new", "https://example.org")).unwrap().len(), ours + 1);
        let fault = with_own_procedures(&own("lu-new", " ")).unwrap_err().to_string();
        assert!(fault.contains("lu-new") && fault.contains("source"), "{fault}");
        assert!(with_own_procedures("nonsense").is_err());
        assert_eq!(with_own_procedures("").unwrap().len(), ours);
    }
}
