//! Scripts in other languages that judge what we write: a value in, a value out.

use crate::peers::{npm_peers, python_peers};
use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a Python script on a value and gives what it answers.
///
/// # Errors
/// When Python or its packages are missing, the script fails, or what it answers is no JSON.
pub fn python(script: &Path, input: &Value) -> Result<Value> {
    run(Command::new(python_peers()?).arg(script), input)
}

/// Runs a script of node on a value and gives what it answers.
///
/// # Errors
/// As [`python`].
pub fn node(script: &Path, input: &Value) -> Result<Value> {
    let peers = npm_peers()?;
    let name = script.file_name().context("a script has a name")?;
    // Beside the packages, so that it finds them; in one move, because another test may be reading it.
    let copy = peers.join(name);
    let part =
        peers.join(format!("{}-{:?}-{}", std::process::id(), std::thread::current().id(), name.display()));
    std::fs::copy(script, &part)?;
    std::fs::rename(part, &copy)?;
    run(Command::new("node").arg(copy), input)
}

fn run(command: &mut Command, input: &Value) -> Result<Value> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut stdin = child.stdin.take().context("no input")?;
    let text = input.to_string();
    // A script may answer before it has read everything.
    let writing = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = child.wait_with_output()?;
    let written = writing.join().map_err(|_| anyhow::anyhow!("the input was not written"))?;
    ensure!(output.status.success(), "the script failed");
    written?;
    Ok(serde_json::from_slice(&output.stdout)?)
}
