//! Where a story keeps its records: SQLite, or PostgreSQL with `ARIANE_TEST_ENGINE=postgresql`.

use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use ariane_testkit::{Copies, Databases};
use tempfile::TempDir;

static DATABASES: Databases<2> = Databases::new(["store", "keys"]);

/// An empty store and key store, gone when dropped.
pub struct Engine {
    urls: [String; 2],
    scratch: TempDir,
    _copies: Option<Copies<2>>,
}

impl Engine {
    /// The engine that this run of the tests is about.
    pub fn of_run() -> Self {
        let asked = std::env::var("ARIANE_TEST_ENGINE").unwrap_or_else(|_| "sqlite".into());
        let known = ["sqlite", "postgresql"].contains(&asked.as_str());
        assert!(known, "ARIANE_TEST_ENGINE is `{asked}`; write sqlite or postgresql");
        if asked == "postgresql" { Self::postgresql() } else { Self::sqlite() }
    }

    fn sqlite() -> Self {
        let scratch = tempfile::tempdir().expect("a directory");
        let url = |name: &str| format!("sqlite://{}?mode=rwc", scratch.path().join(name).display());
        Self { urls: [url("store.sqlite"), url("keys.sqlite")], scratch, _copies: None }
    }

    fn postgresql() -> Self {
        let scratch = tempfile::tempdir().expect("a directory");
        let copies = DATABASES.copies(migrate).expect("PostgreSQL");
        Self { urls: copies.urls(), scratch, _copies: Some(copies) }
    }

    /// Records with a new master key.
    pub async fn records(&self) -> Records {
        open(&self.urls, &self.scratch).await
    }
}

async fn open([store, keys]: &[String; 2], scratch: &TempDir) -> Records {
    let store = Store::connect(store).await.expect("a store");
    let master = MasterKey::random().expect("a key");
    let keys = KeyStore::open(keys, master, &scratch.path().join("erased")).await.expect("a key store");
    Records::new(store, keys, starter::purposes::register(), "352")
}

/// Runs on a thread and a runtime of its own, and so leaves no connection behind.
fn migrate(urls: [String; 2]) {
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let scratch = tempfile::tempdir().expect("a directory");
        runtime.block_on(async { drop(open(&urls, &scratch).await) });
    });
    thread.join().expect("migrated");
}
