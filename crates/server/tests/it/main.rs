//! Stories of the command itself, run as a program.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod audit;
mod backup;
mod deidentify;
mod demonstration;
mod directory;
mod events;
mod forms;
mod installation;
mod lines;
mod linkage;
mod mail;
mod markers;
mod mirror;
mod panel;
mod program;
mod report;
mod update;
mod visitor;
