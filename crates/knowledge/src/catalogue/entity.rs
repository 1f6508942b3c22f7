//! What is known of one disorder.

use ariane_domain::code::Level;
use ariane_domain::epidemiology::{Measure, RateRange};
use ariane_domain::{Language, OrphaCode};
use serde::{Deserialize, Serialize};

/// Whether an ORPHA code is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// In use.
    Active,
    /// Deprecated: merged into its successor.
    Deprecated,
    /// Obsolete.
    Obsolete,
    /// In the nomenclature, but not rare in Europe.
    NotRare,
}

/// What kind of name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NameKind {
    /// The preferred name of its language.
    Preferred,
    /// A synonym or abbreviation.
    Synonym,
    /// An everyday name from our own overlay.
    Lay,
    /// A hurtful everyday name: understood when typed, never shown.
    Unspoken,
}

/// A name of an entity.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Name {
    /// Index of the entity.
    pub entity: u32,
    /// Language.
    pub language: Language,
    /// Preferred, synonym or lay.
    pub kind: NameKind,
    /// As published.
    pub text: Box<str>,
}

/// A code of another system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExternalCode {
    /// `ICD-10`, `ICD-11`, `OMIM`, `MONDO`.
    pub system: Box<str>,
    /// The code.
    pub code: Box<str>,
    /// Orphanet's relation: `E` exact, `BTNT` broader, `NTBT` narrower; empty when not stated.
    pub relation: Box<str>,
}

/// How a gene is associated with a disorder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gene {
    /// HGNC symbol.
    pub symbol: Box<str>,
    /// Orphanet's English label of the association.
    pub association: Box<str>,
}

impl Gene {
    /// Whether variants of the gene cause the disorder (against modifying, candidate, biomarker).
    pub fn is_causative(&self) -> bool {
        self.association.is_empty() || self.association.starts_with("Disease-causing")
    }
}

/// How often a sign is present, in the five classes of Orphanet and HPO.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SignFrequency {
    /// Always (100 %).
    Obligate,
    /// 99–80 %.
    VeryFrequent,
    /// 79–30 %.
    Frequent,
    /// 29–5 %.
    Occasional,
    /// 4–1 %.
    VeryRare,
    /// 0 %.
    Excluded,
    /// Not stated.
    Unknown,
}

impl SignFrequency {
    /// Reads Orphanet's label, an HPO frequency term, a fraction or a percentage.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        match text {
            "HP:0040280" => return Self::Obligate,
            "HP:0040281" => return Self::VeryFrequent,
            "HP:0040282" => return Self::Frequent,
            "HP:0040283" => return Self::Occasional,
            "HP:0040284" => return Self::VeryRare,
            "HP:0040285" => return Self::Excluded,
            _ => {}
        }
        let share = if let Some(percent) = text.strip_suffix('%') {
            percent.trim().parse::<f64>().ok().map(|p| p / 100.0)
        } else if let Some((n, m)) = text.split_once('/') {
            match (n.trim().parse::<f64>(), m.trim().parse::<f64>()) {
                (Ok(n), Ok(m)) if m > 0.0 => Some(n / m),
                _ => None,
            }
        } else {
            None
        };
        match share {
            Some(s) if s >= 1.0 => Self::Obligate,
            Some(s) if s >= 0.8 => Self::VeryFrequent,
            Some(s) if s >= 0.3 => Self::Frequent,
            Some(s) if s >= 0.05 => Self::Occasional,
            Some(s) if s > 0.0 => Self::VeryRare,
            Some(_) => Self::Excluded,
            None if text.starts_with("Obligate") => Self::Obligate,
            None if text.starts_with("Very frequent") => Self::VeryFrequent,
            None if text.starts_with("Frequent") => Self::Frequent,
            None if text.starts_with("Occasional") => Self::Occasional,
            None if text.starts_with("Very rare") => Self::VeryRare,
            None if text.starts_with("Excluded") => Self::Excluded,
            None => Self::Unknown,
        }
    }

    /// Bounds in per cent, for the picture; none when not stated.
    pub const fn percent(self) -> Option<(u8, u8)> {
        match self {
            Self::Obligate => Some((100, 100)),
            Self::VeryFrequent => Some((80, 99)),
            Self::Frequent => Some((30, 79)),
            Self::Occasional => Some((5, 29)),
            Self::VeryRare => Some((1, 4)),
            Self::Excluded => Some((0, 0)),
            Self::Unknown => None,
        }
    }

    /// Stable word for translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Obligate => "obligate",
            Self::VeryFrequent => "very-frequent",
            Self::Frequent => "frequent",
            Self::Occasional => "occasional",
            Self::VeryRare => "very-rare",
            Self::Excluded => "excluded",
            Self::Unknown => "unknown",
        }
    }
}

/// A sign of a disorder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// HPO term.
    pub term: u32,
    /// How often.
    pub frequency: SignFrequency,
}

/// A published frequency of a disorder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prevalence {
    /// What is measured.
    pub measure: Measure,
    /// The published class, as written.
    pub class: Box<str>,
    /// The rate, where one can be read.
    pub range: Option<RateRange>,
    /// Number of cases or families, where that is what was published.
    pub count: Option<u32>,
    /// Where, English.
    pub geography: Box<str>,
    /// Where it was published, e.g. `20301510[PMID]`.
    pub source: Box<str>,
}

/// Where a fact about an entity comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// Written by us in `starter/`.
    Starter,
    /// Imported from an official release.
    Imported,
}

/// A disorder, group or subtype.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entity {
    /// ORPHA code.
    pub code: OrphaCode,
    /// Level.
    pub level: Level,
    /// Orphanet's disorder type, English.
    pub disorder_type: Box<str>,
    /// Status.
    pub status: Status,
    /// Successor of a retired code.
    pub successor: Option<OrphaCode>,
    pub(crate) first_name: u32,
    pub(crate) name_count: u32,
    /// Definition and its language.
    pub definition: Option<(Language, Box<str>)>,
    /// Indices of parents over all classifications.
    pub parents: Box<[u32]>,
    /// Published frequencies.
    pub prevalences: Box<[Prevalence]>,
    /// Ages of onset, English labels of Orphanet.
    pub onsets: Box<[Box<str>]>,
    /// Inheritance, English labels of Orphanet.
    pub inheritance: Box<[Box<str>]>,
    /// Signs, most frequent first.
    pub signs: Box<[Sign]>,
    /// Genes, causative first.
    pub genes: Box<[Gene]>,
    /// Codes of other systems.
    pub codes: Box<[ExternalCode]>,
    /// Whether the entity was imported or comes from the starter set.
    pub origin: Origin,
    /// Source of a starter entity.
    pub source: Box<str>,
}

impl Entity {
    /// Whether only a name and signs are known, from annotations without a nomenclature: what stands above
    /// it is not known, so the rules cannot speak about it.
    pub fn is_unclassified(&self) -> bool {
        self.parents.is_empty() && &*self.source == ANNOTATIONS_ONLY
    }
}

/// Mark of an entity that comes from `phenotype.hpoa` alone.
pub const ANNOTATIONS_ONLY: &str = "phenotype.hpoa";

/// One of Orphanet's classifications.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Classification {
    /// Orphanet's number.
    pub id: u32,
    /// Titles per language.
    pub titles: Vec<(Language, Box<str>)>,
    /// `(child, parent)` codes, sorted; parent 0 at the root.
    pub edges: Vec<(u32, u32)>,
}

/// A term of the Human Phenotype Ontology.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Term {
    /// Number of the HPO id.
    pub id: u32,
    /// English label.
    pub name: Box<str>,
    /// Labels in other languages.
    pub labels: Vec<(Language, Box<str>)>,
    /// Parents.
    pub is_a: Box<[u32]>,
    /// Successor, for a retired or merged id.
    pub replaced_by: Option<u32>,
}

impl Term {
    /// Label in a language or its nearest fallback, with the language it is in.
    pub fn label(&self, language: Language) -> (Language, &str) {
        std::iter::once(language)
            .chain(language.fallbacks())
            .find_map(|wanted| {
                if wanted == Language::En {
                    return Some((Language::En, self.name.as_ref()));
                }
                self.labels.iter().find(|(l, _)| *l == wanted).map(|(l, t)| (*l, t.as_ref()))
            })
            .unwrap_or((Language::En, &self.name))
    }
}

#[cfg(test)]
mod tests {
    use super::SignFrequency as F;

    #[test]
    fn frequencies_of_every_notation_fall_into_the_same_classes() {
        assert_eq!(F::parse("Very frequent (99-80%)"), F::VeryFrequent);
        assert_eq!(F::parse("HP:0040281"), F::VeryFrequent);
        assert_eq!(F::parse("9/10"), F::VeryFrequent);
        assert_eq!(F::parse("45%"), F::Frequent);
        assert_eq!(F::parse("0/4"), F::Excluded);
        assert_eq!(F::parse("3/0"), F::Unknown);
        assert_eq!(F::parse(""), F::Unknown);
    }
}
