//! Starts an IMAP server and an SMTP receiver for tests that are not written in Rust.
//!
//! Says where they are in one line of JSON. Then takes lines on standard input, and answers each with `ok` or `error …`:
//! `deliver ACCOUNT FILE` puts a message into an inbox, `behave HOW` tells the receiver how to answer. Ends with its input.

use std::io::{BufRead as _, Write as _};

use anyhow::{Context as _, Result, bail};
use ariane_testkit::{Dovecot, Receiver, Wire};

fn main() -> Result<()> {
    let mut dovecot = Dovecot::start()?;
    let receiver = Receiver::start(Wire::StartTls, Some(("info", "secret password")))?;
    let mut out = std::io::stdout().lock();
    let places = serde_json::json!({
        "user": "info",
        "password": "secret password",
        "imap": { "port": dovecot.port, "tls": dovecot.tls_port, "root": dovecot.certificate.root },
        "smtp": { "port": receiver.port, "root": receiver.certificate.root, "received": receiver.directory() },
    });
    writeln!(out, "{places}")?;
    out.flush()?;
    for line in std::io::stdin().lock().lines() {
        match told(&line?, &mut dovecot, &receiver) {
            Ok(()) => writeln!(out, "ok")?,
            Err(error) => writeln!(out, "error {error:#}")?,
        }
        out.flush()?;
    }
    Ok(())
}

fn told(line: &str, dovecot: &mut Dovecot, receiver: &Receiver) -> Result<()> {
    match line.split_once(' ') {
        Some(("deliver", rest)) => {
            let (account, file) = rest.split_once(' ').context("deliver ACCOUNT FILE")?;
            dovecot.deliver(account, &std::fs::read(file)?)
        }
        Some(("behave", how)) => receiver.behave(how),
        _ => bail!("neither `deliver` nor `behave`"),
    }
}
