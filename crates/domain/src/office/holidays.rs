//! Public holidays: days of the calendar, and days that move with Easter.

use chrono::{Datelike, Days, NaiveDate};
use std::cell::OnceCell;
use std::fmt;
use std::str::FromStr;

/// Easter Sunday of the Gregorian calendar.
///
/// The computus by Meeus, *Astronomical Algorithms* (1991), chapter 8, after the anonymous rule in *Nature* of
/// 20 April 1876. None for a year that has no date in the calendar of the program.
pub fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

/// One rule of a list of public holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// The same day each year: month and day.
    Fixed(u32, u32),
    /// Days after Easter Sunday, negative before it.
    Easter(i64),
}

impl Holiday {
    /// Whether the rule falls on a day.
    pub fn falls_on(self, day: NaiveDate) -> bool {
        match self {
            Self::Fixed(month, date) => (day.month(), day.day()) == (month, date),
            Self::Easter(offset) => {
                easter_sunday(day.year()).is_some_and(|easter| (day - easter).num_days() == offset)
            }
        }
    }
}

impl fmt::Display for Holiday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(month, day) => write!(f, "{month:02}-{day:02}"),
            Self::Easter(offset) => write!(f, "easter{offset:+}"),
        }
    }
}

/// The text is no rule of a holiday.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown holiday `{0}`; MM-DD, easter, easter+N or easter-N is expected")]
pub struct UnknownHoliday(pub String);

impl FromStr for Holiday {
    type Err = UnknownHoliday;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownHoliday(text.chars().take(40).collect());
        let text = text.trim();
        if let Some(offset) = text.strip_prefix("easter") {
            if offset.is_empty() {
                return Ok(Self::Easter(0));
            }
            let signed = offset.starts_with(['+', '-']) && offset[1..].bytes().all(|b| b.is_ascii_digit());
            let days: i64 = offset.parse().map_err(|_| unknown())?;
            // Easter lies between 22 March and 25 April: within these bounds a day stays in its year.
            return if signed && (-80..=250).contains(&days) {
                Ok(Self::Easter(days))
            } else {
                Err(unknown())
            };
        }
        let (month, day) = text.split_once('-').ok_or_else(unknown)?;
        let two = |part: &str| (part.len() == 2).then(|| part.parse::<u32>().ok()).flatten();
        let (month, day) = (two(month).ok_or_else(unknown)?, two(day).ok_or_else(unknown)?);
        // A leap year, so that 29 February is a day.
        NaiveDate::from_ymd_opt(2024, month, day).map(|_| Self::Fixed(month, day)).ok_or_else(unknown)
    }
}

/// The public holidays of a country, and of a region where it has its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays(Vec<Holiday>);

impl Holidays {
    /// Reads a list as in `starter/countries.toml`.
    ///
    /// # Errors
    /// The first entry that is no rule.
    pub fn read<S: AsRef<str>>(rules: impl IntoIterator<Item = S>) -> Result<Self, UnknownHoliday> {
        rules.into_iter().map(|rule| rule.as_ref().parse()).collect::<Result<_, _>>().map(Self)
    }

    /// These and others: a country's with a region's.
    #[must_use]
    pub fn with(mut self, others: &Self) -> Self {
        self.0.extend(others.0.iter().copied());
        self
    }

    /// Whether no holiday is known: then none is counted, and pages should say so.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a day is a public holiday.
    pub fn contains(&self, day: NaiveDate) -> bool {
        // Easter is worked out once for the day, not once for each rule.
        let easter = OnceCell::new();
        self.0.iter().any(|rule| match rule {
            Holiday::Fixed(..) => rule.falls_on(day),
            Holiday::Easter(offset) => {
                let easter = easter.get_or_init(|| easter_sunday(day.year()));
                easter.is_some_and(|easter| (day - easter).num_days() == *offset)
            }
        })
    }

    /// The holidays of a year, in order, each once.
    pub fn of_year(&self, year: i32) -> Vec<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1);
        let days = (0..366).filter_map(|n| first?.checked_add_days(Days::new(n)));
        days.filter(|day| day.year() == year && self.contains(*day)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    const LU: [&str; 11] = [
        "01-01",
        "easter+1",
        "05-01",
        "05-09",
        "easter+39",
        "easter+50",
        "06-23",
        "08-15",
        "11-01",
        "12-25",
        "12-26",
    ];

    #[test]
    fn easter_falls_on_its_published_dates() {
        // U.S. Census Bureau, Easter dates 1600-2099; 1818 and 1943 are the earliest and latest possible.
        for (y, m, d) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1961, 4, 2),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2285, 3, 22),
        ] {
            assert_eq!(easter_sunday(y), Some(day(y, m, d)));
        }
    }

    #[test]
    fn easter_is_a_sunday_in_spring_for_a_thousand_years() {
        for year in 1583..2583 {
            let easter = easter_sunday(year).unwrap();
            assert_eq!(easter.weekday(), chrono::Weekday::Sun, "{year}");
            assert!(day(year, 3, 22) <= easter && easter <= day(year, 4, 25), "{year}");
        }
    }

    #[test]
    fn the_eleven_holidays_of_luxembourg_in_2026() {
        let expected =
            [(1, 1), (4, 6), (5, 1), (5, 9), (5, 14), (5, 25), (6, 23), (8, 15), (11, 1), (12, 25), (12, 26)];
        let holidays = Holidays::read(LU).unwrap();
        assert_eq!(holidays.of_year(2026), expected.map(|(m, d)| day(2026, m, d)));
    }

    #[test]
    fn two_rules_on_one_day_are_one_holiday() {
        // Ascension Day and Labour Day coincided in 2008.
        assert_eq!(Holidays::read(LU).unwrap().of_year(2008).len(), 10);
    }

    #[test]
    fn a_region_adds_its_own() {
        let alsace = Holidays::read(["easter-2", "12-26"]).unwrap();
        let all = Holidays::read(["12-25"]).unwrap().with(&alsace);
        assert!(
            all.contains(day(2026, 4, 3))
                && all.contains(day(2026, 12, 25))
                && all.contains(day(2026, 12, 26))
        );
    }

    #[test]
    fn a_leap_day_is_a_holiday_in_leap_years_only() {
        let holidays = Holidays::read(["02-29"]).unwrap();
        assert_eq!(holidays.of_year(2024).len(), 1);
        assert!(holidays.of_year(2026).is_empty());
    }

    #[test]
    fn malformed_rules_are_refused_with_what_is_expected() {
        for wrong in [
            "",
            "1-1",
            "13-01",
            "02-30",
            "00-10",
            "easter+",
            "easter+x",
            "easter++1",
            "easter 1",
            "easter+999",
            "Ostern",
            "2026-01-01",
            "05/01",
        ] {
            assert!(wrong.parse::<Holiday>().is_err(), "{wrong}");
        }
        assert!("x".parse::<Holiday>().unwrap_err().to_string().contains("MM-DD"));
    }

    #[test]
    fn rules_are_written_as_they_are_read() {
        for rule in LU {
            assert_eq!(rule.parse::<Holiday>().unwrap().to_string(), rule);
        }
        assert_eq!("easter-2".parse::<Holiday>().unwrap().to_string(), "easter-2");
    }
}
