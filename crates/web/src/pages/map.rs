//! A map of centres, drawn by ourselves: no outside server learns who looks at what.

use super::render;
use super::shell::{Link, Shell};
use super::visit::Visit;
use crate::addresses::Page;
use crate::pictures::map::{Mark, draw};
use ariane_domain::OrphaCode;
use ariane_domain::organisation::Kind;
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// Which centres are asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    disorder: String,
}

/// A centre in the list beside the map.
pub struct Listed {
    link: Link,
    kind: String,
    kind_word: &'static str,
    town: String,
}

#[derive(Template)]
#[template(path = "map.html")]
struct MapPage {
    shell: Shell,
    action: String,
    disorder_name: String,
    svg: String,
    listed: Vec<Listed>,
    unplaced: String,
}

/// `GET /{lang}/carte?disorder=586`.
pub async fn get(visit: Visit, Parameters(asked): Parameters<Asked>) -> Response {
    let t = visit.t;
    let catalogue = &visit.knowledge.catalogue;
    let entity = asked.disorder.parse::<OrphaCode>().ok().and_then(|c| catalogue.current(c));
    let mut marks = Vec::new();
    let mut listed = Vec::new();
    let mut unplaced = 0;
    for organisation in visit.knowledge.directory.all() {
        if !organisation.kind.is_centre() && organisation.kind != Kind::Hub {
            continue;
        }
        if entity.is_some_and(|e| {
            organisation.kind == Kind::Hub || !catalogue.is_within(e.code, &organisation.coverage)
        }) {
            continue;
        }
        for site in &organisation.sites {
            let Some(point) = site.point else {
                unplaced += 1;
                continue;
            };
            marks.push(Mark {
                point,
                kind: organisation.kind,
                name: organisation.shown_name().to_owned(),
                town: site.town.clone(),
            });
            listed.push(Listed {
                link: Link::new(
                    organisation.shown_name(),
                    Page::Organisation.path_to(visit.language, &organisation.id),
                ),
                kind: super::entry::kind_label(&visit, organisation, site),
                kind_word: organisation.kind.word(),
                town: format!("{} ({})", site.town, site.country),
            });
        }
    }
    listed.sort_by(|a, b| (&a.town, &a.link.text).cmp(&(&b.town, &b.link.text)));
    let page = MapPage {
        action: Page::Map.path(visit.language),
        disorder_name: entity.map_or_else(String::new, |e| catalogue.name(e, visit.language).1.to_owned()),
        svg: draw(&visit, &marks),
        listed,
        unplaced: if unplaced > 0 { t.n("map-unplaced", unplaced) } else { String::new() },
        shell: Shell::new(&visit, Page::Map, "", t.s("map-title")),
    };
    render(StatusCode::OK, &page)
}
