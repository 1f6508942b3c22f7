//! What a case shows of a person: each attribute on a ladder from exact to left out.

use crate::epidemiology::RateRange;
use crate::place::Country;
use serde::{Deserialize, Serialize};

/// Sex as a case states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

impl Sex {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Female, Self::Male];

    /// From its word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Stable word for forms and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }
}

/// First age of an adult, where a case says no more than child or adult.
pub const ADULT: u8 = 18;

/// Beyond this age nobody is told apart: the last class of published tables is open.
pub const OLDEST: u8 = 100;

/// How exactly an age is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgeStep {
    /// In years.
    Year,
    /// A class of five years.
    FiveYears,
    /// A class of ten years.
    TenYears,
    /// Child or adult.
    ChildOrAdult,
    /// Not at all.
    Hidden,
}

impl AgeStep {
    /// From exact to left out.
    pub const ALL: [Self; 5] =
        [Self::Year, Self::FiveYears, Self::TenYears, Self::ChildOrAdult, Self::Hidden];

    /// Stable word for forms and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::FiveYears => "five-years",
            Self::TenYears => "ten-years",
            Self::ChildOrAdult => "child-or-adult",
            Self::Hidden => "hidden",
        }
    }

    /// From its word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Ages that look alike on this step: from the first to the last, both within; `None` where all do.
    pub fn ages(self, age: u8) -> Option<(u8, u8)> {
        let age = age.min(OLDEST);
        let class = |years: u8| {
            let from = age / years * years;
            // The open class at the end takes in whoever is older.
            (from, if from + years > OLDEST { u8::MAX } else { from + years - 1 })
        };
        match self {
            Self::Year => Some(class(1)),
            Self::FiveYears => Some(class(5)),
            Self::TenYears => Some(class(10)),
            Self::ChildOrAdult if age < ADULT => Some((0, ADULT - 1)),
            Self::ChildOrAdult => Some((ADULT, u8::MAX)),
            Self::Hidden => None,
        }
    }
}

/// What a disorder is called in a case: itself, or a group that it belongs to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// Code or name, for who reads the proposal.
    pub label: String,
    /// Persons living with it, per person of the population; `None` where nothing is published.
    pub prevalence: Option<RateRange>,
}

/// What is known of the person, exactly. An attribute that the case does not mention is empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Age in years.
    pub age: Option<u8>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Nationality.
    pub nationality: Option<Country>,
    /// Ids of areas that the person lives in, the smallest first, each within the next.
    pub areas: Vec<String>,
    /// The disorder, then the groups above it, each wider than the one before.
    pub disorders: Vec<Named>,
    /// What else the text tells that few people share, each with the share of people of whom it is true: a rare sign, a
    /// profession, a journey. An unknown share is a range that begins at nothing.
    pub traits: Vec<RateRange>,
}

/// How exactly each attribute is shown; indexes count steps up from the exact one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Shown {
    /// Age.
    pub age: AgeStep,
    /// Whether the sex is told.
    pub sex: bool,
    /// Whether the nationality is told.
    pub nationality: bool,
    /// Which of the person's areas; beyond the last is every area that takes part.
    pub area: usize,
    /// Which of the names of the disorder; beyond the last it is left out.
    pub disorder: usize,
    /// Whether the rare details of the text stay.
    pub traits: bool,
}

impl Shown {
    /// Everything as it is.
    pub const EXACT: Self =
        Self { age: AgeStep::Year, sex: true, nationality: true, area: 0, disorder: 0, traits: true };
}
