//! Files as operators hand them in, read with mappings; and the year that nobody lived.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod clinical;
mod demonstration;
mod dossier;
mod dossiers;
mod further;
mod import;
mod peers;
mod proposal;
mod workbook;
