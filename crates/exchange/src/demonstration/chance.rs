//! Chance that can be repeated, and whole numbers from shares.

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): small, repeatable, for nothing that has to be secret.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below a bound; zero when the bound is.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// A number from `from` up to and including `to`.
    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below(usize::try_from(to - from + 1).unwrap_or(1)) as i64
    }

    /// True once in so many times.
    pub(super) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of the values, each as likely as its weight.
    pub(super) fn pick_by<T: Copy>(&mut self, values: &[T], weights: &[usize]) -> T {
        let mut left = self.below(weights.iter().sum());
        let mut at = 0;
        for (index, weight) in weights.iter().enumerate().take(values.len()) {
            at = index;
            if left < *weight {
                break;
            }
            left -= weight;
        }
        values[at]
    }

    /// Puts a list in a random order (Fisher and Yates).
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

/// Whole numbers that add up to a total, in proportion to parts: the method of the largest remainder.
pub(super) fn shares(parts: &[u32], total: usize) -> Vec<usize> {
    let sum: usize = parts.iter().map(|part| *part as usize).sum();
    if sum == 0 {
        return vec![0; parts.len()];
    }
    let mut counts: Vec<usize> = parts.iter().map(|part| *part as usize * total / sum).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse(parts[*i] as usize * total % sum));
    let missing = total - counts.iter().sum::<usize>();
    for index in order.into_iter().take(missing) {
        counts[index] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_of_the_seed_in_whole_people() {
        assert_eq!(shares(&[27, 6, 67], 259), [70, 16, 173]);
        assert_eq!(shares(&[52, 29, 19], 259), [135, 75, 49]);
        assert_eq!(shares(&[63, 37], 259), [163, 96]);
        assert_eq!(shares(&[57, 14, 10, 20], 259), [146, 36, 26, 51]);
        assert_eq!(shares(&[0, 0], 5), [0, 0]);
    }

    #[test]
    fn chance_repeats_itself_and_stays_within_its_bounds() {
        let (mut a, mut b) = (Chance::new(7), Chance::new(7));
        let numbers: Vec<usize> = (0..1000).map(|_| a.below(10)).collect();
        assert!((0..1000).all(|i| b.below(10) == numbers[i]));
        assert!((0..10).all(|n| numbers.contains(&n)) && numbers.iter().all(|n| *n < 10));
        assert!((0..1000).map(|_| a.between(-2, 2)).all(|n| (-2..=2).contains(&n)));
        assert_eq!(a.pick_by(&["never", "always"], &[0, 5]), "always");
        let mut list: Vec<u32> = (0..50).collect();
        a.shuffle(&mut list);
        list.sort_unstable();
        assert_eq!(list, (0..50).collect::<Vec<_>>());
    }
}
