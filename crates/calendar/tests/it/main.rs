//! What other programs make of our calendars: Python's `dateutil` and `icalendar`, `ical.js`, and the server Radicale.

mod itip;
mod recurrence;
mod tools;
