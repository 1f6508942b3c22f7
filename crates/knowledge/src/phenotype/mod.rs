//! Signs and who has them: the ontology, and the disorders of OMIM and ORPHA joined into one list with
//! every published row. The ranking of disorders and the reading of texts stand on it.

pub mod cases;
pub mod disorders;
mod join;
mod mining;
pub mod ontology;

use crate::formats::published_case::PublishedCase;
use cases::CaseCounts;
use disorders::AnnotatedDisorder;
use ontology::Ontology;
use serde::{Deserialize, Serialize};

pub use join::PhenotypeSources;

/// What one release knows about signs.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Phenotypes {
    /// The ontology.
    pub ontology: Ontology,
    /// Version of the annotation file.
    pub annotations_version: String,
    /// Disorders with rows, or at least a name.
    pub disorders: Vec<AnnotatedDisorder>,
    /// Where rows were published, e.g. `PMID:31675180`; several joined by `;` where a row rests on all of them.
    pub references: Vec<Box<str>>,
}

impl Phenotypes {
    /// Joins what was read with the catalogue built from the same files.
    pub fn build(sources: PhenotypeSources, catalogue: &crate::catalogue::Catalogue) -> Self {
        join::build(sources, catalogue)
    }

    /// Positions of all references that name a publication such as `PMID:31675180`, alone or among others;
    /// ascending.
    pub fn references_to(&self, name: &str) -> Vec<u32> {
        let names = |r: &str| r == name || r.split(';').any(|one| one.trim() == name);
        self.references.iter().zip(0_u32..).filter(|(r, _)| names(r)).map(|(_, at)| at).collect()
    }

    /// Joins published cases; says what became of them.
    pub fn add_cases(&mut self, cases: &[PublishedCase]) -> CaseCounts {
        cases::add(self, cases)
    }

    /// Whether there is nothing to rank with.
    pub fn is_empty(&self) -> bool {
        self.ontology.is_empty() || self.disorders.is_empty()
    }

    /// Computes what a snapshot does not hold.
    pub(crate) fn linked(mut self) -> Self {
        self.ontology.link();
        self
    }
}
