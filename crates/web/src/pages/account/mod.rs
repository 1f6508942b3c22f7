//! Sign-in, one's own account, people.

pub mod refusal;
