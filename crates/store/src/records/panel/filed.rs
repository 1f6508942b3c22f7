//! The outcome of a panel among the documents of its file, as a paper that whoever follows the file finds there.

use super::told;
use crate::StoreError;
use crate::entities::{case_file, panel as p};
use crate::records::Work;
use crate::records::care::documents::NewDocument;
use crate::records::cell::{CellError, staff};
use ariane_domain::access::grant::{Grant, PreparePanel};
use ariane_domain::cell::document::may_add;
use ariane_domain::cell::told::Told;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;

impl Work<'_> {
    /// Puts the outcome among the documents of the file, once; `paper` is set from what was closed or written down. It goes into no copy
    /// of the person's data before a clinician explained this outcome (duty D2).
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-possible` before there is an outcome, `panel-filed-already`, `document-too-many`;
    /// [`StoreError::Conflict`].
    pub async fn file_panel_outcome(
        &mut self,
        grant: &Grant<PreparePanel>,
        version: i32,
        paper: &NewDocument<'_>,
    ) -> Result<Uuid, CellError> {
        let row = self.panel_row(grant.facts().controller, grant.id()).await?;
        if row.sealed_outcome.is_none() {
            return Err(CellError::Rule("not-possible"));
        }
        if row.document_id.is_some() {
            return Err(CellError::Rule("panel-filed-already"));
        }
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        let there = self.documents_of(&file).await?.len();
        may_add(paper.kind, paper.bytes.len(), paper.about, there)?;
        let document = self.insert_document(&file, staff(grant)?.account, paper).await?;
        let set = p::ActiveModel { document_id: Set(Some(document)), ..Default::default() };
        self.write_panel(&row, Some(version), set).await?;
        let actor = grant.actor().pseudonym();
        self.panel_event(&row, ("filed", "", ""), None, (actor, None)).await?;
        self.case_event(grant, &file, "document-added", paper.kind.word(), "").await?;
        self.log_case(grant, file.id).await?;
        Ok(document)
    }

    /// What was said to the person of each outcome that lies among the documents of a file, by document.
    pub(in crate::records) async fn told_of_filed(
        &self,
        file: &case_file::Model,
    ) -> Result<HashMap<Uuid, Told>, StoreError> {
        let rows = self.panel_rows_of(file).await?;
        rows.iter().filter_map(|row| row.document_id.map(|id| Ok((id, told(row)?)))).collect()
    }

    /// A document that was taken away is no longer the outcome of a panel: it may be put there again.
    pub(in crate::records) async fn outcome_taken_away(
        &self,
        file: &case_file::Model,
        document: Uuid,
    ) -> Result<(), StoreError> {
        p::Entity::update_many()
            .set(p::ActiveModel { document_id: Set(None), ..Default::default() })
            .filter(p::Column::ControllerId.eq(file.controller_id))
            .filter(p::Column::FileId.eq(file.id))
            .filter(p::Column::DocumentId.eq(document))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }
}
