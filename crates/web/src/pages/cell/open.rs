//! From a hand-over of the infoline to a file: nothing is typed again.

use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::grant::ReceiveHandover;
use ariane_domain::cell::BroughtBy;
use ariane_store::StoreError;
use ariane_store::records::cell::CellError;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// `POST /{lang}/transmissions/{id}/file`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = open(&desk, id, &sent).await;
    desk.settle(result)
}

async fn open(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let brought_by = BroughtBy::from_word(sent.get("brought-by"));
    let brought_by = brought_by.ok_or(Trouble::Store(StoreError::NotPossible))?;
    let mut work = desk.begin().await?;
    let facts = work.handover_facts(desk.controller(), id).await?;
    let grant = work.grant::<ReceiveHandover>(&desk.actor(), facts)?;
    let opened = work.open_from_handover(&grant, sent.version(), brought_by).await;
    let opened = opened.map_err(|error| match error {
        CellError::Store(error) => error,
        CellError::Rule(_) => StoreError::NotPossible,
    })?;
    work.commit().await?;
    Ok(Redirect::to(&desk.case_at(opened.id)).into_response())
}
