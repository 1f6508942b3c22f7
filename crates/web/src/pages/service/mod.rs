//! The psycho-social service: its own follow-up, what it sends to the cell, what it gets back (duty D29).
//!
//! * [`list`]: what is worked off; [`begin`]: beginning to follow somebody;
//! * [`file`]: one file; [`acts`]: what is done with it;
//! * [`sent`]: what became of whom the service or the hub sent;
//! * [`beside`]: the same follow-up as the cell sees it, and how it asks for it.

pub mod acts;
pub mod begin;
pub mod beside;
pub mod file;
pub mod frame;
pub mod list;
pub mod routes;
pub mod sent;
