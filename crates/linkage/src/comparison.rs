//! How alike two encodings are, who belongs to whom, and what is left to a human.
//!
//! Likeness is the Dice coefficient (Schnell, Bachteler, Reiher 2009): twice the bits that both have, over the bits of either. Pairs are
//! taken *greedily*, the most alike first, each person once; that is not always the assignment whose likenesses add up to most, and where
//! another candidate is about as alike, the pair is not called sure. Nothing here decides: *sure* means to be looked at first.

use crate::encoding::Encoding;

/// From here on a pair is called sure; measured in `docs/linkage.md`.
pub const SURE: f64 = 0.9;

/// From here on a pair is shown to a human.
pub const UNSURE: f64 = 0.76;

/// A pair is sure only where no other candidate of either comes as near as this.
pub const MARGIN: f64 = 0.05;

/// Candidates that are kept of each person: more are alike only where something is wrong with the file.
const MOST_CANDIDATES: usize = 8;

/// What a human is told of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Very alike, and nobody else is.
    Sure,
    /// May be the same person: a human compares what the two files say.
    Unsure,
}

impl Class {
    /// Stable word for files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Unsure => "unsure",
        }
    }

    /// Reads [`Class::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Sure, Self::Unsure].into_iter().find(|class| class.word() == word)
    }
}

/// Two records that may be one person, by their places in the two lists.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Place in the first list.
    pub first: usize,
    /// Place in the second.
    pub second: usize,
    /// Likeness, 0 to 1.
    pub likeness: f64,
    /// What a human is told.
    pub class: Class,
}

/// From when on pairs are shown, and called sure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// See [`SURE`].
    pub sure: f64,
    /// See [`UNSURE`].
    pub unsure: f64,
    /// See [`MARGIN`].
    pub margin: f64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { sure: SURE, unsure: UNSURE, margin: MARGIN }
    }
}

/// The Dice coefficient of two encodings; 0 where either is empty.
pub fn dice(a: &Encoding, b: &Encoding) -> f64 {
    ratio(shared(a, b), a.weight() + b.weight())
}

fn shared(a: &Encoding, b: &Encoding) -> u32 {
    a.0.iter().zip(&b.0).map(|(x, y)| (x & y).count_ones()).sum()
}

fn ratio(shared: u32, weights: u32) -> f64 {
    if weights == 0 { 0.0 } else { f64::from(2 * shared) / f64::from(weights) }
}

/// Pairs of two lists, the most alike first.
pub fn pairs(first: &[Encoding], second: &[Encoding], bounds: Bounds) -> Vec<Pair> {
    let mut candidates = candidates(first, second, bounds.unsure);
    // Places settle ties, so that the same lists give the same pairs.
    candidates.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let rivals = |of: &dyn Fn(&(usize, usize, f64)) -> usize, length: usize| {
        let mut best = vec![[0.0_f64; 2]; length];
        for candidate in &candidates {
            let two = &mut best[of(candidate)];
            if candidate.2 > two[0] {
                *two = [candidate.2, two[0]];
            } else if candidate.2 > two[1] {
                two[1] = candidate.2;
            }
        }
        best
    };
    let (of_first, of_second) = (rivals(&|one| one.0, first.len()), rivals(&|one| one.1, second.len()));
    let (mut first_taken, mut second_taken) = (vec![false; first.len()], vec![false; second.len()]);
    let mut out = Vec::new();
    for (a, b, likeness) in candidates.iter().copied() {
        if first_taken[a] || second_taken[b] {
            continue;
        }
        (first_taken[a], second_taken[b]) = (true, true);
        // The best of either that is not this pair.
        let other = |two: [f64; 2]| if two[0] > likeness { two[0] } else { two[1] };
        let nearest = other(of_first[a]).max(other(of_second[b]));
        let is_sure = likeness >= bounds.sure && likeness - nearest >= bounds.margin;
        out.push(Pair {
            first: a,
            second: b,
            likeness,
            class: if is_sure { Class::Sure } else { Class::Unsure },
        });
    }
    out
}

/// The candidates of each of the first list, as many as are kept.
fn candidates(first: &[Encoding], second: &[Encoding], least: f64) -> Vec<(usize, usize, f64)> {
    let weights: Vec<u32> = second.iter().map(Encoding::weight).collect();
    let mut all = Vec::new();
    for (place, one) in first.iter().enumerate() {
        let weight = one.weight();
        let mut own: Vec<(usize, usize, f64)> = second
            .iter()
            .zip(&weights)
            .enumerate()
            .map(|(other, (encoding, theirs))| (place, other, ratio(shared(one, encoding), weight + theirs)))
            .filter(|(_, _, likeness)| *likeness >= least && *likeness > 0.0)
            .collect();
        own.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.1.cmp(&b.1)));
        own.truncate(MOST_CANDIDATES);
        all.extend(own);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::WORDS;
    use proptest::prelude::*;

    /// Bits `from` to `until`.
    fn bits(from: usize, until: usize) -> Encoding {
        let mut words = [0; WORDS];
        (from..until).for_each(|bit| words[bit / 64] |= 1 << (bit % 64));
        Encoding(words)
    }

    fn places(pairs: &[Pair]) -> Vec<(usize, usize, Class)> {
        pairs.iter().map(|pair| (pair.first, pair.second, pair.class)).collect()
    }

    #[test]
    fn likeness_is_twice_what_both_have_over_what_either_has() {
        assert!((dice(&bits(0, 100), &bits(50, 150)) - 0.5).abs() < 1e-9);
        assert!((dice(&bits(0, 100), &bits(0, 100)) - 1.0).abs() < 1e-9);
        assert!(dice(&bits(0, 100), &bits(200, 300)).abs() < 1e-9);
        assert!(dice(&bits(0, 0), &bits(0, 0)).abs() < 1e-9, "nothing is like nothing");
    }

    #[test]
    fn each_person_is_in_one_pair_the_most_alike_first() {
        let first = [bits(0, 100), bits(0, 90)];
        let second = [bits(0, 90), bits(0, 99)];
        let found = pairs(&first, &second, Bounds { margin: 0.0, ..Bounds::default() });
        assert_eq!(places(&found), [(1, 0, Class::Sure), (0, 1, Class::Sure)]);
    }

    #[test]
    fn who_has_two_candidates_that_are_about_as_alike_is_left_to_a_human() {
        let found = pairs(&[bits(0, 100)], &[bits(0, 100), bits(1, 100)], Bounds::default());
        assert_eq!(places(&found), [(0, 0, Class::Unsure)], "twins, or one person entered twice");
        let found = pairs(&[bits(0, 100)], &[bits(0, 100), bits(30, 130)], Bounds::default());
        assert_eq!(places(&found), [(0, 0, Class::Sure)]);
    }

    #[test]
    fn between_the_bounds_a_human_looks_and_below_nobody_is_shown() {
        let bounds = Bounds::default();
        let at = |shift: usize| pairs(&[bits(0, 200)], &[bits(shift, 200 + shift)], bounds);
        assert_eq!(at(10)[0].class, Class::Sure);
        assert_eq!(at(40)[0].class, Class::Unsure);
        assert!(at(80).is_empty());
    }

    #[test]
    fn nobody_pairs_with_nobody() {
        assert!(pairs(&[], &[bits(0, 9)], Bounds::default()).is_empty());
        assert!(pairs(&[bits(0, 9)], &[], Bounds::default()).is_empty());
        assert!(pairs(&[bits(0, 0)], &[bits(0, 0)], Bounds { unsure: 0.0, ..Bounds::default() }).is_empty());
    }

    #[test]
    fn words_of_classes_are_read_back() {
        for class in [Class::Sure, Class::Unsure] {
            assert_eq!(Class::from_word(class.word()), Some(class));
        }
        assert_eq!(Class::from_word("certain"), None);
    }

    fn encoding() -> impl Strategy<Value = Encoding> {
        proptest::array::uniform16(any::<u64>()).prop_map(Encoding)
    }

    proptest! {
        #[test]
        fn likeness_is_symmetric_between_none_and_all(a in encoding(), b in encoding()) {
            prop_assert!((dice(&a, &b) - dice(&b, &a)).abs() < 1e-12);
            prop_assert!((0.0..=1.0).contains(&dice(&a, &b)));
            prop_assert!((dice(&a, &a) - 1.0).abs() < 1e-12 || a.weight() == 0);
        }

        #[test]
        fn who_is_paired_does_not_hang_on_which_site_asks(
            first in proptest::collection::vec(encoding(), 0..7),
            second in proptest::collection::vec(encoding(), 0..7),
        ) {
            let bounds = Bounds { sure: 0.55, unsure: 0.4, margin: 0.01 };
            let here: Vec<_> = pairs(&first, &second, bounds);
            let there: Vec<_> = pairs(&second, &first, bounds);
            // Equal likenesses may be taken in another order; without them the pairs are the same.
            let mut all: Vec<u64> = first.iter().flat_map(|a| second.iter().map(move |b| dice(a, b).to_bits())).collect();
            all.sort_unstable();
            prop_assume!(all.windows(2).all(|two| two[0] != two[1]));
            let mut turned: Vec<_> = there.iter().map(|pair| (pair.second, pair.first, pair.class)).collect();
            turned.sort_unstable();
            let mut placed = places(&here);
            placed.sort_unstable();
            prop_assert_eq!(placed, turned);
        }

        #[test]
        fn nobody_is_in_two_pairs(
            first in proptest::collection::vec(encoding(), 0..9),
            second in proptest::collection::vec(encoding(), 0..9),
        ) {
            let found = pairs(&first, &second, Bounds { sure: 0.5, unsure: 0.3, margin: 0.0 });
            let a: std::collections::HashSet<_> = found.iter().map(|pair| pair.first).collect();
            let b: std::collections::HashSet<_> = found.iter().map(|pair| pair.second).collect();
            prop_assert_eq!((a.len(), b.len()), (found.len(), found.len()));
        }
    }
}
