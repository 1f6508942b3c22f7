//! Both engines: SQLite in a scratch file; PostgreSQL as a scratch cluster that the test starts itself.

use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A store on one engine, with what must live as long as it does.
pub struct Engine {
    pub name: &'static str,
    pub store: Store,
    /// Address of the store, for a second look from outside the program.
    pub url: String,
    /// Directory of everything that the engine and the key store keep on disk.
    pub folder: PathBuf,
    keys_url: String,
    master: MasterKey,
    _scratch: Vec<Box<dyn std::any::Any>>,
}

/// A scratch PostgreSQL cluster; stopped when dropped.
struct Cluster {
    bin: PathBuf,
    data: TempDir,
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = as_ordinary_user(&self.bin.join("pg_ctl"))
            .args(["-D", &self.data.path().join("db").display().to_string(), "-m", "immediate", "stop"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
    }
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

fn postgres_bin() -> PathBuf {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().filter_map(Result::ok);
    let mut candidates: Vec<PathBuf> = debian.map(|e| e.path().join("bin")).collect();
    candidates.sort();
    candidates.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    candidates
        .into_iter()
        .rev()
        .find(|p| p.join("initdb").exists() && p.join("pg_ctl").exists())
        .expect("PostgreSQL is needed for the tests: apt-get install postgresql")
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).map(|a| a.port()).expect("a port")
}

fn run(command: &mut Command) {
    let output = command.output().expect("started");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

async fn postgres() -> Engine {
    let bin = postgres_bin();
    let data = tempfile::Builder::new().prefix("ariane-pg-").tempdir().expect("a directory");
    let (user, group) = ordinary_user();
    run(Command::new("chmod").arg("755").arg(data.path()));
    let own = Command::new("chown").arg(format!("{user}:{group}")).arg(data.path()).output();
    assert!(own.is_ok());
    let db = data.path().join("db");
    run(as_ordinary_user(&bin.join("initdb"))
        .args(["-A", "trust", "-U", "ariane", "-E", "UTF8", "-D"])
        .arg(&db)
        .current_dir("/"));
    let port = free_port();
    let options =
        format!("-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off");
    run(as_ordinary_user(&bin.join("pg_ctl"))
        .args(["-w", "-o", &options, "-l"])
        .arg(data.path().join("log"))
        .arg("-D")
        .arg(&db)
        .arg("start")
        .current_dir("/")
        .stdout(Stdio::null()));
    let cluster = Cluster { bin, data };
    let url = format!("postgres://ariane@127.0.0.1:{port}/postgres");
    let store = Store::connect(&url).await.expect("connected");
    let db = Database::connect(&url).await.expect("connected");
    db.execute_unprepared("CREATE DATABASE keys").await.expect("a database for the keys");
    let keys_url = format!("postgres://ariane@127.0.0.1:{port}/keys");
    let folder = cluster.data.path().to_owned();
    let master = MasterKey::random().expect("a key");
    Engine { name: "PostgreSQL", store, url, folder, keys_url, master, _scratch: vec![Box::new(cluster)] }
}

async fn sqlite() -> Engine {
    let data = tempfile::tempdir().expect("a directory");
    let url = format!("sqlite://{}?mode=rwc", data.path().join("store.sqlite").display());
    let store = Store::connect(&url).await.expect("connected");
    let folder = data.path().to_owned();
    let keys_url = format!("sqlite://{}?mode=rwc", folder.join("keys.sqlite").display());
    let master = MasterKey::random().expect("a key");
    Engine { name: "SQLite", store, url, folder, keys_url, master, _scratch: vec![Box::new(data)] }
}

impl Engine {
    /// Records over this engine; asked again, the key store is opened anew, as at a restart.
    pub async fn records(&self) -> Records {
        let journal = self.folder.join("erasures.log");
        let keys = KeyStore::open(&self.keys_url, self.master.clone(), &journal).await.expect("a key store");
        Records::new(self.store.clone(), keys, starter::purposes::register(), "352")
    }

    /// The key store's address.
    pub fn keys_url(&self) -> &str {
        &self.keys_url
    }

    /// A second connection to the store, as somebody has who goes past the program.
    pub async fn outside(&self) -> DatabaseConnection {
        Database::connect(&self.url).await.expect("connected")
    }

    /// Everything on disk that holds these bytes: nothing may hold what is sealed.
    pub fn files_with(&self, needle: &str) -> Vec<PathBuf> {
        fn look(folder: &Path, needle: &[u8], found: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
                let path = entry.path();
                if path.is_dir() {
                    look(&path, needle, found);
                } else if std::fs::read(&path).is_ok_and(|b| b.windows(needle.len()).any(|w| w == needle)) {
                    found.push(path);
                }
            }
        }
        let mut found = Vec::new();
        look(&self.folder, needle.as_bytes(), &mut found);
        found
    }
}

/// Each engine with an empty store.
pub async fn both() -> Vec<Engine> {
    vec![sqlite().await, postgres().await]
}
