//! What comes out of a ranking.

use crate::request::Remark;
use crate::table::DisorderIndex;
use ariane_knowledge::phenotype::ontology::TermIndex;

/// A disorder with its probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankedDisorder {
    /// Which.
    pub disorder: DisorderIndex,
    /// Calibrated probability that it is this one, from 0 to 1.
    pub probability: f32,
    /// Unnormalised score, natural logarithm: what the order rests on.
    pub score: f32,
}

/// A network with its probability.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedNetwork {
    /// Id, e.g. `ern-euro-nmd`.
    pub id: String,
    /// Calibrated probability that it is the right one to look first, from 0 to 1.
    pub probability: f32,
}

/// Why no order is to be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abstention {
    /// The signs are too few or too general to tell networks apart.
    ThinEvidence,
    /// The signs are common, and common causes come first.
    CommonSigns,
}

impl Abstention {
    /// Stable word for JSON and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ThinEvidence => "thin-evidence",
            Self::CommonSigns => "common-signs",
        }
    }
}

/// The answer to a request.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ranking {
    /// Observed signs, after checking.
    pub observed: Vec<TermIndex>,
    /// Excluded signs, after checking.
    pub excluded: Vec<TermIndex>,
    /// What was mapped or left out of the request.
    pub remarks: Vec<Remark>,
    /// Disorders, best first.
    pub disorders: Vec<RankedDisorder>,
    /// European Reference Networks, best first.
    pub ern: Vec<RankedNetwork>,
    /// Filières de santé maladies rares, best first.
    pub fsmr: Vec<RankedNetwork>,
    /// Calibrated probability that the right disorder is among the first ten.
    pub among_ten: f32,
    /// Set where the order is not to be relied on.
    pub abstain: Option<Abstention>,
}

/// What one sign says of one disorder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// Observed, and known of the disorder or of something very near.
    For,
    /// Observed, and nothing like it is known of the disorder.
    Unexplained,
    /// Looked for and absent, though the disorder usually has it.
    Against,
    /// Looked for and absent, as in the disorder.
    Fits,
    /// The disorder often has it, and nobody said.
    NotAsked,
}

impl Stance {
    /// Stable word for JSON and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Unexplained => "unexplained",
            Self::Against => "against",
            Self::Fits => "fits",
            Self::NotAsked => "not-asked",
        }
    }
}

/// One line of the account of a disorder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SignAccount {
    /// The sign of the person, or of the disorder where nobody said.
    pub sign: TermIndex,
    /// What it says.
    pub stance: Stance,
    /// Weight in natural logarithms: above 0 speaks for, below 0 against.
    pub weight: f32,
    /// The sign of the disorder that it was matched with, where it is another.
    pub by: Option<TermIndex>,
    /// Share of patients that have it, where it is known.
    pub share: Option<f32>,
}

/// A sign worth asking for, because the answer would separate the candidates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Question {
    /// The sign.
    pub sign: TermIndex,
    /// Expected gain of information about the network, in bits.
    pub gain: f32,
}
