//! What is written about one file, and where it stands. Two who write at once: both edits are joined, and where both
//! changed the same lines, both wordings are shown and nothing is lost.

use super::sync::{self, Clash};
use super::{Fault, TRIES, at, grant, settle, shell, words};
use crate::pages::desk::frame::Work;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::cell::join::{Piece, both};
use ariane_store::records::cell::items::{ItemChange, Read};
use ariane_store::records::cell::wording::Kept;
use askama::Template;
use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// Header of what the script of an open page sends; a form of a browser does not have it.
const LIVE: &str = "x-live";

#[derive(Template)]
#[template(path = "meeting/choose.html")]
struct ChoosePage {
    shell: Shell,
    work: Work,
    at: String,
    action: String,
    choice: Choice,
}

/// What somebody has to look at before their words are kept.
#[derive(Debug, Default)]
struct Choice {
    /// The rule that refused; empty where two wordings stand against each other.
    error: String,
    /// Revision on which the choice is made.
    revision: String,
    /// Of each conflict, theirs and mine.
    conflicts: Vec<(String, String)>,
    /// The text with both wordings, or the one that was refused.
    both: String,
}

/// What became of an edit.
struct Written {
    kept: Kept,
    /// Version of the minutes before it.
    before: u32,
    /// And after it.
    after: u32,
}

/// `POST …/item/{item}`.
pub async fn post(
    desk: Desk,
    Path((id, item)): Path<(Uuid, Uuid)>,
    headers: HeaderMap,
    sent: Sent,
) -> Response {
    let result = keep(&desk, id, item, &sent).await;
    if headers.contains_key(LIVE) {
        let known = sent.get("minutes").parse().ok();
        return live(&desk, id, item, known, result).await;
    }
    match result.map(|written| written.kept) {
        Ok(Kept::Saved { is_joined, .. }) => {
            let done = if is_joined { "?done=joined" } else { "" };
            Redirect::to(&format!("{}{done}#item-{item}", at(&desk, id))).into_response()
        }
        Ok(Kept::Choose { pieces, revision }) => {
            let clash = Choice {
                error: String::new(),
                revision: revision.to_string(),
                conflicts: conflicts(&pieces),
                both: both(&pieces, &desk.visit.t.s("meeting-choose-between")),
            };
            choose(&desk, id, item, clash)
        }
        // What was typed must not be lost with the refusal.
        Err(Fault::Rule(word)) => {
            let kept = Choice {
                revision: sent.get("revision").to_owned(),
                both: sent.text("text"),
                ..Choice::default()
            };
            choose(&desk, id, item, Choice { error: words(&desk, word), ..kept })
        }
        Err(fault) => settle(&desk, Err(fault)),
    }
}

/// Keeps the text, then moves the item on. What another unit of work overtook begins anew.
async fn keep(desk: &Desk, id: Uuid, item: Uuid, sent: &Sent) -> Result<Written, Fault> {
    let text = sent.text("text");
    let before = sent.0.iter().any(|(name, _)| name == "before").then(|| sent.text("before"));
    let read = match &before {
        Some(before) => Read::Words(before),
        None => Read::Revision(sent.get("revision").parse().unwrap_or_default()),
    };
    for _ in 0..TRIES {
        match write(desk, id, item, read, &text, (sent.get("act"), &sent.line("why"))).await {
            Err(Fault::Rule("overtaken")) => {}
            other => return other,
        }
    }
    unknown(desk, id, item, text).await
}

/// The revision that was read is not known here: nothing is guessed, and both wordings are shown as a whole.
async fn unknown(desk: &Desk, id: Uuid, item: Uuid, mine: String) -> Result<Written, Fault> {
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let stored = work.item_again(&grant, item).await?;
    let minutes = work.read_meeting(&grant).await?.meeting.minutes.version;
    work.commit().await?;
    let pieces = vec![Piece::Conflict { before: String::new(), theirs: stored.text, mine }];
    let kept = Kept::Choose { pieces, revision: stored.revision };
    Ok(Written { kept, before: minutes, after: minutes })
}

async fn write(
    desk: &Desk,
    id: Uuid,
    item: Uuid,
    read: Read<'_>,
    text: &str,
    (act, why): (&str, &str),
) -> Result<Written, Fault> {
    let change = match act {
        "discussed" => Some(ItemChange::Discussed),
        "decided" => Some(ItemChange::Decided),
        "carry-over" => Some(ItemChange::CarryOver),
        "dissent" => Some(ItemChange::Dissent),
        _ => None,
    };
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let before = work.read_meeting(&grant).await?.meeting.minutes.version;
    let kept = work.write_item_text(&grant, item, read, text).await?;
    if matches!(kept, Kept::Choose { .. }) {
        return Ok(Written { kept, before, after: before });
    }
    if let Some(change) = change {
        work.change_item_saying(&grant, item, change, why).await?;
    }
    let after = work.read_meeting(&grant).await?.meeting.minutes.version;
    work.commit().await?;
    Ok(Written { kept, before, after })
}

/// Both wordings as a whole: of each conflict, theirs and mine.
pub fn conflicts(pieces: &[Piece]) -> Vec<(String, String)> {
    let conflict = |piece: &Piece| match piece {
        Piece::Conflict { theirs, mine, .. } => Some((theirs.clone(), mine.clone())),
        Piece::Agreed(_) => None,
    };
    pieces.iter().filter_map(conflict).collect()
}

fn choose(desk: &Desk, id: Uuid, item: Uuid, choice: Choice) -> Response {
    let t = desk.visit.t;
    let at = at(desk, id);
    let key = if choice.error.is_empty() { "meeting-choose-title" } else { "meeting-not-kept-title" };
    let page = ChoosePage {
        shell: shell(desk, &id.to_string(), t.s(key)),
        work: super::frame(desk),
        action: format!("{at}/item/{item}"),
        at: format!("{at}#item-{item}"),
        choice,
    };
    render(StatusCode::CONFLICT, &page)
}

/// The answer to the script.
///
/// `known` is the version of the minutes that the page shows: where nobody else changed them, who writes has read what
/// stands there now, and may sign it.
async fn live(
    desk: &Desk,
    id: Uuid,
    item: Uuid,
    known: Option<u32>,
    result: Result<Written, Fault>,
) -> Response {
    let refused = |word: &'static str| {
        let told = serde_json::json!({ "error": words(desk, word) });
        (StatusCode::UNPROCESSABLE_ENTITY, Json(told)).into_response()
    };
    match result {
        Ok(Written { kept: Kept::Saved { is_joined, .. }, before, after }) => {
            match sync::saved(desk, id, item).await {
                Ok(saved) => Json(saved.with(is_joined, after, known == Some(before))).into_response(),
                Err(_) => refused("overtaken"),
            }
        }
        Ok(Written { kept: Kept::Choose { pieces, revision }, .. }) => {
            (StatusCode::CONFLICT, Json(Clash::new(desk, &pieces, revision))).into_response()
        }
        Err(Fault::Rule(word)) => refused(word),
        Err(fault) => {
            let page = settle(desk, Err(fault));
            (page.status(), Json(serde_json::json!({ "error": words(desk, "trouble") }))).into_response()
        }
    }
}
