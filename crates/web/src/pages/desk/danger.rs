//! Whether what is being typed suggests danger: asked while the caller still speaks (duty D1). Nothing of it is kept.

use super::{Desk, Sent};
use ariane_knowledge::fold;
use axum::Json;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

#[derive(Serialize)]
struct Found {
    title: String,
    lines: Vec<String>,
    call: String,
    number: String,
}

/// `POST …/appel/danger`.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let (t, knowledge) = (desk.visit.t, &desk.visit.knowledge);
    let dangers = knowledge.danger.look(&fold::words(&sent.text("text")));
    let number = desk.emergency();
    Json(Found {
        title: t.s("danger-title"),
        lines: dangers.iter().map(|d| t.k("danger", d.word())).collect(),
        call: t.w("danger-call", "number", &number),
        number,
    })
    .into_response()
}
