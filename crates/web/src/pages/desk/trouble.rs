//! When the desk cannot do what was asked: why, and what to do next.

use super::Desk;
use super::frame::Work;
use crate::addresses::desk::DeskPage;
use crate::guard::again;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::Refusal;
use ariane_store::StoreError;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

/// Why not.
#[derive(Debug)]
pub enum Trouble {
    /// The policy refused.
    Refused(Refusal),
    /// Nobody may follow this person for want of their agreement.
    NotAgreed(Uuid),
    /// The store could not.
    Store(StoreError),
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Trouble {
    /// The one table of statuses and words.
    const fn told(&self) -> (StatusCode, &'static str) {
        match self {
            Self::NotAgreed(_) => (StatusCode::FORBIDDEN, "not-agreed"),
            Self::Refused(refusal) => (StatusCode::FORBIDDEN, refusal.word()),
            Self::Store(StoreError::NotThere) => (StatusCode::NOT_FOUND, "not-there"),
            Self::Store(StoreError::Conflict) => (StatusCode::CONFLICT, "conflict"),
            Self::Store(StoreError::NotPossible) => (StatusCode::CONFLICT, "not-possible"),
            Self::Store(StoreError::Erased) => (StatusCode::GONE, "erased"),
            Self::Store(_) => (StatusCode::INTERNAL_SERVER_ERROR, "ours"),
        }
    }
}

#[derive(Template)]
#[template(path = "desk/trouble.html")]
struct TroublePage {
    shell: Shell,
    work: Work,
    lead: String,
    next: Vec<Link>,
}

impl Desk {
    /// The answer of a handler.
    pub fn settle(&self, result: Result<Response, Trouble>) -> Response {
        match result {
            Ok(response) => response,
            Err(trouble) => self.tell(&trouble),
        }
    }

    /// Where who is signed in goes on: the first pages of their own work.
    fn work_pages(&self) -> Vec<Link> {
        Work::new(self, None).tabs.into_iter().take(2).map(|tab| tab.link).collect()
    }

    fn tell(&self, trouble: &Trouble) -> Response {
        let (status, word) = trouble.told();
        if let Trouble::Store(error) = trouble
            && status == StatusCode::INTERNAL_SERVER_ERROR
        {
            // The error's own words name no values; those of the database do, and stay out.
            tracing::error!(kind = %error, "the desk could not be served");
        }
        let t = self.visit.t;
        let mut next = self.work_pages();
        if let Trouble::NotAgreed(file) = trouble {
            let at = format!("{}/coordination", self.case_at(*file));
            next.insert(0, Link::new(t.s("coordination-ask"), at));
        }
        let page = TroublePage {
            work: Work::new(self, None),
            lead: t.k("desk-trouble-lead", word),
            next,
            shell: Shell::with_addresses(&self.visit, true, t.k("desk-trouble", word), |l| {
                DeskPage::Queue.path(l)
            }),
        };
        let mut response = render(status, &page);
        if let Trouble::Store(error) = trouble {
            again::mark(&mut response, error);
        }
        response
    }
}
