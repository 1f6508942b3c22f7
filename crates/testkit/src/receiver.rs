//! An SMTP receiver of one test, from the npm package `smtp-server`.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use tempfile::TempDir;

use crate::certificate::Certificate;
use crate::peers::npm_peers;
use crate::process::{Process, program};

/// How the receiver is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// TLS from the first byte.
    Tls,
    /// STARTTLS is offered.
    StartTls,
    /// In the clear.
    None,
}

/// Who sent a mail to whom, as the server was told.
#[derive(Debug, Clone, Deserialize)]
pub struct Envelope {
    /// Sender; empty for none.
    pub from: String,
    /// Recipients.
    pub to: Vec<String>,
    /// The account that was used.
    pub user: Option<String>,
    /// Whether it came over TLS.
    pub secure: bool,
    /// The name the sender greeted with.
    pub greeting: Option<String>,
}

/// A mail the receiver took.
#[derive(Debug, Clone)]
pub struct Received {
    /// Its envelope.
    pub envelope: Envelope,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// An SMTP server that keeps what it is sent.
#[derive(Debug)]
pub struct Receiver {
    /// Its port.
    pub port: u16,
    /// What to trust.
    pub certificate: Certificate,
    process: Process,
    scratch: TempDir,
}

impl Receiver {
    /// Starts a receiver; with an account, it asks for it.
    ///
    /// # Errors
    /// When node or npm is missing (says how to install it), or the server does not start.
    pub fn start(wire: Wire, account: Option<(&str, &str)>) -> Result<Self> {
        let scratch = tempfile::Builder::new().prefix("ariane-smtp-").tempdir()?;
        let certificate = Certificate::make(scratch.path())?;
        fs::write(scratch.path().join("behaviour"), "accept")?;
        let peers = npm_peers()?;
        let options = serde_json::json!({
            "dir": scratch.path(),
            "security": match wire { Wire::Tls => "tls", Wire::StartTls => "starttls", Wire::None => "none" },
            "cert": certificate.certificate,
            "key": certificate.key,
            "user": account.map(|(user, _)| user),
            "password": account.map(|(_, password)| password),
        });
        let mut child = Command::new(program("node", "nodejs")?)
            .arg(peers.join("receiver.mjs"))
            .arg(options.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("start the SMTP receiver")?;
        let output = child.stdout.take().context("no output of the SMTP receiver")?;
        let process = Process(child);
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let port = line.trim().parse().context("the SMTP receiver did not say its port")?;
        Ok(Self { port, certificate, process, scratch })
    }

    /// Tells it how to answer from now on: `accept`, `450 at recipient`, `550 at recipient`, `451 at data`, `554 at data`,
    /// `silent at data`.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn behave(&self, how: &str) -> Result<()> {
        fs::write(self.scratch.path().join("behaviour.part"), how)?;
        fs::rename(self.scratch.path().join("behaviour.part"), self.scratch.path().join("behaviour"))?;
        Ok(())
    }

    /// Where it keeps what it took: `<n>.eml`, and `<n>.json` with the envelope.
    pub fn directory(&self) -> &Path {
        self.scratch.path()
    }

    /// Everything it took so far, in order.
    ///
    /// # Errors
    /// When its directory cannot be read.
    pub fn received(&self) -> Result<Vec<Received>> {
        let mut files: Vec<PathBuf> = fs::read_dir(self.scratch.path())?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|e| e == "eml"))
            .collect();
        files.sort();
        files
            .into_iter()
            .map(|path| {
                let envelope = serde_json::from_slice(&fs::read(path.with_extension("json"))?)?;
                Ok(Received { envelope, bytes: fs::read(path)? })
            })
            .collect()
    }

    /// Waits until it has taken this many mails.
    ///
    /// # Errors
    /// When they do not come in time.
    pub fn wait(&self, count: usize, longest: Duration) -> Result<Vec<Received>> {
        let until = Instant::now() + longest;
        loop {
            let received = self.received()?;
            if received.len() >= count {
                return Ok(received);
            }
            if Instant::now() > until {
                bail!("{} of {count} mails arrived", received.len());
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Ends it; connections break.
    pub fn stop(&mut self) {
        self.process.end();
    }
}
