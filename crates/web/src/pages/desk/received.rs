//! What the cell was handed over: confirm, decline, ask the listener to say a sentence or to call back (duty D30).

use super::frame::{self, Work};
use super::handover::HandoverView;
use super::talk::Said;
use super::trouble::Trouble;
use super::{Desk, Sent};
use crate::addresses::desk::DeskPage;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use ariane_domain::access::grant::ReceiveHandover;
use ariane_domain::cell::BroughtBy;
use ariane_domain::enquiry::{DeclineReason, HandoverChange, HandoverState, Return};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "desk/received.html")]
struct ReceivedPage {
    shell: Shell,
    work: Work,
    rows: Vec<(Link, String, String, String)>,
}

#[derive(Template)]
#[template(path = "desk/received_one.html")]
struct OnePage {
    shell: Shell,
    work: Work,
    at: String,
    handover: HandoverView,
    name: String,
    mail: String,
    phone: String,
    note: String,
    summary: String,
    profile: Vec<(String, String)>,
    said: Vec<Said>,
    reasons: Vec<Choice>,
    may_receive: bool,
    may_answer: bool,
    case: Option<Link>,
    open: String,
    brought: Vec<Choice>,
    error: String,
}

/// `GET /{lang}/transmissions`: codes and times; opening one is logged on its own.
pub async fn get(desk: Desk) -> Response {
    let result = list(&desk).await;
    desk.settle(result)
}

async fn list(desk: &Desk) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let work = desk.begin().await?;
    let all = work.handovers_open(desk.controller()).await?;
    work.commit().await?;
    let at = DeskPage::Received.path(desk.visit.language);
    let rows = all.into_iter().map(|one| {
        let title = t.w("desk-enquiry-title", "number", &one.number.to_string());
        (
            Link::new(title, format!("{at}/{}", one.id)),
            t.k("handover-reason", one.handover.reason.word()),
            t.k("handover-state", one.handover.state.word()),
            desk.moment(one.handover.sent_at),
        )
    });
    let page = ReceivedPage {
        shell: frame::shell(desk, DeskPage::Received, "", t.s("desk-received")),
        work: Work::new(desk, Some(DeskPage::Received)),
        rows: rows.collect(),
    };
    Ok(render(StatusCode::OK, &page))
}

/// `GET /{lang}/transmissions/{id}`.
pub async fn one(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = show(&desk, id, StatusCode::OK, String::new()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, status: StatusCode, error: String) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let facts = work.handover_facts(desk.controller(), id).await?;
    let grant = work.grant::<ReceiveHandover>(&desk.actor(), facts)?;
    let (sent, enquiry) = work.read_handed_over(&grant).await?;
    let case = work.case_of_handover(desk.controller(), id).await?;
    work.commit().await?;
    let state = sent.handover.state;
    let title = t.w("desk-enquiry-title", "number", &enquiry.number.to_string());
    let mut said = desk.talk(&enquiry, &colleagues);
    // The files go along; the infoline's own addresses open for listeners only.
    let here = DeskPage::Received.path_to(desk.visit.language, &format!("{id}/file"));
    for file in said.iter_mut().flat_map(|one| one.files.iter_mut()).filter(|file| !file.href.is_empty()) {
        let name = file.href.rsplit('/').next().unwrap_or_default();
        file.href = format!("{here}/{name}");
    }
    let at = DeskPage::Received.path_to(desk.visit.language, &id.to_string());
    let page = OnePage {
        shell: frame::shell(desk, DeskPage::Received, &id.to_string(), title),
        work: Work::new(desk, Some(DeskPage::Received)),
        case: case.map(|case| {
            Link::new(t.w("cell-case-title", "number", &case.number.to_string()), desk.case_at(case.id))
        }),
        open: format!("{at}/file"),
        brought: desk.brought_choices(BroughtBy::Listener.word()),
        at,
        handover: HandoverView::new(desk, &sent, &colleagues),
        name: desk.name_of(&enquiry),
        mail: enquiry.requester.identity.mail.clone(),
        phone: enquiry.requester.identity.phone.clone(),
        note: enquiry.texts.note.clone(),
        summary: enquiry.texts.summary.clone(),
        profile: desk.profile(&enquiry),
        said,
        reasons: DeclineReason::ALL
            .map(|r| Choice { value: r.word().into(), text: t.k("decline-reason", r.word()), chosen: false })
            .into(),
        may_receive: state == HandoverState::Sent,
        may_answer: matches!(state, HandoverState::Sent | HandoverState::Received | HandoverState::Returned),
        error,
    };
    Ok(render(status, &page))
}

/// `POST /{lang}/transmissions/{id}`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = answer(&desk, id, &sent).await;
    desk.settle(result)
}

async fn answer(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let text = sent.text("text");
    let reason = DeclineReason::from_word(sent.get("reason"));
    let change = match sent.get("act") {
        "receive" => Some(HandoverChange::Receive),
        "decline" => reason.map(HandoverChange::Decline),
        "sentence" => Some(HandoverChange::Return(Return::Sentence)),
        "call-back" => Some(HandoverChange::Return(Return::CallBack)),
        _ => None,
    };
    let needs_words = matches!(change, Some(HandoverChange::Return(_)))
        || change == Some(HandoverChange::Decline(DeclineReason::Other));
    let Some(change) = change.filter(|_| !needs_words || !text.trim().is_empty()) else {
        let error = desk.visit.t.s("desk-cell-words");
        return show(desk, id, StatusCode::UNPROCESSABLE_ENTITY, error).await;
    };
    let mut work = desk.begin().await?;
    let facts = work.handover_facts(desk.controller(), id).await?;
    let grant = work.grant::<ReceiveHandover>(&desk.actor(), facts)?;
    work.receive_handover(&grant, sent.version(), change, text.trim()).await?;
    work.commit().await?;
    let l = desk.visit.language;
    let back = match change {
        HandoverChange::Decline(_) => DeskPage::Received.path(l),
        _ => DeskPage::Received.path_to(l, &id.to_string()),
    };
    Ok(Redirect::to(&back).into_response())
}
