//! Waiting times in open hours, for many requests: the rule of [`Office`] asked once per day, not once per request.

use ariane_domain::office::Office;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// Openings and promises of an office over a stretch of days, laid out to be looked up.
#[derive(Debug, Clone)]
pub struct OpenHours<'o> {
    office: &'o Office,
    /// Openings in order, none overlapping: begin, end, and seconds of opening before it.
    openings: Vec<(i64, i64, i64)>,
    /// First moments of the days, and until when a reply to what comes on that day is due, where the hour does not matter.
    days: Vec<(i64, Option<DateTime<Utc>>)>,
    /// First moment after the last day.
    end: i64,
}

impl<'o> OpenHours<'o> {
    /// Lays out the days from the first to the last.
    pub fn new(office: &'o Office, first: NaiveDate, last: NaiveDate) -> Self {
        // An opening may have begun the evening before.
        let from = first.pred_opt().unwrap_or(first);
        let (mut openings, mut days) = (Vec::new(), Vec::new());
        let (mut before, mut until_now) = (0, i64::MIN);
        for day in from.iter_days().take_while(|day| *day <= last) {
            let begins = office.begins(day);
            let due = office.due(begins);
            days.push((
                begins.timestamp(),
                (office.due(begins + TimeDelta::hours(12)) == due).then_some(due),
            ));
            for (from, until) in office.openings(day) {
                let (from, until) = (from.timestamp().max(until_now), until.timestamp());
                if from < until {
                    openings.push((from, until, before));
                    before += until - from;
                    until_now = until;
                }
            }
        }
        let end = last.succ_opt().map_or(i64::MAX, |day| office.begins(day).timestamp());
        Self { office, openings, days, end }
    }

    /// Seconds of opening up to a moment.
    fn passed(&self, at: i64) -> i64 {
        let next = self.openings.partition_point(|(from, _, _)| *from <= at);
        let Some((from, until, before)) = next.checked_sub(1).and_then(|last| self.openings.get(last)) else {
            return 0;
        };
        before + at.min(*until) - from
    }

    fn holds(&self, at: i64) -> bool {
        self.days.get(1).is_some_and(|(first, _)| *first <= at) && at < self.end
    }

    /// [`Office::open_time_between`] in whole minutes.
    pub fn minutes_between(&self, a: DateTime<Utc>, b: DateTime<Utc>) -> u32 {
        let (from, until) = (a.timestamp(), b.timestamp());
        let seconds = if until <= from {
            0
        } else if self.holds(from) && self.holds(until) {
            self.passed(until) - self.passed(from)
        } else {
            self.office.open_time_between(a, b).num_seconds()
        };
        u32::try_from(seconds / 60).unwrap_or(u32::MAX)
    }

    /// [`Office::kept_promise`].
    pub fn kept_promise(&self, received: DateTime<Utc>, replied: DateTime<Utc>) -> bool {
        let at = received.timestamp();
        let next = self.days.partition_point(|(begins, _)| *begins <= at);
        let day = next.checked_sub(1).and_then(|day| self.days.get(day)).filter(|_| self.holds(at));
        // A promise within no day depends on the hour of receipt, and so does one that no working day ends.
        match day.and_then(|(_, due)| *due).filter(|_| self.office.promise.working_days > 0) {
            Some(due) => replied <= due,
            None => self.office.kept_promise(received, replied),
        }
    }
}
