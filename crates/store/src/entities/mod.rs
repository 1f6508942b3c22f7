//! Tables as the program sees them.

pub mod controller;
pub mod directory_event;
pub mod directory_import;
pub mod directory_organisation;
