//! The directory of structures: read from the template, held in memory, asked by need and coverage.

pub(crate) mod cells;
mod export;
pub mod laboratory;
pub mod template;

use ariane_domain::organisation::{Kind, Organisation};
use rustc_hash::FxHashMap;

/// All structures, by id.
#[derive(Debug, Default, Clone)]
pub struct Directory {
    organisations: Vec<Organisation>,
    by_id: FxHashMap<String, usize>,
}

impl Directory {
    /// Joins layers: a later layer's organisation replaces an earlier one of the same id as a whole.
    pub fn layered(layers: impl IntoIterator<Item = Vec<Organisation>>) -> Self {
        let mut directory = Self::default();
        for organisation in layers.into_iter().flatten() {
            match directory.by_id.get(&organisation.id) {
                Some(at) => directory.organisations[*at] = organisation,
                None => {
                    directory.by_id.insert(organisation.id.clone(), directory.organisations.len());
                    directory.organisations.push(organisation);
                }
            }
        }
        directory
    }

    /// The starter set alone.
    pub fn starter() -> Self {
        Self::layered([starter_organisations()])
    }

    /// All structures.
    pub fn all(&self) -> &[Organisation] {
        &self.organisations
    }

    /// Structures of a kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Organisation> {
        self.organisations.iter().filter(move |o| o.kind == kind)
    }

    /// One structure.
    pub fn get(&self, id: &str) -> Option<&Organisation> {
        self.by_id.get(id).map(|at| &self.organisations[*at])
    }
}

/// Names of the starter files that hold organisations.
pub const STARTER_FILES: [&str; 8] = [
    "erns.csv",
    "fsmrs.csv",
    "hubs.csv",
    "centres.csv",
    "associations.csv",
    "services.csv",
    "helplines.csv",
    "platforms.csv",
];

/// The organisations that come with the program. A test reads every file, so a fault there cannot ship.
pub fn starter_organisations() -> Vec<Organisation> {
    STARTER_FILES
        .iter()
        .flat_map(|name| template::read(&crate::starter::file(name)).unwrap_or_default())
        .collect()
}
