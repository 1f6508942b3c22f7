//! What is known about rare disorders and about those who can help: readers of the official
//! formats, one compact in-memory catalogue, multilingual search, and the directory.

pub mod catalogue;
pub mod directory;
pub mod events;
pub mod fold;
pub mod formats;
pub mod phenotype;
pub mod reference;
pub mod search;
pub mod starter;
