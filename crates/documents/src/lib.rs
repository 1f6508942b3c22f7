//! Documents that a person takes along: the orientation sheet as an accessible PDF.
//!
//! The caller fills in a [`Sheet`] with texts already translated; [`render`] sets it. Nothing here reads
//! a clock, a file or the network, so the same sheet always gives the same bytes.

mod composition;
mod drawing;
mod entry;
mod footer;
mod links;
mod opening;
mod outline;
mod pages;
mod paragraph;
mod pdf;
mod rows;
mod sheet;
mod structure;
mod style;
mod typeface;
mod wording;

pub use pdf::{PdfError, render};
pub use sheet::{Bar, Code, Contact, Entry, Section, Sheet};
