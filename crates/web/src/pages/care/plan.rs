//! The care plan of a file: who does what for the person, since when, and what came of it.

use super::frame::{self, Head};
use crate::addresses::Page;
use crate::addresses::cell::CellPage;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::cell::plan::{CarePlan, PlanActor, PlanItem, PlanOutcome, PlanPart};
use ariane_knowledge::fold;
use ariane_store::records::care::plan::{LineText, PlanLine};
use ariane_store::records::cell::read::Case;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use uuid::Uuid;

/// Most structures offered while one types who does something.
const OFFERED: usize = 400;

/// What an address says of what was done before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Before {
    done: String,
}

impl Before {
    /// Whether something was done.
    pub fn is_done(&self) -> bool {
        !self.done.is_empty()
    }
}

/// The fields of a line.
pub struct LineForm {
    /// Id of the form.
    pub form: String,
    /// Where it is sent.
    pub action_at: String,
    /// Version of the line; 0 for a new one.
    pub version: i32,
    /// Parts.
    pub parts: Vec<Choice>,
    /// What is done.
    pub action: String,
    /// Who does it, as typed.
    pub actor: String,
    /// Whether the family does it.
    pub is_family: bool,
    /// Day.
    pub on: String,
    /// Renewal.
    pub renew: String,
    /// Outcomes.
    pub outcomes: Vec<Choice>,
    /// When the outcome was known.
    pub known: String,
    /// Reason.
    pub reason: String,
    /// What is wrong.
    pub error: String,
    /// Whether it is shown opened.
    pub is_open: bool,
}

/// A line, ready to read.
pub struct LineView {
    /// Id.
    pub id: String,
    /// What is done.
    pub action: String,
    /// Who does it, with the page of a structure; none while nobody is found.
    pub actor: Option<(String, String)>,
    /// Day, for machines and in words.
    pub on: (String, String),
    /// Renewal, for machines and in words.
    pub renew: (String, String),
    /// What came of it.
    pub outcome: String,
    /// Why.
    pub reason: String,
    /// What is open about it.
    pub open: String,
    /// Who wrote it last, when.
    pub written: String,
    /// Another wording.
    pub form: LineForm,
}

/// A part of the plan with its lines.
pub struct PartView {
    /// Its word, for the id of its heading.
    pub word: &'static str,
    /// Name.
    pub name: String,
    /// Lines.
    pub lines: Vec<LineView>,
}

#[derive(Template)]
#[template(path = "care/plan.html")]
struct PlanPage {
    shell: Shell,
    work: Work,
    head: Head,
    parts: Vec<PartView>,
    unspoken: Vec<String>,
    is_empty: bool,
    new: LineForm,
    offered: Vec<String>,
}

impl Desk {
    /// Who does something, in words, with the address of a structure's page.
    pub fn plan_actor(&self, actor: &PlanActor, colleagues: &Colleagues) -> (String, String) {
        match actor {
            PlanActor::Organisation(id) => match self.visit.knowledge.directory.get(id) {
                Some(one) => {
                    (one.shown_name().to_owned(), Page::Organisation.path_to(self.visit.language, &one.id))
                }
                None => (id.clone(), String::new()),
            },
            PlanActor::Named(name) => (name.clone(), String::new()),
            PlanActor::Account(id) | PlanActor::Contact(id) => (colleagues.name(*id), String::new()),
            PlanActor::Family => (self.visit.t.s("care-family-does"), String::new()),
        }
    }

    fn line_form(&self, case: &Case, line: Option<&PlanLine>, failed: &Failed) -> LineForm {
        let form = line.map_or_else(|| "line-new".to_owned(), |line| format!("line-{}", line.id));
        let typed = |field: &str, kept: String| match failed.is(&form) {
            true => failed.text(&form, field),
            false => kept,
        };
        let item = line.map(|line| &line.item);
        let text = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let actor = item.and_then(|item| item.actor.as_ref());
        let named = match actor {
            Some(PlanActor::Family) | None => String::new(),
            Some(other) => self.plan_actor(other, &Colleagues::default()).0,
        };
        let outcome = item.and_then(|item| item.outcome);
        let chosen = typed("part", item.map(|item| item.part.word().to_owned()).unwrap_or_default());
        let reached = typed("outcome", outcome.map(|(o, _)| o.word().to_owned()).unwrap_or_default());
        let family = typed("family", if actor == Some(&PlanActor::Family) { "1".into() } else { "".into() });
        let at = format!("{}/plan", self.case_at(case.id));
        LineForm {
            action_at: line.map_or_else(|| at.clone(), |line| format!("{at}/{}", line.id)),
            version: line.map_or(0, |line| line.version),
            parts: self.choices(&PlanPart::ALL.map(PlanPart::word), "plan-part", &chosen),
            action: typed("action", line.map(|line| line.action.clone()).unwrap_or_default()),
            actor: typed("actor", named),
            is_family: !family.is_empty(),
            on: typed("on", text(item.and_then(|item| item.on))),
            renew: typed("renew", text(item.and_then(|item| item.renew_by))),
            outcomes: self.choices(&PlanOutcome::ALL.map(PlanOutcome::word), "plan-outcome", &reached),
            known: typed("known", outcome.map(|(_, day)| day.to_string()).unwrap_or_default()),
            reason: typed("reason", line.map(|line| line.reason.clone()).unwrap_or_default()),
            error: failed.error(&form),
            is_open: failed.is(&form),
            form,
        }
    }

    fn line_view(&self, case: &Case, line: &PlanLine, colleagues: &Colleagues, failed: &Failed) -> LineView {
        let t = self.visit.t;
        let day = |day: Option<chrono::NaiveDate>| {
            day.map(|day| (day.to_string(), t.date(day))).unwrap_or_default()
        };
        let open = OpenEnd::of_line(&line.item, self.today(), self.records.cell());
        LineView {
            id: line.id.to_string(),
            action: line.action.clone(),
            actor: line.item.actor.as_ref().map(|actor| self.plan_actor(actor, colleagues)),
            on: day(line.item.on),
            renew: day(line.item.renew_by),
            outcome: line
                .item
                .outcome
                .map(|(outcome, day)| {
                    let outcome = t.k("plan-outcome", outcome.word());
                    t.ww("care-known-since", ("outcome", &outcome), ("day", &t.date(day)))
                })
                .unwrap_or_default(),
            reason: line.reason.clone(),
            open: open.map(|end| t.k("open-end", end.word())).unwrap_or_default(),
            written: t.ww(
                "care-written-by",
                ("name", &colleagues.name(line.author)),
                ("moment", &self.moment(line.changed_at)),
            ),
            form: self.line_form(case, Some(line), failed),
        }
    }

    /// Names of structures that may do something here: those of the country first by name.
    fn offered_structures(&self) -> Vec<String> {
        let country = self.visit.settings.country;
        let mut names: Vec<String> = self
            .visit
            .knowledge
            .directory
            .all()
            .iter()
            .filter(|one| one.sites.iter().any(|site| site.country == country))
            .map(|one| one.shown_name().to_owned())
            .collect();
        names.sort();
        names.dedup();
        names.truncate(OFFERED);
        names
    }

    /// What a form says of a line.
    fn line_sent(&self, sent: &Sent) -> Result<PlanItem, Fault> {
        let part = PlanPart::from_word(sent.get("part")).ok_or_else(not_there)?;
        let outcome = match sent.get("outcome") {
            "" => None,
            word => {
                let outcome = PlanOutcome::from_word(word).ok_or_else(not_there)?;
                Some((outcome, day(sent, "known")?.unwrap_or_else(|| self.today())))
            }
        };
        let actor = match sent.line("actor") {
            name if name.is_empty() => sent.is("family").then_some(PlanActor::Family),
            name => Some(self.actor_named(name)),
        };
        Ok(PlanItem { part, actor, on: day(sent, "on")?, renew_by: day(sent, "renew")?, outcome })
    }

    /// The structure of the directory with this name; else who was typed.
    fn actor_named(&self, name: String) -> PlanActor {
        let wanted = fold::key(&name);
        let is = |text: &str| !text.is_empty() && fold::key(text) == wanted;
        let mut all = self.visit.knowledge.directory.all().iter();
        match all.find(|one| is(one.shown_name()) || is(&one.name) || is(&one.short_name)) {
            Some(one) => PlanActor::Organisation(one.id.clone()),
            None => PlanActor::Named(name),
        }
    }
}

/// The plan of a file as the rules read it.
pub fn plan_of(case: &Case) -> CarePlan {
    CarePlan { items: case.care.plan.iter().map(|line| line.item.clone()).collect() }
}

/// `GET …/plan`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, &Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: &Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let (case, colleagues) = (&loaded.case, &loaded.colleagues);
    let parts: Vec<PartView> = PlanPart::ALL
        .into_iter()
        .map(|part| PartView {
            word: part.word(),
            name: t.k("plan-part", part.word()),
            lines: case
                .care
                .plan
                .iter()
                .filter(|line| line.item.part == part)
                .map(|line| desk.line_view(case, line, colleagues, failed))
                .collect(),
        })
        .filter(|part| !part.lines.is_empty())
        .collect();
    let unspoken = plan_of(case).unspoken(desk.is_flagged(case));
    let page = PlanPage {
        shell: frame::of_file(desk, case, "plan", t.s("care-plan")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, done, failed.all()),
        is_empty: parts.is_empty(),
        parts,
        unspoken: unspoken.into_iter().map(|part| t.k("plan-part", part.word())).collect(),
        new: desk.line_form(case, None, failed),
        offered: desk.offered_structures(),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/plan`: a new line.
pub async fn add(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = keep(&desk, id, None, &sent).await;
    answer(&desk, id, "line-new", &sent, done).await
}

/// `POST …/plan/{line}`: another wording.
pub async fn change(desk: Desk, Path((id, line)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = keep(&desk, id, Some((line, sent.version())), &sent).await;
    answer(&desk, id, &format!("line-{line}"), &sent, done).await
}

async fn keep(desk: &Desk, id: Uuid, former: Option<(Uuid, i32)>, sent: &Sent) -> Result<(), Fault> {
    let item = desk.line_sent(sent)?;
    let (action, reason) = (sent.text("action"), sent.text("reason"));
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let line = LineText { item: &item, action: &action, reason: &reason };
    work.keep_line(&grant, former, line, desk.today()).await?;
    Ok(work.commit().await?)
}

async fn answer(desk: &Desk, id: Uuid, form: &str, sent: &Sent, done: Result<(), Fault>) -> Response {
    let result = match done {
        Ok(()) => {
            let to = format!("{}/plan?done=1#{form}", desk.case_at(id));
            Ok(Redirect::to(&to).into_response())
        }
        Err(Fault::Rule(word)) => show(desk, id, &Failed::new(desk, form, word, sent), false).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// A link to a page of a file.
pub fn link(desk: &Desk, case: &Case, key: &str, word: &str) -> Link {
    Link::new(desk.visit.t.s(key), format!("{}/{word}", desk.case_at(case.id)))
}
