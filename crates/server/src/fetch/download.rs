//! One download over HTTP: resumed by range, checked by size, complete only when renamed.

use anyhow::{Context, Result, bail};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;
use std::time::Duration;

/// Largest file that is taken, in bytes.
const LARGEST: u64 = 1 << 30;
/// How often a broken connection is taken up again.
const TRIES: usize = 4;
/// Progress is told every so many bytes.
const TELL_EVERY: u64 = 2 << 20;

/// Fetches `url` to `target`. A part that an earlier try left is continued.
pub fn fetch(url: &str, target: &Path, progress: &mut dyn FnMut(u64, Option<u64>)) -> Result<()> {
    let mut last = None;
    for _ in 0..TRIES {
        match attempt(url, target, progress) {
            Ok(()) => return Ok(()),
            Err(Failure::Final(error)) => return Err(error),
            Err(Failure::Broken(error)) => last = Some(error),
        }
    }
    Err(last.unwrap_or_else(|| anyhow::anyhow!("no try was made")))
}

enum Failure {
    /// Trying again cannot help.
    Final(anyhow::Error),
    /// The connection broke; what arrived is kept.
    Broken(anyhow::Error),
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_connect(Some(Duration::from_secs(10)))
        .timeout_recv_response(Some(Duration::from_secs(30)))
        .timeout_recv_body(Some(Duration::from_secs(600)))
        .http_status_as_error(false)
        .user_agent(concat!("ariane/", env!("CARGO_PKG_VERSION")))
        .build()
        .into()
}

fn attempt(url: &str, target: &Path, progress: &mut dyn FnMut(u64, Option<u64>)) -> Result<(), Failure> {
    let part = target.with_extension("part");
    let have = std::fs::metadata(&part).map_or(0, |m| m.len());
    let mut request = agent().get(url);
    if have > 0 {
        request = request.header("Range", format!("bytes={have}-"));
    }
    let mut response =
        request.call().map_err(|e| Failure::Final(anyhow::anyhow!("{url} does not answer: {e}")))?;
    let status = response.status().as_u16();
    let resumed = status == 206;
    if status == 416 {
        // What we have is not a beginning of what is there now.
        let _ = std::fs::remove_file(&part);
        return Err(Failure::Broken(anyhow::anyhow!("{url}: the part on disk does not fit")));
    }
    if !resumed && status != 200 {
        return Err(Failure::Final(anyhow::anyhow!("{url} answers {status}")));
    }
    let length: Option<u64> =
        response.headers().get("content-length").and_then(|v| v.to_str().ok()).and_then(|v| v.parse().ok());
    let start = if resumed { have } else { 0 };
    let whole = length.map(|l| l + start);
    if whole.is_some_and(|w| w > LARGEST) {
        return Err(Failure::Final(anyhow::anyhow!("{url} is larger than any official file")));
    }
    let written = copy(&mut response.body_mut().as_reader(), &part, resumed, start, whole, progress);
    let total = written.map_err(Failure::Broken)?;
    finish(&part, target, total, whole, url).map_err(Failure::Broken)
}

fn copy(
    from: &mut dyn Read,
    part: &Path,
    resumed: bool,
    start: u64,
    whole: Option<u64>,
    progress: &mut dyn FnMut(u64, Option<u64>),
) -> Result<u64> {
    let mut file =
        OpenOptions::new().create(true).write(true).append(resumed).truncate(!resumed).open(part)?;
    let mut buffer = vec![0_u8; 128 * 1024];
    let (mut total, mut told) = (start, start);
    loop {
        let n = from.read(&mut buffer)?;
        if n == 0 {
            break;
        }
        file.write_all(&buffer[..n])?;
        total += n as u64;
        if total > LARGEST {
            bail!("larger than any official file");
        }
        if total - told >= TELL_EVERY {
            told = total;
            progress(total, whole);
        }
    }
    file.sync_all()?;
    Ok(total)
}

fn finish(part: &Path, target: &Path, total: u64, whole: Option<u64>, url: &str) -> Result<()> {
    if let Some(whole) = whole.filter(|w| *w != total) {
        bail!("{url} broke off after {total} of {whole} bytes");
    }
    if total == 0 {
        bail!("{url} is empty");
    }
    File::open(part)?;
    std::fs::rename(part, target).with_context(|| format!("{} cannot be written", target.display()))
}
