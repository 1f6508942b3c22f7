//! Administrative checklists that editors of the installation keep. Each change is a version of its own; they name no person.

use crate::entities::procedure_version as v;
use crate::records::cell::{CellError, staff, to_json};
use crate::records::{Records, Work};
use crate::{Store, StoreError};
use ariane_domain::access::grant::{Grant, ManageChecklists};
use ariane_domain::procedure::{OwnProcedure, ProcedureFault, ProcedureState};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, SqlErr};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A version of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcedureVersion {
    /// Counts from one.
    pub number: i32,
    /// What it says, and what held from then on.
    pub own: OwnProcedure,
    /// Account that wrote it.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

fn read(row: v::Model) -> Result<ProcedureVersion, StoreError> {
    let damaged = || StoreError::Damaged(row.id.to_string());
    Ok(ProcedureVersion {
        number: row.number,
        own: OwnProcedure {
            state: ProcedureState::from_word(&row.state).ok_or_else(damaged)?,
            procedure: serde_json::from_str(&row.body).map_err(|_| damaged())?,
        },
        author: row.author_id,
        at: row.at,
    })
}

/// The last version of each list.
fn latest(rows: Vec<v::Model>) -> Result<Vec<ProcedureVersion>, StoreError> {
    let mut last: BTreeMap<String, v::Model> = BTreeMap::new();
    for row in rows {
        last.insert(row.list.clone(), row);
    }
    last.into_values().map(read).collect()
}

impl From<ProcedureFault> for CellError {
    fn from(fault: ProcedureFault) -> Self {
        Self::Rule(match fault {
            ProcedureFault::Id => "procedure-id",
            ProcedureFault::NoTitle => "procedure-title",
            ProcedureFault::NoSteps => "procedure-steps",
            ProcedureFault::TooManySteps => "procedure-many",
            ProcedureFault::Incomplete => "procedure-incomplete",
            ProcedureFault::TooLong => "procedure-long",
            ProcedureFault::NoSource => "procedure-source",
            ProcedureFault::Url => "procedure-url",
            ProcedureFault::Checked => "procedure-checked",
            ProcedureFault::ConfirmedWithoutDay => "procedure-day",
        })
    }
}

impl Work<'_> {
    /// What the editors last said of each list, by its id.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn own_procedures(
        &self,
        grant: &Grant<ManageChecklists>,
    ) -> Result<Vec<ProcedureVersion>, StoreError> {
        let rows = v::Entity::find()
            .filter(v::Column::ControllerId.eq(grant.facts().controller))
            .order_by_asc(v::Column::Number)
            .all(&self.transaction)
            .await?;
        latest(rows)
    }

    /// Versions of one list, the newest first; none of one that only comes with the program.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn procedure_versions(
        &self,
        grant: &Grant<ManageChecklists>,
        list: &str,
    ) -> Result<Vec<ProcedureVersion>, StoreError> {
        let rows = v::Entity::find()
            .filter(v::Column::ControllerId.eq(grant.facts().controller))
            .filter(v::Column::List.eq(list))
            .order_by_desc(v::Column::Number)
            .all(&self.transaction)
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// Says something of a list: what it reads now, that it is taken back, that it is not shown. `read` is the version that was
    /// looked at, zero where there was none.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where somebody was quicker; [`CellError::Rule`] for a list that is not taken as it is.
    pub async fn say_of_procedure(
        &mut self,
        grant: &Grant<ManageChecklists>,
        read: i32,
        own: &OwnProcedure,
        today: NaiveDate,
    ) -> Result<(), CellError> {
        if own.state == ProcedureState::Kept {
            own.procedure.check(today)?;
        }
        let there = self.procedure_versions(grant, &own.procedure.id).await?;
        if there.first().map_or(0, |last| last.number) != read {
            return Err(StoreError::Conflict.into());
        }
        let new = v::ActiveModel {
            controller_id: Set(grant.facts().controller),
            id: Set(self.id()?),
            list: Set(own.procedure.id.clone()),
            number: Set(read + 1),
            state: Set(own.state.word().to_owned()),
            body: Set(to_json(&own.procedure)?),
            author_id: Set(staff(grant)?.account),
            at: Set(self.now),
        };
        let written = v::Entity::insert(new).exec_without_returning(&self.transaction).await;
        written.map_err(|error| match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => StoreError::Conflict,
            _ => error.into(),
        })?;
        Ok(self.log(grant, "office").await?)
    }
}

impl Records {
    /// What the editors last said of each list: read for pages that anybody may read.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn procedures_kept(&self, controller: Uuid) -> Result<Vec<OwnProcedure>, StoreError> {
        self.store.procedures_kept(controller).await
    }
}

impl Store {
    /// What the editors last said of each list.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn procedures_kept(&self, controller: Uuid) -> Result<Vec<OwnProcedure>, StoreError> {
        let rows = v::Entity::find()
            .filter(v::Column::ControllerId.eq(controller))
            .order_by_asc(v::Column::Number)
            .all(&self.db)
            .await?;
        Ok(latest(rows)?.into_iter().map(|one| one.own).collect())
    }

    /// The newest thing that was said of any list: changes when one of them does.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub async fn procedures_mark(&self, controller: Uuid) -> Result<Option<Uuid>, StoreError> {
        let newest = v::Entity::find()
            .select_only()
            .column(v::Column::Id)
            .filter(v::Column::ControllerId.eq(controller))
            .order_by_desc(v::Column::Id)
            .into_tuple()
            .one(&self.db)
            .await?;
        Ok(newest)
    }
}
