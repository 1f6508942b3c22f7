//! Runs the protocols over all cases.

use super::cases::Case;
use super::figures::{Outcome, expected_rank};
use super::likelihood::Likelihood;
use super::networks::{NetworkRow, Truth};
use super::training::right_answers;
use super::variants::{Variant, signs};
use crate::model::{Model, Models, fold_of, recalibrated};
use crate::ranker::{Ranker, Raw};
use crate::request::{Request, check};
use ariane_knowledge::phenotype::Phenotypes;

/// A way of measuring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Protocol {
    /// What is asked.
    pub variant: Variant,
    /// Whether rows of the case's own publication are left out.
    pub without_source: bool,
    /// Whether excluded signs are given, too.
    pub with_excluded: bool,
}

/// What one protocol gave.
#[derive(Default)]
pub struct Measured {
    /// One per case.
    pub outcomes: Vec<Outcome>,
    /// The peer's, where it was asked.
    pub peer: Vec<Outcome>,
    /// Per field: publication, right networks, answers.
    pub networks: [Vec<NetworkRow>; 2],
    /// Per field: stated probability of the first network, whether it was right; over diseases whose
    /// networks are known.
    pub first_network: [Vec<(f32, bool)>; 2],
    /// Stated probability that the right disorder is among ten, whether it was; all cases.
    pub among_ten: Vec<(f32, bool)>,
    /// Uncalibrated, for the fit: fold, which (0 among ten, 1 ERN, 2 FSMR), value, whether it happened.
    pub raw: Vec<(usize, u8, f32, bool)>,
}

/// Measures one protocol. Every case is ranked by the model that has not seen its publication.
pub fn measure(
    ranker: &Ranker,
    phenotypes: &Phenotypes,
    models: &Models,
    cases: &[Case],
    protocol: Protocol,
    truth: &Truth,
    peer: Option<&Likelihood<'_>>,
) -> Measured {
    let mut out = Measured::default();
    for case in cases {
        let fold = fold_of(&case.source);
        let model = &models.of_fold[fold];
        let without = protocol.without_source.then(|| case.source.clone());
        let request = Request {
            observed: signs(&phenotypes.ontology, case, protocol.variant),
            excluded: if protocol.with_excluded { case.excluded.clone() } else { Vec::new() },
            sex: case.sex,
            age: case.age,
            without,
        };
        let Ok(checked) = check(&phenotypes.ontology, &request) else { continue };
        let changed = ranker.left_out(phenotypes, &request);
        let right = right_answers(ranker, phenotypes, case, &changed);
        let raw = ranker.raw(phenotypes, &request, &checked, &changed, model);
        let found = raw
            .scored
            .iter()
            .filter(|(_, r)| right.contains(&r.disorder))
            .map(|(s, r)| (*s, r.disorder))
            .next();
        let rank = found.map(|(score, own)| {
            expected_rank(score, raw.scored.iter().filter(|(_, r)| r.disorder != own).map(|(s, _)| *s))
        });
        let weight =
            found.map_or(1.0, |(_, d)| 1.0 / phenotypes.disorders[usize::from(d)].omim.len().max(1) as f32);
        let outcome = |rank, weight| Outcome {
            paper: case.source.clone(),
            disease: case.omim,
            rankable: !right.is_empty(),
            rank,
            weight,
        };
        out.outcomes.push(outcome(rank, weight));
        if let Some(peer) = peer {
            let scores = peer.scores(&checked.observed, &changed.references);
            let best =
                right.iter().max_by(|a, b| scores[usize::from(**a)].total_cmp(&scores[usize::from(**b)]));
            let rank = best.filter(|d| scores[usize::from(**d)].is_finite()).map(|own| {
                let others =
                    scores.iter().enumerate().filter(|(i, _)| *i != usize::from(*own)).map(|(_, s)| *s);
                expected_rank(scores[usize::from(*own)], others)
            });
            out.peer.push(outcome(rank, weight));
        }
        note_networks(&mut out, case, &raw, model, truth, fold);
        let sum: f32 = raw.probabilities.iter().take(10).sum();
        let happened = rank.is_some_and(|r| r <= 10.49);
        out.among_ten.push((recalibrated(sum, model.calibration.among_ten), happened));
        out.raw.push((fold, 0, sum, happened));
    }
    out
}

fn note_networks(out: &mut Measured, case: &Case, raw: &Raw, model: &Model, truth: &Truth, fold: usize) {
    let Some(right) = truth.of.get(&case.omim) else { return };
    let by = [model.calibration.ern, model.calibration.fsmr];
    for field in 0..2 {
        if right[field].is_empty() {
            continue;
        }
        let given: Vec<String> = raw.networks[field].iter().map(|(id, _)| id.clone()).collect();
        let (first, p) = raw.networks[field].first().map_or((String::new(), 0.0), |(id, p)| (id.clone(), *p));
        let happened = right[field].contains(&first);
        out.first_network[field].push((recalibrated(p, by[field]), happened));
        out.raw.push((fold, field as u8 + 1, p, happened));
        out.networks[field].push((case.source.clone(), right[field].clone(), given));
    }
}
