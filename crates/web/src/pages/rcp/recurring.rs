//! When an RCP recurs: as typed, as the calendar's rule, and in words.

use crate::pages::desk::{Desk, Sent};
use ariane_calendar::recurrence::RecurrenceFault;
use ariane_calendar::{Cadence, Moment, Nth, OnHoliday, Recurrence, Shift};
use ariane_domain::office::Office;
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// How often, as the form offers it: the position in the month comes from the first date.
pub const CADENCES: [&str; 5] = ["monthly", "monthly-last", "quarterly", "weekly", "fortnightly"];
/// What a holiday does, as the form offers it.
pub const HOLIDAYS: [&str; 5] = ["week-later", "next-working-day", "previous-working-day", "skip", "keep"];
/// How a form writes a time of day.
const CLOCK: &str = "%H:%M";
/// How far ahead dates are proposed.
const AHEAD: Days = Days::new(370);

/// A recurrence as typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// First date.
    pub first: String,
    /// Time of day.
    pub time: String,
    /// Length in minutes.
    pub minutes: String,
    /// One of [`CADENCES`].
    pub cadence: String,
    /// One of [`HOLIDAYS`].
    pub on_holiday: String,
}

/// A date that is proposed.
pub struct Proposed {
    /// Nominal day, for the form; empty when it does not take place.
    pub value: String,
    /// In words.
    pub text: String,
    /// Said where it is not the ordinary day.
    pub note: String,
}

/// Which of the weekdays of its month a day is; the fifth is the last.
fn nth(day: NaiveDate) -> Nth {
    match day.day0() / 7 {
        0 => Nth::First,
        1 => Nth::Second,
        2 => Nth::Third,
        3 => Nth::Fourth,
        _ => Nth::Last,
    }
}

fn holiday(word: &str) -> OnHoliday {
    match word {
        "next-working-day" => OnHoliday::NextWorkingDay,
        "previous-working-day" => OnHoliday::PreviousWorkingDay,
        "skip" => OnHoliday::Skip,
        "keep" => OnHoliday::Keep,
        _ => OnHoliday::WeekLater,
    }
}

const fn holiday_word(rule: OnHoliday) -> &'static str {
    match rule {
        OnHoliday::Keep => "keep",
        OnHoliday::Skip => "skip",
        OnHoliday::NextWorkingDay => "next-working-day",
        OnHoliday::PreviousWorkingDay => "previous-working-day",
        OnHoliday::WeekLater => "week-later",
    }
}

const fn cadence_word(cadence: &Cadence) -> &'static str {
    match cadence {
        Cadence::Weekly { every: 1, .. } => "weekly",
        Cadence::Weekly { .. } => "fortnightly",
        Cadence::Monthly { every: 3, .. } => "quarterly",
        Cadence::Monthly { nth: Nth::Last, .. } => "monthly-last",
        Cadence::Monthly { .. } => "monthly",
    }
}

/// Reads what the store keeps.
pub fn stored(recurrence: &str) -> Option<Recurrence> {
    serde_json::from_str(recurrence).ok()
}

impl Typed {
    /// What a form sent.
    pub fn sent(sent: &Sent) -> Self {
        Self {
            first: sent.line("first"),
            time: sent.line("time"),
            minutes: sent.line("minutes"),
            cadence: sent.line("cadence"),
            on_holiday: sent.line("on-holiday"),
        }
    }

    /// What is kept, for the form.
    pub fn of(rule: &Recurrence) -> Self {
        Self {
            first: rule.first.to_string(),
            time: rule.time.format(CLOCK).to_string(),
            minutes: rule.minutes.to_string(),
            cadence: cadence_word(&rule.cadence).to_owned(),
            on_holiday: holiday_word(rule.on_holiday).to_owned(),
        }
    }

    /// The rule that it means, or the word of what is wrong.
    pub fn read(&self, office: &Office) -> Result<Recurrence, &'static str> {
        let unreadable = "unreadable";
        let first: NaiveDate = self.first.parse().map_err(|_| unreadable)?;
        let time = NaiveTime::parse_from_str(&self.time, CLOCK).map_err(|_| unreadable)?;
        let minutes = self.minutes.parse().map_err(|_| unreadable)?;
        let on = first.weekday();
        let weekly = |every, on: Weekday| Cadence::Weekly { every, on: vec![on] };
        let cadence = match self.cadence.as_str() {
            "weekly" => weekly(1, on),
            "fortnightly" => weekly(2, on),
            "quarterly" => Cadence::Monthly { every: 3, nth: nth(first), on },
            "monthly-last" => Cadence::Monthly { every: 1, nth: Nth::Last, on },
            _ => Cadence::Monthly { every: 1, nth: nth(first), on },
        };
        let rule = Recurrence {
            cadence,
            first,
            last: None,
            time,
            minutes,
            zone: office.zone,
            on_holiday: holiday(&self.on_holiday),
            left_out: BTreeSet::new(),
            moved: BTreeMap::new(),
        };
        rule.check().map_err(|fault| match fault {
            RecurrenceFault::FirstDay => "first-day",
            _ => unreadable,
        })
    }
}

/// A stored rule in words; empty when it cannot be read.
pub fn told(desk: &Desk, recurrence: &str) -> String {
    let Some(rule) = stored(recurrence) else { return String::new() };
    let t = desk.visit.t;
    let cadence = t.k("rcp-cadence", cadence_word(&rule.cadence));
    let mut args = fluent_bundle::FluentArgs::new();
    args.set("cadence", cadence);
    args.set("day", t.date(rule.first));
    args.set("time", rule.time.format(crate::text::TIME_OF_DAY).to_string());
    args.set("minutes", rule.minutes.to_string());
    t.with("rcp-recurs", &args)
}

/// Nominal days of the year to come, from today on.
pub fn ahead(rule: &Recurrence, today: NaiveDate) -> Vec<NaiveDate> {
    let until = today.checked_add_days(AHEAD).unwrap_or(today);
    rule.nominal_days(today).take_while(|day| *day <= until).take(13).collect()
}

/// A nominal day as it is proposed.
pub fn proposed(desk: &Desk, day: NaiveDate, moment: Option<Moment>) -> Proposed {
    let (t, office) = (desk.visit.t, &desk.infoline.office);
    match moment {
        Some(moment) => Proposed {
            value: day.to_string(),
            text: desk.moment(moment.starts_at),
            note: match moment.shift {
                Shift::Holiday => t.w("meeting-plan-moved", "day", &t.date(day)),
                Shift::None if office.holidays.contains(day) => t.s("meeting-plan-holiday"),
                Shift::None | Shift::ByHand => String::new(),
            },
        },
        None => Proposed { value: String::new(), text: t.date(day), note: t.s("meeting-plan-left-out") },
    }
}
