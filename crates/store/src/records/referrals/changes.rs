//! Changes of a referral: one place for all of them, whoever makes them, so that each leaves its event, its times and the end of
//! what it ends.

use super::link::target;
use super::{EVENT, state_of};
use crate::StoreError;
use crate::entities::{referral as r, referral_event as e};
use crate::records::cell::CellError;
use crate::records::{Work, seal_text};
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::cell::{Acting, Who};
use ariane_domain::referral::ReferralChange;
use ariane_domain::referral::state::EndReason;
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// What somebody says about a referral.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// Version that they saw.
    pub version: i32,
    /// By which it is known again when it comes twice.
    pub key: Option<Uuid>,
    /// Code that says more: a reason.
    pub detail: &'static str,
    /// Words.
    pub text: String,
    /// Day of an appointment or a visit.
    pub day: Option<NaiveDate>,
}

/// A change with who makes it.
pub(super) struct Making<'a> {
    pub change: ReferralChange,
    pub acting: &'a Acting,
    pub actor: String,
    pub said: &'a Said,
    pub end: Option<EndReason>,
}

impl Work<'_> {
    /// Whether what somebody says came before: a second click.
    pub(super) async fn was_said(&self, row: &r::Model, key: Option<Uuid>) -> Result<bool, StoreError> {
        let Some(key) = key else { return Ok(false) };
        let found = e::Entity::find()
            .filter(e::Column::ControllerId.eq(row.controller_id))
            .filter(e::Column::ReferralId.eq(row.id))
            .filter(e::Column::RequestKey.eq(key.to_string()))
            .one(&self.transaction)
            .await?;
        Ok(found.is_some())
    }

    pub(super) async fn referral_event(
        &mut self,
        row: &r::Model,
        kind: &str,
        detail: &str,
        text: &str,
        (actor, request): (String, Option<Uuid>),
    ) -> Result<(), StoreError> {
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        e::Entity::insert(e::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            referral_id: Set(row.id),
            kind: Set(kind.to_owned()),
            detail: Set(detail.to_owned()),
            actor: Set(actor),
            at: Set(self.now),
            request_key: Set(request.unwrap_or(id).to_string()),
            sealed_text: Set(seal_text(&key, EVENT, "sealed_text", id, text)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Writes columns as long as nobody else did since `version`.
    pub(super) async fn write_referral(
        &self,
        row: &r::Model,
        version: i32,
        mut set: r::ActiveModel,
    ) -> Result<(), StoreError> {
        set.version = Set(version + 1);
        let written = r::Entity::update_many()
            .set(set)
            .filter(r::Column::ControllerId.eq(row.controller_id))
            .filter(r::Column::Id.eq(row.id))
            .filter(r::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// Makes a change; false where the same was said before. `set` holds what it writes besides.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-yours`, `not-possible`, `words-missing`, `no-day`, `referral-day`; [`StoreError::Conflict`] where somebody
    /// was quicker: there is one truth, and the second is told.
    pub(super) async fn make_change(
        &mut self,
        row: &r::Model,
        making: Making<'_>,
        mut set: r::ActiveModel,
    ) -> Result<bool, CellError> {
        let (change, said) = (making.change, making.said);
        if self.was_said(row, said.key).await? {
            return Ok(false);
        }
        if row.version != said.version {
            return Err(StoreError::Conflict.into());
        }
        let before = state_of(row)?;
        let next = before.after(change, making.acting)?;
        // An agreement that ended, a death and a clock say nothing in words.
        let speaks = !making.acting.is_any_of(&[Who::System, Who::Person]);
        if speaks && change.needs_words() && said.text.trim().is_empty() {
            return Err(CellError::Rule("words-missing"));
        }
        if change.needs_day() && said.day.is_none() {
            return Err(CellError::Rule("no-day"));
        }
        let (today, sent_on) = (self.today(), row.sent_at.map(|at| self.records.day(at)));
        let is_before = said.day.zip(sent_on).is_some_and(|(day, sent)| day < sent);
        let is_ahead = change == ReferralChange::See && said.day.is_some_and(|day| day > today);
        if is_before || is_ahead {
            return Err(CellError::Rule("referral-day"));
        }
        use ReferralChange as C;
        set.state = Set(next.word().to_owned());
        // Where the state stays, only what is said is new: its clock runs on.
        if next != before {
            set.since = Set(self.now);
            set.reminders = Set(0);
            set.reminded_at = Set(None);
        }
        if change.is_recipients() && row.received_at.is_none() {
            set.received_at = Set(Some(self.now));
        }
        if matches!(change, C::Accept | C::Appoint | C::Decline | C::AskBack) && row.answered_at.is_none() {
            set.answered_at = Set(Some(self.now));
        }
        match change {
            C::Send => set.sent_at = Set(Some(self.now)),
            C::Appoint => set.appointment_on = Set(said.day),
            C::See => set.seen_on = Set(Some(said.day.unwrap_or(today))),
            C::Report => set.reported_at = Set(Some(self.now)),
            _ => {}
        }
        if next.is_final() {
            let usual = match change {
                C::Withdraw => EndReason::TakenBack,
                C::PassOn => EndReason::PassedOn,
                _ => EndReason::of_close(before),
            };
            set.closed_at = Set(Some(self.now));
            set.end_reason = Set(Some(making.end.unwrap_or(usual).word().to_owned()));
        }
        self.write_referral(row, said.version, set).await?;
        if !next.is_readable() {
            self.end_links(target(row)).await?;
            self.stop_mail(row).await?;
        }
        let actor = making.actor.clone();
        self.referral_event(row, change.word(), said.detail, said.text.trim(), (making.actor, said.key))
            .await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        self.case_event_by(&file, "referral", next.word(), "", actor).await?;
        self.look_after(&file).await?;
        Ok(true)
    }
}
