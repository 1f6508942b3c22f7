//! A query, with what is computed once for all disorders.

use crate::first_stage::{self, Offsets};
use crate::table::Table;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};

/// A set of terms in which each has a number, from 0.
#[derive(Debug, Default)]
pub struct Slots {
    words: Vec<u64>,
    before: Vec<u16>,
    /// The terms, ascending; the position is the number.
    pub terms: Vec<TermIndex>,
}

impl Slots {
    fn new(ontology: &Ontology, terms: Vec<TermIndex>) -> Self {
        let mut words = vec![0_u64; ontology.terms().len().div_ceil(64)];
        for term in &terms {
            words[usize::from(*term) / 64] |= 1 << (term % 64);
        }
        let mut before = Vec::with_capacity(words.len());
        let mut count = 0;
        for word in &words {
            before.push(count);
            count += word.count_ones() as u16;
        }
        Self { words, before, terms }
    }

    /// Number of a term of the set.
    pub fn of(&self, term: TermIndex) -> Option<usize> {
        let (word, bit) = (usize::from(term) / 64, term % 64);
        let held = *self.words.get(word)?;
        let below = (held & ((1 << bit) - 1)).count_ones() as usize;
        (held >> bit & 1 == 1).then(|| usize::from(self.before[word]) + below)
    }

    /// Whether a term is in the set.
    pub fn holds(&self, term: TermIndex) -> bool {
        self.words.get(usize::from(term) / 64).is_some_and(|w| w >> (term % 64) & 1 == 1)
    }
}

/// One observed sign and what is above it.
#[derive(Debug)]
pub struct Sign {
    /// The sign.
    pub term: TermIndex,
    /// Its own slot.
    pub slot: usize,
    /// Slots of itself and everything above, with the way from share to ratio where it says something.
    pub above: Vec<(usize, Option<Offsets>)>,
}

/// A query made ready.
pub struct Prepared {
    /// Everything above the signs, themselves included.
    pub slots: Slots,
    /// Information of each slot.
    pub information: Vec<f32>,
    /// The signs.
    pub signs: Vec<Sign>,
    /// Sum of `information`.
    pub closure_information: f32,
    /// Body systems touched.
    pub systems: Vec<TermIndex>,
    /// Age in years.
    pub age: Option<f32>,
    /// Whether the person is male; none when not said.
    pub male: Option<bool>,
}

impl Prepared {
    /// Of observed signs, each once.
    pub fn new(
        table: &Table,
        ontology: &Ontology,
        signs: &[TermIndex],
        age: Option<f32>,
        male: Option<bool>,
    ) -> Self {
        let slots = Slots::new(ontology, first_stage::closure(ontology, signs));
        let information: Vec<f32> = slots.terms.iter().map(|t| table.information[usize::from(*t)]).collect();
        let signs = signs
            .iter()
            .filter_map(|sign| {
                let above = ontology
                    .ancestors_or_self(*sign)
                    .iter()
                    .filter_map(|a| Some((slots.of(*a)?, Offsets::new(table, *a, a == sign))))
                    .collect();
                Some(Sign { term: *sign, slot: slots.of(*sign)?, above })
            })
            .collect();
        let systems = ontology.body_systems().iter().copied().filter(|s| slots.holds(*s)).collect();
        let closure_information = information.iter().sum();
        Self { slots, information, signs, closure_information, systems, age, male }
    }
}
