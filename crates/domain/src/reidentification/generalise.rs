//! The least that has to be blurred until enough people fit, and what may be shared at all.

use super::estimate::{Estimate, Fitting, Unknown};
use super::margins::Margins;
use super::shown::{AgeStep, Person, Shown};
use crate::account::Role;
use serde::{Deserialize, Serialize};

/// Setting: how many people at least must fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bound {
    /// Enough: nothing has to be blurred. Eleven: one in eleven is the threshold of 0.09 of the European Medicines Agency.
    pub enough: u64,
    /// Below this nothing is shared without a decision that gives its reason. Our own choice.
    pub floor: u64,
}

/// A bound that protects nobody, or that no case reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`floor` is from {LEAST_FLOOR} to `enough`, and `enough` is {MOST_ENOUGH} at most")]
pub struct NotABound;

/// The lowest floor that an installation may set: as for published counts. Our own choice.
pub const LEAST_FLOOR: u64 = 5;
/// The highest bound that an installation may set.
pub const MOST_ENOUGH: u64 = 1_000;

impl Bound {
    /// Checks a bound as an installation sets it.
    ///
    /// # Errors
    /// [`NotABound`].
    pub fn check(self) -> Result<Self, NotABound> {
        let is_bound = LEAST_FLOOR <= self.floor && self.floor <= self.enough && self.enough <= MOST_ENOUGH;
        if is_bound { Ok(self) } else { Err(NotABound) }
    }
}

impl Default for Bound {
    fn default() -> Self {
        Self { enough: 11, floor: 5 }
    }
}

/// Probability with which a bound may be missed.
pub const DOUBT: f64 = 0.05;

/// One thing that a proposal blurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attribute {
    /// Age.
    Age,
    /// Sex.
    Sex,
    /// Nationality.
    Nationality,
    /// Area.
    Area,
    /// Name of the disorder.
    Disorder,
    /// Rare details.
    Traits,
}

impl Attribute {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Age, Self::Sex, Self::Nationality, Self::Area, Self::Disorder, Self::Traits];

    /// Stable word for forms and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Sex => "sex",
            Self::Nationality => "nationality",
            Self::Area => "area",
            Self::Disorder => "disorder",
            Self::Traits => "traits",
        }
    }

    /// What it costs an expert when this is blurred by one more step; our own order: where somebody lives and what passport they hold
    /// helps no diagnosis, the age does, the disorder is what the advice is about.
    const fn cost(self) -> u32 {
        match self {
            Self::Nationality => 1,
            Self::Area => 2,
            Self::Age => 3,
            Self::Traits => 5,
            Self::Sex => 8,
            Self::Disorder => 12,
        }
    }
}

/// What may be done with a case as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Enough people fit.
    Enough,
    /// Too few fit; this would do. Sharing as it is remains possible above the floor.
    Blur(Proposal),
    /// Too few fit whatever is blurred; above the floor.
    NoWay,
    /// Fewer fit than the floor: refused without a decision that gives its reason. A proposal where one reaches the bound.
    Refused(Option<Proposal>),
}

impl Verdict {
    /// Stable word for the store and translation keys.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Enough => "enough",
            Self::Blur(_) => "blur",
            Self::NoWay => "no-way",
            Self::Refused(_) => "refused",
        }
    }

    /// What would do, where anything does.
    pub const fn proposal(&self) -> Option<&Proposal> {
        match self {
            Self::Blur(proposal) | Self::Refused(Some(proposal)) => Some(proposal),
            Self::Enough | Self::NoWay | Self::Refused(None) => None,
        }
    }
}

/// What to blur.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proposal {
    /// How it would be shown.
    pub shown: Shown,
    /// How many would fit.
    pub estimate: Estimate,
    /// What is blurred.
    pub blurred: Vec<Attribute>,
}

/// The number of people who fit, and what follows from it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judgement {
    /// How many; `None` where something shown has no published number: then it must be taken as nobody else.
    pub estimate: Option<Estimate>,
    /// What has no published number.
    pub unknown: Option<&'static str>,
    /// What follows.
    pub verdict: Verdict,
}

fn reaches(person: &Person, shown: &Shown, margins: &Margins, bound: u64) -> bool {
    Fitting::new(person, shown, margins).is_ok_and(|fitting| fitting.fewer_than(bound) <= DOUBT)
}

/// Judges a case as it is shown. Where too few fit, the cheapest way to blur it that reaches the bound is proposed: every combination
/// of steps above what is shown is weighed, so that no cheaper one is passed over.
pub fn judge(person: &Person, shown: &Shown, margins: &Margins, bound: &Bound) -> Judgement {
    let fitting = Fitting::new(person, shown, margins);
    let (estimate, unknown) = match &fitting {
        Ok(fitting) => (Some(fitting.estimate()), None),
        Err(unknown) => (None, Some(unknown.word())),
    };
    let at_least = |number| fitting.as_ref().is_ok_and(|fitting| fitting.fewer_than(number) <= DOUBT);
    let verdict = if at_least(bound.enough) {
        Verdict::Enough
    } else {
        let proposal = cheapest(person, shown, margins, bound.enough);
        match proposal {
            found if !at_least(bound.floor) => Verdict::Refused(found),
            Some(found) => Verdict::Blur(found),
            None => Verdict::NoWay,
        }
    };
    Judgement { estimate, unknown, verdict }
}

/// Whether a case may be shared as it is: a decision with its reason is needed below the floor.
pub fn needs_reason(judgement: &Judgement) -> bool {
    matches!(judgement.verdict, Verdict::Refused(_))
}

/// Whether a function may decide, with a reason, that a case is shared although fewer people fit than the floor: a clinician (duty D11).
pub const fn may_decide(role: Role) -> bool {
    matches!(role, Role::MedicalCoordinator | Role::HubCoordinator)
}

fn cheapest(person: &Person, shown: &Shown, margins: &Margins, bound: u64) -> Option<Proposal> {
    let mut ways = ways(person, shown);
    ways.sort_by_key(|(cost, _)| *cost);
    let (_, way) = ways.into_iter().find(|(_, way)| reaches(person, way, margins, bound))?;
    let fitting: Result<Fitting, Unknown> = Fitting::new(person, &way, margins);
    Some(Proposal { shown: way, estimate: fitting.ok()?.estimate(), blurred: blurred(shown, &way) })
}

/// Attributes that one way shows less exactly than another.
pub fn blurred(before: &Shown, after: &Shown) -> Vec<Attribute> {
    let is = |attribute: &Attribute| match attribute {
        Attribute::Age => before.age != after.age,
        Attribute::Sex => before.sex != after.sex,
        Attribute::Nationality => before.nationality != after.nationality,
        Attribute::Area => before.area != after.area,
        Attribute::Disorder => before.disorder != after.disorder,
        Attribute::Traits => before.traits != after.traits,
    };
    Attribute::ALL.into_iter().filter(is).collect()
}

/// Every way to blur a case further, with its cost. What the person does not have cannot be blurred.
fn ways(person: &Person, shown: &Shown) -> Vec<(u32, Shown)> {
    let mut all = Vec::new();
    let ages = AgeStep::ALL
        .into_iter()
        .filter(|step| *step == shown.age || (person.age.is_some() && *step > shown.age));
    let may_drop = |there: bool, has: bool| if there && has { vec![true, false] } else { vec![there] };
    let sexes = may_drop(shown.sex, person.sex.is_some());
    let nationalities = may_drop(shown.nationality, person.nationality.is_some());
    let traits = may_drop(shown.traits, !person.traits.is_empty());
    let up = |from: usize, most: usize| from..=most.max(from);
    for (steps, age) in ages.enumerate() {
        for sex in &sexes {
            for nationality in &nationalities {
                for area in up(shown.area, person.areas.len()) {
                    for disorder in up(shown.disorder, person.disorders.len()) {
                        for text in &traits {
                            let count = [
                                (Attribute::Age, steps),
                                (Attribute::Sex, usize::from(shown.sex != *sex)),
                                (Attribute::Nationality, usize::from(shown.nationality != *nationality)),
                                (Attribute::Area, area - shown.area),
                                (Attribute::Disorder, disorder - shown.disorder),
                                (Attribute::Traits, usize::from(shown.traits != *text)),
                            ];
                            let cost = count.iter().map(|(attribute, steps)| {
                                attribute.cost() * u32::try_from(*steps).unwrap_or(u32::MAX)
                            });
                            let way = Shown {
                                age,
                                sex: *sex,
                                nationality: *nationality,
                                area,
                                disorder,
                                traits: *text,
                            };
                            all.push((cost.sum(), way));
                        }
                    }
                }
            }
        }
    }
    all
}

#[cfg(test)]
#[path = "generalise_tests.rs"]
mod tests;
