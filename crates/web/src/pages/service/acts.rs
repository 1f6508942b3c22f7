//! What is done with a file of the service: an entry, its head, where it stands, sending to the cell, answering the cell.

use super::file::{form_of, show};
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::Action;
use ariane_domain::access::grant::{FollowSent, SendToCell};
use ariane_domain::cell::BroughtBy;
use ariane_domain::service::state::ServiceChange;
use ariane_domain::service::{EntryKind, ServiceEnd, ServiceEvent};
use ariane_store::records::cell::open::Head;
use ariane_store::records::service::file::ServiceHead;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

async fn answered(
    desk: &Desk,
    id: Uuid,
    (form, word): (&str, &str),
    sent: &Sent,
    done: Result<(), Fault>,
) -> Response {
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}?done={word}", desk.service_at(id))).into_response()),
        Err(Fault::Rule(rule)) => {
            let failed = Failed::new(desk, form, rule, sent);
            show(desk, id, &failed, String::new()).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// `POST …/{file}/entries`: what was said or done, and when the next contact is.
pub async fn entry(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = write_down(&desk, id, &sent).await;
    answered(&desk, id, ("entry", "1"), &sent, done).await
}

async fn write_down(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let kind = EntryKind::from_word(sent.get("kind")).ok_or_else(not_there)?;
    let on = day(sent, "on")?.ok_or(Fault::Rule("no-day"))?;
    let next = day(sent, "next")?;
    let mut work = desk.begin().await?;
    let grant = desk.service_grant(&mut work, id).await?;
    work.write_in_service(&grant, sent.version(), (kind, on), &sent.text("text"), next).await?;
    Ok(work.commit().await?)
}

/// `POST …/{file}/head`: what the person asks, what matters to them, who follows them.
pub async fn head(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = change_head(&desk, id, &sent).await;
    answered(&desk, id, ("head", "1"), &sent, done).await
}

async fn change_head(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let people = desk.colleagues().await?.who_may(Action::FollowInService);
    let wanted = people.iter().find(|(id, _)| id.to_string() == sent.get("holder"));
    let (holder, _) = wanted.ok_or_else(not_there)?;
    let head = ServiceHead { question: sent.text("question"), what_matters: sent.text("matters") };
    let mut work = desk.begin().await?;
    let grant = desk.service_grant(&mut work, id).await?;
    work.change_service_head(&grant, sent.version(), &head, *holder).await?;
    Ok(work.commit().await?)
}

fn event(change: ServiceChange, sent: &Sent) -> Result<ServiceEvent, Fault> {
    Ok(match change {
        ServiceChange::Take => ServiceEvent::Take,
        ServiceChange::Decline => ServiceEvent::Decline,
        ServiceChange::OfferAgain => ServiceEvent::OfferAgain,
        ServiceChange::End => {
            let reason = ServiceEnd::from_word(sent.get("reason"));
            ServiceEvent::End(reason.ok_or(Fault::Rule("reason-missing"))?)
        }
        ServiceChange::Reopen => ServiceEvent::Reopen,
        ServiceChange::RecordDeath => ServiceEvent::RecordDeath,
        ServiceChange::CorrectDeath => ServiceEvent::CorrectDeath,
    })
}

/// `POST …/{file}/change/{word}`.
pub async fn change(desk: Desk, Path((id, word)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let Some(change) = ServiceChange::from_word(&word) else {
        return desk
            .settle(Err(crate::pages::desk::trouble::Trouble::Store(ariane_store::StoreError::NotThere)));
    };
    let done = move_on(&desk, id, change, &sent).await;
    answered(&desk, id, (&form_of(change), "1"), &sent, done).await
}

async fn move_on(desk: &Desk, id: Uuid, change: ServiceChange, sent: &Sent) -> Result<(), Fault> {
    let event = event(change, sent)?;
    let died_on = day(sent, "until")?;
    let mut work = desk.begin().await?;
    let grant = desk.service_grant(&mut work, id).await?;
    work.change_service(&grant, sent.version(), event, &sent.text("text"), died_on).await?;
    Ok(work.commit().await?)
}

/// `POST …/{file}/send`: to the cell.
pub async fn send(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = bring(&desk, id, &sent).await;
    answered(&desk, id, ("send", "sent"), &sent, done).await
}

async fn bring(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let head = Head {
        question: sent.text("question"),
        what_matters: sent.text("matters"),
        treating_doctor: sent.line("doctor"),
        ..Head::default()
    };
    let brought_by = BroughtBy::from_word(sent.get("brought-by")).unwrap_or(BroughtBy::Worker);
    let mut work = desk.begin().await?;
    let grant = desk.service_grant(&mut work, id).await?;
    let send = desk.grant_all::<SendToCell>(&work, "case_file")?;
    work.send_from_service(&grant, &send, sent.version(), brought_by, &head).await?;
    Ok(work.commit().await?)
}

/// `POST …/{file}/answer`: what the cell asked.
pub async fn answer(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = answer_cell(&desk, id, &sent).await;
    answered(&desk, id, ("answer", "1"), &sent, done).await
}

async fn answer_cell(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.service_grant(&mut work, id).await?;
    let case = work.read_service(&grant).await?.case.ok_or_else(not_there)?;
    let facts = work.sent_facts(desk.controller(), case.id).await?;
    let grant = work.grant::<FollowSent>(&desk.actor(), facts)?;
    work.answer_sent(&grant, sent.version(), &sent.text("text")).await?;
    Ok(work.commit().await?)
}
