//! Stories of the knowledge crate: starter facts, import of releases, search.

mod import;
mod search;
mod starter;
