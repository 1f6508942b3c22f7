//! `ariane audit`: checks the tamper-evident log, makes and keeps its heads.

use super::now;
use crate::args::Audit;
use crate::configuration::{DataDir, file, vault};
use anyhow::{Context, Result};
use ariane_privacy::chain::Fault;
use ariane_store::Store;
use ariane_store::audit::{heads, verify};
use std::process::ExitCode;

pub fn run(data: &DataDir, database: Option<&str>, command: &Audit) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(answer(data, database, command))
}

async fn answer(data: &DataDir, database: Option<&str>, command: &Audit) -> Result<ExitCode> {
    let settings = file::read(&data.settings())?;
    let directory = vault::heads(data, &settings);
    let store = Store::connect(&data.database_url(database)).await.context("the store cannot be opened")?;
    match command {
        Audit::Verify { heads, key } => {
            let from = heads.clone().unwrap_or(directory);
            let kept = verify::kept_heads(from.exists().then_some(from.as_path()))
                .context("the kept heads cannot be read")?;
            // Who checks elsewhere gives the public key; on the machine itself it follows from the master key.
            let key = match key {
                Some(key) => key.clone(),
                None => vault::master_key(data, &settings)?.head_signer().public_key(),
            };
            let report = store.verify_audit(&kept, &key).await.context("the log cannot be read")?;
            println!(
                "{} entries in {} streams and {} heads checked ({} of them kept in {})",
                report.entries,
                report.streams,
                report.heads,
                kept.len(),
                from.display()
            );
            if report.faults.is_empty() {
                println!("the log is whole");
                return Ok(ExitCode::SUCCESS);
            }
            for fault in &report.faults {
                println!("FAULT: {}", told(fault));
            }
            Ok(ExitCode::FAILURE)
        }
        Audit::Head => {
            let at = now();
            let signer = vault::master_key(data, &settings)?.head_signer();
            let head =
                store.make_head(&signer, at.date_naive(), at).await.context("the head cannot be made")?;
            let path = heads::keep(&directory, &head).context("the head cannot be written")?;
            println!("head {} of {} kept in {}", head.number, head.day, path.display());
            Ok(ExitCode::SUCCESS)
        }
        Audit::Key => {
            println!("{}", vault::master_key(data, &settings)?.head_signer().public_key());
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// A fault in words, with its place.
fn told(fault: &Fault) -> String {
    match fault {
        Fault::Changed { stream, number } => {
            format!("entry {number} of stream {stream} was changed, or the one before it")
        }
        Fault::Gap { stream, expected, found } => {
            format!(
                "stream {stream}: entry {expected} was expected and {found} stands there: missing or out of order"
            )
        }
        Fault::CutTail { stream, last, expected } => {
            format!(
                "stream {stream} ends at entry {last}; entry {expected} was there once: its end was cut off"
            )
        }
        Fault::MissingStream { stream } => format!("stream {stream} is missing as a whole"),
        Fault::Rewritten { stream, number, day } => {
            format!(
                "entry {number} of stream {stream} differs from the signed head of {day}: it was written anew"
            )
        }
        Fault::ForgedHead { day } => {
            format!("the head of {day} is not as it was signed, or differs from the one kept elsewhere")
        }
        Fault::MissingHead { before } => format!("the head before that of {before} is missing"),
    }
}
