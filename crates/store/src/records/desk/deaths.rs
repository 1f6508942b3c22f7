//! A death (duty D6): what goes out by itself stops in the same transaction, open tasks give way to one human task.
//!
//! The file is kept, for as long as the register lets it be kept: what a relative asked and was told stays theirs, and
//! their own rights under their own link go on. The dead person's own request is no longer answered by machine.

use super::account_of;
use crate::StoreError;
use crate::entities::{enquiry, outbox, person};
use crate::records::Work;
use crate::records::enquiries::of_persons;
use ariane_domain::access::grant::{Act, AnswerEnquiry, Grant};
use ariane_domain::enquiry::{CLOSED_BY_DEATH, TaskKind};
use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use std::collections::BTreeSet;
use uuid::Uuid;

impl Work<'_> {
    /// The records of a person of the grant's enquiry, with the enquiry.
    async fn of_grant(
        &self,
        grant: &Grant<AnswerEnquiry>,
        person: Uuid,
    ) -> Result<(enquiry::Model, Vec<Uuid>), StoreError> {
        let own = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        if own.requester_id != person && own.concerned_id != Some(person) {
            return Err(StoreError::NotThere);
        }
        let records = self.same_person(own.controller_id, person).await?;
        Ok((own, records))
    }

    /// Records a death: marks the person's records, stops every automatic mail about them and to their address, ends the
    /// open tasks of their enquiries, and leaves one task for a human at the enquiry at hand. Gives how many mails were
    /// stopped.
    pub async fn record_death(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        deceased: Uuid,
        died_on: NaiveDate,
    ) -> Result<u64, StoreError> {
        let (own, records) = self.of_grant(grant, deceased).await?;
        let stopped = self.died(grant, deceased, died_on).await?;
        let kind = TaskKind::AfterDeath;
        self.add_task(own.controller_id, own.id, kind, kind.due(self.now)).await?;
        self.files_died(grant, &records, self.today()).await?;
        self.note(grant).await?;
        Ok(stopped)
    }

    /// What a death stops outside the cell, whoever records it: mail, and open tasks. Gives how many mails were stopped.
    pub(crate) async fn died<A: Act>(
        &mut self,
        grant: &Grant<A>,
        deceased: Uuid,
        died_on: NaiveDate,
    ) -> Result<u64, StoreError> {
        let controller = grant.facts().controller;
        let records = self.same_person(controller, deceased).await?;
        person::Entity::update_many()
            .col_expr(person::Column::DiedOn, Expr::value(Some(died_on)))
            .col_expr(person::Column::Version, Expr::col(person::Column::Version).add(1))
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.is_in(records.iter().copied()))
            .exec(&self.transaction)
            .await?;
        self.services_died(controller, &records).await?;
        let ids = self.enquiries_about(controller, &records).await?;
        // A mail makes a record of its own until somebody links it: what waits for the same address stops too.
        let neighbours = self.at_same_address(controller, &records).await?;
        let mut silenced = self.enquiries_about(controller, &neighbours).await?;
        silenced.extend(&ids);
        let stopped = outbox::Entity::update_many()
            .col_expr(outbox::Column::State, Expr::value("stopped"))
            .col_expr(outbox::Column::LastError, Expr::value("death"))
            .filter(outbox::Column::ControllerId.eq(controller))
            .filter(outbox::Column::EnquiryId.is_in(silenced))
            .filter(outbox::Column::State.eq("waiting"))
            // What a human wrote and sent is theirs to stop.
            .filter(outbox::Column::Kind.ne("reply"))
            .exec(&self.transaction)
            .await?
            .rows_affected;
        let actor = grant.actor().pseudonym();
        for id in &ids {
            self.event(controller, *id, "death-recorded", "", &actor).await?;
        }
        self.end_tasks(controller, ids, None, Some(account_of(grant)?), CLOSED_BY_DEATH).await?;
        Ok(stopped)
    }

    async fn enquiries_about(
        &self,
        controller: Uuid,
        persons: &[Uuid],
    ) -> Result<BTreeSet<Uuid>, StoreError> {
        let rows = enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(of_persons(controller, persons))
            .all(&self.transaction)
            .await?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }

    /// Takes back a death that was recorded by mistake. What was stopped stays stopped: a human looks at it.
    pub async fn unrecord_death(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        person: Uuid,
    ) -> Result<(), StoreError> {
        let (own, _) = self.of_grant(grant, person).await?;
        self.lives(own.controller_id, person).await?;
        self.event(own.controller_id, own.id, "death-taken-back", "", &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }

    /// A death was recorded in error. Files of the cell stay as they are: who follows them looks first.
    pub(crate) async fn lives(&mut self, controller: Uuid, person: Uuid) -> Result<(), StoreError> {
        let records = self.same_person(controller, person).await?;
        person::Entity::update_many()
            .col_expr(person::Column::DiedOn, Expr::value(None::<NaiveDate>))
            .col_expr(person::Column::Version, Expr::col(person::Column::Version).add(1))
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.is_in(records))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }
}
