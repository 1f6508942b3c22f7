//! Calls that are owed to the person: written down and ended on the page of the file.

use crate::pages::cell::acts::day;
use crate::pages::cell::case;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::start::Choice;
use ariane_domain::access::Action;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::callback::CallState;
use ariane_store::records::care::calls::Call;
use ariane_store::records::cell::read::Case;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

/// A call, ready to read.
pub struct CallView {
    /// Id of its form.
    pub form: String,
    /// Where its end is sent; empty once it ended.
    pub action: String,
    /// What it is about.
    pub text: String,
    /// Who calls.
    pub owner: String,
    /// Day, for machines and in words.
    pub due: (String, String),
    /// Said in words when the day has come or passed.
    pub late: String,
    /// Where it stands.
    pub state: String,
    /// What came of it.
    pub outcome: String,
    /// Version.
    pub version: i32,
    /// Ways in which it may end.
    pub ends: Vec<Choice>,
    /// Words typed.
    pub typed: String,
    /// What is wrong.
    pub error: String,
    /// Whether its form is shown opened.
    pub is_open: bool,
}

/// The form of another call.
pub struct CallForm {
    /// Who could call.
    pub owners: Vec<Choice>,
    /// Day.
    pub due: String,
    /// About what.
    pub text: String,
    /// What is wrong.
    pub error: String,
    /// Whether it is shown opened.
    pub is_open: bool,
}

impl Desk {
    /// The calls of a file: those that are owed, then those that ended.
    pub fn call_views(&self, case: &Case, colleagues: &Colleagues, failed: &Failed) -> Vec<CallView> {
        let (owed, ended): (Vec<&Call>, Vec<&Call>) =
            case.care.calls.iter().partition(|call| call.state == CallState::Owed);
        owed.into_iter()
            .chain(ended.into_iter().rev())
            .map(|call| self.call_view(case, call, colleagues, failed))
            .collect()
    }

    fn call_view(&self, case: &Case, call: &Call, colleagues: &Colleagues, failed: &Failed) -> CallView {
        let t = self.visit.t;
        let form = format!("call-{}", call.id);
        let is_owed = call.state == CallState::Owed;
        CallView {
            action: match is_owed {
                true => format!("{}/calls/{}", self.case_at(case.id), call.id),
                false => String::new(),
            },
            text: call.text.clone(),
            owner: colleagues.name(call.owner),
            due: (call.due.to_string(), t.date(call.due)),
            late: if is_owed { self.lateness(call.due) } else { String::new() },
            state: t.k("call-state", call.state.word()),
            outcome: call.outcome.clone(),
            version: call.version,
            ends: self.choices(
                &CallState::ENDS.map(CallState::word),
                "call-state",
                &failed.text(&form, "state"),
            ),
            typed: failed.text(&form, "text"),
            error: failed.error(&form),
            is_open: failed.is(&form),
            form,
        }
    }

    /// The form of another call.
    pub fn call_form(&self, colleagues: &Colleagues, failed: &Failed) -> CallForm {
        let typed = failed.text("call-new", "owner");
        let chosen = if typed.is_empty() { self.account().to_string() } else { typed };
        CallForm {
            owners: self.people(&colleagues.who_may(Action::WriteCase), &chosen),
            due: failed.text("call-new", "due"),
            text: failed.text("call-new", "text"),
            error: failed.error("call-new"),
            is_open: failed.is("call-new"),
        }
    }
}

/// `POST …/calls`.
pub async fn owe(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = write_down(&desk, id, &sent).await;
    case::answer(&desk, id, "call-new", &sent, done).await
}

async fn write_down(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let people = desk.colleagues().await?.who_may(Action::WriteCase);
    let wanted = people.iter().find(|(id, _)| id.to_string() == sent.get("owner"));
    let (owner, _) = wanted.ok_or_else(not_there)?;
    let due = day(sent, "due")?.ok_or(Fault::Rule("no-day"))?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.owe_call(&grant, *owner, due, &sent.text("text"), desk.today()).await?;
    Ok(work.commit().await?)
}

/// `POST …/calls/{call}`: what came of it.
pub async fn end(desk: Desk, Path((id, call)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = ended(&desk, id, call, &sent).await;
    case::answer(&desk, id, &format!("call-{call}"), &sent, done).await
}

async fn ended(desk: &Desk, id: Uuid, call: Uuid, sent: &Sent) -> Result<(), Fault> {
    let with = CallState::from_word(sent.get("state"));
    let with = with.filter(|state| CallState::ENDS.contains(state)).ok_or(Fault::Rule("reason-missing"))?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.end_call(&grant, call, sent.version(), with, &sent.text("text")).await?;
    Ok(work.commit().await?)
}
