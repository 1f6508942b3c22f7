//! Keeping what was logged: once, whatever happens on the way; with its answer and its end where they were given at once.

use super::doubles::Double;
use super::fields_read::{self, Understood};
use super::trouble::Trouble;
use super::{Desk, Sent, call};
use ariane_domain::access::grant::{AnswerEnquiry, LogEnquiry, WriteListeningNotes};
use ariane_domain::enquiry::{Change, EntryMode, Outcome, Urgency};
use ariane_domain::purpose::{Choice, Purpose};
use ariane_store::records::enquiries::log::{Logged, NewEnquiry, Once};
use ariane_store::records::persons::Identity;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Duration, Utc};
use std::collections::BTreeMap;

/// Longest time that a form may lie open and still say when the call began.
const LONGEST_CALL: Duration = Duration::hours(12);

/// `POST /{lang}/permanence/appel`.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let result = save(&desk, &sent).await;
    desk.settle(result)
}

async fn save(desk: &Desk, sent: &Sent) -> Result<Response, Trouble> {
    let set = desk.form_in_use()?;
    let understood = match desk.understand(set, sent) {
        Ok(understood) => understood,
        Err(faults) => {
            return call::form(desk, sent, &faults, Vec::new(), StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let identity = fields_read::identity(sent, "");
    let known = sent.get("known");
    if sent.get("act") == "check" || (known.is_empty() && !identity.is_anonymous()) {
        let mut work = desk.begin().await?;
        let doubles: Vec<Double> =
            desk.doubles(&mut work, &identity, &understood.codes.person, &[], known).await?;
        work.commit().await?;
        if !doubles.is_empty() || sent.get("act") == "check" {
            return call::form(desk, sent, &BTreeMap::new(), doubles, StatusCode::OK);
        }
    }
    let logged = keep(desk, sent, &understood, identity, set.version).await?;
    Ok(Redirect::to(&format!("{}?logged=1", desk.enquiry_at(logged.id))).into_response())
}

/// When the call began: as the form says, as long as that can be.
fn began(desk: &Desk, sent: &Sent) -> chrono::DateTime<Utc> {
    let said = sent.get("began").parse().ok().and_then(|s| chrono::DateTime::from_timestamp(s, 0));
    said.filter(|at| *at <= desk.now && desk.now - *at < LONGEST_CALL).unwrap_or(desk.now)
}

async fn keep(
    desk: &Desk,
    sent: &Sent,
    understood: &Understood,
    identity: Identity,
    version: u32,
) -> Result<Logged, Trouble> {
    let said = format!("{} {} {}", understood.texts.summary, understood.texts.note, sent.get("listening"));
    // That a child asks alone is found by the store, whatever way the request came.
    let urgency: Urgency = desk.urgency(&said, sent.is("pressing"));
    let concerned = fields_read::identity(sent, "concerned-");
    let received_at = began(desk, sent);
    let mut choices = Vec::new();
    for (name, purpose) in
        [("agrees-handover", Purpose::Handover), ("agrees-satisfaction", Purpose::Satisfaction)]
    {
        if sent.is(name) {
            choices.push((purpose, Choice::Agreed, "spoken"));
        }
    }
    let once: String = sent.get("once").chars().filter(char::is_ascii_graphic).take(64).collect();
    let new = NewEnquiry {
        codes: understood.codes.clone(),
        texts: understood.texts.clone(),
        form_version: i32::try_from(version).unwrap_or(1),
        requester: identity,
        known_requester: sent.get("known").parse().ok(),
        concerned: (!concerned.is_anonymous()).then_some(concerned),
        urgency,
        received_at,
        due_at: desk.due(received_at),
        once: (!once.is_empty()).then_some(Once { source: "form", token: once }),
        message: None,
        choices,
    };
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<LogEnquiry>(&work, "enquiry")?;
    let logged = work.log_enquiry(&grant, &new).await?;
    if logged.is_new {
        follow(desk, sent, understood, &mut work, logged).await?;
    }
    work.commit().await?;
    Ok(logged)
}

/// What was said and decided during the call itself, in the same unit of work.
async fn follow(
    desk: &Desk,
    sent: &Sent,
    understood: &Understood,
    work: &mut ariane_store::records::Work<'_>,
    logged: Logged,
) -> Result<(), Trouble> {
    let grant = desk.grant::<AnswerEnquiry>(work, logged.id).await?;
    let mut version = 1;
    // Who takes the call has it, until they put it back.
    work.change_enquiry(&grant, version, Change::Take).await?;
    version += 1;
    let answer = sent.text("answer");
    let outcome = Outcome::from_word(sent.get("outcome")).filter(|o| o.needs_reply());
    if outcome.is_some() || !answer.trim().is_empty() {
        let mode = understood.profile.entry_mode.unwrap_or(EntryMode::Phone);
        work.reply(&grant, version, mode, answer.trim(), None).await?;
        version += 1;
    }
    if let Some(points) = understood.profile.satisfaction {
        work.set_satisfaction(&grant, version, Some(points.points())).await?;
        version += 1;
    }
    if let Some(outcome) = outcome {
        work.change_enquiry(&grant, version, Change::Close(outcome)).await?;
    }
    let confided = sent.text("listening");
    if !confided.trim().is_empty() {
        let notes = desk.grant::<WriteListeningNotes>(work, logged.id).await?;
        work.write_note(&notes, confided.trim(), sent.is("names-another")).await?;
    }
    Ok(())
}
