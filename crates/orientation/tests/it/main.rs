//! Stories of orientation over the starter set.

mod routing;
mod sheet;
