//! The crate against hostile mail and against real mail servers.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod compose;
mod corpus;
mod mailbox;
mod properties;
mod smtp;
mod threading;
