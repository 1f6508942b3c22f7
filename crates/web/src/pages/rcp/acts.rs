//! What may be done with a session as a whole.

use super::session::told;
use super::{Fault, at, grant, mails};
use crate::pages::desk::{Desk, Sent};
use crate::pages::meeting::plan::moment;
use ariane_domain::access::Action;
use ariane_store::records::rcp::sessions::SessionEvent;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// Back to the session.
pub fn back(desk: &Desk, id: Uuid, done: &str) -> Response {
    Redirect::to(&format!("{}?done={done}", at(desk, id))).into_response()
}

/// `POST …/state`: invitations go out; it took place; its report goes back, is signed, was sent; it does not take place.
pub async fn state(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = change(&desk, id, &sent).await;
    told(&desk, id, result, "", &sent).await
}

async fn change(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let (event, done) = match sent.get("act") {
        "invite" => (SessionEvent::Invite, "invited"),
        "hold" => (SessionEvent::Hold, "held"),
        "send-back" => (SessionEvent::SendBack, "sent-back"),
        "sign" => (SessionEvent::Sign, "signed"),
        "send" => (SessionEvent::Send, "sent"),
        "cancel" => (SessionEvent::Cancel, "cancelled"),
        _ => return Err(Fault::Rule("not-possible")),
    };
    apply(desk, id, &event, done).await
}

/// Changes a session and tells the calendars of who is invited, in one unit of work.
async fn apply(desk: &Desk, id: Uuid, event: &SessionEvent, done: &'static str) -> Result<Response, Fault> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let session = work.change_rcp(&grant, event).await?;
    let says = match event {
        SessionEvent::Invite => Some(mails::Says::Invited),
        SessionEvent::Move { .. } if session.session.invited_at.is_some() => Some(mails::Says::Changed),
        SessionEvent::Cancel if session.session.invited_at.is_some() => Some(mails::Says::Cancelled),
        SessionEvent::Send => Some(mails::Says::Reported),
        _ => None,
    };
    let mut done = done;
    if let Some(says) = says {
        let name = work.one_rcp_series(&grant, session.series).await?.text.name;
        let people = work.rcp_participants(&grant).await?;
        let letters = mails::Letters { desk, name: &name, session: &session };
        let is_told = letters.send(&mut work, &people, &colleagues, says).await?;
        if !is_told && says == mails::Says::Invited {
            done = "invited-no-mail";
        }
        if !is_told && says == mails::Says::Reported {
            done = "sent-no-mail";
        }
    }
    work.commit().await?;
    Ok(back(desk, id, done))
}

/// `POST …/move`: another date, place or link.
pub async fn shift(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = other_date(&desk, id, &sent).await;
    told(&desk, id, result, "move", &sent).await
}

async fn other_date(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let starts_at = moment(&desk.infoline.office, sent.get("at")).ok_or(Fault::Rule("unreadable"))?;
    let link = sent.line("link");
    if !link.is_empty() && !link.starts_with("https://") {
        return Err(Fault::Rule("odd-link"));
    }
    let event = SessionEvent::Move { starts_at, place: sent.line("place"), link };
    apply(desk, id, &event, "moved").await
}

/// `POST …/coordinator`: somebody else coordinates the session.
pub async fn coordinator(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = name(&desk, id, &sent).await;
    told(&desk, id, result, "coordinator", &sent).await
}

async fn name(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let people = desk.colleagues().await?.who_may(Action::HoldRcp);
    let wanted = people.iter().find(|(id, _)| id.to_string() == sent.get("coordinator"));
    let (to, _) = wanted.ok_or(Fault::Rule("unreadable"))?;
    apply(desk, id, &SessionEvent::Coordinate(*to), "coordinator").await
}

/// `POST …/validate`: the named coordinator validates what they read.
pub async fn validate(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match sent.get("read").parse() {
        Ok(read) => apply(&desk, id, &SessionEvent::Validate { read }, "validated").await,
        Err(_) => Err(Fault::Rule("not-what-was-read")),
    };
    told(&desk, id, result, "", &sent).await
}

/// `POST …/text`: what the report says besides the advices.
pub async fn text(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = write(&desk, id, &sent).await;
    told(&desk, id, result, "text", &sent).await
}

async fn write(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let read = sent.get("read").parse().map_err(|_| Fault::Rule("overtaken"))?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    work.write_rcp_report(&grant, read, &sent.text("text")).await?;
    work.commit().await?;
    Ok(back(desk, id, "saved"))
}
