//! Programs of others, installed once beside the built tests from the registries of npm and Python, in the versions that
//! `peers/` pins.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::process::program;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("peers")
}

/// The directory of that name beside the built tests, locked against other tests until the file is dropped.
fn directory(name: &str) -> Result<(PathBuf, fs::File)> {
    let exe = std::env::current_exe()?;
    let built = exe.ancestors().find(|a| a.join("deps").is_dir()).unwrap_or(Path::new("/tmp"));
    let directory = built.join(name);
    fs::create_dir_all(&directory)?;
    let lock = fs::File::create(directory.join(".lock"))?;
    lock.lock()?;
    Ok((directory, lock))
}

/// The directory with the packages from npm; scripts put there find them.
///
/// # Errors
/// When npm is missing (says how to install it), or its registry is not reached.
pub fn npm_peers() -> Result<PathBuf> {
    let (peers, _lock) = directory("testkit-peers")?;
    let source = source();
    let lockfile = fs::read(source.join("package-lock.json"))?;
    fs::write(peers.join("receiver.mjs"), fs::read(source.join("receiver.mjs"))?)?;
    let installed = fs::read(peers.join("installed")).unwrap_or_default();
    if installed != lockfile {
        for file in ["package.json", "package-lock.json"] {
            fs::copy(source.join(file), peers.join(file))?;
        }
        let npm = program("npm", "npm")?;
        let status = Command::new(npm)
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(&peers)
            .stdin(Stdio::null())
            .status()?;
        if !status.success() {
            bail!(
                "`npm ci` in {} failed: the peers of the tests come from the npm registry",
                peers.display()
            );
        }
        fs::write(peers.join("installed"), lockfile)?;
    }
    Ok(peers)
}

/// The Python that knows the packages of `peers/requirements.txt`.
///
/// # Errors
/// When Python cannot make an environment (says how to install it), or its registry is not reached.
pub fn python_peers() -> Result<PathBuf> {
    let (peers, _lock) = directory("testkit-python")?;
    let requirements = source().join("requirements.txt");
    let wanted = fs::read(&requirements)?;
    let (environment, mark) = (peers.join("venv"), peers.join("installed"));
    let python = environment.join("bin/python");
    if !python.is_file() || fs::read(&mark).unwrap_or_default() != wanted {
        let made = Command::new(program("python3", "python3")?)
            .args(["-m", "venv", "--clear"])
            .arg(&environment)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()?;
        if !made.success() {
            bail!("Python cannot make an environment. Please install: sudo apt-get install python3-venv");
        }
        let filled = Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
            .arg(&requirements)
            .stdin(Stdio::null())
            .status()?;
        if !filled.success() {
            bail!("`pip install` failed: the peers of the tests come from the Python registry");
        }
        fs::write(mark, wanted)?;
    }
    Ok(python)
}
