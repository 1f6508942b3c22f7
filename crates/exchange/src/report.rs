//! What became of every row: the account by which an import is held against its file.

use crate::table::Source;
use std::collections::BTreeMap;
use std::fmt;

/// Most faults that are listed one by one; all are counted.
const LISTED: usize = 1_000;

/// A cell, or a row, that refuses its row. It says where and what to write, never what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// Row of the sheet, or line of the file.
    pub row: u64,
    /// Header of the column; empty for the row as a whole.
    pub column: String,
    /// What to write instead.
    pub instead: String,
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column.as_str() {
            "" => write!(f, "row {}: {}", self.row, self.instead),
            column => write!(f, "row {}, column {column}: {}", self.row, self.instead),
        }
    }
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Given to the caller.
    Taken,
    /// Refused.
    Refused,
    /// Taken by an earlier import.
    Double,
}

/// How often a category stands in the file, and what became of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Rows of the file that have it, counted before anything was decided.
    pub in_file: u64,
    /// Taken.
    pub taken: u64,
    /// In refused rows.
    pub refused: u64,
    /// In doubles of an earlier import.
    pub doubles: u64,
}

/// A figure that the mapping states, and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// `rows`, or `field=code`.
    pub figure: String,
    /// As stated.
    pub expected: u64,
    /// In the file.
    pub in_file: u64,
    /// Taken, with what an earlier import took.
    pub taken: u64,
}

/// The report of an import or of its dry run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What was read.
    pub source: Option<Source>,
    /// Rows below the headers that are not empty.
    pub read: u64,
    /// Taken.
    pub taken: u64,
    /// Refused.
    pub refused: u64,
    /// Doubles of an earlier import, passed over.
    pub doubles: u64,
    /// Rows that hold sums, passed over: "Total".
    pub sums: Vec<u64>,
    /// Rows that are equal to another of the same file. They are taken: two people may have asked the same.
    pub alike: u64,
    /// Rows with a formula, whose last computed value was taken.
    pub formulas: u64,
    /// Faults, the first thousand.
    pub faults: Vec<RowFault>,
    /// How many rows were refused for which column and reason; a row with two faults counts at both.
    pub reasons: BTreeMap<(String, String), u64>,
    /// Counts by field and code of the coded fields; the empty code is "nothing written".
    pub totals: BTreeMap<String, BTreeMap<String, Count>>,
    /// Figures stated in the mapping.
    pub comparisons: Vec<Comparison>,
}

impl Report {
    /// Whether every row that was read is accounted for, and every category with it.
    pub fn balances(&self) -> bool {
        let rows = self.taken + self.refused + self.doubles + self.sums.len() as u64 == self.read;
        let mut counts = self.totals.values().flat_map(BTreeMap::values);
        rows && counts.all(|count| count.in_file == count.taken + count.refused + count.doubles)
    }

    /// Whether every figure that the mapping states was found in the file and taken.
    pub fn as_expected(&self) -> bool {
        self.comparisons.iter().all(|one| one.expected == one.in_file && one.expected == one.taken)
    }

    pub(crate) fn refuse(&mut self, faults: Vec<RowFault>) {
        self.refused += 1;
        for fault in faults {
            *self.reasons.entry((fault.column.clone(), fault.instead.clone())).or_default() += 1;
            if self.faults.len() < LISTED {
                self.faults.push(fault);
            }
        }
    }

    pub(crate) fn count(&mut self, categories: &[(String, String)], fate: Fate) {
        for (field, code) in categories {
            let count = self.totals.entry(field.clone()).or_default().entry(code.clone()).or_default();
            match fate {
                Fate::Taken => count.taken += 1,
                Fate::Refused => count.refused += 1,
                Fate::Double => count.doubles += 1,
            }
        }
    }

    pub(crate) fn count_in_file(&mut self, categories: &[(String, String)]) {
        for (field, code) in categories {
            self.totals.entry(field.clone()).or_default().entry(code.clone()).or_default().in_file += 1;
        }
    }

    pub(crate) fn compare(&mut self, expected: &BTreeMap<String, u64>) {
        for (figure, expected) in expected {
            let (in_file, taken) = match figure.split_once('=') {
                Some((field, code)) => {
                    let count =
                        self.totals.get(field).and_then(|codes| codes.get(code)).copied().unwrap_or_default();
                    (count.in_file, count.taken + count.doubles)
                }
                None if figure == "rows" => (self.read - self.sums.len() as u64, self.taken + self.doubles),
                None => (0, 0),
            };
            self.comparisons.push(Comparison { figure: figure.clone(), expected: *expected, in_file, taken });
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(Source::Csv { encoding, delimiter }) => {
                writeln!(f, "read as CSV, {encoding}, cells separated by {delimiter:?}")?;
            }
            Some(Source::Workbook { sheet, others, from_1904 }) => {
                let epoch = if *from_1904 { ", dates counted from 1904" } else { "" };
                writeln!(f, "read as XLSX, sheet {sheet}{epoch}; other sheets not read: {}", others.len())?;
            }
            None => {}
        }
        writeln!(
            f,
            "{} rows read: {} taken, {} refused, {} taken by an earlier import, {} with sums passed over",
            self.read,
            self.taken,
            self.refused,
            self.doubles,
            self.sums.len()
        )?;
        if self.alike > 0 {
            writeln!(f, "{} rows are equal to another row of the file; they count each", self.alike)?;
        }
        if self.formulas > 0 {
            writeln!(f, "{} rows hold formulas; their last computed values were read", self.formulas)?;
        }
        for ((column, reason), count) in &self.reasons {
            writeln!(f, "refused {count}: {column}: {reason}")?;
        }
        for (field, codes) in &self.totals {
            for (code, count) in codes {
                let code = if code.is_empty() { "(nothing)" } else { code };
                writeln!(
                    f,
                    "{field} = {code}: {} in the file, {} taken, {} refused, {} earlier",
                    count.in_file, count.taken, count.refused, count.doubles
                )?;
            }
        }
        for one in &self.comparisons {
            let verdict =
                if one.expected == one.in_file && one.expected == one.taken { "agrees" } else { "DIFFERS" };
            writeln!(
                f,
                "{}: {} expected, {} in the file, {} taken: {verdict}",
                one.figure, one.expected, one.in_file, one.taken
            )?;
        }
        writeln!(
            f,
            "{}",
            if self.balances() { "every row is accounted for" } else { "ROWS ARE NOT ACCOUNTED FOR" }
        )
    }
}
