//! Enquiries: logged, read, listed, changed, each against its grant.
//!
//! * [`log`]: a new one, exactly once;
//! * [`past`]: one that was taken elsewhere, before;
//! * [`prompts`]: what it asks of a human by itself;
//! * [`read`]: one of them, opened;
//! * [`queue`]: who waits;
//! * [`change`]: take, answer, close, revise: never over somebody else's change;
//! * [`thread`]: messages and attachments;
//! * [`incoming`]: what tells to which thread a mail belongs.

pub mod change;
pub mod incoming;
pub mod log;
pub mod past;
mod prompts;
pub mod queue;
pub mod read;
pub mod thread;

use super::{Work, micros};
use crate::StoreError;
use crate::entities::{enquiry, enquiry_event};
use crate::records::rights::thread::Thread;
use ariane_domain::access::{Facts, NotesReaders};
use ariane_domain::enquiry::State;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{SimpleExpr, UnionType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

pub(crate) const TABLE: &str = "enquiry";

/// Enquiries that one of these records made or is concerned by. Two questions joined: a database that is asked for either in one
/// walks through all enquiries of the organisation.
pub(crate) fn of_persons(controller: Uuid, persons: &[Uuid]) -> SimpleExpr {
    let of = |column: enquiry::Column| {
        let mut asked = enquiry::Entity::find()
            .select_only()
            .column(enquiry::Column::Id)
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(column.is_in(persons.iter().copied()));
        QuerySelect::query(&mut asked).take()
    };
    let mut made = of(enquiry::Column::RequesterId);
    made.union(UnionType::Distinct, of(enquiry::Column::ConcernedId));
    enquiry::Column::Id.in_subquery(made)
}

impl Work<'_> {
    pub(crate) async fn enquiry_row(
        &self,
        controller: Uuid,
        id: Option<Uuid>,
    ) -> Result<enquiry::Model, StoreError> {
        let id = id.ok_or(StoreError::NotThere)?;
        enquiry::Entity::find_by_id((controller, id))
            .one(&self.transaction)
            .await?
            .ok_or(StoreError::NotThere)
    }

    /// What the policy must know of an enquiry. Holds nothing personal, so it needs no grant.
    pub async fn enquiry_facts(&mut self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        let row = self.enquiry_row(controller, Some(id)).await?;
        let mut persons = self.same_person(controller, row.requester_id).await?;
        persons.extend(row.concerned_id);
        let state = State::from_word(&row.state);
        Ok(Facts {
            enquiry: Some(id),
            is_handed_over: state == Some(State::HandedOver),
            is_withdrawn: row.withdrawn_at.is_some(),
            author: row.taken_by,
            notes_readers: NotesReaders::default(),
            choices: self.current_choices(controller, &persons).await?,
            broken_glass: self.broken_glass(controller, id).await?,
            hindrances: self.hindrances(&Thread::Enquiry(row.clone())).await?,
            ..Facts::of(controller, TABLE, id)
        })
    }

    /// Writes down what happened and when: the clocks of the figures (product row 20).
    pub(crate) async fn event(
        &self,
        controller: Uuid,
        enquiry: Uuid,
        kind: &str,
        detail: &str,
        actor: &str,
    ) -> Result<(), StoreError> {
        self.event_at(controller, enquiry, kind, detail, actor, self.now).await
    }

    /// The same for what happened at another time than it is written down.
    pub(crate) async fn event_at(
        &self,
        controller: Uuid,
        enquiry: Uuid,
        kind: &str,
        detail: &str,
        actor: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        enquiry_event::Entity::insert(enquiry_event::ActiveModel {
            controller_id: Set(controller),
            id: Set(self.id()?),
            enquiry_id: Set(enquiry),
            kind: Set(kind.to_owned()),
            detail: Set(detail.to_owned()),
            actor: Set(actor.to_owned()),
            at: Set(micros(at)),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }
}
