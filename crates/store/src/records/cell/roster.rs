//! Absences and who stands in.

use super::{CellError, staff};
use crate::StoreError;
use crate::entities::absence as a;
use crate::records::Work;
use ariane_domain::access::grant::{Grant, HoldMeeting};
use ariane_domain::cell::Span;
use ariane_domain::cell::roster::{Absence, Roster};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

impl Work<'_> {
    /// All absences of an organisation. Holds nothing of a person who is followed.
    pub async fn roster(&self, controller: Uuid) -> Result<Roster, StoreError> {
        let rows = a::Entity::find()
            .filter(a::Column::ControllerId.eq(controller))
            .order_by_asc(a::Column::FromAt)
            .all(&self.transaction)
            .await?;
        let absences = rows.into_iter().map(|row| Absence {
            account: row.account_id,
            span: Span { from: row.from_at, until: row.until_at },
            stand_in: row.stand_in_id,
        });
        Ok(Roster { absences: absences.collect() })
    }

    /// The same with ids, for who changes them: those that have not ended at a moment.
    pub async fn absences(
        &self,
        controller: Uuid,
        now: DateTime<Utc>,
    ) -> Result<Vec<(Uuid, Absence)>, StoreError> {
        let lasts = Condition::any().add(a::Column::UntilAt.is_null()).add(a::Column::UntilAt.gt(now));
        let rows = a::Entity::find()
            .filter(a::Column::ControllerId.eq(controller))
            .filter(lasts)
            .order_by_asc(a::Column::FromAt)
            .all(&self.transaction)
            .await?;
        let absence = |row: a::Model| {
            let span = Span { from: row.from_at, until: row.until_at };
            (row.id, Absence { account: row.account_id, span, stand_in: row.stand_in_id })
        };
        Ok(rows.into_iter().map(absence).collect())
    }

    /// Ends one's own absence now, or takes it back when it has not begun.
    pub async fn end_absence(&mut self, grant: &Grant<HoldMeeting>, id: Uuid) -> Result<(), CellError> {
        let (account, controller) = (staff(grant)?.account, grant.facts().controller);
        let found = a::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        let row = found.ok_or(StoreError::NotThere)?;
        if row.account_id != account {
            return Err(CellError::Rule("not-yours"));
        }
        if row.from_at >= self.now {
            a::Entity::delete_by_id((controller, id)).exec(&self.transaction).await?;
        } else {
            a::Entity::update_many()
                .set(a::ActiveModel { until_at: Set(Some(self.now)), ..a::ActiveModel::default() })
                .filter(a::Column::ControllerId.eq(controller))
                .filter(a::Column::Id.eq(id))
                .exec(&self.transaction)
                .await?;
        }
        Ok(self.log(grant, "office").await?)
    }

    /// Names another stand-in, or none, where the account of the one named is closed.
    pub(in crate::records) async fn hand_stand_in_on(
        &mut self,
        absence: &a::Model,
        stand_in: Option<Uuid>,
    ) -> Result<(), CellError> {
        // Nobody stands in for themselves.
        let stand_in = stand_in.filter(|to| *to != absence.account_id);
        a::Entity::update_many()
            .set(a::ActiveModel { stand_in_id: Set(stand_in), ..a::ActiveModel::default() })
            .filter(a::Column::ControllerId.eq(absence.controller_id))
            .filter(a::Column::Id.eq(absence.id))
            .exec(&self.transaction)
            .await?;
        Ok(())
    }

    /// Writes down one's own absence.
    pub async fn add_absence(
        &mut self,
        grant: &Grant<HoldMeeting>,
        span: Span,
        stand_in: Option<Uuid>,
    ) -> Result<(), CellError> {
        let account = staff(grant)?.account;
        if span.is_empty() {
            return Err(CellError::Rule("empty-span"));
        }
        if stand_in == Some(account) {
            return Err(CellError::Rule("stands-in-for-self"));
        }
        a::Entity::insert(a::ActiveModel {
            controller_id: Set(grant.facts().controller),
            id: Set(self.id()?),
            account_id: Set(account),
            stand_in_id: Set(stand_in),
            from_at: Set(crate::records::micros(span.from)),
            until_at: Set(span.until.map(crate::records::micros)),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(self.log(grant, "office").await?)
    }
}
