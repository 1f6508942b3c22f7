//! Periods: stretches of days at the office.

use ariane_domain::cell::Span;
use ariane_domain::office::Office;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A stretch of days. The last one belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

/// Why something is no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeriodFault {
    /// Not written as one.
    #[error(
        "a period is written 2020, 2020-H1, 2020-Q1, 2020-03 or 2020-01-01..2020-06-30, from 1900 to 2200"
    )]
    Unreadable,
    /// It ends before it begins.
    #[error("the period ends before it begins")]
    Empty,
    /// Longer than a century.
    #[error("the period is longer than a hundred years")]
    TooLong,
}

/// Where a period stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It has ended: its figures are complete as far as records go.
    Complete,
    /// It goes on: figures so far.
    Running,
    /// It has not begun: there is nothing to count, and that is stated.
    Future,
}

const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The first moment that a period may hold: from there on all records are read.
pub fn beginning() -> DateTime<Utc> {
    DateTime::from_timestamp(-2_208_988_800, 0).unwrap_or(DateTime::UNIX_EPOCH)
}

impl Period {
    /// From a day to a day, both included.
    ///
    /// # Errors
    /// [`PeriodFault`].
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, PeriodFault> {
        if last < first {
            return Err(PeriodFault::Empty);
        }
        if !YEARS.contains(&first.year()) || !YEARS.contains(&last.year()) {
            return Err(PeriodFault::Unreadable);
        }
        if (last - first).num_days() > 36_525 {
            return Err(PeriodFault::TooLong);
        }
        Ok(Self { first, last })
    }

    /// So many months from the first day of a month on.
    fn months(year: i32, month: u32, count: u32) -> Result<Self, PeriodFault> {
        let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or(PeriodFault::Unreadable)?;
        let last = first.checked_add_months(Months::new(count)).and_then(|day| day.pred_opt());
        Self::new(first, last.ok_or(PeriodFault::Unreadable)?)
    }

    /// A calendar year.
    ///
    /// # Errors
    /// [`PeriodFault::Unreadable`] outside of 1900 to 2200.
    pub fn year(year: i32) -> Result<Self, PeriodFault> {
        Self::months(year, 1, 12)
    }

    /// First day.
    pub const fn first(&self) -> NaiveDate {
        self.first
    }

    /// Last day.
    pub const fn last(&self) -> NaiveDate {
        self.last
    }

    /// How many whole months it is, where it begins and ends with months.
    fn whole_months(&self) -> Option<u32> {
        let following = self.last.succ_opt()?;
        let months = (following.year() - self.first.year()) * 12 + following.month0() as i32
            - self.first.month0() as i32;
        (self.first.day() == 1 && following.day() == 1).then(|| u32::try_from(months).ok()).flatten()
    }

    /// The period before, of the same kind: the year before a year, the quarter before a quarter; of days, as many.
    pub fn before(&self) -> Option<Self> {
        let last = self.first.pred_opt()?;
        let first = match self.whole_months() {
            Some(months) => self.first.checked_sub_months(Months::new(months))?,
            None => {
                let days = u64::try_from((self.last - self.first).num_days()).ok()?;
                last.checked_sub_days(Days::new(days))?
            }
        };
        Self::new(first, last).ok()
    }

    /// The moments that belong to it: from midnight to midnight at the office, whatever the clocks do.
    pub fn span(&self, office: &Office) -> Span {
        let following = self.last.succ_opt().unwrap_or(self.last);
        Span::new(office.begins(self.first), office.begins(following))
    }

    /// Where it stands.
    pub fn standing(&self, office: &Office, at: DateTime<Utc>) -> Standing {
        let span = self.span(office);
        if at < span.from {
            Standing::Future
        } else if span.contains(at) {
            Standing::Running
        } else {
            Standing::Complete
        }
    }

    /// Whether it is one of the periods that are published: a calendar year, or a quarter of one.
    pub fn is_published(&self) -> bool {
        match self.whole_months() {
            Some(12) => self.first.month() == 1,
            Some(3) => self.first.month0().is_multiple_of(3),
            _ => false,
        }
    }

    /// The quarters that a published period is made of: four of a year, itself of a quarter; none of any other.
    pub fn quarters(&self) -> Vec<Self> {
        if !self.is_published() {
            return Vec::new();
        }
        let months = self.whole_months().unwrap_or(0);
        (0..months / 3)
            .filter_map(|n| Self::months(self.first.year(), self.first.month() + 3 * n, 3).ok())
            .collect()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.whole_months() {
            Some(12) if month == 1 => write!(f, "{year:04}"),
            Some(6) if month % 6 == 1 => write!(f, "{year:04}-H{}", month / 6 + 1),
            Some(3) if month % 3 == 1 => write!(f, "{year:04}-Q{}", month / 3 + 1),
            Some(1) => write!(f, "{year:04}-{month:02}"),
            _ => write!(f, "{}..{}", self.first, self.last),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = PeriodFault::Unreadable;
        let text = text.trim();
        if let Some((first, last)) = text.split_once("..") {
            let day = |text: &str| (text.len() == 10).then(|| text.parse().ok()).flatten().ok_or(wrong);
            return Self::new(day(first)?, day(last)?);
        }
        let number = |text: &str, digits: usize| {
            let fits = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| text.parse::<u32>().ok()).flatten().ok_or(wrong)
        };
        let (year, part) = text.split_once('-').map_or((text, None), |(year, part)| (year, Some(part)));
        let year = i32::try_from(number(year, 4)?).map_err(|_| wrong)?;
        match part {
            None => Self::months(year, 1, 12),
            Some(half) if half.starts_with('H') => match number(&half[1..], 1)? {
                n @ 1..=2 => Self::months(year, n * 6 - 5, 6),
                _ => Err(wrong),
            },
            Some(quarter) if quarter.starts_with('Q') => match number(&quarter[1..], 1)? {
                n @ 1..=4 => Self::months(year, n * 3 - 2, 3),
                _ => Err(wrong),
            },
            Some(month) => Self::months(year, number(month, 2)?, 1),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap_or_else(|e| panic!("{text}: {e}"))
    }

    #[test]
    fn periods_are_read_as_they_are_written() {
        for text in ["2020", "2020-H2", "2020-Q3", "2020-02", "2020-01-05..2020-02-03"] {
            assert_eq!(period(text).to_string(), text);
        }
        assert_eq!(period("2020-01-01..2020-12-31").to_string(), "2020");
        assert_eq!(period("2020-Q2"), period("2020-04-01..2020-06-30"));
    }

    #[test]
    fn what_is_no_period_is_refused_with_its_reason() {
        for text in [
            "", "20", "1800", "2020-Q5", "2020-H0", "2020-13", "2020-1", "2020-Q", "2020-é", "a..b", "..",
            "+202",
        ] {
            assert_eq!(text.parse::<Period>(), Err(PeriodFault::Unreadable), "{text}");
        }
        assert_eq!("2020-02-01..2020-01-31".parse::<Period>(), Err(PeriodFault::Empty));
        assert_eq!("1901-01-01..2199-01-01".parse::<Period>(), Err(PeriodFault::TooLong));
    }

    #[test]
    fn the_period_before_is_of_the_same_kind() {
        for (text, before) in [
            ("2020", "2019"),
            ("2020-H1", "2019-H2"),
            ("2020-Q1", "2019-Q4"),
            ("2020-03", "2020-02"),
            ("2020-03-01..2020-03-10", "2020-02-20..2020-02-29"),
        ] {
            assert_eq!(period(text).before(), Some(period(before)), "{text}");
        }
    }

    #[test]
    fn only_years_and_quarters_are_published() {
        assert_eq!(period("2020").quarters().len(), 4);
        assert_eq!(period("2020-Q3").quarters(), [period("2020-Q3")]);
        for text in ["2020-H1", "2020-02", "2020-02-01..2020-04-30", "2020-07-01..2021-06-30"] {
            assert!(!period(text).is_published() && period(text).quarters().is_empty(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_period_reads_back_and_touches_the_one_before(from in 0i64..80_000, days in 0i64..2_000) {
            let first = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::TimeDelta::days(from);
            let Ok(one) = Period::new(first, first + chrono::TimeDelta::days(days)) else { return Ok(()) };
            prop_assert_eq!(one.to_string().parse(), Ok(one));
            let before = one.before().unwrap();
            prop_assert_eq!(before.last().succ_opt(), Some(one.first()));
        }
    }
}
