//! One file of the service: what the person asks, what was done, when the next contact is, and what the cell says.

use super::frame;
use super::sent::SentView;
use crate::addresses::service::ServicePage;
use crate::pages::cell::fault::Failed;
use crate::pages::cell::view::ActView;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::Action;
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::cell::{Acting, BroughtBy, Reality};
use ariane_domain::service::sent::may_send;
use ariane_domain::service::state::ServiceChange;
use ariane_domain::service::{EntryKind, ServiceEnd, ServiceState};
use ariane_store::records::service::file::{ServiceEntry, ServiceFile};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

/// An entry, ready to read.
pub struct EntryView {
    /// Kind.
    pub kind: String,
    /// Day, for machines and in words.
    pub on: (String, String),
    /// Who wrote it, when.
    pub written: String,
    /// Words.
    pub text: String,
    /// Whether the cell reads it.
    pub is_shared: bool,
}

/// What an address says of what was done before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Before {
    done: String,
}

#[derive(Template)]
#[template(path = "service/file.html")]
struct FilePage {
    shell: Shell,
    work: Work,
    at: String,
    version: i32,
    is_training: bool,
    done: String,
    errors: Vec<(String, String)>,
    unshown: String,
    name: String,
    facts: Vec<(String, String)>,
    state: String,
    next: String,
    next_late: String,
    holder: String,
    question: String,
    matters: String,
    entries: Vec<EntryView>,
    acts: Vec<ActView>,
    is_followed: bool,
    kinds: Vec<Choice>,
    entry_on: String,
    entry_next: String,
    entry_text: String,
    entry_error: String,
    today: String,
    head_error: String,
    is_head_open: bool,
    holders: Vec<Choice>,
    typed_question: String,
    typed_matters: String,
    may_send: bool,
    send_error: String,
    is_send_open: bool,
    send_question: String,
    send_doctor: String,
    brought: Vec<Choice>,
    case: Option<SentView>,
}

/// The form of a change of the file.
pub fn form_of(change: ServiceChange) -> String {
    format!("change-{}", change.word())
}

impl Desk {
    /// An entry, ready to read.
    pub fn service_entry(&self, entry: &ServiceEntry, colleagues: &Colleagues) -> EntryView {
        let t = self.visit.t;
        let (name, moment) = (colleagues.name(entry.author), self.moment(entry.at));
        EntryView {
            kind: t.k("service-entry", entry.kind.word()),
            on: (entry.on.to_string(), t.date(entry.on)),
            written: t.ww("care-written-by", ("name", &name), ("moment", &moment)),
            text: entry.text.clone(),
            is_shared: entry.kind.is_read_by_cell(),
        }
    }

    /// Where a follow-up stands, with why it ended.
    pub fn service_state(&self, state: ServiceState, end: Option<ServiceEnd>) -> String {
        let t = self.visit.t;
        let state = t.k("service-state", state.word());
        match end {
            Some(end) => {
                t.ww("desk-event-detail", ("what", &state), ("detail", &t.k("service-end", end.word())))
            }
            None => state,
        }
    }

    fn service_act(&self, id: Uuid, change: ServiceChange, failed: &Failed) -> ActView {
        let t = self.visit.t;
        let form = form_of(change);
        ActView {
            action: format!("{}/change/{}", self.service_at(id), change.word()),
            label: t.k("service-change", change.word()),
            hint: t.k("service-hint", change.word()),
            is_direct: change == ServiceChange::Take,
            reason_label: t.s("cell-reason"),
            reasons: match change {
                ServiceChange::End => self.choices(
                    &ServiceEnd::ALL.map(ServiceEnd::word),
                    "service-end",
                    &failed.text(&form, "reason"),
                ),
                _ => Vec::new(),
            },
            has_day: change == ServiceChange::RecordDeath,
            day_label: t.s("cell-died-on"),
            day: failed.text(&form, "until"),
            text: failed.text(&form, "text"),
            error: failed.error(&form),
            is_open: failed.is(&form),
            form,
        }
    }

    fn service_facts(&self, file: &ServiceFile) -> Vec<(String, String)> {
        let mut facts = self.person_facts(&file.person.identity);
        facts.push((self.visit.t.s("service-since"), self.moment(file.received_at)));
        facts
    }
}

/// `GET …/{file}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let t = desk.visit.t;
    let done = match before.done.as_str() {
        "" => String::new(),
        "sent" => t.s("service-sent-done"),
        _ => t.s("cell-done"),
    };
    let result = show(&desk, id, &Failed::default(), done).await;
    desk.settle(result)
}

/// The page, also with a form that was not taken.
pub async fn show(desk: &Desk, id: Uuid, failed: &Failed, done: String) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = desk.service_grant(&mut work, id).await?;
    let file = work.read_service(&grant).await?;
    work.commit().await?;
    let acting = Acting::of_roles(&desk.signed.account.roles);
    let typed = |form: &str, field: &str, or: &str| match failed.is(form) {
        true => failed.text(form, field),
        false => or.to_owned(),
    };
    let has_case = file.case.is_some();
    let kinds: Vec<&str> = EntryKind::OF_SERVICE
        .into_iter()
        .filter(|kind| has_case || *kind != EntryKind::ToCell)
        .map(EntryKind::word)
        .collect();
    let next_on = file.next_on.map(|day| day.to_string()).unwrap_or_default();
    let today = desk.today().to_string();
    let holder = file.holder.unwrap_or(desk.account()).to_string();
    let title = t.w("service-file-title", "number", &file.number.to_string());
    let acts: Vec<ActView> =
        file.state.open_to(&acting).into_iter().map(|change| desk.service_act(id, change, failed)).collect();
    let may_send = may_send(file.state, file.case.as_ref().map(|case| case.state)).is_ok();
    let is_asked = file.case.as_ref().is_some_and(|case| case.state == FileState::AskedBack);
    let mut forms = vec!["entry", "head"];
    forms.extend(may_send.then_some("send"));
    forms.extend(is_asked.then_some("answer"));
    let unshown = failed.unshown(forms.into_iter().chain(acts.iter().map(|act| act.form.as_str())));
    let page = FilePage {
        shell: frame::shell(desk, ServicePage::File, &id.to_string(), title),
        work: Work { is_training: file.reality == Reality::Training, ..frame::work(desk) },
        at: desk.service_at(id),
        version: file.version,
        is_training: file.reality == Reality::Training,
        done,
        errors: failed.all(),
        unshown,
        name: match file.person.identity.name.as_str() {
            "" => t.s("desk-name-unknown"),
            name => name.to_owned(),
        },
        facts: desk.service_facts(&file),
        state: desk.service_state(file.state, file.end),
        next: match file.next_on {
            Some(day) => t.w("service-next-on", "day", &t.date(day)),
            None if file.state == ServiceState::Followed => t.s("service-next-none"),
            None => String::new(),
        },
        next_late: file.next_on.map(|day| desk.lateness(day)).unwrap_or_default(),
        holder: file.holder.map(|id| colleagues.name(id)).unwrap_or_default(),
        question: file.head.question.clone(),
        matters: file.head.what_matters.clone(),
        entries: file.entries.iter().map(|entry| desk.service_entry(entry, &colleagues)).collect(),
        acts,
        is_followed: file.state == ServiceState::Followed,
        kinds: desk.choices(&kinds, "service-entry", &failed.text("entry", "kind")),
        entry_on: typed("entry", "on", &today),
        entry_next: typed("entry", "next", &next_on),
        entry_text: failed.text("entry", "text"),
        entry_error: failed.error("entry"),
        today,
        head_error: failed.error("head"),
        is_head_open: failed.is("head"),
        holders: desk.people(&colleagues.who_may(Action::FollowInService), &typed("head", "holder", &holder)),
        typed_question: typed("head", "question", &file.head.question),
        typed_matters: typed("head", "matters", &file.head.what_matters),
        may_send,
        send_error: failed.error("send"),
        is_send_open: failed.is("send"),
        send_question: typed("send", "question", &file.head.question),
        send_doctor: failed.text("send", "doctor"),
        brought: desk.brought_choices(&typed("send", "brought-by", BroughtBy::Worker.word())),
        case: file
            .case
            .as_ref()
            .map(|case| desk.sent_view(case, &format!("{}/answer", desk.service_at(id)), failed)),
    };
    Ok(render(failed.status(), &page))
}
