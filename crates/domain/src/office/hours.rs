//! Opening hours as they are written in the country profile.

use super::holidays::Holidays;
use chrono::{Datelike, NaiveDate, Weekday};
use std::str::FromStr;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// A stretch of opening, in minutes after midnight of the day on which it begins; the end may lie on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First minute, 0 to 1439.
    pub from: u16,
    /// First minute after, greater than `from`; above 1440 when it reaches into the next day.
    pub until: u16,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Days {
    Week([bool; 7]),
    Holidays,
    EachYear((u32, u32), (u32, u32)),
    Dates(NaiveDate, NaiveDate),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Group {
    days: Days,
    spans: Vec<Span>,
}

/// Opening hours of a week with their exceptions.
///
/// Groups separated by `;`, each with days and times: `Mo-Fr 09:00-12:00 13:00-17:00; Sa 10:00-12:00`. It is the
/// part of OpenStreetMap's notation that the directory uses, with dates as numbers:
///
/// * days: `Mo-Fr`, `Mo,We,Fr`, `Sa-Mo`; `PH` for public holidays; `12-24` each year; `2026-12-24`, or
///   `2026-12-24..2027-01-02` once; without days the times hold for every day;
/// * times: `09:00-12:00`, several separated by a space or a comma; past midnight as `22:00-02:00`; `off` or `closed`;
/// * `24/7` alone: always, holidays too.
///
/// A later group for the same days replaces an earlier one. A date counts more than a public holiday, and
/// that more than a day of the week. Public holidays are closed unless a group `PH` says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningHours {
    groups: Vec<Group>,
    always: bool,
}

/// Why a text is not opening hours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HoursFault {
    /// Nothing is written.
    #[error("no opening hours are written; write for example `Mo-Fr 09:00-12:00 13:00-17:00`")]
    Empty,
    /// A word is neither days nor times.
    #[error("`{0}` is neither days (Mo-Fr, PH, 12-24, 2026-12-24) nor times (09:00-12:00, off)")]
    Word(String),
    /// A time does not exist or is not written as HH:MM.
    #[error("`{0}` is not a time from 00:00 to 24:00")]
    Time(String),
    /// A group has days and no times.
    #[error("`{0}` says no times; write `off` for closed")]
    NoTimes(String),
    /// Two stretches of one day overlap.
    #[error("times of `{0}` overlap")]
    Overlap(String),
    /// A stretch is empty or longer than a day.
    #[error("`{0}` begins and ends at the same time")]
    Nothing(String),
}

fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}

fn weekday(text: &str) -> Option<usize> {
    ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].iter().position(|name| name.eq_ignore_ascii_case(text))
}

fn month_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    if month.len() != 2 || day.len() != 2 {
        return None;
    }
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    NaiveDate::from_ymd_opt(2024, month, day).map(|_| (month, day))
}

fn date(text: &str) -> Option<NaiveDate> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

fn days(word: &str) -> Option<Days> {
    if word.eq_ignore_ascii_case("PH") {
        return Some(Days::Holidays);
    }
    if let Some((first, last)) = word.split_once("..") {
        return match (date(first), date(last), month_day(first), month_day(last)) {
            (Some(first), Some(last), _, _) if first <= last => Some(Days::Dates(first, last)),
            (None, None, Some(first), Some(last)) => Some(Days::EachYear(first, last)),
            _ => None,
        };
    }
    if let Some(date) = date(word) {
        return Some(Days::Dates(date, date));
    }
    if let Some(day) = month_day(word) {
        return Some(Days::EachYear(day, day));
    }
    let mut week = [false; 7];
    for part in word.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (weekday(first)?, weekday(last)?);
        for step in 0..=(last + 7 - first) % 7 {
            week[(first + step) % 7] = true;
        }
    }
    Some(Days::Week(week))
}

fn minute(text: &str) -> Result<u16, HoursFault> {
    let wrong = || HoursFault::Time(shortened(text));
    let (hours, minutes) = text.split_once(':').ok_or_else(wrong)?;
    let digits = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(hours) || !digits(minutes) || minutes.len() != 2 {
        return Err(wrong());
    }
    let (hours, minutes): (u16, u16) =
        (hours.parse().map_err(|_| wrong())?, minutes.parse().map_err(|_| wrong())?);
    if minutes > 59 || hours * 60 + minutes > DAY { Err(wrong()) } else { Ok(hours * 60 + minutes) }
}

fn span(text: &str) -> Result<Span, HoursFault> {
    let (from, until) = text.split_once('-').ok_or_else(|| HoursFault::Word(shortened(text)))?;
    let (from, until) = (minute(from)?, minute(until)?);
    if from == until {
        return Err(HoursFault::Nothing(shortened(text)));
    }
    if from == DAY {
        return Err(HoursFault::Time("24:00".into()));
    }
    Ok(Span { from, until: if until < from { until + DAY } else { until } })
}

fn group(text: &str) -> Result<Group, HoursFault> {
    let mut words = text.split_whitespace().peekable();
    let first = words.peek().copied().unwrap_or_default();
    let days = match days(first) {
        Some(days) => {
            words.next();
            days
        }
        None => Days::Week([true; 7]),
    };
    let (mut spans, mut off) = (Vec::new(), false);
    for word in words.flat_map(|word| word.split(',')).filter(|word| !word.is_empty()) {
        if word.eq_ignore_ascii_case("off") || word.eq_ignore_ascii_case("closed") {
            off = true;
        } else if word.contains(':') {
            spans.push(span(word)?);
        } else {
            return Err(HoursFault::Word(shortened(word)));
        }
    }
    if spans.is_empty() != off {
        return Err(HoursFault::NoTimes(shortened(text.trim())));
    }
    spans.sort_unstable();
    if spans.windows(2).any(|pair| pair[0].until > pair[1].from) {
        return Err(HoursFault::Overlap(shortened(text.trim())));
    }
    Ok(Group { days, spans })
}

impl FromStr for OpeningHours {
    type Err = HoursFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Err(HoursFault::Empty);
        }
        if text == "24/7" {
            let spans = vec![Span { from: 0, until: DAY }];
            return Ok(Self { groups: vec![Group { days: Days::Week([true; 7]), spans }], always: true });
        }
        let written = text.split(';').filter(|part| !part.trim().is_empty());
        let groups = written.map(group).collect::<Result<Vec<_>, _>>()?;
        if groups.is_empty() { Err(HoursFault::Empty) } else { Ok(Self { groups, always: false }) }
    }
}

impl Days {
    fn covers_date(&self, day: NaiveDate) -> bool {
        match self {
            Self::Dates(first, last) => (*first..=*last).contains(&day),
            Self::EachYear(first, last) => {
                let at = (day.month(), day.day());
                if first <= last { *first <= at && at <= *last } else { at >= *first || at <= *last }
            }
            Self::Week(_) | Self::Holidays => false,
        }
    }

    fn covers_weekday(&self, day: Weekday) -> bool {
        matches!(self, Self::Week(week) if week[day.num_days_from_monday() as usize])
    }
}

impl OpeningHours {
    /// Whether it is `24/7`.
    pub fn is_always(&self) -> bool {
        self.always
    }

    /// The stretches that begin on a day, in order; none when closed.
    pub fn on(&self, day: NaiveDate, holidays: &Holidays) -> &[Span] {
        let last = |fits: &dyn Fn(&Days) -> bool| self.groups.iter().rev().find(|group| fits(&group.days));
        if let Some(group) = last(&|days| days.covers_date(day)) {
            return &group.spans;
        }
        if !self.always && holidays.contains(day) {
            return last(&|days| *days == Days::Holidays).map_or(&[], |group| &group.spans);
        }
        last(&|days| days.covers_weekday(day.weekday())).map_or(&[], |group| &group.spans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn hours(text: &str) -> OpeningHours {
        text.parse().unwrap()
    }

    fn on(hours: &OpeningHours, day: NaiveDate) -> Vec<(u16, u16)> {
        let holidays = Holidays::read(["12-25"]).unwrap();
        hours.on(day, &holidays).iter().map(|s| (s.from, s.until)).collect()
    }

    #[test]
    fn the_hours_of_the_seed_are_read() {
        let hours = hours("Mo-Fr 09:00-12:00 13:00-17:00");
        assert_eq!(on(&hours, day(2026, 11, 23)), [(540, 720), (780, 1020)]);
        assert!(on(&hours, day(2026, 11, 22)).is_empty());
    }

    #[test]
    fn groups_commas_lists_and_weeks_that_wrap_are_read() {
        let hours = hours("Mo,We 9:00-12:00,13:00-14:00; Sa-Su 10:00-11:00;");
        assert_eq!(on(&hours, day(2026, 11, 25)), [(540, 720), (780, 840)]);
        assert!(on(&hours, day(2026, 11, 24)).is_empty());
        assert_eq!(on(&hours, day(2026, 11, 22)), [(600, 660)]);
        let weekend: OpeningHours = "Sa-Mo 10:00-11:00".parse().unwrap();
        assert!(on(&weekend, day(2026, 11, 20)).is_empty());
        assert!(!on(&weekend, day(2026, 11, 23)).is_empty());
    }

    #[test]
    fn holidays_are_closed_unless_the_text_says_otherwise() {
        let christmas = day(2026, 12, 25);
        assert!(on(&hours("Mo-Fr 09:00-12:00"), christmas).is_empty());
        assert_eq!(on(&hours("Mo-Fr 09:00-12:00; PH 10:00-11:00"), christmas), [(600, 660)]);
        assert_eq!(on(&hours("24/7"), christmas), [(0, 1440)]);
        assert!(hours("24/7").is_always());
    }

    #[test]
    fn a_date_counts_more_than_a_holiday_and_a_weekday() {
        let hours =
            hours("12-25 08:00-09:00; Mo-Fr 09:00-12:00; 2026-12-28..2027-01-02 off; 12-24 09:00-10:00");
        assert_eq!(on(&hours, day(2026, 12, 25)), [(480, 540)]);
        assert_eq!(on(&hours, day(2026, 12, 24)), [(540, 600)]);
        assert!(on(&hours, day(2026, 12, 30)).is_empty());
        assert_eq!(on(&hours, day(2027, 12, 30)), [(540, 720)]);
    }

    #[test]
    fn a_yearly_closure_may_reach_over_new_year() {
        let hours = hours("Mo-Su 09:00-12:00; 12-27..01-02 off");
        for (y, m, d) in [(2026, 12, 27), (2026, 12, 31), (2027, 1, 2)] {
            assert!(on(&hours, day(y, m, d)).is_empty());
        }
        assert!(!on(&hours, day(2027, 1, 3)).is_empty());
    }

    #[test]
    fn a_later_group_replaces_an_earlier_one() {
        assert_eq!(on(&hours("Mo-Fr 09:00-17:00; Fr 09:00-12:00"), day(2026, 11, 20)), [(540, 720)]);
    }

    #[test]
    fn times_past_midnight_belong_to_the_day_on_which_they_begin() {
        assert_eq!(on(&hours("Fr 22:00-02:00"), day(2026, 11, 20)), [(1320, 1560)]);
        assert_eq!(on(&hours("Fr 18:00-24:00"), day(2026, 11, 20)), [(1080, 1440)]);
    }

    #[test]
    fn times_without_days_hold_every_day() {
        assert_eq!(on(&hours("09:00-12:00"), day(2026, 11, 22)), [(540, 720)]);
    }

    #[test]
    fn malformed_texts_are_refused_with_the_word_that_is_wrong() {
        assert_eq!("".parse::<OpeningHours>(), Err(HoursFault::Empty));
        assert_eq!(" ; ".parse::<OpeningHours>(), Err(HoursFault::Empty));
        assert_eq!("Mo-Fr".parse::<OpeningHours>(), Err(HoursFault::NoTimes("Mo-Fr".into())));
        assert_eq!("Mo 25:00-26:00".parse::<OpeningHours>(), Err(HoursFault::Time("25:00".into())));
        assert_eq!("Mo 09:60-10:00".parse::<OpeningHours>(), Err(HoursFault::Time("09:60".into())));
        assert_eq!("Mo 24:00-01:00".parse::<OpeningHours>(), Err(HoursFault::Time("24:00".into())));
        assert_eq!("Lu 09:00-10:00".parse::<OpeningHours>(), Err(HoursFault::Word("Lu".into())));
        assert_eq!("Mo 09:00-09:00".parse::<OpeningHours>(), Err(HoursFault::Nothing("09:00-09:00".into())));
        assert!(matches!("Mo 09:00-12:00 11:00-13:00".parse::<OpeningHours>(), Err(HoursFault::Overlap(_))));
        for wrong in [
            "Mo off 09:00-10:00",
            "Mo-Fr 9h-12h",
            "13-45 off",
            "2026-12-31..2026-12-01 off",
            "Mo 09:00",
            "Mo +9:00-10:00",
            "tous les jours",
            "🙂 09:00-10:00",
            "24/7 off",
            "Mo 09:00-10:00-11:00",
        ] {
            assert!(wrong.parse::<OpeningHours>().is_err(), "{wrong}");
        }
    }
}
