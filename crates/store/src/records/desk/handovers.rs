//! Hand-overs: sent by a listener, received and answered by the cell. The listener sees where it stands and what the
//! cell says to the listener, never the case file.

use super::account_of;
use crate::StoreError;
use crate::entities::{enquiry, handover, handover_answer};
use crate::records::enquiries::read::Enquiry;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Act, AnswerEnquiry, Grant, HandOver, ReadEnquiry, ReceiveHandover};
use ariane_domain::access::{Facts, Object};
use ariane_domain::enquiry::{
    Change, DeclineReason, Handover, HandoverChange, HandoverReason, HandoverState, Return, State,
};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

const TABLE: &str = "handover";
const ANSWER: &str = "handover_answer";
/// Most hand-overs on a page.
const MOST: u64 = 200;

/// What the cell said, as the listener reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// `declined`, or the word of a [`Return`].
    pub kind: String,
    /// Word of a [`DeclineReason`]; else empty.
    pub reason: String,
    /// The sentence, or the message.
    pub text: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A hand-over, as the listener sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Id.
    pub id: Uuid,
    /// Where it stands.
    pub handover: Handover,
    /// What the listener wrote to the cell.
    pub message: String,
    /// Who sent it.
    pub sent_by: Uuid,
    /// What the cell said, oldest first.
    pub answers: Vec<Answered>,
    /// Version.
    pub version: i32,
}

/// A hand-over from the outside, for the list of the cell: no person, no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandoverOutline {
    /// Id.
    pub id: Uuid,
    /// Its enquiry.
    pub enquiry: Uuid,
    /// Number of the enquiry.
    pub number: i64,
    /// Where it stands.
    pub handover: Handover,
}

fn read(row: &handover::Model) -> Result<Handover, StoreError> {
    let damaged = || StoreError::Damaged(row.id.to_string());
    Ok(Handover {
        reason: HandoverReason::from_word(&row.reason).ok_or_else(damaged)?,
        sent_at: row.sent_at,
        state: HandoverState::from_word(&row.state).ok_or_else(damaged)?,
        received_at: row.received_at,
        declined: DeclineReason::from_word(&row.declined),
        returned: Return::from_word(&row.returned),
    })
}

impl Work<'_> {
    /// Hands an enquiry over. Nothing is typed again: the cell reads the enquiry itself.
    pub async fn hand_over(
        &mut self,
        grant: &Grant<HandOver>,
        version: i32,
        reason: HandoverReason,
        message: &str,
    ) -> Result<Uuid, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        self.apply(grant, &row, version, Change::HandOver).await?;
        let (id, key) = (self.id()?, self.key(row.subject_id).await?);
        handover::Entity::insert(handover::ActiveModel {
            controller_id: Set(row.controller_id),
            id: Set(id),
            enquiry_id: Set(row.id),
            reason: Set(reason.word().to_owned()),
            state: Set(HandoverState::Sent.word().to_owned()),
            sealed_message: Set(seal_text(&key, TABLE, "sealed_message", id, message)?),
            sent_by: Set(account_of(grant)?),
            sent_at: Set(self.now),
            received_at: Set(None),
            received_by: Set(None),
            declined: Set(String::new()),
            returned: Set(String::new()),
            version: Set(1),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.note(grant).await?;
        Ok(id)
    }

    async fn handover_row(&self, controller: Uuid, id: Uuid) -> Result<handover::Model, StoreError> {
        let row = handover::Entity::find_by_id((controller, id)).one(&self.transaction).await?;
        row.ok_or(StoreError::NotThere)
    }

    async fn move_handover(
        &self,
        row: &handover::Model,
        version: i32,
        change: HandoverChange,
        receiver: Option<Uuid>,
    ) -> Result<Handover, StoreError> {
        if row.version != version {
            return Err(StoreError::Conflict);
        }
        let next = read(row)?.after(change, self.now).ok_or(StoreError::NotPossible)?;
        let mut set = handover::ActiveModel {
            state: Set(next.state.word().to_owned()),
            received_at: Set(next.received_at),
            declined: Set(next.declined.map(DeclineReason::word).unwrap_or_default().to_owned()),
            returned: Set(next.returned.map(Return::word).unwrap_or_default().to_owned()),
            version: Set(version + 1),
            ..handover::ActiveModel::default()
        };
        if receiver.is_some() && row.received_by.is_none() {
            set.received_by = Set(receiver);
        }
        let moved = handover::Entity::update_many()
            .set(set)
            .filter(handover::Column::ControllerId.eq(row.controller_id))
            .filter(handover::Column::Id.eq(row.id))
            .filter(handover::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if moved.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(next) }
    }

    /// Takes back what nobody received, or says that what the cell asked for was done.
    pub async fn answer_cell(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        handover: Uuid,
        version: i32,
        change: HandoverChange,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let row = self.handover_row(controller, handover).await?;
        if Some(row.enquiry_id) != grant.id() {
            return Err(StoreError::NotThere);
        }
        if !matches!(change, HandoverChange::Recall | HandoverChange::Done) {
            return Err(StoreError::NotPossible);
        }
        self.move_handover(&row, version, change, None).await?;
        self.file_answered(grant, &row, change, "").await?;
        let enquiry = self.enquiry_row(controller, Some(row.enquiry_id)).await?;
        if change == HandoverChange::Recall && enquiry.state == State::HandedOver.word() {
            self.apply(grant, &enquiry, enquiry.version, Change::HandBack).await?;
        }
        self.note(grant).await
    }

    /// The hand-overs of an enquiry, oldest first.
    pub async fn handovers_of(&mut self, grant: &Grant<ReadEnquiry>) -> Result<Vec<Sent>, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        self.sent(&row).await
    }

    async fn sent(&mut self, row: &enquiry::Model) -> Result<Vec<Sent>, StoreError> {
        let key = self.key(row.subject_id).await?;
        let rows = handover::Entity::find()
            .filter(handover::Column::ControllerId.eq(row.controller_id))
            .filter(handover::Column::EnquiryId.eq(row.id))
            .order_by_asc(handover::Column::SentAt)
            .all(&self.transaction)
            .await?;
        let answers = handover_answer::Entity::find()
            .filter(handover_answer::Column::ControllerId.eq(row.controller_id))
            .filter(handover_answer::Column::EnquiryId.eq(row.id))
            .order_by_asc(handover_answer::Column::At)
            .all(&self.transaction)
            .await?;
        rows.iter()
            .map(|one| {
                let own = answers.iter().filter(|a| a.handover_id == one.id).map(|a| {
                    Ok(Answered {
                        kind: a.kind.clone(),
                        reason: a.reason.clone(),
                        text: open_text(&key, ANSWER, "sealed_text", a.id, a.sealed_text.as_deref())?,
                        at: a.at,
                    })
                });
                Ok(Sent {
                    id: one.id,
                    handover: read(one)?,
                    message: open_text(&key, TABLE, "sealed_message", one.id, one.sealed_message.as_deref())?,
                    sent_by: one.sent_by,
                    answers: own.collect::<Result<_, StoreError>>()?,
                    version: one.version,
                })
            })
            .collect()
    }

    /// What the cell has before it, oldest first: codes only. Opening one needs its own grant.
    pub async fn handovers_open(&self, controller: Uuid) -> Result<Vec<HandoverOutline>, StoreError> {
        let open = [HandoverState::Sent, HandoverState::Received, HandoverState::Returned];
        let rows = handover::Entity::find()
            .filter(handover::Column::ControllerId.eq(controller))
            .filter(handover::Column::State.is_in(open.map(HandoverState::word)))
            .order_by_asc(handover::Column::SentAt)
            .limit(MOST)
            .all(&self.transaction)
            .await?;
        let numbers: Vec<(Uuid, i64)> = enquiry::Entity::find()
            .select_only()
            .columns([enquiry::Column::Id, enquiry::Column::Number])
            .filter(enquiry::Column::ControllerId.eq(controller))
            .filter(enquiry::Column::Id.is_in(rows.iter().map(|r| r.enquiry_id)))
            .into_tuple()
            .all(&self.transaction)
            .await?;
        rows.iter()
            .map(|row| {
                let number = numbers.iter().find(|(id, _)| *id == row.enquiry_id).map_or(0, |(_, n)| *n);
                Ok(HandoverOutline { id: row.id, enquiry: row.enquiry_id, number, handover: read(row)? })
            })
            .collect()
    }

    /// What the policy must know of a hand-over.
    pub async fn handover_facts(&mut self, controller: Uuid, id: Uuid) -> Result<Facts, StoreError> {
        let row = self.handover_row(controller, id).await?;
        let facts = self.enquiry_facts(controller, row.enquiry_id).await?;
        let state = read(&row)?.state;
        Ok(Facts {
            object: Object { kind: TABLE, id: Some(id) },
            is_handed_over: !matches!(state, HandoverState::Recalled | HandoverState::Declined),
            ..facts
        })
    }

    /// A hand-over with the enquiry behind it, for the cell. Listening notes are no part of it.
    pub async fn read_handed_over(
        &mut self,
        grant: &Grant<ReceiveHandover>,
    ) -> Result<(Sent, Enquiry), StoreError> {
        let id = grant.id().ok_or(StoreError::NotThere)?;
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        self.note(grant).await?;
        let sent = self.sent(&row).await?.into_iter().find(|s| s.id == id).ok_or(StoreError::NotThere)?;
        Ok((sent, self.open_enquiry(row).await?))
    }

    /// The cell confirms, declines, or asks the listener to say or do something (duty D30). Where the hand-over became a
    /// file, the file says the same.
    pub async fn receive_handover(
        &mut self,
        grant: &Grant<ReceiveHandover>,
        version: i32,
        change: HandoverChange,
        text: &str,
    ) -> Result<(), StoreError> {
        if matches!(change, HandoverChange::Done | HandoverChange::Recall) {
            return Err(StoreError::NotPossible);
        }
        let id = grant.id().ok_or(StoreError::NotThere)?;
        let row = self.handover_row(grant.facts().controller, id).await?;
        self.answer_listener(grant, &row, version, change, text).await?;
        self.file_answered(grant, &row, change, text).await?;
        self.note(grant).await
    }

    /// What happened to a file is answered on the hand-over that it came by, for the listener. One that has ended is not
    /// answered again.
    pub(crate) async fn handover_answered<A: Act>(
        &mut self,
        grant: &Grant<A>,
        handover: Uuid,
        change: HandoverChange,
        text: &str,
    ) -> Result<(), StoreError> {
        let row = self.handover_row(grant.facts().controller, handover).await?;
        if read(&row)?.after(change, self.now).is_none() {
            return Ok(());
        }
        self.answer_listener(grant, &row, row.version, change, text).await?;
        self.log(grant, &format!("enquiry/{}", row.enquiry_id)).await
    }

    async fn answer_listener<A: Act>(
        &mut self,
        grant: &Grant<A>,
        row: &handover::Model,
        version: i32,
        change: HandoverChange,
        text: &str,
    ) -> Result<(), StoreError> {
        let controller = row.controller_id;
        let (kind, reason) = match change {
            HandoverChange::Decline(reason) => ("declined", reason.word()),
            HandoverChange::Return(what) => (what.word(), ""),
            HandoverChange::Receive | HandoverChange::Done | HandoverChange::Recall => ("", ""),
        };
        let author = account_of(grant)?;
        self.move_handover(row, version, change, Some(author)).await?;
        let enquiry = self.enquiry_row(controller, Some(row.enquiry_id)).await?;
        if !kind.is_empty() {
            let (id, key) = (self.id()?, self.key(enquiry.subject_id).await?);
            handover_answer::Entity::insert(handover_answer::ActiveModel {
                controller_id: Set(controller),
                id: Set(id),
                handover_id: Set(row.id),
                enquiry_id: Set(row.enquiry_id),
                kind: Set(kind.to_owned()),
                reason: Set(reason.to_owned()),
                sealed_text: Set(seal_text(&key, ANSWER, "sealed_text", id, text)?),
                author_id: Set(author),
                at: Set(self.now),
            })
            .exec_without_returning(&self.transaction)
            .await?;
        }
        // What the listener has to do something about stands in the queue again.
        if !kind.is_empty() && enquiry.state == State::HandedOver.word() {
            self.apply(grant, &enquiry, enquiry.version, Change::HandBack).await?;
        }
        let word = if kind.is_empty() { "received-by-cell" } else { "answered-by-cell" };
        self.event(controller, row.enquiry_id, word, kind, &grant.actor().pseudonym()).await
    }
}
