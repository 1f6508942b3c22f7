//! Plain-language explanations.

use super::render;
use super::shell::{Link, Shell};
use super::visit::Visit;
use crate::addresses::Page;
use crate::problem::Problem;
use ariane_knowledge::starter::guides;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pulldown_cmark::{Event, Parser, html};

#[derive(Template)]
#[template(path = "guides.html")]
struct GuidesPage {
    shell: Shell,
    guides: Vec<(Link, String)>,
}

#[derive(Template)]
#[template(path = "guide.html")]
struct GuidePage {
    shell: Shell,
    summary: String,
    body: String,
    body_language: Option<&'static str>,
    sources: Vec<String>,
    checked: String,
    next: Vec<Link>,
}

/// `GET /{lang}/comprendre`.
pub async fn index(visit: Visit) -> Response {
    let mut all = guides::of(visit.language);
    if all.is_empty() {
        all = guides::of(ariane_domain::Language::Fr);
    }
    // Palliative care is found where it is sought, not pushed in a list (duty D37).
    let guides = all
        .into_iter()
        .filter(|g| g.slug != "palliative-care")
        .map(|g| (Link::new(g.title, Page::Guides.path_to(visit.language, &g.slug)), g.summary))
        .collect();
    let page = GuidesPage { guides, shell: Shell::new(&visit, Page::Guides, "", visit.t.s("guides-title")) };
    render(StatusCode::OK, &page)
}

/// `GET /{lang}/comprendre/{slug}`.
pub async fn one(visit: Visit, Path(slug): Path<String>) -> Response {
    let Some(guide) = guides::find(&slug, visit.language) else { return Problem::NoSuchPage.page(&visit) };
    let t = visit.t;
    let mut body = String::new();
    // Our own text, yet raw HTML in it is shown as text: nothing of ours needs it.
    let events = Parser::new(&guide.body).map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        other => other,
    });
    html::push_html(&mut body, events);
    let page = GuidePage {
        summary: guide.summary,
        body,
        body_language: (guide.language != visit.language).then(|| guide.language.code()),
        sources: guide.sources,
        checked: match guide.checked {
            Some(date) => t.w("checked-on", "date", &t.date(date)),
            None => t.s("guide-unchecked"),
        },
        next: vec![
            Link::new(t.s("nav-search"), Page::Start.path(visit.language)),
            Link::new(t.s("nav-helplines"), Page::Helplines.path(visit.language)),
        ],
        shell: Shell::new(&visit, Page::Guides, &guide.slug, guide.title)
            .via(Link::new(t.s("guides-title"), Page::Guides.path(visit.language))),
    };
    render(StatusCode::OK, &page)
}
