//! What a person can rely on in a ranking, on a small made-up ontology.

mod answers;
mod cases;
mod fixture;
mod properties;
