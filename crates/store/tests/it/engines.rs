//! Both engines: SQLite in a scratch file, PostgreSQL in a scratch cluster.

use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use ariane_testkit::{Copies, Databases};
use sea_orm::{Database, DatabaseConnection};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A store on one engine, with what must live as long as it does.
pub struct Engine {
    pub name: &'static str,
    pub store: Store,
    /// Address of the store, for a second look from outside the program.
    pub url: String,
    /// Directory of what this test keeps on disk: the journal of erasures, and on SQLite the databases.
    pub folder: PathBuf,
    keys_url: String,
    master: MasterKey,
    copies: Option<Copies<2>>,
    _scratch: TempDir,
}

static DATABASES: Databases<2> = Databases::new(["store", "keys"]);

/// Runs on a thread and a runtime of its own, and so leaves no connection behind.
fn migrate([store, keys]: [String; 2]) {
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            Store::connect(&store).await.expect("migrated");
            let scratch = tempfile::tempdir().expect("a directory");
            let master = MasterKey::random().expect("a key");
            KeyStore::open(&keys, master, &scratch.path().join("none")).await.expect("migrated");
        });
    });
    thread.join().expect("migrated");
}

async fn postgres() -> Engine {
    let copies = DATABASES.copies(migrate).expect("PostgreSQL");
    let [url, keys_url] = copies.urls();
    let data = tempfile::tempdir().expect("a directory");
    let store = Store::connect(&url).await.expect("connected");
    let folder = data.path().to_owned();
    let master = MasterKey::random().expect("a key");
    let copies = Some(copies);
    Engine { name: "PostgreSQL", store, url, folder, keys_url, master, copies, _scratch: data }
}

async fn sqlite() -> Engine {
    let data = tempfile::tempdir().expect("a directory");
    let url = format!("sqlite://{}?mode=rwc", data.path().join("store.sqlite").display());
    let store = Store::connect(&url).await.expect("connected");
    let folder = data.path().to_owned();
    let keys_url = format!("sqlite://{}?mode=rwc", folder.join("keys.sqlite").display());
    let master = MasterKey::random().expect("a key");
    Engine { name: "SQLite", store, url, folder, keys_url, master, copies: None, _scratch: data }
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
        if let Some(copies) = &self.copies {
            for folder in copies.folders().expect("the places of the databases") {
                look(&folder, needle.as_bytes(), &mut found);
            }
        }
        found
    }
}

/// Each engine with an empty store.
pub async fn both() -> Vec<Engine> {
    vec![sqlite().await, postgres().await]
}
