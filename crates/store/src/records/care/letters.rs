//! Letters as they were written: a letter never changes afterwards, another one is written.

use crate::StoreError;
use crate::entities::{care_letter as l, case_file};
use crate::records::cell::{CellError, from_json, staff, to_json};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, ReadCase, WriteCase};
use ariane_domain::cell::told::Audience;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const TABLE: &str = "care_letter";

/// The words of a letter, in its own language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterText {
    /// Sender, as the letter names it.
    pub sender: String,
    /// To whom.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Words before what was agreed.
    pub opening: String,
    /// What was agreed, one line each: what, by whom, by when.
    pub lines: Vec<AgreedLine>,
    /// Words after it.
    pub closing: String,
    /// Who wrote it: name and function.
    pub signed: String,
}

/// One thing that was agreed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedLine {
    /// What.
    pub what: String,
    /// By whom, by function.
    pub by: String,
    /// By when, in words.
    pub when: String,
}

/// A letter in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterOutline {
    /// Id.
    pub id: Uuid,
    /// To whom.
    pub audience: Audience,
    /// ISO 639-1.
    pub language: String,
    /// Who wrote it.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

fn outline(row: &l::Model) -> Result<LetterOutline, StoreError> {
    Ok(LetterOutline {
        id: row.id,
        audience: Audience::from_word(&row.audience)
            .ok_or_else(|| StoreError::Damaged(row.id.to_string()))?,
        language: row.language.clone(),
        author: row.author_id,
        at: row.at,
    })
}

impl Work<'_> {
    pub(super) async fn letter_outlines(
        &mut self,
        row: &case_file::Model,
    ) -> Result<Vec<LetterOutline>, StoreError> {
        let rows = l::Entity::find()
            .filter(l::Column::ControllerId.eq(row.controller_id))
            .filter(l::Column::FileId.eq(row.id))
            .order_by_desc(l::Column::At)
            .order_by_desc(l::Column::Id)
            .all(&self.transaction)
            .await?;
        rows.iter().map(outline).collect()
    }

    /// Keeps a letter. What it may say was decided by the rule of letters before.
    pub async fn keep_letter(
        &mut self,
        grant: &Grant<WriteCase>,
        audience: Audience,
        language: &str,
        letter: &LetterText,
    ) -> Result<Uuid, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        l::Entity::insert(l::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            audience: Set(audience.word().to_owned()),
            language: Set(language.to_owned()),
            author_id: Set(staff(grant)?.account),
            at: Set(self.now),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, &to_json(letter)?)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.care_changed(grant, &row, "letter", audience.word()).await?;
        Ok(id)
    }

    /// Opens a letter of a file. Reading is logged.
    pub async fn read_letter(
        &mut self,
        grant: &Grant<ReadCase>,
        letter: Uuid,
    ) -> Result<(LetterOutline, LetterText), StoreError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let found = l::Entity::find_by_id((row.controller_id, letter)).one(&self.transaction).await?;
        let one = found.filter(|one| one.file_id == row.id).ok_or(StoreError::NotThere)?;
        self.log_case(grant, row.id).await?;
        let key = self.key(row.subject_id).await?;
        let text = open_text(&key, TABLE, "sealed_text", one.id, one.sealed_text.as_deref())?;
        Ok((outline(&one)?, from_json(&text, one.id)?))
    }
}
