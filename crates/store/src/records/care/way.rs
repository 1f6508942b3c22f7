//! The way to the diagnosis: four dates, as precise as somebody remembers them.

use crate::StoreError;
use crate::entities::{care_way as w, case_file};
use crate::records::cell::{CellError, from_json, staff, to_json};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::odyssey::{Odyssey, VagueDate};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const TABLE: &str = "care_way";

/// The dates of a file with their version; 0 while none were written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Way {
    /// The dates.
    pub odyssey: Odyssey,
    /// Version.
    pub version: i32,
}

/// As it is sealed: dates in their own precision.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Dates {
    first_symptom: Option<String>,
    first_contact: Option<String>,
    orientation: Option<String>,
    diagnosis: Option<String>,
}

impl Dates {
    fn of(odyssey: &Odyssey) -> Self {
        let text = |date: Option<VagueDate>| date.map(|date| date.to_string());
        Self {
            first_symptom: text(odyssey.first_symptom),
            first_contact: text(odyssey.first_contact),
            orientation: text(odyssey.orientation),
            diagnosis: text(odyssey.diagnosis),
        }
    }

    fn odyssey(self) -> Odyssey {
        let date = |text: Option<String>| text.and_then(|text| text.parse().ok());
        Odyssey {
            first_symptom: date(self.first_symptom),
            first_contact: date(self.first_contact),
            orientation: date(self.orientation),
            diagnosis: date(self.diagnosis),
        }
    }
}

impl Work<'_> {
    async fn way_row(&self, row: &case_file::Model) -> Result<Option<w::Model>, StoreError> {
        Ok(w::Entity::find()
            .filter(w::Column::ControllerId.eq(row.controller_id))
            .filter(w::Column::FileId.eq(row.id))
            .one(&self.transaction)
            .await?)
    }

    pub(super) async fn open_way(&mut self, row: &case_file::Model) -> Result<Way, StoreError> {
        let Some(one) = self.way_row(row).await? else { return Ok(Way::default()) };
        let key = self.key(row.subject_id).await?;
        let text = open_text(&key, TABLE, "sealed_dates", one.id, one.sealed_dates.as_deref())?;
        Ok(Way { odyssey: from_json::<Dates>(&text, one.id)?.odyssey(), version: one.version })
    }

    /// Writes the dates down, as long as nobody else did since `version` (0 for the first time).
    pub async fn keep_way(
        &mut self,
        grant: &Grant<WriteCase>,
        version: i32,
        odyssey: &Odyssey,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let key = self.key(row.subject_id).await?;
        let before = self.open_way(&row).await?.odyssey.dated();
        let former = self.way_row(&row).await?;
        let id = match &former {
            Some(one) => one.id,
            None => self.id()?,
        };
        if former.as_ref().map_or(0, |one| one.version) != version {
            return Err(StoreError::Conflict.into());
        }
        let set = w::ActiveModel {
            author_id: Set(staff(grant)?.account),
            changed_at: Set(self.now),
            version: Set(version + 1),
            sealed_dates: Set(seal_text(&key, TABLE, "sealed_dates", id, &to_json(&Dates::of(odyssey))?)?),
            ..w::ActiveModel::default()
        };
        self.write_way(&row, former.is_some(), id, version, set).await?;
        let dated = odyssey.dated();
        if dated != before {
            // For the figures (duty D43): a month and a band, beside no name. The dates stay sealed.
            let coded = dated.map(|dated| dated.to_string()).unwrap_or_default();
            self.case_event(grant, &row, "diagnosis-dated", &coded, "").await?;
        }
        Ok(self.care_changed(grant, &row, "way", "").await?)
    }

    async fn write_way(
        &self,
        row: &case_file::Model,
        is_there: bool,
        id: Uuid,
        version: i32,
        set: w::ActiveModel,
    ) -> Result<(), StoreError> {
        if !is_there {
            let new = w::ActiveModel {
                controller_id: Set(row.controller_id),
                id: Set(id),
                file_id: Set(row.id),
                ..set
            };
            w::Entity::insert(new).exec_without_returning(&self.transaction).await?;
            return Ok(());
        }
        let written = w::Entity::update_many()
            .set(set)
            .filter(w::Column::ControllerId.eq(row.controller_id))
            .filter(w::Column::Id.eq(id))
            .filter(w::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }
}
