//! The first stage and the rows for the second, with rows of one publication left out where asked.

use crate::features::{self, COUNT, Candidate, Memory};
use crate::first_stage::{self, Score, Scratch};
use crate::groups::Groups;
use crate::likeness::{Likeness, Vector, cosine};
use crate::persons::{Counts, Persons};
use crate::query::Prepared;
use crate::table::{Changed, DisorderIndex, Table};
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::phenotype::ontology::TermIndex;

/// How many disorders of the first stage are sieved.
const SIEVED: usize = 800;
/// How many the sieve leaves for the second stage.
pub const CANDIDATES: usize = 200;
/// What a likeness of 1 counts for in the sieve, in natural logarithms.
const LIKENESS: f32 = 30.0;
/// What a full overlap with one published person counts for.
const NEAREST: f32 = 40.0;

/// Score of a disorder without any row: never a candidate.
const OUT: f32 = -1e9;

/// A candidate with its first-stage score and second-stage numbers.
#[derive(Debug, Clone, Copy)]
pub struct Rated {
    /// Which.
    pub disorder: DisorderIndex,
    /// First stage.
    pub score: Score,
    /// Numbers of the second stage.
    pub features: [f32; COUNT],
}

/// Tables over all disorders.
pub struct Knowledge {
    /// By disorder and by term.
    pub table: Table,
    /// Sisters.
    pub groups: Groups,
    /// Which signs go together.
    pub likeness: Likeness,
    /// Published persons.
    pub persons: Persons,
    vectors: Vec<Vector>,
}

impl Knowledge {
    /// Builds all tables.
    pub fn new(phenotypes: &Phenotypes) -> Self {
        let (table, groups) = Table::new(phenotypes);
        let likeness = Likeness::new(phenotypes);
        let vectors = table.profiles.iter().map(|p| likeness.of_profile(&table.information, p)).collect();
        let persons = Persons::new(phenotypes, &table.information);
        Self { table, groups, likeness, persons, vectors }
    }

    /// Memory of the tables, in bytes, without what the allocator adds.
    pub fn bytes(&self) -> usize {
        self.table.bytes()
            + self.groups.bytes()
            + self.likeness.bytes()
            + self.persons.bytes()
            + size_of_val(self.vectors.as_slice())
    }

    /// Vectors of all disorders.
    pub fn vectors(&self) -> &[Vector] {
        &self.vectors
    }

    /// What differs without the rows of some references; nothing for none.
    pub fn without(&self, phenotypes: &Phenotypes, references: Vec<u32>) -> Changed {
        if references.is_empty() {
            return Changed::default();
        }
        self.table.without(phenotypes, &self.groups, references)
    }

    /// The best candidates with their numbers, in the order of the first stage.
    pub fn candidates(
        &self,
        phenotypes: &Phenotypes,
        signs: &[TermIndex],
        age: Option<f32>,
        male: Option<bool>,
        changed: &Changed,
        scratch: &mut Scratch,
    ) -> Vec<Rated> {
        let (table, ontology) = (&self.table, &phenotypes.ontology);
        first_stage::of_all(table, ontology, signs, scratch);
        let scores = &mut scratch.scores;
        for (score, profile) in scores.iter_mut().zip(&table.profiles) {
            if profile.marks.is_empty() {
                score.observed = OUT;
            }
        }
        for (disorder, profile) in &changed.profiles {
            scores[usize::from(*disorder)] = if profile.marks.is_empty() {
                Score { observed: OUT, missing: 0.0 }
            } else {
                first_stage::of_profile(table, ontology, profile, signs)
            };
        }
        let order = first_stage::best(scores, SIEVED);
        let totals = order.iter().map(|d| scores[usize::from(*d)].total());
        let best_total = totals.reduce(f32::max).unwrap_or(0.0);
        let query = Prepared::new(table, ontology, signs, age, male);
        let of_query = self.likeness.of_signs(&table.information, signs);
        let profile_of =
            |d: DisorderIndex| changed.profiles.get(&d).unwrap_or(&table.profiles[usize::from(d)]);
        let shared = &mut scratch.shared;
        self.persons.compare(&query, shared);
        let mut kept: Vec<(f32, f32, DisorderIndex)> = order
            .into_iter()
            .filter(|d| scores[usize::from(*d)].observed > OUT)
            .map(|d| {
                let likeness = match changed.profiles.get(&d) {
                    Some(profile) => {
                        cosine(&of_query, &self.likeness.of_profile(&table.information, profile))
                    }
                    None => cosine(&of_query, &self.vectors[usize::from(d)]),
                };
                let nearest = self.persons.nearest(d, &changed.references, &query, shared);
                let sieve = scores[usize::from(d)].total() + LIKENESS * likeness + NEAREST * nearest;
                (sieve, likeness, d)
            })
            .collect();
        kept.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
        kept.truncate(CANDIDATES);
        let mut memory = Memory::new(ontology, &query);
        let mut counts = Counts::default();
        let rows: Vec<_> = kept
            .iter()
            .enumerate()
            .map(|(rank, (_, likeness, d))| {
                let profile = profile_of(*d);
                let group = self.groups.of(*d);
                let candidate = Candidate {
                    disorder: &phenotypes.disorders[usize::from(*d)],
                    profile,
                    group,
                    changed: group.filter(|_| !changed.profiles.is_empty()).map_or_else(Vec::new, |g| {
                        g.members
                            .iter()
                            .filter(|m| *m != d)
                            .filter_map(|m| {
                                Some((&table.profiles[usize::from(*m)], changed.profiles.get(m)?))
                            })
                            .collect()
                    }),
                    summed: &table.profiles[usize::from(*d)],
                    score: scores[usize::from(*d)],
                    rank: rank as u32 + 1,
                    best_total,
                    likeness: *likeness,
                    said: self.persons.say(*d, &changed.references, &query, profile, shared, &mut counts),
                };
                features::own(table, ontology, &query, &candidate, &mut memory)
            })
            .collect();
        kept.iter()
            .zip(features::compared(&rows))
            .map(|((_, _, d), features)| Rated { disorder: *d, score: scores[usize::from(*d)], features })
            .collect()
    }
}
