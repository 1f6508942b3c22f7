//! Listening notes: what was confided, apart from the factual record. Who reads them is a setting that the policy asks.

use super::account_of;
use crate::StoreError;
use crate::entities::listening_note;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, ReadListeningNotes, WriteListeningNotes};
use ariane_domain::access::{Facts, NotesReaders, Object};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "listening_note";

/// A note from the outside: nothing of what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoteOutline {
    /// Id.
    pub id: Uuid,
    /// Who wrote it.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

impl Work<'_> {
    /// Writes a note on the grant's enquiry. `names_another`: it tells of somebody else than who asks, whose rights the
    /// copy of data respects (GDPR, article 15(4)).
    pub async fn write_note(
        &mut self,
        grant: &Grant<WriteListeningNotes>,
        text: &str,
        names_another: bool,
    ) -> Result<Uuid, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        listening_note::Entity::insert(listening_note::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            enquiry_id: Set(row.id),
            author_id: Set(account_of(grant)?),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, text)?),
            names_another: Set(names_another),
            at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.note(grant).await?;
        Ok(id)
    }

    /// The notes of an enquiry from the outside, oldest first; opening one needs its own grant.
    pub async fn notes_of(&self, controller: Uuid, enquiry: Uuid) -> Result<Vec<NoteOutline>, StoreError> {
        use listening_note::Column as C;
        let rows = listening_note::Entity::find()
            .filter(C::ControllerId.eq(controller))
            .filter(C::EnquiryId.eq(enquiry))
            .order_by_asc(C::At)
            .all(&self.transaction)
            .await?;
        Ok(rows.into_iter().map(|r| NoteOutline { id: r.id, author: r.author_id, at: r.at }).collect())
    }

    /// What the policy must know of a note: its author and who reads notes here.
    pub async fn note_facts(
        &mut self,
        controller: Uuid,
        enquiry: Uuid,
        note: NoteOutline,
        readers: NotesReaders,
    ) -> Result<Facts, StoreError> {
        let facts = self.enquiry_facts(controller, enquiry).await?;
        Ok(Facts {
            object: Object { kind: TABLE, id: Some(note.id) },
            author: Some(note.author),
            notes_readers: readers,
            ..facts
        })
    }

    /// A note, opened.
    pub async fn read_note(&mut self, grant: &Grant<ReadListeningNotes>) -> Result<String, StoreError> {
        let controller = grant.facts().controller;
        let id = grant.id().ok_or(StoreError::NotThere)?;
        let row = listening_note::Entity::find_by_id((controller, id))
            .one(&self.transaction)
            .await?
            .filter(|row| Some(row.enquiry_id) == grant.facts().enquiry)
            .ok_or(StoreError::NotThere)?;
        let enquiry = self.enquiry_row(controller, Some(row.enquiry_id)).await?;
        self.note(grant).await?;
        let key = self.key(enquiry.subject_id).await?;
        open_text(&key, TABLE, "sealed_text", id, row.sealed_text.as_deref())
    }
}
