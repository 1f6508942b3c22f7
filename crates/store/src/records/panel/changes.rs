//! Changes of a panel: one place for all of them, whoever makes them, so that each leaves its event, its times and the end of what it
//! ends.

use super::{EVENT, kind_of, state_of, target};
use crate::StoreError;
use crate::entities::{outbox, panel as p, panel_event as e};
use crate::records::cell::CellError;
use crate::records::{Work, seal_text};
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::cell::{Acting, Who};
use ariane_domain::panel::{PanelChange, PanelEnd, PanelState, said};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// What somebody says about a panel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// Version that they saw; none where several write at once and none stands in another's way.
    pub version: Option<i32>,
    /// By which it is known again when it comes twice.
    pub key: Option<Uuid>,
    /// Code that says more.
    pub detail: &'static str,
    /// Words.
    pub text: String,
}

/// A change with who makes it.
pub(super) struct Making<'a> {
    pub change: PanelChange,
    pub acting: &'a Acting,
    pub actor: String,
    /// The place that it comes from.
    pub seat: Option<Uuid>,
    pub said: &'a Said,
    pub end: Option<PanelEnd>,
}

impl Work<'_> {
    /// Whether what somebody says came before: a second click.
    pub(super) async fn was_said_in_panel(
        &self,
        row: &p::Model,
        key: Option<Uuid>,
    ) -> Result<bool, StoreError> {
        let Some(key) = key else { return Ok(false) };
        let found = e::Entity::find()
            .filter(e::Column::ControllerId.eq(row.controller_id))
            .filter(e::Column::PanelId.eq(row.id))
            .filter(e::Column::RequestKey.eq(key.to_string()))
            .one(&self.transaction)
            .await?;
        Ok(found.is_some())
    }

    pub(super) async fn panel_event(
        &mut self,
        row: &p::Model,
        (kind, detail, text): (&str, &str, &str),
        seat: Option<Uuid>,
        (actor, request): (String, Option<Uuid>),
    ) -> Result<Uuid, StoreError> {
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        e::Entity::insert(e::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            panel_id: Set(row.id),
            seat_id: Set(seat),
            kind: Set(kind.to_owned()),
            detail: Set(detail.to_owned()),
            actor: Set(actor),
            at: Set(self.now),
            request_key: Set(request.unwrap_or(id).to_string()),
            sealed_text: Set(seal_text(&key, EVENT, "sealed_text", id, text)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(id)
    }

    /// Writes columns; where a version was seen, as long as nobody else did since.
    pub(super) async fn write_panel(
        &self,
        row: &p::Model,
        version: Option<i32>,
        mut set: p::ActiveModel,
    ) -> Result<(), StoreError> {
        let mut update = p::Entity::update_many()
            .filter(p::Column::ControllerId.eq(row.controller_id))
            .filter(p::Column::Id.eq(row.id));
        if let Some(version) = version {
            set.version = Set(version + 1);
            update = update.filter(p::Column::Version.eq(version));
        }
        let written = update.set(set).exec(&self.transaction).await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// Makes a change; false where the same was said before. `set` holds what it writes besides.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-yours`, `not-possible`, `words-missing` and those of a [`ariane_domain::panel::PanelFault`];
    /// [`StoreError::Conflict`] where somebody was quicker: there is one truth, and the second is told.
    pub(super) async fn change_panel(
        &mut self,
        row: &p::Model,
        making: Making<'_>,
        mut set: p::ActiveModel,
    ) -> Result<bool, CellError> {
        let (change, words) = (making.change, making.said);
        if self.was_said_in_panel(row, words.key).await? {
            return Ok(false);
        }
        if words.version.is_some_and(|seen| seen != row.version) {
            return Err(StoreError::Conflict.into());
        }
        let before = state_of(row)?;
        let next = before.after(change, making.acting)?;
        change.check(kind_of(row)?)?;
        // An agreement that ended and a death say nothing in words.
        let speaks = !making.acting.is_any_of(&[Who::System, Who::Person]);
        let text = match speaks && change.needs_words() {
            true => said(&words.text)?.to_owned(),
            false => words.text.trim().to_owned(),
        };
        set.state = Set(next.word().to_owned());
        if next != before {
            set.since = Set(self.now);
        }
        match change {
            PanelChange::ValidateCase => set.case_at = Set(Some(self.now)),
            PanelChange::Open => set.opened_at = Set(Some(self.now)),
            PanelChange::Ask if row.asked_at.is_none() => set.asked_at = Set(Some(self.now)),
            PanelChange::Answer => set.asked_at = Set(None),
            PanelChange::Close | PanelChange::Record => set.closed_at = Set(Some(self.now)),
            PanelChange::Decide => set.decided_at = Set(Some(self.now)),
            PanelChange::Withdraw => {
                let end = making.end.unwrap_or(PanelEnd::TakenBack);
                set.closed_at = Set(Some(self.now));
                set.end_reason = Set(Some(end.word().to_owned()));
            }
            _ => {}
        }
        // Who writes beside others stands in nobody's way; what changes the state counts one version.
        let version = words.version.or((next != before).then_some(row.version));
        self.write_panel(row, version, set).await?;
        if next == PanelState::Withdrawn {
            self.shut_panel(row).await?;
        }
        let told = (change.word(), words.detail, text.as_str());
        self.panel_event(row, told, making.seat, (making.actor.clone(), words.key)).await?;
        if next != before {
            let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
            self.case_event_by(&file, "panel", next.word(), "", making.actor).await?;
        }
        Ok(true)
    }

    /// Ends the links of all places at once, and stops mail that still waits to be sent.
    pub(super) async fn shut_panel(&self, row: &p::Model) -> Result<(), StoreError> {
        for seat in self.seat_rows(row).await? {
            self.end_links(target(&seat)).await?;
            self.stop_seat_mail(&seat).await?;
        }
        Ok(())
    }

    pub(super) async fn stop_seat_mail(
        &self,
        seat: &crate::entities::panel_seat::Model,
    ) -> Result<(), StoreError> {
        let Some(id) = seat.outbox_id else { return Ok(()) };
        outbox::Entity::update_many()
            .set(outbox::ActiveModel { state: Set("stopped".to_owned()), ..Default::default() })
            .filter(outbox::Column::ControllerId.eq(seat.controller_id))
            .filter(outbox::Column::Id.eq(id))
            .filter(outbox::Column::State.eq("waiting"))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }
}
