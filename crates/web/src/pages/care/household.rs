//! The family of a file: several members' files, what each said of the household, how heavily caring weighs. A link discloses
//! nothing: a member is shown to who may read that member's file, and to nobody else (duty D7).

use super::frame::{self, Head};
use super::plan::Before;
use crate::addresses::cell::CellPage;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::grant::{ReadCase, WriteCase};
use ariane_domain::cell::household::{Burden, Consanguinity, Tie};
use ariane_store::StoreError;
use ariane_store::records::care::household::{Member, MemberFacts};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// A member, ready to read.
pub struct MemberView {
    /// Address of the file; empty for the one at hand.
    pub href: String,
    /// Title of the file.
    pub file: String,
    /// Name.
    pub name: String,
    /// What they are in the household.
    pub tie: String,
    /// Where the file stands.
    pub state: String,
    /// Day of the next step.
    pub next: String,
    /// Whether the parents are related, as this member said.
    pub consanguinity: String,
    /// How heavily caring weighs, as this member said, and when.
    pub burden: String,
    /// Whether caring cannot be borne any longer.
    pub is_too_heavy: bool,
}

/// What this member said, as a form.
pub struct FactsForm {
    /// Version.
    pub version: i32,
    /// Ties.
    pub ties: Vec<Choice>,
    /// Whether the parents are related.
    pub related: Vec<Choice>,
    /// How heavily caring weighs.
    pub burdens: Vec<Choice>,
    /// When that was said.
    pub day: String,
    /// What is wrong.
    pub error: String,
}

#[derive(Template)]
#[template(path = "care/household.html")]
struct HouseholdPage {
    shell: Shell,
    work: Work,
    head: Head,
    members: Vec<MemberView>,
    facts: Option<FactsForm>,
    own_ties: Vec<Choice>,
    ties: Vec<Choice>,
    number: String,
    link_error: String,
    is_link_open: bool,
}

impl Desk {
    fn member_view(&self, member: &Member, own: Uuid) -> MemberView {
        let t = self.visit.t;
        let facts = &member.facts;
        MemberView {
            href: if member.file == own { String::new() } else { self.case_at(member.file) },
            file: t.w("cell-case-title", "number", &member.number.to_string()),
            name: if member.name.is_empty() { t.s("desk-name-unknown") } else { member.name.clone() },
            tie: t.k("household-tie", facts.tie.word()),
            state: t.k("file-state", member.state.word()),
            next: member.next_due.map(|day| t.date(day)).unwrap_or_default(),
            consanguinity: t.k("consanguinity", facts.consanguinity.word()),
            burden: facts
                .burden
                .map(|(burden, day)| {
                    let burden = t.k("carer-burden", burden.word());
                    t.ww("care-known-since", ("outcome", &burden), ("day", &t.date(day)))
                })
                .unwrap_or_default(),
            is_too_heavy: facts.burden.is_some_and(|(burden, _)| burden == Burden::TooHeavy),
        }
    }

    fn facts_form(&self, member: &Member, failed: &Failed) -> FactsForm {
        let facts = &member.facts;
        let typed = |field: &str, kept: String| match failed.is("facts") {
            true => failed.text("facts", field),
            false => kept,
        };
        let burden = facts.burden.map(|(burden, _)| burden.word().to_owned()).unwrap_or_default();
        let related = typed("consanguinity", facts.consanguinity.word().to_owned());
        FactsForm {
            version: member.version,
            ties: self.choices(
                &Tie::ALL.map(Tie::word),
                "household-tie",
                &typed("tie", facts.tie.word().to_owned()),
            ),
            related: self.choices(&Consanguinity::ALL.map(Consanguinity::word), "consanguinity", &related),
            burdens: self.choices(&Burden::ALL.map(Burden::word), "carer-burden", &typed("burden", burden)),
            day: typed("day", facts.burden.map(|(_, day)| day.to_string()).unwrap_or_default()),
            error: failed.error("facts"),
        }
    }
}

/// `GET …/household`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, &Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: &Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let case = desk.load_case(id).await?.case;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<ReadCase>(&mut work, id).await?;
    let mut members = Vec::new();
    for file in work.household_of(&grant).await? {
        let facts = work.case_facts(desk.controller(), file).await?;
        // Who may not read a member's file does not learn that there is one.
        if let Ok(grant) = work.may::<ReadCase>(&desk.actor(), facts) {
            match work.read_member(&grant).await {
                Ok(member) => members.push(member),
                Err(StoreError::Erased) => {}
                Err(other) => return Err(other.into()),
            }
        }
    }
    work.commit().await?;
    let own = members.iter().find(|member| member.file == id);
    let page = HouseholdPage {
        shell: frame::of_file(desk, &case, "household", t.s("care-household")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, &case, done, failed.all()),
        facts: own.map(|member| desk.facts_form(member, failed)),
        members: members.iter().map(|member| desk.member_view(member, id)).collect(),
        own_ties: desk.choices(
            &Tie::ALL.map(Tie::word),
            "household-tie",
            &failed.text("household", "own-tie"),
        ),
        ties: desk.choices(&Tie::ALL.map(Tie::word), "household-tie", &failed.text("household", "tie")),
        number: failed.text("household", "number"),
        link_error: failed.error("household"),
        is_link_open: failed.is("household"),
    };
    Ok(render(failed.status(), &page))
}

async fn answer(desk: &Desk, id: Uuid, form: &str, sent: &Sent, done: Result<(), Fault>) -> Response {
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}/household?done=1", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => show(desk, id, &Failed::new(desk, form, word, sent), false).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// `POST …/household`: links another file, by its number.
pub async fn link(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = join(&desk, id, &sent).await;
    answer(&desk, id, "household", &sent, done).await
}

async fn join(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let tie = |field: &str| Tie::from_word(sent.get(field)).ok_or_else(not_there);
    let (own_tie, tie) = (tie("own-tie")?, tie("tie")?);
    let number = sent.line("number").parse::<i64>().map_err(|_| Fault::Rule("no-such-file"))?;
    let reality = desk.load_case(id).await?.case.rules.reality;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let other = work.case_numbered(desk.controller(), number, reality).await?;
    let other = other.ok_or(Fault::Rule("no-such-file"))?;
    let facts = work.case_facts(desk.controller(), other).await?;
    // One that may not be written in is answered like one that is not there.
    let other = work.grant::<WriteCase>(&desk.actor(), facts).map_err(|_| Fault::Rule("no-such-file"))?;
    work.link_member(&grant, own_tie, &other, tie).await?;
    Ok(work.commit().await?)
}

/// `POST …/household/facts`: what this member said.
pub async fn facts(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = keep(&desk, id, &sent).await;
    answer(&desk, id, "facts", &sent, done).await
}

async fn keep(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let burden = match sent.get("burden") {
        "" => None,
        word => {
            let burden = Burden::from_word(word).ok_or_else(not_there)?;
            Some((burden, day(sent, "day")?.unwrap_or_else(|| desk.today())))
        }
    };
    let facts = MemberFacts {
        tie: Tie::from_word(sent.get("tie")).ok_or_else(not_there)?,
        consanguinity: Consanguinity::from_word(sent.get("consanguinity")).ok_or_else(not_there)?,
        burden,
    };
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.keep_member(&grant, sent.version(), &facts, desk.today()).await?;
    Ok(work.commit().await?)
}

/// `POST …/household/leave`.
pub async fn leave(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = part(&desk, id).await;
    answer(&desk, id, "facts", &sent, done).await
}

async fn part(desk: &Desk, id: Uuid) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.leave_household(&grant).await?;
    Ok(work.commit().await?)
}
