//! The advice of a session on each file, dissent included; and whether the person was told (duties D2, D20).

use super::passing::{PassedOn, passed_on};
use super::sessions::{as_session, unsigned};
use super::stream;
use crate::StoreError;
use crate::entities::{case_file, rcp_advice as a, rcp_session};
use crate::records::cell::open::Head;
use crate::records::cell::{CellError, acting, from_json, staff, to_json};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, HoldRcp};
use ariane_domain::cell::meeting::Dissent;
use ariane_domain::cell::rcp::Advice;
use ariane_domain::cell::told::{CLINICIANS, Told};
use ariane_privacy::seal::DataKey;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;

pub(super) const TABLE: &str = "rcp_advice";

/// The advice on a file with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdviceText {
    /// Counts changes; 0 before anything was written.
    pub revision: u32,
    /// For those who treat.
    pub text: String,
    /// Who is of another opinion, and what they say; may be empty.
    pub dissent: Vec<(Uuid, String)>,
    /// In plain words, for the person.
    pub plain: String,
    /// Whether the person was told.
    pub told: Told,
    /// What became of the report on it.
    pub passed: Option<PassedOn>,
}

impl Default for AdviceText {
    fn default() -> Self {
        Self {
            revision: 0,
            text: String::new(),
            dissent: Vec::new(),
            plain: String::new(),
            told: Told::NotYet,
            passed: None,
        }
    }
}

/// A file on the list of a session, for who holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// File.
    pub file: Uuid,
    /// Its number.
    pub number: i64,
    /// Name of the person; empty when not known or erased.
    pub name: String,
    /// The treating physician, who decides and explains; empty where there is none (duty D20).
    pub physician: String,
    /// The advice.
    pub advice: AdviceText,
}

/// An advice as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenAdvice<'w> {
    /// The revision that was read.
    pub read: u32,
    /// For those who treat.
    pub text: &'w str,
    /// In plain words, for the person.
    pub plain: &'w str,
    /// Who is of another opinion, and what they say.
    pub dissent: Vec<(Uuid, String)>,
}

/// How a person was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TellingWay {
    /// It was explained.
    Explained,
    /// They prefer not to know.
    PrefersNotToKnow,
}

fn told(row: &a::Model) -> Result<Told, StoreError> {
    let by_at = || row.told_by.zip(row.told_at).ok_or_else(|| StoreError::Damaged(row.id.to_string()));
    match row.told.as_str() {
        "explained" => by_at().map(|(by, at)| Told::Explained { by, at }),
        "prefers-not-to-know" => by_at().map(|(by, at)| Told::PrefersNotToKnow { by, at }),
        _ => Ok(Told::NotYet),
    }
}

/// A stored advice with its words.
pub(super) fn open_advice(key: &DataKey, row: &a::Model) -> Result<AdviceText, StoreError> {
    let open = |column, sealed: &Option<Vec<u8>>| open_text(key, TABLE, column, row.id, sealed.as_deref());
    let said = open("sealed_dissent", &row.sealed_dissent)?;
    let said: HashMap<Uuid, String> =
        if said.is_empty() { HashMap::new() } else { from_json(&said, row.id)? };
    let dissent: Vec<Dissent> = from_json(&row.dissent, row.id)?;
    Ok(AdviceText {
        revision: unsigned(row.revision),
        text: open("sealed_text", &row.sealed_text)?,
        dissent: dissent
            .into_iter()
            .map(|one| (one.by, said.get(&one.by).cloned().unwrap_or_default()))
            .collect(),
        plain: open("sealed_plain", &row.sealed_plain)?,
        told: told(row)?,
        passed: passed_on(key, row)?,
    })
}

impl Work<'_> {
    pub(super) async fn advice_row(
        &self,
        session: &rcp_session::Model,
        file: Uuid,
    ) -> Result<Option<a::Model>, StoreError> {
        Ok(a::Entity::find()
            .filter(a::Column::ControllerId.eq(session.controller_id))
            .filter(a::Column::SessionId.eq(session.id))
            .filter(a::Column::FileId.eq(file))
            .one(&self.transaction)
            .await?)
    }

    pub(in crate::records) async fn head_of_case(
        &mut self,
        file: &case_file::Model,
    ) -> Result<Head, StoreError> {
        let key = self.key(file.subject_id).await?;
        let head = open_text(&key, "case_file", "sealed_head", file.id, file.sealed_head.as_deref())?;
        from_json(&head, file.id)
    }

    /// The files of a session with their advices, in order. Each reading is logged with the session and in the file.
    pub async fn read_listed(&mut self, grant: &Grant<HoldRcp>) -> Result<Vec<Listed>, StoreError> {
        let session = self.rcp_row(grant.facts().controller, grant.id()).await?;
        self.log(grant, &stream(session.id)).await?;
        let mut files = Vec::new();
        let listed = self.listed_now(&session).await?;
        let ids = listed.iter().map(|one| one.file_id).collect();
        let closed = self.closed_to(grant.actor(), session.controller_id, ids).await?;
        for one in listed {
            let file = self.case_row(session.controller_id, Some(one.file_id)).await?;
            let mut listed = Listed {
                file: file.id,
                number: file.number,
                name: String::new(),
                physician: String::new(),
                advice: AdviceText::default(),
            };
            if closed.contains(&file.id) {
                files.push(listed);
                continue;
            }
            self.log_case(grant, file.id).await?;
            let names = self.case_names(session.controller_id, vec![file.subject_id]).await?;
            if let Some(key) = self.loaded_key(file.subject_id).cloned() {
                listed.name = names.get(&file.subject_id).cloned().unwrap_or_default();
                listed.physician = self.head_of_case(&file).await?.treating_doctor;
                if let Some(row) = self.advice_row(&session, file.id).await? {
                    listed.advice = open_advice(&key, &row)?;
                }
            }
            files.push(listed);
        }
        Ok(files)
    }

    /// Writes the advice on a file, on the revision that was read.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when somebody else wrote it meanwhile; [`CellError::Rule`] `not-on-list`, `no-physician`,
    /// `not-present`, `dissents-twice`, `empty`, and what the session's state does not allow.
    pub async fn write_advice(
        &mut self,
        grant: &Grant<HoldRcp>,
        file: Uuid,
        written: &WrittenAdvice<'_>,
    ) -> Result<(), CellError> {
        let session = self.rcp_row(grant.facts().controller, grant.id()).await?;
        let list: Vec<Uuid> = self.listed_now(&session).await?.iter().map(|one| one.file_id).collect();
        let people = self.attendance_of(&session).await?;
        let present: Vec<Uuid> =
            people.into_iter().filter(|one| one.present).map(|one| one.participant).collect();
        let row = self.case_row(session.controller_id, Some(file)).await?;
        self.refuse_closed(grant.actor(), &row).await?;
        let has_physician = !self.head_of_case(&row).await?.treating_doctor.trim().is_empty();
        let dissent = written.dissent.iter().map(|(by, _)| Dissent { by: *by, text: None }).collect();
        let advice = Advice::record(file, has_physician, dissent, &list, &present)?;
        if written.text.trim().is_empty() {
            return Err(CellError::Rule("empty"));
        }
        let there = self.advice_row(&session, file).await?;
        if written.read != there.as_ref().map_or(0, |one| unsigned(one.revision)) {
            return Err(StoreError::Conflict.into());
        }
        self.draft_rcp(grant, &session, rcp_session::ActiveModel::default()).await?;
        let id = match &there {
            Some(one) => one.id,
            None => self.id()?,
        };
        let key = self.key(row.subject_id).await?;
        let seal = |column, text: &str| seal_text(&key, TABLE, column, id, text.trim());
        let said: HashMap<Uuid, &str> = written
            .dissent
            .iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(by, text)| (*by, text.trim()))
            .collect();
        let said = if said.is_empty() { String::new() } else { to_json(&said)? };
        let set = a::ActiveModel {
            revision: Set(there.as_ref().map_or(0, |one| one.revision) + 1),
            dissent: Set(to_json(&advice.dissent)?),
            changed_at: Set(self.now),
            sealed_text: Set(seal("sealed_text", written.text)?),
            sealed_dissent: Set(seal("sealed_dissent", &said)?),
            sealed_plain: Set(seal("sealed_plain", written.plain)?),
            ..a::ActiveModel::default()
        };
        match there {
            Some(one) => self.set_advice(&one, set).await?,
            None => {
                a::Entity::insert(a::ActiveModel {
                    controller_id: Set(session.controller_id),
                    id: Set(id),
                    session_id: Set(session.id),
                    file_id: Set(file),
                    told: Set("not-yet".to_owned()),
                    told_by: Set(None),
                    told_at: Set(None),
                    passed: Set(String::new()),
                    ..set
                })
                .exec_without_returning(&self.transaction)
                .await?;
            }
        }
        self.case_event(grant, &row, "rcp-advice", "", "").await?;
        Ok(self.log_case(grant, file).await?)
    }

    pub(super) async fn set_advice(&self, row: &a::Model, set: a::ActiveModel) -> Result<(), StoreError> {
        let written = a::Entity::update_many()
            .set(set)
            .filter(a::Column::ControllerId.eq(row.controller_id))
            .filter(a::Column::Id.eq(row.id))
            .filter(a::Column::Revision.eq(row.revision))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// A clinician records that the advice was explained to the person, with the words that they may read again, or that
    /// the person prefers not to know (duty D2). Nothing is released before.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-clinician`; `not-validated` before the report is; `already-told`; `plain-missing`.
    pub async fn record_told(
        &mut self,
        grant: &Grant<HoldRcp>,
        file: Uuid,
        way: TellingWay,
        plain: &str,
    ) -> Result<(), CellError> {
        let who = staff(grant)?;
        if !acting(who).is_any_of(CLINICIANS) {
            return Err(CellError::Rule("not-clinician"));
        }
        let session = self.rcp_row(grant.facts().controller, grant.id()).await?;
        if !as_session(&session)?.state.has_validated_report() {
            return Err(CellError::Rule("not-validated"));
        }
        let there = self.advice_row(&session, file).await?.ok_or(StoreError::NotThere)?;
        if !told(&there)?.may_change() {
            return Err(CellError::Rule("already-told"));
        }
        let word = match way {
            TellingWay::Explained if plain.trim().is_empty() => return Err(CellError::Rule("plain-missing")),
            TellingWay::Explained => "explained",
            TellingWay::PrefersNotToKnow => "prefers-not-to-know",
        };
        let row = self.case_row(session.controller_id, Some(file)).await?;
        let key = self.key(row.subject_id).await?;
        let mut set = a::ActiveModel {
            told: Set(word.to_owned()),
            told_by: Set(Some(who.account)),
            told_at: Set(Some(self.now)),
            ..a::ActiveModel::default()
        };
        if way == TellingWay::Explained {
            set.sealed_plain = Set(seal_text(&key, TABLE, "sealed_plain", there.id, plain.trim())?);
        }
        self.set_advice(&there, set).await?;
        self.case_event(grant, &row, "rcp-told", word, "").await?;
        Ok(self.log_case(grant, file).await?)
    }
}
