//! Servers for tests: real ones, started on free ports with a scratch directory, gone when dropped.
//!
//! - [`Dovecot`]: an IMAP server (Debian package `dovecot-imapd`)
//! - [`Receiver`]: an SMTP receiver that keeps what it gets and fails when told to (npm package `smtp-server`)
//! - [`Radicale`]: a calendar server (Python package `radicale`)
//! - [`Databases`]: databases of one test in a PostgreSQL cluster of its program (Debian package `postgresql`)
//! - [`npm_peers`], [`python_peers`]: programs of others that read what we write
//! - [`script`]: scripts in their languages that judge it
//! - [`Certificate`]: a certificate authority of one test, for TLS with them
//!
//! What is missing on the machine is said in one line with the command that installs it.

#![forbid(unsafe_code)]

mod certificate;
mod dovecot;
mod peers;
mod postgres;
mod process;
mod radicale;
mod receiver;
pub mod script;

pub use certificate::Certificate;
pub use dovecot::{Dovecot, Options};
pub use peers::{npm_peers, python_peers};
pub use postgres::{Copies, Databases};
pub use radicale::Radicale;
pub use receiver::{Envelope, Received, Receiver, Wire};
