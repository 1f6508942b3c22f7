//! Reading all records, in stretches: between two of them others may use the store.
//!
//! What is written while a reading goes on may be in it or not; who reads in several units of work looks at the [`Mark`] before the
//! first, and brings the result up to date afterwards ([`Work::figures_since`]).
//!
//! [`Mark`]: super::Mark
//! [`Work::figures_since`]: crate::records::Work::figures_since

use super::enquiries::{self, Times, Which};
use super::persons::Persons;
use super::{Sources, cell, referral};
use crate::StoreError;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, ReadLiveFigures};
use ariane_domain::purpose::{Basis, Purpose};
use ariane_figures::fact::{Facts, Words};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Records of one stretch: some dozens of milliseconds.
const STRETCH: u64 = 2_000;

/// Where a reading stands.
#[derive(Debug, Clone, Copy)]
enum Next {
    Enquiries(Option<Uuid>),
    Files(Option<Uuid>),
    End,
}

/// A reading that goes on.
#[derive(Debug)]
pub struct Reading {
    persons: Persons,
    words: Words,
    times: Times,
    enquiries: enquiries::Read,
    files: cell::Read,
    next: Next,
}

/// Everything that was read: facts with the ids behind them.
#[derive(Debug)]
pub struct Collected {
    /// Facts.
    pub facts: Facts,
    /// Ids behind them.
    pub sources: Sources,
    /// Who is who in them: for reading what changes afterwards.
    pub persons: Persons,
}

impl Work<'_> {
    pub(super) async fn figure_persons(
        &self,
        controller: Uuid,
        as_of: DateTime<Utc>,
    ) -> Result<Persons, StoreError> {
        let basis = self.records.register().basis(Purpose::Figures);
        let counts_objections = basis.is_none_or(|basis| basis == Basis::Interest);
        Persons::read(&self.transaction, controller, counts_objections, as_of).await
    }

    /// Begins to read all records, as they were known at a moment; requests from another moment on.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn begin_figures(
        &mut self,
        grant: &Grant<ReadLiveFigures>,
        from: DateTime<Utc>,
        as_of: DateTime<Utc>,
    ) -> Result<Reading, StoreError> {
        Ok(Reading {
            persons: self.figure_persons(grant.facts().controller, as_of).await?,
            words: Words::default(),
            times: Times { from, as_of },
            enquiries: enquiries::Read::default(),
            files: cell::Read::default(),
            next: Next::Enquiries(None),
        })
    }

    /// Reads one stretch more; gives whether there may be another.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn more_figures(
        &mut self,
        grant: &Grant<ReadLiveFigures>,
        reading: &mut Reading,
    ) -> Result<bool, StoreError> {
        let (db, controller) = (&self.transaction, grant.facts().controller);
        let known = (&mut reading.persons, &mut reading.words);
        reading.next = match reading.next {
            Next::Enquiries(after) => {
                let which = Which::After(after, STRETCH);
                let read = &mut reading.enquiries;
                let last = enquiries::read(db, controller, which, known, reading.times, read).await?;
                last.map_or(Next::Files(None), |last| Next::Enquiries(Some(last)))
            }
            Next::Files(after) => {
                let which = Which::After(after, STRETCH);
                let (as_of, read) = (reading.times.as_of, &mut reading.files);
                let last = cell::read(db, controller, which, known, as_of, read).await?;
                last.map_or(Next::End, |last| Next::Files(Some(last)))
            }
            Next::End => Next::End,
        };
        Ok(!matches!(reading.next, Next::End))
    }

    /// Ends a reading.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn end_figures(
        &mut self,
        grant: &Grant<ReadLiveFigures>,
        reading: Reading,
    ) -> Result<Collected, StoreError> {
        let (db, controller) = (&self.transaction, grant.facts().controller);
        let Reading { mut persons, mut words, times, enquiries, files, .. } = reading;
        let (meetings, meeting_ids) = cell::meetings(db, controller, times.as_of).await?;
        let (referrals, referral_ids) =
            referral::read(db, controller, (&mut persons, &mut words), times.as_of).await?;
        let (requests, enquiry_ids) =
            in_order(enquiries.enquiries, enquiries.enquiry_ids, |one| one.received_at);
        let (unmet, unmet_ids) = in_order(enquiries.unmet, enquiries.unmet_ids, |one| one.at);
        let (files, file_ids) = in_order(files.files, files.ids, |one| one.received_at);
        let sources = Sources {
            enquiries: enquiry_ids,
            unmet: unmet_ids,
            files: file_ids,
            meetings: meeting_ids,
            referrals: referral_ids,
        };
        let facts = Facts { enquiries: requests, unmet, files, meetings, referrals, words };
        Ok(Collected { facts, sources, persons })
    }

    /// Facts together with the ids of the records behind them, in one unit of work, for who keeps them in memory: each reading is
    /// then logged by itself ([`Work::log_figures`]).
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn figure_sources(
        &mut self,
        grant: &Grant<ReadLiveFigures>,
        from: DateTime<Utc>,
        as_of: DateTime<Utc>,
    ) -> Result<Collected, StoreError> {
        let mut reading = self.begin_figures(grant, from, as_of).await?;
        while self.more_figures(grant, &mut reading).await? {}
        self.end_figures(grant, reading).await
    }
}

/// Facts in the order of time, each with its id.
pub(super) fn in_order<T>(
    all: Vec<T>,
    ids: Vec<Uuid>,
    at: impl Fn(&T) -> DateTime<Utc>,
) -> (Vec<T>, Vec<Uuid>) {
    let mut pairs: Vec<(T, Uuid)> = all.into_iter().zip(ids).collect();
    pairs.sort_by_key(|(one, id)| (at(one), *id));
    pairs.into_iter().unzip()
}
