//! When there is no answer: a page that says what to do next.

use crate::addresses::Page;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// A page for what could not be answered.
#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    shell: Shell,
    lead: String,
    next: Vec<Link>,
}

/// What went wrong, in the person's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// No page of that address.
    NoSuchPage,
    /// No disorder of that code.
    NoSuchDisease,
    /// No structure of that id.
    NoSuchOrganisation,
    /// The form could not be read.
    UnreadableForm,
    /// Our fault.
    Ours,
}

impl Problem {
    /// The one table of statuses.
    const fn status(self) -> StatusCode {
        match self {
            Self::NoSuchPage | Self::NoSuchDisease | Self::NoSuchOrganisation => StatusCode::NOT_FOUND,
            Self::UnreadableForm => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Ours => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::NoSuchPage => "page",
            Self::NoSuchDisease => "disease",
            Self::NoSuchOrganisation => "organisation",
            Self::UnreadableForm => "form",
            Self::Ours => "ours",
        }
    }

    /// The page.
    pub fn page(self, visit: &Visit) -> Response {
        let t = visit.t;
        let page = ProblemPage {
            shell: Shell::new(visit, Page::Start, "", t.k("problem-title", self.word())),
            lead: t.k("problem-lead", self.word()),
            next: vec![
                Link::new(t.s("nav-search"), Page::Start.path(visit.language)),
                Link::new(t.s("nav-helplines"), Page::Helplines.path(visit.language)),
            ],
        };
        render(self.status(), &page)
    }
}
