//! Child processes that end with the test.

use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// A process that is asked to end when dropped, and made to when it does not.
#[derive(Debug)]
pub(crate) struct Process(pub Child);

impl Process {
    /// Asks the process to end and waits for it.
    pub fn end(&mut self) {
        let asked =
            Command::new("kill").args(["-TERM", &self.0.id().to_string()]).stderr(Stdio::null()).status();
        let until = Instant::now() + Duration::from_secs(5);
        while asked.is_ok() && Instant::now() < until {
            if !matches!(self.0.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// A port of this machine that nobody uses now.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Waits until somebody answers on a port.
pub(crate) fn wait_for(port: u16, process: &mut Process) -> Result<()> {
    let until = Instant::now() + Duration::from_secs(20);
    while Instant::now() < until {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        if let Some(status) = process.0.try_wait()? {
            bail!("the server ended at once: {status}");
        }
        std::thread::sleep(Duration::from_millis(30));
    }
    bail!("the server does not answer on its port")
}

/// Finds a program, also where the search path of ordinary users does not lead.
pub(crate) fn program(name: &str, package: &str) -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .chain(["/usr/sbin", "/usr/local/sbin", "/sbin"].map(PathBuf::from))
        .map(|directory| directory.join(name))
        .find(|candidate| candidate.is_file());
    match found {
        Some(found) => Ok(found),
        None => bail!("`{name}` is missing. Please install: sudo apt-get install {package}"),
    }
}
