//! Counts by part of a period and category, made in one pass.

use super::Parts;
use crate::definition::Definition;
use crate::fact::Coded;
use crate::table::{Count, Row, RowKind, Table, Waiting};
use ariane_domain::office::Office;
use chrono::{DateTime, Utc};

/// Finds the part of a period to which a moment belongs.
pub(super) struct Clock {
    bounds: Vec<i64>,
}

impl Clock {
    pub(super) fn of(parts: &Parts, office: &Office) -> Self {
        let begins = parts.atoms.iter().map(|atom| atom.span(office).from.timestamp_micros());
        let end = parts.atoms.iter().filter_map(|atom| atom.span(office).until).max();
        Self { bounds: begins.chain(end.map(|end| end.timestamp_micros())).collect() }
    }

    /// First moment after the period, in microseconds.
    pub(super) fn end(&self) -> i64 {
        self.bounds.last().copied().unwrap_or(i64::MIN)
    }

    /// Its number; none outside of the period.
    pub(super) fn part(&self, at: DateTime<Utc>) -> Option<usize> {
        self.part_of(at.timestamp_micros())
    }

    /// The same of a moment in microseconds.
    pub(super) fn part_of(&self, at: i64) -> Option<usize> {
        let next = self.bounds.partition_point(|bound| *bound <= at);
        (next > 0 && next < self.bounds.len()).then(|| next - 1)
    }
}

/// Categories of a figure: what has a share, then why something has none.
pub(super) struct Tally {
    figure: &'static Definition,
    total: &'static str,
    categories: Vec<(&'static str, RowKind)>,
    /// Names of rows that other tables divide further.
    aliases: Vec<(&'static str, &'static str)>,
    counts: Vec<Vec<u64>>,
    totals: Vec<u64>,
    minutes: Vec<Vec<u32>>,
    overlaps: bool,
}

/// Why a value has no share.
pub(super) const ASIDE: [&str; 2] = ["not-told", "foreign"];

/// The place of a value in a list, followed by "not told" and "not known to this version".
pub(super) fn place<T: PartialEq>(value: Coded<T>, all: &[T]) -> usize {
    match value {
        Coded::Is(value) => all.iter().position(|one| *one == value).unwrap_or(all.len() + 1),
        Coded::NotTold => all.len(),
        Coded::Foreign => all.len() + 1,
    }
}

impl Tally {
    /// Rows for each category, and two for what has none.
    pub(super) fn coded(
        figure: &'static Definition,
        total: &'static str,
        parts: &Parts,
        categories: impl IntoIterator<Item = &'static str>,
    ) -> Self {
        let all = categories.into_iter().map(|c| (c, RowKind::Part));
        Self::new(figure, total, parts, all.chain(ASIDE.map(|c| (c, RowKind::Aside))).collect())
    }

    pub(super) fn new(
        figure: &'static Definition,
        total: &'static str,
        parts: &Parts,
        categories: Vec<(&'static str, RowKind)>,
    ) -> Self {
        let counts = vec![vec![0; categories.len()]; parts.atoms.len()];
        let totals = vec![0; parts.atoms.len()];
        let minutes = vec![Vec::new(); parts.atoms.len()];
        Self { figure, total, categories, aliases: Vec::new(), counts, totals, minutes, overlaps: false }
    }

    pub(super) fn alias(mut self, category: &'static str, key: &'static str) -> Self {
        self.aliases.push((category, key));
        self
    }

    pub(super) fn overlapping(mut self) -> Self {
        self.overlaps = true;
        self
    }

    /// Counts one in the total and in a row.
    pub(super) fn add(&mut self, part: usize, row: usize) {
        self.totals[part] += 1;
        self.counts[part][row] += 1;
    }

    /// Counts so many.
    pub(super) fn add_many(&mut self, part: usize, row: usize, n: u64) {
        self.totals[part] += n;
        self.counts[part][row] += n;
    }

    /// Counts one in the total only.
    pub(super) fn add_total(&mut self, part: usize) {
        self.totals[part] += 1;
    }

    /// Counts one in a row only.
    pub(super) fn add_row(&mut self, part: usize, row: usize) {
        self.counts[part][row] += 1;
    }

    pub(super) fn wait(&mut self, part: usize, minutes: u32) {
        self.minutes[part].push(minutes);
    }

    /// Whether it counts this figure.
    pub(super) fn is_of(&self, figure: &Definition) -> bool {
        self.figure.id == figure.id
    }

    /// The row of a category.
    pub(super) fn row(&self, category: &str) -> Option<usize> {
        self.categories.iter().position(|(one, _)| *one == category)
    }

    /// How many were counted so far, in all or in a row, over all parts.
    pub(super) fn so_far(&self, row: Option<usize>) -> u64 {
        match row {
            None => self.totals.iter().sum(),
            Some(row) => self.counts.iter().map(|part| part[row]).sum(),
        }
    }

    fn key(&self, category: &str) -> String {
        let alias = self.aliases.iter().find(|(of, _)| *of == category);
        alias.map_or_else(|| format!("{}/{category}", self.figure.id), |(_, key)| (*key).to_owned())
    }

    /// The tables of all parts that are shown. An aside that nobody fell into is left out of all of them.
    pub(super) fn tables(self, parts: &Parts) -> Vec<Table> {
        let sum = |row: usize, range: &std::ops::Range<usize>| -> u64 {
            range.clone().map(|part| self.counts[part][row]).sum()
        };
        let whole = 0..parts.atoms.len();
        let table = |(period, range): &(crate::period::Period, std::ops::Range<usize>)| Table {
            figure: self.figure,
            period: *period,
            total: Count { key: self.total.to_owned(), n: range.clone().map(|part| self.totals[part]).sum() },
            rows: (self.categories.iter().enumerate())
                .filter(|(row, (_, kind))| *kind == RowKind::Part || sum(*row, &whole) > 0)
                .map(|(row, (category, kind))| Row {
                    category,
                    kind: *kind,
                    count: Count { key: self.key(category), n: sum(row, range) },
                })
                .collect(),
            overlaps: self.overlaps,
            waiting: Waiting::of(range.clone().flat_map(|part| self.minutes[part].iter().copied()).collect()),
        };
        parts.shown.iter().map(table).collect()
    }
}
