//! One entry of a clinical summary: what it says, when it is complete, and what a human has to tell before the person reads it.

use super::kinship::Relative;
use super::variant::Variant;
use crate::cell::odyssey::VagueDate;
use crate::cell::told::{CLINICIANS, Delicate};
use crate::cell::who::Acting;
use crate::stable::stable_words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Longest text of a field, in characters.
pub const LONGEST: usize = 2_000;
/// Most entries of one file: beyond it somebody sorts out first.
pub const MOST_ENTRIES: usize = 500;

stable_words! {
    /// What an entry is about, in the order in which the page shows it.
    pub enum EntryKind in "clinical-kind" {
        /// A disease or problem.
        Problem = "problem",
        /// A genetic variant.
        Variant = "variant",
        /// A treatment.
        Treatment = "treatment",
        /// An allergy or intolerance.
        Allergy = "allergy",
        /// A sign, by its HPO term.
        Sign = "sign",
        /// A relative; also the person, as the pedigree draws them.
        Relative = "relative",
        /// What somebody else said before.
        Opinion = "opinion",
    }
}

stable_words! {
    /// How sure a problem is, and whether it goes on.
    pub enum ProblemState in "problem-state" {
        /// Present.
        Present = "present",
        /// Only thought of.
        Suspected = "suspected",
        /// Over.
        Resolved = "resolved",
    }
}

stable_words! {
    /// Whether a sign was seen.
    pub enum SignState in "sign-state" {
        /// Seen.
        Observed = "observed",
        /// Looked for, and absent.
        Excluded = "excluded",
    }
}

/// A disease or problem.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Problem {
    /// In words.
    pub text: String,
    /// Code with its system as it came, such as `ORPHA:586` or `OMIM:219700`; empty without one.
    pub code: String,
    /// How sure.
    pub state: Option<ProblemState>,
    /// Since when.
    pub since: Option<VagueDate>,
}

/// A sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// HPO number.
    pub term: u32,
    /// The label that the term had when it was written down, in English: a later release may retire the term.
    #[serde(default)]
    pub label: String,
    /// Seen or absent.
    pub state: SignState,
    /// Since when.
    #[serde(default)]
    pub since: Option<VagueDate>,
    /// Age at which it began, as an ISO 8601 duration (`P2Y6M`), or words; empty where it is not said.
    #[serde(default)]
    pub onset: String,
    /// Words beside it.
    #[serde(default)]
    pub note: String,
}

/// A treatment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Treatment {
    /// What, in words.
    pub text: String,
    /// How much and how often.
    pub dose: String,
    /// Since when.
    pub since: Option<VagueDate>,
    /// Until when; none while it goes on.
    pub until: Option<VagueDate>,
    /// What came of it.
    pub effect: String,
}

/// An allergy or intolerance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Allergy {
    /// To what.
    pub substance: String,
    /// What happened.
    pub reaction: String,
}

/// What somebody else said before: a consultation, an RCP, a second opinion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Opinion {
    /// Who: service or meeting.
    pub by: String,
    /// When.
    pub on: Option<VagueDate>,
    /// What they said.
    pub text: String,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Entry {
    /// A disease or problem.
    Problem(Problem),
    /// A sign.
    Sign(Sign),
    /// A variant.
    Variant(Variant),
    /// A treatment.
    Treatment(Treatment),
    /// An allergy.
    Allergy(Allergy),
    /// An earlier opinion.
    Opinion(Opinion),
    /// A relative.
    Relative(Relative),
}

/// Why an entry is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryFault {
    /// Who does not treat the person does not write it.
    #[error("clinicians write the clinical summary")]
    NotYours,
    /// The field that says what it is about is empty.
    #[error("the entry says nothing")]
    WordsMissing,
    /// A field is longer than [`LONGEST`].
    #[error("a field is too long")]
    TooLong,
    /// A date that has not come.
    #[error("the date lies ahead")]
    DayAhead,
    /// It ends before it begins.
    #[error("the end lies before the beginning")]
    EndBeforeBeginning,
    /// Neither HGVS nor ISCN.
    #[error("the variant is not written as HGVS or ISCN")]
    NotAVariant,
    /// A protein consequence that does not begin with `p.`, or cannot be read.
    #[error("the consequence is not written as p.")]
    NotAProtein,
    /// A class is worth what its date is: it is revised as knowledge grows.
    #[error("a class needs the day on which it was given")]
    ClassWithoutDay,
    /// A date of classification without a class.
    #[error("a day of classification needs a class")]
    DayWithoutClass,
    /// A gene is named by its symbol.
    #[error("the gene is not a symbol")]
    NotAGene,
    /// One mother, one father, one of each grandparent.
    #[error("there is one already")]
    OnlyOne,
    /// The relative whose child this is, is not in the summary, or cannot be.
    #[error("whose child it is, is not known")]
    NoSuchRelative,
    /// Who has children in the summary is not taken away before them.
    #[error("their children stand in the summary")]
    HasChildren,
    /// The same sign or variant stands there already.
    #[error("the same stands there already")]
    Twice,
    /// The file has [`MOST_ENTRIES`] already.
    #[error("the file holds too many entries")]
    TooMany,
}

/// An entry that is kept, as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Id.
    pub id: Uuid,
    /// What it says.
    pub entry: Entry,
}

/// Whether somebody may write clinical entries: clinicians, as those who explain them (duty D2).
///
/// # Errors
/// [`EntryFault::NotYours`].
pub fn may_write(acting: &Acting) -> Result<(), EntryFault> {
    if acting.is_any_of(CLINICIANS) { Ok(()) } else { Err(EntryFault::NotYours) }
}

fn trimmed(text: &mut String) -> Result<(), EntryFault> {
    let short = text.trim();
    if short.chars().count() > LONGEST {
        return Err(EntryFault::TooLong);
    }
    if short.len() != text.len() {
        *text = short.to_owned();
    }
    Ok(())
}

pub(super) fn said(text: &mut String) -> Result<(), EntryFault> {
    trimmed(text)?;
    if text.is_empty() { Err(EntryFault::WordsMissing) } else { Ok(()) }
}

pub(super) fn noted(text: &mut String) -> Result<(), EntryFault> {
    trimmed(text)
}

fn past(date: Option<VagueDate>, today: NaiveDate) -> Result<(), EntryFault> {
    match date {
        Some(date) if date.earliest() > today => Err(EntryFault::DayAhead),
        _ => Ok(()),
    }
}

impl Entry {
    /// What it is about.
    pub const fn kind(&self) -> EntryKind {
        match self {
            Self::Problem(_) => EntryKind::Problem,
            Self::Sign(_) => EntryKind::Sign,
            Self::Variant(_) => EntryKind::Variant,
            Self::Treatment(_) => EntryKind::Treatment,
            Self::Allergy(_) => EntryKind::Allergy,
            Self::Opinion(_) => EntryKind::Opinion,
            Self::Relative(_) => EntryKind::Relative,
        }
    }

    /// What a human tells before the person, a parent or the family doctor reads it (duty D2). A disease is delicate whether
    /// suspected or found; what is said of relatives gives a heredity away, and theirs is not the person's to learn from us
    /// (duty D7).
    pub const fn delicate(&self) -> Option<Delicate> {
        match self {
            Self::Problem(_) => Some(Delicate::Candidate),
            Self::Variant(_) | Self::Relative(_) => Some(Delicate::GeneticResult),
            Self::Opinion(_) => Some(Delicate::RcpAdvice),
            Self::Sign(_) | Self::Treatment(_) | Self::Allergy(_) => None,
        }
    }

    /// The entry as it is kept: without blanks around its words, complete, and with no date that has not come.
    ///
    /// # Errors
    /// [`EntryFault`].
    pub fn complete(mut self, today: NaiveDate) -> Result<Self, EntryFault> {
        match &mut self {
            Self::Problem(one) => {
                said(&mut one.text)?;
                noted(&mut one.code)?;
                past(one.since, today)?;
            }
            Self::Sign(one) => {
                noted(&mut one.label)?;
                noted(&mut one.onset)?;
                noted(&mut one.note)?;
                past(one.since, today)?;
            }
            Self::Variant(one) => one.complete(today)?,
            Self::Treatment(one) => {
                said(&mut one.text)?;
                noted(&mut one.dose)?;
                noted(&mut one.effect)?;
                past(one.since, today)?;
                if let (Some(since), Some(until)) = (one.since, one.until)
                    && until.latest() < since.earliest()
                {
                    return Err(EntryFault::EndBeforeBeginning);
                }
            }
            Self::Allergy(one) => {
                said(&mut one.substance)?;
                noted(&mut one.reaction)?;
            }
            Self::Opinion(one) => {
                said(&mut one.text)?;
                noted(&mut one.by)?;
                past(one.on, today)?;
            }
            Self::Relative(one) => one.complete(today)?,
        }
        Ok(self)
    }

    /// Whether two entries say the same thing, so that the second is not written down.
    pub fn is_same_as(&self, other: &Self) -> bool {
        let alike = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
        match (self, other) {
            (Self::Sign(a), Self::Sign(b)) => a.term == b.term,
            (Self::Variant(a), Self::Variant(b)) => {
                a.text == b.text && alike(&a.gene, &b.gene) && a.zygosity == b.zygosity
            }
            (Self::Problem(a), Self::Problem(b)) => {
                alike(&a.text, &b.text) || (!a.code.is_empty() && a.code == b.code)
            }
            (Self::Treatment(a), Self::Treatment(b)) => {
                alike(&a.text, &b.text) && a.since == b.since && alike(&a.dose, &b.dose)
            }
            (Self::Allergy(a), Self::Allergy(b)) => alike(&a.substance, &b.substance),
            (Self::Opinion(a), Self::Opinion(b)) => a == b,
            // Two sisters are two; one mother is one, and `may_stand` says so.
            (Self::Relative(_), Self::Relative(_)) => false,
            _ => false,
        }
    }
}

/// Whether an entry may stand among those of a file. `id` is its own where it stands there already and is changed.
///
/// # Errors
/// [`EntryFault`].
pub fn may_stand(there: &[Kept], id: Option<Uuid>, entry: &Entry) -> Result<(), EntryFault> {
    let others = || there.iter().filter(|one| Some(one.id) != id);
    if id.is_none() && there.len() >= MOST_ENTRIES {
        return Err(EntryFault::TooMany);
    }
    if others().any(|one| one.entry.is_same_as(entry)) {
        return Err(EntryFault::Twice);
    }
    match entry {
        Entry::Relative(relative) => {
            let relatives = others().filter_map(|one| match &one.entry {
                Entry::Relative(relative) => Some((one.id, relative)),
                _ => None,
            });
            relative.may_stand(&relatives.collect::<Vec<_>>(), id)
        }
        _ => Ok(()),
    }
}

/// Whether an entry may be taken away.
///
/// # Errors
/// [`EntryFault::HasChildren`].
pub fn may_go(there: &[Kept], id: Uuid) -> Result<(), EntryFault> {
    let is_child =
        |one: &Kept| matches!(&one.entry, Entry::Relative(relative) if relative.child_of == Some(id));
    if there.iter().any(is_child) { Err(EntryFault::HasChildren) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn sign(term: u32, state: SignState) -> Entry {
        Entry::Sign(Sign {
            term,
            label: String::new(),
            state,
            since: None,
            onset: String::new(),
            note: String::new(),
        })
    }

    #[test]
    fn an_entry_that_says_nothing_or_lies_ahead_is_not_kept() {
        let today = day("2026-11-23");
        let problem = |text: &str, since: Option<&str>| {
            Entry::Problem(Problem {
                text: text.into(),
                since: since.map(|text| text.parse().unwrap()),
                ..Problem::default()
            })
            .complete(today)
        };
        assert_eq!(problem("  ", None), Err(EntryFault::WordsMissing));
        assert_eq!(problem("x", Some("2027")), Err(EntryFault::DayAhead));
        assert_eq!(problem(&"x".repeat(LONGEST + 1), None), Err(EntryFault::TooLong));
        let kept = problem("  toux ", Some("2026")).unwrap();
        assert!(matches!(kept, Entry::Problem(one) if one.text == "toux"), "this year has begun");
    }

    #[test]
    fn a_treatment_does_not_end_before_it_begins_but_vague_dates_may_meet() {
        let ends = |since: &str, until: &str| {
            Entry::Treatment(Treatment {
                text: "x".into(),
                since: since.parse().ok(),
                until: until.parse().ok(),
                ..Treatment::default()
            })
            .complete(day("2026-11-23"))
        };
        assert_eq!(ends("2020-05", "2020-04-30"), Err(EntryFault::EndBeforeBeginning));
        assert!(ends("2020-05", "2020").is_ok(), "sometime in that year");
    }

    #[test]
    fn a_sign_stands_once_whether_seen_or_absent() {
        let there = [Kept { id: Uuid::nil(), entry: sign(1250, SignState::Observed) }];
        assert_eq!(may_stand(&there, None, &sign(1250, SignState::Excluded)), Err(EntryFault::Twice));
        assert_eq!(may_stand(&there, Some(Uuid::nil()), &sign(1250, SignState::Excluded)), Ok(()));
        assert_eq!(may_stand(&there, None, &sign(1252, SignState::Observed)), Ok(()));
    }

    #[test]
    fn what_is_written_is_read_back() {
        for entry in [
            sign(1250, SignState::Excluded),
            Entry::Problem(Problem { text: "a".into(), since: "2019-03".parse().ok(), ..Problem::default() }),
            Entry::Variant(Variant { gene: "PAX6".into(), ..Variant::default() }),
        ] {
            let text = serde_json::to_string(&entry).unwrap();
            assert_eq!(serde_json::from_str::<Entry>(&text).unwrap(), entry, "{text}");
        }
    }
}
