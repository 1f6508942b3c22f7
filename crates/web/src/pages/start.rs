//! The start page: one box, a place, a need.

use super::render;
use super::shell::{Link, Shell};
use super::visit::Visit;
use crate::addresses::Page;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// A choice in a select field.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Value.
    pub value: String,
    /// Text.
    pub text: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choice {
    /// A choice, and whether it is chosen.
    pub fn new(value: &str, text: String, chosen: bool) -> Self {
        Self { value: value.to_owned(), text, chosen }
    }
}

/// A nature of request with its sub-needs, for a grouped select field.
#[derive(Debug, Clone)]
pub struct ChoiceGroup {
    /// Heading.
    pub text: String,
    /// Choices.
    pub choices: Vec<Choice>,
}

/// The seven natures with their sub-needs.
pub fn need_choices(visit: &Visit, chosen: &str) -> Vec<ChoiceGroup> {
    visit
        .knowledge
        .needs
        .iter()
        .map(|nature| {
            let code = nature.code.to_string();
            let all = Choice {
                chosen: code == chosen,
                text: visit.t.w("need-whole", "need", nature.short.get(visit.language)),
                value: code,
            };
            let subs = nature.sub.iter().map(|sub| {
                let value = sub.code.to_string();
                Choice { chosen: value == chosen, text: sub.label.get(visit.language).to_owned(), value }
            });
            ChoiceGroup {
                text: nature.label.get(visit.language).to_owned(),
                choices: std::iter::once(all).chain(subs).collect(),
            }
        })
        .collect()
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    shell: Shell,
    action: String,
    needs: Vec<ChoiceGroup>,
    ways: Vec<(Link, String)>,
    counts: String,
}

/// `GET /{lang}`.
pub async fn get(visit: Visit) -> Response {
    let t = visit.t;
    let l = visit.language;
    let active = visit
        .knowledge
        .catalogue
        .entities()
        .iter()
        .filter(|e| e.status == ariane_knowledge::catalogue::entity::Status::Active)
        .count();
    let way = |key: &str, page: Page| (Link::new(t.k("way", key), page.path(l)), t.k("way-lead", key));
    let page = StartPage {
        action: Page::Search.path(l),
        needs: need_choices(&visit, ""),
        ways: vec![
            (
                Link::new(t.k("way", "undiagnosed"), Page::Guides.path_to(l, "undiagnosed")),
                t.k("way-lead", "undiagnosed"),
            ),
            way("networks", Page::Networks),
            way("map", Page::Map),
            way("guides", Page::Guides),
            (
                Link::new(t.k("way", "relative"), Page::Guides.path_to(l, "carers")),
                t.k("way-lead", "relative"),
            ),
            way("events", Page::Events),
            way("helplines", Page::Helplines),
        ],
        counts: t.n("start-counts", active),
        shell: Shell::new(&visit, Page::Start, "", t.s("start-title")),
    };
    render(StatusCode::OK, &page)
}
