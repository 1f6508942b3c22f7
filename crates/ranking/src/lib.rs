//! From signs to disorders to networks: a first look at all disorders, a learned second look at the best,
//! calibrated probabilities, and an account of every sign. `docs/ranking.md` tells how and how well.

mod account;
pub mod answer;
pub mod candidates;
pub mod features;
pub mod first_stage;
pub mod frequency;
pub mod groups;
pub mod likeness;
pub mod measure;
pub mod model;
pub mod movement;
pub mod persons;
pub mod query;
mod questions;
pub mod ranker;
mod reach;
pub mod request;
pub mod routes;
mod sisters;
pub mod table;
pub mod trees;

pub use answer::{Abstention, Question, RankedDisorder, RankedNetwork, Ranking, SignAccount, Stance};
pub use ranker::Ranker;
pub use request::{Refusal, Remark, Request, Sex};
