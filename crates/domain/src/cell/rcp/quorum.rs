//! Quorum: a setting of each RCP (duty D21; F44).

use crate::stable::stable_words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use uuid::Uuid;

/// A medical or other specialty as the RCP names it: a short kebab-case word, such as `human-genetics`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Specialty(String);

impl Specialty {
    /// Reads a specialty: spaces and capitals do not make two of one. None when nothing is left, or more than 60 signs.
    pub fn new(text: &str) -> Option<Self> {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let word = words.join("-");
        (!word.is_empty() && word.chars().count() <= 60).then_some(Self(word))
    }

    /// Its word.
    pub fn word(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Specialty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

stable_words! {
    /// What a missing quorum does.
    pub enum WhenMissing in "quorum-missing" {
        /// The report is not validated.
        Enforced = "enforced",
        /// The report goes out and says so.
        Marked = "marked",
    }
}

/// The setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuorumRule {
    /// None: Luxembourg's genetics RCP by default.
    None,
    /// So many different specialties: three for a French network's.
    Specialties {
        /// How many.
        at_least: u8,
        /// What happens without them.
        when_missing: WhenMissing,
    },
}

/// Somebody on the list of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Account or outside participant.
    pub participant: Uuid,
    /// Specialty for which they sit there.
    pub specialty: Specialty,
    /// Whether they were there, in the room or by video.
    pub present: bool,
}

/// How the quorum came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quorum {
    /// None is asked.
    NotAsked,
    /// Reached.
    Reached {
        /// Specialties present.
        have: usize,
    },
    /// Not reached: the report says so wherever it is shown.
    Missing {
        /// Specialties present.
        have: usize,
        /// Specialties needed.
        need: u8,
    },
}

impl QuorumRule {
    /// Whether a report is refused without it.
    pub const fn is_enforced(&self) -> bool {
        matches!(self, Self::Specialties { when_missing: WhenMissing::Enforced, .. })
    }

    /// How it came out. Two of one specialty count once, and one person counts once, with the first specialty.
    pub fn outcome(&self, attendance: &[Attendance]) -> Quorum {
        let Self::Specialties { at_least, .. } = self else { return Quorum::NotAsked };
        let mut people = BTreeSet::new();
        let specialties: BTreeSet<&Specialty> = attendance
            .iter()
            .filter(|one| one.present && people.insert(one.participant))
            .map(|one| &one.specialty)
            .collect();
        let have = specialties.len();
        if have >= usize::from(*at_least) {
            Quorum::Reached { have }
        } else {
            Quorum::Missing { have, need: *at_least }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there(who: u128, specialty: &str, present: bool) -> Attendance {
        Attendance {
            participant: Uuid::from_u128(who),
            specialty: Specialty::new(specialty).unwrap(),
            present,
        }
    }

    #[test]
    fn specialties_count_once_and_so_do_people() {
        let rule = QuorumRule::Specialties { at_least: 3, when_missing: WhenMissing::Enforced };
        let mut list = vec![
            there(1, "Human genetics", true),
            there(2, "human-genetics", true),
            there(3, "neurology", true),
            there(3, "cardiology", true),
            there(4, "nephrology", false),
        ];
        assert_eq!(rule.outcome(&list), Quorum::Missing { have: 2, need: 3 });
        list[4].present = true;
        assert_eq!(rule.outcome(&list), Quorum::Reached { have: 3 });
        assert_eq!(QuorumRule::None.outcome(&[]), Quorum::NotAsked);
    }

    #[test]
    fn a_specialty_is_a_short_word() {
        assert_eq!(Specialty::new("  Génétique  humaine ").unwrap().word(), "génétique-humaine");
        assert_eq!(Specialty::new(" - "), None);
        assert_eq!(Specialty::new(&"x".repeat(61)), None);
    }
}
