//! How figures of all records come to be at hand: read in stretches, or, knowing earlier ones, by what was written since. Answers go on
//! meanwhile.

use super::memory::{Known, READ_AT_ONCE};
use crate::desk::Desk;
use ariane_domain::access::grant::{Grant, ReadLiveFigures};
use ariane_domain::access::{Actor, Facts};
use ariane_domain::office::Office;
use ariane_figures::period::beginning;
use ariane_store::StoreError;
use ariane_store::figures::{Collected, Mark, Reading};
use ariane_store::records::{Records, Work};
use chrono::{DateTime, Utc};
use std::sync::Arc;
use uuid::Uuid;

/// Whose records are read, and with which office.
#[derive(Debug, Clone, Copy)]
pub struct Source<'s> {
    /// The organisation that answers for them.
    pub controller: Uuid,
    /// Records.
    pub records: &'s Records,
    /// Its zone bounds the days, its hours the waiting times.
    pub office: &'s Office,
}

impl<'d> From<&'d Desk> for Source<'d> {
    fn from(desk: &'d Desk) -> Self {
        Self { controller: desk.controller, records: &desk.records, office: &desk.office }
    }
}

impl Source<'_> {
    /// The grant of the program itself: who looks at figures is logged when they look.
    fn grant(&self, work: &Work<'_>) -> Result<Grant<ReadLiveFigures>, StoreError> {
        let about = Facts::of_all(self.controller, "figures");
        work.grant(&Actor::System("figures"), about).map_err(|_| StoreError::NotPossible)
    }

    /// Whether there are so many records that nobody waits for their reading.
    pub(super) async fn are_many(&self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let mut work = self.records.begin(now).await?;
        let allowed = self.grant(&work)?;
        let are_many = work.has_more_enquiries(&allowed, READ_AT_ONCE as u64).await?;
        work.commit().await?;
        Ok(are_many)
    }

    /// Reads all records as of a moment, each stretch in a unit of work of its own.
    async fn collected(
        &self,
        now: DateTime<Utc>,
        as_of: DateTime<Utc>,
    ) -> Result<(Mark, Collected), StoreError> {
        let mut work = self.records.begin(now).await?;
        let allowed = self.grant(&work)?;
        let mark = work.figure_mark(&allowed).await?;
        let mut reading: Reading = work.begin_figures(&allowed, beginning(), as_of).await?;
        while work.more_figures(&allowed, &mut reading).await? {
            work.commit().await?;
            work = self.records.begin(now).await?;
        }
        let collected = work.end_figures(&allowed, reading).await?;
        work.commit().await?;
        Ok((mark, collected))
    }

    /// Reads all records as of a moment, lays them out, and counts what was asked of older figures last.
    pub(super) async fn read(
        &self,
        now: DateTime<Utc>,
        as_of: DateTime<Utc>,
        older: Option<Arc<Known>>,
    ) -> Result<Known, StoreError> {
        let (mark, collected) = self.collected(now, as_of).await?;
        let (controller, office) = (self.controller, self.office.clone());
        let known = tokio::task::spawn_blocking(move || {
            let known = Known::new(controller, (mark, now), as_of, collected, &office);
            if let Some(older) = older {
                known.recount(&older, &office);
            }
            known
        });
        known.await.map_err(|_| StoreError::NotPossible)
    }

    /// What was written since figures were read, brought into them; none where everything has to be read again.
    pub(super) async fn brought_into(
        &self,
        known: &Arc<Known>,
        now: DateTime<Utc>,
    ) -> Result<Option<Known>, StoreError> {
        if now < known.as_of {
            return Ok(None);
        }
        let mut work = self.records.begin(now).await?;
        let allowed = self.grant(&work)?;
        let mark = work.figure_mark(&allowed).await?;
        let at_hand = (&known.persons, known.ledger.words());
        let since = work.figures_since(&allowed, &known.mark, at_hand, beginning(), now).await?;
        work.commit().await?;
        let Some((changes, persons)) = since else { return Ok(None) };
        let (known, office) = (known.clone(), self.office.clone());
        let renewed = tokio::task::spawn_blocking(move || {
            let ledger = known.ledger.renewed(changes, &super::setting(&office, now));
            let renewed = known.with((ledger, persons), mark, now);
            renewed.recount(&known, &office);
            renewed
        });
        renewed.await.map(Some).map_err(|_| StoreError::NotPossible)
    }
}
