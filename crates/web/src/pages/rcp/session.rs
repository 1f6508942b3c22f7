//! One session: who is invited, which files, what is advised, where its report stands.

use super::view::{self, FileView, PersonView};
use super::{Fault, at, frame, grant, settle, shell, status, words};
use crate::addresses::rcp::RcpPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::meeting::plan::LOCAL;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use crate::pictures::Picture;
use crate::pictures::thread::Point;
use ariane_domain::access::Action;
use ariane_domain::cell::rcp::{RcpChange, RcpState};
use ariane_domain::cell::{Acting, Machine as _};
use ariane_store::records::rcp::advice::Listed;
use ariane_store::records::rcp::participants::Participant;
use ariane_store::records::rcp::series::Series;
use ariane_store::records::rcp::sessions::Session;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;
use std::collections::BTreeSet;
use uuid::Uuid;

/// A session with all that its page and its report show.
pub struct Opened {
    /// Its series.
    pub series: Series,
    /// The session.
    pub session: Session,
    /// Who is invited.
    pub people: Vec<Participant>,
    /// Its files.
    pub files: Vec<Listed>,
    /// Names.
    pub colleagues: Colleagues,
}

/// Opens a session. Reading its files is logged in each of them.
pub async fn open(desk: &Desk, id: Uuid) -> Result<Opened, Fault> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    let session = work.read_rcp(&grant).await?;
    let series = work.one_rcp_series(&grant, session.series).await?;
    let people = work.rcp_participants(&grant).await?;
    let files = work.read_listed(&grant).await?;
    work.commit().await?;
    Ok(Opened { series, session, people, files, colleagues })
}

/// What is said on the page besides the session, and what was typed and not kept.
#[derive(Default)]
pub struct Said<'s> {
    /// The rule that refused, as its word; empty when none did.
    pub fault: &'static str,
    /// What was done.
    pub done: String,
    /// The form that was not taken: `people`, `file`, `move`, `text`, or the id of a file.
    pub form: String,
    /// What it sent.
    pub sent: Option<&'s Sent>,
}

/// What was done just before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// What was typed into the smaller forms.
#[derive(Default)]
struct Typed {
    account: String,
    specialty: String,
    number: String,
    starts_at: String,
    place: String,
    link: String,
    report: String,
}

#[derive(Template)]
#[template(path = "rcp/session.html")]
struct SessionPage {
    shell: Shell,
    work: Work,
    at: String,
    state: String,
    is_training: bool,
    facts: Vec<(String, String)>,
    window: String,
    picture: Picture,
    points: Vec<Point>,
    may_invite: bool,
    is_invited: bool,
    may_move: bool,
    /// Who could coordinate it; empty where nobody else may be named.
    coordinators: Vec<Choice>,
    may_hold: bool,
    may_validate: bool,
    may_send_back: bool,
    may_sign: bool,
    may_send: bool,
    /// Whether it may be said what became of the report.
    may_pass: bool,
    may_cancel: bool,
    has_report: bool,
    lists_open: bool,
    is_being_written: bool,
    may_tell: bool,
    revision: u32,
    people: Vec<PersonView>,
    to_invite: Vec<Choice>,
    specialties: BTreeSet<String>,
    files: Vec<FileView>,
    report: String,
    typed: Typed,
    error: String,
    error_form: String,
    done: String,
}

/// `GET /{lang}/rcp/seance/{id}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Query(before): Query<Done>) -> Response {
    const KNOWN: [&str; 17] = [
        "invited",
        "invited-no-mail",
        "moved",
        "held",
        "validated",
        "sent-back",
        "signed",
        "sent",
        "sent-no-mail",
        "passed",
        "cancelled",
        "person",
        "withdrawn",
        "file",
        "removed",
        "coordinator",
        "saved",
    ];
    let known = KNOWN.iter().find(|word| **word == before.done);
    let done = known.map(|word| desk.visit.t.k("rcp-done", word)).unwrap_or_default();
    let result = show(&desk, id, Said { done, ..Said::default() }).await;
    settle(&desk, result)
}

/// The answer to a form: a rule that refused is said on the session's page, with what was typed.
pub async fn told(
    desk: &Desk,
    id: Uuid,
    result: Result<Response, Fault>,
    form: &str,
    sent: &Sent,
) -> Response {
    let result = match result {
        Err(Fault::Rule(fault)) => {
            show(desk, id, Said { fault, form: form.to_owned(), sent: Some(sent), ..Said::default() }).await
        }
        other => other,
    };
    settle(desk, result)
}

/// The title of a session.
pub fn title(desk: &Desk, series: &Series, session: &Session) -> String {
    let key = if session.reality.counts() { "rcp-title" } else { "rcp-title-training" };
    let moment = desk.moment(session.session.starts_at);
    desk.visit.t.ww(key, ("name", &series.text.name), ("moment", &moment))
}

/// What is shown of a session at its head.
pub fn facts(desk: &Desk, session: &Session, colleagues: &Colleagues) -> Vec<(String, String)> {
    let t = desk.visit.t;
    let rows = [
        ("rcp-coordinator", colleagues.name(session.session.coordinator)),
        ("rcp-place", session.place.clone()),
        ("rcp-link", session.link.clone()),
        ("rcp-quorum", view::quorum(desk, session)),
    ];
    rows.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (t.s(key), text)).collect()
}

fn typed(desk: &Desk, session: &Session, said: &Said<'_>) -> Typed {
    let zone = desk.infoline.office.zone;
    let local = session.session.starts_at.with_timezone(&zone).format(LOCAL).to_string();
    let kept = Typed {
        starts_at: local,
        place: session.place.clone(),
        link: session.link.clone(),
        report: session.report.clone(),
        ..Typed::default()
    };
    let Some(sent) = said.sent else { return kept };
    match said.form.as_str() {
        "people" => Typed { account: sent.line("account"), specialty: sent.line("specialty"), ..kept },
        "file" => Typed { number: sent.line("number"), ..kept },
        "move" => {
            Typed { starts_at: sent.line("at"), place: sent.line("place"), link: sent.line("link"), ..kept }
        }
        "text" => Typed { report: sent.text("text"), ..kept },
        _ => kept,
    }
}

/// The page of a session.
pub async fn show(desk: &Desk, id: Uuid, said: Said<'_>) -> Result<Response, Fault> {
    let Opened { series, session, people, files: listed, colleagues } = open(desk, id).await?;
    let t = desk.visit.t;
    let acting = session.session.acting(desk.account(), Acting::of_roles(&desk.signed.account.roles));
    let may = session.session.state.open_to(&acting);
    let is_open = |change: RcpChange| may.contains(&change);
    let typed = typed(desk, &session, &said);
    let people = view::people(desk, &people, &colleagues);
    let mut outside = colleagues.who_may(Action::AttendRcp);
    outside.extend(colleagues.who_may(Action::HoldRcp));
    outside.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    outside.dedup();
    outside.retain(|(account, _)| people.iter().all(|one| one.account != *account));
    let mut files: Vec<FileView> =
        listed.iter().map(|one| view::file(desk, one, &people, &colleagues)).collect();
    if let Some(sent) = said.sent
        && let Some(id) = said.form.strip_prefix("pass-")
        && let Some((view, one)) = files.iter_mut().zip(&listed).find(|(view, _)| view.id.to_string() == id)
    {
        view.passing = view::passing_form(desk, one, Some((sent, words(desk, said.fault))));
    }
    if let Some(sent) = said.sent
        && let Some(one) = files.iter_mut().find(|one| one.id.to_string() == said.form)
    {
        one.typed = Some((sent.text("text"), sent.text("plain")));
        for person in &mut one.people {
            person.is_chosen = sent.all("dissent").any(|id| id == person.account.to_string());
            person.text = sent.text(&format!("why-{}", person.account));
        }
    }
    let (picture, points) = view::way(desk, &session);
    let state = session.session.state;
    let page = SessionPage {
        shell: shell(desk, RcpPage::Session, &id.to_string(), title(desk, &series, &session)),
        work: frame(desk, RcpPage::Session),
        at: at(desk, id),
        state: t.k("rcp-state", state.word()),
        is_training: !session.reality.counts(),
        facts: facts(desk, &session, &colleagues),
        window: view::window(desk, &session),
        picture,
        points,
        may_invite: is_open(RcpChange::Invite) && !session.session.is_over(desk.now),
        is_invited: session.session.invited_at.is_some(),
        may_move: is_open(RcpChange::Move),
        coordinators: match is_open(RcpChange::Coordinate) {
            true => {
                desk.people(&colleagues.who_may(Action::HoldRcp), &session.session.coordinator.to_string())
            }
            false => Vec::new(),
        },
        may_hold: is_open(RcpChange::Hold) && session.session.starts_at <= desk.now,
        may_validate: is_open(RcpChange::Validate),
        may_send_back: is_open(RcpChange::SendBack),
        may_sign: is_open(RcpChange::Sign),
        may_send: is_open(RcpChange::Send),
        may_pass: matches!(state, RcpState::Signed | RcpState::Sent),
        may_cancel: is_open(RcpChange::Cancel),
        has_report: state.is_being_written() || state.has_validated_report(),
        lists_open: state.has_open_lists(),
        is_being_written: state.is_being_written(),
        may_tell: state.has_validated_report() && acting.is_any_of(ariane_domain::cell::told::CLINICIANS),
        revision: session.report_revision,
        to_invite: desk.people(&outside, &typed.account),
        specialties: people.iter().map(|one| one.specialty.clone()).collect(),
        people,
        files,
        report: session.report.clone(),
        typed,
        error: if said.fault.is_empty() { String::new() } else { words(desk, said.fault) },
        error_form: said.form,
        done: said.done,
    };
    Ok(render(status(said.fault), &page))
}
