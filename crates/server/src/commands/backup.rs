//! `ariane backup` and `ariane restore`: records and keys in separate files, the keys short-lived.
//!
//! A key that was destroyed must be gone for good, however long copies of the records live: copies of the key store are
//! removed after a time, and the journal of erasures is replayed over a restored key store before anybody can use it.

use super::now;
use crate::args::{Backup, Restore};
use crate::configuration::{DataDir, file, vault};
use anyhow::{Context, Result, bail, ensure};
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_web::pulse::BACKUP_MARK;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const RECORDS: &str = "records";
const KEYS: &str = "keys";
const STAMP: &str = "%Y%m%dT%H%M%SZ";

/// What a backup consists of.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    /// When it was made.
    made_at: DateTime<Utc>,
    /// File of the records, below the directory.
    records: FileMark,
    /// File of the keys; it is removed earlier than that of the records.
    keys: FileMark,
}

#[derive(Debug, Serialize, Deserialize)]
struct FileMark {
    file: PathBuf,
    sha256: String,
}

fn mark(directory: &Path, file: PathBuf) -> Result<FileMark> {
    let sha256 = digest(&directory.join(&file))?;
    Ok(FileMark { file, sha256 })
}

fn digest(path: &Path) -> Result<String> {
    let mut hasher = Sha256::new();
    let mut reader = fs::File::open(path).with_context(|| format!("{}", path.display()))?;
    let mut buffer = vec![0_u8; 1 << 20];
    loop {
        let count = reader.read(&mut buffer)?;
        if count == 0 {
            break;
        }
        hasher.update(&buffer[..count]);
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Only the owner may read a copy.
fn owner_only(path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = if path.is_dir() { 0o700 } else { 0o600 };
        fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
    }
    Ok(())
}

pub fn run(data: &DataDir, database: Option<&str>, options: &Backup) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let Some(directory) = &options.directory else {
        return runtime.block_on(made_outside(data, database));
    };
    ensure!(
        database.is_none_or(|url| url.starts_with("sqlite:")),
        "a PostgreSQL store is backed up with pg_dump: see docs/guides/operator.md"
    );
    runtime.block_on(back_up(data, database, directory, options.keep_keys_days))
}

async fn back_up(
    data: &DataDir,
    database: Option<&str>,
    directory: &Path,
    keep_keys_days: u16,
) -> Result<ExitCode> {
    let at = now();
    for part in [RECORDS, KEYS] {
        let folder = directory.join(part);
        fs::create_dir_all(&folder).with_context(|| format!("{}", folder.display()))?;
        owner_only(&folder)?;
    }
    let settings = file::read(&data.settings())?;
    let stamp = at.format(STAMP);
    let records = PathBuf::from(RECORDS).join(format!("{stamp}.sqlite"));
    let keys = PathBuf::from(KEYS).join(format!("{stamp}.sqlite"));
    // Records first: a key without a record harms nobody, a record without a key is lost.
    let store = Store::connect(&data.database_url(database)).await.context("the store cannot be opened")?;
    store.copy_to(&directory.join(&records)).await.context("the records cannot be copied")?;
    let key_file = vault::key_store_file(data);
    ensure!(key_file.exists(), "there is no embedded key store at {}", key_file.display());
    let master = vault::master_key(data, &settings)?;
    let url = format!("sqlite://{}", key_file.display());
    let open = KeyStore::open(&url, master, &data.erasures()).await.context("the key store")?;
    open.copy_to(&directory.join(&keys)).await.context("the keys cannot be copied")?;
    open.close().await?;
    for copy in [&records, &keys] {
        owner_only(&directory.join(copy))?;
    }
    let manifest = Manifest { made_at: at, records: mark(directory, records)?, keys: mark(directory, keys)? };
    let path = directory.join(format!("{stamp}.json"));
    fs::write(&path, serde_json::to_string_pretty(&manifest)?)?;
    // Only now is it whole; the page about operation tells when.
    note(&store, at).await?;
    store.close().await?;
    let removed = prune(&directory.join(KEYS), at - TimeDelta::days(i64::from(keep_keys_days)))?;
    println!("backed up: {}", path.display());
    if removed > 0 {
        println!("{removed} copies of the key store older than {} days removed", keep_keys_days);
    }
    println!("the master key is in no backup: keep its copy elsewhere");
    Ok(ExitCode::SUCCESS)
}

/// Writes down in the store that a backup ended.
async fn note(store: &Store, at: DateTime<Utc>) -> Result<()> {
    store.set_mark(OWN_CONTROLLER, BACKUP_MARK, at.timestamp()).await.context("the backup cannot be noted")
}

/// `ariane backup --made-outside`: records and keys were copied by other means, such as `pg_dump`.
async fn made_outside(data: &DataDir, database: Option<&str>) -> Result<ExitCode> {
    let store = Store::connect(&data.database_url(database)).await.context("the store cannot be opened")?;
    note(&store, now()).await?;
    store.close().await?;
    println!("noted");
    Ok(ExitCode::SUCCESS)
}

/// Removes copies of the key store made before a time.
fn prune(folder: &Path, before: DateTime<Utc>) -> Result<usize> {
    let mut removed = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let made = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .and_then(|stem| NaiveDateTime::parse_from_str(stem, STAMP).ok());
        if made.is_some_and(|made| made.and_utc() < before) {
            fs::remove_file(&path)?;
            removed += 1;
        }
    }
    Ok(removed)
}

pub fn restore(data: &DataDir, database: Option<&str>, options: &Restore) -> Result<ExitCode> {
    ensure!(
        database.is_none_or(|url| url.starts_with("sqlite:")),
        "a PostgreSQL store is restored with pg_restore: see docs/guides/operator.md"
    );
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(bring_back(data, options))
}

async fn bring_back(data: &DataDir, options: &Restore) -> Result<ExitCode> {
    let directory = options.manifest.parent().unwrap_or(Path::new("."));
    let text = fs::read_to_string(&options.manifest)
        .with_context(|| format!("{} cannot be read", options.manifest.display()))?;
    let manifest: Manifest = serde_json::from_str(&text).context("this is no manifest of a backup")?;
    let store_file = data.0.join("ariane.sqlite");
    let key_file = vault::key_store_file(data);
    for there in [&store_file, &key_file] {
        ensure!(!there.exists(), "{} exists: nothing is written over", there.display());
    }
    for part in [&manifest.records, &manifest.keys] {
        let path = directory.join(&part.file);
        if !path.exists() {
            bail!("{} is not there: copies of the keys are removed after a time, on purpose", path.display());
        }
        ensure!(digest(&path)? == part.sha256, "{} is not as it was backed up", path.display());
    }
    let settings = file::read(&data.settings())?;
    ensure!(
        vault::master_key_file(data, &settings).exists(),
        "{} is not there: without the master key nothing of the backup can be read",
        vault::master_key_file(data, &settings).display()
    );
    if let Some(folder) = key_file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(directory.join(&manifest.records.file), &store_file)?;
    fs::copy(directory.join(&manifest.keys.file), &key_file)?;
    for copy in [&store_file, &key_file] {
        owner_only(copy)?;
    }
    let journal = data.erasures();
    if journal.exists() {
        // Opening the key store replays the journal: who was erased since the backup loses the key again.
        let master = vault::master_key(data, &settings)?;
        let url = format!("sqlite://{}", key_file.display());
        KeyStore::open(&url, master, &journal).await.context("the key store")?.close().await?;
        println!("erasures replayed from {}", journal.display());
    } else {
        println!(
            "no {} here: bring the journal of erasures from the former machine before you serve, or persons \
             who were erased since {} can be read again",
            journal.display(),
            manifest.made_at.format("%Y-%m-%d")
        );
    }
    println!("restored what was backed up at {}", manifest.made_at.to_rfc3339());
    println!("`ariane audit verify` will name the entries made since then as cut off: that is this restore");
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_old_copies_of_keys_are_removed() {
        let scratch = tempfile::tempdir().expect("a directory");
        for name in ["20260101T000000Z.sqlite", "20261120T000000Z.sqlite", "notes.txt"] {
            fs::write(scratch.path().join(name), "x").expect("written");
        }
        let before = "2026-10-01T00:00:00Z".parse().expect("a time");
        assert_eq!(prune(scratch.path(), before).expect("pruned"), 1);
        assert!(!scratch.path().join("20260101T000000Z.sqlite").exists());
        assert!(scratch.path().join("notes.txt").exists());
    }
}
