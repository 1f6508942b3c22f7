//! `POST /api/signs` with `lang=fr&q=épil`: signs while typing. What is typed is about a person's health, so it
//! travels in the body and not in an address.

use crate::pages::sign_search::find;
use crate::pages::visit::Visit;
use crate::state::App;
use ariane_domain::Language;
use axum::extract::State;
use axum::{Form, Json};
use serde::{Deserialize, Serialize};

/// What is asked.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    lang: String,
}

/// One suggestion.
#[derive(Debug, Serialize)]
pub struct Suggestion {
    code: String,
    name: String,
    language: Option<&'static str>,
    why: String,
}

/// At most eight suggestions.
pub async fn post(State(app): State<App>, Form(asked): Form<Asked>) -> Json<Vec<Suggestion>> {
    let visit = Visit::new(app, asked.lang.parse().unwrap_or(Language::Fr));
    let found = find(&visit, &asked.q, 8).into_iter().map(|f| Suggestion {
        code: f.label.code,
        name: f.label.text,
        language: f.label.language,
        why: f.wording,
    });
    Json(found.collect())
}
