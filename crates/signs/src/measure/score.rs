//! Counts and what follows from them.

/// What was found, found wrongly and missed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found and right.
    pub right: usize,
    /// Found and wrong.
    pub wrong: usize,
    /// Not found.
    pub missed: usize,
}

fn part(of: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { of as f64 / whole as f64 }
}

impl Counts {
    /// Share of what was found that is right.
    pub fn precision(&self) -> f64 {
        part(self.right, self.right + self.wrong)
    }

    /// Share of what is there that was found.
    pub fn recall(&self) -> f64 {
        part(self.right, self.right + self.missed)
    }

    /// Harmonic mean of the two.
    pub fn f1(&self) -> f64 {
        part(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    /// Both together.
    pub fn add(&mut self, other: Counts) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }

    /// Compares two sets, each without repetitions.
    pub fn of_sets<T: PartialEq>(found: &[T], gold: &[T]) -> Self {
        let right = found.iter().filter(|f| gold.contains(f)).count();
        Self { right, wrong: found.len() - right, missed: gold.len() - right }
    }
}

/// How many of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub hits: usize,
    /// Of how many.
    pub of: usize,
}

impl Share {
    /// Counts one more.
    pub fn count(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.of += 1;
    }

    /// Both together.
    pub fn add(&mut self, other: Share) {
        self.hits += other.hits;
        self.of += other.of;
    }

    /// As a share from 0 to 1.
    pub fn value(&self) -> f64 {
        part(self.hits, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_follow_from_counts() {
        let counts = Counts::of_sets(&[1, 2, 3], &[2, 3, 4, 5]);
        assert_eq!(counts, Counts { right: 2, wrong: 1, missed: 2 });
        assert!((counts.f1() - 4.0 / 7.0).abs() < 1e-9);
        assert_eq!(Counts::default().f1(), 0.0);
    }
}
