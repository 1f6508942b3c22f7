//! Why a network: which of the person's signs its disorders are known for. No disorder is named.

use super::visit::Visit;
use ariane_domain::OrphaCode;
use ariane_knowledge::phenotype::disorders::AnnotatedDisorder;
use ariane_knowledge::phenotype::ontology::TermIndex;
use ariane_orientation::routing::Route;
use ariane_ranking::{Ranker, Ranking, Stance};
use std::collections::BTreeMap;

/// How many of the ranked disorders are looked at.
const LOOKED_AT: usize = 60;
/// Signs with less than this part of the support of the network's strongest sign are not named.
const LEAST_PART: f32 = 0.05;

/// The route of a disorder: that of its own ORPHA code, or of the first broader one that has one.
pub fn route_of(visit: &Visit, disorder: &AnnotatedDisorder) -> Option<Route> {
    disorder
        .orpha
        .iter()
        .map(|code| visit.knowledge.rules.route(&visit.knowledge.catalogue, OrphaCode(*code)))
        .find(|route| !route.ern.is_empty() || !route.fsmr.is_empty())
}

/// For each network id the observed signs that speak for it, strongest first.
pub fn signs_by_network(
    visit: &Visit,
    ranker: &Ranker,
    ranking: &Ranking,
) -> BTreeMap<String, Vec<TermIndex>> {
    let phenotypes = &visit.knowledge.phenotypes;
    let mut support: BTreeMap<String, BTreeMap<TermIndex, f32>> = BTreeMap::new();
    for ranked in ranking.disorders.iter().take(LOOKED_AT) {
        let Some(disorder) = phenotypes.disorders.get(usize::from(ranked.disorder)) else { continue };
        let Some(route) = route_of(visit, disorder) else { continue };
        let account = ranker.account(phenotypes, ranking, ranked.disorder);
        for line in account.iter().filter(|a| a.stance == Stance::For && a.weight > 0.0) {
            for routed in route.ern.iter().chain(&route.fsmr) {
                let signs = support.entry(routed.network.clone()).or_default();
                *signs.entry(line.sign).or_default() += ranked.probability * line.weight;
            }
        }
    }
    support
        .into_iter()
        .map(|(network, signs)| {
            let strongest = signs.values().copied().fold(0.0, f32::max);
            let mut kept: Vec<(TermIndex, f32)> =
                signs.into_iter().filter(|(_, s)| *s > 0.0 && *s >= strongest * LEAST_PART).collect();
            kept.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            (network, kept.into_iter().map(|(sign, _)| sign).collect())
        })
        .collect()
}
