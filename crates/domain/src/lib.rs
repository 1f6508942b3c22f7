//! The words and rules of rare-disease orientation, without I/O.
//!
//! Every other crate speaks in these terms; see `docs/architecture.md` for the order of dependencies.

pub mod access;
pub mod account;
pub mod cell;
pub mod clinical;
pub mod code;
pub mod consent;
pub mod danger;
pub mod dossier;
pub mod enquiry;
pub mod epidemiology;
pub mod event;
pub mod families;
pub mod freshness;
pub mod health;
pub mod language;
pub mod language_guess;
pub mod need;
pub mod office;
pub mod organisation;
pub mod panel;
pub mod person;
pub mod place;
pub mod procedure;
pub mod protection;
pub mod purpose;
pub mod referral;
pub mod reidentification;
pub mod representation;
pub mod service;
mod stable;

pub use code::OrphaCode;
pub use language::Language;
pub use need::NeedCode;
