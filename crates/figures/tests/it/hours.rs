//! The laid-out hours say what the office says, whatever the clocks do.

use crate::office::{infoline, office_open};
use ariane_figures::open_hours::OpenHours;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn at(minute: i64) -> DateTime<Utc> {
    "2026-02-01T00:00:00Z".parse::<DateTime<Utc>>().expect("a time") + TimeDelta::minutes(minute)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn waiting_and_promise_are_those_of_the_office(from in 0i64..420_000, long in -500i64..60_000, which in 0usize..4) {
        let hours = ["Mo-Fr 09:00-12:00 13:00-17:00", "24/7", "Fr 22:00-02:00", "Su 02:30-04:00"][which];
        let office = office_open(hours);
        // Through both clock changes and the holidays of spring; what lies beyond is asked of the office itself.
        let laid_out = OpenHours::new(&office, day("2026-02-10"), day("2026-11-10"));
        let (a, b) = (at(from), at(from + long));
        prop_assert_eq!(i64::from(laid_out.minutes_between(a, b)), office.open_time_between(a, b).num_minutes());
        prop_assert_eq!(laid_out.kept_promise(a, b), office.kept_promise(a, b));
    }
}

#[test]
fn over_the_change_of_clocks_nobody_waits_an_hour_more() {
    let office = infoline();
    let laid_out = OpenHours::new(&office, day("2026-03-01"), day("2026-04-30"));
    // Friday 16:00 to Monday 10:00 in Luxembourg, the clocks put forward between.
    let (a, b) = ("2026-03-27T15:00:00Z", "2026-03-30T08:00:00Z");
    let minutes = laid_out.minutes_between(a.parse().expect("a time"), b.parse().expect("a time"));
    assert_eq!(minutes, 120);
}
