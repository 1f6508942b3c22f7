//! When the helpline is open, and the clocks that follow from it: how long somebody waited, by when a reply is due.
//!
//! Hours, holidays and the promise are data of the country profile (duty D45); time is an argument everywhere.

mod clock;
mod holidays;
mod hours;

pub use clock::{Office, ReplyPromise};
pub use holidays::{Holiday, Holidays, UnknownHoliday, easter_sunday};
pub use hours::{HoursFault, OpeningHours, Span};
