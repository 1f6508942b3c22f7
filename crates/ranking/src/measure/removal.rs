//! Whether leaving a publication out of an answer is as good as never having read it: for some publications
//! all rows and cases that cite them are removed, all tables are built anew without them, and the answers of
//! both ways are compared. What differs is what backgrounds and information content remember: averages over
//! thousands of disorders.

use super::cases::Case;
use super::variants::{Variant, signs};
use crate::model::Model;
use crate::ranker::Ranker;
use crate::request::{Request, check};
use ariane_knowledge::formats::published_case::PublishedCase;
use ariane_knowledge::phenotype::Phenotypes;

/// How two ways of leaving out agree.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Agreement {
    /// Cases compared.
    pub cases: usize,
    /// Cases whose first disorder is the same.
    pub first: usize,
    /// Cases whose right disorder is, or is not, among the first ten both ways.
    pub among_ten: usize,
    /// Cases whose right disorder stands first: left out, and removed.
    pub right_first: [usize; 2],
    /// Cases whose right disorder is among ten: left out, and removed.
    pub right_among_ten: [usize; 2],
    /// Mean part of the first ten that both share.
    pub shared: f64,
    /// Cases in which a disorder known only by the publication appeared though it was left out; must be 0.
    pub ghosts: usize,
}

/// What is known, with nothing of one publication in it.
pub fn removed(annotations: &Phenotypes, cases: &[PublishedCase], publication: &str) -> Phenotypes {
    let mut out = annotations.clone();
    let cited = out.references_to(publication);
    for disorder in &mut out.disorders {
        disorder.rows.retain(|r| !cited.contains(&r.reference));
    }
    let names = |c: &PublishedCase| c.publication.split(';').any(|p| p == publication);
    let kept: Vec<PublishedCase> = cases.iter().filter(|c| !names(c)).cloned().collect();
    out.add_cases(&kept);
    out
}

/// OMIM numbers of the first ten disorders; the ORPHA code where there is none.
fn first_ten(ranker: &Ranker, phenotypes: &Phenotypes, request: &Request, model: &Model) -> Vec<(u32, u32)> {
    let Ok(checked) = check(&phenotypes.ontology, request) else { return Vec::new() };
    let changed = ranker.left_out(phenotypes, request);
    let raw = ranker.raw(phenotypes, request, &checked, &changed, model);
    raw.scored
        .iter()
        .take(10)
        .filter_map(|(_, r)| phenotypes.disorders.get(usize::from(r.disorder)))
        .map(|d| (d.omim.first().copied().unwrap_or(0), d.orpha.first().copied().unwrap_or(0)))
        .collect()
}

/// Compares the answers to the cases of one publication.
pub fn compare(
    full: (&Ranker, &Phenotypes),
    without: (&Ranker, &Phenotypes),
    cases: &[&Case],
    model: &Model,
    sum: &mut Agreement,
) {
    for case in cases {
        let request = Request {
            observed: signs(&full.1.ontology, case, Variant::Full),
            sex: case.sex,
            age: case.age,
            without: Some(case.source.clone()),
            ..Request::default()
        };
        let left_out = first_ten(full.0, full.1, &request, model);
        let removed = first_ten(without.0, without.1, &Request { without: None, ..request }, model);
        let place = |list: &[(u32, u32)]| list.iter().position(|d| d.0 == case.omim);
        let (a, b) = (place(&left_out), place(&removed));
        sum.cases += 1;
        sum.first += usize::from(left_out.first() == removed.first());
        sum.among_ten += usize::from(a.is_some() == b.is_some());
        for (i, at) in [a, b].into_iter().enumerate() {
            sum.right_first[i] += usize::from(at == Some(0));
            sum.right_among_ten[i] += usize::from(at.is_some());
        }
        let both = left_out.iter().filter(|d| removed.contains(d)).count();
        sum.shared += both as f64 / left_out.len().max(1) as f64;
        let known =
            |code: u32| without.1.disorders.iter().any(|d| d.omim.contains(&code) && !d.rows.is_empty());
        sum.ghosts += usize::from(a.is_some() && !known(case.omim));
    }
}
