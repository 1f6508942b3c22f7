//! Translated texts, numbers and dates in the reader's language.

pub mod bundle;
pub mod format;

pub use bundle::Text;
