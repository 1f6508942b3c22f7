//! What is asked of a case: all its signs, few of them, or blurred ones. Random choices are seeded by the
//! case's id, so that every run asks the same.

use super::cases::Case;
use ariane_knowledge::phenotype::ontology::{Ontology, Resolution, TermIndex};

/// A way of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// All observed signs.
    Full,
    /// Three random ones.
    Three,
    /// Five random ones.
    Five,
    /// Each replaced by a parent with probability one half, and two unrelated ones added.
    Blurred,
}

impl Variant {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Full, Self::Three, Self::Five, Self::Blurred];

    /// Stable word for tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "all signs",
            Self::Three => "three signs",
            Self::Five => "five signs",
            Self::Blurred => "blurred",
        }
    }
}

/// A small generator (xorshift), so that the measure depends on no library's choice of numbers.
pub struct Numbers(u64);

impl Numbers {
    /// Seeded by a text.
    pub fn new(seed: &str) -> Self {
        let hash = seed
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
        Self(hash | 1)
    }

    /// A number below `n`; 0 when `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16) % (n.max(1) as u64)) as usize
    }
}

/// The observed signs of a case as a variant asks them, as HPO numbers.
pub fn signs(ontology: &Ontology, case: &Case, variant: Variant) -> Vec<u32> {
    let mut terms: Vec<TermIndex> = case
        .observed
        .iter()
        .filter_map(|id| match ontology.resolve(*id) {
            Resolution::Sign(t) | Resolution::Successor(t) => Some(t),
            _ => None,
        })
        .collect();
    terms.sort_unstable();
    terms.dedup();
    let mut numbers = Numbers::new(&format!("{} {}", case.id, variant.word()));
    match variant {
        Variant::Full => {}
        Variant::Three | Variant::Five => {
            for i in (1..terms.len()).rev() {
                terms.swap(i, numbers.below(i + 1));
            }
            terms.truncate(if variant == Variant::Three { 3 } else { 5 });
        }
        Variant::Blurred => {
            for term in &mut terms {
                let parents = ontology.term(*term).map_or(&[][..], |t| &t.parents);
                let up = parents.get(numbers.below(parents.len())).copied();
                if numbers.below(2) == 0
                    && let Some(up) = up.filter(|u| ontology.term(*u).is_some_and(|t| t.is_sign))
                {
                    *term = up;
                }
            }
            let all = ontology.terms().len();
            let mut added = 0;
            while added < 2 && all > 0 {
                let candidate = numbers.below(all);
                if ontology.terms()[candidate].is_sign && !terms.is_empty() {
                    terms.push(candidate as TermIndex);
                    added += 1;
                } else if terms.is_empty() {
                    break;
                }
            }
        }
    }
    terms.iter().filter_map(|t| Some(ontology.term(*t)?.id)).collect()
}
