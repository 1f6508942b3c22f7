//! The crate against hostile mail and against real mail servers.

mod compose;
mod corpus;
mod mailbox;
mod properties;
mod smtp;
