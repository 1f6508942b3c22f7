//! One scratch PostgreSQL cluster for all tests of a program, and databases for each test in it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, anyhow, bail};

use crate::process::free_port;

/// Ends the cluster when the program that holds its standard input has ended, however it ended.
const KEEPER: &str = r#"cat >/dev/null; "$0" -D "$1/db" -m immediate stop >/dev/null 2>&1; rm -rf "$1""#;
const OWNER: &str = "ariane";

static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();
static DATABASES: AtomicUsize = AtomicUsize::new(0);

#[derive(Debug)]
struct Cluster {
    bin: PathBuf,
    port: u16,
    folder: PathBuf,
    /// Held for its standard input.
    _keeper: Child,
}

/// PostgreSQL refuses root: there, run it as the user `postgres` (Debian package) or `nobody`.
fn as_ordinary_user(program: &Path) -> Command {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.trim_ascii() == b"0");
    if !is_root {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    let (user, group) = ordinary_user();
    command.args(["--reuid", &user, "--regid", &group, "--clear-groups"]).arg(program);
    command
}

fn ordinary_user() -> (String, String) {
    let id = |flag: &str, user: &str| {
        let output = Command::new("id").args([flag, user]).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    ["postgres", "nobody"]
        .iter()
        .find_map(|user| Some((id("-u", user)?, id("-g", user)?)))
        .unwrap_or_else(|| ("65534".into(), "65534".into()))
}

fn postgres_bin() -> Result<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().filter_map(Result::ok);
    let mut candidates: Vec<PathBuf> = debian.map(|e| e.path().join("bin")).collect();
    candidates.sort();
    candidates.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    candidates
        .into_iter()
        .rev()
        .find(|p| ["initdb", "pg_ctl", "psql"].iter().all(|program| p.join(program).exists()))
        .context("PostgreSQL is missing. Please install: sudo apt-get install postgresql")
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    if !output.status.success() {
        bail!("{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

impl Cluster {
    fn start() -> Result<Self> {
        let bin = postgres_bin()?;
        let data = tempfile::Builder::new().prefix("ariane-pg-").tempdir()?;
        let (user, group) = ordinary_user();
        run(Command::new("chmod").arg("755").arg(data.path()))?;
        // Refused to who is not root, and not needed there.
        let _ = Command::new("chown").arg(format!("{user}:{group}")).arg(data.path()).output()?;
        let folder = data.keep();
        let keeper = as_ordinary_user(Path::new("sh"))
            .args(["-c", KEEPER])
            .arg(bin.join("pg_ctl"))
            .arg(&folder)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("start the keeper of the cluster")?;
        let db = folder.join("db");
        run(as_ordinary_user(&bin.join("initdb"))
            .args(["-A", "trust", "-U", OWNER, "-E", "UTF8", "--no-sync", "-D"])
            .arg(&db)
            .current_dir("/"))?;
        let port = free_port()?;
        let options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off \
             -c max_wal_size=64MB"
        );
        let started = as_ordinary_user(&bin.join("pg_ctl"))
            .args(["-w", "-o", &options, "-l"])
            .arg(folder.join("log"))
            .arg("-D")
            .arg(&db)
            .arg("start")
            .current_dir("/")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()?;
        if !started.success() {
            bail!("PostgreSQL does not start: {}", std::fs::read_to_string(folder.join("log"))?);
        }
        Ok(Self { bin, port, folder, _keeper: keeper })
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://{OWNER}@127.0.0.1:{}/{database}", self.port)
    }

    fn sql(&self, sql: &str) -> Result<String> {
        let url = self.url("postgres");
        run(Command::new(self.bin.join("psql")).args(["-X", "-q", "-A", "-t", "-d", &url, "-c", sql]))
    }

    fn shared() -> Result<&'static Self> {
        let started = CLUSTER.get_or_init(|| Self::start().map_err(|error| format!("{error:#}")));
        started.as_ref().map_err(|error| anyhow!("{error}"))
    }
}

/// Databases as a test finds them: migrated once, and copied for each test.
///
/// A program has one, in a `static`.
#[derive(Debug)]
pub struct Databases<const N: usize> {
    names: [&'static str; N],
    ready: OnceLock<Result<(), String>>,
}

impl<const N: usize> Databases<N> {
    /// Databases of these names.
    pub const fn new(names: [&'static str; N]) -> Self {
        Self { names, ready: OnceLock::new() }
    }

    /// Gives a test its own. `prepare` is called once in a program, with the addresses of the databases to migrate;
    /// when it returns, nobody may be connected to them any more.
    ///
    /// # Errors
    /// When PostgreSQL is missing or does what it is told not to.
    pub fn copies(&self, prepare: impl FnOnce([String; N])) -> Result<Copies<N>> {
        let cluster = Cluster::shared()?;
        let ready = self.ready.get_or_init(|| {
            for name in self.names {
                cluster.sql(&format!("CREATE DATABASE {name}")).map_err(|error| format!("{error:#}"))?;
            }
            prepare(self.names.map(|name| cluster.url(name)));
            Ok(())
        });
        ready.clone().map_err(|error| anyhow!("{error}"))?;
        let number = DATABASES.fetch_add(1, Ordering::Relaxed);
        let names = self.names.map(|name| format!("{name}_{number}"));
        for (name, template) in names.iter().zip(self.names) {
            cluster.sql(&format!("CREATE DATABASE {name} TEMPLATE {template}"))?;
        }
        Ok(Copies { cluster, names })
    }
}

/// Databases of one test; dropped with this.
#[derive(Debug)]
pub struct Copies<const N: usize> {
    cluster: &'static Cluster,
    names: [String; N],
}

impl<const N: usize> Copies<N> {
    /// Their addresses.
    pub fn urls(&self) -> [String; N] {
        std::array::from_fn(|at| self.cluster.url(&self.names[at]))
    }

    /// Directories of what is on disk about these, written out before, and of the write-ahead log that all share.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn folders(&self) -> Result<Vec<PathBuf>> {
        self.cluster.sql("CHECKPOINT")?;
        let db = self.cluster.folder.join("db");
        let mut folders = vec![db.join("pg_wal")];
        for name in &self.names {
            let oid = self.cluster.sql(&format!("SELECT oid FROM pg_database WHERE datname = '{name}'"))?;
            folders.push(db.join("base").join(oid));
        }
        Ok(folders)
    }
}

impl<const N: usize> Drop for Copies<N> {
    fn drop(&mut self) {
        for name in &self.names {
            // What stays goes with the cluster.
            let _ = self.cluster.sql(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}
