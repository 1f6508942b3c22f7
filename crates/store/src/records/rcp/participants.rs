//! Who is invited to a session, and who was there.

use super::sessions::as_session;
use super::stream;
use crate::StoreError;
use crate::entities::{rcp_participant as p, rcp_session};
use crate::records::Work;
use crate::records::cell::CellError;
use ariane_domain::access::grant::{AttendRcp, Grant, HoldRcp};
use ariane_domain::cell::rcp::{Attendance, RcpAnswer, RcpChange, RcpState, Specialty};
use ariane_domain::cell::{Machine as _, Span};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// Somebody who is invited now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Id of the invitation.
    pub id: Uuid,
    /// Account.
    pub account: Uuid,
    /// Specialty for which they sit there.
    pub specialty: Specialty,
    /// What they answered.
    pub answer: RcpAnswer,
    /// Whether they were there.
    pub is_present: bool,
}

pub(super) fn span(row: &p::Model) -> Span {
    Span { from: row.from_at, until: row.until_at }
}

fn participant(row: p::Model) -> Result<Participant, StoreError> {
    let damaged = || StoreError::Damaged(row.id.to_string());
    Ok(Participant {
        id: row.id,
        account: row.account_id,
        specialty: Specialty::new(&row.specialty).ok_or_else(damaged)?,
        answer: RcpAnswer::from_word(&row.answer).ok_or_else(damaged)?,
        is_present: row.is_present,
    })
}

impl Work<'_> {
    async fn invited_now(&self, row: &rcp_session::Model) -> Result<Vec<Participant>, StoreError> {
        let rows = p::Entity::find()
            .filter(p::Column::ControllerId.eq(row.controller_id))
            .filter(p::Column::SessionId.eq(row.id))
            .filter(p::Column::UntilAt.is_null())
            .order_by_asc(p::Column::Id)
            .all(&self.transaction)
            .await?;
        rows.into_iter().map(participant).collect()
    }

    /// Who is invited now. Names no person concerned.
    pub async fn rcp_participants(&self, grant: &Grant<HoldRcp>) -> Result<Vec<Participant>, StoreError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        self.invited_now(&row).await
    }

    /// Who was there, for the quorum.
    pub(super) async fn attendance_of(
        &self,
        row: &rcp_session::Model,
    ) -> Result<Vec<Attendance>, StoreError> {
        let people = self.invited_now(row).await?;
        Ok(people
            .into_iter()
            .map(|one| Attendance {
                participant: one.account,
                specialty: one.specialty,
                present: one.is_present,
            })
            .collect())
    }

    /// Checks that the lists of a session may be changed by who asks.
    pub(super) fn lists_open(
        &self,
        grant: &Grant<HoldRcp>,
        row: &rcp_session::Model,
        as_in: RcpChange,
    ) -> Result<(), CellError> {
        let session = as_session(row)?;
        if !self.acting_at(grant, &session)?.is_any_of(RcpState::may(as_in)) {
            return Err(CellError::Rule("not-yours"));
        }
        if session.state.has_open_lists() { Ok(()) } else { Err(CellError::Rule("lists-closed")) }
    }

    /// Puts somebody on the list of participants. Where invitations went out already, theirs goes out now.
    ///
    /// # Errors
    /// [`CellError::Rule`] `already-invited`; `lists-closed` once the report is validated.
    pub async fn invite_participant(
        &mut self,
        grant: &Grant<HoldRcp>,
        account: Uuid,
        specialty: &Specialty,
    ) -> Result<Participant, CellError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        self.lists_open(grant, &row, RcpChange::Invite)?;
        if self.invited_now(&row).await?.iter().any(|one| one.account == account) {
            return Err(CellError::Rule("already-invited"));
        }
        let stored = p::Model {
            controller_id: row.controller_id,
            id: self.id()?,
            session_id: row.id,
            account_id: account,
            specialty: specialty.word().to_owned(),
            from_at: self.now,
            until_at: None,
            answer: RcpAnswer::None.word().to_owned(),
            is_present: false,
        };
        p::Entity::insert(p::ActiveModel::from(stored.clone()))
            .exec_without_returning(&self.transaction)
            .await?;
        self.write_rcp(&row, rcp_session::ActiveModel::default()).await?;
        self.log(grant, &stream(row.id)).await?;
        Ok(participant(stored)?)
    }

    /// Takes an invitation back: what was readable because of it is closed from this moment on. Gives who it was, and
    /// whether calendars were told of the session.
    pub async fn withdraw_participant(
        &mut self,
        grant: &Grant<HoldRcp>,
        id: Uuid,
    ) -> Result<(Uuid, bool), CellError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        self.lists_open(grant, &row, RcpChange::Invite)?;
        let there = p::Entity::find_by_id((row.controller_id, id)).one(&self.transaction).await?;
        let there = there.filter(|one| one.session_id == row.id && one.until_at.is_none());
        let there = there.ok_or(StoreError::NotThere)?;
        p::Entity::update_many()
            .col_expr(p::Column::UntilAt, Expr::value(Some(self.now)))
            .filter(p::Column::ControllerId.eq(row.controller_id))
            .filter(p::Column::Id.eq(id))
            .exec(&self.transaction)
            .await?;
        let was_told = row.invited_at.is_some();
        let set = rcp_session::ActiveModel {
            sequence: Set(row.sequence + i32::from(was_told)),
            ..rcp_session::ActiveModel::default()
        };
        self.write_rcp(&row, set).await?;
        self.log(grant, &stream(row.id)).await?;
        Ok((there.account_id, was_told))
    }

    /// Records who was there: these invitations, and no others.
    pub async fn record_presence(
        &mut self,
        grant: &Grant<HoldRcp>,
        present: &[Uuid],
    ) -> Result<(), CellError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        self.lists_open(grant, &row, RcpChange::Draft)?;
        if !as_session(&row)?.state.is_being_written() {
            return Err(CellError::Rule("not-held"));
        }
        for one in self.invited_now(&row).await? {
            p::Entity::update_many()
                .col_expr(p::Column::IsPresent, Expr::value(present.contains(&one.id)))
                .filter(p::Column::ControllerId.eq(row.controller_id))
                .filter(p::Column::Id.eq(one.id))
                .exec(&self.transaction)
                .await?;
        }
        // Who was there is part of the report.
        self.draft_rcp(grant, &row, rcp_session::ActiveModel::default()).await?;
        Ok(self.log(grant, &stream(row.id)).await?)
    }

    /// Somebody says whether they come.
    pub async fn answer_rcp(&mut self, grant: &Grant<AttendRcp>, answer: RcpAnswer) -> Result<(), CellError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        let account = grant.facts().admission.map(|one| one.account).ok_or(StoreError::NotPossible)?;
        if !as_session(&row)?.state.is_coming() {
            return Err(CellError::Rule("not-possible"));
        }
        p::Entity::update_many()
            .col_expr(p::Column::Answer, Expr::value(answer.word()))
            .filter(p::Column::ControllerId.eq(row.controller_id))
            .filter(p::Column::SessionId.eq(row.id))
            .filter(p::Column::AccountId.eq(account))
            .filter(p::Column::UntilAt.is_null())
            .exec(&self.transaction)
            .await?;
        Ok(self.log(grant, &stream(row.id)).await?)
    }
}
