//! To whom data were passed on, and what they answered when the person withdrew or was erased (duty D4; articles 15(1)(c),
//! 19).
//!
//! The name of a recipient in a request is sealed with the key of the installation: it must be readable when the person's
//! key is gone, because that is when the recipient is asked.

use super::thread::{About, Reads, Thread, Writes};
use crate::StoreError;
use crate::entities::{disclosure, enquiry, handover, recipient_request};
use crate::records::desk::account_of;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, ProtectData, UseOwnRights};
use ariane_domain::access::{Actor, Facts};
use ariane_domain::enquiry::HandoverState;
use ariane_domain::protection::recipients::{
    AnswerFault, AskedFor, RecipientAnswer, RecipientKind, check, is_asked,
};
use ariane_domain::purpose::Purpose;
use ariane_domain::representation::RepresentedAct;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const DISCLOSURE: &str = "disclosure";
const REQUEST: &str = "recipient_request";

/// Somebody to whom data were passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// Id.
    pub id: Uuid,
    /// Who.
    pub kind: RecipientKind,
    /// Their name or address; empty for the cell.
    pub recipient: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A recipient who was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Id.
    pub id: Uuid,
    /// What was passed on.
    pub about: About,
    /// Why.
    pub asked_for: AskedFor,
    /// Who.
    pub kind: RecipientKind,
    /// Their name or address; empty for the cell.
    pub recipient: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// By when they answer.
    pub due_at: DateTime<Utc>,
    /// What they answered.
    pub answer: Option<RecipientAnswer>,
    /// The duty under which they keep it.
    pub duty: String,
    /// When they answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// Version, for changes.
    pub version: i32,
}

impl Work<'_> {
    /// Writes down to whom something of the grant's enquiry or file was passed on. Another organisation gets it only where no
    /// representative's word stands against it (duty D23): [`StoreError::NotPossible`].
    pub async fn record_disclosure<A: Writes>(
        &mut self,
        grant: &Grant<A>,
        kind: RecipientKind,
        recipient: &str,
    ) -> Result<(), StoreError> {
        let thread = self.thread_at(grant).await?;
        let facts = Facts { hindrances: self.hindrances(&thread).await?, ..grant.facts().clone() };
        let is_hindered = facts.hindrance_for(RepresentedAct::ShareOutside, Purpose::Transfer).is_some();
        if kind == RecipientKind::Cell || recipient.trim().is_empty() || is_hindered {
            return Err(StoreError::NotPossible);
        }
        self.insert_disclosure(&thread, kind, recipient.trim(), account_of(grant)?).await?;
        self.tell_at(grant, "passed-on", kind.word()).await
    }

    /// Writes down to whom something was passed on.
    pub(in crate::records) async fn insert_disclosure(
        &mut self,
        row: &Thread,
        kind: RecipientKind,
        recipient: &str,
        given_by: Uuid,
    ) -> Result<(), StoreError> {
        let (id, key) = (self.id()?, self.key(row.subject()).await?);
        disclosure::Entity::insert(disclosure::ActiveModel {
            controller_id: Set(row.controller()),
            id: Set(id),
            enquiry_id: Set(row.enquiry()),
            file_id: Set(row.file()),
            kind: Set(kind.word().to_owned()),
            sealed_recipient: Set(seal_text(&key, DISCLOSURE, "sealed_recipient", id, recipient)?),
            recipient_id: Set(None),
            given_by: Set(given_by),
            at: Set(self.now),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// To whom something of the grant's enquiry or file was passed on.
    pub async fn disclosures_of<A: Reads>(&mut self, grant: &Grant<A>) -> Result<Vec<Disclosed>, StoreError> {
        let thread = self.thread_at(grant).await?;
        self.disclosed(&thread).await
    }

    /// The cell, by the latest hand-over of an enquiry that was not called back.
    async fn handed_to_cell(&self, row: &enquiry::Model) -> Result<Option<Disclosed>, StoreError> {
        let handed_over = handover::Entity::find()
            .filter(handover::Column::ControllerId.eq(row.controller_id))
            .filter(handover::Column::EnquiryId.eq(row.id))
            .filter(handover::Column::State.ne(HandoverState::Recalled.word()))
            .order_by_desc(handover::Column::SentAt)
            .one(&self.transaction)
            .await?;
        Ok(handed_over.map(|one| Disclosed {
            // One cell per enquiry, however often it was handed over.
            id: row.id,
            kind: RecipientKind::Cell,
            recipient: String::new(),
            at: one.sent_at,
        }))
    }

    /// Everybody to whom something was passed on: the cell, and whoever was written down.
    pub(crate) async fn disclosed(&mut self, row: &Thread) -> Result<Vec<Disclosed>, StoreError> {
        let (mut all, here) = match row {
            Thread::Enquiry(row) => (
                self.handed_to_cell(row).await?.into_iter().collect::<Vec<_>>(),
                disclosure::Column::EnquiryId.eq(row.id),
            ),
            Thread::File(row) => (Vec::new(), disclosure::Column::FileId.eq(row.id)),
        };
        let rows = disclosure::Entity::find()
            .filter(disclosure::Column::ControllerId.eq(row.controller()))
            .filter(here)
            .order_by_asc(disclosure::Column::At)
            .all(&self.transaction)
            .await?;
        if rows.is_empty() {
            return Ok(all);
        }
        let key = self.key(row.subject()).await?;
        for one in rows {
            let sealed = one.sealed_recipient.as_deref();
            all.push(Disclosed {
                id: one.id,
                kind: RecipientKind::from_word(&one.kind)
                    .ok_or_else(|| StoreError::Damaged(format!("{DISCLOSURE}/{}", one.id)))?,
                recipient: open_text(&key, DISCLOSURE, "sealed_recipient", one.id, sealed)?,
                at: one.at,
            });
        }
        Ok(all)
    }

    /// Asks every recipient, each once: a request with a date by which it is answered.
    pub(in crate::records) async fn ask_recipients(
        &mut self,
        row: &Thread,
        asked_for: AskedFor,
        actor: &str,
    ) -> Result<usize, StoreError> {
        let recipients = self.disclosed(row).await?;
        let asked = self.asked_of(row).await?;
        let mut count = 0;
        for one in recipients {
            let before: Vec<_> = asked
                .iter()
                .filter(|(recipient, _)| *recipient == one.id)
                .map(|(_, a)| (a.asked_for, a.answer))
                .collect();
            if !is_asked(asked_for, &before) {
                continue;
            }
            self.insert_recipient_request(row, asked_for, one.kind, (one.id, &one.recipient)).await?;
            self.thread_event(row, ("recipient-asked", one.kind.word()), actor).await?;
            count += 1;
        }
        Ok(count)
    }

    /// Asks one recipient to delete what a referral or a dossier told them: the person took back their agreement to them alone.
    pub(in crate::records) async fn ask_one_recipient(
        &mut self,
        row: &Thread,
        referral: Uuid,
        name: &str,
        actor: &str,
    ) -> Result<(), StoreError> {
        self.insert_recipient_request(row, AskedFor::Withdrawal, RecipientKind::Controller, (referral, name))
            .await?;
        let kind = RecipientKind::Controller.word();
        self.thread_event(row, ("recipient-asked", kind), actor).await
    }

    async fn insert_recipient_request(
        &self,
        row: &Thread,
        asked_for: AskedFor,
        kind: RecipientKind,
        (recipient, name): (Uuid, &str),
    ) -> Result<(), StoreError> {
        let (id, key) = (self.id()?, self.records.installation_key());
        recipient_request::Entity::insert(recipient_request::ActiveModel {
            controller_id: Set(row.controller()),
            id: Set(id),
            enquiry_id: Set(row.enquiry()),
            file_id: Set(row.file()),
            asked_for: Set(asked_for.word().to_owned()),
            kind: Set(kind.word().to_owned()),
            recipient_id: Set(recipient),
            sealed_recipient: Set(seal_text(&key, REQUEST, "sealed_recipient", id, name)?),
            asked_at: Set(self.now),
            due_at: Set(self.records.settings().recipients.due(self.now)),
            answer: Set(String::new()),
            sealed_duty: Set(None),
            answered_at: Set(None),
            answered_by: Set(None),
            version: Set(1),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Requests with the recipient that each went to.
    async fn asked_of(&self, thread: &Thread) -> Result<Vec<(Uuid, Asked)>, StoreError> {
        let here = match thread {
            Thread::Enquiry(row) => recipient_request::Column::EnquiryId.eq(row.id),
            Thread::File(row) => recipient_request::Column::FileId.eq(row.id),
        };
        let rows = recipient_request::Entity::find()
            .filter(recipient_request::Column::ControllerId.eq(thread.controller()))
            .filter(here)
            .order_by_asc(recipient_request::Column::AskedAt)
            .all(&self.transaction)
            .await?;
        let about = thread.about();
        rows.into_iter().map(|row| Ok((row.recipient_id, self.read_asked(row, about)?))).collect()
    }

    fn read_asked(&self, row: recipient_request::Model, about: About) -> Result<Asked, StoreError> {
        let damaged = || StoreError::Damaged(format!("{REQUEST}/{}", row.id));
        let key = self.records.installation_key();
        let open =
            |column, sealed: &Option<Vec<u8>>| open_text(&key, REQUEST, column, row.id, sealed.as_deref());
        Ok(Asked {
            asked_for: AskedFor::from_word(&row.asked_for).ok_or_else(damaged)?,
            kind: RecipientKind::from_word(&row.kind).ok_or_else(damaged)?,
            recipient: open("sealed_recipient", &row.sealed_recipient)?,
            duty: open("sealed_duty", &row.sealed_duty)?,
            id: row.id,
            about,
            asked_at: row.asked_at,
            due_at: row.due_at,
            answer: RecipientAnswer::from_word(&row.answer),
            answered_at: row.answered_at,
            version: row.version,
        })
    }

    /// All requests to recipients, those without an answer first, by their date.
    pub async fn recipient_requests(&mut self, grant: &Grant<ProtectData>) -> Result<Vec<Asked>, StoreError> {
        self.note(grant).await?;
        let controller = grant.facts().controller;
        let rows = recipient_request::Entity::find()
            .filter(recipient_request::Column::ControllerId.eq(controller))
            .order_by_asc(recipient_request::Column::DueAt)
            .all(&self.transaction)
            .await?;
        let enquiries = rows.iter().filter_map(|row| row.enquiry_id).collect();
        let files = rows.iter().filter_map(|row| row.file_id).collect();
        let numbers = self.numbers_of_threads(controller, enquiries, files).await?;
        let about = |row: &recipient_request::Model| {
            let id = row.enquiry_id.or(row.file_id);
            let known = id.and_then(|id| numbers.get(&id).copied());
            known.ok_or_else(|| StoreError::Damaged(format!("{REQUEST}/{}", row.id)))
        };
        let mut all = rows
            .into_iter()
            .map(|row| about(&row).and_then(|about| self.read_asked(row, about)))
            .collect::<Result<Vec<Asked>, _>>()?;
        all.sort_by_key(|one| one.answer.is_some());
        Ok(all)
    }

    /// Records what a recipient answered; the inner error says what is wrong with the answer.
    pub async fn answer_recipient(
        &mut self,
        grant: &Grant<ProtectData>,
        id: Uuid,
        version: i32,
        answer: RecipientAnswer,
        duty: &str,
    ) -> Result<Result<(), AnswerFault>, StoreError> {
        if let Err(fault) = check(answer, duty) {
            return Ok(Err(fault));
        }
        let Actor::Staff(staff) = grant.actor() else { return Err(StoreError::NotPossible) };
        let controller = grant.facts().controller;
        let key = self.records.installation_key();
        let set = recipient_request::ActiveModel {
            answer: Set(answer.word().to_owned()),
            sealed_duty: Set(seal_text(&key, REQUEST, "sealed_duty", id, duty.trim())?),
            answered_at: Set(Some(self.now)),
            answered_by: Set(Some(staff.account)),
            version: Set(version + 1),
            ..Default::default()
        };
        let changed = recipient_request::Entity::update_many()
            .set(set)
            .filter(recipient_request::Column::ControllerId.eq(controller))
            .filter(recipient_request::Column::Id.eq(id))
            .filter(recipient_request::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        let row = recipient_request::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        let row = row.ok_or(StoreError::NotThere)?;
        let thread = match row.enquiry_id {
            Some(_) => Thread::Enquiry(self.enquiry_row(controller, row.enquiry_id).await?),
            None => Thread::File(self.case_row(controller, row.file_id).await?),
        };
        let actor = grant.actor().pseudonym();
        self.thread_event(&thread, ("recipient-answered", answer.word()), &actor).await?;
        self.note(grant).await?;
        Ok(Ok(()))
    }

    /// What the recipients of one's own enquiry were asked and answered.
    pub async fn own_recipients(&mut self, grant: &Grant<UseOwnRights>) -> Result<Vec<Asked>, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        let asked = self.asked_of(&Thread::Enquiry(row)).await?;
        Ok(asked.into_iter().map(|(_, one)| one).collect())
    }

    /// The same, where the grant was used before.
    pub(crate) async fn asked_about(&self, row: &Thread) -> Result<Vec<Asked>, StoreError> {
        let asked = self.asked_of(row).await?;
        Ok(asked.into_iter().map(|(_, one)| one).collect())
    }
}
