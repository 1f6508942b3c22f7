//! What a clinician explained to a person, or that the person prefers not to know (duty D2). Records are added, never changed:
//! the latest of a kind stands.

use super::Care;
use crate::StoreError;
use crate::entities::{care_told as t, case_file};
use crate::records::cell::{CellError, staff, to_json, tracks};
use crate::records::{Work, micros, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::Track;
use ariane_domain::cell::household::Wish;
use ariane_domain::cell::letter::ToldBook;
use ariane_domain::cell::told::{Delicate, Told};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "care_told";

/// A record with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldNote {
    /// What it is about.
    pub kind: Delicate,
    /// What was said.
    pub told: Told,
    /// Who wrote it down.
    pub author: Uuid,
    /// When it was written down.
    pub at: DateTime<Utc>,
    /// Who explained it, how it was taken.
    pub text: String,
}

/// The records of a file as the rules read them at a moment, with what the person prefers not to know.
pub fn book(care: &Care, now: DateTime<Utc>) -> ToldBook {
    let wishes: Vec<Wish> = care.wishes.iter().map(|note| note.wish).collect();
    ToldBook(care.told.iter().map(|note| (note.kind, note.told)).collect()).with_wishes(&wishes, now)
}

impl Work<'_> {
    pub(super) async fn open_told(&mut self, row: &case_file::Model) -> Result<Vec<ToldNote>, StoreError> {
        let rows = t::Entity::find()
            .filter(t::Column::ControllerId.eq(row.controller_id))
            .filter(t::Column::FileId.eq(row.id))
            .order_by_asc(t::Column::At)
            .order_by_asc(t::Column::Id)
            .all(&self.transaction)
            .await?;
        self.open_sealed(
            row,
            TABLE,
            rows,
            |one| one.id,
            |one, open| {
                Ok(ToldNote {
                    kind: open.word(Delicate::from_word, &one.kind)?,
                    told: open.json("sealed_rules", &one.sealed_rules)?,
                    text: open.text("sealed_text", &one.sealed_text)?,
                    author: one.author_id,
                    at: one.at,
                })
            },
        )
        .await
    }

    /// Writes down what the person was told. Only the medical coordination may: a clinician answers for it by name.
    pub async fn note_told(
        &mut self,
        grant: &Grant<WriteCase>,
        kind: Delicate,
        told: Told,
        words: &str,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        if !tracks(who).contains(&Track::Medical) {
            return Err(CellError::Rule("clinician-only"));
        }
        let told = match told {
            Told::NotYet => Told::NotYet,
            Told::Explained { at, .. } => Told::Explained { by: who.account, at },
            Told::PrefersNotToKnow { at, .. } => Told::PrefersNotToKnow { by: who.account, at },
        };
        if let Told::Explained { at, .. } | Told::PrefersNotToKnow { at, .. } = told
            && micros(at) > self.now
        {
            return Err(CellError::Rule("told-ahead"));
        }
        if words.trim().is_empty() {
            return Err(CellError::Rule("words-missing"));
        }
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        t::Entity::insert(t::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            kind: Set(kind.word().to_owned()),
            author_id: Set(who.account),
            at: Set(self.now),
            sealed_rules: Set(seal_text(&key, TABLE, "sealed_rules", id, &to_json(&told)?)?),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, words.trim())?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(self.care_changed(grant, &row, "told", kind.word()).await?)
    }
}
