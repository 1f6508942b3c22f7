//! What comes in from other programs: spreadsheets of past requests, read with a mapping and accounted for; clinical files
//! ([`clinical`]). And what is made up for a demonstration. And what goes out: tables ([`spreadsheet`]), a clinical summary in the forms of
//! others ([`dossier`]), what a person takes along ([`capsule`]).
//!
//! Nothing is stored here. [`import::Import::run`] gives each row that can be taken to its caller and a report in
//! which every row of the file is found again.

pub mod capsule;
mod cells;
pub mod clinical;
pub mod demonstration;
pub mod dossier;
pub mod guess;
pub mod import;
pub mod mapping;
mod record;
pub mod report;
pub mod spreadsheet;
pub mod table;
