//! Shares in whole per cent, rounded openly (F75).

use serde::{Deserialize, Serialize};

/// How the shares of a table are rounded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// Each by itself, half up, as seed 000 does: the sum may differ from 100, and a footnote then says so.
    #[default]
    Each,
    /// By the method of the largest remainder (Hamilton): the sum is 100.
    LargestRemainder,
}

impl Rounding {
    /// Shares of a whole in per cent. None of nothing.
    pub fn shares(self, parts: &[u64], whole: u64) -> Option<Vec<u32>> {
        if whole == 0 {
            return None;
        }
        Some(match self {
            Self::Each => parts.iter().map(|part| each(*part, whole)).collect(),
            Self::LargestRemainder => largest_remainder(parts, whole),
        })
    }
}

/// A share in whole per cent, half up.
pub fn each(part: u64, whole: u64) -> u32 {
    let doubled = u128::from(part) * 200 + u128::from(whole);
    u32::try_from(doubled / (2 * u128::from(whole.max(1)))).unwrap_or(u32::MAX)
}

/// Of equal remainders the larger part, then the earlier one, gets the per cent that is left.
fn largest_remainder(parts: &[u64], whole: u64) -> Vec<u32> {
    let scaled: Vec<u128> = parts.iter().map(|part| u128::from(*part) * 100).collect();
    let whole = u128::from(whole);
    let mut shares: Vec<u128> = scaled.iter().map(|part| part / whole).collect();
    // Parts that are less than the whole share what is theirs, rounded as one.
    let target = (scaled.iter().sum::<u128>() * 2 + whole) / (2 * whole);
    let missing = usize::try_from(target - shares.iter().sum::<u128>()).unwrap_or(0);
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(scaled[*at] % whole), std::cmp::Reverse(parts[*at]), *at));
    for at in order.into_iter().take(missing) {
        shares[at] += 1;
    }
    shares.into_iter().map(|share| u32::try_from(share).unwrap_or(u32::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_shares_of_the_seed() {
        let shares = |parts: &[u64], how: Rounding| how.shares(parts, parts.iter().sum()).unwrap();
        assert_eq!(shares(&[147, 36, 25, 51], Rounding::Each), [57, 14, 10, 20], "their sum is 101");
        assert_eq!(shares(&[147, 36, 25, 51], Rounding::LargestRemainder), [57, 14, 9, 20]);
        assert_eq!(each(26, 31), 84);
        assert_eq!(each(1, 200), 1, "half up");
        assert_eq!(Rounding::Each.shares(&[0], 0), None);
    }

    proptest! {
        #[test]
        fn the_largest_remainder_always_gives_a_hundred(parts in proptest::collection::vec(0u64..10_000, 1..12)) {
            let whole: u64 = parts.iter().sum();
            prop_assume!(whole > 0);
            let shares = Rounding::LargestRemainder.shares(&parts, whole).unwrap();
            prop_assert_eq!(shares.iter().sum::<u32>(), 100);
            for (part, share) in parts.iter().zip(&shares) {
                let exact = *part as f64 * 100.0 / whole as f64;
                prop_assert!((exact - f64::from(*share)).abs() < 1.0);
            }
        }

        #[test]
        fn each_by_itself_is_never_off_by_more_than_a_half(part in 0u64..1_000_000, rest in 1u64..1_000_000) {
            let exact = part as f64 * 100.0 / (part + rest) as f64;
            prop_assert!((exact - f64::from(each(part, part + rest))).abs() <= 0.5 + 1e-9);
        }
    }
}
