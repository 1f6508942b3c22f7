//! Which networks cover each disorder of the ranking.
//!
//! A disorder with an ORPHA code takes the networks that the rule table gives it. One without (four in ten
//! OMIM diseases have none yet) takes those of its sisters, and where there are none, those of disorders
//! with like signs, by a softmax regression over their vectors.

use crate::groups::Groups;
use crate::likeness::{DIRECTIONS, Vector};
use crate::table::DisorderIndex;
use ariane_domain::OrphaCode;
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_orientation::routing::{Field, RuleTable};
use std::collections::BTreeMap;

/// Weight of the first of two networks.
const FIRST: f32 = 0.65;
/// Passes of the regression.
const PASSES: usize = 12;
/// Step of the regression.
const STEP: f32 = 1.0;
/// A network that the regression gives less is not named.
const LEAST: f32 = 0.15;

/// Networks of one field: ERNs, or FSMRs.
#[derive(Debug, Default)]
pub struct Routes {
    /// Ids of the networks, in the order of their numbers.
    pub ids: Vec<String>,
    /// Networks of each disorder with weights that sum to 1; empty where no rule names any.
    pub of: Vec<Vec<(u8, f32)>>,
    /// Disorders whose networks come from the regression over their signs.
    by_signs: Vec<bool>,
    /// Directions of the regression, one per network; empty without a rule table that reaches anything.
    weights: Vec<Vector>,
}

impl Routes {
    /// Finds the networks of every disorder.
    pub fn new(
        field: Field,
        phenotypes: &Phenotypes,
        catalogue: &Catalogue,
        rules: &RuleTable,
        groups: &Groups,
        vectors: &[Vector],
    ) -> Self {
        let mut numbers: BTreeMap<String, u8> = BTreeMap::new();
        let mut ids = Vec::new();
        let mut of: Vec<Vec<(u8, f32)>> = phenotypes
            .disorders
            .iter()
            .map(|disorder| {
                let route = disorder.orpha.iter().find_map(|code| {
                    let route = rules.route(catalogue, OrphaCode(*code));
                    (!route.of(field).is_empty()).then_some(route)
                });
                let names: Vec<String> =
                    route.iter().flat_map(|r| r.of(field)).map(|r| r.network.clone()).collect();
                names
                    .iter()
                    .take(2)
                    .enumerate()
                    .map(|(i, name)| {
                        let number = *numbers.entry(name.clone()).or_insert_with(|| {
                            ids.push(name.clone());
                            ids.len() as u8 - 1
                        });
                        (
                            number,
                            if names.len() < 2 {
                                1.0
                            } else if i == 0 {
                                FIRST
                            } else {
                                1.0 - FIRST
                            },
                        )
                    })
                    .collect()
            })
            .collect();
        let weights = regression(&of, ids.len(), vectors);
        let known = of.clone();
        let mut by_signs = vec![false; of.len()];
        for index in (0..of.len()).filter(|i| known[*i].is_empty()) {
            let members = groups.of(index as DisorderIndex).map_or(&[][..], |g| g.members.as_slice());
            let sisters: Vec<&Vec<(u8, f32)>> =
                members.iter().map(|m| &known[usize::from(*m)]).filter(|r| !r.is_empty()).collect();
            by_signs[index] = sisters.is_empty();
            of[index] = if sisters.is_empty() {
                vectors.get(index).map_or_else(Vec::new, |v| likely(&weights, v))
            } else {
                mean(&sisters)
            };
        }
        Self { ids, of, by_signs, weights }
    }

    /// Networks of a disorder whose signs are others now, because a publication is left out: those found by
    /// its signs are found anew; none where its networks do not rest on its signs.
    pub fn again(&self, disorder: DisorderIndex, vector: &Vector) -> Option<Vec<(u8, f32)>> {
        let by_signs = self.by_signs.get(usize::from(disorder)).copied().unwrap_or(false);
        by_signs.then(|| likely(&self.weights, vector))
    }

    /// What the signs alone suggest, without naming a disorder: the regression over the query's vector.
    pub fn of_vector(&self, vector: &Vector) -> Vec<f32> {
        softmax(&self.weights, vector)
    }
}

fn mean(routes: &[&Vec<(u8, f32)>]) -> Vec<(u8, f32)> {
    let mut sums: BTreeMap<u8, f32> = BTreeMap::new();
    for (network, weight) in routes.iter().copied().flatten() {
        *sums.entry(*network).or_default() += weight / routes.len() as f32;
    }
    strongest(sums.into_iter().collect())
}

fn likely(weights: &[Vector], vector: &Vector) -> Vec<(u8, f32)> {
    if vector.iter().all(|v| *v == 0.0) {
        return Vec::new();
    }
    strongest(softmax(weights, vector).into_iter().enumerate().map(|(n, p)| (n as u8, p)).collect())
}

/// The two strongest that are strong enough, weights made to sum to 1.
fn strongest(mut all: Vec<(u8, f32)>) -> Vec<(u8, f32)> {
    all.retain(|(_, p)| *p >= LEAST);
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    all.truncate(2);
    let sum: f32 = all.iter().map(|(_, p)| p).sum();
    all.iter_mut().for_each(|(_, p)| *p /= sum.max(1e-6));
    all
}

fn softmax(weights: &[Vector], vector: &Vector) -> Vec<f32> {
    let scores: Vec<f32> =
        weights.iter().map(|w| w.iter().zip(vector).map(|(a, b)| a * b).sum::<f32>()).collect();
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut out: Vec<f32> = scores.iter().map(|s| (s - most).exp()).collect();
    let sum: f32 = out.iter().sum();
    out.iter_mut().for_each(|p| *p /= sum.max(1e-9));
    out
}

/// Softmax regression by plain gradient steps over the disorders in their order.
fn regression(routes: &[Vec<(u8, f32)>], networks: usize, vectors: &[Vector]) -> Vec<Vector> {
    let mut weights = vec![[0.0_f32; DIRECTIONS]; networks];
    for pass in 0..PASSES {
        let step = STEP / (1.0 + pass as f32 * 0.5);
        for (route, vector) in routes.iter().zip(vectors).filter(|(r, _)| !r.is_empty()) {
            let given = softmax(&weights, vector);
            for (network, direction) in weights.iter_mut().enumerate() {
                let wanted: f32 =
                    route.iter().filter(|(n, _)| usize::from(*n) == network).map(|(_, w)| w).sum();
                let slope = step * (wanted - given[network]);
                if slope.abs() > 1e-4 {
                    direction.iter_mut().zip(vector).for_each(|(d, v)| *d += slope * v);
                }
            }
        }
    }
    weights
}
