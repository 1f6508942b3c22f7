//! The first look at all disorders: a naive Bayes score with back-off.
//!
//! For an observed sign *t* and a disorder *d* the evidence is
//! `ln(ε + (1−ε)·r)`, `r = max(F(t,d)/B(t), max over ancestors c of t of max(w₁·A(c,d), w₂·F(c,d))/B(c), w₀)`
//! where *F* is the share of the term and what lies below it, *A* that of the term itself and *B* the mean
//! of *F* over all disorders: a sign more general or more specific than annotated still counts, less.
//! Ancestors that most disorders bear say nothing and are passed over.
//! A sign that the disorder usually has and that was not named counts a little against it,
//! `δ·Σ ln(1−ρ·A(a,d))`.

use crate::frequency::{Profile, STEPS, Share};
use crate::table::{Bearer, DisorderIndex, Table};
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};
use std::sync::LazyLock;

/// Rows at which half of a disorder's signs may be taken as known: below it, silence says little.
const HALF_KNOWN: f32 = 15.0;
/// Part of its signs that is unknown of a disorder without rows.
const UNKNOWN: f32 = 0.5;
/// Least part of the evidence that silence cannot take away.
const EPSILON: f32 = 0.05;
/// Weight of a disorder's own annotation above the sign.
const ABOVE_ITSELF: f32 = 0.2;
/// Weight of an annotation elsewhere below an ancestor of the sign.
const ABOVE_WITHIN: f32 = 0.1;
/// The ratio of a sign that nothing in the disorder resembles.
const NOTHING_ALIKE: f32 = 0.1;
/// Ancestors with a higher background are passed over.
const TELLING: f32 = 0.05;
/// Weight of what is missing.
const MISSING: f32 = 0.15;
/// How far a frequent sign that was not named speaks against.
const MISSING_SHARE: f32 = 0.6;

/// The score of one disorder, in natural logarithms.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// Evidence of the observed signs.
    pub observed: f32,
    /// Evidence of signs that were not named, at most 0.
    pub missing: f32,
}

impl Score {
    /// What disorders are ordered by.
    pub fn total(self) -> f32 {
        self.observed + self.missing
    }
}

/// Logarithms of ratios are whole steps of `1/STEPS`, from `-LOWEST` to the end of the table.
const LOWEST: i32 = 512;

/// Evidence by step of the ratio.
static EVIDENCE: LazyLock<[[f32; 1024]; CLASSES]> = LazyLock::new(|| {
    std::array::from_fn(|class| {
        let unknown = class as f32 / CLASSES as f32;
        std::array::from_fn(|step| {
            let ratio = ((step as i32 - LOWEST) as f32 / STEPS).exp().max(NOTHING_ALIKE);
            (unknown + (1.0 - unknown) * ratio).ln()
        })
    })
});

/// Steps of how much of a disorder's signs is unknown.
const CLASSES: usize = 64;

/// How thinly annotated a disorder with so many rows is, as a class.
pub fn thinness(rows: u32) -> u8 {
    let unknown = UNKNOWN * HALF_KNOWN / (rows as f32 + HALF_KNOWN);
    (EPSILON.max(unknown) * CLASSES as f32).round().clamp(1.0, CLASSES as f32 - 1.0) as u8
}

static MISSED: LazyLock<[f32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|step| MISSING * (1.0 - MISSING_SHARE * Share(step as u8).value()).ln())
});

#[inline]
fn evidence(thinness: u8, step: i32) -> f32 {
    evidence_in(&EVIDENCE, thinness, step)
}

#[inline]
fn evidence_in(table: &[[f32; 1024]; CLASSES], thinness: u8, step: i32) -> f32 {
    table[usize::from(thinness) % CLASSES][(step + LOWEST).clamp(0, 1023) as usize]
}

/// What a sign that is not named takes from a disorder that has it in this share of patients.
pub fn missed(share: Share) -> f32 {
    MISSED[usize::from(share.0)]
}

/// Steps to add to a share below an ancestor, so that it becomes a ratio.
#[derive(Debug, Clone, Copy)]
pub struct Offsets {
    within: i32,
    itself: i32,
}

/// The offsets of one term, in both its parts: computed once, because each takes two logarithms.
#[derive(Debug, Clone, Copy)]
pub struct TermOffsets {
    itself: i16,
    above: Option<(i16, i16)>,
}

impl TermOffsets {
    /// Of a term with this background, and its logarithm.
    pub fn new(background: f32, ln_background: f32) -> Self {
        let steps = |weight: f32| ((weight.ln() - ln_background) * STEPS).round() as i16;
        let above = (background <= TELLING).then(|| (steps(ABOVE_WITHIN), steps(ABOVE_ITSELF)));
        Self { itself: steps(1.0), above }
    }

    /// Where the term is the sign.
    pub fn itself(self) -> Offsets {
        Offsets { within: i32::from(self.itself), itself: i32::from(self.itself) }
    }

    /// Where the term lies above the sign; none where it says nothing.
    pub fn above(self) -> Option<Offsets> {
        self.above.map(|(within, itself)| Offsets { within: within.into(), itself: itself.into() })
    }
}

impl Offsets {
    /// For an ancestor of a sign, or the sign itself; none where it says nothing.
    pub fn new(table: &Table, ancestor: TermIndex, is_sign: bool) -> Option<Self> {
        let offsets = table.offsets[usize::from(ancestor)];
        if is_sign { Some(offsets.itself()) } else { offsets.above() }
    }

    /// The ratio of a disorder that bears the ancestor, in steps.
    #[inline]
    pub fn ratio(self, within: Share, itself: Share) -> i32 {
        let plain = self.within - i32::from(within.0);
        if itself == Share::NONE { plain } else { plain.max(self.itself - i32::from(itself.0)) }
    }
}

/// Everything above the signs, themselves included, each once.
pub fn closure(ontology: &Ontology, signs: &[TermIndex]) -> Vec<TermIndex> {
    let mut all: Vec<TermIndex> =
        signs.iter().flat_map(|t| ontology.ancestors_or_self(*t)).copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What one sign says of one disorder.
pub fn of_sign(table: &Table, ontology: &Ontology, profile: &Profile, sign: TermIndex) -> f32 {
    let mut best = -LOWEST;
    for above in ontology.ancestors_or_self(sign) {
        if let (Some(mark), Some(offsets)) =
            (profile.mark(*above), Offsets::new(table, *above, *above == sign))
        {
            best = best.max(offsets.ratio(mark.within, mark.itself));
        }
    }
    evidence(profile.thinness, best)
}

/// The evidence of the best ratio found; with nothing found, that of a sign that nothing resembles.
#[inline]
pub fn of_ratio(thinness: u8, best: Option<i32>) -> f32 {
    evidence(thinness, best.unwrap_or(-LOWEST))
}

/// The score of one disorder by its profile: the definition, one disorder at a time.
pub fn of_profile(table: &Table, ontology: &Ontology, profile: &Profile, signs: &[TermIndex]) -> Score {
    let observed = signs.iter().map(|t| of_sign(table, ontology, profile, *t)).sum();
    let closure = closure(ontology, signs);
    let missing: f32 =
        profile.named().filter(|m| closure.binary_search(&m.term).is_err()).map(|m| missed(m.itself)).sum();
    Score { observed, missing }
}

/// Working memory, kept between queries.
#[derive(Debug, Default)]
pub struct Scratch {
    best: Vec<i16>,
    touched: Vec<DisorderIndex>,
    /// Scores by disorder, of the last query.
    pub scores: Vec<Score>,
    /// What each published person has in common with the last query.
    pub shared: Vec<f32>,
}

/// Scores of all disorders, the same as [`of_profile`] by way of the lists per term.
pub fn of_all(table: &Table, ontology: &Ontology, signs: &[TermIndex], scratch: &mut Scratch) {
    const UNTOUCHED: i16 = i16::MIN;
    let count = table.profiles.len();
    // Taken once: a look at a lazy table asks each time whether it is there.
    let (evidences, misses): (&[_; CLASSES], &[f32; 256]) = (&EVIDENCE, &MISSED);
    let Scratch { best, touched, scores, .. } = scratch;
    best.clear();
    best.resize(count, UNTOUCHED);
    touched.clear();
    touched.resize(count + 1, 0);
    scores.clear();
    let least: [f32; CLASSES] = std::array::from_fn(|class| evidence(class as u8, -LOWEST));
    let nothing = least.map(|e| e * signs.len() as f32);
    scores.extend(table.starts.iter().map(|(missed, thinness)| Score {
        observed: nothing[usize::from(*thinness) % CLASSES],
        missing: *missed,
    }));
    let mut lists: Vec<(&[Bearer], Offsets)> = Vec::new();
    for sign in signs {
        lists.clear();
        lists.extend(
            ontology.ancestors_or_self(*sign).iter().filter_map(|above| {
                Some((table.bearers(*above), Offsets::new(table, *above, above == sign)?))
            }),
        );
        // The longest list first: whom the others name is then mostly known already, which processors foresee.
        lists.sort_unstable_by_key(|(bearers, _)| std::cmp::Reverse(bearers.len()));
        let mut found = 0;
        for (bearers, offsets) in &lists {
            for bearer in *bearers {
                let ratio = offsets.ratio(bearer.within, bearer.itself) as i16;
                let slot = &mut best[usize::from(bearer.disorder)];
                // Written always and counted only where new, without a branch.
                touched[found] = bearer.disorder;
                found += usize::from(*slot == UNTOUCHED);
                *slot = (*slot).max(ratio);
            }
        }
        for disorder in &touched[..found] {
            let at = usize::from(*disorder);
            let thinness = table.starts[at].1;
            scores[at].observed += evidence_in(evidences, thinness, i32::from(best[at]))
                - least[usize::from(thinness) % CLASSES];
            best[at] = UNTOUCHED;
        }
    }
    for term in closure(ontology, signs) {
        for bearer in table.named(term) {
            scores[usize::from(bearer.disorder)].missing -= misses[usize::from(bearer.itself.0)];
        }
    }
}

/// The best `most` disorders by total, of equal ones the first; in the order of their numbers, in which their tables
/// lie in memory.
pub fn best(scores: &[Score], most: usize) -> Vec<DisorderIndex> {
    // One whole number each, which compares as `f32::total_cmp` and then the position do, only faster.
    let keys: Vec<u64> = scores
        .iter()
        .zip(0_u64..)
        .map(|(score, index)| {
            let bits = score.total().to_bits();
            let ascending = if bits >> 31 == 1 { !bits } else { bits | 1 << 31 };
            u64::from(!ascending) << 32 | index
        })
        .collect();
    let last = match keys.len() > most {
        true => *keys.clone().select_nth_unstable(most).1,
        false => u64::MAX,
    };
    keys.into_iter().filter(|key| *key < last).map(|key| key as DisorderIndex).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_are_those_with_the_highest_totals_and_of_equals_the_first() {
        let scores = [-3.0, 2.0, -0.5, 2.0, 0.0, -3.0].map(|observed| Score { observed, missing: 0.0 });
        assert_eq!(best(&scores, 1), [1]);
        assert_eq!(best(&scores, 3), [1, 3, 4]);
        assert_eq!(best(&scores, 5), [0, 1, 2, 3, 4]);
        assert_eq!(best(&scores, 9), [0, 1, 2, 3, 4, 5]);
    }
}
