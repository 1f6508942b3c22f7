//! Outgoing mail: enqueued in the transaction of what it tells of, sent at least once by a job that holds a lease.

use super::{Records, Work};
use crate::StoreError;
use crate::entities::{case_file, enquiry, outbox};
use ariane_domain::access::grant::{Grant, RetryMail};
use ariane_domain::health::Outbox;
use ariane_privacy::blind::Kind;
use ariane_privacy::seal::{DataKey, Place};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::HEXLOWER;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long who took a mail may take to send it.
const LEASE: TimeDelta = TimeDelta::minutes(5);
/// After how many attempts a mail is given up and shown to staff.
const MOST_ATTEMPTS: i32 = 12;
/// Codes of what another attempt cannot change.
const BEYOND_MENDING: [&str; 2] = ["erased", "unfit"];

/// A mail to be sent. All of it is sealed while it waits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    /// Address.
    pub to: String,
    /// Name shown as the sender; neutral where the person wishes it (duty D10).
    pub from_name: String,
    /// Subject; never identifying.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// Stable Message-ID, without angle brackets: the same at every attempt.
    pub message_id: String,
    /// Message-ID of the mail that is answered, or empty.
    pub in_reply_to: String,
    /// Message-IDs of the thread.
    pub references: Vec<String>,
    /// Token by which an answer finds its thread; empty for mail to staff.
    pub thread_token: String,
    /// Whether no human wrote it (RFC 3834).
    pub is_automatic: bool,
    /// Language of the text, ISO 639-1; empty when not known.
    #[serde(default)]
    pub language: String,
    /// Files: name, media type, content in Base64.
    pub attachments: Vec<(String, String, String)>,
    /// What it tells a calendar: whether the meeting takes place, and the text (iTIP).
    #[serde(default)]
    pub calendar: Option<(CalendarSays, String)>,
}

/// What a mail tells a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CalendarSays {
    /// An invitation or a change of one.
    TakesPlace,
    /// It does not take place, or not with them.
    Cancelled,
}

/// A mail that a job took for sending.
#[derive(Debug, Clone)]
pub struct Leased {
    /// Organisation.
    pub controller: Uuid,
    /// Id.
    pub id: Uuid,
    /// The enquiry that it belongs to.
    pub enquiry: Option<Uuid>,
    /// `reply`, `acknowledgement`, `invitation`, …
    pub kind: String,
    /// The mail.
    pub mail: Outgoing,
    /// How often it was tried before.
    pub attempts: i32,
}

/// How sending ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The next server took it.
    Sent,
    /// To be tried again; a code of why.
    Later(&'static str),
    /// Not to be tried again; a code of why.
    Never(&'static str),
}

const fn place(id: Uuid) -> Place {
    Place::new("outbox", "sealed_mail", id)
}

impl Work<'_> {
    /// Enqueues a mail about a person: sealed with their key. It goes out only if this work is committed.
    ///
    /// The one gate of duty D6: what no human wrote is not enqueued once the requester, the person concerned, or whoever
    /// is on record with the address has died; none is given then.
    pub(crate) async fn enqueue_for(
        &mut self,
        row: &enquiry::Model,
        kind: &str,
        mail: &Outgoing,
    ) -> Result<Option<Uuid>, StoreError> {
        if mail.is_automatic && self.is_silenced(row, &mail.to).await? {
            return Ok(None);
        }
        let key = self.key(row.subject_id).await?;
        self.insert_outgoing(row.controller_id, Some(row.id), row.subject_id, &key, kind, mail)
            .await
            .map(Some)
    }

    /// Enqueues a mail about the person of a file to somebody else: sealed with their key, so that it is gone with them. Nothing goes
    /// out about somebody who died (duty D6).
    pub(crate) async fn enqueue_about(
        &mut self,
        file: &case_file::Model,
        kind: &str,
        mail: &Outgoing,
    ) -> Result<Uuid, StoreError> {
        if self.has_died(file.controller_id, &[file.subject_id], "").await? {
            return Err(StoreError::NotPossible);
        }
        let key = self.key(file.subject_id).await?;
        self.insert_outgoing(file.controller_id, None, file.subject_id, &key, kind, mail).await
    }

    /// Whether nothing automatic goes out about an enquiry to an address, because of a death.
    pub(crate) async fn is_silenced(&self, row: &enquiry::Model, to: &str) -> Result<bool, StoreError> {
        let mut persons = vec![row.requester_id];
        persons.extend(row.concerned_id);
        self.has_died(row.controller_id, &persons, to).await
    }

    /// Enqueues a mail to staff: sealed with the installation's key.
    pub async fn enqueue_to_staff(
        &mut self,
        controller: Uuid,
        kind: &str,
        mail: &Outgoing,
    ) -> Result<Uuid, StoreError> {
        let key = self.records.installation_key();
        self.insert_outgoing(controller, None, Uuid::nil(), &key, kind, mail).await
    }

    /// Lets mail that was given up be tried again from the first attempt on, with the Message-ID it had; what no attempt can
    /// mend (an erased person, an unfit text) stays as it is. Gives how many.
    pub async fn retry_given_up(&mut self, grant: &Grant<RetryMail>) -> Result<u64, StoreError> {
        self.log(grant, "office").await?;
        let taken = outbox::Entity::update_many()
            .col_expr(outbox::Column::State, Expr::value("waiting"))
            .col_expr(outbox::Column::Attempts, Expr::value(0))
            .col_expr(outbox::Column::NextAttemptAt, Expr::value(self.now.timestamp_micros()))
            .filter(outbox::Column::ControllerId.eq(grant.facts().controller))
            .filter(outbox::Column::State.eq("failed"))
            .filter(outbox::Column::LastError.is_not_in(BEYOND_MENDING))
            .exec(&self.transaction)
            .await?;
        Ok(taken.rows_affected)
    }

    async fn insert_outgoing(
        &self,
        controller: Uuid,
        enquiry: Option<Uuid>,
        subject: Uuid,
        key: &DataKey,
        kind: &str,
        mail: &Outgoing,
    ) -> Result<Uuid, StoreError> {
        let id = self.id()?;
        let content = serde_json::to_vec(mail).map_err(|_| StoreError::Sealed)?;
        outbox::Entity::insert(outbox::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            enquiry_id: Set(enquiry),
            subject_id: Set(subject),
            kind: Set(kind.to_owned()),
            sealed_mail: Set(key.seal(place(id), &content)?),
            message_token: Set(self.records.message_token(&mail.message_id)),
            state: Set("waiting".to_owned()),
            attempts: Set(0),
            last_error: Set(String::new()),
            lease_until: Set(None),
            next_attempt_at: Set(self.now.timestamp_micros()),
            created_at: Set(self.now),
            sent_at: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(id)
    }
}

impl Records {
    /// The blind token of a Message-ID.
    pub fn message_token(&self, message_id: &str) -> String {
        if message_id.is_empty() {
            return String::new();
        }
        HEXLOWER.encode(&self.blind.token(Kind::MessageId, message_id))
    }

    /// Takes the next mail that is due, for five minutes. What a stopped job had taken is taken again after that.
    pub async fn lease_outgoing(&self, now: DateTime<Utc>) -> Result<Option<Leased>, StoreError> {
        use outbox::Column as C;
        let at = now.timestamp_micros();
        let is_free = Condition::any().add(C::LeaseUntil.is_null()).add(C::LeaseUntil.lt(at));
        let due = outbox::Entity::find()
            .filter(C::State.eq("waiting"))
            .filter(C::NextAttemptAt.lte(at))
            .filter(is_free.clone())
            .order_by_asc(C::NextAttemptAt)
            .limit(1)
            .one(&self.store.db)
            .await?;
        let Some(row) = due else { return Ok(None) };
        let taken = outbox::Entity::update_many()
            .col_expr(C::LeaseUntil, Expr::value((now + LEASE).timestamp_micros()))
            .filter(C::ControllerId.eq(row.controller_id))
            .filter(C::Id.eq(row.id))
            .filter(C::State.eq("waiting"))
            .filter(is_free)
            .exec(&self.store.db)
            .await?;
        if taken.rows_affected == 0 {
            return Ok(None);
        }
        let key = if row.subject_id.is_nil() {
            Some(self.installation_key())
        } else {
            self.keys.find(&[row.subject_id]).await?.remove(&row.subject_id)
        };
        let Some(key) = key else {
            // The person was erased meanwhile: there is nobody to write to, and nothing to read.
            self.end_outgoing(row.controller_id, row.id, row.attempts, Ending::Never("erased"), now).await?;
            return Ok(None);
        };
        let content = key.open(place(row.id), &row.sealed_mail)?;
        let mail = serde_json::from_slice(&content).map_err(|_| StoreError::Sealed)?;
        Ok(Some(Leased {
            controller: row.controller_id,
            id: row.id,
            enquiry: row.enquiry_id,
            kind: row.kind,
            mail,
            attempts: row.attempts,
        }))
    }

    /// Writes down how sending ended. What is to be tried again waits one minute, then twice as long each time, at most
    /// four hours.
    pub async fn end_outgoing(
        &self,
        controller: Uuid,
        id: Uuid,
        attempts: i32,
        ending: Ending,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let attempts = attempts + 1;
        let mut row = outbox::ActiveModel {
            attempts: Set(attempts),
            lease_until: Set(None),
            ..outbox::ActiveModel::default()
        };
        match ending {
            Ending::Sent => {
                row.state = Set("sent".to_owned());
                row.sent_at = Set(Some(super::micros(now)));
                // What was sent stands in the thread; the copy here has no more use.
                row.sealed_mail = Set(Vec::new());
            }
            Ending::Later(_) | Ending::Never(_)
                if matches!(ending, Ending::Never(_)) || attempts >= MOST_ATTEMPTS =>
            {
                row.state = Set("failed".to_owned());
            }
            _ => {
                let minutes = (1_i64 << (attempts - 1).clamp(0, 8)).min(240);
                row.next_attempt_at = Set((now + TimeDelta::minutes(minutes)).timestamp_micros());
            }
        }
        if let Ending::Later(code) | Ending::Never(code) = ending {
            row.last_error = Set(code.to_owned());
        }
        outbox::Entity::update_many()
            .set(row)
            .filter(outbox::Column::ControllerId.eq(controller))
            .filter(outbox::Column::Id.eq(id))
            .exec(&self.store.db)
            .await?;
        Ok(())
    }

    /// How the outbox stands: counts and times, nothing of what is written in it.
    pub async fn outbox_state(&self) -> Result<Outbox, StoreError> {
        use outbox::Column as C;
        let count =
            async |state: &str| outbox::Entity::find().filter(C::State.eq(state)).count(&self.store.db).await;
        let waiting = outbox::Entity::find().filter(C::State.eq("waiting"));
        let oldest = waiting.order_by_asc(C::CreatedAt).limit(1).one(&self.store.db).await?;
        let sent = outbox::Entity::find().filter(C::State.eq("sent"));
        let last = sent.order_by_desc(C::SentAt).limit(1).one(&self.store.db).await?;
        Ok(Outbox {
            waiting: count("waiting").await?,
            oldest: oldest.map(|row| row.created_at),
            given_up: count("failed").await?,
            sent_at: last.and_then(|row| row.sent_at),
        })
    }
}
