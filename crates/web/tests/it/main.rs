//! Stories over real HTTP requests to the application.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod account;
mod account_own;
mod again;
mod application;
mod care;
mod cell;
mod cell_words;
mod clinical;
mod consents;
mod departure;
mod desk;
mod dossier;
mod dossier_enclosures;
mod engine;
mod enquiry_words;
mod exchanges;
mod families;
mod figures;
mod figures_kept;
mod guards;
mod house;
mod infoline;
mod meeting;
mod meeting_room;
mod midnight;
mod mine;
mod operation;
mod own_steps;
mod pages;
mod panel;
mod papers;
mod procedures;
mod protection;
mod rcp;
mod rcp_room;
mod referrals;
mod rights;
mod routes;
mod service;
mod sharing;
mod sheet;
mod stranger;
mod symptoms;
mod texts;
