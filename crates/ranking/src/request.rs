//! What is asked, checked: signs as HPO ids, with everything that had to be mapped, dropped or refused.

pub use ariane_knowledge::formats::phenopacket::Sex;
use ariane_knowledge::phenotype::ontology::{Ontology, Resolution, TermIndex};
use serde::Serialize;

/// The most signs, observed and excluded together, that one request may name.
pub const MOST_SIGNS: usize = 300;

/// What is known of the person.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// HPO numbers of signs that were seen.
    pub observed: Vec<u32>,
    /// HPO numbers of signs that were looked for and are absent.
    pub excluded: Vec<u32>,
    /// Sex at birth.
    pub sex: Option<Sex>,
    /// Age in years.
    pub age: Option<f32>,
    /// A publication whose annotation rows are left out, e.g. `PMID:24573067`.
    pub without: Option<String>,
}

/// Something about a request that the person should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Remark {
    /// A retired id was replaced by its successor.
    Replaced {
        /// The id as given.
        from: u32,
        /// The id in use.
        to: u32,
    },
    /// A retired id without successor was left out.
    Retired {
        /// The id as given.
        id: u32,
        /// Ids that the ontology suggests in its place.
        consider: Vec<u32>,
    },
    /// A term that is no sign was left out.
    NotASign {
        /// The id as given.
        id: u32,
    },
    /// No such id; left out.
    Unknown {
        /// The id as given.
        id: u32,
    },
    /// A sign that is both observed and excluded (or observed below an excluded one): the observation
    /// counts, the exclusion was left out.
    Contradiction {
        /// The observed sign.
        observed: u32,
        /// The excluded sign that was left out.
        excluded: u32,
    },
}

/// Why a request cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Too many signs.
    #[error("{given} signs; at most {MOST_SIGNS} are taken")]
    TooManySigns {
        /// How many were given.
        given: usize,
    },
    /// No observed sign is left after checking.
    #[error("no observed sign: at least one is needed")]
    NoSign,
    /// Only excluded signs were given.
    #[error("only excluded signs: at least one observed sign is needed")]
    OnlyExcluded,
    /// No reference data about signs is there.
    #[error("no reference data about signs: import the ontology and its annotations")]
    NoReference,
}

/// A request after checking.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checked {
    /// Observed signs, each once, ascending.
    pub observed: Vec<TermIndex>,
    /// Excluded signs, each once, ascending.
    pub excluded: Vec<TermIndex>,
    /// What was mapped or left out.
    pub remarks: Vec<Remark>,
}

/// Checks a request against the ontology.
pub fn check(ontology: &Ontology, request: &Request) -> Result<Checked, Refusal> {
    let given = request.observed.len() + request.excluded.len();
    if given > MOST_SIGNS {
        return Err(Refusal::TooManySigns { given });
    }
    if ontology.is_empty() {
        return Err(Refusal::NoReference);
    }
    let mut remarks = Vec::new();
    let observed = resolved(ontology, &request.observed, &mut remarks);
    let mut excluded = resolved(ontology, &request.excluded, &mut remarks);
    let id = |t: TermIndex| ontology.term(t).map_or(0, |t| t.id);
    excluded.retain(|out| match observed.iter().find(|seen| ontology.is_within(**seen, *out)) {
        Some(seen) => {
            remarks.push(Remark::Contradiction { observed: id(*seen), excluded: id(*out) });
            false
        }
        None => true,
    });
    if observed.is_empty() {
        return Err(if excluded.is_empty() { Refusal::NoSign } else { Refusal::OnlyExcluded });
    }
    Ok(Checked { observed, excluded, remarks })
}

fn resolved(ontology: &Ontology, ids: &[u32], remarks: &mut Vec<Remark>) -> Vec<TermIndex> {
    let number = |t: TermIndex| ontology.term(t).map_or(0, |t| t.id);
    let mut signs: Vec<TermIndex> = Vec::with_capacity(ids.len());
    for id in ids {
        match ontology.resolve(*id) {
            Resolution::Sign(term) => signs.push(term),
            Resolution::Successor(term) => {
                remarks.push(Remark::Replaced { from: *id, to: number(term) });
                signs.push(term);
            }
            Resolution::Retired(consider) => {
                let consider = consider.into_iter().map(number).collect();
                remarks.push(Remark::Retired { id: *id, consider });
            }
            Resolution::NotASign(_) => remarks.push(Remark::NotASign { id: *id }),
            Resolution::Unknown => remarks.push(Remark::Unknown { id: *id }),
        }
    }
    signs.sort_unstable();
    signs.dedup();
    signs
}
