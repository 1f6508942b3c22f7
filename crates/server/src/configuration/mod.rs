//! Where things are and how the server works: from arguments, environment and `ariane.toml`.
//!
//! * [`file`]: what an installation sets in `ariane.toml`;
//! * [`mail`]: its mail servers; [`numbers`]: the numbers of its rules;
//! * [`vault`]: the master key, the key store and the records that they open.

pub mod file;
pub mod mail;
pub mod numbers;
pub mod vault;

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

    /// The file of settings.
    pub fn settings(&self) -> PathBuf {
        self.0.join("ariane.toml")
    }

    /// What is kept of the figures between two runs of the program; it may be removed at any time, and no backup needs it.
    pub fn figures(&self) -> PathBuf {
        self.0.join("figures.kept")
    }

    /// The journal of erasures: beside the store, in no backup that could be older than it.
    pub fn erasures(&self) -> PathBuf {
        self.0.join("erasures.log")
    }
}
