//! Outgoing mail: composed of checked parts, so that nothing a person typed can become a header.
//!
//! Subject and sender name are arguments: the caller puts what the person's safe-contact setting allows (duty D10). The
//! crate adds nothing identifying to the subject.

mod automatic;
mod page;

use chrono::{DateTime, Utc};
use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue, MessageId};
use lettre::message::{Attachment, Mailbox as Box_, Message, MultiPart, SinglePart};
use sha2::{Digest, Sha256};

use crate::fold::{folded_address, lines, single_line};
use crate::message::message_ids;
use crate::thread::{is_token, mark};

pub use automatic::{NoAutoReply, may_auto_reply};

/// Longest subject and name, in characters.
const LINE: usize = 200;
/// How many ids `References` carries: the first and the newest.
const REFERENCES: usize = 20;
/// Largest sum of the files, in bytes.
const FILES: usize = 20 * 1024 * 1024;

/// A mail to be sent.
#[derive(Clone)]
pub struct Outgoing {
    /// `Message-ID` without brackets, made once and kept by the caller, so that a mail sent twice is one mail.
    pub message_id: String,
    /// When it was written.
    pub date: DateTime<Utc>,
    /// The name shown as sender.
    pub from_name: String,
    /// The address of the helpline.
    pub from: String,
    /// Whom it goes to. No name: the address is enough, and a name may be more than others should see.
    pub to: String,
    /// The token of the enquiry: answers then come to `from` with `+token`, and the text ends with a mark.
    pub token: Option<String>,
    /// Whether the mail server delivers `local+token@domain` to the helpline. If not, the mark in the text has to do.
    pub plus_address: bool,
    /// The subject as it shall be read.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Language of the text, such as `fr`.
    pub language: String,
    /// The message it answers.
    pub in_reply_to: Option<String>,
    /// The thread so far, oldest first, without the message it answers or with it.
    pub references: Vec<String>,
    /// Sent by a program without a person looking at it, such as an acknowledgement (RFC 3834).
    pub automatic: bool,
    /// The mark by which we know our own mail when it comes back: [`crate::message::Receiver::loop_mark`].
    pub loop_mark: String,
    /// Documents in PDF.
    pub files: Vec<File>,
    /// An invitation, an update or a cancellation (iTIP), as a third form of the text.
    pub calendar: Option<Calendar>,
}

/// What a mail tells a calendar (RFC 6047: the method stands in the media type too).
#[derive(Clone)]
pub struct Calendar {
    /// Method.
    pub method: CalendarMethod,
    /// Text of the calendar, UTF-8.
    pub text: String,
}

/// What a calendar is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarMethod {
    /// An invitation or a change.
    Request,
    /// It does not take place, or not with them.
    Cancel,
}

/// A document that goes along.
#[derive(Clone)]
pub struct File {
    /// Its name; cleaned.
    pub name: String,
    /// Its bytes: PDF only.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outgoing")
            .field("automatic", &self.automatic)
            .field("files", &self.files.len())
            .field("has_calendar", &self.calendar.is_some())
            .finish_non_exhaustive()
    }
}

/// A mail ready to be sent: its bytes and its envelope.
#[derive(Clone)]
pub struct Composed {
    pub(crate) bytes: Vec<u8>,
    pub(crate) envelope: Envelope,
}

impl Composed {
    /// The mail as it goes out.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl std::fmt::Debug for Composed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Composed").field("size", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// Why a mail cannot be composed. Says which part, never what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// The sender's address has not the form of one.
    #[error("the sender's address is not valid")]
    From,
    /// The recipient's address has not the form of one.
    #[error("the recipient's address is not valid")]
    To,
    /// The message id is not fit for a header.
    #[error("the message id is not valid")]
    MessageId,
    /// The token has not the form of one.
    #[error("the token is not valid")]
    Token,
    /// The loop mark or language has characters a header must not have.
    #[error("the loop mark or the language is not valid")]
    Mark,
    /// The calendar is none, or says another method than the mail.
    #[error("the calendar does not agree with its mail")]
    Calendar,
    /// A file is no PDF.
    #[error("a file is not a PDF document")]
    NotPdf,
    /// The files are too large together.
    #[error("the files are too large")]
    TooLarge,
}

impl Outgoing {
    /// Composes the mail. The same input gives the same bytes.
    ///
    /// # Errors
    /// [`ComposeError`] when a part is not fit for a header or a file is not fit for being sent. Text, subject and
    /// names are cleaned instead.
    pub fn compose(&self) -> Result<Composed, ComposeError> {
        let id = one_id(&self.message_id).ok_or(ComposeError::MessageId)?;
        let from = address(&self.from).ok_or(ComposeError::From)?;
        let to = address(&self.to).ok_or(ComposeError::To)?;
        let plain = |text: &str| {
            !text.is_empty()
                && text.len() <= 100
                && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_'))
        };
        if !plain(&self.loop_mark) || !plain(&self.language) {
            return Err(ComposeError::Mark);
        }
        if self.token.as_deref().is_some_and(|token| !is_token(token)) {
            return Err(ComposeError::Token);
        }
        let name = Some(single_line(&self.from_name, LINE)).filter(|n| !n.is_empty());
        let envelope = Envelope::new(Some(from.clone()), vec![to.clone()]).map_err(|_| ComposeError::To)?;
        let mut message = Message::builder()
            .header(MessageId::from(format!("<{id}>")))
            .date(self.date.into())
            .from(Box_::new(name.clone(), from.clone()))
            .to(Box_::new(None, to))
            .subject(single_line(&self.subject, LINE))
            .envelope(envelope.clone());
        if let (Some(token), true) = (&self.token, self.plus_address) {
            let reply_to = with_detail(&from, token).ok_or(ComposeError::From)?;
            message = message.reply_to(Box_::new(name, reply_to));
        }
        if let Some(answered) = self.in_reply_to.as_deref().and_then(one_id) {
            message = message.raw_header(ids("In-Reply-To", std::slice::from_ref(&answered))?);
        }
        let references = self.references();
        if !references.is_empty() {
            message = message.raw_header(ids("References", &references)?);
        }
        message = message
            .raw_header(raw("X-Ariane-Loop", &self.loop_mark)?)
            .raw_header(raw("Content-Language", &self.language)?);
        if self.automatic {
            message = message
                .raw_header(raw("Auto-Submitted", "auto-replied")?)
                .raw_header(raw("X-Auto-Response-Suppress", "All")?)
                .raw_header(raw("Precedence", "auto_reply")?);
        }
        let message = message.multipart(self.body()?).map_err(|_| ComposeError::To)?;
        Ok(Composed { bytes: message.formatted(), envelope })
    }

    /// The thread with the answered message as its end, bounded, each id once.
    fn references(&self) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for id in self.references.iter().chain(&self.in_reply_to).filter_map(|id| one_id(id)) {
            ids.retain(|known| *known != id);
            ids.push(id);
        }
        if ids.len() > REFERENCES {
            ids.drain(1..=ids.len() - REFERENCES);
        }
        ids
    }

    fn body(&self) -> Result<MultiPart, ComposeError> {
        let mut text = lines(&self.text).trim_end().to_owned();
        if let Some(token) = &self.token {
            text.push_str("\n\n-- \n");
            text.push_str(&mark(token));
        }
        text.push('\n');
        // Boundaries come from the id, not from chance: a mail composed again is the same.
        let seed = data_encoding::HEXLOWER.encode(&Sha256::digest(self.message_id.as_bytes()));
        let page = page::of(&text, &self.language);
        let mut forms = MultiPart::alternative()
            .boundary(format!("a-{}", &seed[..40]))
            .singlepart(SinglePart::plain(text))
            .singlepart(SinglePart::html(page));
        if let Some(calendar) = &self.calendar {
            forms = forms.singlepart(calendar.part()?);
        }
        if self.files.is_empty() {
            return Ok(forms);
        }
        if self.files.iter().map(|f| f.bytes.len()).sum::<usize>() > FILES {
            return Err(ComposeError::TooLarge);
        }
        let mut all = MultiPart::mixed().boundary(format!("m-{}", &seed[..40])).multipart(forms);
        for file in &self.files {
            if !file.bytes.starts_with(b"%PDF-") {
                return Err(ComposeError::NotPdf);
            }
            let name = crate::message::clean_file_name(&file.name).unwrap_or_else(|| "document.pdf".into());
            let kind = ContentType::parse("application/pdf").map_err(|_| ComposeError::NotPdf)?;
            all = all.singlepart(Attachment::new(name).body(file.bytes.clone(), kind));
        }
        Ok(all)
    }
}

impl Calendar {
    fn part(&self) -> Result<SinglePart, ComposeError> {
        let (kind, line) = match self.method {
            CalendarMethod::Request => ("text/calendar; method=REQUEST; charset=utf-8", "METHOD:REQUEST\r\n"),
            CalendarMethod::Cancel => ("text/calendar; method=CANCEL; charset=utf-8", "METHOD:CANCEL\r\n"),
        };
        if !self.text.starts_with("BEGIN:VCALENDAR\r\n") || !self.text.contains(line) {
            return Err(ComposeError::Calendar);
        }
        let kind = ContentType::parse(kind).map_err(|_| ComposeError::Calendar)?;
        // Always encoded: lines of a calendar may hold any letters and end with CRLF, which must arrive as it is.
        let body =
            lettre::message::Body::new_with_encoding(self.text.clone(), ContentTransferEncoding::Base64);
        let body = body.map_err(|_| ComposeError::Calendar)?;
        Ok(SinglePart::builder().header(kind).body(body))
    }
}

/// An address for a header and the envelope; its domain in ASCII, which every server takes.
fn address(text: &str) -> Option<Address> {
    folded_address(text)?;
    let (local, domain) = text.trim().rsplit_once('@')?;
    Address::new(local, idna::domain_to_ascii(domain).ok()?).ok()
}

fn with_detail(address: &Address, token: &str) -> Option<Address> {
    Address::new(format!("{}+{}", address.user(), token.to_ascii_lowercase()), address.domain()).ok()
}

fn one_id(id: &str) -> Option<String> {
    let bare = id.trim().trim_start_matches('<').trim_end_matches('>');
    let mut ids = message_ids(&format!("<{bare}>"));
    (ids.len() == 1 && ids[0] == bare).then(|| ids.remove(0))
}

/// Ids are checked ASCII without blanks or brackets: safe to be written as they are, one on a line.
fn ids(name: &'static str, ids: &[String]) -> Result<HeaderValue, ComposeError> {
    let value = ids.iter().map(|id| format!("<{id}>")).collect::<Vec<_>>();
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|_| ComposeError::MessageId)?;
    Ok(HeaderValue::dangerous_new_pre_encoded(name, value.join(" "), value.join("\r\n ")))
}

fn raw(name: &'static str, value: &str) -> Result<HeaderValue, ComposeError> {
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|_| ComposeError::Mark)?;
    Ok(HeaderValue::new(name, value.to_owned()))
}
