//! Notes of exchanges between professionals (duty D31): each belongs to a track, and to both where its author says so.

use super::wording::Earlier;
use super::{CellError, from_json, staff, to_json, tracks};
use crate::StoreError;
use crate::entities::{case_exchange as e, case_file};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, WriteCase};
use ariane_domain::cell::Track;
use ariane_domain::cell::analysis::{NoteSharing, reads_note};
use ariane_domain::cell::exchange::{Advice, ExchangeFault, Question};
use ariane_privacy::seal::DataKey;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(in crate::records) const TABLE: &str = "case_exchange";

/// What a note says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// What was asked, of whom, when.
    pub question: Question,
    /// What came of it; none while it is awaited.
    pub advice: Option<Advice>,
}

/// A wording that was corrected, or that stood before the advice came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierSaid {
    /// Who wrote it.
    pub author: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// What it said.
    pub said: Said,
}

/// A note as somebody reads it who may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExchangeNote {
    /// Id.
    pub id: Uuid,
    /// Track in which it was written.
    pub track: Track,
    /// Who reads it.
    pub sharing: NoteSharing,
    /// Who asked.
    pub author: Uuid,
    /// Who changed it last.
    pub changed_by: Uuid,
    /// When.
    pub changed_at: DateTime<Utc>,
    /// Version.
    pub version: i32,
    /// What it says.
    pub said: Said,
    /// What it said before, the latest first.
    pub earlier: Vec<EarlierSaid>,
}

impl From<ExchangeFault> for CellError {
    fn from(fault: ExchangeFault) -> Self {
        Self::Rule(match fault {
            ExchangeFault::NobodyAsked => "exchange-nobody-asked",
            ExchangeFault::AskedOneself => "exchange-oneself",
            ExchangeFault::QuestionMissing => "exchange-question-missing",
            ExchangeFault::AdviceMissing => "exchange-advice-missing",
            ExchangeFault::Ahead => "day-ahead",
            ExchangeFault::BeforeQuestion => "exchange-before-question",
            ExchangeFault::TooLong => "clinical-too-long",
        })
    }
}

/// Whether `reader` reads a note of these columns.
pub(in crate::records) fn reads(row: &e::Model, reader: &[Track]) -> Result<bool, StoreError> {
    let (track, sharing) = placed(row)?;
    Ok(reads_note(track, sharing, reader))
}

fn placed(row: &e::Model) -> Result<(Track, NoteSharing), StoreError> {
    let placed = Track::from_word(&row.track).zip(NoteSharing::from_word(&row.sharing));
    placed.ok_or_else(|| StoreError::Damaged(row.id.to_string()))
}

/// The question of a stored note.
pub(in crate::records) fn question(key: &DataKey, row: &e::Model) -> Result<Question, StoreError> {
    let sealed = row.sealed_question.as_deref();
    from_json(&open_text(key, TABLE, "sealed_question", row.id, sealed)?, row.id)
}

fn said(key: &DataKey, row: &e::Model) -> Result<Said, StoreError> {
    let advice = open_text(key, TABLE, "sealed_advice", row.id, row.sealed_advice.as_deref())?;
    let advice = if advice.is_empty() { None } else { Some(from_json(&advice, row.id)?) };
    Ok(Said { question: question(key, row)?, advice })
}

impl Work<'_> {
    /// The notes that who acts for these tracks may read, the latest question first. Others are not even counted.
    pub(super) async fn open_exchanges(
        &mut self,
        row: &case_file::Model,
        reader: &[Track],
    ) -> Result<Vec<ExchangeNote>, StoreError> {
        let rows = e::Entity::find()
            .filter(e::Column::ControllerId.eq(row.controller_id))
            .filter(e::Column::FileId.eq(row.id))
            .order_by_desc(e::Column::AskedOn)
            .order_by_desc(e::Column::Id)
            .all(&self.transaction)
            .await?;
        let whose = (row.controller_id, row.subject_id);
        let earlier = self.earlier_of(whose, rows.iter().map(|one| one.id).collect()).await?;
        let key = self.key(row.subject_id).await?;
        let mut notes = Vec::new();
        for one in rows {
            let (track, sharing) = placed(&one)?;
            if !reads_note(track, sharing, reader) {
                continue;
            }
            let before = |was: &Earlier| {
                let said = from_json(&was.text, was.of)?;
                Ok(EarlierSaid { author: was.author, at: was.at, said })
            };
            notes.push(ExchangeNote {
                id: one.id,
                track,
                sharing,
                author: one.author_id,
                changed_by: one.changed_by,
                changed_at: one.changed_at,
                version: one.version,
                said: said(&key, &one)?,
                earlier: earlier
                    .iter()
                    .filter(|was| was.of == one.id)
                    .map(before)
                    .collect::<Result<_, StoreError>>()?,
            });
        }
        Ok(notes)
    }

    fn checked(&self, new: Said, asker: Uuid) -> Result<Said, CellError> {
        let today = self.today();
        let question = new.question.check(asker, today)?;
        let advice = new.advice.map(|advice| advice.check(question.on, today)).transpose()?;
        Ok(Said { question, advice })
    }

    /// Writes a note down in a track of who writes.
    pub async fn note_exchange(
        &mut self,
        grant: &Grant<WriteCase>,
        track: Track,
        sharing: NoteSharing,
        new: Said,
    ) -> Result<Uuid, CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        if !tracks(who).contains(&track) {
            return Err(CellError::Rule("not-your-track"));
        }
        let account = who.account;
        let said = self.checked(new, account)?;
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        e::Entity::insert(e::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            track: Set(track.word().to_owned()),
            sharing: Set(sharing.word().to_owned()),
            author_id: Set(account),
            changed_by: Set(account),
            changed_at: Set(self.now),
            version: Set(1),
            ..sealed(&key, id, &said)?
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.exchanged(grant, &row, sharing, &said).await?;
        Ok(id)
    }

    /// Writes the advice down, or corrects a note, as long as nobody else did since `version`. What it said before is kept. Who
    /// reads a note may write it on; whether the other track reads it is its author's to say.
    pub async fn change_exchange(
        &mut self,
        grant: &Grant<WriteCase>,
        id: Uuid,
        version: i32,
        sharing: Option<NoteSharing>,
        new: Said,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let who = staff(grant)?;
        let (account, reader) = (who.account, tracks(who));
        let found = e::Entity::find_by_id((row.controller_id, id)).one(&self.transaction).await?;
        let one = found.filter(|one| one.file_id == row.id).ok_or(StoreError::NotThere)?;
        // A note that somebody does not read is not there for them.
        if !reads(&one, &reader)? {
            return Err(StoreError::NotThere.into());
        }
        let (_, kept) = placed(&one)?;
        let sharing = sharing.filter(|_| one.author_id == account).unwrap_or(kept);
        let key = self.key(row.subject_id).await?;
        let (former, said) = (said(&key, &one)?, self.checked(new, one.author_id)?);
        let written = e::Entity::update_many()
            .set(e::ActiveModel {
                sharing: Set(sharing.word().to_owned()),
                changed_by: Set(account),
                changed_at: Set(self.now),
                version: Set(version + 1),
                ..sealed(&key, id, &said)?
            })
            .filter(e::Column::ControllerId.eq(row.controller_id))
            .filter(e::Column::Id.eq(id))
            .filter(e::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 {
            return Err(StoreError::Conflict.into());
        }
        if former != said {
            let earlier = Earlier {
                of: id,
                revision: one.version,
                author: one.changed_by,
                at: one.changed_at,
                text: to_json(&former)?,
            };
            self.keep_earlier((row.controller_id, row.subject_id), &earlier).await?;
        }
        Ok(self.exchanged(grant, &row, sharing, &said).await?)
    }

    /// The thread tells both tracks of what both read, and of nothing else.
    async fn exchanged(
        &mut self,
        grant: &Grant<WriteCase>,
        row: &case_file::Model,
        sharing: NoteSharing,
        said: &Said,
    ) -> Result<(), StoreError> {
        if sharing == NoteSharing::BothTracks {
            let state = Advice::state(said.advice.as_ref());
            self.case_event(grant, row, "exchange", state.word(), "").await?;
        }
        self.track_acted(grant, row).await?;
        self.log_case(grant, row.id).await
    }
}

fn sealed(key: &DataKey, id: Uuid, said: &Said) -> Result<e::ActiveModel, StoreError> {
    let advice = match &said.advice {
        Some(advice) => seal_text(key, TABLE, "sealed_advice", id, &to_json(advice)?)?,
        None => None,
    };
    Ok(e::ActiveModel {
        asked_on: Set(said.question.on),
        is_open: Set(said.advice.is_none()),
        sealed_question: Set(seal_text(key, TABLE, "sealed_question", id, &to_json(&said.question)?)?),
        sealed_advice: Set(advice),
        ..e::ActiveModel::default()
    })
}
