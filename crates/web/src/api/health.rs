//! `GET /health`: whether the server answers, for the operator's watchdog.

use crate::state::App;
use axum::Json;
use axum::extract::State;
use serde::Serialize;

/// Health in a few words.
#[derive(Debug, Serialize)]
pub struct Health {
    status: &'static str,
    release: String,
    entities: usize,
}

/// Answers as long as the server can.
pub async fn get(State(app): State<App>) -> Json<Health> {
    let knowledge = app.knowledge();
    Json(Health {
        status: "ok",
        release: knowledge.catalogue.release.id.clone(),
        entities: knowledge.catalogue.entities().len(),
    })
}
