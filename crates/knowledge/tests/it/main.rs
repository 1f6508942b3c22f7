//! Stories of the knowledge crate: starter facts, import of releases, search.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod hostile;
mod import;
mod search;
mod starter;
