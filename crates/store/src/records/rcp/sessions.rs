//! One session: planned, invited to, held; its report drafted, validated, signed, sent.

use super::series::Series;
use super::stream;
use crate::StoreError;
use crate::entities::rcp_session as r;
use crate::records::cell::{CellError, acting, from_json, staff, to_json};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, HoldRcp, ManagePeople};
use ariane_domain::cell::admission::AdmissionRule;
use ariane_domain::cell::rcp::{QuorumRule, RcpSession, RcpState};
use ariane_domain::cell::signatures::Signature;
use ariane_domain::cell::{Acting, Reality, Who};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(super) const TABLE: &str = "rcp_session";

/// What a session was planned with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRules {
    /// Quorum.
    pub quorum: QuorumRule,
    /// How long outside participants read.
    pub admission: AdmissionRule,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Id; also the name by which calendars know it.
    pub id: Uuid,
    /// Series.
    pub series: Uuid,
    /// Day that the recurrence named.
    pub nominal: Option<NaiveDate>,
    /// About real files, or for training.
    pub reality: Reality,
    /// What the rules need.
    pub session: RcpSession,
    /// What it was planned with.
    pub rules: SessionRules,
    /// Number of the last revision that calendars were told.
    pub sequence: u32,
    /// Counts changes of the report.
    pub report_revision: u32,
    /// Counts all changes.
    pub version: i32,
    /// Room or address; may be empty.
    pub place: String,
    /// Link; may be empty.
    pub link: String,
    /// What the report says besides the advices.
    pub report: String,
}

/// What may happen to a session, besides what is written in its report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionEvent {
    /// Invitations go out, or go out anew.
    Invite,
    /// Another date, place, link.
    Move {
        /// Beginning.
        starts_at: DateTime<Utc>,
        /// Room or address.
        place: String,
        /// Link.
        link: String,
    },
    /// Somebody else coordinates it: an account that holds RCPs.
    Coordinate(Uuid),
    /// It took place.
    Hold,
    /// The report is validated in the revision that was read.
    Validate {
        /// Revision.
        read: u32,
    },
    /// The report goes back to its authors.
    SendBack,
    /// The report is signed.
    Sign,
    /// The report was sent.
    Send,
    /// It does not take place.
    Cancel,
}

pub(super) fn unsigned(number: i32) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

pub(in crate::records) fn as_session(row: &r::Model) -> Result<RcpSession, StoreError> {
    let damaged = || StoreError::Damaged(row.id.to_string());
    let signature =
        |by: Option<Uuid>, at: Option<DateTime<Utc>>| by.zip(at).map(|(by, at)| Signature { by, at });
    Ok(RcpSession {
        coordinator: row.coordinator_id,
        starts_at: row.starts_at,
        lasts: TimeDelta::minutes(i64::from(row.minutes)),
        state: RcpState::from_word(&row.state).ok_or_else(damaged)?,
        changed_at: row.changed_at,
        invited_at: row.invited_at,
        quorum: if row.quorum.is_empty() { None } else { Some(from_json(&row.quorum, row.id)?) },
        validated: signature(row.validated_by, row.validated_at),
        first_validated_at: row.first_validated_at,
        signed: signature(row.signed_by, row.signed_at),
        cancelled_at: row.cancelled_at,
    })
}

fn columns(session: &RcpSession) -> Result<r::ActiveModel, StoreError> {
    Ok(r::ActiveModel {
        coordinator_id: Set(session.coordinator),
        starts_at: Set(session.starts_at),
        minutes: Set(i32::try_from(session.lasts.num_minutes()).unwrap_or(i32::MAX)),
        state: Set(session.state.word().to_owned()),
        changed_at: Set(session.changed_at),
        invited_at: Set(session.invited_at),
        quorum: Set(session.quorum.as_ref().map(to_json).transpose()?.unwrap_or_default()),
        validated_by: Set(session.validated.map(|one| one.by)),
        validated_at: Set(session.validated.map(|one| one.at)),
        first_validated_at: Set(session.first_validated_at),
        signed_by: Set(session.signed.map(|one| one.by)),
        signed_at: Set(session.signed.map(|one| one.at)),
        cancelled_at: Set(session.cancelled_at),
        ..r::ActiveModel::default()
    })
}

impl Work<'_> {
    /// What the policy must know of a session, for who holds RCPs.
    pub async fn rcp_facts(&self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        self.rcp_row(controller, Some(id)).await?;
        Ok(Facts { is_of_house: true, ..Facts::of(controller, TABLE, id) })
    }

    pub(super) async fn rcp_row(&self, controller: Uuid, id: Option<Uuid>) -> Result<r::Model, StoreError> {
        let id = id.ok_or(StoreError::NotThere)?;
        r::Entity::find_by_id((controller, id)).one(&self.transaction).await?.ok_or(StoreError::NotThere)
    }

    pub(super) fn open_rcp(&self, row: &r::Model) -> Result<Session, StoreError> {
        let key = self.records.installation_key();
        let open =
            |column, sealed: &Option<Vec<u8>>| open_text(&key, TABLE, column, row.id, sealed.as_deref());
        Ok(Session {
            id: row.id,
            series: row.series_id,
            nominal: row.nominal,
            reality: Reality::from_word(&row.reality)
                .ok_or_else(|| StoreError::Damaged(row.id.to_string()))?,
            session: as_session(row)?,
            rules: from_json(&row.rules, row.id)?,
            sequence: unsigned(row.sequence),
            report_revision: unsigned(row.report_revision),
            version: row.version,
            place: open("sealed_place", &row.sealed_place)?,
            link: open("sealed_link", &row.sealed_link)?,
            report: open("sealed_report", &row.sealed_report)?,
        })
    }

    /// What somebody is with regard to a session.
    pub(super) fn acting_at(
        &self,
        grant: &Grant<HoldRcp>,
        session: &RcpSession,
    ) -> Result<Acting, StoreError> {
        let who = staff(grant)?;
        Ok(session.acting(who.account, acting(who)))
    }

    /// Plans a session. Asked again for the same moment of the same series, it gives the one that is there.
    ///
    /// # Errors
    /// [`CellError::Rule`] `in-past` when it would be over already, `ended` when the series has ended.
    pub async fn plan_rcp(
        &mut self,
        grant: &Grant<HoldRcp>,
        series: &Series,
        nominal: Option<NaiveDate>,
        starts_at: DateTime<Utc>,
        lasts: TimeDelta,
    ) -> Result<Uuid, CellError> {
        let starts_at = crate::records::micros(starts_at);
        let controller = grant.facts().controller;
        let there = r::Entity::find()
            .filter(r::Column::ControllerId.eq(controller))
            .filter(r::Column::SeriesId.eq(series.id))
            .filter(r::Column::StartsAt.eq(starts_at))
            .filter(r::Column::State.ne(RcpState::Cancelled.word()))
            .one(&self.transaction)
            .await?;
        if let Some(row) = there {
            return Ok(row.id);
        }
        let session = RcpSession::plan(series.text.coordinator, starts_at, lasts, self.now);
        if series.text.is_ended {
            return Err(CellError::Rule("ended"));
        }
        if session.is_over(self.now) {
            return Err(CellError::Rule("in-past"));
        }
        let (id, key) = (self.id()?, self.records.installation_key());
        let text = &series.text;
        let rules = SessionRules { quorum: text.rules.quorum, admission: text.rules.admission };
        r::Entity::insert(r::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            series_id: Set(series.id),
            nominal: Set(nominal),
            reality: Set(text.reality.word().to_owned()),
            rules: Set(to_json(&rules)?),
            sequence: Set(0),
            report_revision: Set(0),
            version: Set(1),
            sealed_place: Set(seal_text(&key, TABLE, "sealed_place", id, &text.place)?),
            sealed_link: Set(seal_text(&key, TABLE, "sealed_link", id, &text.link)?),
            sealed_report: Set(None),
            ..columns(&session)?
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.log(grant, &stream(id)).await?;
        Ok(id)
    }

    /// Sessions, the latest first; of one series, or of all.
    pub async fn rcp_sessions(
        &mut self,
        grant: &Grant<HoldRcp>,
        series: Option<Uuid>,
        limit: u64,
    ) -> Result<Vec<Session>, StoreError> {
        let mut query = r::Entity::find().filter(r::Column::ControllerId.eq(grant.facts().controller));
        if let Some(series) = series {
            query = query.filter(r::Column::SeriesId.eq(series));
        }
        let rows = query.order_by_desc(r::Column::StartsAt).limit(limit).all(&self.transaction).await?;
        rows.iter().map(|row| self.open_rcp(row)).collect()
    }

    /// A session.
    pub async fn read_rcp(&mut self, grant: &Grant<HoldRcp>) -> Result<Session, StoreError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        self.open_rcp(&row)
    }

    /// Writes a session as long as nobody else did since the row was read. Whoever reads a listed file at this moment has
    /// finished, or begins after it (`attending`).
    pub(super) async fn write_rcp(&self, row: &r::Model, mut set: r::ActiveModel) -> Result<(), StoreError> {
        set.version = Set(row.version + 1);
        let written = r::Entity::update_many()
            .set(set)
            .filter(r::Column::ControllerId.eq(row.controller_id))
            .filter(r::Column::Id.eq(row.id))
            .filter(r::Column::Version.eq(row.version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// Gives a session another coordinator because the account of its own is closed, or may not hold RCPs any more.
    pub(in crate::records) async fn hand_rcp_on(
        &mut self,
        grant: &Grant<ManagePeople>,
        row: &r::Model,
        coordinator: Uuid,
    ) -> Result<(), CellError> {
        let administrator = Acting::of(Who::Administrator);
        let next = as_session(row)?.hand_on(coordinator, &administrator, self.now)?;
        self.write_rcp(row, columns(&next)?).await?;
        Ok(self.log(grant, &stream(row.id)).await?)
    }

    /// Moves a session on. Gives it as it is then.
    ///
    /// # Errors
    /// [`CellError::Rule`] by the rules of `domain::cell::rcp`; `not-what-was-read` where the report changed meanwhile.
    pub async fn change_rcp(
        &mut self,
        grant: &Grant<HoldRcp>,
        event: &SessionEvent,
    ) -> Result<Session, CellError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        let there = as_session(&row)?;
        let (who, acting, now) = (staff(grant)?.account, self.acting_at(grant, &there)?, self.now);
        let key = self.records.installation_key();
        let was_invited = there.invited_at.is_some();
        let mut told = row.sequence;
        let mut set = r::ActiveModel::default();
        let next = match event {
            SessionEvent::Invite => {
                if there.is_over(now) {
                    return Err(CellError::Rule("in-past"));
                }
                told += i32::from(was_invited);
                there.invite(&acting, now)?
            }
            SessionEvent::Move { starts_at, place, link } => {
                told += i32::from(was_invited);
                set.sealed_place = Set(seal_text(&key, TABLE, "sealed_place", row.id, place)?);
                set.sealed_link = Set(seal_text(&key, TABLE, "sealed_link", row.id, link)?);
                there.reschedule(crate::records::micros(*starts_at), &acting, now)?
            }
            SessionEvent::Coordinate(to) => there.coordinate(*to, &acting, now)?,
            SessionEvent::Hold => there.hold(&acting, now)?,
            SessionEvent::Validate { read } => {
                if *read != unsigned(row.report_revision) {
                    return Err(CellError::Rule("not-what-was-read"));
                }
                let rules: SessionRules = from_json(&row.rules, row.id)?;
                let people = self.attendance_of(&row).await?;
                there.validate(&rules.quorum, &people, who, &acting, now)?
            }
            SessionEvent::SendBack => {
                let next = there.send_back(&acting, now)?;
                self.forget_passings(&row).await?;
                next
            }
            SessionEvent::Sign => there.sign(who, &acting, now)?,
            SessionEvent::Send => there.send(&self.passings_of(&row).await?, &acting, now)?,
            SessionEvent::Cancel => {
                told += i32::from(was_invited);
                there.cancel(&acting, now)?
            }
        };
        let (sealed_place, sealed_link) = (set.sealed_place, set.sealed_link);
        let set = r::ActiveModel { sequence: Set(told), sealed_place, sealed_link, ..columns(&next)? };
        self.write_rcp(&row, set).await?;
        if matches!(event, SessionEvent::Hold) {
            self.discussed(grant, &row).await?;
        }
        self.log(grant, &stream(row.id)).await?;
        Ok(self.read_rcp(grant).await?)
    }

    /// The report is written or changed: the session is in its draft.
    pub(super) async fn draft_rcp(
        &mut self,
        grant: &Grant<HoldRcp>,
        row: &r::Model,
        mut set: r::ActiveModel,
    ) -> Result<(), CellError> {
        let there = as_session(row)?;
        let next = there.draft(&self.acting_at(grant, &there)?, self.now)?;
        set.state = Set(next.state.word().to_owned());
        set.changed_at = Set(next.changed_at);
        set.report_revision = Set(row.report_revision + 1);
        Ok(self.write_rcp(row, set).await?)
    }

    /// Writes what the report says besides the advices, on the revision that was read.
    pub async fn write_rcp_report(
        &mut self,
        grant: &Grant<HoldRcp>,
        read: u32,
        text: &str,
    ) -> Result<(), CellError> {
        let row = self.rcp_row(grant.facts().controller, grant.id()).await?;
        if read != unsigned(row.report_revision) {
            return Err(StoreError::Conflict.into());
        }
        let key = self.records.installation_key();
        let sealed = seal_text(&key, TABLE, "sealed_report", row.id, text.trim())?;
        let set = r::ActiveModel { sealed_report: Set(sealed), ..r::ActiveModel::default() };
        self.draft_rcp(grant, &row, set).await?;
        Ok(self.log(grant, &stream(row.id)).await?)
    }
}
