//! Results of a search, with or without scripts; what is typed may also be a cry for help.

use super::render;
use super::shell::Shell;

use super::visit::Visit;
use crate::addresses::{Page, disease};
use ariane_domain::OrphaCode;
use ariane_knowledge::catalogue::entity::Status;
use ariane_knowledge::fold::QUERY_LIMIT;
use ariane_knowledge::search::{Hit, MatchKind, Query};
use askama::Template;
use axum::Form;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// What the search form sends.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// What was typed.
    #[serde(default)]
    pub q: String,
    /// The place, carried on to the sheet.
    #[serde(default)]
    pub place: String,
    /// Coordinates of "my position", rounded by the browser.
    #[serde(default)]
    pub position: String,
    /// The need, carried on to the sheet.
    #[serde(default)]
    pub need: String,
    /// An ORPHA code that a suggestion filled in.
    #[serde(default)]
    pub code: String,
}

/// A hit, ready to read.
pub struct Found {
    /// Address of the disease page.
    pub href: String,
    /// Code as a number.
    pub number: u32,
    /// Name in the language of the page or a fallback.
    pub name: String,
    /// Its language, when it is not that of the page.
    pub name_language: Option<&'static str>,
    /// Disorder, group or subtype.
    pub level: String,
    /// Stable word of the level.
    pub level_word: &'static str,
    /// Why it is here.
    pub why: String,
    /// What is said of a retired code.
    pub retired: String,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    shell: Shell,
    asked: Asked,
    found: Vec<Found>,
    exact: usize,
    shortened: bool,
    sheet: String,
    undiagnosed: String,
}

/// `GET /{lang}/recherche?q=…`: a search without a place.
pub async fn get(visit: Visit, Parameters(asked): Parameters<Asked>) -> Response {
    if asked.q.trim().is_empty() && asked.code.is_empty() {
        return Redirect::to(&Page::Start.path(visit.language)).into_response();
    }
    page(&visit, asked)
}

/// `POST /{lang}/recherche`: from the start page; place and need stay out of the address.
pub async fn post(visit: Visit, Form(asked): Form<Asked>) -> Response {
    page(&visit, asked)
}

fn page(visit: &Visit, asked: Asked) -> Response {
    let t = visit.t;
    // A suggestion was chosen: there is nothing left to ask.
    let chosen = asked.code.parse::<OrphaCode>().ok();
    if let Some(entity) = chosen.and_then(|code| visit.knowledge.catalogue.current(code)) {
        return super::sheet::show(visit, super::sheet_form::Asked::from_search(&asked, entity.code));
    }
    let query = Query { text: &asked.q, language: visit.language, limit: 20, typing: false };
    let hits = visit.knowledge.index.search(&visit.knowledge.catalogue, query);
    let found: Vec<Found> = hits.iter().filter_map(|h| describe(visit, h)).collect();
    let exact = hits
        .iter()
        .filter(|h| {
            matches!(h.kind, MatchKind::Name | MatchKind::Synonym | MatchKind::LayName | MatchKind::Code)
        })
        .count();
    let mut shell = Shell::new(visit, Page::Search, "", t.s("search-title")).watching(visit, &asked.q);
    shell.query = asked.q.chars().filter(|c| !c.is_control()).take(QUERY_LIMIT).collect();
    // What found a disease may stand in an address; a sentence of distress or a story may not.
    if !found.is_empty() && shell.danger.is_none() && asked.q.len() <= 80 {
        shell = shell
            .with_query(&format!("q={}", ariane_knowledge::starter::documents::percent_encoded(&asked.q)));
    }
    let page = SearchPage {
        found,
        exact,
        shortened: asked.q.chars().count() > QUERY_LIMIT,
        sheet: Page::Sheet.path(visit.language),
        undiagnosed: Page::Guides.path_to(visit.language, "undiagnosed"),
        asked: Asked { q: shell.query.clone(), ..asked },
        shell,
    };
    render(StatusCode::OK, &page)
}

/// A hit in words.
pub fn describe(visit: &Visit, hit: &Hit) -> Option<Found> {
    let t = visit.t;
    let entity = visit.knowledge.catalogue.entity(hit.code)?;
    let (language, name) = visit.knowledge.catalogue.name(entity, visit.language);
    let why = match hit.kind {
        MatchKind::Code => t.w("match-code", "matched", &hit.matched),
        MatchKind::Gene => t.w("match-gene", "matched", &hit.matched),
        _ if hit.matched == name => String::new(),
        MatchKind::Name | MatchKind::Synonym => t.w("match-synonym", "matched", &hit.matched),
        MatchKind::LayName => t.w("match-lay", "matched", &hit.matched),
        MatchKind::Words => t.w("match-words", "matched", &hit.matched),
        MatchKind::Similar => t.w("match-similar", "matched", &hit.matched),
    };
    let retired = match (hit.retired, entity.status) {
        (Some(old), _) if old != hit.code => t.w("retired-forwarded", "code", &old.to_string()),
        (_, Status::NotRare) => t.s("retired-not-rare"),
        (Some(_), _) => t.s("retired-no-successor"),
        _ => String::new(),
    };
    Some(Found {
        href: disease(visit.language, hit.code),
        number: hit.code.0,
        name: name.to_owned(),
        name_language: (language != visit.language).then(|| language.code()),
        level: t.k("level", entity.level.word()),
        level_word: entity.level.word(),
        why,
        retired,
    })
}
