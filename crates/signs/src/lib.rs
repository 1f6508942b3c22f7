//! Reads what a person writes and proposes signs of the Human Phenotype Ontology.
//!
//! [`SignReader::new`] is built once from the ontology and our table of wordings; [`SignReader::read`] finds
//! the passages of a text, what each may mean, and whether it is observed, denied, doubtful or a relative's.
//! Rules and tables only: nothing is learnt from texts, nothing leaves the machine. `docs/reading.md` tells how.

mod context;
mod detect;
mod language;
mod lexicon;
mod matcher;
pub mod measure;
mod measured;
mod reader;
mod stem;
mod tokens;

pub use ariane_knowledge::starter::sign_words::SignWord;
pub use reader::{FoundSign, Kind, Reading, SignReader, Status, TEXT_LIMIT, TextTooLong};
