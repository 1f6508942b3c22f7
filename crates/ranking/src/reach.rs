//! What a term has in common with a query: found once per query and term, because candidates share their terms.

use crate::query::{Prepared, Word, put};
use crate::table::Table;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};

/// What of a query lies above the terms that were asked for.
#[derive(Default)]
pub struct Reach {
    /// By term, information of the most informative term that is above both the query and the term; `NaN` where
    /// it was not yet asked for.
    common: Vec<f32>,
    /// Terms that wait for those above them.
    open: Vec<TermIndex>,
    /// By term, the number of its entry in `above` and one; 0 where it was not yet asked for.
    entries: Vec<u16>,
    /// By entry, the slots of the query that are the term or above it.
    above: Vec<Word>,
}

impl Reach {
    /// For one query.
    pub fn new(ontology: &Ontology) -> Self {
        let terms = ontology.terms().len();
        Self { common: vec![f32::NAN; terms], entries: vec![0; terms], ..Self::default() }
    }

    /// Information of the most informative term that is above both the query and this term; 0 for none.
    #[inline]
    pub fn common(&mut self, table: &Table, query: &Prepared, term: TermIndex) -> f32 {
        let known = self.common[usize::from(term)];
        if !known.is_nan() {
            return known;
        }
        self.climb(table, query, term)
    }

    /// Finds what is in common with the query from the terms right above.
    fn climb(&mut self, table: &Table, query: &Prepared, term: TermIndex) -> f32 {
        // The best of those right above, found in the same way: no ancestor is asked twice in a query. Parents in
        // the table form no circle, so that this ends.
        self.open.push(term);
        while let Some(term) = self.open.last().copied() {
            let mut most = 0.0_f32;
            if let Some(slot) = query.slots.of(term) {
                // Nothing above is borne by fewer.
                most = query.information[slot];
            } else {
                let before = self.open.len();
                for parent in table.parents(term) {
                    let common = self.common[usize::from(*parent)];
                    if common.is_nan() {
                        self.open.push(*parent);
                    }
                    most = most.max(common);
                }
                if self.open.len() > before {
                    continue;
                }
            }
            self.common[usize::from(term)] = most;
            self.open.pop();
        }
        self.common[usize::from(term)]
    }

    /// Adds what of the query is this term or above it to a set.
    pub fn add(&mut self, ontology: &Ontology, query: &Prepared, term: TermIndex, set: &mut [Word]) {
        let words = query.slots.words();
        let entry = &mut self.entries[usize::from(term)];
        if *entry == 0 {
            let start = self.above.len();
            self.above.resize(start + words, 0);
            for slot in ontology.ancestors_or_self(term).iter().filter_map(|a| query.slots.of(*a)) {
                put(&mut self.above[start..], slot);
            }
            *entry = (self.above.len() / words.max(1)) as u16;
        }
        let start = (usize::from(*entry) - 1) * words;
        set.iter_mut().zip(&self.above[start..]).for_each(|(all, own)| *all |= own);
    }
}
