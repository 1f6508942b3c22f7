//! Counting: facts and a period in, tables out.

mod cell;
pub mod group;
mod infoline;
pub mod ledger;
pub mod referral;
mod tally;
mod unmet;

use crate::definition::Definition;
use crate::period::{Period, Standing};
use crate::scope::Scope;
use crate::table::Table;
use ariane_domain::cell::follow_up::FollowUpRule;
use ariane_domain::office::Office;
use chrono::{DateTime, Utc};
use ledger::Ledger;

pub use infoline::NATIONALITIES;

/// What figures are computed with, besides facts.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'o> {
    /// Its zone bounds the days, its hours the waiting times.
    pub office: &'o Office,
    /// What makes a file one in active follow-up.
    pub follow_up: FollowUpRule,
    /// The moment as of which everything is known.
    pub as_of: DateTime<Utc>,
}

/// A period with the parts of it that have tables too.
pub(crate) struct Parts {
    /// Stretches that do not overlap, in order.
    atoms: Vec<Period>,
    /// What is shown, each as a range of stretches; the whole first.
    shown: Vec<(Period, std::ops::Range<usize>)>,
}

impl Parts {
    /// The period without parts.
    fn alone(period: Period) -> Self {
        Self { atoms: vec![period], shown: std::iter::once((period, 0..1)).collect() }
    }

    fn of(period: Period) -> Self {
        let atoms = period.quarters();
        if atoms.len() < 2 {
            return Self::alone(period);
        }
        let quarters = atoms.iter().enumerate().map(|(at, quarter)| (*quarter, at..at + 1));
        let shown = std::iter::once((period, 0..atoms.len())).chain(quarters).collect();
        Self { atoms, shown }
    }
}

/// Records behind a number, by their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behind<K> {
    /// Requests.
    Enquiries(Vec<K>),
    /// Requests of entries of the ledger of unmet needs.
    Unmet(Vec<K>),
    /// Files of the cell.
    Files(Vec<K>),
    /// Weekly meetings.
    Meetings(Vec<K>),
    /// Referrals.
    Referrals(Vec<K>),
}

impl<K: Copy> Ledger<K> {
    /// All tables of a period; of a calendar year also those of its quarters. None of a period that has not begun.
    ///
    /// Facts have to reach back to the first of January of the year in which the period begins: who asked before in that year
    /// is no new requester.
    pub fn tables(&self, scope: Scope, period: Period, setting: &Setting<'_>) -> Vec<Table> {
        if period.standing(setting.office, setting.as_of) == Standing::Future {
            return Vec::new();
        }
        let parts = Parts::of(period);
        let mut tables = infoline::tables(self, scope, &parts, setting.office);
        tables.extend(cell::tables(self, scope, period, &parts, setting));
        tables.extend(referral::tables(self, scope, period, &parts, setting.office));
        tables
    }

    /// The records that a number counts: of a row, or of the total. None where the figure has no such row, or counts no records
    /// that can be listed.
    pub fn behind(
        &self,
        scope: Scope,
        period: Period,
        setting: &Setting<'_>,
        figure: &Definition,
        category: Option<&str>,
    ) -> Option<Behind<K>> {
        let office = setting.office;
        let keys = |all: &[K], places: Vec<usize>| -> Vec<K> {
            places.into_iter().filter_map(|at| all.get(at).copied()).collect()
        };
        if let Some(found) = infoline::behind(self, scope, period, office, figure, category) {
            return Some(Behind::Enquiries(keys(&self.enquiries.keys, found)));
        }
        if let Some(found) = unmet::behind(self, scope, period, office, figure, category) {
            return Some(Behind::Unmet(keys(&self.unmet.keys, found)));
        }
        if let Some(found) = cell::meetings_behind(self, scope, period, office, figure, category) {
            return Some(Behind::Meetings(keys(&self.meetings.keys, found)));
        }
        if let Some(found) = referral::behind(self, scope, period, office, figure, category) {
            let of = self.referrals.as_ref().map_or(&[][..], |all| &all.keys);
            return Some(Behind::Referrals(keys(of, found)));
        }
        let found = cell::behind(self, scope, period, setting, figure, category)?;
        Some(Behind::Files(keys(&self.files.keys, found)))
    }
}
