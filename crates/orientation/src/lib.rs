//! The heart of Ariane: from a disorder to the networks that cover it, from a disorder, a place and a
//! need to the people who can help, and how rare a disorder is here. Pure functions over the
//! catalogue and the directory; every answer carries its reason.

pub mod ladder;
pub mod rarity;
pub mod routing;
pub mod sheet;
