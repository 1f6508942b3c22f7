//! What is asked about a request: a configurable set of fields, with versions.
//!
//! A record keeps the version under which it was written; a value that a later version no longer offers is still
//! shown. The sets are data (`starter/enquiry_form.toml`).

mod check;
mod read;

pub use check::FormFault;
pub use read::{Answer, Answers, FieldFault, Submitted};

use crate::language::Language;
use crate::stable::stable_words;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

stable_words! {
    /// What a field takes.
    pub enum FieldKind in "field-kind" {
        /// One of its choices.
        Choice = "choice",
        /// Any number of its choices.
        Multi = "multi",
        /// Free text.
        Text = "text",
        /// A whole number.
        Number = "number",
        /// A date.
        Date = "date",
        /// Yes or no.
        YesNo = "yes-no",
    }
}

stable_words! {
    /// A list of choices that lives elsewhere, too long to be written out in the set.
    pub enum ChoiceList in "choice-list" {
        /// Countries of ISO 3166-1.
        Countries = "countries",
        /// Languages: two letters of ISO 639-1.
        Languages = "languages",
        /// The seven natures of request with their sub-needs.
        Needs = "needs",
        /// ORPHA codes of disorders.
        Disorders = "disorders",
    }
}

/// Texts per language; French is the source of truth.
pub type Labels = BTreeMap<Language, String>;

/// One choice of a field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable code.
    pub code: String,
    /// What the page shows.
    pub label: Labels,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Stable code.
    pub code: String,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether a record without it is refused.
    #[serde(default)]
    pub required: bool,
    /// Whether its value is kept encrypted under the person's key; free text always is.
    #[serde(default)]
    pub sealed: bool,
    /// Choices of `choice` and `multi`.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// List that stands in place of choices.
    #[serde(default)]
    pub list: Option<ChoiceList>,
    /// Smallest number.
    #[serde(default)]
    pub min: Option<i64>,
    /// Largest number.
    #[serde(default)]
    pub max: Option<i64>,
    /// What the page shows.
    pub label: Labels,
    /// Why it is asked: the document in which the field stands.
    #[serde(default)]
    pub source: String,
}

/// One version of the set.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSet {
    /// Version, counted from 1.
    pub version: u32,
    /// First day on which it is used.
    pub since: NaiveDate,
    /// Fields in the order in which they are asked.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
}

/// All versions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    #[serde(rename = "form", default)]
    sets: Vec<FormSet>,
}

/// A value as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Text.
    pub text: String,
    /// Whether the version of the record offers the value; if not, the page marks it as an old value.
    pub known: bool,
}

fn label(labels: &Labels, language: Language) -> Option<&str> {
    std::iter::once(language).chain(language.fallbacks()).find_map(|l| labels.get(&l)).map(String::as_str)
}

impl Choice {
    /// Label in a language, else in one that its readers know, else the code.
    pub fn label(&self, language: Language) -> &str {
        label(&self.label, language).unwrap_or(&self.code)
    }
}

impl Field {
    /// Label in a language, else in one that its readers know, else the code.
    pub fn label(&self, language: Language) -> &str {
        label(&self.label, language).unwrap_or(&self.code)
    }

    /// Whether the value must be encrypted: as the set says, and always for free text.
    pub fn is_sealed(&self) -> bool {
        self.sealed || self.kind == FieldKind::Text
    }

    /// A choice by its code.
    pub fn choice(&self, code: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.code == code)
    }
}

impl FormSet {
    /// A field by its code.
    pub fn field(&self, code: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.code == code)
    }
}

impl Forms {
    /// Versions, checked together.
    ///
    /// # Errors
    /// Everything that is wrong with them, see [`FormFault`].
    pub fn new(sets: Vec<FormSet>) -> Result<Self, Vec<FormFault>> {
        let forms = Self { sets };
        let faults = forms.faults();
        if faults.is_empty() { Ok(forms) } else { Err(faults) }
    }

    /// All versions, oldest first.
    pub fn versions(&self) -> &[FormSet] {
        &self.sets
    }

    /// A version by its number.
    pub fn version(&self, version: u32) -> Option<&FormSet> {
        self.sets.iter().find(|set| set.version == version)
    }

    /// The version in use on a day: the latest that has begun, else the first.
    pub fn current(&self, today: NaiveDate) -> Option<&FormSet> {
        self.sets.iter().rev().find(|set| set.since <= today).or(self.sets.first())
    }

    /// The label of a field of a record of some version; of any version that has it, else the code.
    pub fn field_label<'a>(&'a self, version: u32, code: &'a str, language: Language) -> &'a str {
        self.versions_from(version)
            .find_map(|set| set.field(code))
            .map_or(code, |field| field.label(language))
    }

    /// How the value of a coded field of a record is shown: with the words of the record's version; else with those of
    /// any version that has the value; else as it is written. Never nothing.
    pub fn shown(&self, version: u32, code: &str, value: &str, language: Language) -> Shown {
        let of = |set: &FormSet| Some(set.field(code)?.choice(value)?.label(language).to_owned());
        match self.version(version).and_then(of) {
            Some(text) => Shown { text, known: true },
            None => {
                let listed =
                    self.version(version).and_then(|set| set.field(code)).is_some_and(|f| f.offers(value));
                let text = self.versions_from(version).find_map(of).unwrap_or_else(|| value.to_owned());
                Shown { text, known: listed }
            }
        }
    }

    /// The record's own version first, then the others from the newest.
    fn versions_from(&self, version: u32) -> impl Iterator<Item = &FormSet> {
        self.version(version).into_iter().chain(self.sets.iter().rev())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn field(code: &str, kind: FieldKind, choices: &[&str]) -> Field {
        let label = |text: &str| Labels::from(Language::ALL.map(|l| (l, format!("{text} {l}"))));
        let choice = |code: &&str| Choice { code: (*code).to_owned(), label: label(code) };
        Field {
            code: code.to_owned(),
            kind,
            required: false,
            sealed: false,
            choices: choices.iter().map(choice).collect(),
            list: None,
            min: None,
            max: None,
            label: label(code),
            source: String::new(),
        }
    }

    pub(crate) fn set(version: u32, since: &str, fields: Vec<Field>) -> FormSet {
        FormSet { version, since: since.parse().unwrap(), fields }
    }

    fn forms() -> Forms {
        let old = field("heard", FieldKind::Choice, &["media", "leaflet"]);
        let new = field("heard", FieldKind::Choice, &["media", "podcast"]);
        let gone = field("gone", FieldKind::YesNo, &[]);
        Forms::new(vec![set(1, "2026-01-01", vec![old, gone]), set(2, "2026-06-01", vec![new])]).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_version_in_use_is_the_latest_that_has_begun() {
        let forms = forms();
        let current = |on: &str| forms.current(day(on)).unwrap().version;
        assert_eq!(current("2026-05-31"), 1);
        assert_eq!(current("2026-06-01"), 2);
        assert_eq!(current("2020-01-01"), 1);
        assert_eq!(Forms::default().current(day("2026-01-01")), None);
    }

    #[test]
    fn old_records_keep_their_words() {
        let forms = forms();
        let shown = |version, value| forms.shown(version, "heard", value, Language::De);
        assert_eq!(shown(1, "leaflet"), Shown { text: "leaflet de".into(), known: true });
        assert_eq!(shown(2, "leaflet"), Shown { text: "leaflet de".into(), known: false });
        assert_eq!(shown(1, "podcast"), Shown { text: "podcast de".into(), known: false });
        assert_eq!(shown(9, "podcast"), Shown { text: "podcast de".into(), known: false });
        assert_eq!(shown(1, "radio"), Shown { text: "radio".into(), known: false });
    }

    #[test]
    fn a_field_that_is_gone_still_has_its_label() {
        let forms = forms();
        assert_eq!(forms.field_label(2, "gone", Language::Fr), "gone fr");
        assert_eq!(forms.field_label(2, "never", Language::Fr), "never");
    }

    #[test]
    fn free_text_is_sealed_whatever_the_set_says() {
        assert!(field("note", FieldKind::Text, &[]).is_sealed());
        assert!(!field("heard", FieldKind::Choice, &["media"]).is_sealed());
    }
}
