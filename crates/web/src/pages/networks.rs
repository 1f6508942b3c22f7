//! The 24 European Reference Networks and the 23 French filières.

use super::entry::Card;
use super::render;
use super::shell::Shell;
use super::visit::Visit;
use crate::addresses::Page;
use ariane_domain::organisation::Kind;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "networks.html")]
struct NetworksPage {
    shell: Shell,
    ern: Vec<Card>,
    fsmr: Vec<Card>,
    guide_ern: String,
    guide_fsmr: String,
}

/// Cards of all structures of a kind, by name.
pub fn cards(visit: &Visit, kind: Kind) -> Vec<Card> {
    let mut all: Vec<_> = visit.knowledge.directory.of_kind(kind).collect();
    all.sort_by_key(|o| o.shown_name().to_lowercase());
    all.into_iter().filter_map(|o| Some(Card::plain(visit, o, o.sites.first()?))).collect()
}

/// `GET /{lang}/reseaux`.
pub async fn get(visit: Visit) -> Response {
    let page = NetworksPage {
        ern: cards(&visit, Kind::Ern),
        fsmr: cards(&visit, Kind::Fsmr),
        guide_ern: Page::Guides.path_to(visit.language, "ern"),
        guide_fsmr: Page::Guides.path_to(visit.language, "fsmr"),
        shell: Shell::new(&visit, Page::Networks, "", visit.t.s("networks-title")),
    };
    render(StatusCode::OK, &page)
}
