//! How long the board of the cell takes with many files, and a meeting with many items.
//!
//! `cargo bench -p ariane-store --bench cell -- [FILES]` (20,000 when not said, with 60 items in the meeting). Prints p50, p99 and
//! the memory of the process. SQLite in a scratch directory, with the settings of the program: every commit reaches the disk.

mod filling;

use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Grant, HoldMeeting, ListCases, ReadCase, WriteCase};
use ariane_domain::account::Role;
use ariane_domain::cell::{Origin, Reality, Track};
use ariane_knowledge::starter;
use ariane_privacy::master::MasterKey;
use ariane_store::Store;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use ariane_store::records::cell::board::BoardFilter;
use ariane_store::records::cell::items::Read;
use filling::{Failure, at, files, report, report_memory, staff};
use std::time::Instant;
use uuid::Uuid;

const COORDINATOR: Role = Role::PsychosocialCoordinator;
const ITEMS: i64 = 60;

async fn board(records: &Records, filter: &BoardFilter, what: &str, offset: u64) -> Result<(), Failure> {
    let mut times = Vec::new();
    for _ in 0..200 {
        let begun = Instant::now();
        let mut work = records.begin(at(10)).await?;
        let grant: Grant<ListCases> =
            work.grant(&staff(COORDINATOR), Facts::of_all(OWN_CONTROLLER, "case_file"))?;
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
        work.grant(&staff(COORDINATOR), Facts::of_all(OWN_CONTROLLER, "cell_meeting"))?;
    let id = work.schedule_meeting(&all, Reality::Real, at(60)).await?;
    let facts = work.meeting_facts(OWN_CONTROLLER, id).await?;
    let grant: Grant<HoldMeeting> = work.grant(&staff(COORDINATOR), facts)?;
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
        let grant: Grant<ReadCase> = work.grant(&staff(COORDINATOR), facts)?;
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
    let files = files(&records, count).await?;
    if let Some(id) = files.get(1) {
        let mut work = records.begin(at(5)).await?;
        let facts = work.case_facts(OWN_CONTROLLER, *id).await?;
        let grant: Grant<WriteCase> = work.grant(&staff(COORDINATOR), facts)?;
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
    report_memory();
    Ok(())
}

fn main() -> Result<(), Failure> {
    let count = filling::asked(20_000);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run(count))
}
