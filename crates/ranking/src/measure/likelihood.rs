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
    fn new(ontology: &Ontology, rows: &[Row], without: &[u32]) -> Self {
        let mut counts: FxHashMap<TermIndex, (f32, f32)> = FxHashMap::default();
        let mut out = Self::default();
        for row in rows.iter().filter(|r| !without.contains(&r.reference)) {
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
    /// Disorders that have rows of a reference.
    citing: FxHashMap<u32, Vec<DisorderIndex>>,
}

impl<'a> Likelihood<'a> {
    /// Builds its tables.
    pub fn new(phenotypes: &'a Phenotypes) -> Self {
        let ontology = &phenotypes.ontology;
        let diseases: Vec<Disease> =
            phenotypes.disorders.iter().map(|d| Disease::new(ontology, &d.rows, &[])).collect();
        let mut background = vec![0.0_f32; ontology.terms().len()];
        let described = diseases.iter().filter(|d| !d.share.is_empty()).count().max(1) as f32;
        for (term, share) in diseases.iter().flat_map(|d| &d.within) {
            background[usize::from(*term)] += share / described;
        }
        background.iter_mut().for_each(|b| *b = b.max(1e-4));
        let mut citing: FxHashMap<u32, Vec<DisorderIndex>> = FxHashMap::default();
        for (index, disorder) in phenotypes.disorders.iter().enumerate() {
            for row in &disorder.rows {
                let list = citing.entry(row.reference).or_default();
                if list.last() != Some(&(index as DisorderIndex)) {
                    list.push(index as DisorderIndex);
                }
            }
        }
        Self { phenotypes, diseases, background, citing }
    }

    /// Scores of all disorders, natural logarithm; minus infinity for one without rows.
    pub fn scores(&self, signs: &[TermIndex], without: &[u32]) -> Vec<f32> {
        let ontology = &self.phenotypes.ontology;
        let signs: Vec<Asked> = signs.iter().map(|t| Asked::new(ontology, *t)).collect();
        (0..self.diseases.len() as DisorderIndex)
            .map(|d| {
                let disorder = &self.phenotypes.disorders[usize::from(d)];
                let cited = without.iter().any(|w| self.citing.get(w).is_some_and(|c| c.contains(&d)));
                let own = cited.then(|| Disease::new(ontology, &disorder.rows, without));
                let disease = own.as_ref().unwrap_or(&self.diseases[usize::from(d)]);
                if disease.share.is_empty() {
                    return f32::NEG_INFINITY;
                }
                signs.iter().map(|t| self.ratio(ontology, disease, t).ln()).sum()
            })
            .collect()
    }

    fn ratio(&self, ontology: &Ontology, disease: &Disease, asked: &Asked) -> f32 {
        let background = |t: TermIndex| self.background[usize::from(t)];
        let sign = asked.sign;
        if disease.absent.iter().any(|a| ontology.is_within(sign, *a)) {
            return 0.001;
        }
        if let Some(share) = disease.share.get(&sign).or_else(|| disease.within.get(&sign)) {
            return share / background(sign);
        }
        let parents = asked.levels.first().map_or(&[][..], Vec::as_slice);
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
        for (distance, level) in asked.levels.iter().enumerate() {
            for ancestor in level {
                if let Some(share) = disease.within.get(ancestor) {
                    let share = share / 10_f32.powi(distance as i32 + 1);
                    return (share / background(*ancestor)).max(0.01);
                }
            }
        }
        0.01
    }
}

/// A sign with its ancestors by distance, the root and what is no sign left out.
struct Asked {
    sign: TermIndex,
    levels: Vec<Vec<TermIndex>>,
}

impl Asked {
    fn new(ontology: &Ontology, sign: TermIndex) -> Self {
        let above = |t: &TermIndex| ontology.term(*t).map_or_else(Vec::new, |t| t.parents.to_vec());
        let mut levels: Vec<Vec<TermIndex>> = Vec::new();
        let mut next = above(&sign);
        while !next.is_empty() {
            next.sort_unstable();
            next.dedup();
            next.retain(|t| ontology.term(*t).is_some_and(|t| t.is_sign));
            let following = next.iter().flat_map(above).collect();
            levels.push(std::mem::replace(&mut next, following));
        }
        Self { sign, levels }
    }
}
