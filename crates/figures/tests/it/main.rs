//! What a reader of the figures, and whoever is counted in them, can rely on.

mod attack;
mod counting;
mod hours;
mod office;
