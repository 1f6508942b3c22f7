//! One series: its settings, and the dates that are proposed for sessions.

use super::list::{Line, line};
use super::recurring::{self, CADENCES, HOLIDAYS, Proposed, Typed};
use super::{Fault, frame, settle, shell, status, words};
use crate::addresses::rcp::RcpPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::meeting::plan::moment;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_calendar::Recurrence;
use ariane_domain::access::Action;
use ariane_domain::access::grant::HoldRcp;
use ariane_domain::cell::Reality;
use ariane_domain::cell::admission::AdmissionRule;
use ariane_domain::cell::rcp::{QuorumRule, WhenMissing};
use ariane_store::records::rcp::series::{Series, SeriesRules, SeriesText};
use ariane_store::records::rcp::sessions::Session;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{NaiveDate, TimeDelta};
use serde::Deserialize;
use uuid::Uuid;

/// Sessions of a series that its page knows: what is planned already is not proposed.
const MOST: u64 = 60;
/// Specialties of a French network's RCP, proposed where a quorum is chosen (duty D21).
const QUORUM: &str = "3";

/// The form of a series, as typed or as kept.
struct Form {
    name: String,
    place: String,
    link: String,
    coordinators: Vec<Choice>,
    recurring: Typed,
    cadences: Vec<Choice>,
    holidays: Vec<Choice>,
    quorums: Vec<Choice>,
    at_least: String,
    after_validation: String,
    after_meeting: String,
    is_training: bool,
    is_ended: bool,
}

#[derive(Template)]
#[template(path = "rcp/series.html")]
struct SeriesPage {
    shell: Shell,
    work: Work,
    action: String,
    is_new: bool,
    version: i32,
    about: String,
    form: Form,
    proposals: Vec<Proposed>,
    planned: Vec<Line>,
    by_hand: String,
    error: String,
    done: String,
}

/// What was done just before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    planned: String,
    done: String,
}

/// What the page says besides, and what was typed and not kept.
#[derive(Default)]
struct Said<'s> {
    sent: Option<&'s Sent>,
    by_hand: String,
    fault: &'static str,
    done: String,
}

fn quorum_word(rule: &QuorumRule) -> &'static str {
    match rule {
        QuorumRule::None => "none",
        QuorumRule::Specialties { when_missing, .. } => when_missing.word(),
    }
}

fn holidays(desk: &Desk, chosen: &str) -> Vec<Choice> {
    let t = desk.visit.t;
    let choice = |word: &&str| Choice {
        value: (*word).to_owned(),
        text: t.k("rcp-holiday", word),
        chosen: *word == chosen,
    };
    HOLIDAYS.iter().map(choice).collect()
}

impl Form {
    fn sent(desk: &Desk, sent: &Sent, colleagues: &Colleagues) -> Self {
        let typed = Typed::sent(sent);
        Self {
            name: sent.line("name"),
            place: sent.line("place"),
            link: sent.line("link"),
            coordinators: desk.people(&colleagues.who_may(Action::HoldRcp), sent.get("coordinator")),
            cadences: desk.choices(&CADENCES, "rcp-cadence", &typed.cadence),
            holidays: holidays(desk, &typed.on_holiday),
            recurring: typed,
            quorums: desk.choices(&QUORUMS, "rcp-quorum", sent.get("quorum")),
            at_least: sent.line("at-least"),
            after_validation: sent.line("after-validation"),
            after_meeting: sent.line("after-meeting"),
            is_training: sent.is("training"),
            is_ended: sent.is("ended"),
        }
    }

    fn of(desk: &Desk, text: Option<&SeriesText>, colleagues: &Colleagues) -> Self {
        let rule = text.and_then(|text| recurring::stored(&text.rules.recurrence));
        let typed = rule.as_ref().map_or_else(
            || Typed { minutes: "120".into(), on_holiday: "week-later".into(), ..Typed::default() },
            Typed::of,
        );
        let (quorum, admission) = text.map_or((QuorumRule::None, AdmissionRule::default()), |text| {
            (text.rules.quorum, text.rules.admission)
        });
        let coordinator = text.map_or(desk.account(), |text| text.coordinator).to_string();
        Self {
            name: text.map(|text| text.name.clone()).unwrap_or_default(),
            place: text.map(|text| text.place.clone()).unwrap_or_default(),
            link: text.map(|text| text.link.clone()).unwrap_or_default(),
            coordinators: desk.people(&colleagues.who_may(Action::HoldRcp), &coordinator),
            cadences: desk.choices(&CADENCES, "rcp-cadence", &typed.cadence),
            holidays: holidays(desk, &typed.on_holiday),
            recurring: typed,
            quorums: desk.choices(&QUORUMS, "rcp-quorum", quorum_word(&quorum)),
            at_least: match quorum {
                QuorumRule::None => QUORUM.to_owned(),
                QuorumRule::Specialties { at_least, .. } => at_least.to_string(),
            },
            after_validation: admission.days_after_validation.to_string(),
            after_meeting: admission.days_after_meeting.to_string(),
            is_training: text.is_some_and(|text| !text.reality.counts()),
            is_ended: text.is_some_and(|text| text.is_ended),
        }
    }
}

/// What a missing quorum does, or that none is asked.
const QUORUMS: [&str; 3] = ["none", "marked", "enforced"];

/// Reads a form. A series keeps whether it is about real files.
fn read(
    desk: &Desk,
    sent: &Sent,
    colleagues: &Colleagues,
    kept: Option<Reality>,
) -> Result<SeriesText, Fault> {
    let unreadable = || Fault::Rule("unreadable");
    let rule = Typed::sent(sent).read(&desk.infoline.office).map_err(Fault::Rule)?;
    let days = |field: &str| sent.line(field).parse::<u16>().ok().filter(|days| *days <= 365);
    let quorum = match WhenMissing::from_word(sent.get("quorum")) {
        None => QuorumRule::None,
        Some(when_missing) => {
            let at_least = sent.line("at-least").parse().ok().filter(|n| (1..=20).contains(n));
            QuorumRule::Specialties { at_least: at_least.ok_or_else(unreadable)?, when_missing }
        }
    };
    let admission = AdmissionRule {
        days_after_validation: days("after-validation").ok_or_else(unreadable)?,
        days_after_meeting: days("after-meeting").ok_or_else(unreadable)?,
    };
    let coordinator: Uuid = sent.get("coordinator").parse().map_err(|_| unreadable())?;
    if colleagues.who_may(Action::HoldRcp).iter().all(|(id, _)| *id != coordinator) {
        return Err(Fault::Rule("no-such-account"));
    }
    let link = sent.line("link");
    if !link.is_empty() && !link.starts_with("https://") {
        return Err(Fault::Rule("odd-link"));
    }
    let chosen = if sent.is("training") { Reality::Training } else { Reality::Real };
    let recurrence = serde_json::to_string(&rule).map_err(|_| unreadable())?;
    Ok(SeriesText {
        reality: kept.unwrap_or(chosen),
        coordinator,
        is_ended: sent.is("ended"),
        rules: SeriesRules { recurrence, quorum, admission },
        name: sent.line("name"),
        place: sent.line("place"),
        link,
    })
}

/// `GET /{lang}/rcp/serie`: a new one.
pub async fn fresh(desk: Desk) -> Response {
    let result = show_new(&desk, Said::default()).await;
    settle(&desk, result)
}

async fn show_new(desk: &Desk, said: Said<'_>) -> Result<Response, Fault> {
    let colleagues = desk.colleagues().await?;
    let form = match said.sent {
        Some(sent) => Form::sent(desk, sent, &colleagues),
        None => Form::of(desk, None, &colleagues),
    };
    let page = SeriesPage {
        shell: shell(desk, RcpPage::Series, "", desk.visit.t.s("rcp-new")),
        work: frame(desk, RcpPage::Series),
        action: RcpPage::Series.path(desk.visit.language),
        is_new: true,
        version: 0,
        about: String::new(),
        form,
        proposals: Vec::new(),
        planned: Vec::new(),
        by_hand: String::new(),
        error: if said.fault.is_empty() { String::new() } else { words(desk, said.fault) },
        done: said.done,
    };
    Ok(render(status(said.fault), &page))
}

/// `POST /{lang}/rcp/serie`.
pub async fn begin(desk: Desk, sent: Sent) -> Response {
    let result = match create(&desk, &sent).await {
        Err(Fault::Rule(fault)) => {
            show_new(&desk, Said { sent: Some(&sent), fault, ..Said::default() }).await
        }
        other => other,
    };
    settle(&desk, result)
}

fn address(desk: &Desk, id: Uuid) -> String {
    RcpPage::Series.path_to(desk.visit.language, &id.to_string())
}

async fn create(desk: &Desk, sent: &Sent) -> Result<Response, Fault> {
    let text = read(desk, sent, &desk.colleagues().await?, None)?;
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<HoldRcp>(&work, "rcp_series")?;
    let id = work.begin_series(&grant, &text).await?;
    work.commit().await?;
    Ok(Redirect::to(&format!("{}?done=1", address(desk, id))).into_response())
}

/// `GET /{lang}/rcp/serie/{id}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Query(before): Query<Done>) -> Response {
    let t = desk.visit.t;
    let done = match (before.planned.parse::<usize>(), before.done.as_str()) {
        (Ok(count), _) => t.n("rcp-planned", count),
        (Err(_), "") => String::new(),
        (Err(_), _) => t.s("rcp-done-series"),
    };
    let result = show(&desk, id, Said { done, ..Said::default() }).await;
    settle(&desk, result)
}

async fn load(desk: &Desk, id: Uuid) -> Result<(Series, Vec<Session>), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<HoldRcp>(&work, "rcp_series")?;
    let series = work.one_rcp_series(&grant, id).await?;
    let sessions = work.rcp_sessions(&grant, Some(id), MOST).await?;
    work.commit().await?;
    Ok((series, sessions))
}

async fn show(desk: &Desk, id: Uuid, said: Said<'_>) -> Result<Response, Fault> {
    let colleagues = desk.colleagues().await?;
    let (series, sessions) = load(desk, id).await?;
    let text = &series.text;
    let holidays = &desk.infoline.office.holidays;
    let days = match recurring::stored(&text.rules.recurrence) {
        Some(rule) if !text.is_ended => {
            let is_planned = |day: &NaiveDate| {
                let mut open = sessions.iter().filter(|one| one.session.cancelled_at.is_none());
                open.any(|one| one.nominal == Some(*day))
            };
            let days = recurring::ahead(&rule, desk.today()).into_iter().filter(|day| !is_planned(day));
            let moments = days.map(|day| (day, rule.moment(day, holidays)));
            moments.filter(|(_, moment)| moment.is_none_or(|m| m.ends_at > desk.now)).collect()
        }
        _ => Vec::new(),
    };
    let mut planned: Vec<&Session> = sessions.iter().filter(|one| one.session.state.is_coming()).collect();
    planned.reverse();
    let page = SeriesPage {
        shell: shell(desk, RcpPage::Series, &id.to_string(), text.name.clone()),
        work: frame(desk, RcpPage::Series),
        action: address(desk, id),
        is_new: false,
        version: series.version,
        about: recurring::told(desk, &text.rules.recurrence),
        form: match said.sent {
            Some(sent) => Form::sent(desk, sent, &colleagues),
            None => Form::of(desk, Some(text), &colleagues),
        },
        proposals: days.into_iter().map(|(day, moment)| recurring::proposed(desk, day, moment)).collect(),
        planned: planned.into_iter().map(|one| line(desk, one)).collect(),
        by_hand: said.by_hand,
        error: if said.fault.is_empty() { String::new() } else { words(desk, said.fault) },
        done: said.done,
    };
    Ok(render(status(said.fault), &page))
}

/// `POST /{lang}/rcp/serie/{id}`.
pub async fn change(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match keep(&desk, id, &sent).await {
        Err(Fault::Rule(fault)) => {
            show(&desk, id, Said { sent: Some(&sent), fault, ..Said::default() }).await
        }
        other => other,
    };
    settle(&desk, result)
}

async fn keep(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<HoldRcp>(&work, "rcp_series")?;
    let kept = work.one_rcp_series(&grant, id).await?.text.reality;
    let text = read(desk, sent, &colleagues, Some(kept))?;
    work.change_series(&grant, id, sent.version(), &text).await?;
    work.commit().await?;
    Ok(Redirect::to(&format!("{}?done=1", address(desk, id))).into_response())
}

/// `POST /{lang}/rcp/serie/{id}/plan`: the proposed days that were ticked, or one by hand.
pub async fn plan(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match plan_chosen(&desk, id, &sent).await {
        Err(Fault::Rule(fault)) => {
            // The settings are not part of this form: the moment is given back.
            show(&desk, id, Said { by_hand: sent.line("at"), fault, ..Said::default() }).await
        }
        other => other,
    };
    settle(&desk, result)
}

fn lasts(rule: Option<&Recurrence>) -> TimeDelta {
    rule.map_or(TimeDelta::minutes(120), Recurrence::lasts)
}

async fn plan_chosen(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Fault> {
    let office = &desk.infoline.office;
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<HoldRcp>(&work, "rcp_series")?;
    let series = work.one_rcp_series(&grant, id).await?;
    let rule = recurring::stored(&series.text.rules.recurrence);
    if sent.get("act") == "hand" {
        let starts_at = moment(office, sent.get("at")).ok_or(Fault::Rule("unreadable"))?;
        let planned = work.plan_rcp(&grant, &series, None, starts_at, lasts(rule.as_ref())).await?;
        work.commit().await?;
        return Ok(Redirect::to(&super::at(desk, planned)).into_response());
    }
    let rule = rule.ok_or(Fault::Rule("unreadable"))?;
    let mut count = 0;
    for value in sent.all("day").take(20) {
        let day: NaiveDate = value.parse().map_err(|_| Fault::Rule("unreadable"))?;
        let moment = rule.moment(day, &office.holidays).ok_or(Fault::Rule("unreadable"))?;
        work.plan_rcp(&grant, &series, Some(day), moment.starts_at, rule.lasts()).await?;
        count += 1;
    }
    if count == 0 {
        return Err(Fault::Rule("unreadable"));
    }
    work.commit().await?;
    Ok(Redirect::to(&format!("{}?planned={count}", address(desk, id))).into_response())
}
