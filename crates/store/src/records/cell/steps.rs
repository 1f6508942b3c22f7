//! Steps proposed to a person, each with an owner and a day.

use super::{CellError, acting, from_json, staff, to_json};
use crate::StoreError;
use crate::entities::{case_file, case_step as s};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Act, Grant, ManagePeople, WriteCase};
use ariane_domain::cell::step::{AnswerWay, StepEvent};
use ariane_domain::cell::{Step, Track, Who};
use ariane_privacy::seal::DataKey;
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "case_step";

/// A step with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepText {
    /// Id.
    pub id: Uuid,
    /// What the rules need.
    pub step: Step,
    /// What is to be done.
    pub text: String,
    /// What came of it, in words.
    pub outcome: String,
    /// The meeting that proposed it.
    pub meeting: Option<Uuid>,
    /// Version.
    pub version: i32,
}

/// A step to be proposed.
#[derive(Debug, Clone, Copy)]
pub struct NewStep<'s> {
    /// Track.
    pub track: Track,
    /// Account that does it.
    pub owner: Uuid,
    /// Day by which.
    pub due: NaiveDate,
    /// What is to be done.
    pub text: &'s str,
    /// The meeting that proposes it.
    pub meeting: Option<Uuid>,
}

/// A stored step with its words.
pub(in crate::records) fn open_step(key: &DataKey, one: s::Model) -> Result<StepText, StoreError> {
    let open = |column, sealed: &Option<Vec<u8>>| open_text(key, TABLE, column, one.id, sealed.as_deref());
    Ok(StepText {
        id: one.id,
        step: from_json(&one.rules, one.id)?,
        text: open("sealed_text", &one.sealed_text)?,
        outcome: open("sealed_outcome", &one.sealed_outcome)?,
        meeting: one.meeting_id,
        version: one.version,
    })
}

impl Work<'_> {
    pub(super) async fn open_steps(&mut self, row: &case_file::Model) -> Result<Vec<StepText>, StoreError> {
        let rows = s::Entity::find()
            .filter(s::Column::ControllerId.eq(row.controller_id))
            .filter(s::Column::FileId.eq(row.id))
            .order_by_asc(s::Column::Due)
            .order_by_asc(s::Column::Id)
            .all(&self.transaction)
            .await?;
        let key = self.key(row.subject_id).await?;
        rows.into_iter().map(|one| open_step(&key, one)).collect()
    }

    /// Proposes a step. `today` is the day at the office.
    pub async fn propose_step(
        &mut self,
        grant: &Grant<WriteCase>,
        new: &NewStep<'_>,
        today: NaiveDate,
    ) -> Result<Uuid, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        if new.text.trim().is_empty() {
            return Err(CellError::Rule("empty"));
        }
        let step = Step::propose(new.track, new.owner, new.due, today, self.now)?;
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        s::Entity::insert(s::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            meeting_id: Set(new.meeting),
            track: Set(step.track.word().to_owned()),
            owner_id: Set(step.owner),
            due: Set(step.due),
            state: Set(step.state.word().to_owned()),
            proposed_at: Set(step.proposed_at),
            changed_at: Set(step.changed_at),
            version: Set(1),
            rules: Set(to_json(&step)?),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, new.text.trim())?),
            sealed_outcome: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.case_event(grant, &row, "step-proposed", new.track.word(), "").await?;
        self.track_acted(grant, &row).await?;
        self.look_after(&row).await?;
        self.log_case(grant, row.id).await?;
        Ok(id)
    }

    async fn step_row(&self, row: &case_file::Model, id: Uuid) -> Result<s::Model, StoreError> {
        let found = s::Entity::find_by_id((row.controller_id, id)).one(&self.transaction).await?;
        found.filter(|one| one.file_id == row.id).ok_or(StoreError::NotThere)
    }

    pub(super) async fn write_step(
        &mut self,
        row: &case_file::Model,
        stored: &s::Model,
        version: i32,
        next: &Step,
        outcome: &str,
    ) -> Result<(), StoreError> {
        let key = self.key(row.subject_id).await?;
        let mut set = s::ActiveModel {
            owner_id: Set(next.owner),
            due: Set(next.due),
            state: Set(next.state.word().to_owned()),
            changed_at: Set(next.changed_at),
            version: Set(version + 1),
            rules: Set(to_json(next)?),
            ..s::ActiveModel::default()
        };
        if !outcome.is_empty() {
            set.sealed_outcome = Set(seal_text(&key, TABLE, "sealed_outcome", stored.id, outcome)?);
        }
        let written = s::Entity::update_many()
            .set(set)
            .filter(s::Column::ControllerId.eq(stored.controller_id))
            .filter(s::Column::Id.eq(stored.id))
            .filter(s::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// Moves a step on. An answer that the person gave in words is recorded with the name of who writes it down.
    pub async fn change_step(
        &mut self,
        grant: &Grant<WriteCase>,
        step: Uuid,
        version: i32,
        event: StepEvent,
        outcome: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let stored = self.step_row(&row, step).await?;
        self.move_step(grant, &row, &stored, version, event, outcome).await
    }

    /// The same, whatever allowed it.
    pub(super) async fn move_step<A: Act>(
        &mut self,
        grant: &Grant<A>,
        row: &case_file::Model,
        stored: &s::Model,
        version: i32,
        event: StepEvent,
        outcome: &str,
    ) -> Result<(), CellError> {
        let before: Step = from_json(&stored.rules, stored.id)?;
        let who = staff(grant)?;
        let event = match event {
            StepEvent::Answer { way: AnswerWay::OwnLink, .. } => return Err(CellError::Rule("who-recorded")),
            StepEvent::Answer { agreed, way, .. } => {
                StepEvent::Answer { agreed, way, recorded_by: Some(who.account) }
            }
            other => other,
        };
        let roster = self.roster(row.controller_id).await?;
        let mut as_what = acting(who);
        if roster.may_act_for(who.account, before.owner, self.now) {
            as_what = as_what.and(Who::Owner);
        }
        let next = before.after(event, &as_what, self.now)?;
        self.write_step(row, stored, version, &next, outcome.trim()).await?;
        self.case_event(grant, row, "step-changed", next.state.word(), "").await?;
        self.track_acted(grant, row).await?;
        self.look_after(row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Gives a step another day, or another owner.
    pub async fn plan_step(
        &mut self,
        grant: &Grant<WriteCase>,
        step: Uuid,
        version: i32,
        (due, owner): (NaiveDate, Uuid),
        today: NaiveDate,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let stored = self.step_row(&row, step).await?;
        let before: Step = from_json(&stored.rules, stored.id)?;
        if !before.state.is_open() {
            return Err(CellError::Rule("not-possible"));
        }
        let moved = if due == before.due { before } else { before.postpone(due, today)? };
        self.write_step(&row, &stored, version, &Step { owner, ..moved }, "").await?;
        self.case_event(grant, &row, "step-planned", "", "").await?;
        self.track_acted(grant, &row).await?;
        self.look_after(&row).await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    /// Gives a step to somebody else because its owner's account is closed, or may not do it any more.
    pub(in crate::records) async fn hand_step_on(
        &mut self,
        grant: &Grant<ManagePeople>,
        row: &case_file::Model,
        stored: &s::Model,
        owner: Uuid,
    ) -> Result<(), CellError> {
        let before: Step = from_json(&stored.rules, stored.id)?;
        self.write_step(row, stored, stored.version, &Step { owner, ..before }, "").await?;
        self.case_event(grant, row, "step-handed-on", "", "").await?;
        Ok(self.log_case(grant, row.id).await?)
    }
}
