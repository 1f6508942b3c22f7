//! Published cases as further rows about the signs of disorders, and as persons who had signs together.
//!
//! Of each disorder and publication the cases are counted: a sign that *n* of *m* persons had, of those whose
//! packet says whether they had it. HPO's annotations are partly counted from the same persons by the same
//! curators; so a row of HPO for this disorder gives way where cases were imported of every publication that
//! it cites: no patient counts twice, and what is counted can be taken apart person by person. A row that
//! pools these publications with others stays, because nobody can say which of its patients are whose.

use super::Phenotypes;
use super::disorders::{AnnotatedDisorder, Evidence, Row};
use super::mining::Miner;
use super::ontology::{Ontology, Resolution, TermIndex};
use crate::formats::published_case::PublishedCase;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// One person of one publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Individual {
    /// Position in [`Phenotypes::references`].
    pub reference: u32,
    /// Signs that were seen, ascending.
    pub observed: Vec<TermIndex>,
}

/// What became of published cases when they were joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CaseCounts {
    /// Cases that were joined.
    pub joined: u64,
    /// Publications they come from.
    pub publications: u64,
    /// Disorders they are about.
    pub disorders: u64,
    /// Of these, disorders for which nothing else is known.
    pub new_disorders: u64,
    /// Signs whose retired id was replaced by its successor.
    pub replaced: u64,
    /// Signs that the ontology does not know, or that are none.
    pub unknown: u64,
    /// Cases left out because no sign was left, or because no list of disorders has room.
    pub left_out: u64,
}

/// Signs of one person as the ontology knows them.
struct Resolved {
    observed: Vec<TermIndex>,
    excluded: Vec<TermIndex>,
}

fn resolved(ontology: &Ontology, case: &PublishedCase, counts: &mut CaseCounts) -> Resolved {
    let mut list = |ids: &[u32]| -> Vec<TermIndex> {
        let mut terms = Vec::with_capacity(ids.len());
        for id in ids {
            match ontology.resolve(*id) {
                Resolution::Sign(term) => terms.push(term),
                Resolution::Successor(term) => {
                    counts.replaced += 1;
                    terms.push(term);
                }
                _ => counts.unknown += 1,
            }
        }
        terms.sort_unstable();
        terms.dedup();
        terms
    };
    let observed = list(&case.observed);
    let mut excluded = list(&case.excluded);
    excluded.retain(|t| observed.binary_search(t).is_err());
    Resolved { observed, excluded }
}

/// Where cases of a code belong: the entry of the OMIM disease, or of the entity that is equal.
fn place(places: &FxHashMap<(bool, u32), usize>, case: &PublishedCase) -> Option<usize> {
    places.get(&(case.of_orphanet, case.code)).copied()
}

fn places(disorders: &[AnnotatedDisorder]) -> FxHashMap<(bool, u32), usize> {
    let mut out = FxHashMap::default();
    for (index, disorder) in disorders.iter().enumerate() {
        // An entity that is equal to several OMIM diseases is none of them.
        if let [omim] = disorder.omim[..] {
            out.entry((false, omim)).or_insert(index);
        }
        for orpha in disorder.orpha.iter().take(usize::from(disorder.exact_orpha)) {
            out.entry((true, *orpha)).or_insert(index);
        }
    }
    out
}

/// Joins cases to what the annotations say.
pub(super) fn add(phenotypes: &mut Phenotypes, cases: &[PublishedCase]) -> CaseCounts {
    let mut counts = CaseCounts::default();
    if phenotypes.ontology.is_empty() || cases.is_empty() {
        return counts;
    }
    let mut places = places(&phenotypes.disorders);
    let mut miner = None;
    let mut groups: BTreeMap<(usize, &str), Vec<Resolved>> = BTreeMap::new();
    for case in cases {
        let signs = resolved(&phenotypes.ontology, case, &mut counts);
        let at = place(&places, case).or_else(|| {
            let room = phenotypes.disorders.len() < usize::from(u16::MAX);
            (room && !signs.observed.is_empty()).then(|| {
                let miner = miner.get_or_insert_with(|| Miner::new(&phenotypes.ontology));
                phenotypes.disorders.push(new_disorder(case, miner));
                places.insert((case.of_orphanet, case.code), phenotypes.disorders.len() - 1);
                phenotypes.disorders.len() - 1
            })
        });
        match at {
            Some(at) if !signs.observed.is_empty() => {
                groups.entry((at, &case.publication)).or_default().push(signs);
                counts.joined += 1;
            }
            _ => counts.left_out += 1,
        }
    }
    let mut references: FxHashMap<Box<str>, u32> =
        phenotypes.references.iter().cloned().zip(0_u32..).collect();
    let known = |d: &AnnotatedDisorder| !d.rows.is_empty();
    let mut concerned: Vec<usize> = groups.keys().map(|(at, _)| *at).collect();
    concerned.dedup();
    counts.disorders = concerned.len() as u64;
    counts.new_disorders =
        concerned.iter().filter(|at| !phenotypes.disorders.get(**at).is_some_and(known)).count() as u64;
    let mut named: Vec<&str> = groups.keys().map(|(_, publication)| *publication).collect();
    named.sort_unstable();
    named.dedup();
    counts.publications = named.len() as u64;
    let mut of_disorder: FxHashMap<usize, Vec<&str>> = FxHashMap::default();
    for (at, publication) in groups.keys() {
        of_disorder.entry(*at).or_default().extend(publication.split(';').map(str::trim));
    }
    for (at, imported) in of_disorder {
        let references = &phenotypes.references;
        if let Some(disorder) = phenotypes.disorders.get_mut(at) {
            disorder.rows.retain(|row| {
                let cited = references.get(row.reference as usize).map_or("", |r| r);
                row.of_orphanet || !cited.split(';').all(|one| imported.contains(&one.trim()))
            });
        }
    }
    for ((at, publication), persons) in groups {
        let reference = *references.entry(publication.into()).or_insert_with(|| {
            phenotypes.references.push(publication.into());
            phenotypes.references.len() as u32 - 1
        });
        if let Some(disorder) = phenotypes.disorders.get_mut(at) {
            count(disorder, reference, persons);
        }
    }
    counts
}

fn new_disorder(case: &PublishedCase, miner: &Miner) -> AnnotatedDisorder {
    let (omim, orpha) =
        if case.of_orphanet { (Vec::new(), vec![case.code]) } else { (vec![case.code], Vec::new()) };
    let mut named_signs = miner.signs(&case.name);
    named_signs.sort_unstable();
    named_signs.dedup();
    AnnotatedDisorder {
        exact_orpha: orpha.len() as u8,
        omim,
        orpha,
        name: case.name.clone(),
        named_signs,
        ..AnnotatedDisorder::default()
    }
}

/// Adds the persons of one publication and the counts over them.
fn count(disorder: &mut AnnotatedDisorder, reference: u32, persons: Vec<Resolved>) {
    let mut counted: BTreeMap<TermIndex, (u16, u16)> = BTreeMap::new();
    for person in &persons {
        for (terms, with) in [(&person.observed, 1), (&person.excluded, 0)] {
            for term in terms {
                let slot = counted.entry(*term).or_default();
                slot.0 = slot.0.saturating_add(with);
                slot.1 = slot.1.saturating_add(1);
            }
        }
    }
    disorder.rows.extend(counted.into_iter().map(|(term, (with, of))| Row {
        term,
        evidence: Evidence::Counted { with, of },
        reference,
        of_orphanet: false,
    }));
    disorder.cases.extend(persons.into_iter().map(|p| Individual { reference, observed: p.observed }));
}
