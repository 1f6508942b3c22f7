//! `GET /api/suggest?lang=fr&q=muco`: suggestions while typing.

use crate::pages::search::describe;
use crate::pages::visit::Visit;
use crate::state::App;
use ariane_domain::Language;
use ariane_knowledge::search::Query;
use axum::Json;
use axum::extract::{Query as Parameters, State};
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
    code: u32,
    name: String,
    level: String,
    why: String,
}

/// At most eight suggestions.
pub async fn get(State(app): State<App>, Parameters(asked): Parameters<Asked>) -> Json<Vec<Suggestion>> {
    let language = asked.lang.parse().unwrap_or(Language::Fr);
    let visit = Visit::new(app, language);
    let query = Query { text: &asked.q, language, limit: 8, typing: true };
    let hits = visit.knowledge.index.search(&visit.knowledge.catalogue, query);
    let suggestions = hits.iter().take(8).filter_map(|hit| {
        let found = describe(&visit, hit)?;
        Some(Suggestion { code: found.number, name: found.name, level: found.level, why: found.why })
    });
    Json(suggestions.collect())
}
