//! Treatable disorders in which time counts, among those that a ranking names (duty D8).

use super::visit::Visit;
use ariane_domain::OrphaCode;
use ariane_knowledge::starter::urgent::UrgentDisorder;
use ariane_ranking::{RankedDisorder, Ranking};

/// How many of the ranked disorders are looked at.
const LOOKED_AT: usize = 20;
/// From this probability on a candidate counts.
const LEAST: f32 = 0.01;

/// Candidates in which time counts, with what is known of it, best first.
pub fn urgent_among<'a>(visit: &'a Visit, ranking: &Ranking) -> Vec<(RankedDisorder, &'a UrgentDisorder)> {
    let knowledge = &visit.knowledge;
    ranking
        .disorders
        .iter()
        .take(LOOKED_AT)
        .filter(|ranked| ranked.probability >= LEAST)
        .filter_map(|ranked| {
            let disorder = knowledge.phenotypes.disorders.get(usize::from(ranked.disorder))?;
            let is_it = |row: &&UrgentDisorder| {
                disorder.orpha.iter().any(|code| {
                    *code == row.orpha.0 || knowledge.catalogue.is_within(OrphaCode(*code), &[row.orpha])
                })
            };
            Some((*ranked, knowledge.urgent.iter().find(is_it)?))
        })
        .collect()
}
