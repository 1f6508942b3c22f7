//! The peer: a likelihood-ratio ranker after LIRICAL 2.4 (Robinson et al., Am J Hum Genet 2020), observed
//! signs, uniform prior. Written from the published method so that both run on the same disorders and rows.

use crate::table::DisorderIndex;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::phenotype::disorders::{Evidence, Row};
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};
use rustc_hash::FxHashMap;

/// Frequencies of one disease, and the terms it is said not to have.
#[derive(Default, Clone)]
struct Disease {
    share: FxHashMap<TermIndex, f32>,
    within: FxHashMap<TermIndex, f32>,
    absent: Vec<TermIndex>,
}

impl Disease {
    fn new(ontology: &Ontology, rows: &[Row], without: Option<u32>) -> Self {
        let mut counts: FxHashMap<TermIndex, (f32, f32)> = FxHashMap::default();
        let mut out = Self::default();
        for row in rows.iter().filter(|r| Some(r.reference) != without) {
            let (with, of) = match row.evidence {
                Evidence::Counted { with, of } => (f32::from(with), f32::from(of)),
                // Classes count as five patients, rounded as LIRICAL's loader rounds them.
                Evidence::Share(share) => ((share * 5.0).round(), 5.0),
                Evidence::Stated => (1.0, 1.0),
                Evidence::Absent => {
                    out.absent.push(row.term);
                    continue;
                }
            };
            let slot = counts.entry(row.term).or_default();
            slot.0 += with;
            slot.1 += of;
        }
        for (term, (with, of)) in counts {
            if with == 0.0 {
                out.absent.push(term);
                continue;
            }
            let share = with / of.max(1.0);
            out.share.insert(term, share);
            for above in ontology.ancestors_or_self(term) {
                let slot = out.within.entry(*above).or_insert(0.0);
                *slot = slot.max(share);
            }
        }
        out
    }
}

/// The ranker.
pub struct Likelihood<'a> {
    phenotypes: &'a Phenotypes,
    diseases: Vec<Disease>,
    background: Vec<f32>,
}

impl<'a> Likelihood<'a> {
    /// Builds its tables.
    pub fn new(phenotypes: &'a Phenotypes) -> Self {
        let ontology = &phenotypes.ontology;
        let diseases: Vec<Disease> =
            phenotypes.disorders.iter().map(|d| Disease::new(ontology, &d.rows, None)).collect();
        let mut background = vec![0.0_f32; ontology.terms().len()];
        let described = diseases.iter().filter(|d| !d.share.is_empty()).count().max(1) as f32;
        for (term, share) in diseases.iter().flat_map(|d| &d.within) {
            background[usize::from(*term)] += share / described;
        }
        background.iter_mut().for_each(|b| *b = b.max(1e-4));
        Self { phenotypes, diseases, background }
    }

    /// Scores of all disorders, natural logarithm; minus infinity for one without rows.
    pub fn scores(&self, signs: &[TermIndex], without: Option<u32>) -> Vec<f32> {
        let ontology = &self.phenotypes.ontology;
        (0..self.diseases.len() as DisorderIndex)
            .map(|d| {
                let disorder = &self.phenotypes.disorders[usize::from(d)];
                let cited = without.is_some_and(|w| disorder.rows.iter().any(|r| r.reference == w));
                let own = cited.then(|| Disease::new(ontology, &disorder.rows, without));
                let disease = own.as_ref().unwrap_or(&self.diseases[usize::from(d)]);
                if disease.share.is_empty() {
                    return f32::NEG_INFINITY;
                }
                signs.iter().map(|t| self.ratio(ontology, disease, *t).ln()).sum()
            })
            .collect()
    }

    fn ratio(&self, ontology: &Ontology, disease: &Disease, sign: TermIndex) -> f32 {
        let background = |t: TermIndex| self.background[usize::from(t)];
        let above = ontology.ancestors_or_self(sign);
        if above.iter().any(|a| disease.absent.contains(a)) {
            return 0.001;
        }
        if let Some(share) = disease.share.get(&sign) {
            return share / background(sign);
        }
        if let Some(share) = disease.within.get(&sign) {
            return share / background(sign);
        }
        let parents = ontology.term(sign).map_or(&[][..], |t| &t.parents);
        let children = |p: TermIndex| ontology.children(p).len().max(1) as f32;
        let of_parent = parents
            .iter()
            .filter_map(|p| Some(disease.share.get(p)? / children(*p)))
            .fold(None, |best: Option<f32>, v| Some(best.map_or(v, |b| b.max(v))));
        if let Some(share) = of_parent {
            let own = background(sign);
            let uncommon = (0.002 + (own - 0.01) * (0.098 / 0.09)) * own;
            return share.max(uncommon) / own;
        }
        let mut level: Vec<TermIndex> = parents.to_vec();
        let mut distance = 1;
        while !level.is_empty() {
            for ancestor in &level {
                let is_root = ontology.term(*ancestor).is_none_or(|t| !t.is_sign);
                if let (false, Some(share)) = (is_root, disease.within.get(ancestor)) {
                    let share = share / 10_f32.powi(distance);
                    return (share / background(*ancestor)).max(0.01);
                }
            }
            level = level.iter().filter_map(|t| ontology.term(*t)).flat_map(|t| t.parents.to_vec()).collect();
            level.sort_unstable();
            level.dedup();
            distance += 1;
        }
        0.01
    }
}
