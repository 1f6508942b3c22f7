//! Stories over real HTTP requests to the application.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod application;
mod guards;
mod mine;
mod pages;
mod sheet;
mod symptoms;
mod texts;
