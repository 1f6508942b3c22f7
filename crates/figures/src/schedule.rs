//! When a year or a quarter is published by itself.

use crate::period::Period;
use chrono::{Datelike, Days, NaiveDate};

/// Days that pass after the end of a period before it is published: late entries still come in.
pub const SETTLING_DAYS: u64 = 14;
/// Days after which a period is no longer published by itself: an installation that is new, or stood still, does not send out
/// the past.
pub const LATEST_DAYS: u64 = 60;

/// Whether a period is a whole year.
pub fn is_year(period: &Period) -> bool {
    period.quarters().len() == 4
}

/// Years and quarters that are due on a day, the year first.
pub fn due(today: NaiveDate) -> Vec<Period> {
    let year = today.year();
    let names = [year - 1, year].into_iter().flat_map(|year| {
        std::iter::once(format!("{year:04}"))
            .chain((1..=4).map(move |quarter| format!("{year:04}-Q{quarter}")))
    });
    let is_due = |period: &Period| {
        let after = |days| period.last().checked_add_days(Days::new(days));
        after(SETTLING_DAYS).is_some_and(|from| from <= today)
            && after(LATEST_DAYS).is_some_and(|to| today <= to)
    };
    let mut due: Vec<Period> = names.filter_map(|name| name.parse().ok()).filter(is_due).collect();
    due.sort_by_key(|period| !is_year(period));
    due
}

#[cfg(test)]
mod tests {

    #[test]
    fn a_period_is_due_once_it_has_settled_and_not_for_ever() {
        let due = |day: &str| -> Vec<String> {
            super::due(day.parse().unwrap()).iter().map(ToString::to_string).collect()
        };
        assert!(due("2026-01-13").is_empty());
        assert_eq!(due("2026-01-14"), ["2025", "2025-Q4"]);
        assert_eq!(due("2026-03-01"), ["2025", "2025-Q4"]);
        assert!(due("2026-03-02").is_empty());
        assert_eq!(due("2026-04-14"), ["2026-Q1"]);
    }
}
