//! The psycho-social service's own follow-up (duty D29), sealed with the key of the person followed.
//!
//! * [`list`]: what is worked off; [`file`]: one file, opened, and what is written in it;
//! * [`change`]: where it stands, and a death;
//! * [`send`]: to the cell; [`cell_side`]: what the coordinators see of it, and how they ask the service.

pub mod cell_side;
pub mod change;
pub mod file;
pub mod list;
mod own;
pub mod send;

use super::cell::CellError;
use crate::StoreError;
use crate::entities::service_file as f;
use crate::records::Work;
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Act, Grant};
use ariane_domain::service::contact::InPast;
use ariane_domain::service::entry::EntryFault;
use ariane_domain::service::sent::NotSent;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

const TABLE: &str = "service_file";
const ENTRY: &str = "service_entry";

impl From<EntryFault> for CellError {
    fn from(fault: EntryFault) -> Self {
        Self::Rule(match fault {
            EntryFault::Empty => "empty",
            EntryFault::TooLong => "clinical-too-long",
            EntryFault::Ahead => "day-ahead",
            EntryFault::NoCase => "service-no-case",
            EntryFault::NotYours => "not-yours",
        })
    }
}

impl From<InPast> for CellError {
    fn from(_: InPast) -> Self {
        Self::Rule("due-in-past")
    }
}

impl From<NotSent> for CellError {
    fn from(fault: NotSent) -> Self {
        Self::Rule(match fault {
            NotSent::NotFollowed => "not-possible",
            NotSent::AlreadyThere => "service-already-there",
        })
    }
}

impl Work<'_> {
    /// What the policy must know of a file of the service. Holds nothing personal, so it needs no grant.
    pub async fn service_facts(&mut self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        let row = self.service_row(controller, Some(id)).await?;
        Ok(Facts {
            choices: self.choices_of_person(controller, row.subject_id, None).await?,
            ..Facts::of(controller, TABLE, id)
        })
    }

    async fn service_row(&self, controller: Uuid, id: Option<Uuid>) -> Result<f::Model, StoreError> {
        let id = id.ok_or(StoreError::NotThere)?;
        let row = f::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        row.ok_or(StoreError::NotThere)
    }

    /// Writes columns of a file as long as nobody else did since `version`.
    async fn write_service(
        &self,
        row: &f::Model,
        version: i32,
        set: f::ActiveModel,
    ) -> Result<(), StoreError> {
        let set = f::ActiveModel { version: Set(version + 1), changed_at: Set(self.now), ..set };
        let written = f::Entity::update_many()
            .set(set)
            .filter(f::Column::ControllerId.eq(row.controller_id))
            .filter(f::Column::Id.eq(row.id))
            .filter(f::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    async fn log_service<A: Act>(&self, grant: &Grant<A>, file: Uuid) -> Result<(), StoreError> {
        self.log(grant, &format!("service/{file}")).await
    }
}
