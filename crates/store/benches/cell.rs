//! How long the board of the cell takes with many files, and a meeting with many items.
//!
//! `cargo bench -p ariane-store --bench cell -- [FILES]` (20,000 when not said, with 60 items in the meeting). Prints p50, p99 and
//! the memory of the process. SQLite in a scratch directory, with the settings of the program: every commit reaches the disk.

use ariane_domain::access::grant::{Grant, HoldMeeting, ListCases, ReadCase, SendToCell, WriteCase};
use ariane_domain::access::{Actor, Facts, Staff};
use ariane_domain::account::Role;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::{BroughtBy, Origin, Reality, Track};
use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use ariane_store::records::cell::board::BoardFilter;
use ariane_store::records::cell::items::Read;
use ariane_store::records::cell::open::{Head, NewCase};
use ariane_store::records::persons::{Identity, PersonCodes};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::{Duration, Instant};
use uuid::Uuid;

type Failure = Box<dyn std::error::Error>;

const ITEMS: i64 = 60;

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap_or_default() + TimeDelta::minutes(minutes)
}

fn coordinator() -> Actor {
    Actor::Staff(Staff {
        account: Uuid::from_u128(1),
        controller: OWN_CONTROLLER,
        roles: vec![Role::PsychosocialCoordinator],
        is_full: true,
        stepped_up_at: None,
    })
}

fn case(number: usize) -> NewCase {
    let origins = [Origin::PsychosocialService, Origin::Hub];
    NewCase {
        origin: origins[number % origins.len()],
        brought_by: BroughtBy::Worker,
        reality: Reality::Real,
        identity: Identity { name: format!("Personne Fictive {number}"), ..Identity::default() },
        codes: PersonCodes::default(),
        head: Head { question: "Une question fictive".into(), ..Head::default() },
    }
}

/// Files of which three in four were accepted.
async fn fill(records: &Records, count: usize) -> Result<Vec<Uuid>, Failure> {
    let mut all = Vec::with_capacity(count);
    while all.len() < count {
        let mut work = records.begin(at(0)).await?;
        let send: Grant<SendToCell> =
            work.grant(&coordinator(), Facts::of_all(OWN_CONTROLLER, "case_file"))?;
        for _ in 0..200.min(count - all.len()) {
            let opened = work.receive_case(&send, &case(all.len())).await?;
            if all.len() % 4 != 0 {
                let facts = work.case_facts(OWN_CONTROLLER, opened.id).await?;
                let grant: Grant<WriteCase> = work.grant(&coordinator(), facts)?;
                work.change_case(&grant, 1, FileEvent::Accept, "", at(0).date_naive()).await?;
            }
            all.push(opened.id);
        }
        work.commit().await?;
        if all.len() % 2_000 == 0 {
            eprintln!("{} of {count}", all.len());
        }
    }
    Ok(all)
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let of = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!("{what}: p50 {:.1} ms, p99 {:.1} ms, worst {:.1} ms", of(0.5), of(0.99), of(1.0));
}

async fn board(records: &Records, filter: &BoardFilter, what: &str, offset: u64) -> Result<(), Failure> {
    let mut times = Vec::new();
    for _ in 0..200 {
        let begun = Instant::now();
        let mut work = records.begin(at(10)).await?;
        let grant: Grant<ListCases> =
            work.grant(&coordinator(), Facts::of_all(OWN_CONTROLLER, "case_file"))?;
        work.board(&grant, filter, offset, 50).await?;
        work.board_counts(&grant, false).await?;
        work.commit().await?;
        times.push(begun.elapsed());
    }
    report(what, times);
    Ok(())
}

async fn meeting(records: &Records) -> Result<(), Failure> {
    let mut work = records.begin(at(20)).await?;
    let all: Grant<HoldMeeting> =
        work.grant(&coordinator(), Facts::of_all(OWN_CONTROLLER, "cell_meeting"))?;
    let id = work.schedule_meeting(&all, Reality::Real, at(60)).await?;
    let facts = work.meeting_facts(OWN_CONTROLLER, id).await?;
    let grant: Grant<HoldMeeting> = work.grant(&coordinator(), facts)?;
    for number in 1..=ITEMS {
        work.add_item(&grant, number).await?;
    }
    let items = work.read_items(&grant).await?;
    for item in &items {
        let text = "Ce qui a été dit et décidé, en quelques lignes. ".repeat(8);
        work.write_item_text(&grant, item.id, Read::Revision(0), &text).await?;
    }
    work.commit().await?;
    let mut times = Vec::new();
    for _ in 0..200 {
        let begun = Instant::now();
        let mut work = records.begin(at(60)).await?;
        work.read_meeting(&grant).await?;
        work.read_items(&grant).await?;
        work.presence(&grant).await?;
        work.commit().await?;
        times.push(begun.elapsed());
    }
    report("a meeting with 60 items, read", times);
    let mut times = Vec::new();
    for (item, round) in items.iter().cycle().zip(0..200) {
        let begun = Instant::now();
        let mut work = records.begin(at(60)).await?;
        let read = 1 + u32::try_from(round / ITEMS).unwrap_or(0);
        work.write_item_text(&grant, item.id, Read::Revision(read), &format!("Une autre suite, {round}"))
            .await?;
        work.commit().await?;
        times.push(begun.elapsed());
    }
    report("an item written", times);
    Ok(())
}

async fn file(records: &Records, id: Uuid) -> Result<(), Failure> {
    let mut times = Vec::new();
    for _ in 0..200 {
        let begun = Instant::now();
        let mut work = records.begin(at(30)).await?;
        let facts = work.case_facts(OWN_CONTROLLER, id).await?;
        let grant: Grant<ReadCase> = work.grant(&coordinator(), facts)?;
        work.read_case(&grant).await?;
        work.commit().await?;
        times.push(begun.elapsed());
    }
    report("a file, opened", times);
    Ok(())
}

async fn run(count: usize) -> Result<(), Failure> {
    let scratch = tempfile::tempdir()?;
    let url = |name: &str| format!("sqlite://{}?mode=rwc", scratch.path().join(name).display());
    let journal = scratch.path().join("erasures.log");
    let keys = KeyStore::open(&url("keys.sqlite"), MasterKey::random()?, &journal).await?;
    let store = Store::connect(&url("store.sqlite")).await?;
    let records = Records::new(store, keys, starter::purposes::register(), "352");
    let files = fill(&records, count).await?;
    if let Some(id) = files.get(1) {
        let mut work = records.begin(at(5)).await?;
        let facts = work.case_facts(OWN_CONTROLLER, *id).await?;
        let grant: Grant<WriteCase> = work.grant(&coordinator(), facts)?;
        let text = "Une analyse fictive. ".repeat(50);
        work.write_analysis(&grant, Track::Psychosocial, 0, &text).await?;
        work.commit().await?;
        file(&records, *id).await?;
    }
    board(&records, &BoardFilter::default(), "board, first page of 50 with counts", 0).await?;
    board(&records, &BoardFilter::default(), "board, in the middle", count as u64 / 2).await?;
    let hub = BoardFilter { origin: Some(Origin::Hub), is_active: Some(false), ..BoardFilter::default() };
    board(&records, &hub, "board, by origin and follow-up", 0).await?;
    meeting(&records).await?;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: unknown"));
    Ok(())
}

fn main() -> Result<(), Failure> {
    let count = std::env::args().filter_map(|a| a.parse().ok()).next().unwrap_or(20_000);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run(count))
}
