//! Reminders to experts: who is to be reminded is a rule ([`ariane_domain::panel::reminder`]); here it is looked up, written down and
//! sent, once.

use super::{knock, seat_state, state_of};
use crate::StoreError;
use crate::entities::{panel as p, panel_event as e, panel_seat as s};
use crate::records::Work;
use crate::records::outbox::Outgoing;
use ariane_domain::access::grant::{Grant, PreparePanel};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::panel::PanelState;
use ariane_domain::panel::acts::Expert;
use ariane_domain::panel::clock::Urgency;
use ariane_domain::panel::reminder::{Reminder, Waited};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

/// The job under whose name this is done.
const JOB: Actor = Actor::System("panels");
const EVENT: &str = "reminded";

impl Work<'_> {
    /// Panels that are open, for the job that reminds their experts.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn open_panels(&mut self, controller: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let rows = p::Entity::find()
            .select_only()
            .column(p::Column::Id)
            .filter(p::Column::ControllerId.eq(controller))
            .filter(p::Column::State.eq(PanelState::Open.word()));
        Ok(rows.into_tuple().all(&self.transaction).await?)
    }

    /// A grant for that job, about one panel: what its person agreed to counts for it as for everybody.
    ///
    /// # Errors
    /// What the store says; the policy's answer is within.
    pub async fn panel_job(
        &mut self,
        controller: Uuid,
        panel: Uuid,
    ) -> Result<Result<Grant<PreparePanel>, Refusal>, StoreError> {
        let facts = self.panel_facts(controller, panel).await?;
        Ok(self.grant(&JOB, facts))
    }

    /// Reminds the experts of a panel from whom something is waited for; gives how many. `mail` is made of what they are reminded of, an
    /// id and the expert.
    ///
    /// # Errors
    /// What the store says.
    pub async fn remind_experts(
        &mut self,
        grant: &Grant<PreparePanel>,
        mail: impl Fn(Reminder, Uuid, &Expert) -> Outgoing,
    ) -> Result<usize, StoreError> {
        let panel = self.panel_row(grant.facts().controller, grant.id()).await?;
        if state_of(&panel)? != PanelState::Open {
            return Ok(0);
        }
        let file = self.case_row(panel.controller_id, Some(panel.file_id)).await?;
        // Nothing automatic goes out about somebody who died (duty D6).
        if self.has_died(file.controller_id, &[file.subject_id], "").await? {
            return Ok(0);
        }
        let urgency = Urgency::from_word(&panel.urgency).unwrap_or(Urgency::Usual);
        let mut count = 0;
        for row in self.seat_rows(&panel).await? {
            if !seat_state(&row)?.is_live() {
                continue;
            }
            let (sent_at, seated_at, wrote_at) = (row.sent_at, row.seated_at, row.wrote_at);
            let waited = Waited { knock: knock(&panel, &row)?, urgency, sent_at, seated_at, wrote_at };
            let before = self.reminded_of(&row).await?;
            let Some(what) = waited.reminder(&before, self.now) else { continue };
            let expert = self.card_of(&row).await?;
            let id = self.id()?;
            self.enqueue_about(&file, "panel-reminder", &mail(what, id, &expert)).await?;
            let actor = grant.actor().pseudonym();
            self.panel_event(&panel, (EVENT, what.word(), ""), Some(row.id), (actor, None)).await?;
            count += 1;
        }
        Ok(count)
    }

    async fn reminded_of(&self, seat: &s::Model) -> Result<Vec<Reminder>, StoreError> {
        let words: Vec<String> = e::Entity::find()
            .select_only()
            .column(e::Column::Detail)
            .filter(e::Column::ControllerId.eq(seat.controller_id))
            .filter(e::Column::PanelId.eq(seat.panel_id))
            .filter(e::Column::SeatId.eq(seat.id))
            .filter(e::Column::Kind.eq(EVENT))
            .into_tuple()
            .all(&self.transaction)
            .await?;
        Ok(words.iter().filter_map(|word| Reminder::from_word(word)).collect())
    }
}
