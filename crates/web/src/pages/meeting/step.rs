//! A step that the meeting proposes to the person: track, owner, day, words.

use super::view;
use super::{Fault, at, grant, settle, shell, words};
use crate::pages::desk::frame::Work;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::Action;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::Track;
use ariane_store::records::cell::steps::NewStep;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// What stands above the fields: looked up once, for a page may show the form sixty times.
pub struct Labels {
    /// Of the track.
    pub track: String,
    /// Of the owner.
    pub owner: String,
    /// Of the day.
    pub due: String,
    /// Of the words.
    pub text: String,
    /// On the button.
    pub act: String,
}

/// The form of a step, filled with what was typed.
pub struct Form {
    /// Labels.
    pub labels: Labels,
    /// Tracks.
    pub tracks: Vec<Choice>,
    /// Who may own it.
    pub owners: Vec<Choice>,
    /// Day by which.
    pub due: String,
    /// What is to be done.
    pub text: String,
    /// Today at the office: no step is due before.
    pub today: String,
}

#[derive(Template)]
#[template(path = "meeting/step.html")]
struct StepPage {
    shell: Shell,
    work: Work,
    at: String,
    action: String,
    step: Form,
    error: String,
}

impl Form {
    /// Nothing typed yet: one's own track, oneself.
    pub fn empty(desk: &Desk, colleagues: &Colleagues) -> Self {
        let me = desk.account().to_string();
        let own = ariane_domain::cell::Acting::of_roles(&desk.signed.account.roles);
        let mine = |track: &Track| own.is(ariane_domain::cell::Who::of_track(*track));
        let track = Track::ALL.into_iter().find(mine).map_or("", Track::word);
        Self::new(desk, colleagues, (track, &me), String::new(), String::new())
    }

    fn new(
        desk: &Desk,
        colleagues: &Colleagues,
        (track, owner): (&str, &str),
        due: String,
        text: String,
    ) -> Self {
        let tracks = Track::ALL.map(|one| Choice {
            value: one.word().into(),
            text: view::track(desk, one),
            chosen: one.word() == track,
        });
        // Who may send somebody to the cell works with it, and may own what it proposes.
        let owners = colleagues.who_may(Action::SendToCell).into_iter().map(|(id, name)| {
            let value = id.to_string();
            Choice { chosen: value == owner, value, text: name }
        });
        let t = desk.visit.t;
        Self {
            labels: Labels {
                track: t.s("meeting-step-track"),
                owner: t.s("meeting-step-owner"),
                due: t.s("meeting-step-due"),
                text: t.s("meeting-step-text"),
                act: t.s("meeting-step-do"),
            },
            tracks: tracks.into(),
            owners: owners.collect(),
            due,
            text,
            today: desk.infoline.office.day(desk.now).to_string(),
        }
    }
}

/// `GET …/item/{item}/step`.
pub async fn get(desk: Desk, Path((id, item)): Path<(Uuid, Uuid)>) -> Response {
    let result = begin(&desk, id, item).await;
    settle(&desk, result)
}

async fn begin(desk: &Desk, id: Uuid, item: Uuid) -> Result<Response, Fault> {
    let colleagues = desk.colleagues().await?;
    let form = Form::empty(desk, &colleagues);
    page(desk, id, item, form, "").await
}

async fn page(desk: &Desk, id: Uuid, item: Uuid, step: Form, fault: &str) -> Result<Response, Fault> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let about = work.item_again(&grant, item).await?;
    work.commit().await?;
    let about = view::ItemView::new(desk, about, &view::by_file(Vec::new()), &colleagues);
    let title = desk.visit.t.w("meeting-step-title", "item", &about.heading);
    let meeting = at(desk, id);
    let page = StepPage {
        shell: shell(desk, &format!("{id}/item/{item}/step"), title),
        work: super::frame(desk),
        at: format!("{meeting}#item-{item}"),
        action: format!("{meeting}/item/{item}/step"),
        step,
        error: if fault.is_empty() { String::new() } else { words(desk, fault) },
    };
    let status = if fault.is_empty() { StatusCode::OK } else { Fault::status(fault) };
    Ok(render(status, &page))
}

/// `POST …/item/{item}/step`.
pub async fn post(desk: Desk, Path((id, item)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let result = match propose(&desk, id, item, &sent).await {
        Err(Fault::Rule(fault)) => again(&desk, id, item, &sent, fault).await,
        other => other,
    };
    settle(&desk, result)
}

/// What was typed stays, with what is wrong about it.
async fn again(desk: &Desk, id: Uuid, item: Uuid, sent: &Sent, fault: &str) -> Result<Response, Fault> {
    let colleagues = desk.colleagues().await?;
    let chosen = (sent.get("track"), sent.get("owner"));
    let form = Form::new(desk, &colleagues, chosen, sent.line("due"), sent.text("text"));
    page(desk, id, item, form, fault).await
}

async fn propose(desk: &Desk, id: Uuid, item: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let unreadable = || Fault::Rule("unreadable");
    let owners = desk.colleagues().await?.who_may(Action::SendToCell);
    let owner = owners.iter().find(|(id, _)| id.to_string() == sent.get("owner"));
    let text = sent.text("text");
    let new = NewStep {
        track: Track::from_word(sent.get("track")).ok_or_else(unreadable)?,
        owner: owner.ok_or_else(unreadable)?.0,
        due: sent.line("due").parse().map_err(|_| unreadable())?,
        text: &text,
        meeting: Some(id),
    };
    let today = desk.infoline.office.day(desk.now);
    let mut work = desk.begin().await?;
    let meeting = grant(desk, &work, id).await?;
    let file = work.file_of_item(&meeting, item).await?;
    let facts = work.case_facts(desk.controller(), file).await?;
    let case = work.grant::<WriteCase>(&desk.actor(), facts)?;
    work.propose_in_meeting(&meeting, &case, item, &new, today).await?;
    work.commit().await?;
    Ok(Redirect::to(&format!("{}?done=step#item-{item}", at(desk, id))).into_response())
}
