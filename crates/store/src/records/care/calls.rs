//! Calls that are owed to a person, and what came of each.

use crate::StoreError;
use crate::entities::{care_call as c, case_file};
use crate::records::cell::{CellError, staff};
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Grant, ManagePeople, WriteCase};
use ariane_domain::cell::callback::{CallState, owed_by};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

pub(super) const TABLE: &str = "care_call";

/// A call with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Id.
    pub id: Uuid,
    /// Who calls.
    pub owner: Uuid,
    /// Day by which.
    pub due: NaiveDate,
    /// Where it stands.
    pub state: CallState,
    /// When it ended, and who wrote that down.
    pub ended: Option<(DateTime<Utc>, Uuid)>,
    /// What it is about.
    pub text: String,
    /// What came of it.
    pub outcome: String,
    /// Version.
    pub version: i32,
}

impl Work<'_> {
    pub(super) async fn open_calls(&mut self, row: &case_file::Model) -> Result<Vec<Call>, StoreError> {
        let rows = c::Entity::find()
            .filter(c::Column::ControllerId.eq(row.controller_id))
            .filter(c::Column::FileId.eq(row.id))
            .order_by_asc(c::Column::Due)
            .order_by_asc(c::Column::Id)
            .all(&self.transaction)
            .await?;
        self.open_sealed(
            row,
            TABLE,
            rows,
            |one| one.id,
            |one, open| {
                Ok(Call {
                    state: open.word(CallState::from_word, &one.state)?,
                    text: open.text("sealed_text", &one.sealed_text)?,
                    outcome: open.text("sealed_outcome", &one.sealed_outcome)?,
                    id: one.id,
                    owner: one.owner_id,
                    due: one.due,
                    ended: one.ended_at.zip(one.ended_by),
                    version: one.version,
                })
            },
        )
        .await
    }

    /// Writes down that somebody owes the person a call. `today` is the day at the office.
    pub async fn owe_call(
        &mut self,
        grant: &Grant<WriteCase>,
        owner: Uuid,
        due: NaiveDate,
        about: &str,
        today: NaiveDate,
    ) -> Result<Uuid, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        if about.trim().is_empty() {
            return Err(CellError::Rule("empty"));
        }
        if row.state == "died" {
            return Err(CellError::Rule("not-possible"));
        }
        let due = owed_by(due, today)?;
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        c::Entity::insert(c::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            owner_id: Set(owner),
            due: Set(due),
            state: Set(CallState::Owed.word().to_owned()),
            owed_at: Set(self.now),
            ended_at: Set(None),
            ended_by: Set(None),
            version: Set(1),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, about.trim())?),
            sealed_outcome: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.care_changed(grant, &row, "call-owed", "").await?;
        Ok(id)
    }

    /// Writes down what came of a call. One in which the person was reached is a contact.
    pub async fn end_call(
        &mut self,
        grant: &Grant<WriteCase>,
        call: Uuid,
        version: i32,
        with: CallState,
        words: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let found = c::Entity::find_by_id((row.controller_id, call)).one(&self.transaction).await?;
        let one = found.filter(|one| one.file_id == row.id).ok_or(StoreError::NotThere)?;
        let state =
            CallState::from_word(&one.state).ok_or_else(|| StoreError::Damaged(one.id.to_string()))?;
        let next = state.end(with, words)?;
        let key = self.key(row.subject_id).await?;
        let written = c::Entity::update_many()
            .set(c::ActiveModel {
                state: Set(next.word().to_owned()),
                ended_at: Set(Some(self.now)),
                ended_by: Set(Some(staff(grant)?.account)),
                version: Set(version + 1),
                sealed_outcome: Set(seal_text(&key, TABLE, "sealed_outcome", one.id, words.trim())?),
                ..c::ActiveModel::default()
            })
            .filter(c::Column::ControllerId.eq(row.controller_id))
            .filter(c::Column::Id.eq(one.id))
            .filter(c::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict.into());
        }
        if next.is_contact() {
            self.case_event(grant, &row, "contact", "", words.trim()).await?;
        }
        Ok(self.care_changed(grant, &row, "call-ended", next.word()).await?)
    }

    /// Gives a call to somebody else because its owner's account is closed, or may not call any more.
    pub(in crate::records) async fn hand_call_on(
        &mut self,
        grant: &Grant<ManagePeople>,
        row: &case_file::Model,
        call: &c::Model,
        owner: Uuid,
    ) -> Result<(), CellError> {
        let written = c::Entity::update_many()
            .set(c::ActiveModel {
                owner_id: Set(owner),
                version: Set(call.version + 1),
                ..c::ActiveModel::default()
            })
            .filter(c::Column::ControllerId.eq(call.controller_id))
            .filter(c::Column::Id.eq(call.id))
            .filter(c::Column::Version.eq(call.version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict.into());
        }
        self.case_event(grant, row, "call-handed-on", "", "").await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Ends every call that is owed to somebody who died (duty D6). Gives how many there were.
    pub(in crate::records) async fn end_calls_of_dead(
        &self,
        row: &case_file::Model,
    ) -> Result<u64, StoreError> {
        let ended = c::Entity::update_many()
            .set(c::ActiveModel {
                state: Set(CallState::Died.word().to_owned()),
                ended_at: Set(Some(self.now)),
                ..c::ActiveModel::default()
            })
            .filter(c::Column::ControllerId.eq(row.controller_id))
            .filter(c::Column::FileId.eq(row.id))
            .filter(c::Column::State.eq(CallState::Owed.word()))
            .exec(&self.transaction)
            .await?;
        Ok(ended.rows_affected)
    }
}
