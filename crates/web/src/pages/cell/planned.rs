//! Steps as the page of a file shows them, each with what may be done with it.

use super::fault::Failed;
use super::view::ActView;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::start::Choice;
use ariane_domain::access::Action;
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::cell::roster::Roster;
use ariane_domain::cell::step::{AnswerWay, CancelReason, NotDoneReason, StepChange, StepEnd, StepOutcome};
use ariane_domain::cell::{Acting, Who};
use ariane_store::records::cell::read::Case;
use ariane_store::records::cell::steps::StepText;
use uuid::Uuid;

/// Planning a step anew.
pub struct PlanView {
    /// Id of its form.
    pub form: String,
    /// Where it is sent.
    pub action: String,
    /// Who could do it.
    pub owners: Vec<Choice>,
    /// Day.
    pub due: String,
    /// What is wrong.
    pub error: String,
    /// Whether it is shown opened.
    pub is_open: bool,
}

/// A step, ready to read.
pub struct StepView {
    /// Id.
    pub id: String,
    /// What is to be done.
    pub text: String,
    /// Track.
    pub track: String,
    /// Who does it.
    pub owner: String,
    /// Day, for machines and in words.
    pub due: (String, String),
    /// Said in words when the day has passed or is today.
    pub late: String,
    /// Where it stands.
    pub state: String,
    /// What the person answered, how, and who wrote it down.
    pub answer: String,
    /// What came of it.
    pub end: String,
    /// The same in words.
    pub outcome: String,
    /// Version.
    pub version: i32,
    /// What may be done.
    pub acts: Vec<ActView>,
    /// Another day or owner, while it is open.
    pub plan: Option<PlanView>,
}

impl Desk {
    /// The steps of a file: open ones, and those that ended, each by day.
    pub fn step_views(
        &self,
        case: &Case,
        roster: &Roster,
        colleagues: &Colleagues,
        failed: &Failed,
    ) -> (Vec<StepView>, Vec<StepView>) {
        let owners = colleagues.who_may(Action::SendToCell);
        let view = |step: &&StepText| {
            let at = format!("{}/steps/{}", self.case_at(case.id), step.id);
            self.step_view(&at, step, roster, colleagues, Some(&owners), failed)
        };
        let (open, ended): (Vec<&StepText>, Vec<&StepText>) =
            case.steps.iter().partition(|one| one.step.state.is_open());
        (open.iter().map(view).collect(), ended.iter().map(view).collect())
    }

    /// One step. `at` is where its forms are sent; without `owners` it is not planned anew there.
    pub fn step_view(
        &self,
        at: &str,
        one: &StepText,
        roster: &Roster,
        colleagues: &Colleagues,
        owners: Option<&[(Uuid, String)]>,
        failed: &Failed,
    ) -> StepView {
        let (t, step) = (self.visit.t, &one.step);
        let mut acting = Acting::of_roles(&self.signed.account.roles);
        if roster.may_act_for(self.account(), step.owner, self.now) {
            acting = acting.and(Who::Owner);
        }
        let form = format!("step-{}-plan", one.id);
        let typed = |field: &str, now: String| match failed.is(&form) {
            true => failed.text(&form, field),
            false => now,
        };
        let plan = owners.filter(|_| step.state.is_open()).map(|owners| PlanView {
            action: format!("{at}/plan"),
            owners: self.people(owners, &typed("owner", step.owner.to_string())),
            due: typed("due", step.due.to_string()),
            error: failed.error(&form),
            is_open: failed.is(&form),
            form: form.clone(),
        });
        let is_late = step.state.is_open();
        StepView {
            text: one.text.clone(),
            track: t.k("track", step.track.word()),
            owner: colleagues.name(step.owner),
            due: (step.due.to_string(), t.date(step.due)),
            late: if is_late { self.lateness(step.due) } else { String::new() },
            state: t.k("step-state", step.state.word()),
            answer: self.answered(one, colleagues),
            end: step.end.map(|end| self.ended(end)).unwrap_or_default(),
            outcome: one.outcome.clone(),
            version: one.version,
            acts: step
                .state
                .open_to(&acting)
                .into_iter()
                .map(|change| self.step_act(at, one.id, change, failed))
                .collect(),
            plan,
            id: one.id.to_string(),
        }
    }

    fn answered(&self, one: &StepText, colleagues: &Colleagues) -> String {
        let t = self.visit.t;
        let Some(answer) = &one.step.answer else { return String::new() };
        let what = if answer.agreed { t.s("cell-agreed") } else { t.s("cell-not-agreed") };
        let way = t.k("answer-way", answer.way.word());
        let by = answer.recorded_by.map(|id| colleagues.name(id)).unwrap_or_default();
        [what, way, by, self.moment(answer.at)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn ended(&self, end: StepEnd) -> String {
        let t = self.visit.t;
        match end {
            StepEnd::Done(outcome) => t.k("step-outcome", outcome.word()),
            StepEnd::NotDone(reason) => t.k("not-done-reason", reason.word()),
            StepEnd::Cancelled(reason) => t.k("step-cancel-reason", reason.word()),
        }
    }

    fn step_act(&self, at: &str, step: Uuid, change: StepChange, failed: &Failed) -> ActView {
        let t = self.visit.t;
        let form = format!("step-{step}-{}", change.word());
        let chosen = failed.text(&form, "reason");
        let (label, reasons) = match change {
            StepChange::Accept | StepChange::Decline => {
                // An answer through the link is the person's own and is written down by nobody.
                let ways = AnswerWay::ALL.into_iter().filter(|way| *way != AnswerWay::OwnLink);
                let ways: Vec<&str> = ways.map(AnswerWay::word).collect();
                ("cell-way", self.choices(&ways, "answer-way", &chosen))
            }
            StepChange::Finish => (
                "cell-outcome",
                self.choices(&StepOutcome::ALL.map(StepOutcome::word), "step-outcome", &chosen),
            ),
            StepChange::GiveUp => (
                "cell-reason",
                self.choices(&NotDoneReason::ALL.map(NotDoneReason::word), "not-done-reason", &chosen),
            ),
            StepChange::Cancel => {
                // A death cancels by itself (duty D6).
                let offered = CancelReason::ALL.into_iter().filter(|reason| *reason != CancelReason::Died);
                let words: Vec<&str> = offered.map(CancelReason::word).collect();
                ("cell-reason", self.choices(&words, "step-cancel-reason", &chosen))
            }
            StepChange::Reconsider | StepChange::Begin => ("cell-reason", Vec::new()),
        };
        ActView {
            action: format!("{at}/change/{}", change.word()),
            label: t.k("step-change", change.word()),
            hint: String::new(),
            is_direct: reasons.is_empty(),
            reason_label: t.s(label),
            reasons,
            has_day: false,
            day_label: String::new(),
            day: String::new(),
            text: failed.text(&form, "text"),
            error: failed.error(&form),
            is_open: failed.is(&form),
            form,
        }
    }
}
