//! What published persons say of a query, one by one: signs that go together in one person tell more than
//! signs that each occur in somebody.

use crate::features::best_ratio;
use crate::first_stage;
use crate::frequency::{Profile, Share};
use crate::query::{Prepared, Word, has, put};
use crate::table::DisorderIndex;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::phenotype::ontology::TermIndex;

/// Most persons of one disorder that are compared with a query, evenly taken from all: no unbounded work.
const MOST_PERSONS: usize = 64;
/// Persons that the prior counts for in the share of persons with a sign.
const PRIOR: (f32, f32) = (1.5, 0.1);

/// One person: whose publication, and which part of the terms.
#[derive(Debug, Clone, Copy)]
struct Person {
    reference: u32,
    /// Range of the signs themselves.
    signs: (u32, u32),
    /// Range of the signs and everything above them.
    closure: (u32, u32),
    /// Information of the closure.
    information: f32,
}

/// Persons of all disorders.
#[derive(Debug, Default)]
pub struct Persons {
    starts: Vec<u32>,
    persons: Vec<Person>,
    terms: Vec<TermIndex>,
    /// By term, the persons who have it or what is below it: ends of the ranges, then the persons.
    bearers: (Vec<u32>, Vec<u32>),
    /// By disorder, how many of its persons have a term: ends of the ranges, then the counts.
    counts: (Vec<u32>, Vec<Count>),
}

/// How many persons of a disorder have a term.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    term: TermIndex,
    /// The term or what is below it.
    within: u16,
    /// The term itself.
    itself: u16,
}

/// What the persons of a disorder say of a query; `NaN` without any person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said {
    /// How many persons.
    pub persons: f32,
    /// Mean evidence of a sign by the part of the persons that bear it or what is near it.
    pub evidence: f32,
    /// The largest part of the query's information that one person bears exactly.
    pub exact: f32,
    /// The largest overlap with one person: information of what both have by that of what either has.
    pub overlap: f32,
    /// The largest part of the query's information that lies in one person's signs and above.
    pub shared: f32,
    /// Mean overlap over the persons.
    pub mean_overlap: f32,
}

impl Said {
    const NOTHING: Self = Self {
        persons: 0.0,
        evidence: f32::NAN,
        exact: f32::NAN,
        overlap: f32::NAN,
        shared: f32::NAN,
        mean_overlap: f32::NAN,
    };
}

/// Working memory.
#[derive(Debug, Default)]
pub struct Counts {
    counted: Vec<Count>,
    shares: Vec<(Share, Share)>,
    known: Vec<Word>,
}

impl Persons {
    /// From the cases of all disorders.
    pub fn new(phenotypes: &Phenotypes, information: &[f32]) -> Self {
        let mut out = Self::default();
        for disorder in &phenotypes.disorders {
            out.starts.push(out.persons.len() as u32);
            let step = disorder.cases.len().div_ceil(MOST_PERSONS).max(1);
            for case in disorder.cases.iter().step_by(step) {
                let first = out.terms.len() as u32;
                out.terms.extend_from_slice(&case.observed);
                let middle = out.terms.len() as u32;
                out.terms.extend(first_stage::closure(&phenotypes.ontology, &case.observed));
                let last = out.terms.len() as u32;
                let closure = &out.terms[middle as usize..];
                let information = closure.iter().map(|t| information[usize::from(*t)]).sum();
                out.persons.push(Person {
                    reference: case.reference,
                    signs: (first, middle),
                    closure: (middle, last),
                    information,
                });
            }
        }
        out.starts.push(out.persons.len() as u32);
        out.bearers = out.by_term(information.len());
        let mut counted = Vec::new();
        for disorder in 0..phenotypes.disorders.len() {
            out.count(out.of(disorder as DisorderIndex), &[], &mut counted);
            out.counts.1.append(&mut counted);
            out.counts.0.push(out.counts.1.len() as u32);
        }
        out
    }

    /// Counts the terms of some persons, those of the left-out references passed over, by ascending term.
    fn count(&self, of: std::ops::Range<usize>, without: &[u32], counted: &mut Vec<Count>) {
        counted.clear();
        for person in self.persons[of].iter().filter(|p| !without.contains(&p.reference)) {
            let within = self.terms(person.closure).iter();
            counted.extend(within.map(|term| Count { term: *term, within: 1, itself: 0 }));
            let itself = self.terms(person.signs).iter();
            counted.extend(itself.map(|term| Count { term: *term, within: 0, itself: 1 }));
        }
        counted.sort_unstable_by_key(|c| c.term);
        counted.dedup_by(|next, kept| {
            let same = next.term == kept.term;
            if same {
                kept.within += next.within;
                kept.itself += next.itself;
            }
            same
        });
    }

    fn counts(&self, disorder: DisorderIndex) -> &[Count] {
        let (ends, counts) = &self.counts;
        let at = usize::from(disorder);
        let Some(end) = ends.get(at) else { return &[] };
        let start = if at == 0 { 0 } else { ends[at - 1] };
        &counts[start as usize..*end as usize]
    }

    fn by_term(&self, terms: usize) -> (Vec<u32>, Vec<u32>) {
        let mut lists: Vec<Vec<u32>> = vec![Vec::new(); terms];
        for (number, person) in self.persons.iter().enumerate() {
            for term in self.terms(person.closure) {
                lists[usize::from(*term)].push(number as u32);
            }
        }
        let mut end = 0;
        let ends = lists
            .iter()
            .map(|l| {
                end += l.len() as u32;
                end
            })
            .collect();
        (ends, lists.concat())
    }

    fn bearers(&self, term: TermIndex) -> &[u32] {
        let (ends, persons) = &self.bearers;
        let at = usize::from(term);
        let Some(end) = ends.get(at) else { return &[] };
        let start = if at == 0 { 0 } else { ends[at - 1] };
        &persons[start as usize..*end as usize]
    }

    /// What each person has in common with a query: information of the shared signs and all above them.
    pub fn compare(&self, query: &Prepared, shared: &mut Vec<f32>) {
        shared.clear();
        shared.resize(self.persons.len(), 0.0);
        for (term, slot) in query.slots.by_term() {
            let information = query.information[slot];
            if information > 0.0 {
                for person in self.bearers(term) {
                    shared[*person as usize] += information;
                }
            }
        }
    }

    fn of(&self, disorder: DisorderIndex) -> std::ops::Range<usize> {
        let at = usize::from(disorder);
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    /// The largest overlap of a query with one person who has the disorder, those of the left-out references
    /// passed over; 0 without any. `shared` is what [`Self::compare`] found.
    pub fn nearest(&self, disorder: DisorderIndex, without: &[u32], query: &Prepared, shared: &[f32]) -> f32 {
        let of = self.of(disorder);
        self.persons[of.clone()]
            .iter()
            .zip(&shared[of])
            .filter(|(person, _)| !without.contains(&person.reference))
            .map(|(person, shared)| overlap(query, person, *shared))
            .fold(0.0, f32::max)
    }

    fn terms(&self, range: (u32, u32)) -> &[TermIndex] {
        &self.terms[range.0 as usize..range.1 as usize]
    }

    /// What the persons of a disorder say, those of the left-out references passed over; `shared` is what
    /// [`Self::compare`] found.
    pub fn say(
        &self,
        disorder: DisorderIndex,
        without: &[u32],
        query: &Prepared,
        profile: &Profile,
        shared: &[f32],
        counts: &mut Counts,
    ) -> Said {
        let of = self.of(disorder);
        if of.is_empty() {
            return Said::NOTHING;
        }
        let all_exact: f32 = query.signs.iter().map(|s| query.information[s.slot]).sum();
        let (mut persons, mut exact, mut overlap, mut shared_most, mut sum) =
            (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32, 0.0);
        for (person, shared) in self.persons[of.clone()].iter().zip(&shared[of.clone()]) {
            if without.contains(&person.reference) {
                continue;
            }
            persons += 1.0;
            let mut own = 0.0;
            for term in self.terms(person.signs) {
                if let Some(slot) = query.slots.of(*term).filter(|slot| has(&query.itself, *slot)) {
                    own += query.information[slot];
                }
            }
            exact = exact.max(own / all_exact.max(1e-3));
            shared_most = shared_most.max(shared / query.closure_information.max(1e-3));
            let part = self::overlap(query, person, *shared);
            overlap = overlap.max(part);
            sum += part;
        }
        if persons < 0.5 {
            return Said::NOTHING;
        }
        let share = |n: u16| match n {
            0 => Share::NONE,
            n => Share::new((f32::from(n) + PRIOR.0 * PRIOR.1) / (persons + PRIOR.0)),
        };
        let all_persons = persons as usize == self.persons[of.clone()].len();
        let counted = if all_persons {
            self.counts(disorder)
        } else {
            self.count(of, without, &mut counts.counted);
            &counts.counted
        };
        counts.shares.resize(query.slots.len(), (Share::NONE, Share::NONE));
        counts.known.clear();
        counts.known.resize(query.slots.words(), 0);
        for count in counted.iter().filter(|c| c.within > 0) {
            if let Some(slot) = query.slots.of(count.term).filter(|slot| has(&query.telling, *slot)) {
                counts.shares[slot] = (share(count.within), share(count.itself));
                put(&mut counts.known, slot);
            }
        }
        let mut evidence = 0.0;
        for sign in &query.signs {
            let ratio = best_ratio(query, sign, &counts.known, &counts.shares);
            evidence += first_stage::of_ratio(profile.thinness, ratio);
        }
        Said {
            persons,
            evidence: evidence / query.signs.len().max(1) as f32,
            exact,
            overlap,
            shared: shared_most,
            mean_overlap: sum / persons,
        }
    }

    /// Memory in bytes.
    pub fn bytes(&self) -> usize {
        size_of_val(self.starts.as_slice())
            + size_of_val(self.persons.as_slice())
            + size_of_val(self.terms.as_slice())
            + size_of_val(self.bearers.0.as_slice())
            + size_of_val(self.bearers.1.as_slice())
            + size_of_val(self.counts.0.as_slice())
            + size_of_val(self.counts.1.as_slice())
    }
}

/// Information of what both have by that of what either has.
fn overlap(query: &Prepared, person: &Person, shared: f32) -> f32 {
    shared / (query.closure_information + person.information - shared).max(1e-3)
}
