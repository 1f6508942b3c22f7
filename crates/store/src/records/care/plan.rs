//! Lines of the care plan.

use crate::StoreError;
use crate::entities::{care_line as l, case_file};
use crate::records::cell::{CellError, staff, to_json};
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::plan::PlanItem;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

pub(super) const TABLE: &str = "care_line";

/// A line with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    /// Id.
    pub id: Uuid,
    /// What the rules need.
    pub item: PlanItem,
    /// What is done.
    pub action: String,
    /// Why it came to nothing, or to a part only.
    pub reason: String,
    /// Who wrote it last.
    pub author: Uuid,
    /// When.
    pub changed_at: DateTime<Utc>,
    /// Version.
    pub version: i32,
}

/// A line as it is to be kept.
#[derive(Debug, Clone, Copy)]
pub struct LineText<'l> {
    /// What the rules need.
    pub item: &'l PlanItem,
    /// What is done.
    pub action: &'l str,
    /// Why it came to nothing, or to a part only.
    pub reason: &'l str,
}

impl Work<'_> {
    pub(super) async fn open_plan(&mut self, row: &case_file::Model) -> Result<Vec<PlanLine>, StoreError> {
        let rows = l::Entity::find()
            .filter(l::Column::ControllerId.eq(row.controller_id))
            .filter(l::Column::FileId.eq(row.id))
            .order_by_asc(l::Column::BegunAt)
            .order_by_asc(l::Column::Id)
            .all(&self.transaction)
            .await?;
        self.open_sealed(
            row,
            TABLE,
            rows,
            |one| one.id,
            |one, open| {
                Ok(PlanLine {
                    item: open.json("sealed_rules", &one.sealed_rules)?,
                    action: open.text("sealed_text", &one.sealed_text)?,
                    reason: open.text("sealed_reason", &one.sealed_reason)?,
                    id: one.id,
                    author: one.author_id,
                    changed_at: one.changed_at,
                    version: one.version,
                })
            },
        )
        .await
    }

    /// Keeps a new line (`former` is none), or another wording of one as long as nobody changed it since. `today` is the day
    /// at the office.
    pub async fn keep_line(
        &mut self,
        grant: &Grant<WriteCase>,
        former: Option<(Uuid, i32)>,
        line: LineText<'_>,
        today: NaiveDate,
    ) -> Result<Uuid, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let (action, reason) = (line.action.trim(), line.reason.trim());
        if action.is_empty() {
            return Err(CellError::Rule("empty"));
        }
        let item = line.item.clone().check(today)?;
        if reason.is_empty() && item.outcome.is_some_and(|(outcome, _)| outcome.needs_words()) {
            return Err(CellError::Rule("reason-missing"));
        }
        let id = match former {
            Some((id, _)) => id,
            None => self.id()?,
        };
        let key = self.key(row.subject_id).await?;
        let set = l::ActiveModel {
            on_day: Set(item.on),
            renew_by: Set(item.renew_by),
            outcome: Set(item.outcome.map(|(outcome, _)| outcome.word()).unwrap_or_default().to_owned()),
            author_id: Set(staff(grant)?.account),
            changed_at: Set(self.now),
            version: Set(former.map_or(1, |(_, version)| version + 1)),
            sealed_rules: Set(seal_text(&key, TABLE, "sealed_rules", id, &to_json(&item)?)?),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, action)?),
            sealed_reason: Set(seal_text(&key, TABLE, "sealed_reason", id, reason)?),
            ..l::ActiveModel::default()
        };
        match former {
            None => {
                let new = l::ActiveModel {
                    controller_id: Set(row.controller_id),
                    id: Set(id),
                    file_id: Set(row.id),
                    begun_at: Set(self.now),
                    ..set
                };
                l::Entity::insert(new).exec_without_returning(&self.transaction).await?;
            }
            Some((_, version)) => {
                let written = l::Entity::update_many()
                    .set(set)
                    .filter(l::Column::ControllerId.eq(row.controller_id))
                    .filter(l::Column::FileId.eq(row.id))
                    .filter(l::Column::Id.eq(id))
                    .filter(l::Column::Version.eq(version))
                    .exec(&self.transaction)
                    .await?;
                if written.rows_affected == 0 {
                    return Err(StoreError::Conflict.into());
                }
            }
        }
        let kind = if former.is_none() { "plan-line" } else { "plan-changed" };
        self.care_changed(grant, &row, kind, item.part.word()).await?;
        Ok(id)
    }
}
