//! Stories over real HTTP requests to the application.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod application;
mod desk;
mod enquiry_words;
mod guards;
mod infoline;
mod pages;
mod sheet;
mod symptoms;
mod texts;
