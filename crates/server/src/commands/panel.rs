//! `ariane panel`: whoever was handed an outcome checks that it is what was closed.

use crate::args::Panel;
use crate::configuration::{DataDir, file, vault};
use anyhow::{Context, Result};
use ariane_store::records::panel::signed::SignedOutcome;
use std::fs;
use std::process::ExitCode;

/// Runs what was asked.
pub fn run(data: &DataDir, what: &Panel) -> Result<ExitCode> {
    let Panel::Verify { file: path, key } = what;
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let signed: SignedOutcome =
        serde_json::from_str(&text).with_context(|| format!("{} is no signed outcome", path.display()))?;
    let key = match key {
        Some(key) => key.clone(),
        None => vault::master_key(data, &file::read(&data.settings())?)?.head_signer().public_key(),
    };
    if !signed.holds(&key) {
        println!("FAULT: the outcome is not as it was closed, or was signed with another key");
        return Ok(ExitCode::FAILURE);
    }
    let stated =
        signed.stated().context("the outcome is signed, and of a form that this version does not know")?;
    println!(
        "the outcome of panel {} ({}), closed on {}, is as it was closed: digest {}",
        stated.number,
        stated.outcome.pseudonym,
        stated.closed_at.to_rfc3339(),
        signed.proof.digest
    );
    Ok(ExitCode::SUCCESS)
}
