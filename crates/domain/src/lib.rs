//! The words and rules of rare-disease orientation, without I/O.
//!
//! Every other crate speaks in these terms; see `docs/architecture.md` for the order of dependencies.

pub mod access;
pub mod account;
pub mod code;
pub mod danger;
pub mod epidemiology;
pub mod event;
pub mod freshness;
pub mod language;
pub mod need;
pub mod organisation;
pub mod place;
pub mod purpose;

pub use code::OrphaCode;
pub use language::Language;
pub use need::NeedCode;
