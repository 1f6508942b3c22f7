//! Changes of an enquiry. Every one names the version that its author saw: who was overtaken is told, nothing is
//! overwritten.

use super::log::{EnquiryCodes, EnquiryTexts, MayLog, set_codes, set_texts};
use super::thread::{Arrival, Direction, NewMessage};
use crate::StoreError;
use crate::entities::{enquiry, enquiry_need};
use crate::records::cell::CellError;
use crate::records::consents::own::TakenBack;
use crate::records::desk::account_of;
use crate::records::outbox::Outgoing;
use crate::records::rights::thread::Thread;
use crate::records::{Work, micros};
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{Act, AnswerEnquiry, FollowOwnEnquiry, Grant, UseOwnRights};
use ariane_domain::enquiry::{Change, EntryMode, Outcome, QueueKey, State, TaskKind, Urgency};
use ariane_domain::protection::recipients::{AskedFor, RecipientKind};
use ariane_domain::purpose::{Choice, Purpose};
use ariane_privacy::blind;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Who acknowledges, as the log names it.
const INTAKE: &str = "system/intake";

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
        if account.is_some() && matches!(change, Change::Reply | Change::Close(_)) {
            // A human has answered the child: that was the task.
            let kind = TaskKind::MinorAlone;
            let ending = kind.endings().first().copied().unwrap_or_default();
            self.end_tasks(row.controller_id, [row.id], Some(kind), account, ending).await?;
        }
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
        let prompts = self.prompts(codes, texts, row.concerned_id.is_some());
        // Who is found to be a child alone comes to the head of the queue; who was known to be one stays where the
        // listener put them.
        let was_alone = self.is_minor_alone(&row.requester_kind, &row.age_band);
        let urgency =
            if prompts.is_minor_alone && !was_alone { urgency.or(Urgency::Pressing) } else { urgency };
        let mut set = enquiry::ActiveModel {
            urgency: Set(urgency.word().to_owned()),
            queue_key: Set(QueueKey::new(urgency, Some(row.due_at), row.received_at).number()),
            ..Default::default()
        };
        set_codes(&mut set, codes);
        set_texts(&mut set, row.id, &key, texts)?;
        let former = crate::figures::former_codes(&self.transaction, &row).await?;
        self.write_version(&row, version, set).await?;
        enquiry_need::Entity::delete_many()
            .filter(enquiry_need::Column::ControllerId.eq(controller))
            .filter(enquiry_need::Column::EnquiryId.eq(row.id))
            .exec(&self.transaction)
            .await?;
        self.set_needs(controller, row.id, &codes.needs).await?;
        let actor = grant.actor().pseudonym();
        // Figures as of before are right afterwards too.
        self.event(controller, row.id, "revised", &former.to_string(), &actor).await?;
        self.prompt(&row, &prompts, &actor).await?;
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
            self.enqueue_for(&row, "reply", mail).await?;
            self.disclose_reply(&row, &mail.to, account_of(grant)?).await?;
        }
        self.note(grant).await
    }

    /// A reply that goes to another address than the requester's was passed on to somebody else (article 15(1)(c)).
    async fn disclose_reply(&mut self, row: &enquiry::Model, to: &str, by: Uuid) -> Result<(), StoreError> {
        let persons = self.open_persons(row.controller_id, &[row.requester_id]).await?;
        let own = persons.first().map(|p| p.identity.mail.as_str()).unwrap_or_default();
        if to.is_empty() || own.is_empty() || blind::mail(to) == blind::mail(own) {
            return Ok(());
        }
        let thread = Thread::Enquiry(row.clone());
        self.insert_disclosure(&thread, RecipientKind::Person, to, by).await
    }

    /// Keeps and enqueues an acknowledgement: it moves no clock, for no human answered. False where a death stops it (duty
    /// D6): a human has a task about it then, since the enquiry was logged or the death recorded.
    pub async fn acknowledge(
        &mut self,
        controller: Uuid,
        enquiry: Uuid,
        mail: &Outgoing,
    ) -> Result<bool, StoreError> {
        let row = self.enquiry_row(controller, Some(enquiry)).await?;
        // Whoever composed it may have forgotten to say so; an acknowledgement is never written by a human.
        let mail = Outgoing { is_automatic: true, ..mail.clone() };
        if self.enqueue_for(&row, "acknowledgement", &mail).await?.is_none() {
            self.event(controller, enquiry, "stopped-by-death", "", INTAKE).await?;
            return Ok(false);
        }
        let message = outgoing(EntryMode::Mail, "acknowledgement", &mail.text, Some(&mail), self.now);
        self.insert_message(controller, enquiry, row.subject_id, &message, INTAKE).await?;
        self.event(controller, enquiry, "acknowledged", "", INTAKE).await?;
        Ok(true)
    }

    /// Whether whoever is on record with a mail address has died: nothing automatic is composed for it (duty D6).
    pub async fn has_died_at<A: MayLog>(&self, grant: &Grant<A>, mail: &str) -> Result<bool, StoreError> {
        self.has_died(grant.facts().controller, &[], mail).await
    }

    /// Withdraws one's own enquiry (duty D4): it is kept and no longer used, and whatever its person agreed to is taken back with it.
    /// Gives whom to tell.
    pub async fn withdraw_own(&mut self, grant: &Grant<UseOwnRights>) -> Result<Vec<TakenBack>, StoreError> {
        let row = self.enquiry_row(grant.facts().controller, grant.facts().enquiry).await?;
        self.apply(grant, &row, row.version, Change::Withdraw).await?;
        for purpose in [Purpose::Handover, Purpose::Satisfaction] {
            self.choose(row.controller_id, row.requester_id, purpose, Choice::Withdrawn, "link").await?;
        }
        let actor = grant.actor().pseudonym();
        let taken = match self.own_file(grant).await? {
            Some(file) => self.take_everything_back(&file, &actor).await.map_err(CellError::into_store)?,
            None => Vec::new(),
        };
        self.ask_recipients(&Thread::Enquiry(row), AskedFor::Withdrawal, &actor).await?;
        self.note(grant).await?;
        Ok(taken)
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
        self.after_choice(&row, purpose, choice, &grant.actor().pseudonym()).await?;
        self.note(grant).await
    }

    /// Who withdraws the agreement to be handed over has the recipients asked, as who takes the request back (duty D4).
    async fn after_choice(
        &mut self,
        row: &enquiry::Model,
        purpose: Purpose,
        choice: Choice,
        actor: &str,
    ) -> Result<(), StoreError> {
        if purpose == Purpose::Handover && choice != Choice::Agreed {
            self.ask_recipients(&Thread::Enquiry(row.clone()), AskedFor::Withdrawal, actor).await?;
        }
        Ok(())
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
        self.after_choice(&row, purpose, choice, &grant.actor().pseudonym()).await?;
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
