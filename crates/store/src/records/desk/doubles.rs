//! Enquiries that were one: the double is set aside with a link to the one that goes on, and nothing of it is lost.

use crate::StoreError;
use crate::entities::{enquiry, enquiry_event};
use crate::records::Work;
use ariane_domain::access::grant::{AnswerEnquiry, Grant};
use ariane_domain::enquiry::{Change, State};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

impl Work<'_> {
    /// The enquiry of a number; holds nothing personal.
    pub async fn enquiry_numbered(&self, controller: Uuid, number: i64) -> Result<Option<Uuid>, StoreError> {
        let row = enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(enquiry::Column::Number.eq(number))
            .one(&self.transaction)
            .await?;
        Ok(row.map(|r| r.id))
    }

    /// The number of an enquiry; holds nothing personal.
    pub async fn enquiry_number(&self, controller: Uuid, id: Uuid) -> Result<Option<i64>, StoreError> {
        let row = enquiry::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        Ok(row.map(|r| r.number))
    }

    /// The version of an enquiry, by which a page knows that it was changed meanwhile; holds nothing personal.
    pub async fn enquiry_version(&self, controller: Uuid, id: Uuid) -> Result<i32, StoreError> {
        Ok(self.enquiry_row(controller, Some(id)).await?.version)
    }

    /// Sets the grant's enquiry aside as a double of another, which goes on in its place.
    pub async fn merge_enquiry(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        version: i32,
        into: Uuid,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, grant.id()).await?;
        let other = self.enquiry_row(controller, Some(into)).await?;
        // The one that goes on is not itself set aside: chains of doubles are drawn to their end by the listener.
        if other.id == row.id || other.merged_into.is_some() {
            return Err(StoreError::NotPossible);
        }
        self.apply(grant, &row, version, Change::Merge).await?;
        let set = enquiry::ActiveModel { merged_into: Set(Some(into)), ..Default::default() };
        self.write_version(&row, version + 1, set).await?;
        self.event(controller, into, "double-joined", "", &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }

    /// Takes that back: the enquiry stands where it stood before.
    pub async fn part_enquiry(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        version: i32,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, grant.id()).await?;
        let former = enquiry_event::Entity::find()
            .filter(enquiry_event::Column::ControllerId.eq(controller))
            .filter(enquiry_event::Column::EnquiryId.eq(row.id))
            .filter(enquiry_event::Column::Kind.eq(Change::Merge.word()))
            .order_by_desc(enquiry_event::Column::At)
            .order_by_desc(enquiry_event::Column::Id)
            .one(&self.transaction)
            .await?
            .and_then(|e| State::from_word(&e.detail))
            .ok_or(StoreError::NotPossible)?;
        self.apply(grant, &row, version, Change::Unmerge { former }).await?;
        self.note(grant).await
    }

    /// Numbers of the doubles that were set aside for an enquiry.
    pub async fn doubles_of(&self, controller: Uuid, id: Uuid) -> Result<Vec<(Uuid, i64)>, StoreError> {
        let rows = enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(enquiry::Column::MergedInto.eq(id))
            .order_by_asc(enquiry::Column::Number)
            .all(&self.transaction)
            .await?;
        Ok(rows.into_iter().map(|r| (r.id, r.number)).collect())
    }
}
