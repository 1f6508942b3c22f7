//! What the imports of an editor's table have in common: one file, its faults, its marks, the store.

use super::reference::{new_id, now};
use crate::configuration::DataDir;
use anyhow::{Context, Result};
use ariane_knowledge::starter::table::TableError;
use ariane_store::Store;
use ariane_store::directory::{Change, NewImport};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::process::ExitCode;

/// A file that is to be imported.
pub struct ImportFile {
    name: String,
    sha256: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl ImportFile {
    /// Reads the file from disk.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let sha256 = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        Ok(Self { name, sha256, bytes })
    }

    /// A new import of the file, now.
    pub fn import(&self) -> NewImport<'_> {
        NewImport { id: new_id(), file_name: &self.name, sha256: &self.sha256, at: now() }
    }
}

/// The store of the data directory, which is made if it is not there.
pub async fn open(data: &DataDir, database: Option<&str>) -> Result<Store> {
    std::fs::create_dir_all(&data.0).with_context(|| format!("{} cannot be created", data.0.display()))?;
    Store::connect(&data.database_url(database)).await.context("the store cannot be opened")
}

/// Says every fault of a file.
pub fn refuse(path: &Path, errors: &[TableError]) -> ExitCode {
    for error in errors {
        eprintln!("{}: {error}", path.display());
    }
    eprintln!("{} faults; nothing was imported", errors.len());
    ExitCode::FAILURE
}

/// Says what an import changed, or would change.
pub fn say(count: usize, what: &str, change: Change, dry_run: bool) {
    println!(
        "{count} {what}: {} new, {} changed, {} as before{}",
        change.added,
        change.changed,
        change.unchanged,
        if dry_run { "; dry run, nothing was imported" } else { "" }
    );
}
