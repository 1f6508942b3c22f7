//! Documents that a person sends through their private link (duty D50: before the meeting): they lie in the file that their request
//! became, and bring it back to the agenda.

use super::documents::NewDocument;
use crate::StoreError;
use crate::entities::{attachment, case_document as d, case_file, message};
use crate::records::Work;
use crate::records::cell::CellError;
use ariane_domain::access::grant::{FollowOwnEnquiry, Grant};
use ariane_domain::cell::document::{may_add, may_send};
use ariane_domain::cell::file::FileState;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

impl Work<'_> {
    async fn followed_file(
        &mut self,
        grant: &Grant<FollowOwnEnquiry>,
    ) -> Result<Option<case_file::Model>, StoreError> {
        let enquiry = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        self.file_of_enquiry(&enquiry).await
    }

    async fn documents_since(
        &self,
        row: &case_file::Model,
        author: Option<Uuid>,
        since: Option<DateTime<Utc>>,
    ) -> Result<usize, StoreError> {
        let mut found = d::Entity::find()
            .filter(d::Column::ControllerId.eq(row.controller_id))
            .filter(d::Column::FileId.eq(row.id));
        if let Some(author) = author {
            found = found.filter(d::Column::AuthorId.eq(author));
        }
        if let Some(since) = since {
            found = found.filter(d::Column::At.gt(since));
        }
        Ok(usize::try_from(found.count(&self.transaction).await?).unwrap_or(usize::MAX))
    }

    /// How many files went to the infoline with messages through this link since a moment.
    async fn attached_since(
        &self,
        grant: &Grant<FollowOwnEnquiry>,
        since: DateTime<Utc>,
    ) -> Result<usize, StoreError> {
        let controller = grant.facts().controller;
        let messages: Vec<Uuid> = message::Entity::find()
            .select_only()
            .column(message::Column::Id)
            .filter(message::Column::ControllerId.eq(controller))
            .filter(message::Column::EnquiryId.eq(grant.facts().enquiry))
            .filter(message::Column::Author.eq(grant.actor().pseudonym()))
            .filter(message::Column::At.gt(since))
            .into_tuple()
            .all(&self.transaction)
            .await?;
        let count = attachment::Entity::find()
            .filter(attachment::Column::ControllerId.eq(controller))
            .filter(attachment::Column::MessageId.is_in(messages))
            .count(&self.transaction)
            .await?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// Whether a document that the person sends now goes to a file of the cell.
    ///
    /// # Errors
    /// [`CellError::Rule`] where they sent too many within a day.
    pub async fn own_document_goes_to_file(
        &mut self,
        grant: &Grant<FollowOwnEnquiry>,
    ) -> Result<bool, CellError> {
        let yesterday = self.now - TimeDelta::days(1);
        let mut sent = self.attached_since(grant, yesterday).await?;
        let mut state = None;
        if let Some(row) = self.followed_file(grant).await? {
            let damaged = || StoreError::Damaged(row.id.to_string());
            state = Some(FileState::from_word(&row.state).ok_or_else(damaged)?);
            sent += self.documents_since(&row, Some(Uuid::nil()), Some(yesterday)).await?;
        }
        Ok(may_send(state, sent)?)
    }

    /// Keeps a document in the file that the request of the link became. Nobody of the staff is its author.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] where it goes to no file; [`CellError::Rule`].
    pub async fn send_own_document(
        &mut self,
        grant: &Grant<FollowOwnEnquiry>,
        new: &NewDocument<'_>,
    ) -> Result<Uuid, CellError> {
        if !self.own_document_goes_to_file(grant).await? {
            return Err(StoreError::NotThere.into());
        }
        let row = self.followed_file(grant).await?.ok_or(StoreError::NotThere)?;
        let there = self.documents_since(&row, None, None).await?;
        may_add(new.kind, new.bytes.len(), new.about, there)?;
        let id = self.insert_document(&row, Uuid::nil(), new).await?;
        self.case_event(grant, &row, "document-added", new.kind.word(), "").await?;
        self.look_after(&row).await?;
        self.log_case(grant, row.id).await?;
        Ok(id)
    }
}
