//! Disclosure control: no number that is published, alone or with all others, tells of so few that somebody might be
//! recognised.
//!
//! Counts below the threshold are hidden (*primary*), and as many others as it takes so that no subtraction gives them back
//! (*complementary*). What is published is one [`system`] of cells and equations over all tables, all periods and all earlier
//! editions; an [`adversary`] who knows everything published solves it. Hiding goes on until the adversary learns nothing:
//!
//! * of every count that is hidden because it is small, 0 and the threshold both remain possible, each by a whole table of
//!   whole numbers that agrees with everything published;
//! * every other hidden count keeps an interval at least as wide as the threshold.
//!
//! Method: Hundepool et al., *Statistical Disclosure Control*, Wiley 2012, chapter 4; the choice of complementary cells by
//! linear programming follows Kelly, Golden and Assad, *Cell suppression: disclosure protection for sensitive tabular
//! data*, Networks 22 (1992); the audit, Fischetti and Salazar, *Solving the cell suppression problem on tabular data with
//! linear constraints*, Management Science 47 (2001).

pub mod adversary;
mod choice;
pub mod lattice;
pub mod protect;
pub mod system;

pub use lattice::Edition;
pub use protect::{Protection, Status, Unprotectable, protect};
pub use system::{Cell, Equation, Role, System};

use serde::{Deserialize, Serialize};

/// The operator's threshold: counts from 1 up to it, itself excluded, are hidden. Never below 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Threshold(u16);

/// The threshold is too low, or so high that nothing is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the threshold is a number from {} to {}", Threshold::LEAST, Threshold::MOST)]
pub struct NoThreshold;

impl Threshold {
    /// The lowest that an operator may set.
    pub const LEAST: u16 = 5;
    /// The highest.
    pub const MOST: u16 = 1000;

    /// A threshold.
    ///
    /// # Errors
    /// [`NoThreshold`] outside of 5 to 1000.
    pub const fn new(count: u16) -> Result<Self, NoThreshold> {
        if count < Self::LEAST || count > Self::MOST { Err(NoThreshold) } else { Ok(Self(count)) }
    }

    /// The number.
    pub const fn count(self) -> i64 {
        self.0 as i64
    }
}

impl Default for Threshold {
    fn default() -> Self {
        Self(Self::LEAST)
    }
}

impl TryFrom<u16> for Threshold {
    type Error = NoThreshold;

    fn try_from(count: u16) -> Result<Self, Self::Error> {
        Self::new(count)
    }
}

impl From<Threshold> for u16 {
    fn from(threshold: Threshold) -> Self {
        threshold.0
    }
}
