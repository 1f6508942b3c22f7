//! What the jobs tell of themselves while they run: read by the page about health and by the monitor's figures.

use crate::desk::Desk;
use ariane_domain::health::{Job, Mailbox, Measured, Outbox, Part};
use ariane_store::StoreError;
use chrono::{DateTime, Utc};
use std::sync::{Mutex, PoisonError};

/// Name of the mark that says when a backup last ended, in seconds since 1970.
pub const BACKUP_MARK: &str = "backup/ended";

/// Shared by all jobs.
#[derive(Debug)]
pub struct Pulse(Mutex<Told>);

#[derive(Debug, Clone, Copy)]
struct Told {
    started_at: DateTime<Utc>,
    mailbox: Option<Mailbox>,
    sends_mail: bool,
    heads: Job,
    retention: Job,
}

impl Pulse {
    /// Of a program that starts now.
    pub fn new(started_at: DateTime<Utc>) -> Self {
        Self(Mutex::new(Told {
            started_at,
            mailbox: None,
            sends_mail: false,
            heads: Job::default(),
            retention: Job::default(),
        }))
    }

    fn change(&self, change: impl FnOnce(&mut Told)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn job(&self, part: Part, change: impl FnOnce(&mut Job)) {
        self.change(|told| match part {
            Part::Heads => change(&mut told.heads),
            Part::Retention => change(&mut told.retention),
            // These tell more than whether they ran.
            Part::Mailbox | Part::Outbox | Part::Backup => {}
        });
    }

    /// A run of a job ended well.
    pub fn worked(&self, part: Part, at: DateTime<Utc>) {
        self.job(part, |job| job.worked_at = Some(at));
    }

    /// A run of a job failed.
    pub fn failed(&self, part: Part, at: DateTime<Utc>) {
        self.job(part, |job| job.failed_at = Some(at));
    }

    /// How the mailbox stands; said once at the start, also where nothing has been read yet.
    pub fn mailbox(&self, mailbox: Mailbox) {
        self.change(|told| told.mailbox = Some(mailbox));
    }

    /// There is a server that takes outgoing mail.
    pub fn sends_mail(&self) {
        self.change(|told| told.sends_mail = true);
    }

    /// Joins what the jobs told with what the store knows: counts and times, no personal data.
    pub async fn measured(&self, desk: &Desk) -> Result<Measured, StoreError> {
        let backup = desk.records.store().mark(desk.controller, BACKUP_MARK).await?;
        let backup_at = backup.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        Ok(self.join(desk.records.outbox_state().await?, backup_at))
    }

    fn join(&self, outbox: Outbox, backup_at: Option<DateTime<Utc>>) -> Measured {
        let told = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Measured {
            started_at: told.started_at,
            mailbox: told.mailbox,
            sends_mail: told.sends_mail,
            outbox,
            heads: told.heads,
            retention: told.retention,
            backup_at,
        }
    }
}
