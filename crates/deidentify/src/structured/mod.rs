//! What its form gives away: dates, telephones, addresses, numbers.

pub mod addresses;
pub mod check_digits;
pub mod dates;
pub mod institutions;
pub mod months;
pub mod numbers;
pub mod phones;
pub mod places;
pub mod web;

use crate::finding::{Evidence, Kind};
use regex::Regex;

/// Something that may be taken out, before overlaps are settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// Why.
    pub evidence: Evidence,
    /// What stands in its place, where it is more than the word for the kind.
    pub replacement: Option<String>,
}

impl Proposal {
    /// A proposal with the usual replacement.
    pub fn new(start: usize, end: usize, kind: Kind, evidence: Evidence) -> Self {
        Self { start, end, kind, evidence, replacement: None }
    }
}

/// Compiles a pattern of ours.
#[expect(clippy::expect_used, reason = "the patterns are written in this crate and compiled by its tests")]
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern of this crate")
}
