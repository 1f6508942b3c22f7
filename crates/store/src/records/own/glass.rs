//! Exceptional openings of closed records (duty D5): asked, approved by another, an hour long, looked at afterwards.

use crate::StoreError;
use crate::entities::broken_glass;
use crate::records::Work;
use ariane_domain::access::grant::{ApproveBreakGlass, AskBreakGlass, Grant, ReadAccessLog};
use ariane_domain::access::{Actor, BrokenGlass, Staff};
use ariane_domain::protection::glass::{self, GlassReason, GlassState};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Openings that a list shows.
const MOST: u64 = 500;

/// An opening, without anything of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Id.
    pub id: Uuid,
    /// The record.
    pub enquiry: Uuid,
    /// Its number.
    pub number: i64,
    /// Who asked.
    pub account: Uuid,
    /// Why.
    pub reason: GlassReason,
    /// Where it stands.
    pub state: GlassState,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// Who approved or refused.
    pub judged_by: Option<Uuid>,
    /// Until when it is open.
    pub until: Option<DateTime<Utc>>,
    /// Who looked afterwards.
    pub reviewed_by: Option<Uuid>,
}

fn staff<A: ariane_domain::access::grant::Act>(grant: &Grant<A>) -> Result<&Staff, StoreError> {
    match grant.actor() {
        Actor::Staff(staff) => Ok(staff),
        _ => Err(StoreError::NotPossible),
    }
}

impl Work<'_> {
    /// Approved openings of a record, for the policy.
    pub(crate) async fn broken_glass(
        &self,
        controller: Uuid,
        enquiry: Uuid,
    ) -> Result<Vec<BrokenGlass>, StoreError> {
        let rows = broken_glass::Entity::find()
            .filter(broken_glass::Column::ControllerId.eq(controller))
            .filter(broken_glass::Column::EnquiryId.eq(enquiry))
            .filter(broken_glass::Column::Until.gt(self.now))
            .filter(broken_glass::Column::State.eq(GlassState::Approved.word()))
            .all(&self.transaction)
            .await?;
        Ok(rows
            .into_iter()
            .filter_map(|row| Some(BrokenGlass { account: row.account_id, until: row.until? }))
            .collect())
    }

    /// Asks to open the grant's record.
    pub async fn ask_glass(
        &mut self,
        grant: &Grant<AskBreakGlass>,
        reason: GlassReason,
    ) -> Result<Uuid, StoreError> {
        let controller = grant.facts().controller;
        let enquiry = grant.facts().enquiry.ok_or(StoreError::NotThere)?;
        let id = self.id()?;
        broken_glass::Entity::insert(broken_glass::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            enquiry_id: Set(enquiry),
            account_id: Set(staff(grant)?.account),
            reason: Set(reason.word().to_owned()),
            state: Set(GlassState::Asked.word().to_owned()),
            asked_at: Set(self.now),
            judged_by: Set(None),
            judged_at: Set(None),
            until: Set(None),
            reviewed_by: Set(None),
            reviewed_at: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.note(grant).await?;
        Ok(id)
    }

    async fn glass_row(&self, controller: Uuid, id: Uuid) -> Result<broken_glass::Model, StoreError> {
        broken_glass::Entity::find_by_id((controller, id))
            .one(&self.transaction)
            .await?
            .ok_or(StoreError::NotThere)
    }

    /// Approves or refuses what somebody else asked for.
    pub async fn judge_glass(
        &mut self,
        grant: &Grant<ApproveBreakGlass>,
        id: Uuid,
        approved: bool,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let row = self.glass_row(controller, id).await?;
        let judge = staff(grant)?;
        let state = GlassState::from_word(&row.state).ok_or(StoreError::NotPossible)?;
        let may = glass::may_judge(judge, row.account_id).is_ok();
        if !may || !glass::is_waiting(state, row.asked_at, self.now) {
            return Err(StoreError::NotPossible);
        }
        let next = if approved { GlassState::Approved } else { GlassState::Refused };
        let set = broken_glass::ActiveModel {
            state: Set(next.word().to_owned()),
            judged_by: Set(Some(judge.account)),
            judged_at: Set(Some(self.now)),
            until: Set(approved.then(|| self.now + glass::LASTS)),
            ..Default::default()
        };
        self.write_glass(&row, set).await?;
        if approved {
            let actor = grant.actor().pseudonym();
            self.event(controller, row.enquiry_id, "glass-broken", &row.reason, &actor).await?;
        }
        self.note(grant).await
    }

    /// Looks at an opening afterwards.
    pub async fn review_glass(
        &mut self,
        grant: &Grant<ApproveBreakGlass>,
        id: Uuid,
        was_right: bool,
    ) -> Result<(), StoreError> {
        let row = self.glass_row(grant.facts().controller, id).await?;
        let judge = staff(grant)?;
        let state = GlassState::from_word(&row.state).ok_or(StoreError::NotPossible)?;
        if !state.needs_review() || glass::may_judge(judge, row.account_id).is_err() {
            return Err(StoreError::NotPossible);
        }
        let next = if was_right { GlassState::Right } else { GlassState::Wrong };
        let set = broken_glass::ActiveModel {
            state: Set(next.word().to_owned()),
            reviewed_by: Set(Some(judge.account)),
            reviewed_at: Set(Some(self.now)),
            ..Default::default()
        };
        self.write_glass(&row, set).await?;
        self.note(grant).await
    }

    async fn write_glass(
        &self,
        row: &broken_glass::Model,
        set: broken_glass::ActiveModel,
    ) -> Result<(), StoreError> {
        let changed = broken_glass::Entity::update_many()
            .set(set)
            .filter(broken_glass::Column::ControllerId.eq(row.controller_id))
            .filter(broken_glass::Column::Id.eq(row.id))
            .filter(broken_glass::Column::State.eq(row.state.as_str()))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// All openings, latest first.
    pub async fn openings(&mut self, grant: &Grant<ReadAccessLog>) -> Result<Vec<Opening>, StoreError> {
        let controller = grant.facts().controller;
        let rows = broken_glass::Entity::find()
            .filter(broken_glass::Column::ControllerId.eq(controller))
            .order_by_desc(broken_glass::Column::AskedAt)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let mut openings = Vec::with_capacity(rows.len());
        for row in rows {
            let damaged = || StoreError::Damaged(format!("broken_glass/{}", row.id));
            openings.push(Opening {
                number: self.number_of_enquiry(controller, row.enquiry_id).await?,
                reason: GlassReason::from_word(&row.reason).ok_or_else(damaged)?,
                state: GlassState::from_word(&row.state).ok_or_else(damaged)?,
                id: row.id,
                enquiry: row.enquiry_id,
                account: row.account_id,
                asked_at: row.asked_at,
                judged_by: row.judged_by,
                until: row.until,
                reviewed_by: row.reviewed_by,
            });
        }
        self.note(grant).await?;
        Ok(openings)
    }
}
