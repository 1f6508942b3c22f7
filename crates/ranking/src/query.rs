//! A query, with what is computed once for all disorders.

use crate::first_stage::{self, Offsets};
use crate::frequency::{Mark, Share};
use crate::table::Table;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};

/// Number of a term that the query does not have.
const NOWHERE: u16 = u16::MAX;

/// Sets of slots, one bit each. The slots of a query ascend with information, so that the highest bit of a set is
/// its most informative term.
pub type Word = u64;

/// A term of a disorder that the query has, too.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    slot: u16,
    /// Share of the term and what lies below it.
    pub within: Share,
    /// Share of the term itself.
    pub itself: Share,
}

impl Hit {
    /// Its slot.
    #[inline]
    pub fn slot(&self) -> usize {
        usize::from(self.slot)
    }
}

/// A set of terms in which each has a number, its slot, from 0.
#[derive(Debug, Default)]
pub struct Slots {
    /// Slot of every term of the ontology: one look, where a search would take seven.
    of: Vec<u16>,
    /// The terms by slot.
    terms: Vec<TermIndex>,
    /// Slots in the order of their terms.
    by_term: Vec<u16>,
}

impl Slots {
    /// Of terms in ascending order; slots ascend with information.
    fn new(table: &Table, ontology: &Ontology, ascending: Vec<TermIndex>) -> Self {
        let mut terms = ascending.clone();
        let information = |t: &TermIndex| table.information[usize::from(*t)];
        terms.sort_by(|a, b| information(a).total_cmp(&information(b)).then(a.cmp(b)));
        let mut of = vec![NOWHERE; ontology.terms().len()];
        for (slot, term) in terms.iter().enumerate() {
            of[usize::from(*term)] = slot as u16;
        }
        let by_term = ascending.iter().map(|t| of[usize::from(*t)]).collect();
        Self { of, terms, by_term }
    }

    /// Slot of a term of the set.
    #[inline]
    pub fn of(&self, term: TermIndex) -> Option<usize> {
        self.of.get(usize::from(term)).filter(|s| **s != NOWHERE).map(|s| usize::from(*s))
    }

    /// Those of some marks that the set has, in their order.
    pub fn hits(&self, marks: &[Mark], hits: &mut Vec<Hit>) {
        hits.clear();
        hits.resize(marks.len() + 1, Hit { slot: 0, within: Share::NONE, itself: Share::NONE });
        let mut found = 0;
        for mark in marks {
            let slot = self.of.get(usize::from(mark.term)).copied().unwrap_or(NOWHERE);
            // Written always and counted only where it is one: a branch would be foreseen wrongly too often.
            hits[found] = Hit { slot, within: mark.within, itself: mark.itself };
            found += usize::from(slot != NOWHERE);
        }
        hits.truncate(found);
    }

    /// How many terms.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// How many words a set of slots takes.
    #[inline]
    pub fn words(&self) -> usize {
        self.terms.len().div_ceil(Word::BITS as usize)
    }

    /// Terms with their slots, by ascending term.
    pub fn by_term(&self) -> impl Iterator<Item = (TermIndex, usize)> {
        self.by_term.iter().map(|s| (self.terms[usize::from(*s)], usize::from(*s)))
    }
}

/// Adds a slot to a set.
#[inline]
pub fn put(set: &mut [Word], slot: usize) {
    set[slot / Word::BITS as usize] |= 1 << (slot % Word::BITS as usize);
}

/// Whether a set has a slot.
#[inline]
pub fn has(set: &[Word], slot: usize) -> bool {
    set[slot / Word::BITS as usize] >> (slot % Word::BITS as usize) & 1 == 1
}

/// The highest slot that two sets share.
#[inline]
pub fn highest(a: &[Word], b: &[Word]) -> Option<usize> {
    let shared = a.iter().zip(b).map(|(a, b)| a & b).enumerate().rev().find(|(_, both)| *both != 0);
    shared.map(|(word, both)| word * Word::BITS as usize + both.ilog2() as usize)
}

/// The slots that two sets share, ascending.
#[inline]
pub fn shared<'a>(a: &'a [Word], b: &'a [Word]) -> impl Iterator<Item = usize> + 'a {
    a.iter().zip(b).enumerate().flat_map(|(word, (a, b))| {
        let mut both = a & b;
        std::iter::from_fn(move || {
            (both != 0).then(|| {
                let slot = word * Word::BITS as usize + both.trailing_zeros() as usize;
                both &= both - 1;
                slot
            })
        })
    })
}

/// One observed sign and what is above it.
#[derive(Debug)]
pub struct Sign {
    /// The sign.
    pub term: TermIndex,
    /// Its own slot.
    pub slot: usize,
    /// Itself and everything above.
    pub above: Vec<Word>,
    /// Of these, itself and what says something of the sign.
    pub telling: Vec<Word>,
    /// From a share of the sign itself to a ratio.
    pub offsets: Offsets,
}

/// A query made ready.
pub struct Prepared {
    /// Everything above the signs, themselves included.
    pub slots: Slots,
    /// Information of each slot.
    pub information: Vec<f32>,
    /// From the share of a slot that lies above a sign to a ratio; none where it says nothing.
    offsets: Vec<Option<Offsets>>,
    /// The signs.
    pub signs: Vec<Sign>,
    /// Slots that are telling above a sign, and those of the signs.
    pub telling: Vec<Word>,
    /// Slots of the signs.
    pub itself: Vec<Word>,
    /// Sum of `information`.
    pub closure_information: f32,
    /// Body systems touched.
    pub systems: Vec<Word>,
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
        let slots = Slots::new(table, ontology, first_stage::closure(ontology, signs));
        let information: Vec<f32> = slots.terms.iter().map(|t| table.information[usize::from(*t)]).collect();
        let offsets: Vec<Option<Offsets>> =
            slots.terms.iter().map(|t| table.offsets[usize::from(*t)].above()).collect();
        let none = vec![0; slots.words()];
        let (mut telling, mut itself, mut systems) = (none.clone(), none.clone(), none.clone());
        let signs = signs
            .iter()
            .filter_map(|sign| {
                let own = slots.of(*sign)?;
                let mut out = Sign {
                    term: *sign,
                    slot: own,
                    above: none.clone(),
                    telling: none.clone(),
                    offsets: table.offsets[usize::from(*sign)].itself(),
                };
                for slot in ontology.ancestors_or_self(*sign).iter().filter_map(|a| slots.of(*a)) {
                    put(&mut out.above, slot);
                    if slot == own || offsets[slot].is_some() {
                        put(&mut out.telling, slot);
                    }
                }
                put(&mut itself, own);
                telling.iter_mut().zip(&out.telling).for_each(|(all, own)| *all |= own);
                Some(out)
            })
            .collect();
        ontology.body_systems().iter().filter_map(|s| slots.of(*s)).for_each(|s| put(&mut systems, s));
        let closure_information = slots.by_term().map(|(_, s)| information[s]).sum();
        Self { slots, information, offsets, signs, telling, itself, closure_information, systems, age, male }
    }

    /// The way from the share of a slot to a ratio, for a sign that is the slot or lies below it.
    #[inline]
    pub fn offsets(&self, sign: &Sign, slot: usize) -> Option<Offsets> {
        if slot == sign.slot { Some(sign.offsets) } else { self.offsets[slot] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_share_slots_in_order_over_words() {
        let (mut a, mut b) = ([0; 3], [0; 3]);
        for slot in [0, 5, 63, 64, 130] {
            put(&mut a, slot);
        }
        for slot in [5, 64, 129, 130] {
            put(&mut b, slot);
        }
        assert_eq!(shared(&a, &b).collect::<Vec<_>>(), [5, 64, 130]);
        assert_eq!(highest(&a, &b), Some(130));
        assert_eq!(highest(&a, &[0; 3]), None);
        assert!(has(&a, 63) && !has(&b, 63));
    }
}
