//! From signs to disorders to networks.
pub mod first_stage;
pub mod frequency;
pub mod groups;
pub mod table;
