//! Intake from an IMAP mailbox: every message at least once, each handed over before anything is changed on the server.
//!
//! A message counts as taken when the handler returned `Ok`; only then it is marked `\Seen` and, if so set, moved. A
//! crash between the two delivers it again. The handler keeps `(mailbox, uid_validity, uid)` and the message's
//! fingerprint in the same transaction as the message itself and passes over what it has: so intake is exactly once.
//!
//! New are the messages above the last settled uid, whether somebody has read them elsewhere or not, and those below that
//! are not `\Seen`.

mod connect;
mod intake;
mod watch;

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, Utc};

use crate::secret::Secret;
use crate::tls::Security;

pub use watch::{once, watch};

/// A mailbox to be read.
#[derive(Debug, Clone)]
pub struct Imap {
    /// The server's name, as in its certificate.
    pub host: String,
    /// Its port: usually 993 for TLS, 143 for STARTTLS.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// Account.
    pub user: String,
    /// Password.
    pub password: Secret,
    /// A file in PEM with a further root certificate, for a server with a certificate of its own.
    pub extra_root: Option<PathBuf>,
    /// The folder that is read, usually `INBOX`.
    pub folder: String,
    /// Where messages go once taken; made if it does not exist. Without it they stay, marked as read.
    pub done_folder: Option<String>,
    /// Largest message that is fetched whole, in bytes: [`crate::Limits::message`].
    pub largest: u32,
    /// The times it keeps.
    pub times: Times,
}

/// How long intake waits for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// For an answer of the server. Large messages have longer.
    pub answer: Duration,
    /// Before waiting for new mail (`IDLE`) is renewed; below 29 minutes. Also the longest time a dead connection goes
    /// unnoticed.
    pub idle: Duration,
    /// Between two looks where the server cannot tell by itself.
    pub poll: Duration,
    /// Before the first new attempt after a failure; doubled each time.
    pub backoff: Duration,
    /// The longest wait before a new attempt.
    pub backoff_longest: Duration,
}

impl Default for Times {
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(60),
            idle: Duration::from_secs(5 * 60),
            poll: Duration::from_secs(60),
            backoff: Duration::from_secs(1),
            backoff_longest: Duration::from_secs(5 * 60),
        }
    }
}

/// A place in a folder: everything up to it is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Resume {
    /// The generation of the folder's uids. When the server changes it, all uids are new ones and the folder is read
    /// from its beginning.
    pub uid_validity: u32,
    /// The last settled uid.
    pub uid: u32,
}

/// A message as it lies on the server.
#[derive(Clone)]
pub struct Fetched {
    /// Generation of the uid.
    pub uid_validity: u32,
    /// Its uid: with folder and generation the identity of this copy of the message.
    pub uid: u32,
    /// Where to resume once this message is stored; to be stored with it.
    pub resume: Resume,
    /// Its size on the server.
    pub size: u32,
    /// When the server received it.
    pub internal_date: Option<DateTime<FixedOffset>>,
    /// What was fetched of it.
    pub content: Content,
}

/// What was fetched of a message.
#[derive(Clone, PartialEq, Eq)]
pub enum Content {
    /// All of it; for [`crate::parse`].
    Whole(Vec<u8>),
    /// Its header only, since it is larger than the limit; for [`crate::message::parse_header`]. The message stays in its
    /// folder.
    Header(Vec<u8>),
}

impl Fetched {
    /// Reads the message.
    pub fn parse(&self, receiver: &crate::message::Receiver, limits: &crate::Limits) -> crate::Incoming {
        match &self.content {
            Content::Whole(bytes) => crate::parse(bytes, receiver, limits),
            Content::Header(bytes) => crate::message::parse_header(bytes, receiver, limits),
        }
    }
}

impl std::fmt::Debug for Fetched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fetched")
            .field("uid_validity", &self.uid_validity)
            .field("uid", &self.uid)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

/// What keeps a mailbox from being read. Nothing of what the server said is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Trouble {
    /// Settings that cannot work: no TLS to another machine, an unreadable certificate file.
    #[error("the settings of the mailbox cannot work")]
    Settings,
    /// No connection, or it broke.
    #[error("no connection to the mail server")]
    Connection,
    /// An answer took too long.
    #[error("the mail server does not answer in time")]
    Timeout,
    /// The certificate is not trusted, or TLS not offered.
    #[error("no trusted TLS connection to the mail server")]
    Tls,
    /// Account or password not accepted.
    #[error("the mail server does not accept the account")]
    Authentication,
    /// The folder does not exist or may not be changed.
    #[error("the folder of the mailbox cannot be used")]
    Folder,
    /// An answer that is no IMAP.
    #[error("the mail server gave an answer that was not understood")]
    Protocol,
    /// The handler could not take a message. It is tried again.
    #[error("a message could not be stored")]
    Handler,
}

impl Trouble {
    /// A word for a log or a health page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Connection => "connection",
            Self::Timeout => "timeout",
            Self::Tls => "tls",
            Self::Authentication => "authentication",
            Self::Folder => "folder",
            Self::Protocol => "protocol",
            Self::Handler => "handler",
        }
    }
}

/// What intake is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Not begun.
    #[default]
    Idle,
    /// Connecting, or waiting to try again.
    Connecting,
    /// Reading messages.
    Reading,
    /// Up to date; the server tells about new mail.
    Waiting,
    /// Up to date; looks again from time to time.
    Polling,
    /// Ended as asked.
    Stopped,
}

/// How intake is, for a health page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Health {
    /// What it is doing.
    pub state: State,
    /// When the server last answered.
    pub last_contact: Option<DateTime<Utc>>,
    /// The last trouble and when it was met; stays after it is over, see `failures`.
    pub last_trouble: Option<(Trouble, DateTime<Utc>)>,
    /// Failed attempts in a row; 0 when all is well.
    pub failures: u32,
    /// Messages handed over since the start.
    pub taken: u64,
    /// Messages the handler refuses again and again. They stay on the server, unread.
    pub stuck: u32,
    /// Messages too large to be fetched since the start.
    pub too_large: u64,
}
