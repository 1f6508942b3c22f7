//! A message as it arrived, made readable and harmless. Any bytes give an [`Incoming`]: what cannot be read is kept
//! as an attachment of raw bytes.

mod address;
mod archive;
mod attachment;
mod bounce;
mod declared;
mod decode;
mod file_name;
mod header;
mod mime;
mod nature;
mod quoted;
mod read;
mod sniff;
mod tnef;
mod uu;

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::limits::Limits;

pub use address::Mailbox;
pub use attachment::{Attachment, Refusal, Verdict};
pub use bounce::Bounce;
pub use nature::{Nature, Receiver};
pub use quoted::history;
pub use sniff::Kind;

pub use file_name::clean as clean_file_name;

pub(crate) use address::message_ids;

/// A message, read.
///
/// `Debug` shows its shape only, nothing of what it says or who wrote it.
#[derive(Clone, PartialEq, Eq)]
pub struct Incoming {
    /// `Message-ID` without brackets; for a message without one, an id derived from its bytes, so that the same bytes
    /// always have the same.
    pub message_id: String,
    /// Whether the sender's program gave the id. `false`: it is derived.
    pub message_id_given: bool,
    /// SHA-256 over id, sender, date, subject and body, as written, without what servers add on the way: the same
    /// message delivered twice has the same, another message that borrows a known id has not. Over all bytes when the
    /// message brings no id of its own.
    pub fingerprint: [u8; 32],
    /// The ids of `In-Reply-To`, usually one.
    pub in_reply_to: Vec<String>,
    /// The ids of `References`, oldest first, the newest ones within the limit.
    pub references: Vec<String>,
    /// Who wrote it, as the message claims.
    pub from: Option<Mailbox>,
    /// Where answers are asked to go. An answer to a person goes to [`Incoming::from`] unless staff decides otherwise.
    pub reply_to: Option<Mailbox>,
    /// The addresses it was sent or delivered to, for the token in ours.
    pub to: Vec<Mailbox>,
    /// The subject: decoded, one line, bounded.
    pub subject: String,
    /// When it was written, as the message claims.
    pub date: Option<DateTime<Utc>>,
    /// The language it declares (`Content-Language`, else the first of `Accept-Language`), such as `fr`.
    pub language: Option<String>,
    /// The text, from the plain part, else from the HTML.
    pub text: String,
    /// Where in `text` the quoted history begins.
    pub history_at: Option<usize>,
    /// The HTML form, harmless: nothing in it loads or runs.
    pub html: Option<String>,
    /// Plain and HTML form say different things, so that both must be looked at.
    pub forms_differ: bool,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// What sort of message it is.
    pub nature: Nature,
    /// Set when it reports that another message did not arrive.
    pub bounce: Option<Bounce>,
    /// What was wrong with it.
    pub defects: Vec<Defect>,
}

/// What was wrong with a message. None of them loses anything: see the attachments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Defect {
    /// It could not be read at all and is kept as an attachment of raw bytes.
    Unreadable,
    /// It is larger than the limit: only its header was read. The rest is on the mail server.
    TooLarge,
    /// It has no `From` that could be read.
    NoSender,
    /// It has no header.
    NoHeader,
    /// Parts nest deeper than the limit; what is deeper is an attachment.
    TooDeep,
    /// It has more parts than the limit; the rest is an attachment.
    TooManyParts,
    /// A header field was longer, or more frequent, than the limit.
    HeaderCut,
    /// A part has no end.
    Truncated,
    /// A transfer encoding was damaged.
    Encoding,
    /// A character set was unknown or not the declared one.
    Charset,
    /// The text is longer than the limit; it is whole as an attachment.
    TextCut,
    /// The HTML is longer than the limit; it is whole as an attachment.
    HtmlCut,
    /// It is encrypted.
    Encrypted,
}

impl Incoming {
    /// What the sender wrote now.
    pub fn visible_text(&self) -> &str {
        self.history_at.and_then(|at| self.text.get(..at)).unwrap_or(&self.text)
    }

    /// What is quoted below from earlier messages; may be empty.
    pub fn quoted_text(&self) -> &str {
        self.history_at.and_then(|at| self.text.get(at..)).unwrap_or("")
    }
}

impl std::fmt::Debug for Incoming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Incoming")
            .field("text", &self.text.len())
            .field("html", &self.html.as_ref().map(String::len))
            .field("attachments", &self.attachments)
            .field("nature", &self.nature)
            .field("bounce", &self.bounce)
            .field("defects", &self.defects)
            .finish_non_exhaustive()
    }
}

/// Reads a message of any bytes. Never fails and never loses the message.
pub fn parse(bytes: &[u8], receiver: &Receiver, limits: &Limits) -> Incoming {
    if bytes.len() > limits.message {
        return parse_header(&bytes[..header_length(bytes)], receiver, limits);
    }
    // The library readers beneath are fuzzed and so is this path; should one fail all the same, the message is kept.
    let whole = std::panic::AssertUnwindSafe(|| read::read(bytes, receiver, limits));
    std::panic::catch_unwind(whole).unwrap_or_else(|_| read::unreadable(bytes, limits))
}

/// Reads the header of a message that is too large to be fetched.
pub fn parse_header(header: &[u8], receiver: &Receiver, limits: &Limits) -> Incoming {
    let header = &header[..header.len().min(limits.message)];
    let whole = std::panic::AssertUnwindSafe(|| read::read(header, receiver, limits));
    let mut incoming = std::panic::catch_unwind(whole).unwrap_or_else(|_| read::unreadable(header, limits));
    incoming.attachments.clear();
    incoming.defects.retain(|d| !matches!(d, Defect::Truncated));
    incoming.defects.push(Defect::TooLarge);
    incoming
}

fn header_length(bytes: &[u8]) -> usize {
    let find = |mark: &[u8]| memchr::memmem::find(bytes, mark).map(|at| at + mark.len());
    find(b"\r\n\r\n").or_else(|| find(b"\n\n")).unwrap_or(bytes.len()).min(1024 * 1024)
}

/// The content of a part after its transfer encoding, and whether that was damaged.
fn transfer<'x>(leaf: &mime::Leaf<'x>) -> (Cow<'x, [u8]>, bool) {
    let encoding = leaf.header.first("content-transfer-encoding").unwrap_or("");
    let encoding = encoding.split([';', ' ', '(']).next().unwrap_or("").trim().to_ascii_lowercase();
    match encoding.as_str() {
        _ if leaf.unread => (Cow::Borrowed(leaf.body), false),
        "base64" => {
            let (bytes, wrong) = decode::base64(leaf.body);
            (Cow::Owned(bytes), wrong)
        }
        "quoted-printable" => {
            let (bytes, wrong) = decode::quoted_printable(leaf.body);
            (Cow::Owned(bytes), wrong)
        }
        "x-uuencode" | "uuencode" | "x-uue" => {
            let text = String::from_utf8_lossy(leaf.body);
            match uu::extract(&text).1.into_iter().next() {
                Some((_, bytes)) => (Cow::Owned(bytes), false),
                None => (Cow::Borrowed(leaf.body), true),
            }
        }
        "" | "7bit" | "8bit" | "binary" => (Cow::Borrowed(leaf.body), false),
        _ => (Cow::Borrowed(leaf.body), true),
    }
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
