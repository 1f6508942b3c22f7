//! The whole way from a request to its answer.

use crate::answer::{Abstention, RankedDisorder, RankedNetwork, Ranking};
use crate::candidates::{Knowledge, Rated};
use crate::first_stage::Scratch;
use crate::model::{self, Known, Model, recalibrated};
use crate::request::{Checked, Refusal, Request, Sex, check};
use crate::routes::Routes;
use crate::table::Changed;
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};
use ariane_orientation::routing::{Field, RuleTable};
use std::cell::RefCell;

/// How strongly an excluded sign counts.
const EXCLUDED: f32 = 0.5;
/// How far an excluded sign that every patient has speaks against a disorder.
const EXCLUDED_SHARE: f32 = 0.9;
/// Trees that score all candidates.
const HEAD_TREES: usize = 40;
/// Candidates that the other trees score, and that an answer can name.
pub const KEPT: usize = 60;
/// Part of a network's probability that the signs give by themselves, without any disorder.
const BY_SIGNS: f32 = 0.2;
/// Below this probability of the first ERN no network is called the right one.
const THIN: f32 = 0.35;
/// Signs that so many disorders share tell little.
const COMMON: f32 = 2.0;

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::new(Scratch::default());
}

/// Ranks disorders and networks. Built once per release, then shared.
pub struct Ranker {
    /// What it rests on: which trees are used.
    pub known: Known,
    /// Tables over all disorders.
    pub knowledge: Knowledge,
    /// European Reference Networks.
    pub ern: Routes,
    /// Filières de santé maladies rares.
    pub fsmr: Routes,
}

/// A ranking before it is cut and calibrated: for the measurement.
pub struct Raw {
    /// Candidates with their scores, best first.
    pub scored: Vec<(f32, Rated)>,
    /// ERNs and FSMRs with their uncalibrated probabilities, best first.
    pub networks: [Vec<(String, f32)>; 2],
    /// Probabilities of the candidates.
    pub probabilities: Vec<f32>,
}

impl Ranker {
    /// Builds the tables.
    pub fn new(phenotypes: &Phenotypes, catalogue: &Catalogue, rules: &RuleTable) -> Self {
        let knowledge = Knowledge::new(phenotypes);
        let routes =
            |field| Routes::new(field, phenotypes, catalogue, rules, &knowledge.groups, knowledge.vectors());
        let (ern, fsmr) = (routes(Field::Ern), routes(Field::Fsmr));
        let known = Known::of(phenotypes.disorders.iter().filter(|d| !d.cases.is_empty()).count());
        Self { known, knowledge, ern, fsmr }
    }

    /// Ranks disorders and networks; `limit` is the most disorders that are given.
    pub fn rank(&self, phenotypes: &Phenotypes, request: &Request, limit: usize) -> Result<Ranking, Refusal> {
        let model = &model::models(self.known).map_err(|_| Refusal::NoReference)?.full;
        let checked = check(&phenotypes.ontology, request)?;
        let changed = self.left_out(phenotypes, request);
        let raw = self.raw(phenotypes, request, &checked, &changed, model);
        let calibration = model.calibration;
        let among_ten = recalibrated(raw.probabilities.iter().take(10).sum(), calibration.among_ten);
        let [ern, fsmr] = raw.networks;
        let ranked = |list: Vec<(String, f32)>, by| -> Vec<RankedNetwork> {
            list.into_iter().map(|(id, p)| RankedNetwork { id, probability: recalibrated(p, by) }).collect()
        };
        let (ern, fsmr) = (ranked(ern, calibration.ern), ranked(fsmr, calibration.fsmr));
        let disorders = raw
            .scored
            .iter()
            .zip(&raw.probabilities)
            .take(limit)
            .map(|((score, rated), p)| RankedDisorder {
                disorder: rated.disorder,
                probability: *p,
                score: *score,
            })
            .collect();
        let abstain = self.abstention(&checked, &ern);
        let Checked { observed, excluded, remarks } = checked;
        Ok(Ranking { observed, excluded, remarks, disorders, ern, fsmr, among_ten, abstain })
    }

    /// What differs without the publication that the request leaves out: every row and person that cites it,
    /// alone or among others.
    pub fn left_out(&self, phenotypes: &Phenotypes, request: &Request) -> Changed {
        let references =
            request.without.as_deref().map_or_else(Vec::new, |name| phenotypes.references_to(name));
        self.knowledge.without(phenotypes, references)
    }

    /// Scores of the candidates and of the networks under a model.
    pub fn raw(
        &self,
        phenotypes: &Phenotypes,
        request: &Request,
        checked: &Checked,
        changed: &Changed,
        model: &Model,
    ) -> Raw {
        let male = request.sex.map(|s| s == Sex::Male);
        let rated = SCRATCH.with_borrow_mut(|scratch| {
            self.knowledge.candidates(phenotypes, &checked.observed, request.age, male, changed, scratch)
        });
        let mut scored = second_look(&rated, model);
        for (score, rated) in &mut scored {
            let profile = changed
                .profiles
                .get(&rated.disorder)
                .unwrap_or(&self.knowledge.table.profiles[usize::from(rated.disorder)]);
            *score += checked
                .excluded
                .iter()
                .filter_map(|t| profile.mark(*t))
                .map(|m| EXCLUDED * (1.0 - EXCLUDED_SHARE * m.within.value()).ln())
                .sum::<f32>();
        }
        let mut order: Vec<&(f32, Rated)> = scored.iter().collect();
        order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.disorder.cmp(&b.1.disorder)));
        let scored: Vec<(f32, Rated)> = order.into_iter().copied().collect();
        let scores: Vec<f32> = scored.iter().map(|(s, _)| *s).collect();
        let probabilities = probabilities(&scores, model.calibration.temperature, model.calibration.none);
        let vector = self.knowledge.likeness.of_signs(&self.knowledge.table.information, &checked.observed);
        let networks = [&self.ern, &self.fsmr].map(|routes| {
            let by_signs = routes.of_vector(&vector);
            let mut sums = vec![0.0_f32; routes.ids.len()];
            let mut all = 0.0;
            for ((_, rated), p) in scored.iter().zip(&probabilities) {
                let anew = changed.profiles.get(&rated.disorder).and_then(|profile| {
                    let knowledge = &self.knowledge;
                    let vector = knowledge.likeness.of_profile(&knowledge.table.information, profile);
                    routes.again(rated.disorder, &vector)
                });
                for (network, weight) in anew.as_ref().unwrap_or(&routes.of[usize::from(rated.disorder)]) {
                    sums[usize::from(*network)] += p * weight;
                    all += p * weight;
                }
            }
            let mut list: Vec<(String, f32)> = routes
                .ids
                .iter()
                .zip(sums)
                .zip(by_signs)
                .map(|((id, sum), signs)| {
                    (id.clone(), (1.0 - BY_SIGNS) * sum / f32::max(all, 1e-6) + BY_SIGNS * signs)
                })
                .filter(|(_, p)| *p > 1e-4)
                .collect();
            list.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            list
        });
        Raw { scored, networks, probabilities }
    }

    fn abstention(&self, checked: &Checked, ern: &[RankedNetwork]) -> Option<Abstention> {
        let information = |t: &TermIndex| self.knowledge.table.information[usize::from(*t)];
        let most = checked.observed.iter().map(information).fold(0.0, f32::max);
        if most < COMMON {
            return Some(Abstention::CommonSigns);
        }
        (ern.first().is_none_or(|n| n.probability < THIN)).then_some(Abstention::ThinEvidence)
    }

    /// Information content of a sign: minus the natural logarithm of the part of disorders that bear it.
    pub fn information(&self, _ontology: &Ontology, sign: TermIndex) -> f32 {
        self.knowledge.table.information.get(usize::from(sign)).copied().unwrap_or(0.0)
    }
}

/// Scores by the trees: all candidates by the first of them, the best by the rest. What is excluded plays no
/// part in who stays.
fn second_look(rated: &[Rated], model: &Model) -> Vec<(f32, Rated)> {
    let rows: Vec<_> = rated.iter().map(|r| &r.features).collect();
    let mut sums = vec![0.0; rows.len()];
    model.trees.add(0..HEAD_TREES, &rows, &mut sums);
    // Rows are long: what is sorted are their places.
    let mut order: Vec<(f32, &Rated)> = sums.into_iter().zip(rated).collect();
    order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.disorder.cmp(&b.1.disorder)));
    order.truncate(KEPT);
    let rows: Vec<_> = order.iter().map(|(_, r)| &r.features).collect();
    let mut sums: Vec<f32> = order.iter().map(|(s, _)| *s).collect();
    model.trees.add(HEAD_TREES..model.trees.len(), &rows, &mut sums);
    sums.into_iter().zip(order).map(|(sum, (_, rated))| (sum, *rated)).collect()
}

/// Softmax over the scores and one more, "none of these".
fn probabilities(scores: &[f32], temperature: f32, none: f32) -> Vec<f32> {
    let most = scores.iter().copied().fold(none, f32::max);
    let weight = |s: f32| ((s - most) / temperature.max(1e-3)).exp();
    let sum: f32 = scores.iter().map(|s| weight(*s)).sum::<f32>() + weight(none);
    scores.iter().map(|s| weight(*s) / sum).collect()
}
