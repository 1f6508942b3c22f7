//! The service's follow-up beside a file of the cell: words addressed to it, a word back, and how the cell asks for it.

use super::file::EntryView;
use crate::addresses::cell::CellPage;
use crate::pages::care::frame::{self, Head, answered};
use crate::pages::care::plan::Before;
use crate::pages::cell::fault::{Failed, Fault};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::service::ServiceState;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "service/beside.html")]
struct BesidePage {
    shell: Shell,
    work: Work,
    head: Head,
    state: String,
    words: Vec<EntryView>,
    may_ask: bool,
    may_write: bool,
    ask_text: String,
    ask_error: String,
    word_text: String,
    word_error: String,
}

/// `GET …/service`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let (case, colleagues) = (&loaded.case, &loaded.colleagues);
    let outline = case.service.as_ref();
    let state = outline.map(|one| {
        let state = desk.service_state(one.state, one.end);
        let holder = one.holder.map(|id| colleagues.name(id)).filter(|name| !name.is_empty());
        [Some(state), holder].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let page = BesidePage {
        shell: frame::of_file(desk, case, "service", t.s("service-beside")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, done, failed.all()),
        state: state.unwrap_or_default(),
        words: outline
            .map(|one| one.words.iter().map(|entry| desk.service_entry(entry, colleagues)).collect())
            .unwrap_or_default(),
        may_ask: outline.is_none_or(|one| matches!(one.state, ServiceState::Declined | ServiceState::Ended)),
        may_write: outline.is_some_and(|one| one.state != ServiceState::Died),
        ask_text: failed.text("service-ask", "text"),
        ask_error: failed.error("service-ask"),
        word_text: failed.text("service-word", "text"),
        word_error: failed.error("service-word"),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/service`: asks the service to follow the person.
pub async fn ask(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = asked(&desk, id, &sent).await;
    answered(&desk, id, ("service", "service-ask"), &sent, done, |failed| show(&desk, id, failed, false))
        .await
}

async fn asked(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.ask_service(&grant, &sent.text("text")).await?;
    Ok(work.commit().await?)
}

/// `POST …/service/word`: a word to the service.
pub async fn word(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = written(&desk, id, &sent).await;
    answered(&desk, id, ("service", "service-word"), &sent, done, |failed| show(&desk, id, failed, false))
        .await
}

async fn written(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.write_to_service(&grant, &sent.text("text")).await?;
    Ok(work.commit().await?)
}
