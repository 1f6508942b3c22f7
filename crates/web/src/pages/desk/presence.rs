//! What the page says every few seconds while it is open: who looks, and who else does.

use super::Desk;
use crate::text::Text;
use ariane_domain::access::grant::ReadEnquiry;
use ariane_store::records::desk::presence::Doing;
use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use uuid::Uuid;

/// What the script shows.
#[derive(Debug, Serialize)]
struct Present {
    /// Sentences about others who are here.
    others: Vec<String>,
    /// Version of the enquiry: when it moved, the page says so.
    version: i32,
    /// Said when it moved.
    moved: String,
}

/// What somebody else does here, in words.
pub fn present(t: Text, doing: Doing, name: &str) -> String {
    match doing {
        Doing::Reading => t.w("desk-present-reading", "name", name),
        Doing::Writing => t.w("desk-present-writing", "name", name),
    }
}

/// `POST …/presence/{doing}`.
pub async fn post(desk: Desk, Path((id, doing)): Path<(Uuid, String)>) -> Response {
    match here(&desk, id, &doing).await {
        Ok(present) => Json(present).into_response(),
        Err(_) => StatusCode::FORBIDDEN.into_response(),
    }
}

async fn here(desk: &Desk, id: Uuid, doing: &str) -> Result<Present, super::trouble::Trouble> {
    let doing = if doing == "writing" { Doing::Writing } else { Doing::Reading };
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    work.be_present(&grant, doing).await?;
    let others = work.others_present(&grant).await?;
    let version = work.enquiry_version(desk.controller(), id).await?;
    work.commit().await?;
    let t = desk.visit.t;
    let said = others.iter().map(|(account, doing)| present(t, *doing, &colleagues.name(*account)));
    Ok(Present { others: said.collect(), version, moved: t.s("desk-moved") })
}
