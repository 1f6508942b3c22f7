//! Possible doubles, shown with their reasons at entry. Nothing here merges: a listener decides.

mod names;
mod person;
mod thread;

pub use names::Likeness;
pub use person::{Caution, PersonFacts, PersonReason, PossiblePerson, possible_persons};
pub use thread::{PossibleThread, ThreadFacts, ThreadReason, possible_threads};
