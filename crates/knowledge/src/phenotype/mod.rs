//! Signs and who has them: the ontology, and the disorders of OMIM and ORPHA joined into one list with
//! every published row. The ranking of disorders and the reading of texts stand on it.

pub mod disorders;
mod join;
mod mining;
pub mod ontology;

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
    /// Where rows were published, e.g. `PMID:31675180`; sorted.
    pub references: Vec<Box<str>>,
}

impl Phenotypes {
    /// Joins what was read with the catalogue built from the same files.
    pub fn build(sources: PhenotypeSources, catalogue: &crate::catalogue::Catalogue) -> Self {
        join::build(sources, catalogue)
    }

    /// Position of a reference such as `PMID:31675180`.
    pub fn reference(&self, name: &str) -> Option<u32> {
        self.references.binary_search_by(|r| r.as_ref().cmp(name)).ok().map(|i| i as u32)
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
