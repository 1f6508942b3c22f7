//! Disorders of OMIM and ORPHA in one list, with every published row about their signs.

use super::cases::Individual;
use super::ontology::TermIndex;
use crate::catalogue::entity::SignFrequency;
use serde::{Deserialize, Serialize};

/// How often a sign is said to be present, as the row says it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Evidence {
    /// In so many of so many patients.
    Counted {
        /// With the sign.
        with: u16,
        /// Looked at, at least 1.
        of: u16,
    },
    /// In this share of patients, from a percentage or from a class ("very frequent").
    Share(f32),
    /// Named as a sign, without a frequency.
    Stated,
    /// Said to be absent (`NOT` rows and the class "excluded").
    Absent,
}

impl Evidence {
    /// Reads the notations of `phenotype.hpoa`: `n/m`, a percentage, an HPO frequency term, or nothing.
    ///
    /// The shares of the classes are the middles of their ranges: 1, 0.895, 0.545, 0.17, 0.025.
    pub fn parse(text: &str, excluded: bool) -> Self {
        if excluded {
            return Self::Absent;
        }
        if let Some((n, m)) = text.split_once('/')
            && let (Ok(n), Ok(m)) = (n.trim().parse::<u32>(), m.trim().parse::<u32>())
            && m > 0
        {
            let cap = |v: u32| v.min(u32::from(u16::MAX)) as u16;
            return Self::Counted { with: cap(n.min(m)), of: cap(m) };
        }
        if let Some(percent) = text.strip_suffix('%').and_then(|p| p.trim().parse::<f32>().ok()) {
            return Self::Share((percent / 100.0).clamp(0.0, 1.0));
        }
        Self::of_class(SignFrequency::parse(text))
    }

    /// The share that a class stands for.
    pub fn of_class(class: SignFrequency) -> Self {
        match class {
            SignFrequency::Obligate => Self::Share(1.0),
            SignFrequency::VeryFrequent => Self::Share(0.895),
            SignFrequency::Frequent => Self::Share(0.545),
            SignFrequency::Occasional => Self::Share(0.17),
            SignFrequency::VeryRare => Self::Share(0.025),
            SignFrequency::Excluded => Self::Absent,
            SignFrequency::Unknown => Self::Stated,
        }
    }
}

/// One published row about a sign of a disorder.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The sign.
    pub term: TermIndex,
    /// How often.
    pub evidence: Evidence,
    /// Position in [`super::Phenotypes::references`].
    pub reference: u32,
    /// Whether it is Orphanet's (against HPO's own row for the OMIM disease).
    pub of_orphanet: bool,
}

/// Stages of life at which a disorder is known to begin, as a set of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Onsets(pub u8);

impl Onsets {
    /// First and last age in years of each stage: antenatal, at birth, infancy, childhood, youth, young
    /// adult, middle age, late. Bounds after HPO's onset terms (HP:0003674 and below).
    pub const STAGES: [(f32, f32); 8] = [
        (0.0, 0.0),
        (0.0, 0.08),
        (0.08, 1.0),
        (1.0, 5.0),
        (5.0, 16.0),
        (16.0, 40.0),
        (40.0, 60.0),
        (60.0, 120.0),
    ];

    /// Adds the stage of an HPO onset term; others are passed over.
    pub fn add_term(&mut self, id: u32) {
        self.0 |= match id {
            30_674 | 11_460 | 11_461 | 34_199 | 34_198 | 34_197 => 1,
            3_577 | 3_623 => 1 << 1,
            3_593 => 1 << 2,
            11_463 => 1 << 3,
            410_280 => 0b11100,
            3_621 => 1 << 4,
            11_462 | 25_708 | 25_709 | 25_710 => 1 << 5,
            3_581 => 0b1110_0000,
            3_596 => 1 << 6,
            3_584 => 1 << 7,
            _ => 0,
        };
    }

    /// Adds Orphanet's label of an age of onset.
    pub fn add_label(&mut self, label: &str) {
        self.0 |= match label {
            "Antenatal" => 1,
            "Neonatal" => 1 << 1,
            "Infancy" => 1 << 2,
            "Childhood" => 1 << 3,
            "Adolescent" => 1 << 4,
            "Adult" => 0b0110_0000,
            "Elderly" => 1 << 7,
            "All ages" => 0xff,
            _ => 0,
        };
    }

    /// The youngest age in years at which it is known to begin; none when nothing is published.
    pub fn earliest(self) -> Option<f32> {
        (0..8).find(|i| self.0 & (1 << i) != 0).map(|i| Self::STAGES[i].0)
    }
}

/// Modes of inheritance, as a set of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Inheritance(pub u8);

impl Inheritance {
    /// Bit of the X-linked modes.
    pub const X_LINKED: u8 = 1 << 2;

    /// Adds an HPO term of inheritance; others are passed over.
    pub fn add_term(&mut self, id: u32) {
        self.0 |= match id {
            6 => 1,
            7 => 1 << 1,
            1_417 | 1_419 | 1_423 => Self::X_LINKED,
            1_427 => 1 << 3,
            _ => 0,
        };
    }

    /// Adds Orphanet's label.
    pub fn add_label(&mut self, label: &str) {
        self.0 |= match label {
            "Autosomal dominant" => 1,
            "Autosomal recessive" => 1 << 1,
            "X-linked recessive" | "X-linked dominant" => Self::X_LINKED,
            "Mitochondrial inheritance" => 1 << 3,
            _ => 0,
        };
    }

    /// Whether every known mode is X-linked.
    pub fn is_x_linked_only(self) -> bool {
        self.0 == Self::X_LINKED
    }
}

/// A disorder as the ranking knows it: one OMIM disease with the ORPHA entity that is equal to it, or an
/// ORPHA entity for which OMIM's rows name no disease.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AnnotatedDisorder {
    /// OMIM numbers; one, except where an ORPHA entity without rows in OMIM is equal to several.
    pub omim: Vec<u32>,
    /// ORPHA codes: the equal entity first, then broader ones of which this is a part.
    pub orpha: Vec<u32>,
    /// How many of `orpha` are equal to the disorder; the others are broader.
    pub exact_orpha: u8,
    /// English name.
    pub name: Box<str>,
    /// Rows about its signs.
    pub rows: Vec<Row>,
    /// When it begins.
    pub onsets: Onsets,
    /// How it is inherited.
    pub inheritance: Inheritance,
    /// Signs that its names speak of, by ascending term.
    pub named_signs: Vec<TermIndex>,
    /// Signs that Orphanet's definition speaks of, by ascending term.
    pub defined_signs: Vec<TermIndex>,
    /// Persons of published cases, whose counts are among the rows; joined at start, not stored with the rest.
    #[serde(skip)]
    pub cases: Vec<Individual>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notation_of_frequency_is_read() {
        assert_eq!(Evidence::parse("3/7", false), Evidence::Counted { with: 3, of: 7 });
        assert_eq!(Evidence::parse("9/7", false), Evidence::Counted { with: 7, of: 7 });
        assert_eq!(Evidence::parse("45%", false), Evidence::Share(0.45));
        assert_eq!(Evidence::parse("HP:0040283", false), Evidence::Share(0.17));
        assert_eq!(Evidence::parse("", false), Evidence::Stated);
        assert_eq!(Evidence::parse("1/0", false), Evidence::Stated);
        assert_eq!(Evidence::parse("3/7", true), Evidence::Absent);
        assert_eq!(Evidence::parse("HP:0040285", false), Evidence::Absent);
    }

    #[test]
    fn the_earliest_onset_is_that_of_the_first_stage() {
        let mut onsets = Onsets::default();
        assert_eq!(onsets.earliest(), None);
        onsets.add_term(3_596);
        onsets.add_label("Childhood");
        assert_eq!(onsets.earliest(), Some(1.0));
    }
}
