//! RCPs that recur.

use crate::StoreError;
use crate::entities::rcp_series as s;
use crate::records::cell::{CellError, from_json, to_json};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, HoldRcp, ManagePeople};
use ariane_domain::cell::Reality;
use ariane_domain::cell::admission::AdmissionRule;
use ariane_domain::cell::rcp::QuorumRule;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const TABLE: &str = "rcp_series";

/// The settings of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesRules {
    /// When it recurs, as the calendar writes it (JSON); this crate does not read it.
    pub recurrence: String,
    /// Quorum (duty D21).
    pub quorum: QuorumRule,
    /// How long outside participants read.
    pub admission: AdmissionRule,
}

/// What somebody sets about a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesText {
    /// About real files, or for training.
    pub reality: Reality,
    /// Who coordinates its sessions and validates their reports.
    pub coordinator: Uuid,
    /// Whether no more sessions are planned.
    pub is_ended: bool,
    /// Settings.
    pub rules: SeriesRules,
    /// Name.
    pub name: String,
    /// Room or address; may be empty.
    pub place: String,
    /// Link for who takes part from afar; may be empty.
    pub link: String,
}

/// A series that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Id.
    pub id: Uuid,
    /// What is set.
    pub text: SeriesText,
    /// Counts changes.
    pub version: i32,
}

impl Work<'_> {
    fn open_series(&self, row: &s::Model) -> Result<Series, StoreError> {
        let key = self.records.installation_key();
        let open =
            |column, sealed: &Option<Vec<u8>>| open_text(&key, TABLE, column, row.id, sealed.as_deref());
        let reality = Reality::from_word(&row.reality);
        Ok(Series {
            id: row.id,
            text: SeriesText {
                reality: reality.ok_or_else(|| StoreError::Damaged(row.id.to_string()))?,
                coordinator: row.coordinator_id,
                is_ended: row.is_ended,
                rules: from_json(&row.rules, row.id)?,
                name: open("sealed_name", &row.sealed_name)?,
                place: open("sealed_place", &row.sealed_place)?,
                link: open("sealed_link", &row.sealed_link)?,
            },
            version: row.version,
        })
    }

    fn sealed_series(&self, id: Uuid, text: &SeriesText) -> Result<s::ActiveModel, StoreError> {
        let key = self.records.installation_key();
        let seal = |column, words: &str| seal_text(&key, TABLE, column, id, words);
        Ok(s::ActiveModel {
            coordinator_id: Set(text.coordinator),
            is_ended: Set(text.is_ended),
            rules: Set(to_json(&text.rules)?),
            changed_at: Set(self.now),
            sealed_name: Set(seal("sealed_name", &text.name)?),
            sealed_place: Set(seal("sealed_place", &text.place)?),
            sealed_link: Set(seal("sealed_link", &text.link)?),
            ..s::ActiveModel::default()
        })
    }

    /// All series in the order in which they were made. Names no person concerned.
    pub async fn rcp_series(&mut self, grant: &Grant<HoldRcp>) -> Result<Vec<Series>, StoreError> {
        let rows = s::Entity::find()
            .filter(s::Column::ControllerId.eq(grant.facts().controller))
            .order_by_asc(s::Column::Id)
            .all(&self.transaction)
            .await?;
        rows.iter().map(|row| self.open_series(row)).collect()
    }

    /// One series.
    pub async fn one_rcp_series(&mut self, grant: &Grant<HoldRcp>, id: Uuid) -> Result<Series, StoreError> {
        let row = s::Entity::find_by_id((grant.facts().controller, id)).one(&self.transaction).await?;
        self.open_series(&row.ok_or(StoreError::NotThere)?)
    }

    /// Begins a series.
    pub async fn begin_series(
        &mut self,
        grant: &Grant<HoldRcp>,
        text: &SeriesText,
    ) -> Result<Uuid, CellError> {
        if text.name.trim().is_empty() {
            return Err(CellError::Rule("empty"));
        }
        let id = self.id()?;
        s::Entity::insert(s::ActiveModel {
            controller_id: Set(grant.facts().controller),
            id: Set(id),
            reality: Set(text.reality.word().to_owned()),
            version: Set(1),
            ..self.sealed_series(id, text)?
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.log(grant, "rcp").await?;
        Ok(id)
    }

    /// Changes a series as long as nobody else did since `version`. Sessions that are planned keep what they were planned
    /// with; a series of real files never becomes one for training, or the other way round.
    pub async fn change_series(
        &mut self,
        grant: &Grant<HoldRcp>,
        id: Uuid,
        version: i32,
        text: &SeriesText,
    ) -> Result<(), CellError> {
        if text.name.trim().is_empty() {
            return Err(CellError::Rule("empty"));
        }
        let written = s::Entity::update_many()
            .set(s::ActiveModel { version: Set(version + 1), ..self.sealed_series(id, text)? })
            .filter(s::Column::ControllerId.eq(grant.facts().controller))
            .filter(s::Column::Id.eq(id))
            .filter(s::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict.into());
        }
        Ok(self.log(grant, "rcp").await?)
    }

    /// Gives a series another coordinator because the account of its own is closed, or may not hold RCPs any more.
    pub(in crate::records) async fn hand_series_on(
        &mut self,
        grant: &Grant<ManagePeople>,
        row: &s::Model,
        coordinator: Uuid,
    ) -> Result<(), CellError> {
        let written = s::Entity::update_many()
            .set(s::ActiveModel {
                coordinator_id: Set(coordinator),
                version: Set(row.version + 1),
                changed_at: Set(self.now),
                ..s::ActiveModel::default()
            })
            .filter(s::Column::ControllerId.eq(row.controller_id))
            .filter(s::Column::Id.eq(row.id))
            .filter(s::Column::Version.eq(row.version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict.into());
        }
        Ok(self.log(grant, "rcp").await?)
    }
}
