//! Confidential notes of a track: the other track reads them only where their author shared them.

use super::{CellError, staff, tracks};
use crate::StoreError;
use crate::entities::{case_file, case_note as n};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::Track;
use ariane_domain::cell::analysis::{NoteSharing, reads_note};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const TABLE: &str = "case_note";

/// A note as somebody reads it who may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackNote {
    /// Id.
    pub id: Uuid,
    /// Track in which it was written.
    pub track: Track,
    /// Who reads it.
    pub sharing: NoteSharing,
    /// Who wrote it.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Text.
    pub text: String,
}

impl Work<'_> {
    /// The notes that who acts for these tracks may read, oldest first. Others are not even counted.
    pub(super) async fn open_notes(
        &mut self,
        row: &case_file::Model,
        reader: &[Track],
    ) -> Result<Vec<TrackNote>, StoreError> {
        let rows = n::Entity::find()
            .filter(n::Column::ControllerId.eq(row.controller_id))
            .filter(n::Column::FileId.eq(row.id))
            .order_by_asc(n::Column::At)
            .all(&self.transaction)
            .await?;
        let key = self.key(row.subject_id).await?;
        let mut notes = Vec::new();
        for one in rows {
            let damaged = || StoreError::Damaged(one.id.to_string());
            let track = Track::from_word(&one.track).ok_or_else(damaged)?;
            let sharing = NoteSharing::from_word(&one.sharing).ok_or_else(damaged)?;
            if reads_note(track, sharing, reader) {
                let text = open_text(&key, TABLE, "sealed_text", one.id, one.sealed_text.as_deref())?;
                notes.push(TrackNote { id: one.id, track, sharing, author: one.author_id, at: one.at, text });
            }
        }
        Ok(notes)
    }

    /// Writes a note in a track of who writes.
    pub async fn write_track_note(
        &mut self,
        grant: &Grant<WriteCase>,
        track: Track,
        sharing: NoteSharing,
        text: &str,
    ) -> Result<Uuid, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        if !tracks(who).contains(&track) {
            return Err(CellError::Rule("not-your-track"));
        }
        if text.trim().is_empty() {
            return Err(CellError::Rule("empty"));
        }
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        n::Entity::insert(n::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            track: Set(track.word().to_owned()),
            sharing: Set(sharing.word().to_owned()),
            author_id: Set(who.account),
            at: Set(self.now),
            sealed_text: Set(seal_text(&key, TABLE, "sealed_text", id, text)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.track_acted(grant, &row).await?;
        self.log_case(grant, row.id).await?;
        Ok(id)
    }

    /// Its author shares a note with the other track, or takes that back for readings to come.
    pub async fn share_note(
        &mut self,
        grant: &Grant<WriteCase>,
        note: Uuid,
        sharing: NoteSharing,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let changed = n::Entity::update_many()
            .col_expr(n::Column::Sharing, Expr::value(sharing.word()))
            .filter(n::Column::ControllerId.eq(row.controller_id))
            .filter(n::Column::FileId.eq(row.id))
            .filter(n::Column::Id.eq(note))
            .filter(n::Column::AuthorId.eq(staff(grant)?.account))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::NotThere.into());
        }
        Ok(self.log_case(grant, row.id).await?)
    }
}
