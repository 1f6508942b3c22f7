//! `ariane directory …`.

use super::reference::{new_id, now};
use crate::args::Directory;
use crate::configuration::DataDir;
use anyhow::{Context, Result};
use ariane_knowledge::directory::template;
use ariane_store::Store;
use ariane_store::directory::NewImport;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub fn run(data: &DataDir, database: Option<&str>, what: Directory) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match what {
        Directory::Template => {
            println!("{}", template::COLUMNS.join(","));
            Ok(ExitCode::SUCCESS)
        }
        Directory::Import { file, dry_run } => runtime.block_on(import(data, database, &file, dry_run)),
        Directory::Export { all } => runtime.block_on(export(data, database, all)),
    }
}

async fn open(data: &DataDir, database: Option<&str>) -> Result<Store> {
    std::fs::create_dir_all(&data.0).with_context(|| format!("{} cannot be created", data.0.display()))?;
    Store::connect(&data.database_url(database)).await.context("the store cannot be opened")
}

async fn import(data: &DataDir, database: Option<&str>, file: &Path, dry_run: bool) -> Result<ExitCode> {
    let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let organisations = match template::read(&bytes) {
        Ok(organisations) => organisations,
        Err(errors) => {
            for error in &errors {
                eprintln!("{}: {error}", file.display());
            }
            eprintln!("{} faults; nothing was imported", errors.len());
            return Ok(ExitCode::FAILURE);
        }
    };
    let store = open(data, database).await?;
    let change = if dry_run {
        store.compare(&organisations).await?
    } else {
        let sha256: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        let file_name = file.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        store
            .import_directory(
                NewImport { id: new_id(), file_name: &file_name, sha256: &sha256, at: now() },
                &organisations,
            )
            .await?
    };
    println!(
        "{} organisations: {} new, {} changed, {} as before{}",
        organisations.len(),
        change.added,
        change.changed,
        change.unchanged,
        if dry_run { "; dry run, nothing was imported" } else { "" }
    );
    store.close().await?;
    Ok(ExitCode::SUCCESS)
}

async fn export(data: &DataDir, database: Option<&str>, all: bool) -> Result<ExitCode> {
    let store = open(data, database).await?;
    let organisations =
        if all { store.directory().await?.all().to_vec() } else { store.imported_organisations().await? };
    std::io::stdout().write_all(&template::write(&organisations)?)?;
    store.close().await?;
    Ok(ExitCode::SUCCESS)
}
