//! What to ask next: the sign whose answer would tell most about the network.
//!
//! For each sign that a candidate often has and nobody mentioned, the expected fall of the entropy over
//! networks when it is answered, under each candidate's share of patients with the sign (Lindley, 1956).

use crate::answer::{Question, Ranking};
use crate::first_stage;
use crate::ranker::Ranker;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::phenotype::ontology::TermIndex;
use std::collections::BTreeSet;

/// Candidates that are looked at.
const CANDIDATES: usize = 40;
/// Signs of a candidate that are looked at.
const OFTEN: f32 = 0.3;
/// Share of people without the disorder who have a sign all the same.
const ANYWAY: f32 = 0.02;

impl Ranker {
    /// Signs whose answer would tell most about the network, best first.
    pub fn questions(&self, phenotypes: &Phenotypes, ranking: &Ranking, most: usize) -> Vec<Question> {
        let ontology = &phenotypes.ontology;
        let candidates: Vec<_> = ranking.disorders.iter().take(CANDIDATES).collect();
        let closure = first_stage::closure(ontology, &ranking.observed);
        let said = |t: TermIndex| {
            closure.binary_search(&t).is_ok()
                || ranking.observed.iter().chain(&ranking.excluded).any(|o| ontology.is_within(t, *o))
        };
        let profile = |d: u16| &self.knowledge.table.profiles[usize::from(d)];
        let signs: BTreeSet<TermIndex> = candidates
            .iter()
            .flat_map(|c| profile(c.disorder).named())
            .filter(|m| m.itself.value() >= OFTEN && !said(m.term))
            .map(|m| m.term)
            .collect();
        let weights: Vec<f32> = candidates.iter().map(|c| c.probability.max(1e-6)).collect();
        let before = self.entropy(ranking, &weights);
        let mut questions: Vec<Question> = signs
            .into_iter()
            .map(|sign| {
                let present: Vec<f32> = candidates
                    .iter()
                    .map(|c| profile(c.disorder).mark(sign).map_or(ANYWAY, |m| m.within.value().max(ANYWAY)))
                    .collect();
                let all: f32 = weights.iter().sum();
                let yes: f32 = weights.iter().zip(&present).map(|(w, p)| w * p).sum::<f32>() / all;
                let with: Vec<f32> = weights.iter().zip(&present).map(|(w, p)| w * p).collect();
                let without: Vec<f32> = weights.iter().zip(&present).map(|(w, p)| w * (1.0 - p)).collect();
                let after =
                    yes * self.entropy(ranking, &with) + (1.0 - yes) * self.entropy(ranking, &without);
                Question { sign, gain: (before - after).max(0.0) }
            })
            .collect();
        questions.sort_by(|a, b| b.gain.total_cmp(&a.gain).then(a.sign.cmp(&b.sign)));
        // A question that another one already contains tells the same.
        let mut kept: Vec<Question> = Vec::new();
        for question in questions {
            let repeats = kept.iter().any(|k| {
                ontology.is_within(k.sign, question.sign) || ontology.is_within(question.sign, k.sign)
            });
            if !repeats && question.gain > 0.0 {
                kept.push(question);
            }
            if kept.len() == most {
                break;
            }
        }
        kept
    }

    /// Entropy over networks, and over candidates within them at a tenth of the weight, in bits.
    fn entropy(&self, ranking: &Ranking, weights: &[f32]) -> f32 {
        let all: f32 = weights.iter().sum::<f32>().max(1e-9);
        let mut networks = vec![0.0_f32; self.ern.ids.len() + 1];
        let mut own = 0.0;
        for (candidate, weight) in ranking.disorders.iter().zip(weights) {
            let p = weight / all;
            own -= if p > 0.0 { p * p.log2() } else { 0.0 };
            let routes = &self.ern.of[usize::from(candidate.disorder)];
            if routes.is_empty() {
                networks[self.ern.ids.len()] += p;
            }
            for (network, part) in routes {
                networks[usize::from(*network)] += p * part;
            }
        }
        networks.iter().filter(|p| **p > 0.0).map(|p| -p * p.log2()).sum::<f32>() + 0.1 * own
    }
}
