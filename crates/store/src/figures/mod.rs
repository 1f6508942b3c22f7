//! What figures are computed from: codes and times of records. No sealed column is read, no key is asked for; what an erased
//! person left is read as before. What counts, and how, is the business of `ariane_figures`.

mod behind;
mod cell;
pub mod editions;
mod enquiries;
mod mark;
mod persons;
pub mod readers;
mod reading;
mod referral;
mod since;

pub use behind::{CaseHead, EnquiryHead, MeetingHead, ReferralHead};
pub(crate) use enquiries::former_codes;
pub use mark::Mark;
pub use persons::Persons;
pub use reading::{Collected, Reading};

use crate::StoreError;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, ReadLiveFigures};
use ariane_figures::count::ledger::Keys;
use ariane_figures::fact::Facts;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Ids of the records behind facts, each list in the order of the facts.
pub type Sources = Keys<Uuid>;

impl Work<'_> {
    /// Facts of all records, as they were known at a moment; requests from another moment on. Reading figures is an entry in
    /// the log.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn figure_facts(
        &mut self,
        grant: &Grant<ReadLiveFigures>,
        from: DateTime<Utc>,
        as_of: DateTime<Utc>,
    ) -> Result<Facts, StoreError> {
        self.log_figures(grant).await?;
        Ok(self.figure_sources(grant, from, as_of).await?.facts)
    }

    /// Writes down that figures were read, where they come out of memory.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn log_figures(&mut self, grant: &Grant<ReadLiveFigures>) -> Result<(), StoreError> {
        self.log(grant, "figures").await
    }
}
