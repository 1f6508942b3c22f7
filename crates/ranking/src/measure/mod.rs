//! The honest measure of the ranking: published cases, several protocols side by side, a peer in the same
//! run. `ariane evaluate` prints it; `docs/ranking.md` says what each protocol is for.

pub mod cases;
pub mod figures;
pub mod likelihood;
pub mod networks;
pub mod reliability;
pub mod removal;
pub mod report;
pub mod run;
pub mod training;
pub mod variants;
