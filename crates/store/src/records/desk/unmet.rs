//! The ledger of what could not be given.

use super::account_of;
use crate::StoreError;
use crate::entities::unmet_need;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{AnswerEnquiry, Grant, ReadEnquiry, ReadUnmetNeeds};
use ariane_domain::enquiry::{UnmetFault, UnmetNeed, UnmetReason};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

const TABLE: &str = "unmet_need";

/// An entry with its note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// What and why.
    pub entry: UnmetNeed,
    /// Note.
    pub note: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// How often a need was not met for a reason; no person is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmetCount {
    /// What and why.
    pub entry: UnmetNeed,
    /// How often.
    pub count: u64,
}

fn read(need: &str, reason: &str) -> Option<UnmetNeed> {
    Some(UnmetNeed { need: need.parse().ok()?, reason: UnmetReason::from_word(reason)? })
}

impl Work<'_> {
    async fn unmet_rows(
        &self,
        controller: Uuid,
        enquiry: Uuid,
    ) -> Result<Vec<unmet_need::Model>, StoreError> {
        Ok(unmet_need::Entity::find()
            .filter(unmet_need::Column::ControllerId.eq(controller))
            .filter(unmet_need::Column::EnquiryId.eq(enquiry))
            .order_by_asc(unmet_need::Column::At)
            .all(&self.transaction)
            .await?)
    }

    /// Records what could not be given; the inner error says what is wrong with the entry.
    pub async fn record_unmet(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        entry: UnmetNeed,
        note: &str,
    ) -> Result<Result<(), UnmetFault>, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        let known: Vec<UnmetNeed> = self
            .unmet_rows(row.controller_id, row.id)
            .await?
            .iter()
            .filter_map(|r| read(&r.need, &r.reason))
            .collect();
        if let Err(fault) = entry.check(&known, note) {
            return Ok(Err(fault));
        }
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        unmet_need::Entity::insert(unmet_need::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            enquiry_id: Set(row.id),
            need: Set(entry.need.to_string()),
            reason: Set(entry.reason.word().to_owned()),
            sealed_note: Set(seal_text(&key, TABLE, "sealed_note", id, note.trim())?),
            author_id: Set(account_of(grant)?),
            at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        let actor = grant.actor().pseudonym();
        self.event(row.controller_id, row.id, "unmet", entry.reason.word(), &actor).await?;
        self.note(grant).await?;
        Ok(Ok(()))
    }

    /// What could not be given for an enquiry.
    pub async fn unmet_of(&mut self, grant: &Grant<ReadEnquiry>) -> Result<Vec<Unmet>, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        let key = self.key(row.subject_id).await?;
        let rows = self.unmet_rows(row.controller_id, row.id).await?;
        let entries = rows.iter().filter_map(|r| {
            let entry = read(&r.need, &r.reason)?;
            let note = open_text(&key, TABLE, "sealed_note", r.id, r.sealed_note.as_deref());
            Some(note.map(|note| Unmet { entry, note, at: r.at }))
        });
        entries.collect()
    }

    /// The ledger in numbers since a time, most frequent first: no person, no note.
    pub async fn unmet_counts(
        &mut self,
        grant: &Grant<ReadUnmetNeeds>,
        since: DateTime<Utc>,
    ) -> Result<Vec<UnmetCount>, StoreError> {
        use unmet_need::Column as C;
        let controller = grant.facts().controller;
        self.log(grant, "office").await?;
        let pairs: Vec<(String, String)> = unmet_need::Entity::find()
            .select_only()
            .columns([C::Need, C::Reason])
            .filter(C::ControllerId.eq(controller))
            .filter(C::At.gte(since))
            .distinct()
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let mut counts = Vec::new();
        for (need, reason) in pairs {
            let Some(entry) = read(&need, &reason) else { continue };
            let count = unmet_need::Entity::find()
                .filter(C::ControllerId.eq(controller))
                .filter(C::At.gte(since))
                .filter(C::Need.eq(need))
                .filter(C::Reason.eq(reason))
                .count(&self.transaction)
                .await?;
            counts.push(UnmetCount { entry, count });
        }
        counts.sort_by(|a, b| b.count.cmp(&a.count).then(a.entry.cmp(&b.entry)));
        Ok(counts)
    }
}
