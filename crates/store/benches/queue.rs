//! How long a page of the queue and a logged call take with many enquiries in the store.
//!
//! `cargo bench -p ariane-store --bench queue -- [COUNT]` (200,000 when not said; filling takes minutes). Prints p50, p99 and the
//! memory of the process. SQLite in a scratch directory, with the settings of the program: every commit reaches the disk.

use ariane_domain::access::grant::{Grant, ListEnquiries, LogEnquiry};
use ariane_domain::access::{Actor, Facts, Staff};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{DisorderStatus, EntryMode, ReferralSource, RequesterKind, State, Urgency};
use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, NewEnquiry};
use ariane_store::records::enquiries::queue::QueueFilter;
use ariane_store::records::persons::{Identity, PersonCodes};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::{Duration, Instant};
use uuid::Uuid;

type Failure = Box<dyn std::error::Error>;

const BEGIN: i64 = 1_700_000_000;

fn at(number: usize) -> DateTime<Utc> {
    DateTime::from_timestamp(BEGIN, 0).unwrap_or_default()
        + TimeDelta::minutes(i64::try_from(number).unwrap_or(0))
}

fn listener() -> Actor {
    Actor::Staff(Staff {
        account: Uuid::from_u128(1),
        controller: OWN_CONTROLLER,
        roles: vec![Role::Listener],
        is_full: true,
        stepped_up_at: None,
    })
}

fn enquiry(number: usize) -> NewEnquiry {
    let modes = [EntryMode::Mail, EntryMode::Phone, EntryMode::Web];
    NewEnquiry {
        codes: EnquiryCodes {
            mode: modes[number % 3],
            requester_kind: RequesterKind::Relative,
            referral_source: ReferralSource::Media,
            disorder_status: DisorderStatus::Suspected,
            person: PersonCodes { language: "fr".into(), age_band: "adult".into(), ..PersonCodes::default() },
            needs: ["professionals", "school-work/school"].iter().filter_map(|n| n.parse().ok()).collect(),
            is_interpreted: false,
            duration_seconds: Some(300),
        },
        texts: EnquiryTexts {
            summary: format!("Demande fictive {number}"),
            note: "Une note de quelques lignes, comme on en prend pendant un appel. ".repeat(6),
            ..EnquiryTexts::default()
        },
        form_version: 1,
        requester: Identity {
            name: format!("Personne Fictive {number}"),
            mail: format!("p{number}@example.invalid"),
            ..Identity::default()
        },
        known_requester: None,
        concerned: None,
        urgency: Urgency::None,
        received_at: at(number),
        due_at: at(number) + TimeDelta::days(7),
        once: None,
        message: None,
        choices: Vec::new(),
    }
}

async fn fill(records: &Records, count: usize) -> Result<(), Failure> {
    let mut number = 0;
    while number < count {
        let mut work = records.begin(at(number)).await?;
        let grant: Grant<LogEnquiry> = work.grant(&listener(), Facts::of_all(OWN_CONTROLLER, "enquiry"))?;
        for _ in 0..500.min(count - number) {
            work.log_enquiry(&grant, &enquiry(number)).await?;
            number += 1;
        }
        work.commit().await?;
        if number % 20_000 == 0 {
            eprintln!("{number} of {count}");
        }
    }
    Ok(())
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let of = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!(
        "{what}: p50 {:.1} ms, p99 {:.1} ms, worst {:.1} ms of {}",
        of(0.5),
        of(0.99),
        of(1.0),
        times.len()
    );
}

async fn queue(records: &Records, filter: &QueueFilter, what: &str, deep: bool) -> Result<(), Failure> {
    let mut times = Vec::new();
    let mut after = None;
    for _ in 0..300 {
        let begun = Instant::now();
        let mut work = records.begin(at(9_000_000)).await?;
        let grant: Grant<ListEnquiries> = work.grant(&listener(), Facts::of_all(OWN_CONTROLLER, "queue"))?;
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
    fill(&records, count).await?;
    queue(&records, &QueueFilter::default(), "queue, first page of 50", false).await?;
    queue(&records, &QueueFilter::default(), "queue, page after page", true).await?;
    let narrow = QueueFilter {
        modes: vec![EntryMode::Phone],
        need: Some("school-work".into()),
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
        let grant: Grant<LogEnquiry> = work.grant(&listener(), Facts::of_all(OWN_CONTROLLER, "enquiry"))?;
        work.person_candidates(&grant, &new.requester).await?;
        work.log_enquiry(&grant, &new).await?;
        work.commit().await?;
        times.push(begun.elapsed());
    }
    report("a call logged, with the search for the same person", times);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let memory = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: unknown");
    println!("{memory}");
    Ok(())
}

fn main() -> Result<(), Failure> {
    let count = std::env::args().filter_map(|a| a.parse().ok()).next().unwrap_or(200_000);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run(count))
}
