//! Coming and past meetings; planning new ones. Training meetings stand apart.

use super::plan::{self, Asked, MOST_WEEKS, Proposed};
use super::{Fault, at, settle, shell, words};
use crate::addresses::meeting::MeetingPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::HoldMeeting;
use ariane_domain::cell::Reality;
use ariane_store::records::cell::meetings::MeetingText;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

/// Most meetings that are listed: two years of weeks.
const MOST: u64 = 110;

/// Which list.
#[derive(Debug, Default, Deserialize)]
pub struct Which {
    /// Training meetings, when it is there.
    #[serde(default)]
    training: String,
    /// How many were planned just now.
    #[serde(default)]
    planned: String,
}

/// A line of the list.
struct Line {
    link: Link,
    state: String,
    /// Said where somebody waits for it: minutes without a signature.
    note: String,
}

#[derive(Template)]
#[template(path = "meeting/list.html")]
struct ListPage {
    shell: Shell,
    work: Work,
    action: String,
    is_training: bool,
    other: Link,
    coming: Vec<Line>,
    past: Vec<Line>,
    asked: Asked,
    proposals: Vec<Proposed>,
    most_weeks: u64,
    error: String,
    done: String,
}

/// `GET /{lang}/reunions`.
pub async fn get(desk: Desk, Query(which): Query<Which>) -> Response {
    let t = desk.visit.t;
    let done = match which.planned.parse::<usize>() {
        Ok(count) => t.n("meeting-planned", count),
        Err(_) => String::new(),
    };
    let result = show(&desk, !which.training.is_empty(), Shown { done, ..Shown::default() }).await;
    settle(&desk, result)
}

/// What the page shows besides the lists.
#[derive(Default)]
struct Shown {
    asked: Asked,
    proposals: Vec<Proposed>,
    error: String,
    done: String,
}

async fn show(desk: &Desk, is_training: bool, shown: Shown) -> Result<Response, Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<HoldMeeting>(&work, "cell_meeting")?;
    let all = work.meetings(&grant, is_training, MOST).await?;
    work.commit().await?;
    let t = desk.visit.t;
    let (mut coming, past): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.meeting.state.is_coming());
    coming.reverse();
    let line = |one: MeetingText| Line {
        link: Link::new(desk.moment(one.meeting.starts_at), at(desk, one.id)),
        state: t.k("meeting-state", one.meeting.state.word()),
        note: if one.meeting.state.has_minutes() && one.meeting.minutes.joint_since().is_none() {
            t.s("meeting-to-sign")
        } else {
            String::new()
        },
    };
    let list = MeetingPage::List.path(desk.visit.language);
    let training = format!("{list}?training=1");
    let (action, other) = if is_training {
        (training, Link::new(t.s("meeting-list-real"), list))
    } else {
        (list, Link::new(t.s("meeting-list-training"), training))
    };
    let status = if shown.error.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = if is_training { "meeting-list-training" } else { "meeting-list" };
    let shell = shell(desk, "", t.s(title)).with_query(if is_training { "training=1" } else { "" });
    let page = ListPage {
        shell,
        work: super::frame(desk),
        action,
        is_training,
        other,
        coming: coming.into_iter().map(line).collect(),
        past: past.into_iter().map(line).collect(),
        asked: shown.asked,
        proposals: shown.proposals,
        most_weeks: MOST_WEEKS,
        error: shown.error,
        done: shown.done,
    };
    Ok(render(status, &page))
}

/// `POST /{lang}/reunions`: proposes dates, or plans those that were chosen.
pub async fn post(desk: Desk, Query(which): Query<Which>, sent: Sent) -> Response {
    let is_training = !which.training.is_empty();
    let result = match sent.get("act") {
        "plan" => plan_chosen(&desk, is_training, &sent).await,
        _ => propose(&desk, is_training, &sent).await,
    };
    settle(&desk, result)
}

async fn propose(desk: &Desk, is_training: bool, sent: &Sent) -> Result<Response, Fault> {
    let asked = Asked::sent(sent);
    let shown = match asked.proposals(desk) {
        Some(proposals) => Shown { asked, proposals, ..Shown::default() },
        None => Shown { asked, error: words(desk, "unreadable"), ..Shown::default() },
    };
    show(desk, is_training, shown).await
}

async fn plan_chosen(desk: &Desk, is_training: bool, sent: &Sent) -> Result<Response, Fault> {
    let office = &desk.infoline.office;
    let chosen: Option<Vec<_>> = sent.all("at").map(|value| plan::moment(office, value)).collect();
    let Some(chosen) = chosen.filter(|all| !all.is_empty()) else {
        let shown = Shown { error: words(desk, "unreadable"), ..Shown::default() };
        return show(desk, is_training, shown).await;
    };
    let reality = if is_training { Reality::Training } else { Reality::Real };
    let most = usize::try_from(MOST_WEEKS).unwrap_or(usize::MAX);
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<HoldMeeting>(&work, "cell_meeting")?;
    for starts_at in chosen.iter().take(most) {
        work.schedule_meeting(&grant, reality, *starts_at).await?;
    }
    work.commit().await?;
    let list = MeetingPage::List.path(desk.visit.language);
    let training = if is_training { "&training=1" } else { "" };
    let count = chosen.len().min(most);
    Ok(Redirect::to(&format!("{list}?planned={count}{training}")).into_response())
}
