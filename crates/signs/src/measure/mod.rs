//! Measuring how well texts are read: scores, and readers of the corpora they are taken on.
//!
//! Nothing here is used to read; the benchmark `reading` and the command `ariane evaluate` print it.

pub mod corpus;
pub mod generated;
pub mod reference;
pub mod score;
pub mod sentences;
