//! Finds and takes out what names a person, in free text and in files, before anything is shown to others.
//!
//! Nothing here decides that something may leave: every finding is shown to a clinician, who may reject it or
//! add one (duty D11). What comes out is pseudonymised, never anonymous (duty D19). No I/O, no clock, no randomness.

pub mod examine;
pub mod files;
pub mod finding;
pub mod fold;
pub mod keep;
pub mod known;
pub mod names;
pub mod replacement;
pub mod structured;
pub mod tokens;

pub use examine::{About, Reader, TooLong};
pub use finding::{Applied, Decision, Evidence, Examination, Finding, Kind, Removed};
pub use known::{Known, KnownPerson};
