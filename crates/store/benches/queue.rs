//! How long a page of the queue and a logged call take with many enquiries in the store.
//!
//! `cargo bench -p ariane-store --bench queue -- [COUNT]` (200,000 when not said; filling takes minutes). Prints p50, p99 and the
//! memory of the process. SQLite in a scratch directory, with the settings of the program: every commit reaches the disk.

mod filling;

use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, ListEnquiries, LogEnquiry};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{EntryMode, State};
use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use ariane_store::records::enquiries::queue::QueueFilter;
use filling::{Failure, at, enquiries, enquiry, report, report_memory, staff};
use std::time::Instant;

async fn queue(records: &Records, filter: &QueueFilter, what: &str, deep: bool) -> Result<(), Failure> {
    let mut times = Vec::new();
    let mut after = None;
    for _ in 0..300 {
        let begun = Instant::now();
        let mut work = records.begin(at(9_000_000)).await?;
        let grant: Grant<ListEnquiries> =
            work.grant(&staff(Role::Listener), Facts::of_all(OWN_CONTROLLER, "queue"))?;
        let rows = work.queue(&grant, filter, after, 50).await?;
        work.queue_count(&grant, filter, 1_000).await?;
        work.commit().await?;
        times.push(begun.elapsed());
        after = if deep { rows.last().map(|row| row.after) } else { None };
    }
    report(what, times);
    Ok(())
}

async fn run(count: usize) -> Result<(), Failure> {
    let scratch = tempfile::tempdir()?;
    let url = |name: &str| format!("sqlite://{}?mode=rwc", scratch.path().join(name).display());
    let keys =
        KeyStore::open(&url("keys.sqlite"), MasterKey::random()?, &scratch.path().join("erasures.log"))
            .await?;
    let store = Store::connect(&url("store.sqlite")).await?;
    let records = Records::new(store, keys, starter::purposes::register(), "352");
    enquiries(&records, count).await?;
    queue(&records, &QueueFilter::default(), "queue, first page of 50", false).await?;
    queue(&records, &QueueFilter::default(), "queue, page after page", true).await?;
    let narrow = QueueFilter {
        modes: vec![EntryMode::Phone],
        need: "school-work".parse().ok(),
        ..QueueFilter::default()
    };
    queue(&records, &narrow, "queue, by mode and need", false).await?;
    let closed = QueueFilter { states: State::ALL.to_vec(), ..QueueFilter::default() };
    queue(&records, &closed, "all states", false).await?;
    let mut times = Vec::new();
    for number in count..count + 300 {
        let new = enquiry(number);
        let begun = Instant::now();
        let mut work = records.begin(at(number)).await?;
        let grant: Grant<LogEnquiry> =
            work.grant(&staff(Role::Listener), Facts::of_all(OWN_CONTROLLER, "enquiry"))?;
        work.person_candidates(&grant, &new.requester).await?;
        work.log_enquiry(&grant, &new).await?;
        work.commit().await?;
        times.push(begun.elapsed());
    }
    report("a call logged, with the search for the same person", times);
    report_memory();
    Ok(())
}

fn main() -> Result<(), Failure> {
    let count = filling::asked(200_000);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run(count))
}
