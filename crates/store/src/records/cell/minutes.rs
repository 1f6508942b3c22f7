//! Steps that a meeting proposes: part of its minutes, so a new one takes earlier signatures away.

use super::CellError;
use super::steps::{NewStep, StepText, open_step};
use crate::StoreError;
use crate::entities::{case_file, case_step, cell_item};
use crate::records::Work;
use ariane_domain::access::grant::{Grant, HoldMeeting, WriteCase};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use uuid::Uuid;

impl Work<'_> {
    /// Proposes a step about an item. `today` is the day at the office.
    ///
    /// # Errors
    /// [`CellError::Rule`] when the minutes are closed, and what [`Work::propose_step`] refuses.
    pub async fn propose_in_meeting(
        &mut self,
        grant: &Grant<HoldMeeting>,
        case: &Grant<WriteCase>,
        item: Uuid,
        new: &NewStep<'_>,
        today: NaiveDate,
    ) -> Result<Uuid, CellError> {
        let row = self.item_row(grant, item).await?;
        if case.id() != Some(row.file_id) {
            return Err(StoreError::NotThere.into());
        }
        self.edit_minutes(grant).await?;
        self.write_item(&row, cell_item::ActiveModel::default()).await?;
        self.propose_step(case, &NewStep { meeting: grant.id(), ..*new }, today).await
    }

    /// The steps that a meeting proposed about these files, with the file of each.
    pub async fn meeting_steps(
        &mut self,
        grant: &Grant<HoldMeeting>,
        files: &[Uuid],
    ) -> Result<Vec<(Uuid, StepText)>, StoreError> {
        let (controller, meeting) = (grant.facts().controller, grant.id().ok_or(StoreError::NotThere)?);
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let rows = case_step::Entity::find()
            .filter(case_step::Column::ControllerId.eq(controller))
            .filter(case_step::Column::FileId.is_in(files.iter().copied()))
            .filter(case_step::Column::MeetingId.eq(meeting))
            .order_by_asc(case_step::Column::Due)
            .order_by_asc(case_step::Column::Id)
            .all(&self.transaction)
            .await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let subjects: HashMap<Uuid, Uuid> = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Id.is_in(rows.iter().map(|row| row.file_id)))
            .all(&self.transaction)
            .await?
            .into_iter()
            .map(|file| (file.id, file.subject_id))
            .collect();
        self.load_keys(&subjects.values().copied().collect::<Vec<_>>()).await?;
        let mut steps = Vec::new();
        for row in rows {
            let file = row.file_id;
            // The words of an erased person are gone with their key.
            if let Some(key) = subjects.get(&file).and_then(|subject| self.loaded_key(*subject)) {
                steps.push((file, open_step(key, row)?));
            }
        }
        Ok(steps)
    }
}
