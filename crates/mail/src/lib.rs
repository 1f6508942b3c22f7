//! Mail of the helpline: reading what arrives, deciding which thread it may join, composing and sending what leaves.
//!
//! The crate knows nothing of the store or the pages. It has no clock and no randomness of its own: times, message
//! ids and tokens are arguments. Nothing it returns as an error, writes to a log or shows with `Debug` holds an
//! address, a subject, a file name or a text.
//!
//! - [`message`]: raw bytes → [`message::Incoming`], for any bytes at all
//! - [`thread`]: which evidence joins a message to an enquiry, and which never does
//! - [`reply`]: outgoing mail, and when an automatic answer is allowed
//! - [`send`]: SMTP with outcomes a queue can act on
//! - [`mailbox`]: IMAP intake, at least once, so that intake is exactly once with the caller's record of what it took

#![forbid(unsafe_code)]

mod fold;
pub mod html;
pub mod limits;
pub mod mailbox;
pub mod message;
pub mod reply;
mod secret;
pub mod send;
pub mod thread;
mod tls;

pub use fold::folded_address;
pub use limits::Limits;
pub use message::{Incoming, parse};
pub use secret::Secret;
pub use tls::{BadRoot, Security};
