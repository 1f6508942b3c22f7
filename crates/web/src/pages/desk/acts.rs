//! What may be done with an enquiry in one step: take, release, close, reopen, record a choice, call a colleague.

use super::frame::{self, Work};
use super::trouble::Trouble;
use super::{Desk, Sent};
use crate::addresses::desk::DeskPage;
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::{AnswerEnquiry, ReadEnquiry};
use ariane_domain::enquiry::{Change, Outcome};
use ariane_domain::purpose::{Choice, Purpose};
use ariane_store::StoreError;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// Somebody was quicker.
pub const OVERTAKEN: StatusCode = StatusCode::CONFLICT;

#[derive(Template)]
#[template(path = "desk/overtaken.html")]
struct OvertakenPage {
    shell: Shell,
    work: Work,
    at: String,
    number: i64,
    held: String,
    state: String,
    version: i32,
    may_take: bool,
    may_take_over: bool,
}

/// Back to the enquiry, saying what was done.
pub fn back(desk: &Desk, id: Uuid, done: &str) -> Response {
    Redirect::to(&format!("{}?done={done}", desk.enquiry_at(id))).into_response()
}

/// Back to a page of the enquiry.
pub fn back_to(desk: &Desk, id: Uuid, page: &str) -> Response {
    Redirect::to(&format!("{}/{page}", desk.enquiry_at(id))).into_response()
}

async fn change(desk: &Desk, id: Uuid, sent: &Sent, change: Change) -> Result<Response, Trouble> {
    let done = {
        let mut work = desk.begin().await?;
        let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
        match work.change_enquiry(&grant, sent.version(), change).await {
            Ok(()) => work.commit().await.map(|()| true)?,
            Err(StoreError::Conflict | StoreError::NotPossible) => false,
            Err(other) => return Err(other.into()),
        }
    };
    if done { Ok(back(desk, id, change.word())) } else { overtaken(desk, id).await }
}

/// Who has it now, since when, and what can be done about it.
pub async fn overtaken(desk: &Desk, id: Uuid) -> Result<Response, Trouble> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let enquiry = work.read_enquiry(&grant).await?;
    work.commit().await?;
    let (t, hold) = (desk.visit.t, desk.hold(&enquiry));
    let page = OvertakenPage {
        shell: frame::shell(desk, DeskPage::Enquiry, &id.to_string(), t.s("desk-overtaken-title")),
        work: Work::new(desk, None),
        at: desk.enquiry_at(id),
        number: enquiry.number,
        held: desk.held_by(&enquiry, &colleagues),
        state: t.k("enquiry-state", enquiry.state.word()),
        version: enquiry.version,
        may_take: hold.may_take(enquiry.state),
        may_take_over: hold.may_take_over(),
    };
    Ok(render(OVERTAKEN, &page))
}

/// `POST …/claim`.
pub async fn claim(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = change(&desk, id, &sent, Change::Take).await;
    desk.settle(result)
}

/// `POST …/take-over`: from a colleague, knowingly.
pub async fn take_over(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = change(&desk, id, &sent, Change::TakeOver).await;
    desk.settle(result)
}

/// `POST …/release`.
pub async fn release(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = change(&desk, id, &sent, Change::Release).await;
    desk.settle(result)
}

/// `POST …/reopen`.
pub async fn reopen(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = change(&desk, id, &sent, Change::Reopen).await;
    desk.settle(result)
}

/// `POST …/close`.
pub async fn close(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match Outcome::from_word(sent.get("outcome")) {
        Some(outcome) => change(&desk, id, &sent, Change::Close(outcome)).await,
        None => Err(Trouble::Store(StoreError::NotPossible)),
    };
    desk.settle(result)
}

/// `POST …/choice`: what the person said about a purpose.
pub async fn choice(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = choose(&desk, id, &sent).await;
    desk.settle(result)
}

async fn choose(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let wrong = || Trouble::Store(StoreError::NotPossible);
    let purpose = Purpose::from_word(sent.get("purpose"))
        .filter(|p| matches!(p, Purpose::Handover | Purpose::Satisfaction))
        .ok_or_else(wrong)?;
    let choice = Choice::from_word(sent.get("choice")).ok_or_else(wrong)?;
    let mut work = desk.begin().await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    work.choose_spoken(&grant, purpose, choice).await?;
    work.commit().await?;
    Ok(match sent.get("then") {
        "handover" => Redirect::to(&format!("{}/handover", desk.enquiry_at(id))).into_response(),
        _ => back(desk, id, "choice"),
    })
}

/// `POST …/satisfaction`.
pub async fn satisfaction(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = satisfied(&desk, id, &sent).await;
    desk.settle(result)
}

async fn satisfied(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let points = ariane_domain::enquiry::Satisfaction::from_word(sent.get("satisfaction"));
    let mut work = desk.begin().await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    work.set_satisfaction(&grant, sent.version(), points.map(|p| p.points())).await?;
    work.commit().await?;
    Ok(back(desk, id, "satisfaction"))
}

/// `POST …/call-in`: calls a colleague into the open record (duty D46).
pub async fn call_in(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = call(&desk, id, &sent).await;
    desk.settle(result)
}

async fn call(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let colleagues = desk.colleagues().await?.listeners(desk.account());
    let wanted = colleagues.iter().find(|(id, _)| id.to_string() == sent.get("colleague"));
    let (colleague, _) = wanted.ok_or(Trouble::Store(StoreError::NotThere))?;
    let mut work = desk.begin().await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    work.call_in(&grant, *colleague).await?;
    work.commit().await?;
    Ok(back(desk, id, "called-in"))
}

/// `POST …/task`: a task was done.
pub async fn task(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = finish(&desk, id, &sent).await;
    desk.settle(result)
}

async fn finish(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let task = sent.get("task").parse().map_err(|_| Trouble::Store(StoreError::NotThere))?;
    let mut work = desk.begin().await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
    work.finish_task(&grant, task, sent.get("ending")).await?;
    work.commit().await?;
    Ok(back(desk, id, "task"))
}
