//! The panels of a file, and the form for another one: from an approved dossier, with nothing typed again.

use super::refused;
use crate::pages::care::frame::{self, Head};
use crate::pages::care::plan::Before;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::grant::{Grant, ReadCase, ShareForPanel};
use ariane_domain::clinical::Entry;
use ariane_domain::dossier::approval::may_fetch;
use ariane_domain::organisation::Kind;
use ariane_domain::panel::prepared::Preparing;
use ariane_domain::panel::{PanelKind, Urgency};
use ariane_domain::purpose::Purpose;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::cell::read::Case;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

const FORM: &str = "panel-new";

/// A panel in the list of a file.
struct Line {
    at: String,
    title: String,
    state: String,
    facts: String,
}

#[derive(Template)]
#[template(path = "panel/case.html")]
struct CasePage {
    shell: Shell,
    work: Work,
    head: Head,
    lines: Vec<Line>,
    dossiers: Vec<Choice>,
    kinds: Vec<Choice>,
    networks: Vec<Choice>,
    urgencies: Vec<Choice>,
    due: String,
    least: String,
    has_doctor: bool,
    key: String,
    error: String,
}

/// `GET …/panel`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, Failed::default(), before.is_done()).await;
    desk.settle(result)
}

impl Desk {
    /// European networks, those first that the rules name for the disorder of a file or the problems of its summary. One that is named
    /// is chosen until somebody chooses another; where none is named, nobody is chosen by the alphabet.
    fn panel_networks(&self, case: &Case, typed: Option<&str>) -> Vec<Choice> {
        let knowledge = &self.visit.knowledge;
        let problems = case.care.clinical.iter().filter_map(|one| match &one.kept.entry {
            Entry::Problem(problem) => Some(problem.code.as_str()),
            _ => None,
        });
        let disorders = std::iter::once(case.head.disorder.as_str()).chain(problems);
        let codes =
            disorders.filter(|text| !text.trim().is_empty()).filter_map(|text| self.disorder_of(text).1);
        let routes = codes.map(|code| knowledge.rules.route(&knowledge.catalogue, code));
        let named: Vec<String> =
            routes.flat_map(|route| route.ern.into_iter().map(|one| one.network)).collect();
        let first = named.first().map(String::as_str);
        let chosen = typed.or(first).unwrap_or_default();
        let mut all: Vec<_> = knowledge.directory.of_kind(Kind::Ern).collect();
        all.sort_by_key(|one| {
            let place = named.iter().position(|id| *id == one.id).unwrap_or(usize::MAX);
            (place, one.shown_name().to_owned())
        });
        all.iter().map(|one| Choice::new(&one.id, one.shown_name().to_owned(), one.id == chosen)).collect()
    }
}

async fn show(desk: &Desk, id: Uuid, failed: Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let case = &loaded.case;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
    let panels = work.panels_of_case(&grant).await?;
    let (dossiers, _) = work.dossiers_of_case(&grant).await?;
    work.commit().await?;
    let is_first = !failed.is(FORM);
    let typed = |name: &str| failed.text(FORM, name);
    let urgency = Urgency::from_word(&typed("urgency")).unwrap_or(Urgency::Usual);
    let kind = PanelKind::from_word(&typed("kind")).unwrap_or(PanelKind::European);
    let is_ready = |state, at| may_fetch(state, at, desk.now).is_ok();
    let ready = dossiers
        .iter()
        .filter(|one| one.purpose == Purpose::Panel && is_ready(one.state, one.approved.map(|(_, at)| at)));
    let page = CasePage {
        shell: frame::of_file(desk, case, "panel", t.s("panel-list")),
        work: crate::pages::cell::frame::work_on(desk, case),
        head: Head::new(desk, case, done, failed.all()),
        lines: panels
            .iter()
            .map(|one| Line {
                at: desk.panel_at(one.id),
                title: t.w(
                    if one.kind == PanelKind::Local { "panel-title-local" } else { "panel-title-european" },
                    "number",
                    &one.number.to_string(),
                ),
                state: t.k("panel-state", one.state.word()),
                facts: t.ww(
                    "panel-line",
                    ("begun", &t.date(desk.infoline.office.day(one.begun_at))),
                    ("due", &desk.last_day(one.due_at)),
                ),
            })
            .collect(),
        dossiers: ready
            .map(|one| {
                let approved = one.approved.map(|(_, at)| desk.moment(at)).unwrap_or_default();
                let text = format!("{} · {} · {approved}", one.pseudonym, one.order.recipient.name);
                Choice::new(&one.id.to_string(), text, typed("dossier") == one.id.to_string())
            })
            .collect(),
        kinds: PanelKind::ALL
            .into_iter()
            .map(|one| Choice::new(one.word(), t.k("panel-kind", one.word()), one == kind))
            .collect(),
        networks: desk.panel_networks(case, (!is_first).then(|| typed("network")).as_deref()),
        urgencies: Urgency::ALL
            .into_iter()
            .map(|one| Choice::new(one.word(), t.k("panel-urgency", one.word()), one == urgency))
            .collect(),
        due: if is_first { urgency.proposed(desk.today()).to_string() } else { typed("due") },
        least: desk.today().to_string(),
        has_doctor: !case.head.treating_doctor.trim().is_empty(),
        key: random::id(desk.now).map_err(StoreError::from)?.to_string(),
        error: failed.error(FORM),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/panel`.
pub async fn begin(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match begun(&desk, id, &sent).await {
        Ok(panel) => Ok(Redirect::to(&desk.panel_at(panel)).into_response()),
        Err(Fault::Rule(word)) => show(&desk, id, Failed::new(&desk, FORM, word, &sent), false).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn begun(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Uuid, Fault> {
    let dossier: Uuid = sent.get("dossier").parse().map_err(|_| Fault::Rule("panel-no-dossier"))?;
    let kind = PanelKind::from_word(sent.get("kind")).ok_or_else(not_there)?;
    let network = sent.line("network");
    let is_network =
        |id: &String| desk.visit.knowledge.directory.get(id).is_some_and(|one| one.kind == Kind::Ern);
    let new = Preparing {
        kind,
        network: Some(network).filter(is_network).filter(|_| kind == PanelKind::European),
        urgency: Urgency::from_word(sent.get("urgency")).ok_or_else(not_there)?,
        due_on: day(sent, "due")?.ok_or(Fault::Rule("panel-deadline"))?,
    };
    let request = sent.get("key").parse().map_err(|_| not_there())?;
    let mut work = desk.begin().await?;
    let (purpose, facts) = work.dossier_gate(desk.controller(), id, dossier).await?;
    if purpose != Purpose::Panel {
        return Err(Fault::Rule("panel-no-dossier"));
    }
    let grant: Grant<ShareForPanel> = work.grant(&desk.actor(), facts).map_err(refused)?;
    let panel = work.begin_panel(&grant, dossier, &new, request).await?;
    work.commit().await?;
    Ok(panel)
}
