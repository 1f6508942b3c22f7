//! One text that several people edit: each wording is kept by its revision, so that an edit made on an earlier one can be
//! joined with what came meanwhile, and neither's words are lost.

use crate::StoreError;
use crate::entities::earlier_wording as w;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::cell::join::{Piece, Revised, Saving, agreed, join, saving};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "earlier_wording";

/// A text that is edited.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextOf<'t> {
    /// Organisation.
    pub controller: Uuid,
    /// Id of the text.
    pub id: Uuid,
    /// Whose key seals it.
    pub subject: Uuid,
    /// What stands there now.
    pub now: Revised<'t>,
}

/// What stood somewhere before it was corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Id of the text.
    pub of: Uuid,
    /// Which of its wordings, from 1.
    pub revision: i32,
    /// Who wrote it.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// As it was written.
    pub text: String,
}

/// What became of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// It is kept, joined with what came meanwhile where that was so.
    Saved {
        /// Revision of the text as it stands now.
        revision: u32,
        /// Whether somebody else's edit was joined in.
        is_joined: bool,
    },
    /// Both changed the same lines: nothing was stored; somebody has to choose.
    Choose {
        /// The text in pieces, with both wordings of what is in conflict.
        pieces: Vec<Piece>,
        /// Revision on which the choice is made.
        revision: u32,
    },
}

fn saved(saving: Saving) -> Result<String, Vec<Piece>> {
    match saving {
        Saving::Save(text) => Ok(text),
        Saving::Choose(pieces) => Err(pieces),
    }
}

/// The text to store for an edit that was made on words of which the writer sends a copy.
pub(super) fn join_on(stored: &str, before: &str, mine: &str) -> Result<String, Vec<Piece>> {
    let pieces = join(before, stored, mine);
    agreed(&pieces).ok_or(pieces)
}

impl Work<'_> {
    /// The text to store for an edit that was made on revision `read`; none when both changed the same lines.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the wording that was read is not known: nothing is guessed.
    pub(super) async fn join_edit(
        &mut self,
        text: TextOf<'_>,
        read: u32,
        mine: &str,
    ) -> Result<Result<String, Vec<Piece>>, StoreError> {
        let before = if read == text.now.revision {
            String::new()
        } else {
            self.wording(text, read).await?.ok_or(StoreError::Conflict)?
        };
        Ok(saved(saving(&text.now, &Revised { revision: read, text: &before }, mine)))
    }

    async fn wording(&mut self, text: TextOf<'_>, revision: u32) -> Result<Option<String>, StoreError> {
        let row = w::Entity::find()
            .filter(w::Column::ControllerId.eq(text.controller))
            .filter(w::Column::TextId.eq(text.id))
            .filter(w::Column::Revision.eq(i32::try_from(revision).unwrap_or(i32::MAX)))
            .one(&self.transaction)
            .await?;
        // Before the first edit there was nothing, unless a text began with words.
        let Some(row) = row else { return Ok((revision == 0).then(String::new)) };
        let key = self.key(text.subject).await?;
        Ok(Some(open_text(&key, TABLE, "sealed_text", row.id, row.sealed_text.as_deref())?))
    }

    /// Keeps a wording under its revision.
    pub(super) async fn keep_wording(
        &mut self,
        text: TextOf<'_>,
        revision: u32,
        author: Uuid,
        words: &str,
    ) -> Result<(), StoreError> {
        let earlier = Earlier {
            of: text.id,
            revision: i32::try_from(revision).unwrap_or(i32::MAX),
            author,
            at: self.now,
            text: words.to_owned(),
        };
        self.keep_earlier((text.controller, text.subject), &earlier).await
    }

    /// Keeps what stood somewhere before it was corrected; `whose` is the organisation, and the person whose key seals it.
    pub(in crate::records) async fn keep_earlier(
        &mut self,
        whose: (Uuid, Uuid),
        earlier: &Earlier,
    ) -> Result<(), StoreError> {
        let (controller, subject) = whose;
        let (id, key) = (self.id()?, self.key(subject).await?);
        w::Entity::insert(w::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            text_id: Set(earlier.of),
            revision: Set(earlier.revision),
            subject_id: Set(subject),
            author_id: Set(earlier.author),
            at: Set(earlier.at),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, &earlier.text)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// What stood in these places before, the latest first. Callers have used their grant.
    pub(in crate::records) async fn earlier_of(
        &mut self,
        whose: (Uuid, Uuid),
        of: Vec<Uuid>,
    ) -> Result<Vec<Earlier>, StoreError> {
        let (controller, subject) = whose;
        let rows = w::Entity::find()
            .filter(w::Column::ControllerId.eq(controller))
            .filter(w::Column::TextId.is_in(of))
            .order_by_desc(w::Column::Revision)
            .all(&self.transaction)
            .await?;
        let key = self.key(subject).await?;
        rows.into_iter()
            .map(|row| {
                Ok(Earlier {
                    of: row.text_id,
                    revision: row.revision,
                    author: row.author_id,
                    at: row.at,
                    text: open_text(&key, TABLE, "sealed_text", row.id, row.sealed_text.as_deref())?,
                })
            })
            .collect()
    }
}
