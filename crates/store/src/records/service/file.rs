//! One file of the service: opened, begun, and what is written in it.

use super::{ENTRY, TABLE};
use crate::StoreError;
use crate::entities::{service_entry as e, service_file as f};
use crate::records::cell::sent::SentCase;
use crate::records::cell::{CellError, from_json, staff, to_json};
use crate::records::enquiries::log::Once;
use crate::records::persons::{Identity, Person, PersonCodes};
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Act, FollowInService, Grant, ManagePeople};
use ariane_domain::cell::Reality;
use ariane_domain::service::contact::next_contact;
use ariane_domain::service::entry::{EntryFault, check};
use ariane_domain::service::{EntryKind, ServiceEnd, ServiceState};
use ariane_privacy::secret::digest;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What stands at the head of a file. All of it is sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceHead {
    /// What the person asks of the service.
    #[serde(default)]
    pub question: String,
    /// What matters to the person, in their words.
    #[serde(default)]
    pub what_matters: String,
}

/// A person whom the service begins to follow.
#[derive(Debug, Clone)]
pub struct NewServiceFile {
    /// Real, or fictitious for training.
    pub reality: Reality,
    /// Who it is.
    pub identity: Identity,
    /// Codes.
    pub codes: PersonCodes,
    /// Head of the file.
    pub head: ServiceHead,
    /// Day of the next contact.
    pub next_on: Option<NaiveDate>,
}

/// An entry with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceEntry {
    /// Id.
    pub id: Uuid,
    /// Kind.
    pub kind: EntryKind,
    /// Who wrote it.
    pub author: Uuid,
    /// Day that it is about.
    pub on: NaiveDate,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Words.
    pub text: String,
}

/// A file as the service reads it.
#[derive(Debug, Clone)]
pub struct ServiceFile {
    /// Id.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// Person followed.
    pub person: Person,
    /// Head.
    pub head: ServiceHead,
    /// Real or fictitious.
    pub reality: Reality,
    /// State.
    pub state: ServiceState,
    /// Why it ended.
    pub end: Option<ServiceEnd>,
    /// Who follows.
    pub holder: Option<Uuid>,
    /// Day of the next contact.
    pub next_on: Option<NaiveDate>,
    /// Since when it is there.
    pub received_at: DateTime<Utc>,
    /// Entries, the latest day first.
    pub entries: Vec<ServiceEntry>,
    /// What the cell says of the person who was sent, or for whom it asked.
    pub case: Option<SentCase>,
    /// Version.
    pub version: i32,
}

impl Work<'_> {
    /// The entries of a file that `wanted` lets through, the latest day first.
    pub(super) async fn service_entries(
        &mut self,
        row: &f::Model,
        wanted: impl Fn(EntryKind) -> bool,
    ) -> Result<Vec<ServiceEntry>, StoreError> {
        let rows = e::Entity::find()
            .filter(e::Column::ControllerId.eq(row.controller_id))
            .filter(e::Column::FileId.eq(row.id))
            .order_by_desc(e::Column::OnDay)
            .order_by_desc(e::Column::At)
            .order_by_desc(e::Column::Id)
            .all(&self.transaction)
            .await?;
        let key = self.key(row.subject_id).await?;
        let mut entries = Vec::new();
        for one in rows {
            let kind = EntryKind::from_word(&one.kind);
            let kind = kind.ok_or_else(|| StoreError::Damaged(one.id.to_string()))?;
            if wanted(kind) {
                let text = open_text(&key, ENTRY, "sealed_text", one.id, one.sealed_text.as_deref())?;
                let (author, on, at) = (one.author_id, one.on_day, one.at);
                entries.push(ServiceEntry { id: one.id, kind, author, on, at, text });
            }
        }
        Ok(entries)
    }

    /// Opens a file.
    pub async fn read_service(&mut self, grant: &Grant<FollowInService>) -> Result<ServiceFile, StoreError> {
        let row = self.service_row(grant.facts().controller, grant.id()).await?;
        self.log_service(grant, row.id).await?;
        let person = self.open_persons(row.controller_id, &[row.subject_id]).await?.pop();
        let key = self.key(row.subject_id).await?;
        let head = open_text(&key, TABLE, "sealed_head", row.id, row.sealed_head.as_deref())?;
        let damaged = || StoreError::Damaged(row.id.to_string());
        Ok(ServiceFile {
            person: person.ok_or(StoreError::NotThere)?,
            head: from_json(&head, row.id)?,
            reality: Reality::from_word(&row.reality).ok_or_else(damaged)?,
            state: ServiceState::from_word(&row.state).ok_or_else(damaged)?,
            end: ServiceEnd::from_word(&row.end_reason),
            entries: self.service_entries(&row, |_| true).await?,
            case: match row.case_id {
                Some(case) => {
                    let case = self.case_row(row.controller_id, Some(case)).await?;
                    Some(self.sent_case(&case).await?)
                }
                None => None,
            },
            id: row.id,
            number: row.number,
            holder: row.holder_id,
            next_on: row.next_on,
            received_at: row.received_at,
            version: row.version,
        })
    }

    /// Begins to follow somebody. A form that is sent twice opens one file: its token gives the one that there is.
    pub async fn begin_service(
        &mut self,
        grant: &Grant<FollowInService>,
        new: &NewServiceFile,
        token: &str,
        today: NaiveDate,
    ) -> Result<Uuid, CellError> {
        let controller = grant.facts().controller;
        let account = staff(grant)?.account;
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(digest(&format!("service {token}"))).for_each(|(to, from)| *to = from);
        let id = uuid::Builder::from_custom_bytes(bytes).into_uuid();
        let once = Once { source: "service-form", token: token.to_owned() };
        if self.take_in(controller, &once, None).await?.is_some() {
            return Ok(self.service_row(controller, Some(id)).await?.id);
        }
        if new.identity.name.trim().is_empty() || new.head.question.trim().is_empty() {
            return Err(CellError::Rule("empty"));
        }
        let next_on = next_contact(new.next_on, today)?;
        let subject = self.insert_person(controller, &new.identity, &new.codes).await?;
        let beginning = Beginning {
            id,
            subject,
            case: None,
            holder: Some(account),
            reality: new.reality,
            state: ServiceState::Followed,
            next_on,
        };
        self.insert_service(grant, beginning, &new.head).await?;
        Ok(id)
    }

    pub(super) async fn insert_service<A: Act>(
        &mut self,
        grant: &Grant<A>,
        new: Beginning,
        head: &ServiceHead,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        // Training files have numbers of their own, so that those of real ones have no gaps.
        let counter = if new.reality.counts() { "service-file" } else { "training-service-file" };
        let number = self.next_number(controller, counter).await?;
        let key = self.key(new.subject).await?;
        f::Entity::insert(f::ActiveModel {
            controller_id: Set(controller),
            id: Set(new.id),
            number: Set(number),
            subject_id: Set(new.subject),
            case_id: Set(new.case),
            holder_id: Set(new.holder),
            reality: Set(new.reality.word().to_owned()),
            state: Set(new.state.word().to_owned()),
            end_reason: Set(String::new()),
            next_on: Set(new.next_on),
            received_at: Set(self.now),
            changed_at: Set(self.now),
            version: Set(1),
            sealed_head: Set(seal_text(&key, TABLE, "sealed_head", new.id, &to_json(head)?)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.log_service(grant, new.id).await
    }

    pub(super) async fn insert_entry(
        &mut self,
        row: &f::Model,
        author: Uuid,
        (kind, on): (EntryKind, NaiveDate),
        text: &str,
    ) -> Result<(), StoreError> {
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        e::Entity::insert(e::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            file_id: Set(row.id),
            kind: Set(kind.word().to_owned()),
            author_id: Set(author),
            on_day: Set(on),
            at: Set(self.now),
            sealed_text: Set(seal_text(&key, ENTRY, "sealed_text", id, text)?),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Writes an entry, and when the next contact is (none leaves it open). A word to the cell stands in the thread of its file.
    pub async fn write_in_service(
        &mut self,
        grant: &Grant<FollowInService>,
        version: i32,
        (kind, on): (EntryKind, NaiveDate),
        text: &str,
        next_on: Option<NaiveDate>,
    ) -> Result<(), CellError> {
        let row = self.service_row(grant.facts().controller, grant.id()).await?;
        if !EntryKind::OF_SERVICE.contains(&kind) {
            return Err(EntryFault::NotYours.into());
        }
        let today = self.today();
        let text = check(kind, on, text, row.case_id.is_some(), today)?;
        let is_followed = row.state == ServiceState::Followed.word();
        let next_on = next_contact(next_on, today)?.filter(|_| is_followed);
        let set = f::ActiveModel { next_on: Set(next_on), ..f::ActiveModel::default() };
        self.write_service(&row, version, set).await?;
        let account = staff(grant)?.account;
        self.insert_entry(&row, account, (kind, on), &text).await?;
        if kind == EntryKind::ToCell {
            self.tell_cell(grant, &row, "word-in").await?;
        }
        Ok(self.log_service(grant, row.id).await?)
    }

    /// Changes the head of a file and who follows the person.
    pub async fn change_service_head(
        &mut self,
        grant: &Grant<FollowInService>,
        version: i32,
        head: &ServiceHead,
        holder: Uuid,
    ) -> Result<(), CellError> {
        let row = self.service_row(grant.facts().controller, grant.id()).await?;
        if head.question.trim().is_empty() {
            return Err(CellError::Rule("empty"));
        }
        let key = self.key(row.subject_id).await?;
        let set = f::ActiveModel {
            holder_id: Set(Some(holder)),
            sealed_head: Set(seal_text(&key, TABLE, "sealed_head", row.id, &to_json(head)?)?),
            ..f::ActiveModel::default()
        };
        self.write_service(&row, version, set).await?;
        Ok(self.log_service(grant, row.id).await?)
    }

    /// Gives the follow-up to a colleague because the account of who followed is closed, or may not any more.
    pub(in crate::records) async fn hand_service_on(
        &mut self,
        grant: &Grant<ManagePeople>,
        row: &f::Model,
        holder: Uuid,
    ) -> Result<(), CellError> {
        let set = f::ActiveModel { holder_id: Set(Some(holder)), ..f::ActiveModel::default() };
        self.write_service(row, row.version, set).await?;
        Ok(self.log_service(grant, row.id).await?)
    }
}

/// What a new row needs besides its head.
pub(super) struct Beginning {
    pub(super) id: Uuid,
    pub(super) subject: Uuid,
    pub(super) case: Option<Uuid>,
    pub(super) holder: Option<Uuid>,
    pub(super) reality: Reality,
    pub(super) state: ServiceState,
    pub(super) next_on: Option<NaiveDate>,
}
