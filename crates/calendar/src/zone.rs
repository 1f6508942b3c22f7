//! Local times as instants, and the `VTIMEZONE` component that tells other programs the same.

use crate::line::Text;
use chrono::{
    DateTime, Datelike as _, LocalResult, NaiveDate, NaiveDateTime, Offset as _, TimeDelta, TimeZone as _,
    Utc,
};
use chrono_tz::{OffsetComponents as _, OffsetName as _, Tz};
use std::collections::BTreeMap;

/// A local time as an instant, as RFC 5545 (section 3.3.5) reads it: one that comes twice is the first of both; one that
/// the clock change leaves out is counted with the offset before the change.
pub fn instant(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
        LocalResult::None => {
            // A day before, whatever change there is has not been made (no zone changes on two days in a row).
            let before = zone.offset_from_utc_datetime(&(local - TimeDelta::days(1)));
            (local - TimeDelta::seconds(i64::from(before.fix().local_minus_utc()))).and_utc()
        }
    }
}

/// A change of the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    /// Local time of the change, by the clock before it.
    local: NaiveDateTime,
    /// Seconds east of UTC before it.
    before: i32,
    /// After it.
    after: i32,
    is_summer: bool,
    name: String,
}

fn offset(zone: Tz, at: NaiveDateTime) -> i32 {
    zone.offset_from_utc_datetime(&at).fix().local_minus_utc()
}

/// Changes from one UTC time to another, found day by day and narrowed to the second.
fn changes(zone: Tz, from: NaiveDateTime, until: NaiveDateTime) -> Vec<Change> {
    let mut found = Vec::new();
    let mut at = from;
    while at < until {
        let next = at + TimeDelta::days(1);
        let before = offset(zone, at);
        if offset(zone, next) != before {
            let (mut low, mut high) = (at, next);
            while high - low > TimeDelta::seconds(1) {
                let middle = low + (high - low) / 2;
                if offset(zone, middle) == before { low = middle } else { high = middle }
            }
            let after = zone.offset_from_utc_datetime(&high);
            found.push(Change {
                local: high + TimeDelta::seconds(i64::from(before)),
                before,
                after: after.fix().local_minus_utc(),
                is_summer: !after.dst_offset().is_zero(),
                name: after.abbreviation().unwrap_or_default().to_owned(),
            });
        }
        at = next;
    }
    found
}

/// Years that are looked at, so that "the last Sunday" is not taken for "the fourth".
const YEARS: i32 = 12;

/// Writes the component for a zone, right from the year before `from` until the year after `until` at least.
///
/// Changes that follow a yearly rule are written as one; others one by one.
pub fn write(text: &mut Text, zone: Tz, from: NaiveDate, until: NaiveDate) {
    let first = year_begins(from.year().saturating_sub(1));
    let last = year_begins(until.year().saturating_add(2).max(from.year().saturating_add(YEARS)));
    let all = changes(zone, first, last);
    text.raw("BEGIN", "VTIMEZONE");
    text.raw("TZID", zone.name());
    let start = zone.offset_from_utc_datetime(&first);
    let seconds = start.fix().local_minus_utc();
    let begin = Change {
        local: first,
        before: seconds,
        after: seconds,
        is_summer: !start.dst_offset().is_zero(),
        name: start.abbreviation().unwrap_or_default().to_owned(),
    };
    observance(text, &begin, &[], None);
    let mut groups: BTreeMap<_, Vec<&Change>> = BTreeMap::new();
    for change in &all {
        let (day, time) = (change.local.date(), change.local.time());
        let weekday = day.weekday().num_days_from_monday();
        groups.entry((day.month(), weekday, time, change.before, change.after)).or_default().push(change);
    }
    for group in groups.values() {
        let Some((first, rest)) = group.split_first() else { continue };
        let rule = yearly(group, last.date().year());
        let more: Vec<NaiveDateTime> =
            if rule.is_some() { Vec::new() } else { rest.iter().map(|change| change.local).collect() };
        observance(text, first, &more, rule.as_deref());
    }
    text.raw("END", "VTIMEZONE");
}

fn year_begins(year: i32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default().into()
}

/// The rule that changes follow once in each year until the year before `last`; none when they do not.
fn yearly(group: &[&Change], last: i32) -> Option<String> {
    let first = group.first()?.local.date();
    let each_year = (first.year()..last).eq(group.iter().map(|change| change.local.date().year()));
    if !each_year || group.len() < 3 {
        return None;
    }
    let all = |n: fn(NaiveDate) -> u32| {
        let one = n(first);
        group.iter().all(|change| n(change.local.date()) == one).then_some(one)
    };
    // "Last" first: it is what every zone with seven possible days at the end of a month means.
    let is_last =
        group.iter().all(|change| change.local.date().month() != (change.local + TimeDelta::days(7)).month());
    let nth = if is_last { "-1".to_owned() } else { all(|day| day.day0() / 7 + 1)?.to_string() };
    let weekday = weekday_word(first.weekday());
    Some(format!("FREQ=YEARLY;BYMONTH={};BYDAY={nth}{weekday}", first.month()))
}

/// Weekday as iCalendar writes it.
pub(crate) const fn weekday_word(weekday: chrono::Weekday) -> &'static str {
    match weekday {
        chrono::Weekday::Mon => "MO",
        chrono::Weekday::Tue => "TU",
        chrono::Weekday::Wed => "WE",
        chrono::Weekday::Thu => "TH",
        chrono::Weekday::Fri => "FR",
        chrono::Weekday::Sat => "SA",
        chrono::Weekday::Sun => "SU",
    }
}

fn observance(text: &mut Text, change: &Change, more: &[NaiveDateTime], rule: Option<&str>) {
    let kind = if change.is_summer { "DAYLIGHT" } else { "STANDARD" };
    text.raw("BEGIN", kind);
    text.raw("DTSTART", &local(change.local));
    if let Some(rule) = rule {
        text.raw("RRULE", rule);
    }
    for date in more {
        text.raw("RDATE", &local(*date));
    }
    text.raw("TZOFFSETFROM", &offset_word(change.before));
    text.raw("TZOFFSETTO", &offset_word(change.after));
    if change.name.bytes().all(|b| b.is_ascii_alphabetic()) && !change.name.is_empty() {
        text.raw("TZNAME", &change.name);
    }
    text.raw("END", kind);
}

/// A local time as iCalendar writes it.
pub(crate) fn local(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

/// An instant as iCalendar writes it.
pub(crate) fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn offset_word(seconds: i32) -> String {
    let (sign, all) = if seconds < 0 { ('-', -seconds) } else { ('+', seconds) };
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    let rest = if seconds == 0 { String::new() } else { format!("{seconds:02}") };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}

/// Zones are stored by their IANA names.
pub(crate) mod by_name {
    use chrono_tz::Tz;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub fn serialize<S: Serializer>(zone: &Tz, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(zone.name())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Tz, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn written(zone: Tz) -> String {
        let mut text = Text::default();
        write(&mut text, zone, at("2021-02-09T00:00:00").date(), at("2023-02-09T00:00:00").date());
        text.finish()
    }

    #[test]
    fn a_time_left_out_or_given_twice_is_read_as_the_standard_says() {
        let zone = Tz::Europe__Luxembourg;
        assert_eq!(instant(zone, at("2026-03-29T02:30:00")).to_rfc3339(), "2026-03-29T01:30:00+00:00");
        assert_eq!(instant(zone, at("2026-10-25T02:30:00")).to_rfc3339(), "2026-10-25T00:30:00+00:00");
        assert_eq!(instant(zone, at("2026-07-01T14:00:00")).to_rfc3339(), "2026-07-01T12:00:00+00:00");
    }

    #[test]
    fn europe_is_written_as_two_rules() {
        let text = written(Tz::Europe__Luxembourg);
        assert!(
            text.contains("DTSTART:20200329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"),
            "{text}"
        );
        assert!(text.contains("DTSTART:20201025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"));
        assert!(text.contains("TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"));
        assert_eq!(text.matches("BEGIN:").count(), 4);
    }

    #[test]
    fn a_zone_without_changes_is_one_observance_and_an_irregular_one_is_a_list() {
        assert_eq!(written(Tz::Africa__Lagos).matches("BEGIN:").count(), 2);
        let irregular = written(Tz::Africa__Casablanca);
        assert!(irregular.contains("RDATE:") || irregular.matches("BEGIN:").count() > 10);
        assert!(written(Tz::America__New_York).contains("BYMONTH=3;BYDAY=2SU"));
    }

    #[test]
    fn offsets_have_seconds_only_where_they_need_them() {
        assert_eq!([3600, -16_200, 1172].map(offset_word), ["+0100", "-0430", "+001932"]);
    }
}
