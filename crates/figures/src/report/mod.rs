//! A report: tables of a period and of the one before, protected, in a form that can be printed, compared and proved.
//!
//! Everything that decides its numbers stands in it: definitions with versions, the moment as of which records were known,
//! period, time zone, threshold, rounding, the rule of active follow-up. The same records, read as of the same moment,
//! give the same bytes again ([`canonical`]).

pub mod canonical;
mod make;
pub mod plain;

pub use make::{Made, Publication, exact, make, make_from};

use crate::definition::Unit;
use crate::disclosure::Threshold;
use crate::period::{Period, Standing};
use crate::rounding::Rounding;
use ariane_domain::cell::follow_up::FollowUpRule;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// First words of every report, with the version of this form.
pub const FORMAT: &str = "ariane report 1";

/// A report. A count that is `null` is hidden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// [`FORMAT`].
    pub format: String,
    /// Records as they were known at this moment.
    pub as_of: DateTime<Utc>,
    /// What it is about.
    pub period: Period,
    /// Where the period stood then.
    pub standing: Standing,
    /// The period that it is compared with.
    pub before: Option<Period>,
    /// Time zone of the office, in which days begin.
    pub zone: String,
    /// Whether it belongs to the lattice of what is published: a year or a quarter that is over.
    pub is_for_publication: bool,
    /// Whether the records are declared to be made up.
    pub is_fictitious: bool,
    /// Counts below it are hidden; none for made-up records, and only for them.
    pub threshold: Option<Threshold>,
    /// How shares are rounded.
    pub rounding: Rounding,
    /// What makes a file one in active follow-up.
    pub follow_up: FollowUpRule,
    /// What each figure is.
    pub definitions: Vec<Named>,
    /// Figures for which the installation records nothing yet.
    pub without_source: Vec<String>,
    /// The tables.
    pub tables: Vec<Shown>,
    /// What was hidden.
    pub protection: Summary,
}

/// A figure by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Name.
    pub id: String,
    /// Version of its definition.
    pub version: u16,
    /// What one is.
    pub unit: Unit,
}

/// A table as it is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// Figure.
    pub figure: String,
    /// For when.
    pub period: Period,
    /// What its rows divide.
    pub total: Option<u64>,
    /// Its rows.
    pub rows: Vec<ShownRow>,
    /// Whether one may be counted in several rows.
    pub overlaps: bool,
    /// Waiting times.
    pub waiting: Option<ShownWaiting>,
    /// What the reader has to know.
    pub notes: Vec<Note>,
}

/// A row as it is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownRow {
    /// Code of the category.
    pub category: String,
    /// How many.
    pub n: Option<u64>,
    /// Share in per cent; none of what is left out of the shares.
    pub percent: Option<u32>,
    /// Whether it has a share at all.
    pub is_left_out: bool,
}

/// Waiting times in minutes of opening, rounded up to whole hours, so that no value is that of one person; of figures that count
/// days, in minutes of 1440 a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownWaiting {
    /// Half waited no longer.
    pub median: u32,
    /// Nine of ten waited no longer.
    pub ninth_decile: u32,
}

/// A footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "says")]
pub enum Note {
    /// Each share is rounded by itself; their sum is this.
    SharesAddUpTo {
        /// Sum in per cent.
        sum: u32,
    },
    /// Something is hidden, so shares are of the total, what is left out included.
    SharesOfTotal,
    /// So many rows are hidden.
    Hidden {
        /// How many.
        rows: u64,
    },
    /// One may be counted in several rows.
    Overlaps,
    /// So many are counted in the total and have no share; none where that is hidden.
    LeftOut {
        /// How many.
        n: Option<u64>,
    },
    /// Nothing was counted.
    Empty,
}

/// What was hidden, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// Counts that were looked at.
    pub counts: u64,
    /// Counts that are hidden.
    pub hidden: u64,
    /// Earlier editions that were looked at together with this one.
    pub earlier_editions: u64,
}

impl Report {
    /// A table; none where the report has none.
    pub fn table(&self, figure: &str, period: Period) -> Option<&Shown> {
        self.tables.iter().find(|table| table.figure == figure && table.period == period)
    }
}

impl Shown {
    /// A row by its category.
    pub fn row(&self, category: &str) -> Option<&ShownRow> {
        self.rows.iter().find(|row| row.category == category)
    }
}
