//! What a person may count on beyond their own link (duties D4, D23).
//!
//! * [`recipients`]: to whom data were passed on, and what they answered when asked to delete;
//! * [`representatives`]: who acts for a child or a protected adult, and what was said about an act;
//! * [`majority`]: what ends when a person comes of age.

pub mod majority;
pub mod recipients;
pub mod representatives;
pub mod thread;
