//! Changes of an enquiry. Every one names the version that its author saw: who was overtaken is told, nothing is
//! overwritten.

use super::log::{EnquiryCodes, EnquiryTexts, set_codes, set_texts};
use super::thread::{Arrival, Direction, NewMessage};
use crate::StoreError;
use crate::entities::{enquiry, enquiry_need};
use crate::records::outbox::Outgoing;
use crate::records::{Work, micros};
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{Act, AnswerEnquiry, FollowOwnEnquiry, Grant, UseOwnRights};
use ariane_domain::enquiry::{Change, EntryMode, Outcome, QueueKey, State, Urgency};
use ariane_domain::purpose::{Choice, Purpose};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

impl Work<'_> {
    /// Takes, releases, answers, closes, reopens: what [`State::after`] allows.
    pub async fn change_enquiry(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        version: i32,
        change: Change,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        self.apply(grant, &row, version, change).await?;
        self.note(grant).await
    }

    /// Applies a change that another grant allows, such as a hand-over.
    pub(crate) async fn apply<A: Act>(
        &mut self,
        grant: &Grant<A>,
        row: &enquiry::Model,
        version: i32,
        change: Change,
    ) -> Result<(), StoreError> {
        let state = State::from_word(&row.state).ok_or(StoreError::NotPossible)?;
        if row.version != version {
            return Err(StoreError::Conflict);
        }
        let next = state.after(change).map_err(|_| StoreError::NotPossible)?;
        let account = match grant.actor() {
            Actor::Staff(staff) => Some(staff.account),
            _ => None,
        };
        let mut set = enquiry::ActiveModel { state: Set(next.word().to_owned()), ..Default::default() };
        let mut detail = "";
        match change {
            Change::Take | Change::TakeOver | Change::Reopen => {
                set.taken_by = Set(account);
                set.taken_at = Set(Some(self.now));
                set.closed_at = Set(None);
                set.outcome = Set(String::new());
            }
            Change::Release => {
                set.taken_by = Set(None);
                set.taken_at = Set(None);
            }
            Change::Reply => {
                if row.first_replied_at.is_none() {
                    set.first_replied_at = Set(Some(self.now));
                }
            }
            Change::Close(outcome) => {
                set.outcome = Set(outcome.word().to_owned());
                set.closed_at = Set(Some(self.now));
                detail = outcome.word();
            }
            Change::Withdraw => {
                set.outcome = Set(Outcome::Withdrawn.word().to_owned());
                set.withdrawn_at = Set(Some(self.now));
                set.closed_at = Set(Some(self.now));
            }
            // The state before it, so that parting can give it back.
            Change::Merge => detail = state.word(),
            Change::Message | Change::HandOver | Change::HandBack => {}
            Change::Unmerge { .. } => set.merged_into = Set(None),
        }
        self.write_version(row, version, set).await?;
        let actor = grant.actor().pseudonym();
        self.event(row.controller_id, row.id, change.word(), detail, &actor).await
    }

    pub(crate) async fn write_version(
        &self,
        row: &enquiry::Model,
        version: i32,
        mut set: enquiry::ActiveModel,
    ) -> Result<(), StoreError> {
        set.version = Set(version + 1);
        set.changed_at = Set(self.now);
        let written = enquiry::Entity::update_many()
            .set(set)
            .filter(enquiry::Column::ControllerId.eq(row.controller_id))
            .filter(enquiry::Column::Id.eq(row.id))
            .filter(enquiry::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// A further message puts an enquiry back into the queue, with a new promise where the former was kept.
    pub(crate) async fn arrive(&mut self, row: &enquiry::Model, arrival: Arrival) -> Result<(), StoreError> {
        let state = State::from_word(&row.state).ok_or(StoreError::NotPossible)?;
        let next = state.after(Change::Message).map_err(|_| StoreError::NotPossible)?;
        let urgency = Urgency::from_word(&row.urgency).unwrap_or(Urgency::None).or(arrival.urgency);
        // Who still waits for the first answer keeps the first promise.
        let due_at = if state.is_in_queue() { row.due_at } else { micros(arrival.due_at) };
        let mut set = enquiry::ActiveModel {
            state: Set(next.word().to_owned()),
            urgency: Set(urgency.word().to_owned()),
            due_at: Set(due_at),
            queue_key: Set(QueueKey::new(urgency, Some(due_at), row.received_at).number()),
            closed_at: Set(None),
            ..Default::default()
        };
        if next == State::Waiting {
            set.taken_by = Set(None);
            set.taken_at = Set(None);
            set.outcome = Set(String::new());
        }
        self.write_version(row, row.version, set).await
    }

    /// Changes codes and texts.
    pub async fn revise_enquiry(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        version: i32,
        codes: &EnquiryCodes,
        texts: &EnquiryTexts,
        urgency: Urgency,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, grant.id()).await?;
        let key = self.key(row.subject_id).await?;
        let mut set = enquiry::ActiveModel {
            urgency: Set(urgency.word().to_owned()),
            queue_key: Set(QueueKey::new(urgency, Some(row.due_at), row.received_at).number()),
            ..Default::default()
        };
        set_codes(&mut set, codes);
        set_texts(&mut set, row.id, &key, texts)?;
        self.write_version(&row, version, set).await?;
        enquiry_need::Entity::delete_many()
            .filter(enquiry_need::Column::ControllerId.eq(controller))
            .filter(enquiry_need::Column::EnquiryId.eq(row.id))
            .exec(&self.transaction)
            .await?;
        self.set_needs(controller, row.id, &codes.needs).await?;
        self.event(controller, row.id, "revised", "", &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }

    /// Keeps a reply in the thread and, where it goes out by mail, enqueues it: both or neither.
    pub async fn reply(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        version: i32,
        mode: EntryMode,
        text: &str,
        mail: Option<&Outgoing>,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let row = self.enquiry_row(controller, grant.id()).await?;
        self.apply(grant, &row, version, Change::Reply).await?;
        let message = outgoing(mode, "message", text, mail, self.now);
        let author = grant.actor().pseudonym();
        self.insert_message(controller, row.id, row.subject_id, &message, &author).await?;
        if let Some(mail) = mail {
            self.enqueue_for(controller, row.id, row.subject_id, "reply", mail).await?;
        }
        self.note(grant).await
    }

    /// Keeps and enqueues an acknowledgement: it moves no clock, for no human answered.
    pub async fn acknowledge(
        &mut self,
        controller: Uuid,
        enquiry: Uuid,
        mail: &Outgoing,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(controller, Some(enquiry)).await?;
        let message = outgoing(EntryMode::Mail, "acknowledgement", &mail.text, Some(mail), self.now);
        self.insert_message(controller, enquiry, row.subject_id, &message, "system/intake").await?;
        self.enqueue_for(controller, enquiry, row.subject_id, "acknowledgement", mail).await?;
        self.event(controller, enquiry, "acknowledged", "", "system/intake").await
    }

    /// Withdraws one's own enquiry (duty D4): it is kept and no longer used.
    pub async fn withdraw_own(&mut self, grant: &Grant<UseOwnRights>) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        self.apply(grant, &row, row.version, Change::Withdraw).await?;
        for purpose in [Purpose::Handover, Purpose::Satisfaction] {
            self.choose(row.controller_id, row.requester_id, purpose, Choice::Withdrawn, "link").await?;
        }
        self.note(grant).await
    }

    /// Writes down what the person chose through their link. A withdrawal needs no stronger proof than the agreement.
    pub async fn choose_own(
        &mut self,
        grant: &Grant<FollowOwnEnquiry>,
        purpose: Purpose,
        choice: Choice,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        self.choose(row.controller_id, row.requester_id, purpose, choice, "link").await?;
        self.note(grant).await
    }

    /// Writes down what the person told a listener.
    pub async fn choose_spoken(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        purpose: Purpose,
        choice: Choice,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        self.choose(row.controller_id, row.requester_id, purpose, choice, "spoken").await?;
        self.note(grant).await
    }

    /// Records how satisfied the person says to be.
    pub async fn set_satisfaction(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        version: i32,
        points: Option<u8>,
    ) -> Result<(), StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.id()).await?;
        let set = enquiry::ActiveModel { satisfaction: Set(points.map(i32::from)), ..Default::default() };
        self.write_version(&row, version, set).await?;
        self.event(row.controller_id, row.id, "satisfaction", "", &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }
}

fn outgoing(
    mode: EntryMode,
    kind: &'static str,
    text: &str,
    mail: Option<&Outgoing>,
    at: DateTime<Utc>,
) -> NewMessage {
    NewMessage {
        direction: Direction::Out,
        mode,
        kind,
        from: mail.map(|m| m.from_name.clone()).unwrap_or_default(),
        subject: mail.map(|m| m.subject.clone()).unwrap_or_default(),
        text: text.to_owned(),
        html: String::new(),
        message_id: mail.map(|m| m.message_id.clone()).unwrap_or_default(),
        references: mail.map(|m| m.references.join(" ")).unwrap_or_default(),
        at,
        attachments: Vec::new(),
    }
}
