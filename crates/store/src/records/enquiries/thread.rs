//! Messages and attachments of an enquiry.

use super::log::Once;
use crate::StoreError;
use crate::entities::{attachment, message};
use crate::records::{Work, micros, open_bytes, open_text, seal_bytes, seal_text};
use ariane_domain::access::grant::{Act, FollowOwnEnquiry, Grant, LogEnquiry, ReadEnquiry, ReceiveHandover};
use ariane_domain::enquiry::{Change, EntryMode, Urgency};
use ariane_privacy::seal::DataKey;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

const MESSAGE: &str = "message";
const ATTACHMENT: &str = "attachment";
/// What may be handed out: files that were accepted, and messages that could not be read, as their raw bytes.
const HANDED_OUT: [&str; 2] = ["accepted", "unreadable"];

/// Whether somebody wrote to the infoline, or the infoline to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// To the infoline.
    In,
    /// From the infoline.
    Out,
}

impl Direction {
    /// Stable word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

/// A message to be kept.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// Which way it went.
    pub direction: Direction,
    /// How it came or went.
    pub mode: EntryMode,
    /// `message`, `automatic`, `bounce`, `acknowledgement`, `note`.
    pub kind: &'static str,
    /// Sender as shown.
    pub from: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// Cleaned HTML, where there was any.
    pub html: String,
    /// Message-ID, for mail.
    pub message_id: String,
    /// Message-IDs that it refers to, separated by spaces.
    pub references: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Files.
    pub attachments: Vec<NewAttachment>,
}

/// A file to be kept, or a note that it was refused.
#[derive(Debug, Clone)]
pub struct NewAttachment {
    /// Name, without any path.
    pub name: String,
    /// Type as found by its content.
    pub media_type: String,
    /// `accepted`, or the code of why it was refused.
    pub verdict: String,
    /// Size in bytes, also of what was refused.
    pub size: i64,
    /// Content; what was refused is kept and not handed out.
    pub bytes: Option<Vec<u8>>,
}

/// A message, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Id.
    pub id: Uuid,
    /// Which way it went.
    pub direction: Direction,
    /// How it came or went.
    pub mode: EntryMode,
    /// `message`, `automatic`, `bounce`, `acknowledgement`, `note`.
    pub kind: String,
    /// Sender as shown.
    pub from: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// Cleaned HTML.
    pub html: String,
    /// `message_id references…`, as received.
    pub references: String,
    /// Who kept it, as the log names them.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Files.
    pub attachments: Vec<Attachment>,
}

/// A file of a message, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Id.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Type as found by its content.
    pub media_type: String,
    /// `accepted`, or the code of why it was refused.
    pub verdict: String,
    /// Size in bytes.
    pub size: i64,
}

/// What a further message does to the enquiry's clock and urgency.
#[derive(Debug, Clone, Copy)]
pub struct Arrival {
    /// Until when a reply is promised now.
    pub due_at: DateTime<Utc>,
    /// How pressing the message is; urgency only grows.
    pub urgency: Urgency,
}

/// A grant that lets the files of an enquiry be opened.
pub trait MayOpenFiles: Act {}
impl MayOpenFiles for ReadEnquiry {}
impl MayOpenFiles for ReceiveHandover {}

impl Work<'_> {
    pub(crate) async fn insert_message(
        &mut self,
        controller: Uuid,
        enquiry: Uuid,
        subject: Uuid,
        new: &NewMessage,
        author: &str,
    ) -> Result<Uuid, StoreError> {
        let id = self.id()?;
        let key = self.key(subject).await?;
        let seal = |column, text: &str| seal_text(&key, MESSAGE, column, id, text);
        let references = format!("{} {}", new.message_id, new.references);
        message::Entity::insert(message::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            enquiry_id: Set(enquiry),
            direction: Set(new.direction.word().to_owned()),
            mode: Set(new.mode.word().to_owned()),
            kind: Set(new.kind.to_owned()),
            sealed_from: Set(seal("sealed_from", &new.from)?),
            sealed_subject: Set(seal("sealed_subject", &new.subject)?),
            sealed_text: Set(seal("sealed_text", &new.text)?),
            sealed_html: Set(seal("sealed_html", &new.html)?),
            sealed_references: Set(seal("sealed_references", references.trim())?),
            message_token: Set(self.records.message_token(&new.message_id)),
            author: Set(author.to_owned()),
            at: Set(micros(new.at)),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        for file in &new.attachments {
            self.insert_attachment(controller, enquiry, id, &key, file).await?;
        }
        Ok(id)
    }

    async fn insert_attachment(
        &self,
        controller: Uuid,
        enquiry: Uuid,
        message: Uuid,
        key: &DataKey,
        file: &NewAttachment,
    ) -> Result<(), StoreError> {
        let id = self.id()?;
        let sealed = match &file.bytes {
            Some(bytes) => Some(seal_bytes(key, ATTACHMENT, id, bytes)?),
            None => None,
        };
        attachment::Entity::insert(attachment::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            enquiry_id: Set(enquiry),
            message_id: Set(message),
            sealed_name: Set(seal_text(key, ATTACHMENT, "sealed_name", id, &file.name)?),
            sealed_bytes: Set(sealed),
            media_type: Set(file.media_type.clone()),
            verdict: Set(file.verdict.clone()),
            size: Set(file.size),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        Ok(())
    }

    /// Adds what a person wrote again. `once` claims it first: what arrives twice is kept once (gives `false`).
    pub async fn add_incoming(
        &mut self,
        grant: &Grant<LogEnquiry>,
        enquiry: Uuid,
        once: Option<&Once>,
        new: &NewMessage,
        arrival: Arrival,
    ) -> Result<bool, StoreError> {
        let controller = grant.facts().controller;
        let actor = grant.actor().pseudonym();
        let is_new = self.take_message(controller, enquiry, once, new, arrival, &actor).await?;
        if is_new {
            self.log(grant, &format!("enquiry/{enquiry}")).await?;
        }
        Ok(is_new)
    }

    /// Adds what a person wrote through their private link.
    pub async fn add_own(
        &mut self,
        grant: &Grant<FollowOwnEnquiry>,
        once: Option<&Once>,
        new: &NewMessage,
        arrival: Arrival,
    ) -> Result<bool, StoreError> {
        let controller = grant.facts().controller;
        let enquiry = grant.facts().enquiry.ok_or(StoreError::NotThere)?;
        let actor = grant.actor().pseudonym();
        let is_new = self.take_message(controller, enquiry, once, new, arrival, &actor).await?;
        if is_new {
            self.log(grant, &format!("enquiry/{enquiry}")).await?;
        }
        Ok(is_new)
    }

    async fn take_message(
        &mut self,
        controller: Uuid,
        enquiry: Uuid,
        once: Option<&Once>,
        new: &NewMessage,
        arrival: Arrival,
        actor: &str,
    ) -> Result<bool, StoreError> {
        if let Some(once) = once
            && self.take_in(controller, once, Some(enquiry)).await?.is_some()
        {
            return Ok(false);
        }
        let row = self.enquiry_row(controller, Some(enquiry)).await?;
        self.insert_message(controller, enquiry, row.subject_id, new, actor).await?;
        // What no human wrote (a bounce, an absence note) is kept and moves nothing.
        if new.kind == "message" {
            self.arrive(&row, arrival).await?;
        }
        self.event(controller, enquiry, Change::Message.word(), new.mode.word(), actor).await?;
        Ok(true)
    }

    /// The messages of an enquiry in their order, opened. Callers have used their grant.
    pub(crate) async fn messages(
        &mut self,
        controller: Uuid,
        enquiry: Uuid,
        subject: Uuid,
    ) -> Result<Vec<Message>, StoreError> {
        let key = self.key(subject).await?;
        let files = attachment::Entity::find()
            .select_only()
            .columns([
                attachment::Column::Id,
                attachment::Column::MessageId,
                attachment::Column::SealedName,
                attachment::Column::MediaType,
                attachment::Column::Verdict,
                attachment::Column::Size,
            ])
            .filter(attachment::Column::ControllerId.eq(controller))
            .filter(attachment::Column::EnquiryId.eq(enquiry))
            .order_by_asc(attachment::Column::Id)
            .into_tuple::<(Uuid, Uuid, Option<Vec<u8>>, String, String, i64)>()
            .all(&self.transaction)
            .await?;
        let rows = message::Entity::find()
            .filter(message::Column::ControllerId.eq(controller))
            .filter(message::Column::EnquiryId.eq(enquiry))
            .order_by_asc(message::Column::At)
            .order_by_asc(message::Column::Id)
            .all(&self.transaction)
            .await?;
        let mut messages = Vec::with_capacity(rows.len());
        for row in rows {
            let mut attachments = Vec::new();
            for (id, _, name, media_type, verdict, size) in files.iter().filter(|f| f.1 == row.id) {
                attachments.push(Attachment {
                    id: *id,
                    name: open_text(&key, ATTACHMENT, "sealed_name", *id, name.as_deref())?,
                    media_type: media_type.clone(),
                    verdict: verdict.clone(),
                    size: *size,
                });
            }
            let open = |column, sealed: &Option<Vec<u8>>| {
                open_text(&key, MESSAGE, column, row.id, sealed.as_deref())
            };
            messages.push(Message {
                id: row.id,
                direction: if row.direction == "out" { Direction::Out } else { Direction::In },
                mode: EntryMode::from_word(&row.mode).unwrap_or(EntryMode::Mail),
                from: open("sealed_from", &row.sealed_from)?,
                subject: open("sealed_subject", &row.sealed_subject)?,
                text: open("sealed_text", &row.sealed_text)?,
                html: open("sealed_html", &row.sealed_html)?,
                references: open("sealed_references", &row.sealed_references)?,
                kind: row.kind,
                author: row.author,
                at: row.at,
                attachments,
            });
        }
        Ok(messages)
    }

    /// A file of an enquiry with its content: for the infoline, and for the cell to which the enquiry was handed over.
    pub async fn read_attachment<A: MayOpenFiles>(
        &mut self,
        grant: &Grant<A>,
        id: Uuid,
    ) -> Result<(Attachment, Vec<u8>), StoreError> {
        let controller = grant.facts().controller;
        let enquiry = self.enquiry_row(controller, grant.facts().enquiry).await?;
        let row = attachment::Entity::find_by_id((controller, id))
            .one(&self.transaction)
            .await?
            .filter(|row| row.enquiry_id == enquiry.id && HANDED_OUT.contains(&row.verdict.as_str()))
            .ok_or(StoreError::NotThere)?;
        self.note(grant).await?;
        let key = self.key(enquiry.subject_id).await?;
        let bytes = open_bytes(&key, ATTACHMENT, id, row.sealed_bytes.as_deref())?;
        let file = Attachment {
            id,
            name: open_text(&key, ATTACHMENT, "sealed_name", id, row.sealed_name.as_deref())?,
            media_type: row.media_type,
            verdict: row.verdict,
            size: row.size,
        };
        Ok((file, bytes))
    }

    /// The enquiry that a Message-ID belongs to, sent or received. Holds nothing personal.
    pub async fn enquiry_of_message(
        &self,
        controller: Uuid,
        message_id: &str,
    ) -> Result<Option<Uuid>, StoreError> {
        let token = self.records.message_token(message_id);
        if token.is_empty() {
            return Ok(None);
        }
        let row = message::Entity::find()
            .filter(message::Column::ControllerId.eq(controller))
            .filter(message::Column::MessageToken.eq(token))
            .one(&self.transaction)
            .await?;
        Ok(row.map(|r| r.enquiry_id))
    }
}
