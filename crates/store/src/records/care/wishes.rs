//! What a person prefers not to know, and what they said of informing relatives at risk (duties D7, D25).

use crate::StoreError;
use crate::entities::{care_relatives as r, care_wish as w, case_file};
use crate::records::cell::{CellError, staff, to_json, tracks};
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::Track;
use ariane_domain::cell::household::{HeritableResult, InformRelatives, NotToKnow, Wish, inform_relatives};
use ariane_domain::cell::told::Delicate;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const WISH: &str = "care_wish";
const RELATIVES: &str = "care_relatives";

/// A wish with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishNote {
    /// Id.
    pub id: Uuid,
    /// What the rules need.
    pub wish: Wish,
    /// In the person's words.
    pub text: String,
}

/// What the person said of informing relatives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relatives {
    /// Who prescribed the test, and informs.
    pub prescriber: Uuid,
    /// When the person was asked.
    pub asked_at: DateTime<Utc>,
    /// Who may be informed, by whom, in their words.
    pub text: String,
    /// Who wrote it down.
    pub author: Uuid,
}

impl super::Care {
    /// The prompt to inform relatives, where it is due: after the person was told, and as long as no step says so.
    pub fn inform_relatives(
        &self,
        file: Uuid,
        has_step: bool,
        now: DateTime<Utc>,
    ) -> Option<InformRelatives> {
        let relatives = self.relatives.as_ref()?;
        let result = HeritableResult {
            file,
            prescriber: relatives.prescriber,
            told: super::told::book(self, now).of(Delicate::GeneticResult),
            asked_at: Some(relatives.asked_at),
        };
        inform_relatives(&result, has_step, now)
    }
}

impl Work<'_> {
    pub(super) async fn open_wishes(&mut self, row: &case_file::Model) -> Result<Vec<WishNote>, StoreError> {
        let rows = w::Entity::find()
            .filter(w::Column::ControllerId.eq(row.controller_id))
            .filter(w::Column::FileId.eq(row.id))
            .order_by_asc(w::Column::At)
            .order_by_asc(w::Column::Id)
            .all(&self.transaction)
            .await?;
        self.open_sealed(
            row,
            WISH,
            rows,
            |one| one.id,
            |one, open| {
                Ok(WishNote {
                    id: one.id,
                    wish: Wish {
                        what: open.json("sealed_rules", &one.sealed_rules)?,
                        recorded_by: one.author_id,
                        at: one.at,
                        taken_back_at: one.taken_back_at,
                    },
                    text: open.text("sealed_text", &one.sealed_text)?,
                })
            },
        )
        .await
    }

    pub(super) async fn open_relatives(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Option<Relatives>, StoreError> {
        let rows = r::Entity::find()
            .filter(r::Column::ControllerId.eq(row.controller_id))
            .filter(r::Column::FileId.eq(row.id))
            .all(&self.transaction)
            .await?;
        let opened = self.open_sealed(
            row,
            RELATIVES,
            rows,
            |one| one.id,
            |one, open| {
                Ok(Relatives {
                    prescriber: one.prescriber_id,
                    asked_at: one.asked_at,
                    text: open.text("sealed_text", &one.sealed_text)?,
                    author: one.author_id,
                })
            },
        );
        Ok(opened.await?.into_iter().next())
    }

    fn clinician(&self, grant: &Grant<WriteCase>) -> Result<Uuid, CellError> {
        let who = staff(grant)?;
        match tracks(who).contains(&Track::Medical) {
            true => Ok(who.account),
            false => Err(CellError::Rule("clinician-only")),
        }
    }

    /// Writes down what the person prefers not to know. A clinician answers for it by name.
    pub async fn note_wish(
        &mut self,
        grant: &Grant<WriteCase>,
        what: NotToKnow,
        words: &str,
    ) -> Result<Uuid, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let author = self.clinician(grant)?;
        let there = self.open_wishes(&row).await?;
        if there.iter().any(|one| one.wish.what == what && one.wish.taken_back_at.is_none()) {
            return Err(CellError::Rule("same"));
        }
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        w::Entity::insert(w::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            author_id: Set(author),
            at: Set(self.now),
            taken_back_at: Set(None),
            sealed_rules: Set(seal_text(&key, WISH, "sealed_rules", id, &to_json(&what)?)?),
            sealed_text: Set(seal_text(&key, WISH, "sealed_text", id, words.trim())?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.care_changed(grant, &row, "wish-noted", "").await?;
        Ok(id)
    }

    /// The person takes a wish back; either of the pair may hear it.
    pub async fn take_back_wish(&mut self, grant: &Grant<WriteCase>, wish: Uuid) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let written = w::Entity::update_many()
            .set(w::ActiveModel { taken_back_at: Set(Some(self.now)), ..w::ActiveModel::default() })
            .filter(w::Column::ControllerId.eq(row.controller_id))
            .filter(w::Column::FileId.eq(row.id))
            .filter(w::Column::Id.eq(wish))
            .filter(w::Column::TakenBackAt.is_null())
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict.into());
        }
        Ok(self.care_changed(grant, &row, "wish-taken-back", "").await?)
    }

    /// Writes down what the person said of informing relatives at risk; said again it takes the place of what was said.
    pub async fn note_relatives(
        &mut self,
        grant: &Grant<WriteCase>,
        prescriber: Uuid,
        words: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let author = self.clinician(grant)?;
        if words.trim().is_empty() {
            return Err(CellError::Rule("words-missing"));
        }
        r::Entity::delete_many()
            .filter(r::Column::ControllerId.eq(row.controller_id))
            .filter(r::Column::FileId.eq(row.id))
            .exec(&self.transaction)
            .await?;
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        r::Entity::insert(r::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            prescriber_id: Set(prescriber),
            asked_at: Set(self.now),
            author_id: Set(author),
            sealed_text: Set(seal_text(&key, RELATIVES, "sealed_text", id, words.trim())?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(self.care_changed(grant, &row, "relatives-asked", "").await?)
    }
}
