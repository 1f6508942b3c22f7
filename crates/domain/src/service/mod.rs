//! The psycho-social service of the association: its own follow-up, what it sends to the cell, and what it gets back (duty D29;
//! seed 000: "patients suivis par le Service Psycho-social").
//!
//! * [`state`]: where its file of a person stands, and who may change that;
//! * [`entry`]: what is written in it, and what of that the cell reads;
//! * [`contact`]: the next contact, and the order in which files are worked off;
//! * [`sent`]: what who sent somebody to the cell learns of it.

pub mod contact;
pub mod entry;
pub mod sent;
pub mod state;

pub use entry::EntryKind;
pub use state::{ServiceEnd, ServiceEvent, ServiceState};
