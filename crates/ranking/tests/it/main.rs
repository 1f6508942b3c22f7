//! What a person can rely on in a ranking, on a small made-up ontology.

mod answers;
mod fixture;
mod properties;
