//! Translated texts, numbers and dates in the reader's language.

pub mod bundle;
pub mod format;

pub use bundle::Text;

/// Hours and minutes, written the same in all five languages.
pub const TIME_OF_DAY: &str = "%H:%M";
