//! Administrative checklists: what to ask of whom, by when, and what to do against a refusal (duty D33). The program comes with some,
//! and editors of an installation keep their own beside them.

use crate::freshness::Confirmation;
use crate::organisation::Provenance;
use crate::place::Country;
use crate::stable::stable_words;
use crate::{Language, NeedCode};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<Language, String>);

impl Texts {
    /// In the reader's language or the nearest fallback; empty when there is none.
    pub fn get(&self, language: Language) -> &str {
        std::iter::once(language)
            .chain(language.fallbacks())
            .map(|l| self.exactly(l))
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }

    /// In this language and no other; empty when there is none.
    pub fn exactly(&self, language: Language) -> &str {
        self.0.get(&language).map_or("", String::as_str)
    }

    /// Languages in which there is a text.
    pub fn languages(&self) -> impl Iterator<Item = Language> + '_ {
        self.0.iter().filter(|(_, text)| !text.trim().is_empty()).map(|(language, _)| *language)
    }
}

impl FromIterator<(Language, String)> for Texts {
    /// Without those that are empty.
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(all: I) -> Self {
        Self(all.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect())
    }
}

/// An administrative checklist (duty D33).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procedure {
    /// Stable id: small letters of English, digits, hyphens.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What to do.
    pub text: Texts,
}

/// Steps of a list at most: one that nobody can follow helps nobody.
pub const MOST_STEPS: usize = 40;
/// Letters of a text at most.
pub const MOST_LETTERS: usize = 2_000;

/// Why a checklist is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProcedureFault {
    /// Its id cannot stand in an address.
    #[error("`id` is made of small letters, digits and hyphens")]
    Id,
    /// No title in any language.
    #[error("it has no title")]
    NoTitle,
    /// A list without steps.
    #[error("it has no steps")]
    NoSteps,
    /// More steps than [`MOST_STEPS`].
    #[error("it has more than {MOST_STEPS} steps")]
    TooManySteps,
    /// In one language there are other steps than in another: who reads it would miss some, or read two languages at once.
    #[error("its title and each of its steps stand in the same languages")]
    Incomplete,
    /// Longer than [`MOST_LETTERS`].
    #[error("a text is longer than {MOST_LETTERS} letters")]
    TooLong,
    /// A fact of law or of the world says where it was read.
    #[error("`source` is empty")]
    NoSource,
    /// The official page is no address of the web.
    #[error("`url` is no address of the web")]
    Url,
    /// The day of the check is no day, or lies ahead.
    #[error("`checked` is no day until today")]
    Checked,
    /// Confirmed without a day.
    #[error("what is confirmed says on which day it was checked")]
    ConfirmedWithoutDay,
}

impl Procedure {
    /// Source and date of the check.
    pub fn provenance(&self) -> Provenance {
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

    fn texts(&self) -> impl Iterator<Item = &Texts> {
        let facts = [&self.title, &self.form, &self.payer, &self.deadline, &self.appeal];
        facts.into_iter().chain(self.steps.iter().map(|step| &step.text))
    }

    /// Checks a list as it is written on a day.
    ///
    /// # Errors
    /// [`ProcedureFault`], the first one.
    pub fn check(&self, today: NaiveDate) -> Result<(), ProcedureFault> {
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if self.id.is_empty() || self.id.len() > 80 || !self.id.bytes().all(is_letter) {
            return Err(ProcedureFault::Id);
        }
        let titled: Vec<Language> = self.title.languages().collect();
        if titled.is_empty() {
            return Err(ProcedureFault::NoTitle);
        }
        if self.steps.is_empty() {
            return Err(ProcedureFault::NoSteps);
        }
        if self.steps.len() > MOST_STEPS {
            return Err(ProcedureFault::TooManySteps);
        }
        if !self.steps.iter().all(|step| step.text.languages().eq(titled.iter().copied())) {
            return Err(ProcedureFault::Incomplete);
        }
        let lengths = self.texts().flat_map(|texts| Language::ALL.map(|l| texts.exactly(l).chars().count()));
        if lengths.chain([self.source.chars().count(), self.url.chars().count()]).any(|n| n > MOST_LETTERS) {
            return Err(ProcedureFault::TooLong);
        }
        if self.source.trim().is_empty() {
            return Err(ProcedureFault::NoSource);
        }
        if !self.url.is_empty() && !self.url.starts_with("https://") && !self.url.starts_with("http://") {
            return Err(ProcedureFault::Url);
        }
        match self.checked.as_str() {
            "" if self.status == "confirmed" => Err(ProcedureFault::ConfirmedWithoutDay),
            "" => Ok(()),
            day if day.parse::<NaiveDate>().is_ok_and(|day| day <= today) => Ok(()),
            _ => Err(ProcedureFault::Checked),
        }
    }
}

stable_words! {
    /// What the editors of an installation say of a checklist.
    pub enum ProcedureState in "procedure-state" {
        /// Theirs holds.
        Kept = "kept",
        /// Theirs is taken back: that of the program holds again, where there is one.
        TakenBack = "taken-back",
        /// It is not shown, not that of the program either.
        Hidden = "hidden",
    }
}

/// What the editors of an installation last said of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnProcedure {
    /// What holds.
    pub state: ProcedureState,
    /// Its words, as they were last written.
    pub procedure: Procedure,
}

/// The checklists that hold: those of the program, with what the editors say of them, and the editors' own.
pub fn in_use(ours: Vec<Procedure>, own: Vec<OwnProcedure>) -> Vec<Procedure> {
    let mut all = ours;
    for one in own {
        let id = &one.procedure.id;
        match one.state {
            ProcedureState::TakenBack => {}
            ProcedureState::Hidden => all.retain(|there| there.id != *id),
            ProcedureState::Kept => match all.iter_mut().find(|there| there.id == *id) {
                Some(there) => *there = one.procedure,
                None => all.push(one.procedure),
            },
        }
    }
    all
}

/// An id for a new list, from its country and its title; another one where the first is taken. `is_taken` tells which are.
pub fn new_id(country: Country, title: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut id = country.code().to_ascii_lowercase();
    for word in title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if id.len() + word.len() > 60 {
            break;
        }
        id.push('-');
        id.push_str(&word.to_ascii_lowercase());
    }
    let numbered = (2..).map(|n: u32| format!("{id}-{n}"));
    std::iter::once(id.clone()).chain(numbered).find(|one| !is_taken(one)).unwrap_or(id)
}

#[cfg(test)]
mod tests;
