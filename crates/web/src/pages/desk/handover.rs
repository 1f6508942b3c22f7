//! Handing over to the cell, and what comes back of it: status and words for the listener, never the case file.

use super::frame::{self, Work};
use super::trouble::Trouble;
use super::{Colleagues, Desk, Sent, acts};
use crate::addresses::desk::DeskPage;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::Refusal;
use ariane_domain::access::grant::{AnswerEnquiry, HandOver, ReadEnquiry};
use ariane_domain::enquiry::{HandoverChange, HandoverReason, HandoverState};
use ariane_store::StoreError;
use ariane_store::records::desk::handovers::Sent as HandedOver;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

/// A hand-over as the listener sees it.
pub struct HandoverView {
    /// Id.
    pub id: String,
    /// Reason.
    pub reason: String,
    /// Where it stands.
    pub state: String,
    /// Who sent it, when.
    pub sent: String,
    /// When the cell confirmed.
    pub received: String,
    /// What was written to the cell.
    pub message: String,
    /// What the cell said: heading, text.
    pub answers: Vec<(String, String)>,
    /// It can be taken back.
    pub may_recall: bool,
    /// The listener can say that it was done.
    pub may_finish: bool,
    /// Version.
    pub version: i32,
}

impl HandoverView {
    /// In words.
    pub fn new(desk: &Desk, sent: &HandedOver, colleagues: &Colleagues) -> Self {
        let t = desk.visit.t;
        let one = &sent.handover;
        let answers = sent.answers.iter().map(|answer| {
            let what = t.k("cell-answer", &answer.kind);
            let reason = match answer.reason.as_str() {
                "" => String::new(),
                word => format!(" ({})", t.k("decline-reason", word)),
            };
            (format!("{what}{reason} · {}", desk.moment(answer.at)), answer.text.clone())
        });
        Self {
            id: sent.id.to_string(),
            reason: t.k("handover-reason", one.reason.word()),
            state: t.k("handover-state", one.state.word()),
            sent: t.ww(
                "desk-handover-sent",
                ("name", &colleagues.name(sent.sent_by)),
                ("moment", &desk.moment(one.sent_at)),
            ),
            received: one
                .received_at
                .map(|at| t.w("desk-handover-received", "moment", &desk.moment(at)))
                .unwrap_or_default(),
            message: sent.message.clone(),
            answers: answers.collect(),
            may_recall: one.state == HandoverState::Sent,
            may_finish: one.state == HandoverState::Returned,
            version: sent.version,
        }
    }
}

#[derive(Template)]
#[template(path = "desk/handover.html")]
struct HandoverPage {
    shell: Shell,
    work: Work,
    at: String,
    version: i32,
    reasons: Vec<Choice>,
    message: String,
    refused: String,
    lacks_agreement: bool,
    error: String,
}

/// `GET …/handover`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = form(&desk, id, &Sent::default(), StatusCode::OK, String::new()).await;
    desk.settle(result)
}

async fn form(
    desk: &Desk,
    id: Uuid,
    sent: &Sent,
    status: StatusCode,
    error: String,
) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let mut work = desk.begin().await?;
    let read = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let enquiry = work.read_enquiry(&read).await?;
    let facts = work.enquiry_facts(desk.controller(), id).await?;
    // The policy is asked before anything is typed: who lacks the person's agreement is told so, and how to get it.
    let refusal = work.grant::<HandOver>(&desk.actor(), facts).err();
    work.commit().await?;
    let title = t.w("desk-handover-title", "number", &enquiry.number.to_string());
    let chosen = sent.get("reason");
    let page = HandoverPage {
        shell: frame::shell(desk, DeskPage::Enquiry, &format!("{id}/handover"), title),
        work: Work::new(desk, None),
        at: desk.enquiry_at(id),
        version: if sent.get("version").is_empty() { enquiry.version } else { sent.version() },
        reasons: HandoverReason::ALL
            .map(|r| Choice {
                value: r.word().into(),
                text: t.k("handover-reason", r.word()),
                chosen: r.word() == chosen,
            })
            .into(),
        message: sent.text("message"),
        refused: refusal.map(|r| t.k("desk-trouble-lead", r.word())).unwrap_or_default(),
        lacks_agreement: refusal == Some(Refusal::NoAgreement),
        error,
    };
    let status = if refusal.is_some() && status == StatusCode::OK { StatusCode::FORBIDDEN } else { status };
    Ok(render(status, &page))
}

/// `POST …/handover`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = send(&desk, id, &sent).await;
    desk.settle(result)
}

async fn send(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let message = sent.text("message");
    let reason = HandoverReason::from_word(sent.get("reason"));
    let needs_words = reason == Some(HandoverReason::Other) && message.trim().is_empty();
    let Some(reason) = reason.filter(|_| !needs_words) else {
        let error = desk.visit.t.s("desk-handover-why");
        return form(desk, id, sent, StatusCode::UNPROCESSABLE_ENTITY, error).await;
    };
    let refused = {
        let mut work = desk.begin().await?;
        let facts = work.enquiry_facts(desk.controller(), id).await?;
        match work.grant::<HandOver>(&desk.actor(), facts) {
            Err(refusal) => Some(refusal),
            Ok(grant) => match work.hand_over(&grant, sent.version(), reason, message.trim()).await {
                Ok(_) => {
                    work.commit().await?;
                    return Ok(acts::back(desk, id, "hand-over"));
                }
                Err(StoreError::Conflict | StoreError::NotPossible) => None,
                Err(other) => return Err(other.into()),
            },
        }
    };
    match refused {
        Some(_) => form(desk, id, sent, StatusCode::FORBIDDEN, String::new()).await,
        None => acts::overtaken(desk, id).await,
    }
}

/// `POST …/cell`: the listener takes a hand-over back, or did what the cell asked for.
pub async fn cell(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = answer(&desk, id, &sent).await;
    desk.settle(result)
}

async fn answer(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let handover = sent.get("handover").parse().map_err(|_| Trouble::Store(StoreError::NotThere))?;
    let change = if sent.get("act") == "recall" { HandoverChange::Recall } else { HandoverChange::Done };
    let mut work = desk.begin().await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    work.answer_cell(&grant, handover, sent.version(), change).await?;
    work.commit().await?;
    Ok(acts::back(
        desk,
        id,
        sent.get("act").split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or("done"),
    ))
}
