//! The weekly meeting: planned, with an agenda from the three origins, held, its minutes signed by both.

use super::{CellError, acting, from_json, staff, to_json, tracks};
use crate::StoreError;
use crate::entities::{cell_item, cell_meeting as m, cell_presence};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, HoldMeeting};
use ariane_domain::cell::meeting::{CellMeeting, ItemState, MeetingState};
use ariane_domain::cell::{Reality, Track};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

const TABLE: &str = "cell_meeting";
/// For how long who was last heard of counts as at the meeting's page.
const HEARD: TimeDelta = TimeDelta::seconds(45);

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingText {
    /// Id.
    pub id: Uuid,
    /// Whether it is about real files.
    pub reality: Reality,
    /// What the rules need; addenda with their words.
    pub meeting: CellMeeting,
    /// Version.
    pub version: i32,
}

/// Somebody at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Present {
    /// Account.
    pub account: Uuid,
    /// Whether they take part, and are named in the minutes.
    pub is_counted: bool,
    /// Whether their page was heard of just now.
    pub is_here: bool,
}

impl Work<'_> {
    /// What the policy must know of a meeting.
    pub async fn meeting_facts(&self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        self.meeting_row(controller, Some(id)).await?;
        Ok(Facts { is_of_house: true, ..Facts::of(controller, TABLE, id) })
    }

    pub(super) async fn meeting_row(
        &self,
        controller: Uuid,
        id: Option<Uuid>,
    ) -> Result<m::Model, StoreError> {
        let id = id.ok_or(StoreError::NotThere)?;
        m::Entity::find_by_id((controller, id)).one(&self.transaction).await?.ok_or(StoreError::NotThere)
    }

    pub(super) fn open_meeting(&self, row: &m::Model) -> Result<MeetingText, StoreError> {
        let key = self.records.installation_key();
        let mut meeting: CellMeeting = from_json(&row.rules, row.id)?;
        let addenda = open_text(&key, TABLE, "sealed_addenda", row.id, row.sealed_addenda.as_deref())?;
        if !addenda.is_empty() {
            meeting.addenda = from_json(&addenda, row.id)?;
        }
        let reality = Reality::from_word(&row.reality);
        let reality = reality.ok_or_else(|| StoreError::Damaged(row.id.to_string()))?;
        Ok(MeetingText { id: row.id, reality, meeting, version: row.version })
    }

    /// Meetings, the latest first.
    pub async fn meetings(
        &mut self,
        grant: &Grant<HoldMeeting>,
        is_training: bool,
        limit: u64,
    ) -> Result<Vec<MeetingText>, StoreError> {
        let reality = if is_training { Reality::Training } else { Reality::Real };
        let rows = m::Entity::find()
            .filter(m::Column::ControllerId.eq(grant.facts().controller))
            .filter(m::Column::Reality.eq(reality.word()))
            .order_by_desc(m::Column::StartsAt)
            .limit(limit)
            .all(&self.transaction)
            .await?;
        self.log(grant, "cell").await?;
        rows.iter().map(|row| self.open_meeting(row)).collect()
    }

    /// A meeting.
    pub async fn read_meeting(&mut self, grant: &Grant<HoldMeeting>) -> Result<MeetingText, StoreError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        self.open_meeting(&row)
    }

    /// Plans a meeting.
    pub async fn schedule_meeting(
        &mut self,
        grant: &Grant<HoldMeeting>,
        reality: Reality,
        starts_at: DateTime<Utc>,
    ) -> Result<Uuid, CellError> {
        let starts_at = crate::records::micros(starts_at);
        let controller = grant.facts().controller;
        let there = m::Entity::find()
            .filter(m::Column::ControllerId.eq(controller))
            .filter(m::Column::Reality.eq(reality.word()))
            .filter(m::Column::StartsAt.eq(starts_at))
            .filter(m::Column::State.ne(MeetingState::Cancelled.word()))
            .one(&self.transaction)
            .await?;
        if let Some(row) = there {
            return Ok(row.id);
        }
        let meeting = CellMeeting::schedule(starts_at, self.now);
        let id = self.id()?;
        m::Entity::insert(m::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            reality: Set(reality.word().to_owned()),
            starts_at: Set(starts_at),
            state: Set(meeting.state.word().to_owned()),
            version: Set(1),
            rules: Set(to_json(&meeting)?),
            sealed_addenda: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.log(grant, &format!("meeting/{id}")).await?;
        Ok(id)
    }

    /// Writes a meeting as long as nobody else did since `version`.
    async fn write_meeting(
        &mut self,
        row: &m::Model,
        version: i32,
        next: &CellMeeting,
    ) -> Result<(), StoreError> {
        let key = self.records.installation_key();
        let addenda = if next.addenda.is_empty() { String::new() } else { to_json(&next.addenda)? };
        // The words of addenda stand in their sealed column only.
        let clear = CellMeeting { addenda: Vec::new(), ..next.clone() };
        let set = m::ActiveModel {
            state: Set(next.state.word().to_owned()),
            starts_at: Set(next.starts_at),
            version: Set(version + 1),
            rules: Set(to_json(&clear)?),
            sealed_addenda: Set(seal_text(&key, TABLE, "sealed_addenda", row.id, &addenda)?),
            ..m::ActiveModel::default()
        };
        let written = m::Entity::update_many()
            .set(set)
            .filter(m::Column::ControllerId.eq(row.controller_id))
            .filter(m::Column::Id.eq(row.id))
            .filter(m::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// An item or the agenda changed: signatures under earlier minutes go; refused once both signed.
    pub(super) async fn edit_minutes(&mut self, grant: &Grant<HoldMeeting>) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let next = self.open_meeting(&row)?.meeting.edit(&acting(staff(grant)?), self.now)?;
        Ok(self.write_meeting(&row, row.version, &next).await?)
    }

    /// The meeting begins.
    pub async fn begin_meeting(&mut self, grant: &Grant<HoldMeeting>, version: i32) -> Result<(), CellError> {
        self.move_meeting(grant, version, |meeting, who, at| meeting.begin(who, at)).await
    }

    /// The meeting ends; what was not reached is carried over to the next.
    pub async fn end_meeting(&mut self, grant: &Grant<HoldMeeting>, version: i32) -> Result<(), CellError> {
        self.move_meeting(grant, version, |meeting, who, at| meeting.end(who, at)).await?;
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        cell_item::Entity::update_many()
            .col_expr(
                cell_item::Column::State,
                sea_orm::sea_query::Expr::value(ItemState::CarriedOver.word()),
            )
            .filter(cell_item::Column::ControllerId.eq(row.controller_id))
            .filter(cell_item::Column::MeetingId.eq(row.id))
            .filter(cell_item::Column::State.eq(ItemState::Pending.word()))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// The meeting does not take place.
    pub async fn cancel_meeting(
        &mut self,
        grant: &Grant<HoldMeeting>,
        version: i32,
    ) -> Result<(), CellError> {
        self.move_meeting(grant, version, |meeting, who, at| meeting.cancel(who, at)).await
    }

    async fn move_meeting(
        &mut self,
        grant: &Grant<HoldMeeting>,
        version: i32,
        step: impl FnOnce(
            &CellMeeting,
            &ariane_domain::cell::Acting,
            DateTime<Utc>,
        ) -> Result<CellMeeting, ariane_domain::cell::meeting::MeetingFault>,
    ) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let next = step(&self.open_meeting(&row)?.meeting, &acting(staff(grant)?), self.now)?;
        self.write_meeting(&row, version, &next).await?;
        Ok(self.log(grant, &format!("meeting/{}", row.id)).await?)
    }

    /// One of the two signs the minutes in the version that they read; with the second name they are closed.
    pub async fn sign_minutes(
        &mut self,
        grant: &Grant<HoldMeeting>,
        track: Track,
        read: u32,
    ) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        if !tracks(who).contains(&track) {
            return Err(CellError::Rule("not-your-track"));
        }
        let there = self.open_meeting(&row)?.meeting;
        let next = there.sign(track, read, who.account, &acting(who), self.now)?;
        self.write_meeting(&row, row.version, &next).await?;
        Ok(self.log(grant, &format!("meeting/{}", row.id)).await?)
    }

    /// Adds a dated correction to closed minutes.
    pub async fn add_addendum(&mut self, grant: &Grant<HoldMeeting>, text: &str) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        let next = self.open_meeting(&row)?.meeting.add(text, who.account, &acting(who), self.now)?;
        self.write_meeting(&row, row.version, &next).await?;
        Ok(self.log(grant, &format!("meeting/{}", row.id)).await?)
    }

    /// Says that who asks has the page open; while the meeting is live they take part, and are named in the minutes.
    pub async fn attend(&mut self, grant: &Grant<HoldMeeting>) -> Result<(), CellError> {
        let row = self.meeting_row(grant.facts().controller, grant.id()).await?;
        let account = staff(grant)?.account;
        let is_live = row.state == MeetingState::Live.word();
        let mut update = OnConflict::columns(["controller_id", "meeting_id", "account_id"]);
        update.update_column(cell_presence::Column::At);
        if is_live {
            update.update_column(cell_presence::Column::IsCounted);
        }
        cell_presence::Entity::insert(cell_presence::ActiveModel {
            controller_id: Set(row.controller_id),
            meeting_id: Set(row.id),
            account_id: Set(account),
            is_counted: Set(is_live),
            at: Set(self.now),
        })
        .on_conflict(update)
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Who is or was at a meeting.
    pub async fn presence(&self, grant: &Grant<HoldMeeting>) -> Result<Vec<Present>, StoreError> {
        let id = grant.id().ok_or(StoreError::NotThere)?;
        let rows = cell_presence::Entity::find()
            .filter(cell_presence::Column::ControllerId.eq(grant.facts().controller))
            .filter(cell_presence::Column::MeetingId.eq(id))
            .order_by_asc(cell_presence::Column::AccountId)
            .all(&self.transaction)
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| Present {
                account: row.account_id,
                is_counted: row.is_counted,
                is_here: self.now - row.at < HEARD,
            })
            .collect())
    }
}
