//! Meetings in calendars: when they recur, and invitations that other programs accept.
//!
//! * [`recurrence`]: "second Tuesday of each month, at 14:00 in Luxembourg, not on a holiday" as dates;
//! * [`zone`]: local times as instants, and the `VTIMEZONE` that tells others the same;
//! * [`invitation`]: requests, updates and cancellations (iTIP, RFC 5546) as text;
//! * [`party`]: who invites, who is invited;
//! * [`reply`]: what comes back, read as written by strangers;
//! * [`line`](mod@line): content lines of RFC 5545.
//!
//! No I/O, no clock, no randomness: stamps and identifiers are arguments. Why the texts are written here and not by a
//! library is told in `docs/decisions/calendar.md`.

#![forbid(unsafe_code)]

pub mod invitation;
pub mod line;
pub mod party;
pub mod recurrence;
pub mod reply;
pub mod zone;

pub use invitation::{Invitation, NothingToTell, Subject, When};
pub use party::{Attendee, Mailbox, PartStat};
pub use recurrence::{Cadence, Moment, Nth, OnHoliday, Recurrence, RecurrenceFault, Shift};
pub use reply::{Instance, Reply, ReplyFault, read_reply};
