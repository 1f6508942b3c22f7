//! One meeting: its agenda, what is said and decided, its signatures. One writes, the others see it.

use super::step::Form as StepForm;
use super::view::{self, ItemView};
use super::{Fault, at, grant, settle, shell, words};
use crate::addresses::meeting::MeetingPage as Address;
use crate::pages::desk::frame::Work;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::cell::meeting::MeetingChange;
use ariane_domain::cell::{Acting, Machine as _, Track};
use ariane_store::records::cell::meetings::{MeetingText, Present};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

/// A meeting with all that its page and its minutes show.
pub struct Opened {
    /// The meeting.
    pub meeting: MeetingText,
    /// Its items.
    pub items: Vec<ItemView>,
    /// When the latest of them changed, in microseconds.
    pub changed_at: i64,
    /// Who is or was there.
    pub people: Vec<Present>,
    /// For which tracks who asks may sign.
    pub tracks: Vec<Track>,
    /// Names.
    pub colleagues: Colleagues,
}

/// Opens a meeting; with `attends`, who asks is there from now on.
pub async fn open(desk: &Desk, id: Uuid, attends: bool) -> Result<Opened, Fault> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = grant(desk, &work, id).await?;
    if attends {
        work.attend(&grant).await?;
    }
    let meeting = work.read_meeting(&grant).await?;
    let items = work.read_items(&grant).await?;
    let files: Vec<Uuid> = items.iter().map(|item| item.item.file).collect();
    let steps = view::by_file(work.meeting_steps(&grant, &files).await?);
    let people = work.presence(&grant).await?;
    let tracks = work.signs_for(&grant)?;
    work.commit().await?;
    let changed_at = items.iter().map(|item| item.changed_at.timestamp_micros()).max().unwrap_or_default();
    let items = items.into_iter().map(|item| ItemView::new(desk, item, &steps, &colleagues)).collect();
    Ok(Opened { meeting, items, changed_at, people, tracks, colleagues })
}

/// What who asks may do with a meeting now.
pub fn open_to(desk: &Desk, meeting: &MeetingText) -> Vec<MeetingChange> {
    meeting.meeting.state.open_to(&Acting::of_roles(&desk.signed.account.roles))
}

/// Who has the page open, in words.
pub fn here(desk: &Desk, people: &[Present], colleagues: &Colleagues) -> Vec<String> {
    let me = desk.account();
    let present = people.iter().filter(|one| one.is_here);
    present
        .map(|one| {
            let name = colleagues.name(one.account);
            if one.account == me { desk.visit.t.w("meeting-here-me", "name", &name) } else { name }
        })
        .collect()
}

/// The names under the minutes.
pub fn signatures(desk: &Desk, meeting: &MeetingText, colleagues: &Colleagues) -> Vec<String> {
    let signed = |track: Track| {
        let signature = meeting.meeting.minutes.of(track)?;
        let mut args = fluent_bundle::FluentArgs::new();
        args.set("track", view::track(desk, track));
        args.set("name", colleagues.name(signature.by));
        args.set("moment", desk.moment(signature.at));
        Some(desk.visit.t.with("meeting-signed-by", &args))
    };
    Track::ALL.into_iter().filter_map(signed).collect()
}

/// Corrections after the sign-off: by whom and when, and the words.
pub fn addenda(desk: &Desk, meeting: &MeetingText, colleagues: &Colleagues) -> Vec<(String, String)> {
    let said = |one: &ariane_domain::cell::meeting::Addendum| {
        let (name, moment) = (colleagues.name(one.by), desk.moment(one.at));
        let heading = desk.visit.t.ww("meeting-addendum-by", ("name", &name), ("moment", &moment));
        (heading, one.text.clone())
    };
    meeting.meeting.addenda.iter().map(said).collect()
}

/// The title of a meeting.
pub fn title(desk: &Desk, meeting: &MeetingText) -> String {
    let key = if meeting.reality.counts() { "meeting-title" } else { "meeting-title-training" };
    desk.visit.t.w(key, "moment", &desk.moment(meeting.meeting.starts_at))
}

/// What is said on the page besides the meeting, and what was typed and not kept.
#[derive(Default)]
pub struct Said {
    /// The rule that refused, as its word; empty when none did.
    pub fault: &'static str,
    /// What was done.
    pub done: String,
    /// Number of a file.
    pub number: String,
    /// An addendum.
    pub addendum: String,
}

#[derive(Template)]
#[template(path = "meeting/meeting.html")]
struct MeetingPage {
    shell: Shell,
    work: Work,
    at: String,
    list: String,
    state: String,
    word: &'static str,
    version: i32,
    minutes: u32,
    changed_at: i64,
    is_training: bool,
    has_minutes: bool,
    may_edit: bool,
    may_begin: bool,
    may_end: bool,
    may_cancel: bool,
    may_add: bool,
    /// Tracks for which who asks may sign: word and label.
    to_sign: Vec<(&'static str, String)>,
    signed: Vec<String>,
    here: Vec<String>,
    addenda: Vec<(String, String)>,
    items: Vec<ItemView>,
    step: StepForm,
    error: String,
    done: String,
    number: String,
    addendum: String,
}

/// What was done just before.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    /// What, as its word.
    #[serde(default)]
    done: String,
    /// How many came onto the agenda.
    #[serde(default)]
    added: String,
}

/// `GET /{lang}/reunions/seance/{id}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Query(asked): Query<Done>) -> Response {
    let t = desk.visit.t;
    let done = match (asked.added.parse(), asked.done.as_str()) {
        (Ok(count), _) => t.n("meeting-added", count),
        (Err(_), "step") => t.s("meeting-done-step"),
        (Err(_), "signed") => t.s("meeting-done-signed"),
        (Err(_), "joined") => t.s("meeting-done-joined"),
        _ => String::new(),
    };
    let result = show(&desk, id, Said { done, ..Said::default() }).await;
    settle(&desk, result)
}

/// The page of a meeting.
pub async fn show(desk: &Desk, id: Uuid, said: Said) -> Result<Response, Fault> {
    let opened = open(desk, id, true).await?;
    let Opened { meeting, items, changed_at, people, tracks, colleagues } = opened;
    let t = desk.visit.t;
    let may = open_to(desk, &meeting);
    let may_sign = may.contains(&MeetingChange::SignFirst) || may.contains(&MeetingChange::SignSecond);
    let unsigned = |track: &Track| may_sign && meeting.meeting.minutes.of(*track).is_none();
    let page = MeetingPage {
        shell: shell(desk, &id.to_string(), title(desk, &meeting)),
        work: super::frame(desk),
        at: at(desk, id),
        list: Address::List.path(desk.visit.language),
        state: t.k("meeting-state", meeting.meeting.state.word()),
        word: meeting.meeting.state.word(),
        version: meeting.version,
        minutes: meeting.meeting.minutes.version,
        changed_at,
        is_training: !meeting.reality.counts(),
        has_minutes: meeting.meeting.state.has_minutes(),
        may_edit: may.contains(&MeetingChange::Edit),
        may_begin: may.contains(&MeetingChange::Begin),
        may_end: may.contains(&MeetingChange::End),
        may_cancel: may.contains(&MeetingChange::Cancel),
        may_add: may.contains(&MeetingChange::Add),
        to_sign: tracks
            .iter()
            .copied()
            .filter(unsigned)
            .map(|track| (track.word(), view::track(desk, track)))
            .collect(),
        signed: signatures(desk, &meeting, &colleagues),
        here: here(desk, &people, &colleagues),
        addenda: addenda(desk, &meeting, &colleagues),
        items,
        step: StepForm::empty(desk, &colleagues),
        error: if said.fault.is_empty() { String::new() } else { words(desk, said.fault) },
        done: said.done,
        number: said.number,
        addendum: said.addendum,
    };
    let status = if said.fault.is_empty() { StatusCode::OK } else { Fault::status(said.fault) };
    Ok(render(status, &page))
}
