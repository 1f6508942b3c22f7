//! What the small scripts ask. Nothing here answers with anything that a page does not show.

pub mod health;
pub mod signs;
pub mod suggest;
