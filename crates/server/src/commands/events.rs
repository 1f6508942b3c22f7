//! `ariane events …`.

use super::import_file::{ImportFile, open, refuse, say};
use crate::args::Events;
use crate::configuration::DataDir;
use anyhow::Result;
use ariane_knowledge::events::template;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub fn run(data: &DataDir, database: Option<&str>, what: Events) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match what {
        Events::Template => {
            println!("{}", template::COLUMNS.join(","));
            Ok(ExitCode::SUCCESS)
        }
        Events::Import { file, dry_run } => runtime.block_on(import(data, database, &file, dry_run)),
        Events::Export { all } => runtime.block_on(export(data, database, all)),
    }
}

async fn import(data: &DataDir, database: Option<&str>, path: &Path, dry_run: bool) -> Result<ExitCode> {
    let file = ImportFile::read(path)?;
    let store = open(data, database).await?;
    let events = match template::read_against(&file.bytes, &store.directory().await?) {
        Ok(events) => events,
        Err(errors) => return Ok(refuse(path, &errors)),
    };
    let change = match dry_run {
        true => store.compare_events(&events).await?,
        false => store.import_events(file.import(), &events).await?,
    };
    say(events.len(), "events", change, dry_run);
    store.close().await?;
    Ok(ExitCode::SUCCESS)
}

async fn export(data: &DataDir, database: Option<&str>, all: bool) -> Result<ExitCode> {
    let store = open(data, database).await?;
    let events = match all {
        true => store.agenda().await?.all().to_vec(),
        false => store.imported_events().await?,
    };
    std::io::stdout().write_all(&template::write(&events)?)?;
    store.close().await?;
    Ok(ExitCode::SUCCESS)
}
