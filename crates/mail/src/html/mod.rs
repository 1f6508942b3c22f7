//! HTML of strangers: as safe HTML that loads nothing, and as plain text.
//!
//! A reader of our own turns the source into a stream of few known tags, each opened and closed in order and nested
//! no deeper than a bound. Only that stream reaches the parser of the HTML cleaner, whose costs otherwise grow with the
//! square of hostile nesting. The cleaner then decides by its own list what stays: two gates, independent.

mod clean;
mod plain;
mod read;

pub use clean::clean;
pub use plain::plain;
