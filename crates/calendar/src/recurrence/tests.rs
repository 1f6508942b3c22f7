use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn luxembourg() -> Holidays {
    let rules = "01-01 easter+1 05-01 05-09 easter+39 easter+50 06-23 08-15 11-01 12-25 12-26";
    Holidays::read(rules.split(' ')).unwrap()
}

/// The RCP of human genetics of seed 000.
fn genetics() -> Recurrence {
    Recurrence {
        cadence: Cadence::Monthly { every: 1, nth: Nth::Second, on: Weekday::Tue },
        first: day("2021-02-09"),
        last: None,
        time: NaiveTime::from_hms_opt(14, 0, 0).unwrap(),
        minutes: 120,
        zone: Tz::Europe__Luxembourg,
        on_holiday: OnHoliday::NextWorkingDay,
        left_out: BTreeSet::new(),
        moved: BTreeMap::new(),
    }
}

fn weekly(on: &[Weekday], first: &str) -> Recurrence {
    let cadence = Cadence::Weekly { every: 1, on: on.to_vec() };
    Recurrence { cadence, first: day(first), ..genetics() }
}

#[test]
fn the_genetics_rcp_of_2021() {
    let found = genetics().moments(&luxembourg(), day("2021-01-01"), day("2021-12-31"));
    let days: Vec<String> = found.iter().map(|m| m.local.date().to_string()[5..].to_owned()).collect();
    let expected =
        ["02-09", "03-09", "04-13", "05-11", "06-08", "07-13", "08-10", "09-14", "10-12", "11-09", "12-14"];
    assert_eq!(days, expected);
    assert_eq!(found[0].starts_at.to_rfc3339(), "2021-02-09T13:00:00+00:00");
    assert_eq!(found[2].starts_at.to_rfc3339(), "2021-04-13T12:00:00+00:00", "summer time");
}

#[test]
fn a_holiday_moves_it_by_its_rule() {
    // 9 May 2023, Europe Day, was a second Tuesday.
    let on = |rule| {
        let series = Recurrence { on_holiday: rule, ..genetics() };
        series.moment(day("2023-05-09"), &luxembourg()).map(|m| (m.local.date(), m.shift))
    };
    assert_eq!(on(OnHoliday::Keep), Some((day("2023-05-09"), Shift::None)));
    assert_eq!(on(OnHoliday::Skip), None);
    assert_eq!(on(OnHoliday::NextWorkingDay), Some((day("2023-05-10"), Shift::Holiday)));
    assert_eq!(on(OnHoliday::PreviousWorkingDay), Some((day("2023-05-08"), Shift::Holiday)));
    assert_eq!(on(OnHoliday::WeekLater), Some((day("2023-05-16"), Shift::Holiday)));
}

#[test]
fn a_holiday_never_puts_two_meetings_on_one_day() {
    // Easter Monday 2026 is 6 April; the series meets on Tuesday anyway.
    let series = weekly(&[Weekday::Mon, Weekday::Tue], "2026-03-02");
    assert_eq!(series.moment(day("2026-04-06"), &luxembourg()), None);
    let later = Recurrence { on_holiday: OnHoliday::WeekLater, ..series };
    assert_eq!(later.moment(day("2026-04-06"), &luxembourg()), None);
    // Christmas on Thursday and Friday: both would go to Monday the 29th.
    let two = weekly(&[Weekday::Thu, Weekday::Fri], "2025-12-04");
    let on = |series: &Recurrence, text| series.moment(day(text), &luxembourg()).map(|m| m.local.date());
    assert_eq!(on(&two, "2025-12-25"), Some(day("2025-12-29")));
    assert_eq!(on(&two, "2025-12-26"), None);
    let mut by_hand = two;
    by_hand.moved.insert(day("2026-01-02"), day("2025-12-29").and_hms_opt(9, 0, 0).unwrap());
    assert_eq!(on(&by_hand, "2025-12-25"), None);
}

#[test]
fn what_was_decided_by_hand_goes_first() {
    let mut series = genetics();
    series.left_out.insert(day("2021-03-09"));
    series.moved.insert(day("2023-05-09"), day("2023-05-12").and_hms_opt(9, 30, 0).unwrap());
    assert_eq!(series.moment(day("2021-03-09"), &luxembourg()), None);
    let moved = series.moment(day("2023-05-09"), &luxembourg()).unwrap();
    assert_eq!((moved.shift, moved.local.to_string().as_str()), (Shift::ByHand, "2023-05-12 09:30:00"));
    let next = series.next(&luxembourg(), "2023-05-10T00:00:00Z".parse().unwrap()).unwrap();
    assert_eq!(next.nominal, day("2023-05-09"));
}

#[test]
fn every_second_week_is_counted_from_the_week_of_the_first_day() {
    let cadence = Cadence::Weekly { every: 2, on: vec![Weekday::Mon, Weekday::Thu] };
    let series = Recurrence { cadence, first: day("2026-01-08"), ..genetics() };
    let days: Vec<String> =
        series.nominal_days(day("2026-01-01")).take(4).map(|d| d.to_string()[5..].to_owned()).collect();
    assert_eq!(days, ["01-08", "01-19", "01-22", "02-02"]);
}

#[test]
fn what_is_no_recurrence_is_refused() {
    let never = Cadence::Weekly { every: 0, on: vec![Weekday::Tue] };
    let none = Cadence::Weekly { every: 1, on: Vec::new() };
    for (fault, series) in [
        (RecurrenceFault::Every, Recurrence { cadence: never, ..genetics() }),
        (RecurrenceFault::NoWeekday, Recurrence { cadence: none, ..genetics() }),
        (RecurrenceFault::FirstDay, Recurrence { first: day("2021-02-10"), ..genetics() }),
        (RecurrenceFault::LastDay, Recurrence { last: Some(day("2021-02-08")), ..genetics() }),
        (RecurrenceFault::Length, Recurrence { minutes: 0, ..genetics() }),
        (RecurrenceFault::Length, Recurrence { minutes: 1441, ..genetics() }),
    ] {
        assert_eq!(series.check(), Err(fault));
    }
    assert_eq!(genetics().check(), Ok(genetics()));
}

proptest! {
    #[test]
    fn no_meeting_that_a_rule_moved_falls_on_a_holiday_or_on_another(
        nth in 0usize..5, weekday in 0u8..7, rule in 0usize..4, month in 0u32..600,
    ) {
        let on = Weekday::try_from(weekday).unwrap();
        let rules = [OnHoliday::Skip, OnHoliday::NextWorkingDay, OnHoliday::PreviousWorkingDay, OnHoliday::WeekLater];
        let cadence = Cadence::Monthly { every: 1, nth: Nth::ALL[nth], on };
        let start = day("2021-01-01").checked_add_months(Months::new(month)).unwrap();
        let first = Nth::ALL[nth].day(start, on).unwrap();
        let series = Recurrence { cadence, first, on_holiday: rules[rule], ..genetics() }.check().unwrap();
        let holidays = luxembourg();
        let until = first.checked_add_months(Months::new(36)).unwrap();
        let found = series.moments(&holidays, first, until);
        let mut days = BTreeSet::new();
        for moment in &found {
            prop_assert!(!holidays.contains(moment.local.date()));
            prop_assert!(days.insert(moment.local.date()), "twice on {}", moment.local);
            prop_assert_eq!(moment.ends_at - moment.starts_at, TimeDelta::hours(2));
        }
        prop_assert!(found.len() >= 30);
    }
}
