//! How the parts that work by themselves stand: mailbox, outbox, jobs, log, backups. What is measured is judged here, so that
//! the page, the figures for a monitor and a test say the same.

use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};

stable_words! {
    /// A part that works by itself.
    pub enum Part in "health-part" {
        /// Reading the mailbox.
        Mailbox = "mailbox",
        /// Sending mail.
        Outbox = "outbox",
        /// The signed daily head of the log (job).
        Heads = "heads",
        /// Erasures that are due (job).
        Retention = "retention",
        /// Copies of records and keys.
        Backup = "backup",
    }
}

stable_words! {
    /// What somebody has to do.
    pub enum Level in "health-level" {
        /// Nothing.
        Fine = "fine",
        /// Look at it today.
        Watch = "watch",
        /// Act now: requests or data are at risk.
        Act = "act",
    }
}

stable_words! {
    /// What is the matter.
    pub enum Matter in "health-matter" {
        /// It works.
        Works = "works",
        /// It has not had time to run since the start.
        Starting = "starting",
        /// Not in the settings.
        NotSetUp = "not-set-up",
        /// The server cannot be reached or refuses us.
        Unreachable = "unreachable",
        /// Messages that cannot be stored stay in the mailbox.
        Stuck = "stuck",
        /// Mail waits longer than it should.
        Slow = "slow",
        /// Mail was given up: somebody must reach the person in another way.
        GivenUp = "given-up",
        /// It has not run when it should have.
        Silent = "silent",
        /// Its last run failed.
        Failed = "failed",
        /// There is no backup.
        NoBackup = "no-backup",
        /// The last backup is old.
        OldBackup = "old-backup",
    }
}

/// How one part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Part.
    pub part: Part,
    /// What somebody has to do.
    pub level: Level,
    /// What is the matter.
    pub matter: Matter,
    /// When it last worked.
    pub worked_at: Option<DateTime<Utc>>,
    /// How many things wait for somebody; 0 where nothing is counted.
    pub count: u64,
}

/// What the reader of the mailbox tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mailbox {
    /// When the server last answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// Failed attempts in a row.
    pub failures: u32,
    /// Messages that are refused again and again.
    pub stuck: u32,
    /// Messages too large to be fetched.
    pub too_large: u64,
}

/// What stands in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outbox {
    /// Waiting.
    pub waiting: u64,
    /// When the oldest of them was written.
    pub oldest: Option<DateTime<Utc>>,
    /// Given up.
    pub given_up: u64,
    /// When one last went out.
    pub sent_at: Option<DateTime<Utc>>,
}

/// What a job tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Job {
    /// When a run last ended well.
    pub worked_at: Option<DateTime<Utc>>,
    /// When a run last failed.
    pub failed_at: Option<DateTime<Utc>>,
}

/// Everything that is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// When the program started.
    pub started_at: DateTime<Utc>,
    /// The mailbox, where one is set up.
    pub mailbox: Option<Mailbox>,
    /// Whether mail can go out.
    pub sends_mail: bool,
    /// The outbox.
    pub outbox: Outbox,
    /// The job of heads.
    pub heads: Job,
    /// The job of erasures.
    pub retention: Job,
    /// When the last backup ended.
    pub backup_at: Option<DateTime<Utc>>,
}

/// From when on something is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// A mail server that does not answer: a request may wait there unread.
    pub mailbox: TimeDelta,
    /// A mail that waits: worth a look.
    pub outbox: TimeDelta,
    /// A mail that waits: somebody acts.
    pub outbox_most: TimeDelta,
    /// A job that should have run.
    pub job: TimeDelta,
    /// A backup: worth a look. A daily one that was missed once.
    pub backup: TimeDelta,
    /// A backup: somebody acts.
    pub backup_most: TimeDelta,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            mailbox: TimeDelta::minutes(15),
            outbox: TimeDelta::minutes(15),
            outbox_most: TimeDelta::hours(4),
            job: TimeDelta::hours(3),
            backup: TimeDelta::hours(36),
            backup_most: TimeDelta::days(7),
        }
    }
}

impl Measured {
    /// How every part stands at a moment, in the order in which they are shown.
    pub fn judge(&self, patience: &Patience, now: DateTime<Utc>) -> [Standing; 5] {
        [
            self.mailbox(patience, now),
            self.outbox(patience, now),
            self.job(Part::Heads, self.heads, patience, now),
            self.job(Part::Retention, self.retention, patience, now),
            self.backup(patience, now),
        ]
    }

    fn mailbox(&self, patience: &Patience, now: DateTime<Utc>) -> Standing {
        let stand = |level, matter, worked_at, count| Standing {
            part: Part::Mailbox,
            level,
            matter,
            worked_at,
            count,
        };
        let Some(mailbox) = self.mailbox else {
            return stand(Level::Watch, Matter::NotSetUp, None, 0);
        };
        let last = mailbox.answered_at.unwrap_or(self.started_at);
        let left = u64::from(mailbox.stuck) + mailbox.too_large;
        if mailbox.failures > 0 && now - last > patience.mailbox {
            stand(Level::Act, Matter::Unreachable, mailbox.answered_at, 0)
        } else if left > 0 {
            stand(Level::Act, Matter::Stuck, mailbox.answered_at, left)
        } else if mailbox.failures > 0 {
            stand(Level::Watch, Matter::Unreachable, mailbox.answered_at, 0)
        } else if mailbox.answered_at.is_none() {
            stand(Level::Fine, Matter::Starting, None, 0)
        } else {
            stand(Level::Fine, Matter::Works, mailbox.answered_at, 0)
        }
    }

    fn outbox(&self, patience: &Patience, now: DateTime<Utc>) -> Standing {
        let outbox = self.outbox;
        let stand = |level, matter, count| Standing {
            part: Part::Outbox,
            level,
            matter,
            worked_at: outbox.sent_at,
            count,
        };
        let waits = outbox.oldest.map_or(TimeDelta::zero(), |oldest| now - oldest);
        if !self.sends_mail {
            // Without a mail server each waiting letter is a person who is not written to.
            let level = if outbox.waiting > 0 { Level::Act } else { Level::Watch };
            stand(level, Matter::NotSetUp, outbox.waiting)
        } else if waits > patience.outbox_most {
            stand(Level::Act, Matter::Slow, outbox.waiting)
        } else if outbox.given_up > 0 {
            stand(Level::Act, Matter::GivenUp, outbox.given_up)
        } else if waits > patience.outbox {
            stand(Level::Watch, Matter::Slow, outbox.waiting)
        } else {
            stand(Level::Fine, Matter::Works, outbox.waiting)
        }
    }

    fn job(&self, part: Part, job: Job, patience: &Patience, now: DateTime<Utc>) -> Standing {
        let stand = |level, matter| Standing { part, level, matter, worked_at: job.worked_at, count: 0 };
        let last = job.worked_at.unwrap_or(self.started_at);
        if job.failed_at.is_some_and(|failed| failed >= last) {
            stand(Level::Act, Matter::Failed)
        } else if now - last > patience.job {
            stand(Level::Act, Matter::Silent)
        } else if job.worked_at.is_none() {
            stand(Level::Fine, Matter::Starting)
        } else {
            stand(Level::Fine, Matter::Works)
        }
    }

    fn backup(&self, patience: &Patience, now: DateTime<Utc>) -> Standing {
        let stand = |level, matter| Standing {
            part: Part::Backup,
            level,
            matter,
            worked_at: self.backup_at,
            count: 0,
        };
        match self.backup_at.map(|at| now - at) {
            None => stand(Level::Act, Matter::NoBackup),
            Some(age) if age > patience.backup_most => stand(Level::Act, Matter::OldBackup),
            Some(age) if age > patience.backup => stand(Level::Watch, Matter::OldBackup),
            Some(_) => stand(Level::Fine, Matter::Works),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn noon() -> DateTime<Utc> {
        at("2026-11-23T12:00:00Z")
    }

    fn well() -> Measured {
        let before = noon() - TimeDelta::minutes(1);
        let job = Job { worked_at: Some(before), failed_at: None };
        Measured {
            started_at: noon() - TimeDelta::days(3),
            mailbox: Some(Mailbox { answered_at: Some(before), ..Mailbox::default() }),
            sends_mail: true,
            outbox: Outbox { waiting: 1, oldest: Some(before), given_up: 0, sent_at: Some(before) },
            heads: job,
            retention: job,
            backup_at: Some(noon() - TimeDelta::hours(12)),
        }
    }

    fn of(measured: &Measured, part: Part) -> (Level, Matter) {
        let all = measured.judge(&Patience::default(), noon());
        let one = all.into_iter().find(|s| s.part == part).unwrap();
        (one.level, one.matter)
    }

    #[test]
    fn what_works_is_fine_and_every_part_is_told() {
        let all = well().judge(&Patience::default(), noon());
        assert_eq!(all.map(|s| s.part), Part::ALL);
        assert!(all.iter().all(|s| s.level == Level::Fine && s.matter == Matter::Works));
    }

    #[test]
    fn a_mail_server_that_went_away_is_watched_first_and_acted_upon_after_a_quarter_of_an_hour() {
        let with = |minutes, failures, stuck| {
            let answered_at = Some(noon() - TimeDelta::minutes(minutes));
            let mailbox = Mailbox { answered_at, failures, stuck, too_large: 0 };
            of(&Measured { mailbox: Some(mailbox), ..well() }, Part::Mailbox)
        };
        assert_eq!(with(15, 3, 0), (Level::Watch, Matter::Unreachable));
        assert_eq!(with(16, 3, 0), (Level::Act, Matter::Unreachable));
        // A quiet hour without failures is IDLE doing its work.
        assert_eq!(with(60, 0, 0), (Level::Fine, Matter::Works));
        assert_eq!(with(1, 0, 2), (Level::Act, Matter::Stuck));
    }

    #[test]
    fn a_message_too_large_to_be_fetched_is_somebodys_request() {
        let mailbox = Mailbox { too_large: 1, ..well().mailbox.unwrap() };
        let measured = Measured { mailbox: Some(mailbox), ..well() };
        assert_eq!(of(&measured, Part::Mailbox), (Level::Act, Matter::Stuck));
    }

    #[test]
    fn mail_that_waits_or_was_given_up_is_told() {
        let with = |minutes, given_up| {
            let oldest = Some(noon() - TimeDelta::minutes(minutes));
            of(&Measured { outbox: Outbox { oldest, given_up, ..well().outbox }, ..well() }, Part::Outbox)
        };
        assert_eq!(with(5, 0), (Level::Fine, Matter::Works));
        assert_eq!(with(30, 0), (Level::Watch, Matter::Slow));
        assert_eq!(with(300, 0), (Level::Act, Matter::Slow));
        assert_eq!(with(1, 1), (Level::Act, Matter::GivenUp));
        let without = Measured { sends_mail: false, ..well() };
        assert_eq!(of(&without, Part::Outbox), (Level::Act, Matter::NotSetUp));
    }

    #[test]
    fn a_job_that_failed_or_fell_silent_is_told_until_it_works_again() {
        let with = |worked: Option<i64>, failed: Option<i64>| {
            let ago = |minutes: i64| noon() - TimeDelta::minutes(minutes);
            let heads = Job { worked_at: worked.map(ago), failed_at: failed.map(ago) };
            of(&Measured { heads, ..well() }, Part::Heads)
        };
        assert_eq!(with(Some(10), Some(20)), (Level::Fine, Matter::Works));
        assert_eq!(with(Some(20), Some(10)), (Level::Act, Matter::Failed));
        assert_eq!(with(Some(181), None), (Level::Act, Matter::Silent));
        // Started three days ago and never ran.
        assert_eq!(with(None, None), (Level::Act, Matter::Silent));
        let fresh = Measured { started_at: noon(), heads: Job::default(), ..well() };
        assert_eq!(of(&fresh, Part::Heads), (Level::Fine, Matter::Starting));
    }

    #[test]
    fn a_missing_or_old_backup_is_told() {
        let with = |hours: Option<i64>| {
            let backup_at = hours.map(|hours| noon() - TimeDelta::hours(hours));
            of(&Measured { backup_at, ..well() }, Part::Backup)
        };
        assert_eq!(with(None), (Level::Act, Matter::NoBackup));
        assert_eq!(with(Some(36)), (Level::Fine, Matter::Works));
        assert_eq!(with(Some(37)), (Level::Watch, Matter::OldBackup));
        assert_eq!(with(Some(24 * 8)), (Level::Act, Matter::OldBackup));
    }
}
