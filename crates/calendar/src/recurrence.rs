//! When a meeting recurs (F43; seed 000: "Démarrage le 09 février 2021, fréquence mensuelle (2e mardi de chaque mois)").
//!
//! A recurrence gives *nominal* days. Each becomes a [`Moment`]: on its day, moved by the rule for holidays, moved by
//! hand, or left out. The nominal day stays the name of the instance, as `RECURRENCE-ID` has it.

use crate::zone;
use ariane_domain::office::Holidays;
use chrono::{
    DateTime, Datelike as _, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday,
};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which of the weekdays of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nth {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The last, whether it is the fourth or the fifth.
    Last,
}

impl Nth {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Last];

    /// As iCalendar counts: 1 to 4, and -1.
    pub const fn number(self) -> i8 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::Third => 3,
            Self::Fourth => 4,
            Self::Last => -1,
        }
    }

    fn day(self, month: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
        let (year, number) = (month.year(), month.month());
        match self {
            Self::Last => {
                let last = month.checked_add_months(Months::new(1))?.with_day(1)?.pred_opt()?;
                let back = (last.weekday().num_days_from_monday() + 7 - weekday.num_days_from_monday()) % 7;
                last.checked_sub_days(Days::new(u64::from(back)))
            }
            other => {
                NaiveDate::from_weekday_of_month_opt(year, number, weekday, other.number().unsigned_abs())
            }
        }
    }
}

/// How often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cadence {
    /// On weekdays of every nth week, counted from the week (Monday to Sunday) of the first day.
    Weekly {
        /// 1 for every week, 2 for every second.
        every: u8,
        /// Weekdays.
        on: Vec<Weekday>,
    },
    /// On one weekday of every nth month, counted from the month of the first day.
    Monthly {
        /// 1 for every month, 3 for every quarter.
        every: u8,
        /// Which.
        nth: Nth,
        /// Weekday.
        on: Weekday,
    },
}

/// What becomes of a meeting whose day is a public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnHoliday {
    /// It takes place all the same.
    Keep,
    /// It does not take place.
    Skip,
    /// On the next day from Monday to Friday that is no holiday.
    NextWorkingDay,
    /// On the last such day before.
    PreviousWorkingDay,
    /// On the same weekday of the next week that is no holiday.
    WeekLater,
}

/// A recurring meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// How often.
    pub cadence: Cadence,
    /// First nominal day; must be one that the cadence meets.
    pub first: NaiveDate,
    /// Last nominal day that may be; none for no end.
    pub last: Option<NaiveDate>,
    /// Local time of beginning.
    pub time: NaiveTime,
    /// Minutes that it lasts, at least one, at most a day.
    pub minutes: u16,
    /// Zone in which the time is meant.
    #[serde(with = "crate::zone::by_name")]
    pub zone: Tz,
    /// What a holiday does.
    pub on_holiday: OnHoliday,
    /// Nominal days left out by hand.
    pub left_out: BTreeSet<NaiveDate>,
    /// Nominal days moved by hand, with their local beginning.
    pub moved: BTreeMap<NaiveDate, NaiveDateTime>,
}

/// Why a recurrence is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecurrenceFault {
    /// Every zeroth week.
    #[error("a meeting recurs every week or month, or every few")]
    Every,
    /// No weekday.
    #[error("no weekday is chosen")]
    NoWeekday,
    /// The first day is not one of those on which it recurs.
    #[error("the first day does not agree with the rule")]
    FirstDay,
    /// It ends before it begins.
    #[error("the last day lies before the first")]
    LastDay,
    /// No length, or more than a day.
    #[error("a meeting lasts from a minute to a day")]
    Length,
}

/// How an instance came to its moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shift {
    /// On its nominal day.
    None,
    /// Moved because of a holiday.
    Holiday,
    /// Moved by hand.
    ByHand,
}

/// One meeting that takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Nominal day: the name of the instance.
    pub nominal: NaiveDate,
    /// Local beginning.
    pub local: NaiveDateTime,
    /// Beginning.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// How it came there.
    pub shift: Shift,
}

/// How far a day is moved at most before the instance is left out.
const FARTHEST_DAYS: u64 = 31;

impl Recurrence {
    /// Checks it.
    ///
    /// # Errors
    /// [`RecurrenceFault`].
    pub fn check(self) -> Result<Self, RecurrenceFault> {
        let every = match &self.cadence {
            Cadence::Weekly { on, .. } if on.is_empty() => return Err(RecurrenceFault::NoWeekday),
            Cadence::Weekly { every, .. } | Cadence::Monthly { every, .. } => *every,
        };
        if every == 0 {
            return Err(RecurrenceFault::Every);
        }
        if !(1..=24 * 60).contains(&self.minutes) {
            return Err(RecurrenceFault::Length);
        }
        if self.last.is_some_and(|last| last < self.first) {
            return Err(RecurrenceFault::LastDay);
        }
        if !self.is_nominal(self.first) {
            return Err(RecurrenceFault::FirstDay);
        }
        Ok(self)
    }

    /// Whether a day is one of the nominal ones.
    pub fn is_nominal(&self, day: NaiveDate) -> bool {
        if day < self.first || self.last.is_some_and(|last| day > last) {
            return false;
        }
        match &self.cadence {
            Cadence::Weekly { every, on } => {
                let monday = |day: NaiveDate| day.week(Weekday::Mon).checked_first_day();
                let weeks = monday(day).zip(monday(self.first)).map(|(a, b)| (a - b).num_weeks());
                on.contains(&day.weekday())
                    && weeks.is_some_and(|weeks| weeks.checked_rem(i64::from(*every)) == Some(0))
            }
            Cadence::Monthly { every, nth, on } => {
                let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
                (months(day) - months(self.first)).checked_rem(i64::from(*every)) == Some(0)
                    && nth.day(day, *on) == Some(day)
            }
        }
    }

    /// Nominal days from `from` on, without end where the recurrence has none.
    pub fn nominal_days(&self, from: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        let from = from.max(self.first);
        let until = self.last.unwrap_or(NaiveDate::MAX);
        from.iter_days().take_while(move |day| *day <= until).filter(|day| self.is_nominal(*day))
    }

    /// The meeting of a nominal day; none when it does not take place.
    ///
    /// What was decided by hand goes before the rule for holidays. A day to which the rule leads is not taken when the
    /// series has a meeting there anyway, when another instance was moved there, or when it lies more than a month away:
    /// the instance is left out then.
    pub fn moment(&self, nominal: NaiveDate, holidays: &Holidays) -> Option<Moment> {
        if !self.is_nominal(nominal) || self.left_out.contains(&nominal) {
            return None;
        }
        if let Some(local) = self.moved.get(&nominal) {
            return Some(self.at(nominal, *local, Shift::ByHand));
        }
        if self.on_holiday == OnHoliday::Keep || !holidays.contains(nominal) {
            return Some(self.at(nominal, nominal.and_time(self.time), Shift::None));
        }
        let day = self.instead(nominal, holidays)?;
        let is_free = !self.is_nominal(day) && !self.is_taken_before(day, nominal, holidays);
        is_free.then(|| self.at(nominal, day.and_time(self.time), Shift::Holiday))
    }

    /// Whether another instance was moved to a day: by hand, or by the rule from an earlier nominal day.
    fn is_taken_before(&self, day: NaiveDate, nominal: NaiveDate, holidays: &Holidays) -> bool {
        let by_hand = self.moved.values().any(|local| local.date() == day);
        // Further back no rule leads to this day.
        let from = nominal.checked_sub_days(Days::new(2 * FARTHEST_DAYS)).unwrap_or(self.first);
        let mut earlier = self.nominal_days(from).take_while(|other| *other < nominal);
        by_hand
            || earlier.any(|other| {
                let is_by_hand = self.left_out.contains(&other) || self.moved.contains_key(&other);
                !is_by_hand && holidays.contains(other) && self.instead(other, holidays) == Some(day)
            })
    }

    fn instead(&self, nominal: NaiveDate, holidays: &Holidays) -> Option<NaiveDate> {
        let is_working = |day: &NaiveDate| {
            !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.contains(*day)
        };
        let mut near = 1..=FARTHEST_DAYS;
        match self.on_holiday {
            OnHoliday::Keep | OnHoliday::Skip => None,
            OnHoliday::NextWorkingDay => {
                near.find_map(|n| nominal.checked_add_days(Days::new(n)).filter(is_working))
            }
            OnHoliday::PreviousWorkingDay => {
                near.find_map(|n| nominal.checked_sub_days(Days::new(n)).filter(is_working))
            }
            OnHoliday::WeekLater => near
                .filter(|n| n % 7 == 0)
                .find_map(|n| nominal.checked_add_days(Days::new(n)).filter(|day| !holidays.contains(*day))),
        }
    }

    fn at(&self, nominal: NaiveDate, local: NaiveDateTime, shift: Shift) -> Moment {
        let starts_at = zone::instant(self.zone, local);
        Moment { nominal, local, starts_at, ends_at: starts_at + self.lasts(), shift }
    }

    /// How long it lasts.
    pub fn lasts(&self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.minutes))
    }

    /// Meetings whose nominal day lies from `from` to `until`, both included, in the order of their nominal days.
    pub fn moments(&self, holidays: &Holidays, from: NaiveDate, until: NaiveDate) -> Vec<Moment> {
        self.nominal_days(from)
            .take_while(|day| *day <= until)
            .filter_map(|day| self.moment(day, holidays))
            .collect()
    }

    /// The next meeting that begins at or after a moment, looked for over two years.
    pub fn next(&self, holidays: &Holidays, at: DateTime<Utc>) -> Option<Moment> {
        let today = at.with_timezone(&self.zone).date_naive();
        // An earlier nominal day may have been moved past this moment, a later one before it.
        let from = today.checked_sub_days(Days::new(366)).unwrap_or(today);
        let until = today.checked_add_days(Days::new(731)).unwrap_or(today);
        let later = self.moments(holidays, from, until).into_iter().filter(|moment| moment.starts_at >= at);
        later.min_by_key(|moment| moment.starts_at)
    }
}

#[cfg(test)]
mod tests;
