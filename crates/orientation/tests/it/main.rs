//! Stories of orientation over the starter set.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod routing;
mod sheet;
