//! What became of whom the service or the hub sent to the cell: received, asked back, accepted, refused, finished.

use crate::addresses::cell::CellPage;
use crate::pages::cell::fault::{Failed, Fault};
use crate::pages::cell::frame;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::{FollowSent, Grant};
use ariane_domain::cell::Reality;
use ariane_domain::cell::file::FileState;
use ariane_store::records;
use ariane_store::records::cell::sent::{MOST, SentCase, SentKnot};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

/// Something that is told.
pub struct KnotView {
    /// When, for machines and in words.
    pub at: (String, String),
    /// What.
    pub what: String,
    /// Words.
    pub text: String,
}

/// A file as who sent the person sees it.
pub struct SentView {
    /// Its page, named by its number.
    pub link: Link,
    /// Whom it is about.
    pub name: String,
    /// State.
    pub state: String,
    /// When it reached the cell, for machines and in words.
    pub received: (String, String),
    /// Whether the cell waits for an answer.
    pub is_asked: bool,
    /// Whether it is fictitious.
    pub is_training: bool,
    /// What is told.
    pub told: Vec<KnotView>,
    /// Where the answer is sent.
    pub action: String,
    /// Version.
    pub version: i32,
    /// Words typed.
    pub typed: String,
    /// What is wrong.
    pub error: String,
}

#[derive(Template)]
#[template(path = "service/sent.html")]
struct ListPage {
    shell: Shell,
    work: Work,
    rows: Vec<SentView>,
    send: String,
    is_full: bool,
}

#[derive(Template)]
#[template(path = "service/sent_one.html")]
struct OnePage {
    shell: Shell,
    work: Work,
    done: String,
    errors: Vec<(String, String)>,
    case: SentView,
}

/// What an address says of what was done before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Before {
    done: String,
}

impl Desk {
    fn sent_at(&self, id: Uuid) -> String {
        CellPage::Sent.path_to(self.visit.language, &id.to_string())
    }

    fn told_view(&self, knot: &SentKnot) -> KnotView {
        KnotView {
            at: (knot.at.to_rfc3339(), self.moment(knot.at)),
            what: self.event_words(&knot.kind, &knot.detail),
            text: knot.text.clone(),
        }
    }

    /// A file as who sent the person sees it; `action` is where the answer to a question of the cell is sent.
    pub fn sent_view(&self, case: &SentCase, action: &str, failed: &Failed) -> SentView {
        let t = self.visit.t;
        let number = t.w("cell-case-title", "number", &case.number.to_string());
        SentView {
            link: Link::new(number, self.sent_at(case.id)),
            name: if case.name.is_empty() { t.s("desk-name-unknown") } else { case.name.clone() },
            state: t.k("file-state", case.state.word()),
            received: (case.received_at.to_rfc3339(), self.moment(case.received_at)),
            is_asked: case.state == FileState::AskedBack,
            is_training: case.reality == Reality::Training,
            told: case.told.iter().map(|knot| self.told_view(knot)).collect(),
            action: action.to_owned(),
            version: case.version,
            typed: failed.text("answer", "text"),
            error: failed.error("answer"),
        }
    }

    async fn sent_grant(&self, work: &mut records::Work<'_>, id: Uuid) -> Result<Grant<FollowSent>, Trouble> {
        let facts = work.sent_facts(self.controller(), id).await?;
        Ok(work.grant(&self.actor(), facts)?)
    }
}

/// `GET /{lang}/cellule/envois`.
pub async fn list(desk: Desk) -> Response {
    let result = listed(&desk).await;
    desk.settle(result)
}

async fn listed(desk: &Desk) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<FollowSent>(&work, "case_file")?;
    let cases = work.sent_cases(&grant).await?;
    work.commit().await?;
    let page = ListPage {
        shell: frame::shell(desk, CellPage::Sent, "", desk.visit.t.s("sent-title")),
        work: frame::work(desk, CellPage::Sent),
        is_full: cases.len() as u64 >= MOST,
        rows: cases.iter().map(|case| desk.sent_view(case, "", &Failed::default())).collect(),
        send: CellPage::Send.path(desk.visit.language),
    };
    Ok(render(StatusCode::OK, &page))
}

/// `GET …/{file}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let done = if before.done.is_empty() { String::new() } else { desk.visit.t.s("cell-done") };
    let result = show(&desk, id, &Failed::default(), done).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: &Failed, done: String) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let mut work = desk.begin().await?;
    let grant = desk.sent_grant(&mut work, id).await?;
    let case = work.read_sent(&grant).await?;
    work.commit().await?;
    let view = desk.sent_view(&case, &format!("{}/answer", desk.sent_at(id)), failed);
    let list = Link::new(t.s("sent-title"), CellPage::Sent.path(desk.visit.language));
    let page = OnePage {
        shell: frame::shell(desk, CellPage::Sent, &id.to_string(), view.link.text.clone()).via(list),
        work: Work { is_training: view.is_training, ..frame::work(desk, CellPage::Sent) },
        done,
        errors: failed.all(),
        case: view,
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/{file}/answer`: what the cell asked.
pub async fn answer(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match answered(&desk, id, &sent).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=1", desk.sent_at(id))).into_response()),
        Err(Fault::Rule(rule)) => {
            let failed = Failed::new(&desk, "answer", rule, &sent);
            show(&desk, id, &failed, String::new()).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn answered(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.sent_grant(&mut work, id).await?;
    work.answer_sent(&grant, sent.version(), &sent.text("text")).await?;
    Ok(work.commit().await?)
}
