//! Where things are and how the server listens: from arguments and environment.

use ariane_knowledge::reference::ReferenceDir;
use std::path::PathBuf;

/// Directory of store and reference, from `--data` or `ARIANE_DATA`.
#[derive(Debug, Clone)]
pub struct DataDir(pub PathBuf);

impl DataDir {
    /// The reference releases.
    pub fn reference(&self) -> ReferenceDir {
        ReferenceDir::new(&self.0)
    }

    /// Address of the store: PostgreSQL when given, else SQLite in the data directory.
    pub fn database_url(&self, given: Option<&str>) -> String {
        given.map_or_else(
            || format!("sqlite://{}?mode=rwc", self.0.join("ariane.sqlite").display()),
            str::to_owned,
        )
    }
}
