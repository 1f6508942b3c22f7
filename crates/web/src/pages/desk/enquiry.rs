//! One enquiry: conversation left, facts and sheet right.

use super::Desk;
use super::clock::Promise;
use super::facts::FactBlock;
use super::frame::{self, Work};
use super::handover::HandoverView;
use super::load::{Loaded, NoteView};
use super::presence::present;
use super::reply::Composer;
use super::talk::{Knot, Said};
use super::trouble::Trouble;
use crate::addresses::desk::DeskPage;
use crate::pages::entry::need_label;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use ariane_domain::enquiry::{Hold, Outcome, State, UnmetReason, Urgency};
use ariane_domain::purpose::Purpose;
use ariane_store::records::desk::tasks::Task;
use ariane_store::records::enquiries::read::Enquiry;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

/// What a redirect says of what was just done: codes only.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    /// A call was logged: its draft is no longer needed.
    pub logged: String,
    /// A reply went out: its draft is no longer needed.
    pub replied: String,
    /// What was done, as a word.
    pub done: String,
}

/// A task of the enquiry.
pub struct TaskView {
    /// Id.
    pub id: String,
    /// What.
    pub text: String,
    /// Until when, or how it ended.
    pub when: String,
    /// Whether it is open.
    pub is_open: bool,
    /// How it may end.
    pub endings: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "desk/enquiry.html")]
struct EnquiryPage {
    shell: Shell,
    work: Work,
    at: String,
    id: String,
    number: i64,
    version: i32,
    name: String,
    is_anonymous: bool,
    persons_at: String,
    contact: Vec<(String, String)>,
    state: String,
    urgency: String,
    waited: String,
    since: (String, String),
    promise: Promise,
    first_reply: String,
    hold: HoldView,
    others: Vec<String>,
    prompts: Vec<String>,
    warnings: Vec<String>,
    said: Vec<Said>,
    note: String,
    summary: String,
    profile: Vec<(String, String)>,
    blocks: Vec<FactBlock>,
    composer: Composer,
    handovers: Vec<HandoverView>,
    handover_at: String,
    may_hand_over: bool,
    unmet: Vec<(String, String)>,
    unmet_needs: Vec<Choice>,
    unmet_reasons: Vec<Choice>,
    tasks: Vec<TaskView>,
    notes: Vec<NoteView>,
    hidden_notes: String,
    colleagues: Vec<Choice>,
    calls: Vec<String>,
    outcomes: Vec<Choice>,
    may_close: bool,
    is_closed: bool,
    outcome: String,
    choices: Vec<ChoiceView>,
    satisfaction: Vec<Choice>,
    knots: Vec<Knot>,
    doubles: Vec<Link>,
    into: Option<Link>,
    done: String,
    draft_done: &'static str,
}

/// What the person chose about a purpose, and what can be recorded.
pub struct ChoiceView {
    /// Word of the purpose.
    pub purpose: &'static str,
    /// In words.
    pub label: String,
    /// What was chosen.
    pub now: String,
}

/// Who has the enquiry.
pub struct HoldView {
    /// In words.
    pub text: String,
    /// It can be taken.
    pub may_take: bool,
    /// It can be put back.
    pub may_release: bool,
    /// It can be taken from a colleague.
    pub may_take_over: bool,
}

/// `GET /{lang}/permanence/demande/{id}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(done): Parameters<Done>) -> Response {
    let result = open(&desk, id, &done).await;
    desk.settle(result)
}

async fn open(desk: &Desk, id: Uuid, done: &Done) -> Result<Response, Trouble> {
    let loaded = desk.load(id).await?;
    let composer = Composer::new(desk, &loaded.enquiry, &loaded.templates, String::new());
    Ok(page(desk, loaded, composer, done, StatusCode::OK))
}

/// The page.
pub fn page(desk: &Desk, loaded: Loaded, composer: Composer, done: &Done, status: StatusCode) -> Response {
    let t = desk.visit.t;
    let enquiry = &loaded.enquiry;
    let colleagues = &loaded.colleagues;
    let hold = desk.hold(enquiry);
    let id = enquiry.id.to_string();
    let waits = enquiry.state.is_in_queue();
    let answers = desk.answers_of(enquiry);
    let knows = match answers.get("person-knows") {
        Some(ariane_domain::enquiry::form::Answer::YesNo(yes)) => Some(*yes),
        _ => None,
    };
    let choice = |value: &str, text: String| Choice { value: value.to_owned(), text, chosen: false };
    let mut shell = frame::shell(
        desk,
        DeskPage::Enquiry,
        &id,
        t.w("desk-enquiry-title", "number", &enquiry.number.to_string()),
    );
    if let Urgency::Danger(danger) = enquiry.urgency {
        shell = shell.in_danger(&desk.visit, vec![danger]);
    }
    let others = loaded.others.iter().map(|(account, doing)| present(t, *doing, &colleagues.name(*account)));
    let requester = &enquiry.requester;
    let mut warnings = Vec::new();
    for person in std::iter::once(requester).chain(&enquiry.concerned) {
        if let Some(day) = person.died_on {
            warnings.push(t.w("desk-died", "day", &t.date(day)));
        }
    }
    let never: Vec<String> =
        requester.identity.contact.never_tell.iter().map(|w| t.k("never-tell", w.word())).collect();
    if !never.is_empty() {
        warnings.push(t.w("desk-never-tell", "who", &never.join(", ")));
    }
    if enquiry.codes.is_interpreted {
        warnings.push(t.w("desk-interpreter", "language", &desk.tongue(&enquiry.codes.person.language)));
    }
    let closing = Outcome::ALL.into_iter().filter(|o| enquiry.state.may_close(*o));
    let outcomes: Vec<Choice> = closing.map(|o| choice(o.word(), t.k("outcome", o.word()))).collect();
    let choices = [Purpose::Handover, Purpose::Satisfaction]
        .map(|purpose| ChoiceView {
            purpose: purpose.word(),
            label: t.k("purpose", purpose.word()),
            now: enquiry.choices.iter().rev().find(|m| m.purpose == purpose).map_or_else(
                || t.s("desk-choice-none"),
                |m| {
                    t.ww(
                        "desk-choice-made",
                        ("choice", &t.k("choice", m.choice.word())),
                        ("moment", &desk.moment(m.at)),
                    )
                },
            ),
        })
        .into();
    let number_link = |(id, number): &(Uuid, i64)| Link::new(number.to_string(), desk.enquiry_at(*id));
    let page = EnquiryPage {
        work: Work::new(desk, None),
        at: desk.enquiry_at(enquiry.id),
        number: enquiry.number,
        version: enquiry.version,
        name: desk.name_of(enquiry),
        is_anonymous: enquiry.is_anonymous,
        persons_at: format!("{}/persons", desk.enquiry_at(enquiry.id)),
        contact: desk.contact(enquiry),
        state: t.k("enquiry-state", enquiry.state.word()),
        urgency: if enquiry.urgency == Urgency::None {
            String::new()
        } else {
            t.k("urgency", enquiry.urgency.word())
        },
        waited: if waits { desk.waited(enquiry.received_at, desk.now) } else { String::new() },
        since: (enquiry.received_at.to_rfc3339(), desk.moment(enquiry.received_at)),
        promise: desk.promise(enquiry.due_at, waits && enquiry.first_replied_at.is_none()),
        first_reply: enquiry.first_replied_at.map(|at| desk.moment(at)).unwrap_or_default(),
        hold: HoldView {
            text: desk.held_by(enquiry, colleagues),
            may_take: hold.may_take(enquiry.state),
            may_release: hold == Hold::Own && enquiry.state == State::Taken,
            may_take_over: hold.may_take_over(),
        },
        others: others.collect(),
        prompts: desk.prompts(enquiry.codes.requester_kind, &enquiry.codes.person.age_band, knows),
        warnings,
        said: desk.talk(enquiry, colleagues),
        note: enquiry.texts.note.clone(),
        summary: enquiry.texts.summary.clone(),
        profile: desk.profile(enquiry),
        blocks: desk.fact_blocks(enquiry),
        handovers: loaded.handovers.iter().map(|h| HandoverView::new(desk, h, colleagues)).collect(),
        handover_at: format!("{}/handover", desk.enquiry_at(enquiry.id)),
        may_hand_over: enquiry.state.after(ariane_domain::enquiry::Change::HandOver).is_ok(),
        unmet: loaded.unmet.iter().map(|u| desk.unmet_line(u)).collect(),
        unmet_needs: enquiry
            .codes
            .needs
            .iter()
            .map(|need| choice(&need.to_string(), need_label(&desk.visit, *need)))
            .collect(),
        unmet_reasons: UnmetReason::ALL.map(|r| choice(r.word(), t.k("unmet-reason", r.word()))).into(),
        tasks: loaded.tasks.iter().map(|task| desk.task_view(task)).collect(),
        notes: loaded.notes,
        hidden_notes: if loaded.hidden_notes == 0 {
            String::new()
        } else {
            t.n("desk-notes-hidden", loaded.hidden_notes)
        },
        colleagues: colleagues
            .listeners(desk.account())
            .into_iter()
            .map(|(id, name)| choice(&id.to_string(), name))
            .collect(),
        calls: loaded.calls.iter().map(|c| t.w("desk-called", "name", &colleagues.name(c.account))).collect(),
        may_close: !outcomes.is_empty(),
        outcomes,
        is_closed: enquiry.state == State::Closed,
        outcome: enquiry.outcome.map(|o| t.k("outcome", o.word())).unwrap_or_default(),
        choices,
        satisfaction: ariane_domain::enquiry::Satisfaction::ALL
            .map(|s| Choice {
                value: s.word().to_owned(),
                text: t.k("satisfaction", s.word()),
                chosen: enquiry.satisfaction == Some(i32::from(s.points())),
            })
            .into(),
        knots: desk.knots(enquiry, colleagues),
        doubles: loaded.doubles.iter().map(number_link).collect(),
        into: loaded.into.as_ref().map(number_link),
        done: if done.done.is_empty() { String::new() } else { t.k("desk-done", &done.done) },
        draft_done: match (done.logged.as_str(), done.replied.as_str()) {
            ("1", _) => "call",
            (_, "1") => "reply",
            _ => "",
        },
        composer,
        id,
        shell,
    };
    render(status, &page)
}

impl Desk {
    fn contact(&self, enquiry: &Enquiry) -> Vec<(String, String)> {
        let t = self.visit.t;
        let identity = &enquiry.requester.identity;
        let birth = identity.birth_date.map(|d| t.date(d)).unwrap_or_default();
        let channel = t.k("channel", identity.contact.channel.word());
        let neutral = if identity.contact.is_neutral { t.s("desk-neutral-yes") } else { String::new() };
        let concerned = enquiry.concerned.as_ref().map(|c| c.identity.name.clone()).unwrap_or_default();
        let rows = [
            ("desk-mail", identity.mail.clone()),
            ("desk-phone", identity.phone.clone()),
            ("desk-birth", birth),
            ("desk-channel", channel),
            ("desk-contact-hours", identity.contact.hours.clone()),
            ("desk-neutral", neutral),
            ("desk-concerned", concerned),
        ];
        rows.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (t.s(key), text)).collect()
    }

    fn task_view(&self, task: &Task) -> TaskView {
        let t = self.visit.t;
        let ending =
            |word: &&str| Choice { value: (*word).into(), text: t.k("task-ending", word), chosen: false };
        TaskView {
            id: task.id.to_string(),
            text: t.k("task", task.kind.word()),
            when: match task.done_at {
                Some(at) => t.ww(
                    "desk-task-ended",
                    ("ending", &t.k("task-ending", &task.ending)),
                    ("moment", &self.moment(at)),
                ),
                None => t.w("desk-task-due", "moment", &self.moment(task.due_at)),
            },
            is_open: task.done_at.is_none(),
            endings: task.kind.endings().iter().map(ending).collect(),
        }
    }
}
