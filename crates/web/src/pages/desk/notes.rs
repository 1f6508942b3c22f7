//! Listening notes: what was confided, apart from the factual record.

use super::trouble::Trouble;
use super::{Desk, Sent, acts};
use ariane_domain::access::grant::WriteListeningNotes;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

/// `POST …/notes`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = write(&desk, id, &sent).await;
    desk.settle(result)
}

async fn write(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let text = sent.text("listening");
    if !text.trim().is_empty() {
        let mut work = desk.begin().await?;
        let grant = desk.grant::<WriteListeningNotes>(&mut work, id).await?;
        work.write_note(&grant, text.trim(), sent.is("names-another")).await?;
        work.commit().await?;
    }
    Ok(acts::back(desk, id, "note"))
}
