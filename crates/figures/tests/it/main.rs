//! What a reader of the figures, and whoever is counted in them, can rely on.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod attack;
mod counting;
mod hours;
mod ledger;
mod office;
