//! Fifty years of meetings, compared with `dateutil` and the time zones of Python.

use ariane_calendar::{Cadence, Nth, OnHoliday, Recurrence};
use chrono::Weekday;
use serde_json::{Value, json};

use crate::tools::{day, genetics, holidays, python};

fn every_cadence() -> Vec<Recurrence> {
    let mut all = Vec::new();
    let zones =
        ["Europe/Luxembourg", "Europe/Paris", "Europe/Lisbon", "America/New_York", "Africa/Casablanca"];
    for (n, zone) in zones.into_iter().enumerate() {
        let base = Recurrence { zone: zone.parse().unwrap(), ..genetics() };
        for nth in Nth::ALL {
            let on = Weekday::try_from(n as u8 + 2).unwrap();
            let cadence = Cadence::Monthly { every: 1 + n as u8, nth, on };
            let mut series = Recurrence { cadence, ..base.clone() };
            series.first = day("2021-02-01").iter_days().find(|d| series_meets(&series, *d)).unwrap();
            all.push(series);
        }
        let cadence = Cadence::Weekly { every: 1 + n as u8, on: vec![Weekday::Tue, Weekday::Sun] };
        // In the hour that the clock change leaves out or gives twice.
        let time = chrono::NaiveTime::from_hms_opt(n as u32, 30, 0).unwrap();
        all.push(Recurrence { cadence, time, ..base });
    }
    all
}

fn series_meets(series: &Recurrence, on: chrono::NaiveDate) -> bool {
    Recurrence { first: on, ..series.clone() }.is_nominal(on)
}

fn told(series: &Recurrence) -> Value {
    let rule = match &series.cadence {
        Cadence::Weekly { every, on } => json!({
            "freq": "weekly", "interval": every,
            "byweekday": on.iter().map(|day| day.num_days_from_monday()).collect::<Vec<_>>(),
        }),
        Cadence::Monthly { every, nth, on } => json!({
            "freq": "monthly", "interval": every, "nth": nth.number(), "byweekday": [on.num_days_from_monday()],
        }),
    };
    json!({
        "rule": rule, "zone": series.zone.name(),
        "start": series.first.and_time(series.time).to_string(), "until": "2071-02-09 23:59:59",
    })
}

#[test]
fn fifty_years_agree_with_dateutil_to_the_minute() {
    let all: Vec<Recurrence> = every_cadence()
        .into_iter()
        .map(|series| Recurrence { on_holiday: OnHoliday::Keep, ..series }.check().unwrap())
        .collect();
    let input: Vec<Value> = all.iter().map(told).collect();
    let answer = python("recurrence.py", &json!({ "series": input })).unwrap();
    for (series, expected) in all.iter().zip(answer["series"].as_array().unwrap()) {
        let found = series.moments(&holidays(), series.first, day("2071-02-09"));
        let found: Vec<i64> = found.iter().map(|moment| moment.starts_at.timestamp()).collect();
        let expected: Vec<i64> = expected.as_array().unwrap().iter().map(|n| n.as_i64().unwrap()).collect();
        assert!(found.len() > 100);
        assert_eq!(found, expected, "{series:?}");
    }
}

/// Holidays by `dateutil.easter`, and the days to which the rules lead, computed in Python from their description.
#[test]
fn fifty_years_of_holidays_move_the_same_meetings() {
    let rules = ["skip", "next", "previous", "week"];
    let answer = python("recurrence.py", &json!({ "moved": told(&genetics()), "rules": rules })).unwrap();
    let ours =
        [OnHoliday::Skip, OnHoliday::NextWorkingDay, OnHoliday::PreviousWorkingDay, OnHoliday::WeekLater];
    for (rule, on_holiday) in rules.into_iter().zip(ours) {
        let series = Recurrence { on_holiday, ..genetics() };
        let found = series.moments(&holidays(), series.first, day("2071-02-09"));
        let found: Vec<String> = found.iter().map(|moment| moment.local.to_string()).collect();
        let expected: Vec<&str> =
            answer["moved"][rule].as_array().unwrap().iter().map(|d| d.as_str().unwrap()).collect();
        assert_eq!(found, expected, "{rule}");
    }
}
