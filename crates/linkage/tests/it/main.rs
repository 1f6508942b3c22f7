//! Stories of two sites with fictitious people.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a test fails by panicking"
)]

mod attack;
mod fictitious;
mod sites;
