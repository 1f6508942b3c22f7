//! Sources and licences: what everything rests on, and how old it is.

use super::render;
use super::shell::Shell;
use super::visit::Visit;
use crate::addresses::Page;
use ariane_domain::freshness::Confirmation;
use ariane_knowledge::catalogue::SourceInfo;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "sources.html")]
struct SourcesPage {
    shell: Shell,
    release: String,
    built: String,
    sources: Vec<SourceInfo>,
    counts: Vec<(String, String)>,
    confirmed: String,
    rules: String,
}

/// `GET /{lang}/sources`.
pub async fn get(visit: Visit) -> Response {
    let t = visit.t;
    let catalogue = &visit.knowledge.catalogue;
    let counts = catalogue.counts();
    let sites: Vec<_> = visit.knowledge.directory.all().iter().flat_map(|o| &o.sites).collect();
    let confirmed = sites.iter().filter(|s| s.provenance.confirmation == Confirmation::Confirmed).count();
    let number = |key: &str, n: usize| (t.k("count", key), t.number(n as f64));
    let built = chrono::DateTime::parse_from_rfc3339(&catalogue.release.built_at).ok();
    let page = SourcesPage {
        release: catalogue.release.id.clone(),
        built: built.map(|b| t.date(visit.settings.day(b.to_utc()))).unwrap_or_default(),
        sources: catalogue.release.sources.clone(),
        counts: vec![
            number("entities", counts.active),
            number("retired", counts.retired),
            number("names", counts.names.iter().sum()),
            number("definitions", counts.definitions),
            number("signs", counts.signs),
            number("genes", counts.genes),
            number("frequencies", counts.prevalences),
            number("classifications", counts.classifications),
            number("places", counts.places),
            number("structures", visit.knowledge.directory.all().len()),
            number("rules", visit.knowledge.rules.rules().len()),
        ],
        confirmed: t.ww(
            "sources-confirmed",
            ("confirmed", &t.number(confirmed as f64)),
            ("all", &t.number(sites.len() as f64)),
        ),
        rules: Page::Rules.path(visit.language),
        shell: Shell::new(&visit, Page::Sources, "", t.s("sources-title")),
    };
    render(StatusCode::OK, &page)
}
