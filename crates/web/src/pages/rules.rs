//! The rule table, and for any disorder which rule fired.

use super::render;
use super::shell::{Link, Shell};
use super::visit::Visit;
use crate::addresses::{Page, disease};
use crate::problem::Problem;
use ariane_domain::OrphaCode;
use ariane_orientation::routing::Fate;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// Which rules are asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    network: String,
}

/// A rule in words.
pub struct Line {
    line: u64,
    group: Link,
    network: String,
    precedence: u8,
    note: String,
    source: String,
    confirmed: bool,
}

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    shell: Shell,
    action: String,
    networks: Vec<super::start::Choice>,
    lines: Vec<Line>,
}

/// A rule that was considered for a disorder.
pub struct Judged {
    line: u64,
    group: Link,
    network: String,
    precedence: u8,
    distance: u32,
    fate: String,
    fired: bool,
    note: String,
}

#[derive(Template)]
#[template(path = "rules_for.html")]
struct RulesForPage {
    shell: Shell,
    name: String,
    disease: String,
    judged: Vec<Judged>,
    none: bool,
    table: String,
}

fn network_name(visit: &Visit, id: &str) -> String {
    match id {
        "none-ern" | "none-fsmr" => visit.t.k("rule", id),
        _ => visit.knowledge.directory.get(id).map_or_else(|| id.to_owned(), |o| o.shown_name().to_owned()),
    }
}

fn group_link(visit: &Visit, code: OrphaCode) -> Link {
    let catalogue = &visit.knowledge.catalogue;
    match catalogue.entity(code) {
        Some(e) => Link::new(catalogue.name(e, visit.language).1, disease(visit.language, code)),
        None => Link::new(code.to_string(), ""),
    }
}

/// `GET /{lang}/regles?network=ern-lung`.
pub async fn get(visit: Visit, Parameters(asked): Parameters<Asked>) -> Response {
    let rules = visit.knowledge.rules.rules();
    let mut ids: Vec<&str> = rules.iter().map(|r| r.network.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let chosen =
        ids.iter().find(|id| **id == asked.network).copied().or(ids.first().copied()).unwrap_or_default();
    let lines = rules
        .iter()
        .filter(|r| r.network == chosen)
        .map(|r| Line {
            line: r.line,
            group: group_link(&visit, r.group),
            network: network_name(&visit, &r.network),
            precedence: r.precedence,
            note: r.note.clone(),
            source: r.provenance.source.clone(),
            confirmed: r.provenance.confirmation == ariane_domain::freshness::Confirmation::Confirmed,
        })
        .collect();
    let page = RulesPage {
        action: Page::Rules.path(visit.language),
        networks: ids
            .iter()
            .map(|id| super::start::Choice {
                value: (*id).into(),
                text: network_name(&visit, id),
                chosen: *id == chosen,
            })
            .collect(),
        lines,
        shell: Shell::new(&visit, Page::Rules, "", visit.t.s("rules-title")),
    };
    render(StatusCode::OK, &page)
}

const fn fate_word(fate: Fate) -> &'static str {
    match fate {
        Fate::Fired => "fired",
        Fate::LessSpecific => "less-specific",
        Fate::LowerPrecedence => "lower-precedence",
        Fate::BeyondLimit => "beyond-limit",
    }
}

/// `GET /{lang}/regles/{code}`.
pub async fn one(visit: Visit, Path(code): Path<String>) -> Response {
    let t = visit.t;
    let catalogue = &visit.knowledge.catalogue;
    let entity = code.parse::<OrphaCode>().ok().and_then(|c| catalogue.current(c));
    let Some(entity) = entity else { return Problem::NoSuchDisease.page(&visit) };
    let route = visit.knowledge.rules.route(catalogue, entity.code);
    let name = catalogue.name(entity, visit.language).1.to_owned();
    let judged = route
        .considered
        .iter()
        .map(|c| Judged {
            line: c.line,
            group: group_link(&visit, c.group),
            network: network_name(&visit, &c.network),
            precedence: c.precedence,
            distance: c.distance,
            fate: t.k("fate", fate_word(c.fate)),
            fired: c.fate == Fate::Fired,
            note: visit.knowledge.rules.at_line(c.line).map(|r| r.note.clone()).unwrap_or_default(),
        })
        .collect();
    let page = RulesForPage {
        disease: disease(visit.language, entity.code),
        judged,
        none: route.ern.is_empty(),
        table: Page::Rules.path(visit.language),
        shell: Shell::new(
            &visit,
            Page::Rules,
            &entity.code.0.to_string(),
            t.w("rules-for-title", "name", &name),
        )
        .via(Link::new(name.clone(), disease(visit.language, entity.code))),
        name,
    };
    render(StatusCode::OK, &page)
}
