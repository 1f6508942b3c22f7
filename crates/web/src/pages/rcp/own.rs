//! The sessions to which one is invited, and nothing else of the cell.

use super::{Fault, frame, settle, shell, status, words};
use crate::addresses::rcp::RcpPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use ariane_domain::access::grant::{AttendRcp, Grant};
use ariane_domain::access::{Actor, Facts};
use ariane_domain::cell::admission::{Admitted, Refusal};
use ariane_domain::cell::rcp::RcpAnswer;
use ariane_store::records::rcp::attending::OwnSession;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

/// A session in the list.
struct Line {
    link: Link,
    name: String,
    state: String,
    window: String,
}

#[derive(Template)]
#[template(path = "rcp/own_list.html")]
struct ListPage {
    shell: Shell,
    work: Work,
    coming: Vec<Line>,
    past: Vec<Line>,
}

#[derive(Template)]
#[template(path = "rcp/own.html")]
struct OwnPage {
    shell: Shell,
    work: Work,
    at: String,
    state: String,
    is_training: bool,
    moment: String,
    place: String,
    link: String,
    window: String,
    files: Vec<Link>,
    answers: Vec<Choice>,
    error: String,
    done: String,
}

/// Until when files are open, or why they are not.
pub fn window(desk: &Desk, window: &Result<Admitted, Refusal>) -> String {
    let t = desk.visit.t;
    match window {
        Ok(open) => t.w("rcp-open-until", "moment", &desk.moment(open.until)),
        Err(why) => t.k("rcp-closed", why.word()),
    }
}

/// `GET /{lang}/mes-rcp`.
pub async fn list(desk: Desk) -> Response {
    let result = show_list(&desk).await;
    settle(&desk, result)
}

async fn show_list(desk: &Desk) -> Result<Response, Fault> {
    let mut work = desk.begin().await?;
    let facts = Facts::of_all(desk.controller(), "rcp_session");
    let grant: Grant<AttendRcp> = work.grant(&desk.actor(), facts)?;
    let all = work.own_rcp_sessions(&grant).await?;
    work.commit().await?;
    let (t, language) = (desk.visit.t, desk.visit.language);
    let (mut coming, past): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.session.state.is_coming());
    coming.reverse();
    let line = |one: OwnSession| Line {
        link: Link::new(
            desk.moment(one.session.starts_at),
            RcpPage::Own.path_to(language, &one.id.to_string()),
        ),
        name: one.name,
        state: t.k("rcp-state", one.session.state.word()),
        window: window(desk, &one.window),
    };
    let page = ListPage {
        shell: shell(desk, RcpPage::Own, "", t.s("rcp-own")),
        work: frame(desk, RcpPage::Own),
        coming: coming.into_iter().map(line).collect(),
        past: past.into_iter().map(line).collect(),
    };
    Ok(render(StatusCode::OK, &page))
}

/// What was done just before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /{lang}/mes-rcp/{id}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Query(before): Query<Done>) -> Response {
    let done = if before.done.is_empty() { String::new() } else { desk.visit.t.s("rcp-done-answer") };
    let result = show(&desk, id, "", done).await;
    settle(&desk, result)
}

/// A grant for a session to which one is invited.
async fn grant(
    desk: &Desk,
    work: &ariane_store::records::Work<'_>,
    id: Uuid,
) -> Result<Grant<AttendRcp>, Fault> {
    let actor = desk.actor();
    let facts = match &actor {
        Actor::Staff(staff) => work.attendance_facts(staff, id).await?,
        _ => Facts::of(desk.controller(), "rcp_session", id),
    };
    Ok(work.grant(&actor, facts)?)
}

async fn show(desk: &Desk, id: Uuid, fault: &'static str, done: String) -> Result<Response, Fault> {
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let one = work.own_rcp_session(&grant).await?;
    work.commit().await?;
    let (t, language) = (desk.visit.t, desk.visit.language);
    let moment = desk.moment(one.session.starts_at);
    let title = t.ww("rcp-title", ("name", &one.name), ("moment", &moment));
    let here = RcpPage::Own.path_to(language, &id.to_string());
    let file = |(file, number): &(Uuid, i64)| {
        Link::new(t.w("rcp-file", "number", &number.to_string()), format!("{here}/{file}"))
    };
    let answers: Vec<&str> = RcpAnswer::ALL.iter().skip(1).map(|answer| answer.word()).collect();
    let page = OwnPage {
        shell: shell(desk, RcpPage::Own, &id.to_string(), title),
        work: frame(desk, RcpPage::Own),
        files: one.files.iter().map(file).collect(),
        at: here.clone(),
        state: t.k("rcp-state", one.session.state.word()),
        is_training: !one.reality.counts(),
        moment,
        window: window(desk, &one.window),
        answers: if one.session.state.is_coming() {
            desk.choices(&answers, "rcp-answer", one.answer.word())
        } else {
            Vec::new()
        },
        place: one.place,
        link: one.link,
        error: if fault.is_empty() { String::new() } else { words(desk, fault) },
        done,
    };
    Ok(render(status(fault), &page))
}

/// `POST /{lang}/mes-rcp/{id}/answer`.
pub async fn answer(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match keep(&desk, id, &sent).await {
        Err(Fault::Rule(fault)) => show(&desk, id, fault, String::new()).await,
        other => other,
    };
    settle(&desk, result)
}

async fn keep(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let answer = RcpAnswer::from_word(sent.get("answer")).ok_or(Fault::Rule("unreadable"))?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    work.answer_rcp(&grant, answer).await?;
    work.commit().await?;
    let here = RcpPage::Own.path_to(desk.visit.language, &id.to_string());
    Ok(Redirect::to(&format!("{here}?done=1")).into_response())
}
