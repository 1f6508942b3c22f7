//! What ends a panel without anybody at a page: an agreement that counts no more, a death, an erasure. Who read the case is asked to
//! delete what they kept (duty D4).

use super::begin::in_cpms;
use super::changes::{Making, Said};
use super::state_of;
use crate::StoreError;
use crate::entities::{case_file, outbox, panel as p, panel_seat as s};
use crate::records::Work;
use crate::records::cell::CellError;
use ariane_domain::cell::{Acting, Who};
use ariane_domain::panel::acts::Expert;
use ariane_domain::panel::{PanelChange, PanelEnd};
use ariane_domain::purpose::Purpose;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

const JOB: &str = "system/panels";
/// The mails that go to experts.
const MAILS: [&str; 3] = ["panel-invitation", "panel-reminder", "panel-thanks"];

/// An expert who is to delete what they kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deletion {
    /// Number of the panel.
    pub number: i64,
    /// Who.
    pub expert: Expert,
}

impl Work<'_> {
    async fn end_panel(
        &mut self,
        row: &p::Model,
        end: PanelEnd,
        who: Who,
        actor: &str,
    ) -> Result<(), StoreError> {
        // Links end also where an advice is there already: what came of it is read no more.
        self.shut_panel(row).await?;
        if !state_of(row)?.is_under_way() {
            return Ok(());
        }
        let said = Said { version: Some(row.version), ..Said::default() };
        let acting = Acting::of(who);
        let making = Making {
            change: PanelChange::Withdraw,
            acting: &acting,
            actor: actor.to_owned(),
            seat: None,
            said: &said,
            end: Some(end),
        };
        self.change_panel(row, making, p::ActiveModel::default())
            .await
            .map(|_| ())
            .map_err(CellError::into_store)
    }

    /// Ends what the person of a file does not agree to any more, at once, and asks who read it to delete. Gives how many panels.
    pub(in crate::records) async fn end_unagreed_panels(
        &mut self,
        file: &case_file::Model,
        actor: &str,
    ) -> Result<usize, StoreError> {
        let Some(basis) = self.records.register().basis(Purpose::Panel) else { return Ok(0) };
        let persons = self.same_person(file.controller_id, file.subject_id).await?;
        let rows = p::Entity::find()
            .filter(p::Column::ControllerId.eq(file.controller_id))
            .filter(p::Column::SubjectId.is_in(persons))
            .filter(p::Column::DeletionDueAt.is_null())
            .all(&self.transaction)
            .await?;
        let mut count = 0;
        for row in rows {
            let choices = self.choices_towards(file, row.recipient_id).await?;
            if choices.allow(Purpose::Panel, basis) {
                continue;
            }
            let set = p::ActiveModel { deletion_due_at: Set(Some(self.now)), ..Default::default() };
            self.write_panel(&row, None, set).await?;
            self.end_panel(&row, PanelEnd::AgreementWithdrawn, Who::Person, actor).await?;
            count += 1;
        }
        Ok(count)
    }

    /// Ends all panels of a file: its person died, or is erased. Nothing automatic goes out about them any more (duty D6).
    pub(in crate::records) async fn end_panels(
        &mut self,
        file: &case_file::Model,
        end: PanelEnd,
        actor: &str,
    ) -> Result<(), StoreError> {
        for row in self.panel_rows_of(file).await? {
            self.end_panel(&row, end, Who::System, actor).await?;
        }
        outbox::Entity::update_many()
            .set(outbox::ActiveModel { state: Set("stopped".to_owned()), ..Default::default() })
            .filter(outbox::Column::ControllerId.eq(file.controller_id))
            .filter(outbox::Column::SubjectId.eq(file.subject_id))
            .filter(outbox::Column::Kind.is_in(MAILS))
            .filter(outbox::Column::State.eq("waiting"))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// Experts who read a case whose person took the agreement back, each once: who calls this writes to them in the same work. The same
    /// request stands in the list of the data protection officer, and for a European panel that to withdraw the case in CPMS: nobody is
    /// written to there, the hub does it by the number (duty D16).
    pub async fn take_panel_deletions(&mut self, controller: Uuid) -> Result<Vec<Deletion>, StoreError> {
        let rows = p::Entity::find()
            .filter(p::Column::ControllerId.eq(controller))
            .filter(p::Column::DeletionDueAt.is_not_null())
            .filter(p::Column::DeletionAskedAt.is_null())
            .all(&self.transaction)
            .await?;
        let mut all = Vec::new();
        for row in rows {
            let set = p::ActiveModel { deletion_asked_at: Set(Some(self.now)), ..Default::default() };
            self.write_panel(&row, None, set).await?;
            self.ask_back_from_cpms(&row).await?;
            for seat in self.seat_rows(&row).await? {
                if seat.read_at.is_none() {
                    continue;
                }
                let expert = match self.card_of(&seat).await {
                    Err(StoreError::Erased) => continue,
                    other => other?,
                };
                self.ask_expert_to_delete(&row, &seat, &expert).await?;
                all.push(Deletion { number: row.number, expert });
            }
        }
        Ok(all)
    }

    async fn ask_back_from_cpms(&mut self, row: &p::Model) -> Result<(), StoreError> {
        let number = match self.head_of_panel(row).await {
            Err(StoreError::Erased) => return Ok(()),
            head => head?.cpms_number,
        };
        if number.is_empty() {
            return Ok(());
        }
        self.panel_event(row, ("deletion-asked", "", ""), None, (JOB.to_owned(), None)).await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        let thread = self.thread_of(&file).await?;
        self.ask_one_recipient(&thread, row.id, &in_cpms(&number), JOB).await
    }

    async fn ask_expert_to_delete(
        &mut self,
        row: &p::Model,
        seat: &s::Model,
        expert: &Expert,
    ) -> Result<(), StoreError> {
        self.panel_event(row, ("deletion-asked", "", ""), Some(seat.id), (JOB.to_owned(), None)).await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        let (thread, one) = (self.thread_of(&file).await?, expert.function());
        let name = format!("{} ({})", one.specialty, one.country);
        self.ask_one_recipient(&thread, seat.id, &name, JOB).await
    }
}
