//! The diagnostic odyssey: from first symptom to diagnosis (seed 001, "errance diagnostique"; F101).
//!
//! Dates are as precise as somebody remembers them, and a duration is as wide as its dates are vague. What is not known is
//! not guessed.

use crate::stable::stable_words;
use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A date of the precision in which it is known. Kept as its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum VagueDate {
    /// A year.
    Year(i32),
    /// A month of a year.
    Month(i32, u32),
    /// A day.
    Day(NaiveDate),
}

/// The text is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a date is YYYY, YYYY-MM or YYYY-MM-DD, from 1900 on")]
pub struct NotADate;

impl VagueDate {
    /// First day that it may mean.
    pub fn earliest(self) -> NaiveDate {
        let (year, month) = match self {
            Self::Year(year) => (year, 1),
            Self::Month(year, month) => (year, month),
            Self::Day(day) => return day,
        };
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default()
    }

    /// Last day that it may mean.
    pub fn latest(self) -> NaiveDate {
        let following = match self {
            Self::Day(day) => return day,
            Self::Year(year) | Self::Month(year, 12) => NaiveDate::from_ymd_opt(year + 1, 1, 1),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month + 1, 1),
        };
        following.and_then(|day| day.pred_opt()).unwrap_or_default()
    }
}

impl FromStr for VagueDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |part: &str, digits: usize| {
            let fits = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| part.parse::<u32>().ok()).flatten().ok_or(NotADate)
        };
        let parts: Vec<&str> = text.trim().split('-').collect();
        let (first, rest) = parts.split_first().ok_or(NotADate)?;
        let year = i32::try_from(number(first, 4)?).map_err(|_| NotADate)?;
        if year < 1900 {
            return Err(NotADate);
        }
        match rest {
            [] => Ok(Self::Year(year)),
            [month] => match number(month, 2)? {
                month @ 1..=12 => Ok(Self::Month(year, month)),
                _ => Err(NotADate),
            },
            [month, day] => NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?)
                .map(Self::Day)
                .ok_or(NotADate),
            _ => Err(NotADate),
        }
    }
}

impl From<VagueDate> for String {
    fn from(date: VagueDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for VagueDate {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl fmt::Display for VagueDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
        }
    }
}

/// The stations, each as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Odyssey {
    /// First symptom.
    pub first_symptom: Option<VagueDate>,
    /// First contact with the infoline, the service or the hub.
    pub first_contact: Option<VagueDate>,
    /// First orientation to a competent structure.
    pub orientation: Option<VagueDate>,
    /// Diagnosis; none while there is none.
    pub diagnosis: Option<VagueDate>,
}

/// A duration between two stations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// One of the dates is not known.
    Unknown,
    /// The later station lies before the earlier one: an error of entry, shown as such and left out of figures.
    OutOfOrder,
    /// So many days.
    Days {
        /// At least.
        at_least: u32,
        /// At most; the same when both dates are days.
        at_most: u32,
    },
    /// The later station has not come: so many days until today, and going on.
    Ongoing {
        /// At least.
        at_least: u32,
        /// At most.
        at_most: u32,
    },
}

/// The duration between two dates. Vague dates that may mean the same day begin at zero.
pub fn lapse(from: Option<VagueDate>, to: Option<VagueDate>) -> Lapse {
    let (Some(from), Some(to)) = (from, to) else { return Lapse::Unknown };
    let Ok(at_most) = u32::try_from((to.latest() - from.earliest()).num_days()) else {
        return Lapse::OutOfOrder;
    };
    let at_least = u32::try_from((to.earliest() - from.latest()).num_days()).unwrap_or(0);
    Lapse::Days { at_least, at_most }
}

/// The durations of one odyssey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lapses {
    /// First symptom to first contact.
    pub to_contact: Lapse,
    /// First contact to orientation.
    pub to_orientation: Lapse,
    /// Orientation to diagnosis.
    pub to_diagnosis: Lapse,
    /// First symptom to diagnosis: the odyssey itself.
    pub whole: Lapse,
}

impl Odyssey {
    /// All durations as of a day. Without a diagnosis the whole is ongoing, never finished and never unknown.
    pub fn lapses(&self, today: NaiveDate) -> Lapses {
        let until_today = |lapse| match lapse {
            Lapse::Days { at_least, at_most } => Lapse::Ongoing { at_least, at_most },
            other => other,
        };
        let diagnosed = |from| match self.diagnosis {
            Some(_) => lapse(from, self.diagnosis),
            None => until_today(lapse(from, Some(VagueDate::Day(today)))),
        };
        Lapses {
            to_contact: lapse(self.first_symptom, self.first_contact),
            to_orientation: lapse(self.first_contact, self.orientation),
            to_diagnosis: diagnosed(self.orientation),
            whole: diagnosed(self.first_symptom),
        }
    }
}

stable_words! {
    /// How long an odyssey took, as coarse as it may stand clear beside a file for the figures.
    pub enum OdysseyBand in "odyssey-band" {
        /// Less than a year.
        UnderOne = "under-1",
        /// One year or more, less than five.
        OneToFive = "1-5",
        /// Five years or more.
        FiveAndMore = "5-more",
    }
}

/// Days of one year and of five, as bands divide them.
const YEARS: [u32; 2] = [365, 5 * 365];

impl OdysseyBand {
    fn of(days: u32) -> Self {
        match days {
            days if days < YEARS[0] => Self::UnderOne,
            days if days < YEARS[1] => Self::OneToFive,
            _ => Self::FiveAndMore,
        }
    }
}

/// What figures may know of a way to a diagnosis: its month, and a band. The dates themselves stay sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedDiagnosis {
    /// First day of the month of the diagnosis; of its year, where no month is known.
    pub on: NaiveDate,
    /// From the first symptom; none where it is not known, or the dates are too vague to tell two bands apart.
    pub band: Option<OdysseyBand>,
}

impl Odyssey {
    /// What of it may stand clear; none without a diagnosis.
    pub fn dated(&self) -> Option<DatedDiagnosis> {
        let first = self.diagnosis?.earliest();
        let band = match lapse(self.first_symptom, self.diagnosis) {
            Lapse::Days { at_least, at_most } => {
                let (short, long) = (OdysseyBand::of(at_least), OdysseyBand::of(at_most));
                (short == long).then_some(short)
            }
            _ => None,
        };
        Some(DatedDiagnosis { on: first.with_day(1).unwrap_or(first), band })
    }
}

impl fmt::Display for DatedDiagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02} ", self.on.year(), self.on.month())?;
        f.write_str(self.band.map_or("-", OdysseyBand::word))
    }
}

impl FromStr for DatedDiagnosis {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (month, band) = text.split_once(' ').ok_or(NotADate)?;
        Ok(Self { on: month.parse::<VagueDate>()?.earliest(), band: OdysseyBand::from_word(band) })
    }
}

/// The median of finished durations, as a range, with how many it rests on: the yearly figure. None without any.
///
/// The ends of the range are the medians of the shortest and of the longest readings; ongoing, unknown and contradictory
/// ones are left out and belong beside the figure. Of an even number the lower of the two in the middle counts.
pub fn median(lapses: impl IntoIterator<Item = Lapse>) -> Option<(u32, u32, usize)> {
    let (mut low, mut high): (Vec<u32>, Vec<u32>) = lapses
        .into_iter()
        .filter_map(|lapse| match lapse {
            Lapse::Days { at_least, at_most } => Some((at_least, at_most)),
            _ => None,
        })
        .unzip();
    low.sort_unstable();
    high.sort_unstable();
    let middle = low.len().checked_sub(1)? / 2;
    Some((low[middle], high[middle], low.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Option<VagueDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn a_duration_is_as_wide_as_its_dates_are_vague() {
        assert_eq!(lapse(date("2020-01-01"), date("2020-03-01")), Lapse::Days { at_least: 60, at_most: 60 });
        assert_eq!(lapse(date("2020-01"), date("2020-03")), Lapse::Days { at_least: 30, at_most: 90 });
        assert_eq!(lapse(date("2020"), date("2020-03-01")), Lapse::Days { at_least: 0, at_most: 60 });
        assert_eq!(lapse(date("2020-03-02"), date("2020-03-01")), Lapse::OutOfOrder);
        assert_eq!(lapse(None, date("2020")), Lapse::Unknown);
    }

    #[test]
    fn without_a_diagnosis_the_odyssey_goes_on() {
        let odyssey =
            Odyssey { first_symptom: date("2019"), first_contact: date("2021-02"), ..Odyssey::default() };
        let lapses = odyssey.lapses("2021-12-31".parse().unwrap());
        assert_eq!(lapses.whole, Lapse::Ongoing { at_least: 731, at_most: 1095 });
        assert_eq!(lapses.to_orientation, Lapse::Unknown);
        assert_eq!(lapses.to_diagnosis, Lapse::Unknown);
    }

    #[test]
    fn the_figure_rests_on_what_is_known() {
        let days = |at_least, at_most| Lapse::Days { at_least, at_most };
        let all = [days(10, 40), Lapse::Unknown, days(20, 20), Lapse::OutOfOrder, days(5, 400)];
        assert_eq!(median(all), Some((10, 40, 3)));
        assert_eq!(median([Lapse::Unknown]), None);
    }

    #[test]
    fn what_stands_clear_is_a_month_and_a_band_and_nothing_between_two_bands() {
        let told = |symptom: Option<VagueDate>, diagnosis| {
            let way = Odyssey { first_symptom: symptom, diagnosis, ..Odyssey::default() };
            way.dated().map(|dated| {
                assert_eq!(dated.to_string().parse(), Ok(dated));
                dated.to_string()
            })
        };
        assert_eq!(told(date("2015-04-17"), date("2026-03-09")).as_deref(), Some("2026-03 5-more"));
        assert_eq!(told(date("2024"), date("2026-03-09")).as_deref(), Some("2026-03 1-5"));
        assert_eq!(told(date("2025"), date("2026")).as_deref(), Some("2026-01 -"), "a year or none");
        assert_eq!(told(None, date("2026-03")).as_deref(), Some("2026-03 -"));
        assert_eq!(told(date("2020"), None), None);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "20", "1899", "2020-13", "2020-02-30", "2020-1", "2020-01-01-01", "+202", "２０２０"]
        {
            assert!(text.parse::<VagueDate>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_true_duration_lies_within(from in 0i64..40_000, long in 0i64..9_000, vague in 0u8..3, vaguer in 0u8..3) {
            let day = |n| NaiveDate::from_ymd_opt(1920, 1, 1).unwrap() + chrono::TimeDelta::days(n);
            let blur = |day: NaiveDate, how| match how {
                0 => VagueDate::Day(day),
                1 => VagueDate::Month(day.year(), day.month()),
                _ => VagueDate::Year(day.year()),
            };
            let (a, b) = (blur(day(from), vague), blur(day(from + long), vaguer));
            prop_assert_eq!(a.to_string().parse(), Ok(a));
            prop_assert!(a.earliest() <= day(from) && day(from) <= a.latest());
            let Lapse::Days { at_least, at_most } = lapse(Some(a), Some(b)) else { panic!("{a} {b}") };
            prop_assert!(i64::from(at_least) <= long && long <= i64::from(at_most));
        }
    }
}
