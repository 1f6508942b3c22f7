//! What was known of a record at a moment: figures as of then are right although the record was corrected since.
//!
//! Records keep what they say now, and events keep what was before: each correction of codes leaves the former ones, each
//! change its time. An erased person leaves the same events, without identity.

mod codes;
mod enquiry;
mod file;
mod meeting;
mod referral;

pub use codes::{Codes, CodesFault};
pub use enquiry::EnquiryHistory;
pub use file::FileHistory;
pub use meeting::meeting_as_of;
pub use referral::ReferralHistory;

use chrono::{DateTime, Utc};

/// Something that happened: a word, a code, a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Stable word of the change.
    pub kind: String,
    /// A code that goes with it.
    pub detail: String,
    /// When.
    pub at: DateTime<Utc>,
}
