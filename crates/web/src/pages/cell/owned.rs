//! The steps that who is signed in does: a list without names, and a page for each with how the person is reached.

use super::fault::{Failed, Fault, not_there};
use super::planned::StepView;
use super::{frame, steps};
use crate::addresses::cell::CellPage;
use crate::pages::desk::frame::Work as Frame;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::Language;
use ariane_domain::access::grant::{DoOwnSteps, Grant};
use ariane_domain::cell::Reality;
use ariane_domain::cell::step::StepChange;
use ariane_store::records::Work;
use ariane_store::records::cell::owned::{OwnedStep, OwnedStepOpened};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

/// A step in the list.
struct Row {
    link: Link,
    text: String,
    state: String,
    due: (String, String),
    late: String,
    owner: String,
    is_training: bool,
}

#[derive(Template)]
#[template(path = "cell/own_steps.html")]
struct ListPage {
    shell: Shell,
    work: Frame,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "cell/own_step.html")]
struct StepPage {
    shell: Shell,
    work: Frame,
    done: String,
    name: String,
    facts: Vec<(String, String)>,
    errors: Vec<(String, String)>,
    unshown: String,
    step: StepView,
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

impl Desk {
    fn own_step_at(&self, id: Uuid) -> String {
        CellPage::OwnSteps.path_to(self.visit.language, &id.to_string())
    }

    fn file_title(&self, owned: &OwnedStep) -> String {
        self.visit.t.w("cell-case-title", "number", &owned.number.to_string())
    }

    async fn own_step_grant(&self, work: &mut Work<'_>, id: Uuid) -> Result<Grant<DoOwnSteps>, Trouble> {
        let facts = work.step_facts(self.controller(), id, self.account()).await?;
        Ok(work.grant(&self.actor(), facts)?)
    }

    /// How the person is reached, and in which language.
    fn reached(&self, opened: &OwnedStepOpened) -> Vec<(String, String)> {
        let t = self.visit.t;
        let identity = &opened.identity;
        let language = match opened.codes.language.as_str() {
            "" => String::new(),
            code => code.parse::<Language>().map_or_else(|_| code.to_owned(), |one| one.endonym().to_owned()),
        };
        let rows = [
            ("desk-phone", identity.phone.clone()),
            ("desk-mail", identity.mail.clone()),
            ("desk-contact-hours", identity.contact.hours.clone()),
            ("desk-col-language", language),
        ];
        rows.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (t.s(key), text)).collect()
    }
}

/// `GET /{lang}/cellule/mes-demarches`.
pub async fn list(desk: Desk) -> Response {
    let result = listed(&desk).await;
    desk.settle(result)
}

async fn listed(desk: &Desk) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<DoOwnSteps>(&work, "own-steps")?;
    let owned = work.own_steps(&grant).await?;
    work.commit().await?;
    let rows = owned.iter().map(|one| {
        let step = &one.step.step;
        Row {
            link: Link::new(desk.file_title(one), desk.own_step_at(one.step.id)),
            text: one.step.text.clone(),
            state: t.k("step-state", step.state.word()),
            due: (step.due.to_string(), t.date(step.due)),
            late: desk.lateness(step.due),
            owner: if step.owner == desk.account() { String::new() } else { colleagues.name(step.owner) },
            is_training: one.reality == Reality::Training,
        }
    });
    let page = ListPage {
        shell: frame::shell(desk, CellPage::OwnSteps, "", t.s("cell-own-steps")),
        work: frame::work(desk, CellPage::OwnSteps),
        rows: rows.collect(),
    };
    Ok(render(StatusCode::OK, &page))
}

/// `GET …/{step}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(asked): Parameters<Asked>) -> Response {
    let done = if asked.done.is_empty() { String::new() } else { desk.visit.t.s("cell-done") };
    let result = show(&desk, id, &Failed::default(), done).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: &Failed, done: String) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.own_step_grant(&mut work, id).await?;
    let opened = work.own_step(&grant).await?;
    let roster = work.roster(desk.controller()).await?;
    work.commit().await?;
    let owned = &opened.owned;
    let list = Link::new(t.s("cell-own-steps"), CellPage::OwnSteps.path(desk.visit.language));
    let step = desk.step_view(&desk.own_step_at(id), &owned.step, &roster, &colleagues, None, failed);
    let page = StepPage {
        shell: frame::shell(desk, CellPage::OwnSteps, &id.to_string(), desk.file_title(owned)).via(list),
        work: Frame {
            is_training: owned.reality == Reality::Training,
            ..frame::work(desk, CellPage::OwnSteps)
        },
        done,
        name: match opened.identity.name.as_str() {
            "" => t.s("desk-name-unknown"),
            name => name.to_owned(),
        },
        facts: desk.reached(&opened),
        errors: failed.all(),
        unshown: failed.unshown(step.acts.iter().map(|act| act.form.as_str())),
        step,
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/{step}/change/{word}`.
pub async fn change(desk: Desk, Path((id, word)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let result = match move_on(&desk, id, &word, &sent).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=1", desk.own_step_at(id))).into_response()),
        Err(Fault::Rule(rule)) => {
            let failed = Failed::new(&desk, &format!("step-{id}-{word}"), rule, &sent);
            show(&desk, id, &failed, String::new()).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn move_on(desk: &Desk, id: Uuid, word: &str, sent: &Sent) -> Result<(), Fault> {
    let change = StepChange::from_word(word).ok_or_else(not_there)?;
    let event = steps::event(change, sent.get("reason"))?;
    let mut work = desk.begin().await?;
    let grant = desk.own_step_grant(&mut work, id).await?;
    work.do_own_step(&grant, sent.version(), event, &sent.text("text")).await?;
    Ok(work.commit().await?)
}
