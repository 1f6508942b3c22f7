//! Servers for tests: real ones, started on free ports with a scratch directory, gone when dropped.
//!
//! - [`Dovecot`]: an IMAP server (Debian package `dovecot-imapd`)
//! - [`Receiver`]: an SMTP receiver that keeps what it gets and fails when told to (npm package `smtp-server`)
//! - [`Certificate`]: a certificate authority of one test, for TLS with them
//!
//! What is missing on the machine is said in one line with the command that installs it.

#![forbid(unsafe_code)]

mod certificate;
mod dovecot;
mod process;
mod receiver;

pub use certificate::Certificate;
pub use dovecot::{Dovecot, Options};
pub use receiver::{Envelope, Received, Receiver, Wire};
