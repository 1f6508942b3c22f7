//! Dates for new meetings: a day and a time at the office's clock, and the same weekday of the weeks after it.

use crate::pages::desk::{Desk, Sent};
use ariane_calendar::zone::instant;
use ariane_calendar::{Cadence, OnHoliday, Recurrence, Shift};
use ariane_domain::office::Office;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// Most weeks that are proposed at once: half a year.
pub const MOST_WEEKS: u64 = 26;
/// How a local time is written in a form.
pub const LOCAL: &str = "%Y-%m-%dT%H:%M";
/// How long a meeting lasts in a calendar; it ends when somebody ends it.
const MINUTES: u16 = 120;

/// What was asked for, as typed.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Day.
    pub date: String,
    /// Time of day.
    pub time: String,
    /// For how many weeks.
    pub weeks: String,
    /// What a holiday does: `skip`, `next-working-day` or `keep`.
    pub on_holiday: String,
}

/// A date that is proposed.
pub struct Proposed {
    /// For the form.
    pub value: String,
    /// In words.
    pub text: String,
    /// Said where it is not the ordinary day.
    pub note: String,
}

impl Asked {
    /// What a form sent.
    pub fn sent(sent: &Sent) -> Self {
        Self {
            date: sent.line("date"),
            time: sent.line("time"),
            weeks: sent.line("weeks"),
            on_holiday: sent.line("on-holiday"),
        }
    }

    /// The series that it means; none when it cannot be read.
    fn series(&self, office: &Office) -> Option<Recurrence> {
        let first: NaiveDate = self.date.parse().ok()?;
        let time = NaiveTime::parse_from_str(&self.time, "%H:%M").ok()?;
        let weeks: u64 = if self.weeks.is_empty() { 1 } else { self.weeks.parse().ok()? };
        let last = first.checked_add_days(Days::new(7 * (weeks.clamp(1, MOST_WEEKS) - 1)))?;
        let series = Recurrence {
            cadence: Cadence::Weekly { every: 1, on: vec![first.weekday()] },
            first,
            last: Some(last),
            time,
            minutes: MINUTES,
            zone: office.zone,
            on_holiday: match self.on_holiday.as_str() {
                "keep" => OnHoliday::Keep,
                "next-working-day" => OnHoliday::NextWorkingDay,
                _ => OnHoliday::Skip,
            },
            left_out: BTreeSet::new(),
            moved: BTreeMap::new(),
        };
        series.check().ok()
    }

    /// The dates that are proposed; none when it cannot be read.
    pub fn proposals(&self, desk: &Desk) -> Option<Vec<Proposed>> {
        let office = &desk.infoline.office;
        let series = self.series(office)?;
        let t = desk.visit.t;
        let days: Vec<NaiveDate> = series.nominal_days(series.first).collect();
        let proposed = days.into_iter().map(|day| match series.moment(day, &office.holidays) {
            Some(moment) => Proposed {
                value: moment.local.format(LOCAL).to_string(),
                text: desk.moment(moment.starts_at),
                note: match moment.shift {
                    Shift::Holiday => t.w("meeting-plan-moved", "day", &t.date(day)),
                    Shift::None if office.holidays.contains(day) => t.s("meeting-plan-holiday"),
                    Shift::None | Shift::ByHand => String::new(),
                },
            },
            None => Proposed { value: String::new(), text: t.date(day), note: t.s("meeting-plan-left-out") },
        });
        Some(proposed.collect())
    }
}

/// A local time of a form at the office's clock.
pub fn moment(office: &Office, value: &str) -> Option<DateTime<Utc>> {
    let local = NaiveDateTime::parse_from_str(value, LOCAL).ok()?;
    Some(instant(office.zone, local))
}
