//! Experts of a local advice on the side of the house: invited by name, their access validated, written to, given a code over another
//! channel, ended.

use super::{SEAT, acts, kind_of, seat_state, state_of, target};
use crate::StoreError;
use crate::entities::{panel as p, panel_seat as s};
use crate::records::cell::{CellError, acting, staff, to_json};
use crate::records::guest::NewLink;
use crate::records::outbox::Outgoing;
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Act, Grant, PreparePanel, ValidatePanelAccess};
use ariane_domain::cell::Acting;
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::panel::acts::Expert;
use ariane_domain::panel::seat::{DeclineWhy, LEAD_DAYS, THANKS_DAYS};
use ariane_domain::panel::{PanelFault, PanelKind, PanelState, SeatChange, SeatState, said};
use ariane_domain::referral::link::Channel;
use ariane_privacy::random;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Longest that a link is good, in days.
const MOST_DAYS: i64 = 366;

/// A change of a place with who makes it.
pub(super) struct Seating<'a> {
    pub change: SeatChange,
    pub acting: &'a Acting,
    pub actor: String,
    pub version: i32,
    pub detail: &'static str,
    pub text: &'a str,
}

impl Work<'_> {
    /// Makes a change of a place; its links end with it.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-yours`, `not-possible`; [`StoreError::Conflict`].
    pub(super) async fn change_seat(
        &mut self,
        panel: &p::Model,
        seat: &s::Model,
        making: Seating<'_>,
        mut set: s::ActiveModel,
    ) -> Result<SeatState, CellError> {
        let next = seat_state(seat)?.after(making.change, making.acting)?;
        set.state = Set(next.word().to_owned());
        if !next.is_live() {
            set.ended_at = Set(Some(self.now));
        }
        self.write_seat(seat, making.version, set).await?;
        if !next.is_live() {
            self.end_links(target(seat)).await?;
            self.stop_seat_mail(seat).await?;
        }
        let told = (making.change.word(), making.detail, making.text.trim());
        self.panel_event(panel, told, Some(seat.id), (making.actor, None)).await?;
        Ok(next)
    }

    pub(super) async fn write_seat(
        &self,
        seat: &s::Model,
        version: i32,
        mut set: s::ActiveModel,
    ) -> Result<(), StoreError> {
        set.version = Set(version + 1);
        let written = s::Entity::update_many()
            .set(set)
            .filter(s::Column::ControllerId.eq(seat.controller_id))
            .filter(s::Column::Id.eq(seat.id))
            .filter(s::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    async fn house_seat<A: Act>(
        &mut self,
        grant: &Grant<A>,
        seat: Uuid,
    ) -> Result<(p::Model, s::Model), StoreError> {
        let panel = self.panel_row(grant.facts().controller, grant.id()).await?;
        let seat = self.seat_row(&panel, seat).await?;
        Ok((panel, seat))
    }

    /// Invites somebody by name; nothing is sent by this. Who is to lead takes the place of who was.
    ///
    /// # Errors
    /// [`CellError::Rule`] with the word of a [`PanelFault`]; `not-possible` once it ended.
    pub async fn name_expert(
        &mut self,
        grant: &Grant<PreparePanel>,
        expert: &Expert,
        is_lead: bool,
        is_staff: bool,
    ) -> Result<Uuid, CellError> {
        let panel = self.panel_row(grant.facts().controller, grant.id()).await?;
        if kind_of(&panel)? != PanelKind::Local {
            return Err(PanelFault::NotThisKind.into());
        }
        if !state_of(&panel)?.is_under_way() {
            return Err(CellError::Rule("not-possible"));
        }
        let rows = self.seat_rows(&panel).await?;
        let mut others = Vec::new();
        for one in &rows {
            if seat_state(one)?.is_live() {
                others.push(self.card_of(one).await?);
            }
        }
        expert.check(is_staff, &others)?;
        let (id, key) = (self.id()?, self.key(panel.subject_id).await?);
        if is_lead {
            self.nobody_leads(&panel).await?;
        }
        s::Entity::insert(s::ActiveModel {
            controller_id: Set(panel.controller_id),
            id: Set(id),
            panel_id: Set(panel.id),
            subject_id: Set(panel.subject_id),
            is_lead: Set(is_lead),
            state: Set(SeatState::Named.word().to_owned()),
            version: Set(1),
            named_by: Set(staff(grant)?.account),
            named_at: Set(self.now),
            access_by: Set(None),
            access_at: Set(None),
            sent_at: Set(None),
            seated_at: Set(None),
            read_at: Set(None),
            wrote_at: Set(None),
            ended_at: Set(None),
            decline: Set(None),
            outbox_id: Set(None),
            sealed_card: Set(seal_text(&key, SEAT, "sealed_card", id, &to_json(expert)?)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        let kind = if is_lead { "named-lead" } else { "named" };
        let actor = grant.actor().pseudonym();
        self.panel_event(&panel, (kind, "", ""), Some(id), (actor, None)).await?;
        self.log_case(grant, panel.file_id).await?;
        Ok(id)
    }

    async fn nobody_leads(&self, panel: &p::Model) -> Result<(), StoreError> {
        s::Entity::update_many()
            .set(s::ActiveModel { is_lead: Set(false), ..Default::default() })
            .filter(s::Column::ControllerId.eq(panel.controller_id))
            .filter(s::Column::PanelId.eq(panel.id))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// Lets another of the experts lead.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-possible` for who takes part no more; [`StoreError::Conflict`].
    pub async fn let_lead(
        &mut self,
        grant: &Grant<PreparePanel>,
        seat: Uuid,
        version: i32,
    ) -> Result<(), CellError> {
        let (panel, row) = self.house_seat(grant, seat).await?;
        if !seat_state(&row)?.is_live() || !state_of(&panel)?.is_under_way() {
            return Err(CellError::Rule("not-possible"));
        }
        self.nobody_leads(&panel).await?;
        self.write_seat(&row, version, s::ActiveModel { is_lead: Set(true), ..Default::default() }).await?;
        let actor = grant.actor().pseudonym();
        self.panel_event(&panel, ("leads", "", ""), Some(row.id), (actor, None)).await?;
        Ok(self.log_case(grant, panel.file_id).await?)
    }

    /// The European coordinator validates an expert's access, or refuses it with a reason (duty D18).
    ///
    /// # Errors
    /// [`CellError::Rule`] `same-person` for who validated the case, `words-missing` for a refusal; [`StoreError::Conflict`].
    pub async fn validate_panel_access(
        &mut self,
        grant: &Grant<ValidatePanelAccess>,
        seat: Uuid,
        version: i32,
        change: SeatChange,
        reason: &str,
    ) -> Result<(), CellError> {
        if !matches!(change, SeatChange::Admit | SeatChange::Refuse) {
            return Err(CellError::Rule("not-possible"));
        }
        let (panel, row) = self.house_seat(grant, seat).await?;
        let who = staff(grant)?;
        acts(&panel, &[]).may_validate_access(who.account)?;
        if !state_of(&panel)?.is_under_way() {
            return Err(CellError::Rule("not-possible"));
        }
        let text = if change == SeatChange::Refuse { said(reason)? } else { reason.trim() };
        let set = s::ActiveModel {
            access_by: Set(Some(who.account)),
            access_at: Set(Some(self.now)),
            ..Default::default()
        };
        let (acting, actor) = (acting(who), grant.actor().pseudonym());
        let making = Seating { change, acting: &acting, actor, version, detail: "", text };
        self.change_seat(&panel, &row, making, set).await?;
        Ok(self.log_case(grant, panel.file_id).await?)
    }

    /// Sends the link by mail, or another in its place: it carries nothing but itself. `mail` is made of the token and the expert.
    ///
    /// # Errors
    /// [`CellError::Rule`] `panel-not-open` before it is opened, `not-possible` for who was not admitted; [`StoreError::Conflict`].
    pub async fn invite_expert(
        &mut self,
        grant: &Grant<PreparePanel>,
        seat: Uuid,
        version: i32,
        mail: impl FnOnce(&str, &Expert) -> Outgoing,
    ) -> Result<(), CellError> {
        let (panel, row) = self.house_seat(grant, seat).await?;
        if state_of(&panel)? != PanelState::Open || panel.due_at <= self.now {
            return Err(CellError::Rule("panel-not-open"));
        }
        let expert = self.card_of(&row).await?;
        let token = random::token().map_err(StoreError::from)?;
        let file = self.case_row(panel.controller_id, Some(panel.file_id)).await?;
        let outbox = self.enqueue_about(&file, "panel-invitation", &mail(&token, &expert)).await?;
        let set = s::ActiveModel {
            sent_at: Set(row.sent_at.or(Some(self.now))),
            outbox_id: Set(Some(outbox)),
            ..Default::default()
        };
        let (acting, actor) = (acting(staff(grant)?), grant.actor().pseudonym());
        let making =
            Seating { change: SeatChange::Invite, acting: &acting, actor, version, detail: "", text: "" };
        self.change_seat(&panel, &row, making, set).await?;
        // Long enough for the deadline to be moved, and for what came of it to be read; what they see ends by its own rule.
        let days = (panel.due_at - self.now).num_days() + LEAD_DAYS + 2 * THANKS_DAYS;
        let days = u16::try_from(days.clamp(1, MOST_DAYS)).unwrap_or(1);
        self.insert_link(target(&row), NewLink { token: &token, channel: Channel::Mail, days }).await?;
        Ok(self.log_case(grant, panel.file_id).await?)
    }

    /// Makes the code of an expert's link, to be told over another channel. An earlier code ends.
    ///
    /// # Errors
    /// [`CellError::Rule`] `same-channel`, `not-possible` without an open link.
    pub async fn issue_expert_code(
        &mut self,
        grant: &Grant<PreparePanel>,
        seat: Uuid,
        channel: Channel,
    ) -> Result<String, CellError> {
        let (panel, row) = self.house_seat(grant, seat).await?;
        let code = self.issue_code(target(&row), channel, staff(grant)?.account).await?;
        let actor = grant.actor().pseudonym();
        self.panel_event(&panel, ("code-made", channel.word(), ""), Some(row.id), (actor, None)).await?;
        self.log_case(grant, panel.file_id).await?;
        Ok(code)
    }

    /// Ends a place, or writes down that an expert declined by telephone: their link ends at once.
    ///
    /// # Errors
    /// [`CellError::Rule`] `words-missing`, `not-possible`; [`StoreError::Conflict`].
    pub async fn end_seat(
        &mut self,
        grant: &Grant<PreparePanel>,
        seat: Uuid,
        version: i32,
        decline: Option<DeclineWhy>,
        reason: &str,
    ) -> Result<(), CellError> {
        let (panel, row) = self.house_seat(grant, seat).await?;
        let change = if decline.is_some() { SeatChange::Decline } else { SeatChange::End };
        let text = said(reason)?;
        let set =
            s::ActiveModel { decline: Set(decline.map(|why| why.word().to_owned())), ..Default::default() };
        let (acting, actor) = (acting(staff(grant)?), grant.actor().pseudonym());
        let detail = decline.map_or("", DeclineWhy::word);
        let making = Seating { change, acting: &acting, actor, version, detail, text };
        self.change_seat(&panel, &row, making, set).await?;
        Ok(self.log_case(grant, panel.file_id).await?)
    }

    /// Thanks the experts who read the case: each is written to, in the same work. `mail` is made of their place in the row and the expert.
    ///
    /// # Errors
    /// What the store says.
    pub async fn thank_experts(
        &mut self,
        grant: &Grant<PreparePanel>,
        mail: impl Fn(u128, &Expert) -> Outgoing,
    ) -> Result<(), StoreError> {
        let panel = self.panel_row(grant.facts().controller, grant.id()).await?;
        let file = self.case_row(panel.controller_id, Some(panel.file_id)).await?;
        // Nothing automatic goes out about somebody who died (duty D6).
        if self.has_died(file.controller_id, &[file.subject_id], "").await? {
            return Ok(());
        }
        let mut count = 0_u128;
        for row in self.seat_rows(&panel).await? {
            if row.read_at.is_none() || seat_state(&row)? != SeatState::Seated {
                continue;
            }
            let expert = self.card_of(&row).await?;
            count += 1;
            self.enqueue_about(&file, "panel-thanks", &mail(count, &expert)).await?;
            let actor = grant.actor().pseudonym();
            self.panel_event(&panel, ("thanked", "", ""), Some(row.id), (actor, None)).await?;
        }
        Ok(())
    }
}
