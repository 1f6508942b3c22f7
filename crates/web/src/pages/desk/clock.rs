//! Times in words: since when somebody waits in open hours, until when a reply is promised.

use super::Desk;
use crate::text::TIME_OF_DAY;
use chrono::{DateTime, Duration, Utc};

/// A promise as it is shown.
#[derive(Debug, Clone, Default)]
pub struct Promise {
    /// For machines.
    pub machine: String,
    /// "by 27 November 17:00".
    pub text: String,
    /// Said in words when it is overdue or due today; else empty.
    pub warning: String,
    /// Whether it is overdue.
    pub is_overdue: bool,
}

impl Desk {
    /// A date and time at the helpline.
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.infoline.office.zone);
        let day = self.visit.t.date(local.date_naive());
        self.visit.t.ww("desk-moment", ("day", &day), ("time", &local.format(TIME_OF_DAY).to_string()))
    }

    /// A length of time in words, rounded down to what a listener can use.
    pub fn length(&self, time: Duration) -> String {
        let t = self.visit.t;
        let minutes = time.num_minutes().max(0);
        let number = |n: i64| usize::try_from(n).unwrap_or_default();
        if minutes < 60 {
            t.n("desk-minutes", number(minutes))
        } else {
            let (hours, rest) = (minutes / 60, minutes % 60);
            if hours < 10 && rest > 0 {
                let short = format!("{rest:02}");
                t.ww("desk-hours-minutes", ("hours", &hours.to_string()), ("minutes", &short))
            } else {
                t.n("desk-hours", number(hours))
            }
        }
    }

    /// How long somebody waited, counted in open hours.
    pub fn waited(&self, since: DateTime<Utc>, until: DateTime<Utc>) -> String {
        let office = &self.infoline.office;
        let is_known = office.hours.is_some();
        self.length(if is_known { office.open_time_between(since, until) } else { until - since })
    }

    /// When a reply is due that is promised now.
    pub fn due(&self, received: DateTime<Utc>) -> DateTime<Utc> {
        self.infoline.office.due(received)
    }

    /// A promise in words; what is not kept is said in words, not only in colour.
    pub fn promise(&self, due: DateTime<Utc>, is_waiting: bool) -> Promise {
        let t = self.visit.t;
        let day = |at: DateTime<Utc>| self.infoline.office.day(at);
        let is_overdue = is_waiting && due < self.now;
        let warning = if is_overdue {
            t.w("desk-overdue", "time", &self.waited(due, self.now))
        } else if is_waiting && day(due) == day(self.now) {
            t.s("desk-due-today")
        } else {
            String::new()
        };
        Promise { machine: due.to_rfc3339(), text: self.moment(due), warning, is_overdue }
    }
}
