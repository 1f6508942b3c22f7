//! The office: its hours in its time zone, and what follows from them.

use super::holidays::Holidays;
use super::hours::OpeningHours;
use chrono::{
    DateTime, Datelike, Days, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc,
    Weekday,
};
use chrono_tz::Tz;

/// How far ahead an opening or a working day is looked for.
const HORIZON_DAYS: u64 = 3 * 366;

/// Within how many working days a reply is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReplyPromise {
    /// Number of working days; the Luxembourg Infoline promises five.
    pub working_days: u32,
}

/// Where requests are received: hours, holidays and promise of one helpline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Time zone in which the hours are meant.
    pub zone: Tz,
    /// Opening hours; none when they are not known.
    pub hours: Option<OpeningHours>,
    /// Public holidays of the country.
    pub holidays: Holidays,
    /// Promise of a reply.
    pub promise: ReplyPromise,
}

impl Office {
    /// The day that it is at the office.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// A local time as an instant. A time that the clock change leaves out is the first one after it; of one
    /// that comes twice, the first for a beginning and the second for an end.
    fn instant(&self, local: NaiveDateTime, is_end: bool) -> DateTime<Utc> {
        let mut local = local;
        // A clock is never put forward by more than a day (Samoa, 2011).
        for _ in 0..=96 {
            match self.zone.from_local_datetime(&local) {
                LocalResult::Single(at) => return at.with_timezone(&Utc),
                LocalResult::Ambiguous(first, second) => {
                    return if is_end { second } else { first }.with_timezone(&Utc);
                }
                LocalResult::None => local += Duration::minutes(15),
            }
        }
        local.and_utc()
    }

    fn minute_of(&self, day: NaiveDate, minute: u16, is_end: bool) -> DateTime<Utc> {
        self.instant(day.and_time(NaiveTime::MIN) + Duration::minutes(i64::from(minute)), is_end)
    }

    /// The first moment of a day at the office; where the clock change leaves midnight out, the first one after it.
    pub fn begins(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instant(day.and_time(NaiveTime::MIN), false)
    }

    /// Stretches of opening that begin on a day, as instants.
    pub fn openings(&self, day: NaiveDate) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> {
        let spans = self.hours.as_ref().map_or(&[][..], |hours| hours.on(day, &self.holidays));
        spans
            .iter()
            .map(move |span| (self.minute_of(day, span.from, false), self.minute_of(day, span.until, true)))
            .filter(|(from, until)| from < until)
    }

    fn days_from(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        (0..HORIZON_DAYS).map_while(move |n| day.checked_add_days(Days::new(n)))
    }

    /// Whether somebody is there. False when the hours are not known.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        let today = self.day(at);
        // A stretch may have begun the day before.
        [today.pred_opt(), Some(today)]
            .into_iter()
            .flatten()
            .any(|day| self.openings(day).any(|(from, until)| from <= at && at < until))
    }

    /// The first moment from `at` on in which somebody is there: `at` itself when open; none when hours are
    /// unknown or nothing opens within three years.
    pub fn next_opening(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.is_open(at) {
            return Some(at);
        }
        Self::days_from(self.day(at))
            .find_map(|day| self.openings(day).map(|(from, _)| from).find(|from| *from >= at))
    }

    /// How much of the time from `a` to `b` lies in opening hours: how long somebody waited while somebody could
    /// have answered. Counted in elapsed time, so that a clock change adds or takes nothing; zero when `b` is not
    /// after `a`, and when the hours are not known.
    pub fn open_time_between(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> Duration {
        let mut total = Duration::zero();
        let mut counted_until = a;
        let (Some(mut day), last) = (self.day(a).pred_opt(), self.day(b)) else { return total };
        while day <= last {
            for (from, until) in self.openings(day) {
                let (from, until) = (from.max(counted_until), until.min(b));
                if from < until {
                    total += until - from;
                    counted_until = until;
                }
            }
            match day.succ_opt() {
                Some(next) => day = next,
                None => break,
            }
        }
        total
    }

    /// Whether a day counts for the promise: Monday to Friday, no public holiday, and not a day on which the
    /// hours say that nobody is there.
    ///
    /// Saturday does not count, also where the office opens then: "working days" is read as the public reads it.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
            && !self.holidays.contains(day)
            && self.hours.as_ref().is_none_or(|hours| !hours.on(day, &self.holidays).is_empty())
    }

    /// When the office closes on a day; midnight at its end when no hours are known for it.
    fn closing(&self, day: NaiveDate) -> DateTime<Utc> {
        let last = self.openings(day).map(|(_, until)| until).max();
        last.unwrap_or_else(|| self.minute_of(day, 24 * 60, false)).min(self.minute_of(day, 24 * 60, false))
    }

    /// The closing time of the `working_days`th working day after the day on which something was received.
    ///
    /// The day of receipt itself does not count, whether it came in during opening hours, after them, or on a
    /// day off. With zero days, the next closing time of a working day.
    pub fn due_after(&self, received: DateTime<Utc>, working_days: u32) -> DateTime<Utc> {
        let today = self.day(received);
        let working = |day: &NaiveDate| self.is_working_day(*day);
        let found = match working_days.checked_sub(1) {
            None => {
                Self::days_from(today).filter(working).map(|day| self.closing(day)).find(|at| *at > received)
            }
            Some(before) => Self::days_from(today)
                .skip(1)
                .filter(working)
                .nth(before as usize)
                .map(|day| self.closing(day)),
        };
        // Hours without a working day in three years: the promise is then kept in days of the calendar.
        found.unwrap_or_else(|| received + Duration::days(i64::from(working_days.min(3660))))
    }

    /// When the promised reply is due.
    pub fn due(&self, received: DateTime<Utc>) -> DateTime<Utc> {
        self.due_after(received, self.promise.working_days)
    }

    /// Whether a reply came within the promise.
    pub fn kept_promise(&self, received: DateTime<Utc>, replied: DateTime<Utc>) -> bool {
        replied <= self.due(received)
    }

    /// Working days after the day of `a`, up to and including the day of `b`; zero when `b` is not later.
    pub fn working_days_between(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> u32 {
        let (first, last) = (self.day(a), self.day(b));
        let days = first.iter_days().skip(1).take_while(|day| *day <= last);
        u32::try_from(days.filter(|day| self.is_working_day(*day)).count()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office(hours: &str) -> Office {
        let rules = [
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
        Office {
            zone: Tz::Europe__Luxembourg,
            hours: (!hours.is_empty()).then(|| hours.parse().unwrap()),
            holidays: Holidays::read(rules).unwrap(),
            promise: ReplyPromise { working_days: 5 },
        }
    }

    fn infoline() -> Office {
        office("Mo-Fr 09:00-12:00 13:00-17:00")
    }

    /// A time as the clock on the wall of the office shows it.
    fn at(text: &str) -> DateTime<Utc> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        Tz::Europe__Luxembourg.from_local_datetime(&local).earliest().unwrap().with_timezone(&Utc)
    }

    #[test]
    fn open_from_the_first_minute_to_the_last() {
        let office = infoline();
        for (when, open) in [
            ("2026-11-23 08:59", false),
            ("2026-11-23 09:00", true),
            ("2026-11-23 11:59", true),
            ("2026-11-23 12:00", false),
            ("2026-11-23 13:00", true),
            ("2026-11-20 16:59", true),
            ("2026-11-20 17:00", false),
            ("2026-11-21 10:00", false),
            ("2026-11-22 10:00", false),
            ("2026-12-25 10:00", false),
            ("2026-05-14 10:00", false),
            ("2026-05-25 10:00", false),
            ("2026-12-24 10:00", true),
            ("2026-12-24 00:00", false),
        ] {
            assert_eq!(office.is_open(at(when)), open, "{when}");
        }
    }

    #[test]
    fn hours_are_those_of_the_time_zone_in_summer_and_winter() {
        let office = infoline();
        assert!(office.is_open("2026-07-01T07:00:00Z".parse().unwrap()));
        assert!(!office.is_open("2026-12-01T07:00:00Z".parse().unwrap()));
        assert!(office.is_open("2026-12-01T08:00:00Z".parse().unwrap()));
    }

    #[test]
    fn the_next_opening_after_closing_lunch_weekend_and_holidays() {
        let office = infoline();
        for (when, next) in [
            ("2026-11-23 10:00", "2026-11-23 10:00"),
            ("2026-11-23 12:30", "2026-11-23 13:00"),
            ("2026-11-23 00:00", "2026-11-23 09:00"),
            ("2026-11-20 17:00", "2026-11-23 09:00"),
            ("2026-11-22 23:59", "2026-11-23 09:00"),
            ("2026-12-24 17:00", "2026-12-28 09:00"),
            ("2026-12-31 17:01", "2027-01-04 09:00"),
            ("2026-04-03 17:00", "2026-04-07 09:00"),
            ("2026-05-13 18:00", "2026-05-15 09:00"),
        ] {
            assert_eq!(office.next_opening(at(when)), Some(at(next)), "{when}");
        }
    }

    #[test]
    fn a_closure_for_the_staff_moves_the_next_opening() {
        let office = office("Mo-Fr 09:00-17:00; 2026-12-24..2027-01-08 off");
        assert_eq!(office.next_opening(at("2026-12-23 17:00")), Some(at("2027-01-11 09:00")));
        assert_eq!(office.due(at("2026-12-23 10:00")), at("2027-01-15 17:00"));
    }

    #[test]
    fn unknown_hours_are_never_open_and_the_promise_still_runs() {
        let office = office("");
        assert!(!office.is_open(at("2026-11-23 10:00")));
        assert_eq!(office.next_opening(at("2026-11-23 10:00")), None);
        assert_eq!(
            office.open_time_between(at("2026-11-23 10:00"), at("2026-11-24 10:00")),
            Duration::zero()
        );
        assert_eq!(office.due(at("2026-11-16 10:00")), at("2026-11-24 00:00"));
    }

    #[test]
    fn hours_that_never_come_end_the_search() {
        let office = office("2020-01-02 09:00-10:00");
        assert_eq!(office.next_opening(at("2026-11-23 10:00")), None);
        assert_eq!(office.due(at("2026-11-23 10:00")), at("2026-11-28 10:00"));
    }

    #[test]
    fn open_time_leaves_out_lunch_nights_weekends_and_holidays() {
        let office = infoline();
        let hours = |a, b| office.open_time_between(at(a), at(b)).num_minutes();
        assert_eq!(hours("2026-11-23 09:00", "2026-11-23 17:00"), 7 * 60);
        assert_eq!(hours("2026-11-23 11:30", "2026-11-23 13:15"), 45);
        assert_eq!(hours("2026-11-20 16:59", "2026-11-23 09:01"), 2);
        assert_eq!(hours("2026-11-21 08:00", "2026-11-22 20:00"), 0);
        assert_eq!(hours("2026-12-24 16:00", "2026-12-28 10:00"), 2 * 60);
        assert_eq!(hours("2026-12-31 09:00", "2027-01-04 17:00"), 14 * 60);
        assert_eq!(hours("2026-11-23 17:00", "2026-11-23 09:00"), 0);
    }

    #[test]
    fn a_clock_change_outside_hours_changes_nothing() {
        let office = infoline();
        // Clocks change on Sunday 29 March and Sunday 25 October 2026.
        for (friday, monday) in
            [("2026-03-27 16:00", "2026-03-30 10:00"), ("2026-10-23 16:00", "2026-10-26 10:00")]
        {
            assert_eq!(office.open_time_between(at(friday), at(monday)), Duration::hours(2));
        }
    }

    #[test]
    fn an_open_night_is_an_hour_shorter_in_spring_and_longer_in_autumn() {
        let office = office("24/7");
        let day = |a, b| office.open_time_between(at(a), at(b)).num_hours();
        assert_eq!(day("2026-03-29 00:00", "2026-03-30 00:00"), 23);
        assert_eq!(day("2026-10-25 00:00", "2026-10-26 00:00"), 25);
        assert_eq!(day("2026-12-25 00:00", "2026-12-26 00:00"), 24);
    }

    #[test]
    fn opening_within_the_hour_that_is_left_out_begins_after_it() {
        let office = office("Su 02:30-04:00");
        let first: DateTime<Utc> = "2026-03-29T01:00:00Z".parse().unwrap();
        assert_eq!(office.next_opening(at("2026-03-29 00:00")), Some(first));
        assert_eq!(
            office.open_time_between(at("2026-03-29 00:00"), at("2026-03-30 00:00")).num_minutes(),
            60
        );
        // In autumn 02:30 comes twice: open from the first to four o'clock.
        assert_eq!(
            office.open_time_between(at("2026-10-25 00:00"), at("2026-10-26 00:00")).num_minutes(),
            150
        );
    }

    #[test]
    fn a_night_shift_is_open_past_midnight_and_counted_once() {
        let office = office("Fr 22:00-02:00");
        assert!(office.is_open(at("2026-11-21 01:59")));
        assert!(!office.is_open(at("2026-11-21 02:00")));
        assert_eq!(
            office.open_time_between(at("2026-11-21 00:30"), at("2026-11-22 00:00")).num_minutes(),
            90
        );
        let long: Office =
            Office { hours: Some("Fr 22:00-08:00; Sa 00:00-24:00".parse().unwrap()), ..office };
        assert_eq!(long.open_time_between(at("2026-11-20 22:00"), at("2026-11-22 00:00")).num_hours(), 26);
    }

    #[test]
    fn always_open_is_always_open() {
        let office = office("24/7");
        for when in ["2026-12-25 00:00", "2026-11-22 03:00", "2026-11-21 23:59"] {
            assert!(office.is_open(at(when)), "{when}");
        }
    }

    #[test]
    fn a_reply_is_due_at_the_closing_time_of_the_fifth_working_day_after_receipt() {
        let office = infoline();
        for (received, due) in [
            ("2026-11-16 09:00", "2026-11-23 17:00"),
            ("2026-11-16 23:59", "2026-11-23 17:00"),
            ("2026-11-20 16:59", "2026-11-27 17:00"),
            ("2026-11-20 17:01", "2026-11-27 17:00"),
            ("2026-11-21 10:00", "2026-11-27 17:00"),
            ("2026-11-22 10:00", "2026-11-27 17:00"),
            ("2026-11-23 00:00", "2026-11-30 17:00"),
            // Christmas on a Friday; 26 December and New Year's Day are no working days either.
            ("2026-12-21 10:00", "2026-12-29 17:00"),
            ("2026-12-24 10:00", "2027-01-04 17:00"),
            // Ascension and Whit Monday.
            ("2026-05-12 10:00", "2026-05-20 17:00"),
            ("2026-05-20 10:00", "2026-05-28 17:00"),
            // Easter Monday, across the change to summer time.
            ("2026-03-27 10:00", "2026-04-03 17:00"),
            ("2026-04-02 10:00", "2026-04-10 17:00"),
        ] {
            assert_eq!(office.due(at(received)), at(due), "{received}");
        }
    }

    #[test]
    fn the_promise_is_kept_up_to_the_last_moment() {
        let office = infoline();
        let received = at("2026-11-16 09:00");
        assert!(office.kept_promise(received, at("2026-11-23 17:00")));
        assert!(!office.kept_promise(received, at("2026-11-23 17:00") + Duration::seconds(1)));
    }

    #[test]
    fn zero_working_days_is_the_next_closing_time() {
        let office = infoline();
        assert_eq!(office.due_after(at("2026-11-20 10:00"), 0), at("2026-11-20 17:00"));
        assert_eq!(office.due_after(at("2026-11-20 17:00"), 0), at("2026-11-23 17:00"));
    }

    #[test]
    fn saturdays_are_no_working_days_even_when_open() {
        let office = office("Mo-Sa 09:00-12:00");
        assert!(!office.is_working_day(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()));
        assert_eq!(office.due(at("2026-11-20 10:00")), at("2026-11-27 12:00"));
    }

    #[test]
    fn weekdays_on_which_nobody_is_there_do_not_count() {
        let office = office("Tu,Th 09:00-12:00");
        assert_eq!(office.due_after(at("2026-11-23 10:00"), 2), at("2026-11-26 12:00"));
    }

    #[test]
    fn a_line_that_never_closes_is_due_at_midnight() {
        assert_eq!(office("24/7").due_after(at("2026-11-23 10:00"), 1), at("2026-11-25 00:00"));
    }

    #[test]
    fn working_days_between_agree_with_what_is_due() {
        let office = infoline();
        assert_eq!(office.working_days_between(at("2026-11-16 09:00"), at("2026-11-16 17:00")), 0);
        assert_eq!(office.working_days_between(at("2026-11-20 09:00"), at("2026-11-22 17:00")), 0);
        assert_eq!(office.working_days_between(at("2026-11-23 09:00"), at("2026-11-16 17:00")), 0);
        let mut received = at("2026-01-01 03:00");
        while received < at("2027-01-01 00:00") {
            assert_eq!(office.working_days_between(received, office.due(received)), 5, "{received}");
            assert!(office.is_open(office.due(received) - Duration::minutes(1)), "{received}");
            received += Duration::hours(13);
        }
    }

    #[test]
    fn open_time_adds_up_over_any_cut() {
        let office = infoline();
        let (a, c) = (at("2026-03-20 10:17"), at("2026-04-10 15:03"));
        let whole = office.open_time_between(a, c);
        let mut b = a;
        while b < c {
            assert_eq!(office.open_time_between(a, b) + office.open_time_between(b, c), whole, "{b}");
            b += Duration::minutes(397);
        }
    }
}
