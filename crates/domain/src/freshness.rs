//! How old a checked fact is, and when it is too old to show without saying so.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Whether someone has checked a fact against its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confirmation {
    /// Read at its source on the date given.
    Confirmed,
    /// Believed, with the place where it can be checked, but not read there.
    Unconfirmed,
}

/// What a page says beside a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Checked not longer ago than the limit.
    Fresh(NaiveDate),
    /// Checked, but longer ago than the limit.
    Stale(NaiveDate),
    /// Never confirmed, or without a date.
    Unconfirmed,
}

/// After how many days a directory entry counts as stale, unless the installation sets another limit.
///
/// Open Referral HSDS and Inform USA standards ask for verification at least once a year.
pub const DEFAULT_LIMIT_DAYS: u64 = 365;

impl Freshness {
    /// Judges a fact that was checked on `checked`, as of `today`.
    ///
    /// A date in the future cannot have been a check: it counts as unconfirmed.
    pub fn of(
        confirmation: Confirmation,
        checked: Option<NaiveDate>,
        today: NaiveDate,
        limit_days: u64,
    ) -> Self {
        match (confirmation, checked) {
            (Confirmation::Confirmed, Some(date)) if date <= today => {
                match date.checked_add_days(Days::new(limit_days)) {
                    Some(end) if end < today => Self::Stale(date),
                    _ => Self::Fresh(date),
                }
            }
            _ => Self::Unconfirmed,
        }
    }

    /// Whether the reader must be told not to rely on it without checking.
    pub const fn needs_warning(self) -> bool {
        !matches!(self, Self::Fresh(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default()
    }

    #[test]
    fn a_fact_is_fresh_for_the_limit_and_stale_the_day_after() {
        let checked = day(2025, 11, 22);
        let of = |today| Freshness::of(Confirmation::Confirmed, Some(checked), today, 365);
        assert_eq!(of(day(2026, 11, 22)), Freshness::Fresh(checked));
        assert_eq!(of(day(2026, 11, 23)), Freshness::Stale(checked));
    }

    #[test]
    fn without_a_check_nothing_is_fresh() {
        let today = day(2026, 11, 22);
        let of = |c, d| Freshness::of(c, d, today, 365);
        assert_eq!(of(Confirmation::Confirmed, None), Freshness::Unconfirmed);
        assert_eq!(of(Confirmation::Unconfirmed, Some(today)), Freshness::Unconfirmed);
        assert_eq!(of(Confirmation::Confirmed, Some(day(2027, 1, 1))), Freshness::Unconfirmed);
    }
}
