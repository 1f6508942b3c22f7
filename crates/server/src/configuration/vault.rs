//! Opens what holds persons' data: master key, key store, records.

use super::DataDir;
use super::file::Settings;
use anyhow::{Context, Result};
use ariane_domain::purpose::Register;
use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use std::path::PathBuf;

/// File of the master key.
pub fn master_key_file(data: &DataDir, settings: &Settings) -> PathBuf {
    settings.protection.master_key.clone().unwrap_or_else(|| data.0.join("keys").join("master.key"))
}

/// Directory where the signed heads of the log are kept.
pub fn heads(data: &DataDir, settings: &Settings) -> PathBuf {
    settings.protection.heads.clone().unwrap_or_else(|| data.0.join("heads"))
}

/// The master key: made at the first start, and only then. Where a key store exists already, a missing key is an error:
/// a new one would open nothing of what is there.
pub fn master_key(data: &DataDir, settings: &Settings) -> Result<MasterKey> {
    let file = master_key_file(data, settings);
    let is_first_start = settings.protection.key_store.is_none() && !key_store_file(data).exists();
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    }
    let may_create = is_first_start || settings.protection.key_store.is_some();
    MasterKey::load(&file, may_create).with_context(|| format!("master key {}", file.display()))
}

/// File of the embedded key store.
pub fn key_store_file(data: &DataDir) -> PathBuf {
    data.0.join("keys").join("keys.sqlite")
}

/// Records of persons over an open store; `calling_code` is the telephone prefix of the installation's country.
pub async fn records(
    data: &DataDir,
    settings: &Settings,
    master: MasterKey,
    store: Store,
    calling_code: &str,
) -> Result<Records> {
    let url = settings
        .protection
        .key_store
        .clone()
        .unwrap_or_else(|| format!("sqlite://{}?mode=rwc", key_store_file(data).display()));
    let keys =
        KeyStore::open(&url, master, &data.erasures()).await.context("the key store cannot be opened")?;
    Ok(Records::new(store, keys, register(data)?, calling_code))
}

/// The register that comes with the program, with what the installation's own file says otherwise: what a purpose rests on is for a
/// data protection officer to confirm or change (duty D14).
fn register(data: &DataDir) -> Result<Register> {
    let file = data.0.join("purposes.toml");
    let own = match std::fs::read_to_string(&file) {
        Ok(text) => starter::purposes::parse(&text).with_context(|| file.display().to_string())?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error).with_context(|| file.display().to_string()),
    };
    let ours = starter::purposes::register();
    Ok(Register::new(ours.rules().iter().cloned().chain(own).collect()))
}
