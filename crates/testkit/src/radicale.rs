//! A calendar server of one test, from the Python package `radicale`.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use tempfile::TempDir;

use crate::peers::python_peers;
use crate::process::{Process, free_port, wait_for};

/// A CalDAV server that lets anybody in.
#[derive(Debug)]
pub struct Radicale {
    /// Its port on this machine, without TLS.
    pub port: u16,
    _process: Process,
    _scratch: TempDir,
}

impl Radicale {
    /// Starts a server without calendars.
    ///
    /// # Errors
    /// When Python or the package is missing, or the server does not start.
    pub fn start() -> Result<Self> {
        let python = python_peers()?;
        let scratch = tempfile::Builder::new().prefix("ariane-radicale-").tempdir()?;
        let port = free_port()?;
        let configuration = scratch.path().join("config");
        fs::write(
            &configuration,
            format!(
                "[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n[rights]\ntype = owner_only\n\
                 [storage]\nfilesystem_folder = {}\n",
                scratch.path().join("collections").display()
            ),
        )?;
        let child = Command::new(python)
            .args(["-m", "radicale", "--config"])
            .arg(&configuration)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("start radicale")?;
        let mut process = Process(child);
        wait_for(port, &mut process)?;
        Ok(Self { port, _process: process, _scratch: scratch })
    }
}
