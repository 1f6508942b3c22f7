//! The figures of the yearly report: what is counted, and how it is published without naming anybody.
//!
//! Nothing here reads a store, a clock or a text. [`fact`] is what is looked at: coded categories and times, no identity.
//! [`history`] gives the facts of a record as they were known at a moment. [`definition`] names each figure with its
//! version and unit, [`count`] computes them for [`period`]s and parts
//! ([`scope`]), [`trend`] says which month stands out, [`disclosure`] hides what would point at somebody and lets a
//! solver attack the result, [`report`] puts it into a form that can be proved. `docs/figures.md` explains all of it.

pub mod count;
pub mod definition;
pub mod disclosure;
pub mod fact;
pub mod history;
pub mod indicators;
pub mod open_hours;
pub mod period;
pub mod report;
pub mod rounding;
pub mod schedule;
pub mod scope;
pub mod table;
pub mod trend;
