//! `ariane directory …`.

use super::import_file::{ImportFile, open, refuse, say};
use crate::args::Directory;
use crate::configuration::DataDir;
use anyhow::{Context, Result};
use ariane_knowledge::directory::{laboratory, template};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub fn run(data: &DataDir, database: Option<&str>, what: Directory) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match what {
        Directory::Template => {
            println!("{},{}", template::COLUMNS.join(","), laboratory::COLUMNS.join(","));
            Ok(ExitCode::SUCCESS)
        }
        Directory::Import { file, dry_run } => runtime.block_on(import(data, database, &file, dry_run)),
        Directory::Export { all } => runtime.block_on(export(data, database, all)),
    }
}

async fn import(data: &DataDir, database: Option<&str>, path: &Path, dry_run: bool) -> Result<ExitCode> {
    let file = ImportFile::read(path)?;
    let catalogue = data.reference().load().context("the reference data cannot be read")?;
    let read = match catalogue.is_whole_nomenclature() {
        true => template::read_against(&file.bytes, &catalogue),
        // The starter set holds a few disorders only: a code that is not among them may well be right.
        false => template::read(&file.bytes),
    };
    let organisations = match read {
        Ok(organisations) => organisations,
        Err(errors) => return Ok(refuse(path, &errors)),
    };
    let store = open(data, database).await?;
    let change = match dry_run {
        true => store.compare(&organisations).await?,
        false => store.import_directory(file.import(), &organisations).await?,
    };
    say(organisations.len(), "organisations", change, dry_run);
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
