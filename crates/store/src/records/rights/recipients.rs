//! To whom data were passed on, and what they answered when the person withdrew or was erased (duty D4; articles 15(1)(c),
//! 19).
//!
//! The name of a recipient in a request is sealed with the key of the installation: it must be readable when the person's
//! key is gone, because that is when the recipient is asked.

use crate::StoreError;
use crate::entities::{disclosure, enquiry, handover, recipient_request};
use crate::records::desk::account_of;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{AnswerEnquiry, Grant, ProtectData, ReadEnquiry, UseOwnRights};
use ariane_domain::enquiry::HandoverState;
use ariane_domain::protection::recipients::{
    AnswerFault, AskedFor, RecipientAnswer, RecipientKind, check, is_asked,
};
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
    /// The enquiry.
    pub enquiry: Uuid,
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
    /// Writes down to whom something of the grant's enquiry was passed on. Another organisation gets it only where no
    /// representative's word stands against it (duty D23): [`StoreError::NotPossible`].
    pub async fn record_disclosure(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        kind: RecipientKind,
        recipient: &str,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        let is_hindered = grant.facts().hindrance(RepresentedAct::ShareOutside).is_some();
        if kind == RecipientKind::Cell || recipient.trim().is_empty() || is_hindered {
            return Err(StoreError::NotPossible);
        }
        self.insert_disclosure(&row, kind, recipient.trim(), account_of(grant)?).await?;
        let actor = grant.actor().pseudonym();
        self.event(row.controller_id, row.id, "passed-on", kind.word(), &actor).await?;
        self.note(grant).await
    }

    pub(crate) async fn insert_disclosure(
        &mut self,
        row: &enquiry::Model,
        kind: RecipientKind,
        recipient: &str,
        given_by: Uuid,
    ) -> Result<(), StoreError> {
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        disclosure::Entity::insert(disclosure::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            enquiry_id: Set(row.id),
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

    /// To whom the grant's enquiry was passed on, for the desk.
    pub async fn disclosures_of(&mut self, grant: &Grant<ReadEnquiry>) -> Result<Vec<Disclosed>, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        self.disclosed(&row).await
    }

    /// Everybody to whom an enquiry was passed on: the cell by its latest hand-over that was not called back, and whom the
    /// listeners wrote down.
    pub(crate) async fn disclosed(&mut self, row: &enquiry::Model) -> Result<Vec<Disclosed>, StoreError> {
        let handed_over = handover::Entity::find()
            .filter(handover::Column::ControllerId.eq(row.controller_id))
            .filter(handover::Column::EnquiryId.eq(row.id))
            .filter(handover::Column::State.ne(HandoverState::Recalled.word()))
            .order_by_desc(handover::Column::SentAt)
            .one(&self.transaction)
            .await?;
        let mut all: Vec<Disclosed> = handed_over
            .into_iter()
            .map(|one| Disclosed {
                // One cell per enquiry, however often it was handed over.
                id: row.id,
                kind: RecipientKind::Cell,
                recipient: String::new(),
                at: one.sent_at,
            })
            .collect();
        let rows = disclosure::Entity::find()
            .filter(disclosure::Column::ControllerId.eq(row.controller_id))
            .filter(disclosure::Column::EnquiryId.eq(row.id))
            .order_by_asc(disclosure::Column::At)
            .all(&self.transaction)
            .await?;
        if rows.is_empty() {
            return Ok(all);
        }
        let key = self.key(row.subject_id).await?;
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

    /// Asks every recipient of an enquiry, each once: a request with a date by which it is answered.
    pub(crate) async fn ask_recipients(
        &mut self,
        row: &enquiry::Model,
        asked_for: AskedFor,
        actor: &str,
    ) -> Result<usize, StoreError> {
        let recipients = self.disclosed(row).await?;
        let asked = self.asked_of(row.controller_id, &[row.id]).await?;
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
            self.event(row.controller_id, row.id, "recipient-asked", one.kind.word(), actor).await?;
            count += 1;
        }
        Ok(count)
    }

    /// Asks one recipient to delete what a referral or a dossier told them: the person took back their agreement to them alone.
    pub(crate) async fn ask_one_recipient(
        &mut self,
        row: &enquiry::Model,
        referral: Uuid,
        name: &str,
        actor: &str,
    ) -> Result<(), StoreError> {
        self.insert_recipient_request(row, AskedFor::Withdrawal, RecipientKind::Controller, (referral, name))
            .await?;
        let kind = RecipientKind::Controller.word();
        self.event(row.controller_id, row.id, "recipient-asked", kind, actor).await
    }

    async fn insert_recipient_request(
        &self,
        row: &enquiry::Model,
        asked_for: AskedFor,
        kind: RecipientKind,
        (recipient, name): (Uuid, &str),
    ) -> Result<(), StoreError> {
        let (id, key) = (self.id()?, self.records.installation_key());
        recipient_request::Entity::insert(recipient_request::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            enquiry_id: Set(row.id),
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

    /// Requests of enquiries with the recipient that each went to.
    async fn asked_of(&self, controller: Uuid, enquiries: &[Uuid]) -> Result<Vec<(Uuid, Asked)>, StoreError> {
        let rows = recipient_request::Entity::find()
            .filter(recipient_request::Column::ControllerId.eq(controller))
            .filter(recipient_request::Column::EnquiryId.is_in(enquiries.iter().copied()))
            .order_by_asc(recipient_request::Column::AskedAt)
            .all(&self.transaction)
            .await?;
        rows.into_iter().map(|row| Ok((row.recipient_id, self.read_asked(row)?))).collect()
    }

    fn read_asked(&self, row: recipient_request::Model) -> Result<Asked, StoreError> {
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
            enquiry: row.enquiry_id,
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
        let rows = recipient_request::Entity::find()
            .filter(recipient_request::Column::ControllerId.eq(grant.facts().controller))
            .order_by_asc(recipient_request::Column::DueAt)
            .all(&self.transaction)
            .await?;
        let mut all: Vec<Asked> =
            rows.into_iter().map(|row| self.read_asked(row)).collect::<Result<_, _>>()?;
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
        let enquiry = row.ok_or(StoreError::NotThere)?.enquiry_id;
        let actor = grant.actor().pseudonym();
        self.event(controller, enquiry, "recipient-answered", answer.word(), &actor).await?;
        self.note(grant).await?;
        Ok(Ok(()))
    }

    /// What the recipients of one's own enquiry were asked and answered.
    pub async fn own_recipients(&mut self, grant: &Grant<UseOwnRights>) -> Result<Vec<Asked>, StoreError> {
        let enquiry = grant.facts().enquiry.ok_or(StoreError::NotThere)?;
        let asked = self.asked_of(grant.facts().controller, &[enquiry]).await?;
        Ok(asked.into_iter().map(|(_, one)| one).collect())
    }

    /// The same, where the grant was used before.
    pub(crate) async fn asked_about(&self, row: &enquiry::Model) -> Result<Vec<Asked>, StoreError> {
        let asked = self.asked_of(row.controller_id, &[row.id]).await?;
        Ok(asked.into_iter().map(|(_, one)| one).collect())
    }
}
