//! Where a file of the service stands, and what a death does to it (duty D6).

use crate::StoreError;
use crate::entities::service_file as f;
use crate::records::Work;
use crate::records::cell::{CellError, acting, staff};
use ariane_domain::access::grant::{Act, FollowInService, Grant};
use ariane_domain::cell::death::day_of_death;
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::service::{EntryKind, ServiceEnd, ServiceEvent, ServiceState};
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use uuid::Uuid;

impl Work<'_> {
    /// Moves a file on; `text` says more where a reason does, and is sealed. `died_on` counts for a death alone.
    pub async fn change_service(
        &mut self,
        grant: &Grant<FollowInService>,
        version: i32,
        event: ServiceEvent,
        text: &str,
        died_on: Option<NaiveDate>,
    ) -> Result<(), CellError> {
        let row = self.service_row(grant.facts().controller, grant.id()).await?;
        let today = self.today();
        match event {
            ServiceEvent::RecordDeath => {
                let persons = self.open_persons(row.controller_id, &[row.subject_id]).await?;
                let birth = persons.first().and_then(|person| person.identity.birth_date);
                let day = day_of_death(died_on, birth, today)?;
                self.move_service(grant, &row, version, event, text).await?;
                self.died(grant, row.subject_id, day).await?;
                let records = self.same_person(row.controller_id, row.subject_id).await?;
                self.files_died(grant, &records, today).await?;
            }
            ServiceEvent::CorrectDeath => {
                self.move_service(grant, &row, version, event, text).await?;
                self.lives(row.controller_id, row.subject_id).await?;
            }
            _ => self.move_service(grant, &row, version, event, text).await?,
        }
        Ok(self.log_service(grant, row.id).await?)
    }

    /// Moves it by the rule, and tells the cell what concerns it.
    pub(super) async fn move_service<A: Act>(
        &mut self,
        grant: &Grant<A>,
        row: &f::Model,
        version: i32,
        event: ServiceEvent,
        text: &str,
    ) -> Result<(), CellError> {
        let who = staff(grant)?;
        let text = text.trim();
        if event.needs_words() && text.is_empty() {
            return Err(CellError::Rule("words-missing"));
        }
        let state = ServiceState::from_word(&row.state);
        let state = state.ok_or_else(|| StoreError::Damaged(row.id.to_string()))?;
        let next = state.after(event.change(), &acting(who))?;
        let end = if let ServiceEvent::End(reason) = event { reason.word() } else { "" };
        let mut set = f::ActiveModel {
            state: Set(next.word().to_owned()),
            end_reason: Set(end.to_owned()),
            next_on: Set(row.next_on.filter(|_| next == ServiceState::Followed)),
            ..f::ActiveModel::default()
        };
        match event {
            // Who takes somebody on follows them.
            ServiceEvent::Take | ServiceEvent::Reopen => set.holder_id = Set(Some(who.account)),
            ServiceEvent::OfferAgain => set.holder_id = Set(None),
            _ => {}
        }
        self.write_service(row, version, set).await?;
        if !text.is_empty() {
            let (account, today) = (who.account, self.today());
            self.insert_entry(row, account, (EntryKind::Change, today), text).await?;
        }
        if event.is_told_to_cell() {
            self.tell_cell(grant, row, next.word()).await?;
        }
        Ok(())
    }

    /// Ends the follow-up of somebody who died, wherever that was learned first.
    pub(in crate::records) async fn services_died(
        &self,
        controller: Uuid,
        persons: &[Uuid],
    ) -> Result<(), StoreError> {
        f::Entity::update_many()
            .col_expr(f::Column::State, Expr::value(ServiceState::Died.word()))
            .col_expr(f::Column::NextOn, Expr::value(None::<NaiveDate>))
            .col_expr(f::Column::EndReason, Expr::value(""))
            .col_expr(f::Column::ChangedAt, Expr::value(self.now))
            .col_expr(f::Column::Version, Expr::col(f::Column::Version).add(1))
            .filter(f::Column::ControllerId.eq(controller))
            .filter(f::Column::SubjectId.is_in(persons.iter().copied()))
            .filter(f::Column::State.ne(ServiceState::Died.word()))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// The end reason of a file, as its word.
    pub(super) fn end_of(row: &f::Model) -> Option<ServiceEnd> {
        ServiceEnd::from_word(&row.end_reason)
    }
}
