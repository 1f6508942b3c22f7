//! Tables as the program sees them.

pub mod attachment;
pub mod audit_entry;
pub mod audit_head;
pub mod audit_stream;
pub mod choice;
pub mod controller;
pub mod counter;
pub mod directory_event;
pub mod directory_import;
pub mod directory_organisation;
pub mod enquiry;
pub mod enquiry_event;
pub mod enquiry_need;
pub mod message;
pub mod outbox;
pub mod person;
pub mod person_index;
pub mod taken_in;
