//! Stories on real storage: the same on SQLite and on PostgreSQL.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod accounts;
mod audit;
mod care;
mod cell;
mod clinical;
mod consent_paths;
mod consents;
mod contention;
mod coordination;
mod departure;
mod desk;
mod directory;
mod dossier_enclosures;
mod dossiers;
mod engines;
mod enquiries;
mod events;
mod exchanges;
mod families;
mod figures;
mod linkage;
mod meeting;
mod office;
mod own;
mod panel_checks;
mod panel_ends;
mod panel_filed;
mod panel_house;
mod panel_reminders;
mod panels;
mod papers;
mod persons;
mod procedures;
mod rcp;
mod recipients_of_files;
mod referral_checks;
mod referrals;
mod representatives_of_files;
mod rights;
mod rights_copy;
mod seed_report;
mod service;
