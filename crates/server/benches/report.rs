//! How long `ariane report make` takes as people call it: a program of its own that opens the store, makes a report of a year or a
//! quarter, protects it, signs it, prints it, and ends.
//!
//! `cargo bench -p ariane-server --bench report -- [ENQUIRIES]` (1,000,000 when not said, a tenth as many files; filling takes long, and
//! some gigabytes of the directory for temporary files). The first call finds nothing that was kept and reads all records. Before each
//! of the others a request is logged, which the report counts. Prints p50 and worst, the memory of the calls, and how long SQLite itself
//! takes to group the requests of the year by one code. SQLite, with the settings of the program.

#![allow(dead_code, reason = "the filling of the store, of which a part is used")]

#[path = "../../store/benches/filling/mod.rs"]
mod filling;
#[path = "../../store/benches/filling/two_years.rs"]
mod two_years;

use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, LogEnquiry};
use ariane_domain::account::Role;
use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use chrono::{DateTime, Datelike, Utc};
use filling::{Failure, asked, enquiry, report, staff};
use sea_orm::{ConnectionTrait, Database, Statement};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const CALLS: usize = 20;

/// The time: the command that is measured asks it too.
#[allow(clippy::disallowed_methods, reason = "the records end where the command begins")]
fn now() -> DateTime<Utc> {
    Utc::now()
}

fn url(path: &Path) -> String {
    format!("sqlite://{}?mode=rwc", path.display())
}

/// The records of a data directory, where the program looks for them.
async fn records(data: &Path) -> Result<Records, Failure> {
    let keys = data.join("keys");
    fs::create_dir_all(&keys)?;
    let store = Store::connect(&url(&data.join("ariane.sqlite"))).await?;
    let master = MasterKey::load(&keys.join("master.key"), true)?;
    let keys = KeyStore::open(&url(&keys.join("keys.sqlite")), master, &data.join("erasures.log")).await?;
    Ok(Records::new(store, keys, starter::purposes::register(), "352"))
}

/// Most memory that a process that still runs ever held, in MB.
fn most_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default() / 1024
}

/// One call, from the shell's side: how long it took, and the most memory it was seen to hold.
fn call(data: &Path, period: &str) -> Result<(Duration, u64), Failure> {
    let out = data.join("report.json");
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_ariane"))
        .arg("--data")
        .arg(data)
        .args(["report", "make", "--period", period, "--form", "json"])
        .stdout(Stdio::from(File::create(&out)?))
        .spawn()?;
    let mut memory = 0;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        memory = memory.max(most_memory(child.id()));
        std::thread::sleep(Duration::from_millis(5));
    };
    let took = begun.elapsed();
    if !status.success() || fs::metadata(&out)?.len() < 1_000 {
        return Err(format!("the report of {period} was not made: {status}").into());
    }
    Ok((took, memory))
}

async fn log(records: &Records, number: usize) -> Result<(), Failure> {
    let mut work = records.begin(now()).await?;
    let grant: Grant<LogEnquiry> =
        work.grant(&staff(Role::Listener), Facts::of_all(OWN_CONTROLLER, "enquiry"))?;
    let mut new = enquiry(number);
    new.received_at = now();
    work.log_enquiry(&grant, &new).await?;
    work.commit().await?;
    Ok(())
}

/// SQLite itself, over the same rows: one table of the dozens that a report has, nothing protected.
async fn grouped(data: &Path, year: i32) -> Result<Duration, Failure> {
    let store = Database::connect(url(&data.join("ariane.sqlite"))).await?;
    let asked = format!(
        "SELECT age_band, count(*) FROM enquiry WHERE received_at >= '{year}-01-01' AND received_at < '{}-01-01' GROUP BY 1",
        year + 1
    );
    let begun = Instant::now();
    let rows = store.query_all_raw(Statement::from_string(store.get_database_backend(), asked)).await?;
    if rows.is_empty() {
        return Err("nothing was grouped".into());
    }
    Ok(begun.elapsed())
}

async fn run(count: usize) -> Result<(), Failure> {
    let data = tempfile::tempdir()?;
    let records = records(data.path()).await?;
    let end = now();
    two_years::requests(&records, end, count).await?;
    two_years::files(&records, end, count / 10).await?;
    let year = end.year() - 1;
    let (took, memory) = call(data.path(), &year.to_string())?;
    println!("the first call, which reads everything: {:.1} s, at most {memory} MB", took.as_secs_f64());
    let (mut times, mut most) = (Vec::new(), 0);
    for number in 0..CALLS {
        log(&records, count + number).await?;
        let period =
            if number % 2 == 0 { year.to_string() } else { format!("{year}-Q{}", 1 + number / 2 % 4) };
        let (took, memory) = call(data.path(), &period)?;
        most = most.max(memory);
        times.push(took);
    }
    report("ariane report make, called again", times);
    println!("memory of those: at most {most} MB");
    // Few records are read each time, and nothing is kept.
    let kept = fs::metadata(data.path().join("figures.kept")).map_or(0, |file| file.len());
    println!("kept between them: {} MB", kept / 1_000_000);
    println!("SQLite, one grouping of the year: {:.2} s", grouped(data.path(), year).await?.as_secs_f64());
    Ok(())
}

fn main() -> Result<(), Failure> {
    let count = asked(1_000_000);
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(run(count))
}
