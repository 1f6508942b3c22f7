//! Persons of an enquiry: what was last said to whom, somebody else's story, a death.

use super::tasks::TaskKind;
use crate::StoreError;
use crate::entities::{enquiry, outbox, person};
use crate::records::Work;
use crate::records::enquiries::of_persons;
use crate::records::enquiries::thread::Direction;
use crate::records::persons::{Identity, PersonCodes};
use ariane_domain::access::grant::{Act, AnswerEnquiry, Grant, LogEnquiry};
use ariane_domain::enquiry::{Outcome, State};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The last contact with somebody who calls again (duty D46).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastContact {
    /// The enquiry.
    pub enquiry: Uuid,
    /// Its number.
    pub number: i64,
    /// When it came.
    pub at: DateTime<Utc>,
    /// Where it stands.
    pub state: State,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// What it was about, in a line.
    pub summary: String,
    /// What was last said, by which side.
    pub last: Option<(Direction, String)>,
}

impl Work<'_> {
    /// The last contact of a person about to be entered again; the grant to log covers the question.
    pub async fn last_contact(
        &mut self,
        grant: &Grant<LogEnquiry>,
        person: Uuid,
    ) -> Result<Option<LastContact>, StoreError> {
        let controller = grant.facts().controller;
        let records = self.same_person(controller, person).await?;
        let row = enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(of_persons(&records))
            .filter(enquiry::Column::WithdrawnAt.is_null())
            .order_by_desc(enquiry::Column::ReceivedAt)
            .one(&self.transaction)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let (id, number, at) = (row.id, row.number, row.received_at);
        self.log(grant, &format!("enquiry/{id}")).await?;
        let opened = match self.open_enquiry(row).await {
            Ok(opened) => opened,
            Err(StoreError::Erased) => return Ok(None),
            Err(other) => return Err(other),
        };
        let said = opened.messages.iter().rev().find(|m| m.kind == "message");
        Ok(Some(LastContact {
            enquiry: id,
            number,
            at,
            state: opened.state,
            outcome: opened.outcome,
            summary: if opened.texts.summary.is_empty() { opened.texts.note } else { opened.texts.summary },
            last: said.map(|m| (m.direction, m.text.clone())),
        }))
    }

    /// Adds the person concerned to an enquiry that somebody else made.
    pub async fn add_concerned(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        version: i32,
        identity: &Identity,
        codes: &PersonCodes,
    ) -> Result<Uuid, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        if row.concerned_id.is_some() {
            return Err(StoreError::NotPossible);
        }
        let person = self.insert_person(row.controller_id, identity, codes).await?;
        let set = enquiry::ActiveModel { concerned_id: Set(Some(person)), ..Default::default() };
        self.write_version(&row, version, set).await?;
        self.event(row.controller_id, row.id, "concerned-added", "", &grant.actor().pseudonym()).await?;
        self.note(grant).await?;
        Ok(person)
    }

    /// Records a death (duty D6): marks the person's records, stops every automatic mail about them, and leaves a task
    /// for a human at each enquiry, all in this one unit of work. Gives how many mails were stopped.
    pub async fn record_death(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        deceased: Uuid,
        died_on: NaiveDate,
    ) -> Result<u64, StoreError> {
        let controller = grant.facts().controller;
        let own = self.enquiry_row(controller, grant.id()).await?;
        if own.requester_id != deceased && own.concerned_id != Some(deceased) {
            return Err(StoreError::NotThere);
        }
        let stopped = self.died(grant, deceased, died_on).await?;
        let records = self.same_person(controller, deceased).await?;
        self.files_died(grant, &records, self.now.date_naive()).await?;
        self.note(grant).await?;
        Ok(stopped)
    }

    /// What a death stops outside the cell: every automatic message about the person, with a task for a human in each
    /// enquiry that is open. Gives how many messages were stopped.
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
        let rows = enquiry::Entity::find()
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(of_persons(&records))
            .all(&self.transaction)
            .await?;
        let ids: BTreeSet<Uuid> = rows.iter().map(|r| r.id).collect();
        let stopped = outbox::Entity::update_many()
            .col_expr(outbox::Column::State, Expr::value("stopped"))
            .col_expr(outbox::Column::LastError, Expr::value("death"))
            .filter(outbox::Column::ControllerId.eq(controller))
            .filter(outbox::Column::EnquiryId.is_in(ids))
            .filter(outbox::Column::State.eq("waiting"))
            // What a human wrote and sent is theirs to stop.
            .filter(outbox::Column::Kind.ne("reply"))
            .exec(&self.transaction)
            .await?
            .rows_affected;
        let actor = grant.actor().pseudonym();
        for row in &rows {
            self.event(controller, row.id, "death-recorded", "", &actor).await?;
            let is_open = State::from_word(&row.state)
                .is_some_and(|s| !matches!(s, State::Closed | State::Withdrawn | State::Merged));
            if is_open {
                self.add_task(controller, row.id, TaskKind::AfterDeath, self.now + TimeDelta::days(1))
                    .await?;
            }
        }
        Ok(stopped)
    }

    /// Takes back a death that was recorded by mistake.
    pub async fn unrecord_death(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        person: Uuid,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let own = self.enquiry_row(controller, grant.id()).await?;
        if own.requester_id != person && own.concerned_id != Some(person) {
            return Err(StoreError::NotThere);
        }
        self.lives(controller, person).await?;
        self.event(controller, own.id, "death-taken-back", "", &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }

    /// A death was recorded in error. Files of the cell stay as they are: who follows them looks first.
    pub(crate) async fn lives(&mut self, controller: Uuid, person: Uuid) -> Result<(), StoreError> {
        let records = self.same_person(controller, person).await?;
        person::Entity::update_many()
            .col_expr(person::Column::DiedOn, Expr::value(None::<NaiveDate>))
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.is_in(records))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// The other records that are linked as the same person, for the page of an enquiry.
    pub async fn linked_records(&self, controller: Uuid, person: Uuid) -> Result<Vec<Uuid>, StoreError> {
        let all = self.same_person(controller, person).await?;
        Ok(all.into_iter().filter(|id| *id != person).collect())
    }
}
