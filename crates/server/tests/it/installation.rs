//! An installation of one test: data directory, settings, running server, and a second look at its records.

use ariane_domain::access::grant::{Act, Grant, ListEnquiries, ReadEnquiry};
use ariane_domain::access::{Actor, Facts, Staff};
use ariane_domain::account::Role;
use ariane_domain::enquiry::State;
use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use ariane_store::records::enquiries::queue::{QueueFilter, QueueRow};
use ariane_store::records::enquiries::read::Enquiry;
use chrono::{DateTime, Utc};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use uuid::Uuid;

pub struct Installation {
    pub data: TempDir,
    server: Option<Child>,
    /// What is logged: `ARIANE_LOG`; the program's own choice when empty.
    pub log_filter: &'static str,
}

impl Drop for Installation {
    fn drop(&mut self) {
        self.kill();
        if std::thread::panicking() {
            eprintln!("{}", self.log());
        }
    }
}

pub fn now() -> DateTime<Utc> {
    std::fs::metadata("/proc/self").and_then(|m| m.modified()).expect("a clock").into()
}

impl Installation {
    pub fn new(settings: &str) -> Self {
        let data = tempfile::tempdir().expect("a directory");
        std::fs::write(data.path().join("ariane.toml"), settings).expect("written");
        Self { data, server: None, log_filter: "" }
    }

    /// Starts the server and waits until it answers; gives its address.
    pub fn start(&mut self) -> String {
        self.start_with(&[])
    }

    /// The same with further arguments.
    pub fn start_with(&mut self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ariane"));
        command.env_remove("ARIANE_LOG");
        if !self.log_filter.is_empty() {
            command.env("ARIANE_LOG", self.log_filter);
        }
        let mut child = command
            .arg("--data")
            .arg(self.data.path())
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(arguments)
            .env("NO_COLOR", "1")
            .env_remove("ARIANE_DATA")
            .env_remove("ARIANE_DATABASE")
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("started");
        let output = child.stdout.take().expect("a pipe");
        let log = self.data.path().join("server.log");
        self.server = Some(child);
        let (said, heard) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            use std::io::Write;
            let mut file = std::fs::OpenOptions::new().create(true).append(true).open(log).expect("a log");
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                writeln!(file, "{line}").expect("written");
                if let Some(at) = line.find("http://127.0.0.1:")
                    && line.contains(" answers")
                {
                    let address = line[at..].split_whitespace().next().unwrap_or_default().to_owned();
                    let _ = said.send(address);
                }
            }
        });
        heard.recv_timeout(std::time::Duration::from_secs(60)).expect("the server answers")
    }

    /// Ends it as a power cut does.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.server.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    pub async fn records(&self) -> Records {
        open(self.data.path()).await
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(self.data.path().join("server.log")).unwrap_or_default()
    }
}

pub async fn open(data: &Path) -> Records {
    let master = MasterKey::load(&data.join("keys/master.key"), false).expect("the key");
    let url = |name: &str| format!("sqlite://{}?mode=rw", data.join(name).display());
    let keys =
        KeyStore::open(&url("keys/keys.sqlite"), master, &data.join("erasures.log")).await.expect("keys");
    let store = Store::connect(&url("ariane.sqlite")).await.expect("a store");
    Records::new(store, keys, starter::purposes::register(), "352")
}

pub fn listener() -> Actor {
    Actor::Staff(Staff {
        account: Uuid::from_u128(1),
        controller: OWN_CONTROLLER,
        roles: vec![Role::Listener],
        is_full: true,
        stepped_up_at: None,
    })
}

pub async fn queue(records: &Records) -> Vec<QueueRow> {
    let mut work = records.begin(now()).await.expect("begun");
    let facts = Facts::of_all(OWN_CONTROLLER, "queue");
    let grant: Grant<ListEnquiries> = work.grant(&listener(), facts).expect("allowed");
    let filter = QueueFilter { states: State::ALL.to_vec(), ..QueueFilter::default() };
    let rows = work.queue(&grant, &filter, None, 100_000).await.expect("a queue");
    work.commit().await.expect("kept");
    rows
}

pub async fn grant<A: Act>(records: &Records, id: Uuid) -> Grant<A> {
    let mut work = records.begin(now()).await.expect("begun");
    let facts = work.enquiry_facts(OWN_CONTROLLER, id).await.expect("facts");
    work.grant(&listener(), facts).expect("allowed")
}

pub async fn read(records: &Records, id: Uuid) -> Enquiry {
    let grant: Grant<ReadEnquiry> = grant(records, id).await;
    let mut work = records.begin(now()).await.expect("begun");
    let enquiry = work.read_enquiry(&grant).await.expect("read");
    work.commit().await.expect("kept");
    enquiry
}
