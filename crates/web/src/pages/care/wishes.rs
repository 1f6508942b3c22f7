//! What the person prefers not to know, and informing relatives at risk (duties D7, D25). No relative is named: each has their
//! own file, or none.

use super::frame::{self, Head, answered};
use super::plan::Before;
use crate::addresses::cell::CellPage;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::Action;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::Track;
use ariane_domain::cell::household::NotToKnow;
use ariane_store::records::cell::read::Case;
use ariane_store::records::cell::steps::NewStep;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use chrono::Days;
use uuid::Uuid;

/// Days in which the prescriber is asked to have informed relatives; the step can be given another day.
const DAYS_TO_INFORM: u64 = 30;

/// A wish, ready to read.
pub struct WishView {
    /// Where its taking back is sent; empty once it was taken back.
    pub action: String,
    /// What.
    pub what: String,
    /// Who heard it, when, and when it was taken back.
    pub noted: String,
    /// In the person's words.
    pub text: String,
}

#[derive(Template)]
#[template(path = "care/wishes.html")]
struct WishesPage {
    shell: Shell,
    work: Work,
    head: Head,
    wishes: Vec<WishView>,
    may_note: bool,
    kinds: Vec<Choice>,
    wish_text: String,
    wish_error: String,
    said: Option<(String, String)>,
    prescribers: Vec<Choice>,
    relatives_text: String,
    relatives_error: String,
    /// Why the step is not proposed yet, or that it is; empty where it may be.
    step_note: String,
    may_propose: bool,
}

impl Desk {
    /// What the person prefers not to know, for the head of the file; empty where there is no such wish.
    pub fn wishes_flag(&self, case: &Case) -> String {
        let t = self.visit.t;
        let standing = case.care.wishes.iter().filter(|one| one.wish.taken_back_at.is_none());
        let what: Vec<String> = standing.map(|one| t.k("not-to-know", one.wish.what.word())).collect();
        if what.is_empty() { String::new() } else { t.w("care-wish-flag", "what", &what.join(", ")) }
    }
}

/// Words by which the step is known again: the translation that stood there when it was proposed.
fn has_step(case: &Case) -> bool {
    let of = |language| crate::text::Text::new(language).s("care-relatives-step");
    let texts: Vec<String> = ariane_domain::Language::ALL.map(of).into();
    case.steps.iter().any(|step| texts.contains(&step.text))
}

/// `GET …/wishes`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let (case, names) = (&loaded.case, &loaded.colleagues);
    let at = desk.case_at(id);
    let wishes = case.care.wishes.iter().rev().map(|one| {
        let (name, moment) = (names.name(one.wish.recorded_by), desk.moment(one.wish.at));
        let noted = t.ww("care-written-by", ("name", &name), ("moment", &moment));
        let back = one.wish.taken_back_at.map(|at| t.w("care-wish-back", "moment", &desk.moment(at)));
        WishView {
            action: match one.wish.taken_back_at {
                None => format!("{at}/wishes/{}/back", one.id),
                Some(_) => String::new(),
            },
            what: t.k("not-to-know", one.wish.what.word()),
            noted: [Some(noted), back].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            text: one.text.clone(),
        }
    });
    let said = case.care.relatives.as_ref().map(|one| {
        let (name, moment) = (names.name(one.author), desk.moment(one.asked_at));
        let by = t.ww("care-written-by", ("name", &name), ("moment", &moment));
        let prescriber = t.w("care-relatives-prescriber", "name", &names.name(one.prescriber));
        (format!("{prescriber} · {by}"), one.text.clone())
    });
    let has_step = has_step(case);
    let prompt = case.care.inform_relatives(id, has_step, desk.now);
    let kept_prescriber = case.care.relatives.as_ref().map(|one| one.prescriber).unwrap_or(desk.account());
    let page = WishesPage {
        shell: frame::of_file(desk, case, "wishes", t.s("care-wishes")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, done, failed.all()),
        wishes: wishes.collect(),
        may_note: desk.own_tracks().contains(&Track::Medical),
        kinds: desk.choices(
            &NotToKnow::ALL.map(NotToKnow::word),
            "not-to-know",
            &failed.text("wish", "what"),
        ),
        wish_text: failed.text("wish", "text"),
        wish_error: failed.error("wish"),
        step_note: match (&case.care.relatives, has_step, &prompt) {
            (Some(_), true, _) => t.s("care-relatives-has-step"),
            (Some(_), false, None) => t.s("care-relatives-not-yet"),
            _ => String::new(),
        },
        may_propose: prompt.is_some(),
        said,
        prescribers: desk.people(&names.who_may(Action::SendToCell), &kept_prescriber.to_string()),
        relatives_text: failed.text("relatives", "text"),
        relatives_error: failed.error("relatives"),
    };
    Ok(render(failed.status(), &page))
}

async fn answer(desk: &Desk, id: Uuid, form: &str, sent: &Sent, done: Result<(), Fault>) -> Response {
    answered(desk, id, ("wishes", form), sent, done, |failed| show(desk, id, failed, false)).await
}

/// `POST …/wishes`.
pub async fn note(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = write_down(&desk, id, &sent).await;
    answer(&desk, id, "wish", &sent, done).await
}

async fn write_down(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let what = NotToKnow::from_word(sent.get("what")).ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.note_wish(&grant, what, &sent.text("text")).await?;
    Ok(work.commit().await?)
}

/// `POST …/wishes/{wish}/back`.
pub async fn take_back(desk: Desk, Path((id, wish)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = end(&desk, id, wish).await;
    answer(&desk, id, "wish", &sent, done).await
}

async fn end(desk: &Desk, id: Uuid, wish: Uuid) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.take_back_wish(&grant, wish).await?;
    Ok(work.commit().await?)
}

/// `POST …/relatives`: what the person said of informing relatives.
pub async fn relatives(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = asked(&desk, id, &sent).await;
    answer(&desk, id, "relatives", &sent, done).await
}

async fn asked(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let people = desk.colleagues().await?.who_may(Action::SendToCell);
    let wanted = people.iter().find(|(id, _)| id.to_string() == sent.get("prescriber"));
    let (prescriber, _) = wanted.ok_or_else(not_there)?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.note_relatives(&grant, *prescriber, &sent.text("text")).await?;
    Ok(work.commit().await?)
}

/// `POST …/relatives/step`: the step by which the prescriber informs relatives.
pub async fn step(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = propose(&desk, id).await;
    answer(&desk, id, "relatives", &sent, done).await
}

async fn propose(desk: &Desk, id: Uuid) -> Result<(), Fault> {
    let case = desk.load_case(id).await?.case;
    let prompt = case.care.inform_relatives(id, has_step(&case), desk.now);
    let prompt = prompt.ok_or(Fault::Rule("not-possible"))?;
    let today = desk.today();
    let text = desk.visit.t.s("care-relatives-step");
    let step = NewStep {
        track: prompt.track,
        owner: prompt.owner,
        due: today.checked_add_days(Days::new(DAYS_TO_INFORM)).unwrap_or(today),
        text: &text,
        meeting: None,
    };
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.propose_step(&grant, &step, today).await?;
    Ok(work.commit().await?)
}
