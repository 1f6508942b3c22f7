//! The key with which this browser encrypts its drafts: given to a signed-in page, kept in memory there, never beside
//! the drafts. It is made of the account, so that a draft survives a crash of the browser and of the server; another
//! account cannot open it.

use super::Desk;
use axum::Json;
use axum::response::{IntoResponse, Response};
use data_encoding::BASE64;
use serde::Serialize;

#[derive(Serialize)]
struct Key {
    account: String,
    key: String,
}

/// `POST …/appel/draft-key`.
pub async fn post(desk: Desk) -> Response {
    let key = desk.records.keys().master().drafts_of(desk.account());
    Json(Key { account: desk.account().to_string(), key: BASE64.encode(&*key) }).into_response()
}
