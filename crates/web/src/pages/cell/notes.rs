//! Confidential notes of a track.

use super::case;
use super::fault::{Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::Track;
use ariane_domain::cell::analysis::NoteSharing;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

/// `POST …/notes`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = write(&desk, id, &sent).await;
    case::answer(&desk, id, "notes", &sent, done).await
}

async fn write(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let track = Track::from_word(sent.get("track")).ok_or_else(not_there)?;
    // Where a form says nothing of it, the note stays with its track.
    let sharing = NoteSharing::from_word(sent.get("sharing")).unwrap_or(NoteSharing::OwnTrack);
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.write_track_note(&grant, track, sharing, &sent.text("text")).await?;
    Ok(work.commit().await?)
}

/// `POST …/notes/{note}/share`: its author shares it, or takes that back.
pub async fn share(desk: Desk, Path((id, note)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = share_with(&desk, id, note, &sent).await;
    case::answer(&desk, id, "notes", &sent, done).await
}

async fn share_with(desk: &Desk, id: Uuid, note: Uuid, sent: &Sent) -> Result<(), Fault> {
    let sharing = NoteSharing::from_word(sent.get("sharing")).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.share_note(&grant, note, sharing).await?;
    Ok(work.commit().await?)
}
