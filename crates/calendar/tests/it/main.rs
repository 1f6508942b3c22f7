//! What other programs make of our calendars: Python's `dateutil` and `icalendar`, `ical.js`, and the server Radicale.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod itip;
mod recurrence;
mod tools;
