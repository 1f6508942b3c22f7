//! What the script of an open page asks every few seconds, and what it is told when it saves.

use super::item::conflicts;
use super::view::{self, ItemView};
use super::{Fault, grant, live};
use crate::pages::desk::Desk;
use ariane_domain::cell::join::{Piece, both, chosen};
use axum::Json;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A unit of work that began earlier may end later: what changed shortly before the last answer is told again.
const OVERLAP: TimeDelta = TimeDelta::seconds(30);

/// What an open page knows.
#[derive(Debug, Deserialize)]
pub struct Known {
    /// Version of the meeting.
    version: i32,
    /// When the latest item that it knows changed, in microseconds.
    at: i64,
    /// How many items it shows.
    items: u32,
}

/// An item as the script shows it.
#[derive(Debug, Serialize)]
struct ItemLive {
    id: Uuid,
    revision: u32,
    text: String,
    word: &'static str,
    state: String,
    dissent: String,
    is_decided: bool,
    steps: Vec<String>,
}

/// What changed.
#[derive(Debug, Serialize)]
struct Changed {
    version: i32,
    /// Version of the minutes, which is what is signed.
    minutes: u32,
    /// State of the meeting.
    word: &'static str,
    at: i64,
    count: u64,
    here: Vec<String>,
    items: Vec<ItemLive>,
}

/// A text that was kept.
#[derive(Debug, Serialize)]
pub struct Saved {
    item: ItemLive,
    minutes: u32,
    is_joined: bool,
    /// Whether the page shows these minutes: nobody else changed them since it was told of them.
    is_read: bool,
}

impl Saved {
    /// With what the unit of work that wrote it found.
    pub fn with(self, is_joined: bool, minutes: u32, is_read: bool) -> Self {
        Self { is_joined, minutes, is_read, ..self }
    }
}

/// Two wordings of the same lines: somebody has to choose.
#[derive(Debug, Serialize)]
pub struct Clash {
    conflicts: Vec<(String, String)>,
    mine: String,
    theirs: String,
    both: String,
    revision: u32,
}

impl Clash {
    /// The pieces of a text, composed in each way in which they may be chosen.
    pub fn new(desk: &Desk, pieces: &[Piece], revision: u32) -> Self {
        Self {
            conflicts: conflicts(pieces),
            mine: chosen(pieces, true),
            theirs: chosen(pieces, false),
            both: both(pieces, &desk.visit.t.s("meeting-choose-between")),
            revision,
        }
    }
}

impl ItemLive {
    fn new(view: ItemView) -> Self {
        let step = |s: &view::StepLine| format!("{} · {} · {} · {}", s.track, s.text, s.owner, s.due);
        Self {
            id: view.id,
            revision: view.revision,
            steps: view.steps.iter().map(step).collect(),
            text: view.text,
            word: view.word,
            state: view.state,
            dissent: std::iter::once(view.dissent)
                .chain(view.dissent_words)
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            is_decided: view.is_decided,
        }
    }
}

/// `GET …/sync?version=7&at=1795348800000000&items=12`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Query(known): Query<Known>) -> Response {
    match changed(&desk, id, &known).await {
        Ok(changed) => Json(changed).into_response(),
        Err(_) => StatusCode::FORBIDDEN.into_response(),
    }
}

async fn changed(desk: &Desk, id: Uuid, known: &Known) -> Result<Changed, Fault> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let meeting = work.read_meeting(&grant).await?;
    let people = work.presence(&grant).await?;
    let (mut items, mut steps) = (Vec::new(), Vec::new());
    let count = work.item_count(&grant).await?;
    if meeting.version != known.version {
        let since = DateTime::<Utc>::from_timestamp_micros(known.at).unwrap_or_default() - OVERLAP;
        items = work.items_since(&grant, since, known.items).await?;
        let files: Vec<Uuid> = items.iter().map(|item| item.item.file).collect();
        steps = work.meeting_steps(&grant, &files).await?;
    }
    work.commit().await?;
    let latest = items.iter().map(|item| item.changed_at.timestamp_micros()).max();
    let steps = view::by_file(steps);
    Ok(Changed {
        version: meeting.version,
        minutes: meeting.meeting.minutes.version,
        word: meeting.meeting.state.word(),
        at: latest.unwrap_or_default().max(known.at),
        count,
        here: live::here(desk, &people, &colleagues),
        items: items
            .into_iter()
            .map(|item| ItemLive::new(ItemView::new(desk, item, &steps, &colleagues)))
            .collect(),
    })
}

/// What is told to who just saved an item.
pub async fn saved(desk: &Desk, id: Uuid, item: Uuid) -> Result<Saved, Fault> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let item = work.item_again(&grant, item).await?;
    let steps = view::by_file(work.meeting_steps(&grant, &[item.item.file]).await?);
    work.commit().await?;
    let item = ItemLive::new(ItemView::new(desk, item, &steps, &colleagues));
    Ok(Saved { item, minutes: 0, is_joined: false, is_read: false })
}

/// `POST …/here`: the page is open; while the meeting is live its reader takes part.
pub async fn here(desk: Desk, Path(id): Path<Uuid>) -> StatusCode {
    match attend(&desk, id).await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::FORBIDDEN,
    }
}

async fn attend(desk: &Desk, id: Uuid) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    work.attend(&grant).await?;
    Ok(work.commit().await?)
}
