//! How long pages of the desk and of the cell take over HTTP requests, with much in the store.
//!
//! `cargo bench -p ariane-web --bench pages -- [ENQUIRIES]` (200,000 when not said, a tenth as many files, 60 items in a meeting;
//! filling takes minutes). Each request passes session, policy, audit and template, as for a browser. Prints p50, p99 and the memory
//! of the process. SQLite in a scratch directory, with the settings of the program: every commit reaches the disk.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    dead_code,
    reason = "the stage of the stories, of which a part is used"
)]

#[path = "../tests/it/application.rs"]
mod application;
#[path = "../tests/it/engine.rs"]
mod engine;
#[path = "../../store/benches/filling/mod.rs"]
mod filling;
#[path = "../tests/it/infoline.rs"]
mod infoline;
#[path = "../tests/it/meeting_room.rs"]
mod meeting_room;

use ariane_domain::cell::{Origin, Reality};
use axum::http::StatusCode;
use filling::{Failure, report, report_memory};
use infoline::Hand;
use meeting_room::Room;
use std::time::Instant;

const ROUNDS: usize = 300;
const ITEMS: usize = 60;

async fn page(room: &Room, hand: &Hand, what: &str, path: &str) {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let answer = room.line.get(hand, path).await;
        times.push(begun.elapsed());
        assert_eq!(answer.status, StatusCode::OK, "{path}");
    }
    report(what, times);
}

async fn calls(room: &Room) {
    let mut times = Vec::new();
    for number in 0..ROUNDS {
        let name = format!("Marie Imaginaire {number}");
        let note = "Une note de quelques lignes, comme on en prend pendant un appel. ".repeat(6);
        let call = [
            ("name", name.as_str()),
            ("phone", "691 000 222"),
            ("f-requester-kind", "relative"),
            ("f-needs", "school-work/school"),
            ("f-entry-mode", "phone"),
            ("known", "new"),
            ("summary", "École"),
            ("note", note.as_str()),
        ];
        let begun = Instant::now();
        let answer = room.line.post(&room.line.anne, "/fr/permanence/appel", &call).await;
        times.push(begun.elapsed());
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }
    report("a call logged", times);
}

async fn meeting(room: &Room) {
    for number in 0..ITEMS {
        room.file(Origin::Hub, Reality::Training, &format!("Personne {number} Fictive")).await;
    }
    let at = room.plan("/fr/reunions?training=1", "2026-11-24T14:00").await;
    room.line.post(&room.cleo, &format!("{at}/agenda"), &[]).await;
    room.line.post(&room.cleo, &format!("{at}/state"), &[("act", "begin")]).await;
    let items = room.items(&at).await;
    assert_eq!(items.len(), ITEMS);
    let text = "Ce qui a été dit et décidé, en quelques phrases. ".repeat(8);
    for item in &items {
        room.line.live(&room.cleo, item, &[("revision", "0"), ("text", &text), ("act", "decided")]).await;
    }
    page(room, &room.cleo, "meeting of 60 items, page", &at).await;
    let sync = format!("{at}/sync?version=0&at=0&items={ITEMS}");
    page(room, &room.cleo, "meeting of 60 items, what others changed", &sync).await;
}

async fn run(count: usize) -> Result<(), Failure> {
    let room = Room::open().await;
    filling::enquiries(&room.line.records, count).await?;
    filling::files(&room.line.records, count / 10).await?;
    page(&room, &room.line.anne, "queue, first page", "/fr/permanence").await;
    page(&room, &room.line.anne, "queue, by mode and need", "/fr/permanence?mode=phone&need=school-work")
        .await;
    calls(&room).await;
    page(&room, &room.cleo, "board, first page", "/fr/cellule").await;
    page(&room, &room.cleo, "board, by origin and state", "/fr/cellule?origin=hub&state=open").await;
    meeting(&room).await;
    report_memory();
    Ok(())
}

fn main() -> Result<(), Failure> {
    let count = filling::asked(200_000);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(run(count))
}
