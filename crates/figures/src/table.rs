//! Tables of counts, before anything is hidden: never published as they are.

use crate::definition::Definition;
use crate::period::Period;

/// A count with its name. Two tables that count the same thing use the same name, so that whoever protects the one knows
/// that the other gives it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Name without period, such as `infoline.requests` or `infoline.age/adult`.
    pub key: String,
    /// How many.
    pub n: u64,
}

/// Whether a row has a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// It has one.
    Part,
    /// Counted in the total and left out of the shares, for the reason that is its category.
    Aside,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Code of the category.
    pub category: &'static str,
    /// Whether it has a share.
    pub kind: RowKind,
    /// How many.
    pub count: Count,
}

/// Waiting times in minutes of opening; of figures that count days, in minutes of 1440 a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// How many it rests on.
    pub n: u64,
    /// Of an even number the lower of the two in the middle.
    pub median: u32,
    /// Nine of ten waited no longer.
    pub ninth_decile: u32,
}

impl Waiting {
    /// Of these waiting times; none without any.
    pub fn of(mut minutes: Vec<u32>) -> Option<Self> {
        let last = minutes.len().checked_sub(1)?;
        let mut at = |index: usize| *minutes.select_nth_unstable(index).1;
        Some(Self { n: last as u64 + 1, median: at(last / 2), ninth_decile: at(ninth(last)) })
    }
}

/// Index of the smallest value that at least nine of ten do not exceed.
const fn ninth(last: usize) -> usize {
    ((last + 1) * 9).div_ceil(10) - 1
}

/// A figure for one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Which.
    pub figure: &'static Definition,
    /// For when.
    pub period: Period,
    /// What its rows divide.
    pub total: Count,
    /// Its rows. They add up to the total, unless one may be counted in several.
    pub rows: Vec<Row>,
    /// Whether one may be counted in several rows.
    pub overlaps: bool,
    /// Waiting times, where the figure has them.
    pub waiting: Option<Waiting>,
}

impl Table {
    /// A number alone.
    pub fn number(figure: &'static Definition, period: Period, n: u64) -> Self {
        let total = Count { key: figure.id.to_owned(), n };
        Self { figure, period, total, rows: Vec::new(), overlaps: false, waiting: None }
    }

    /// Count of a category; none where there is no such row.
    pub fn count(&self, category: &str) -> Option<u64> {
        self.rows.iter().find(|row| row.category == category).map(|row| row.count.n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_deciles_are_values_that_occurred() {
        let waiting =
            |minutes: &[u32]| Waiting::of(minutes.to_vec()).map(|w| (w.n, w.median, w.ninth_decile));
        assert_eq!(waiting(&[]), None);
        assert_eq!(waiting(&[7]), Some((1, 7, 7)));
        assert_eq!(waiting(&[4, 1, 3, 2]), Some((4, 2, 4)));
        assert_eq!(waiting(&[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]), Some((10, 5, 9)));
        assert_eq!(waiting(&[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]), Some((11, 6, 10)));
    }
}
