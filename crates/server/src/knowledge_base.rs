//! Loads what a command or the server needs to answer: catalogue, index, rules, directory.

use crate::configuration::DataDir;
use anyhow::{Context, Result};
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::events::Agenda;
use ariane_knowledge::search::SearchIndex;
use ariane_knowledge::starter;
use ariane_orientation::routing::RuleTable;

/// The catalogue with its index and rules.
pub struct Finder {
    /// Reference knowledge.
    pub catalogue: Catalogue,
    /// Search over it.
    pub index: SearchIndex,
    /// Rules from groups to networks.
    pub rules: RuleTable,
}

/// Loads the current release.
pub fn finder(data: &DataDir) -> Result<Finder> {
    let catalogue = data.reference().load().context("the reference data cannot be read")?;
    let index = SearchIndex::new(&catalogue);
    Ok(Finder { catalogue, index, rules: RuleTable::new(starter::routing::rules()) })
}

/// The starter directory and events under what was imported into the store.
pub async fn directory_and_agenda(data: &DataDir, database: Option<&str>) -> Result<(Directory, Agenda)> {
    let url = data.database_url(database);
    let is_file = url.starts_with("sqlite:");
    if is_file && !data.0.join("ariane.sqlite").exists() {
        return Ok((Directory::starter(), Agenda::starter()));
    }
    let store = ariane_store::Store::connect(&url).await.context("the store cannot be opened")?;
    let directory = store.directory().await.context("the directory cannot be read")?;
    Ok((directory, store.agenda().await.context("the events cannot be read")?))
}
