//! Steps: proposed to the person, answered by them, done by their owner.

use super::fault::{Fault, not_there};
use super::{acts, case};
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::Action;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::Track;
use ariane_domain::cell::step::{AnswerWay, CancelReason, NotDoneReason, StepChange, StepEvent, StepOutcome};
use ariane_store::records::cell::steps::NewStep;
use axum::extract::Path;
use axum::response::Response;
use chrono::NaiveDate;
use uuid::Uuid;

/// The day and the owner that a form names.
async fn plan_of(desk: &Desk, sent: &Sent) -> Result<(NaiveDate, Uuid), Fault> {
    let owners = desk.colleagues().await?.who_may(Action::SendToCell);
    let wanted = owners.iter().find(|(id, _)| id.to_string() == sent.get("owner"));
    let (owner, _) = wanted.ok_or_else(not_there)?;
    let due = acts::day(sent, "due")?.ok_or(Fault::Rule("no-day"))?;
    Ok((due, *owner))
}

/// `POST …/steps`.
pub async fn propose(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = add(&desk, id, &sent).await;
    case::answer(&desk, id, "step-new", &sent, done).await
}

async fn add(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let track = Track::from_word(sent.get("track")).ok_or_else(not_there)?;
    let (due, owner) = plan_of(desk, sent).await?;
    let text = sent.text("text");
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let step = NewStep { track, owner, due, text: &text, meeting: None };
    work.propose_step(&grant, &step, desk.today()).await?;
    Ok(work.commit().await?)
}

/// `POST …/steps/{step}/plan`: another day, another owner.
pub async fn plan(desk: Desk, Path((id, step)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = plan_anew(&desk, id, step, &sent).await;
    case::answer(&desk, id, &format!("step-{step}-plan"), &sent, done).await
}

async fn plan_anew(desk: &Desk, id: Uuid, step: Uuid, sent: &Sent) -> Result<(), Fault> {
    let planned = plan_of(desk, sent).await?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.plan_step(&grant, step, sent.version(), planned, desk.today()).await?;
    Ok(work.commit().await?)
}

/// `POST …/steps/{step}/change/{word}`.
pub async fn change(desk: Desk, Path((id, step, word)): Path<(Uuid, Uuid, String)>, sent: Sent) -> Response {
    let done = move_on(&desk, id, step, &word, &sent).await;
    case::answer(&desk, id, &format!("step-{step}-{word}"), &sent, done).await
}

/// What a form says is to happen to the step.
pub fn event(change: StepChange, reason: &str) -> Result<StepEvent, Fault> {
    let missing = Fault::Rule("reason-missing");
    let answer = |agreed, missing| {
        let way = AnswerWay::from_word(reason).ok_or(missing)?;
        // The store names who writes it down.
        Ok::<_, Fault>(StepEvent::Answer { agreed, way, recorded_by: None })
    };
    Ok(match change {
        StepChange::Accept => answer(true, missing)?,
        StepChange::Decline => answer(false, missing)?,
        StepChange::Reconsider => StepEvent::Reconsider,
        StepChange::Begin => StepEvent::Begin,
        StepChange::Finish => StepEvent::Finish(StepOutcome::from_word(reason).ok_or(missing)?),
        StepChange::GiveUp => StepEvent::GiveUp(NotDoneReason::from_word(reason).ok_or(missing)?),
        StepChange::Cancel => StepEvent::Cancel(CancelReason::from_word(reason).ok_or(missing)?),
    })
}

async fn move_on(desk: &Desk, id: Uuid, step: Uuid, word: &str, sent: &Sent) -> Result<(), Fault> {
    let change = StepChange::from_word(word).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let event = event(change, sent.get("reason"))?;
    work.change_step(&grant, step, sent.version(), event, &sent.text("text")).await?;
    Ok(work.commit().await?)
}
