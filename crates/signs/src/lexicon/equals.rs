//! Words that stand for one another, learnt from the wordings themselves: two wordings of one term that
//! differ in a single word ("renal cyst", "kidney cyst") say that the two words mean the same there.

use super::vocabulary::StemId;
use rustc_hash::{FxHashMap, FxHashSet};

/// In how many terms a pair must be seen.
const LEAST_TERMS: u32 = 3;
/// In what part of the terms of the rarer word.
const LEAST_SHARE: f32 = 0.12;
/// Wordings of one term that are compared with each other.
const MOST_WORDINGS: usize = 40;

/// Collects evidence term by term.
#[derive(Debug, Default)]
pub(crate) struct Learner {
    pairs: FxHashMap<(StemId, StemId), u32>,
    terms: FxHashMap<StemId, u32>,
}

impl Learner {
    /// Wordings of one term in one language, each as its stems.
    pub fn term(&mut self, wordings: &[Vec<StemId>]) {
        let mut seen: FxHashSet<(StemId, StemId)> = FxHashSet::default();
        let mut words: FxHashSet<StemId> = FxHashSet::default();
        let wordings = &wordings[..wordings.len().min(MOST_WORDINGS)];
        for (i, a) in wordings.iter().enumerate() {
            words.extend(a);
            for b in &wordings[i + 1..] {
                if a.len() == b.len() && a.len() >= 2 {
                    seen.extend(difference(a, b));
                }
            }
        }
        seen.into_iter().for_each(|pair| *self.pairs.entry(pair).or_default() += 1);
        words.into_iter().for_each(|word| *self.terms.entry(word).or_default() += 1);
    }

    /// The pairs with enough evidence.
    pub fn pairs(&self, skip: impl Fn(StemId) -> bool) -> Vec<(StemId, StemId)> {
        let mut out: Vec<(StemId, StemId)> = self
            .pairs
            .iter()
            .filter(|((a, b), count)| {
                let rarer = self.terms.get(a).min(self.terms.get(b)).copied().unwrap_or(1);
                **count >= LEAST_TERMS
                    && **count as f32 >= LEAST_SHARE * rarer as f32
                    && !skip(*a)
                    && !skip(*b)
            })
            .map(|(pair, _)| *pair)
            .collect();
        out.sort_unstable();
        out
    }
}

/// The one word of each in which two wordings differ.
fn difference(a: &[StemId], b: &[StemId]) -> Option<(StemId, StemId)> {
    let mut only_a = a.iter().filter(|x| !b.contains(x));
    let mut only_b = b.iter().filter(|x| !a.contains(x));
    match (only_a.next(), only_a.next(), only_b.next(), only_b.next()) {
        (Some(x), None, Some(y), None) => Some((*x.min(y), *x.max(y))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_needs_several_terms() {
        let mut learner = Learner::default();
        for cyst in 10..13 {
            learner.term(&[vec![1, cyst], vec![2, cyst]]);
        }
        learner.term(&[vec![5, 6], vec![5, 7]]);
        assert_eq!(learner.pairs(|_| false), [(1, 2)]);
        assert!(learner.pairs(|id| id == 1).is_empty());
    }
}
