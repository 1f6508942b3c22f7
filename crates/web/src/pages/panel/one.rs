//! The page of one panel, for who prepares it, validates, follows.

use super::list::Line;
use super::view::{KnotView, OutcomeView, SeatView, outcome_view};
use super::{grant, shell};
use crate::addresses::panel::PanelPage;
use crate::pages::care::plan::Before;
use crate::pages::cell::fault::Failed;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::Language;
use ariane_domain::access::Action;
use ariane_domain::access::grant::PreparePanel;
use ariane_domain::cell::Acting;
use ariane_domain::cell::Reality;
use ariane_domain::cell::told::{CLINICIANS, Told};
use ariane_domain::panel::state::CpmsState;
use ariane_domain::panel::{PanelChange, PanelKind};
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::panel::begin::Followed;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use uuid::Uuid;

/// What is shown once: a code, and to whom it is told.
#[derive(Default)]
pub struct Once {
    /// Code.
    pub code: String,
    /// Over which channel, to which number.
    pub how: String,
}

/// One of the three acts (duty D18).
struct ActLine {
    name: String,
    whose: String,
    done: String,
}

/// The form to invite an expert.
struct NewExpert {
    name: String,
    specialty: String,
    country: String,
    languages: Vec<Choice>,
    mail: String,
    phone: String,
    basis: String,
    is_lead: bool,
    error: String,
}

#[derive(Template)]
#[template(path = "panel/one.html")]
struct OnePage {
    shell: Shell,
    work: Work,
    at: String,
    line: Line,
    is_local: bool,
    is_training: bool,
    file: String,
    dossier: String,
    done: String,
    errors: Vec<(String, String)>,
    once: Once,
    end: String,
    facts: Vec<(String, String)>,
    complete: String,
    parts: Vec<(String, bool)>,
    acts: Vec<ActLine>,
    no_doctor: bool,
    may_validate: bool,
    same_person: bool,
    changes: Vec<&'static str>,
    cpms: Vec<(String, String)>,
    cpms_states: Vec<Choice>,
    today: String,
    seats: Vec<SeatView>,
    new: Option<NewExpert>,
    outcome: Option<OutcomeView>,
    draft: String,
    decision: String,
    told: String,
    may_tell: bool,
    /// Where it lies among the documents of the file; none where it does not yet.
    filed: Option<String>,
    steps: Vec<(String, String, String)>,
    knots: Vec<KnotView>,
    typed: String,
    named: Vec<String>,
    form: String,
    unshown: String,
    version: i32,
    key: String,
}

/// Opens a panel.
pub(super) async fn load(desk: &Desk, id: Uuid) -> Result<(Followed, Colleagues), Trouble> {
    let colleagues = desk.colleagues().await?;
    let mut work = desk.begin().await?;
    let grant = grant::<PreparePanel>(desk, &mut work, id).await?;
    let one = work.read_panel(&grant).await?;
    work.commit().await?;
    Ok((one, colleagues))
}

/// `GET /{lang}/panels-et-avis/{id}`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, &Failed::default(), Once::default(), Vec::new(), before.is_done()).await;
    desk.settle(result)
}

/// The page, with what was not taken; `named` are words that name somebody in what was typed.
pub(super) async fn show(
    desk: &Desk,
    id: Uuid,
    failed: &Failed,
    once: Once,
    named: Vec<String>,
    done: bool,
) -> Result<Response, Trouble> {
    let (one, colleagues) = load(desk, id).await?;
    let page = desk.panel_page(&one, &colleagues, failed, (once, named, done))?;
    Ok(render(failed.status(), &page))
}

impl Desk {
    fn acts_of(&self, one: &Followed, colleagues: &Colleagues) -> Vec<ActLine> {
        let (t, panel) = (self.visit.t, &one.panel);
        let by =
            |id: Uuid, at| t.ww("panel-act-by", ("name", &colleagues.name(id)), ("moment", &self.moment(at)));
        let step = |wanted| panel.steps.iter().find(|one| one.step == wanted).map(|one| one.at);
        use ariane_domain::panel::clock::Step;
        let access: Vec<String> = panel
            .seats
            .iter()
            .filter_map(|seat| {
                let (who, at) = seat.access?;
                Some(format!("{} : {}", seat.expert.name, by(who, at)))
            })
            .collect();
        let lead = panel.seats.iter().find(|seat| seat.is_lead).map(|seat| seat.expert.name.clone());
        let closed = step(Step::Closed).filter(|_| one.outcome.is_some());
        let line = |key: &str, whose: &str, done: String| ActLine {
            name: t.k("panel-act", key),
            whose: whose.to_owned(),
            done,
        };
        let case = panel.acts.case_by.zip(step(Step::CaseValidated)).map(|(who, at)| by(who, at));
        let mut all = Vec::new();
        if panel.kind == PanelKind::Local {
            all.push(line("access", &t.s("role-hub-coordinator"), access.join(" · ")));
        }
        all.push(line("case", &t.s("role-medical-coordinator"), case.unwrap_or_default()));
        let whose = if panel.kind == PanelKind::Local { t.s("panel-lead") } else { t.s("panel-lead-cpms") };
        let done = closed.map(|at| match lead {
            Some(name) => t.ww("panel-act-by", ("name", &name), ("moment", &self.moment(at))),
            None => self.moment(at),
        });
        all.push(line("outcome", &whose, done.unwrap_or_default()));
        all
    }

    fn new_expert(&self, failed: &Failed) -> NewExpert {
        const FORM: &str = "expert-new";
        let text = |name: &str| failed.text(FORM, name);
        let language = match text("language").as_str() {
            "" => Language::En.code().to_owned(),
            chosen => chosen.to_owned(),
        };
        NewExpert {
            name: text("name"),
            specialty: text("specialty"),
            country: text("country"),
            languages: Language::ALL
                .into_iter()
                .map(|one| Choice::new(one.code(), self.tongue(one.code()), one.code() == language))
                .collect(),
            mail: text("mail"),
            phone: text("phone"),
            basis: text("basis"),
            is_lead: text("lead") == "1",
            error: failed.error(FORM),
        }
    }

    fn panel_page(
        &self,
        one: &Followed,
        colleagues: &Colleagues,
        failed: &Failed,
        (once, named, done): (Once, Vec<String>, bool),
    ) -> Result<OnePage, Trouble> {
        let (t, panel) = (self.visit.t, &one.panel);
        let at = self.panel_at(panel.id);
        let line = Line::new(self, panel, one.file_number);
        let is_local = panel.kind == PanelKind::Local;
        let changes = self.panel_changes(one);
        let has = |change: PanelChange| changes.contains(&change);
        let words: Vec<&'static str> = changes.iter().map(|one| one.word()).collect();
        let is_clinician = Acting::of_roles(&self.signed.account.roles).is_any_of(CLINICIANS);
        let may_tell = one.outcome.is_some() && is_clinician && panel.told.may_change();
        let form = failed.all().first().map(|(form, _)| form.clone()).unwrap_or_default();
        let (complete, parts) = self.panel_parts(&panel.head.held);
        let seats: Vec<SeatView> =
            panel.seats.iter().map(|seat| self.seat_view(one, seat, colleagues, failed)).collect();
        let is_mine = panel.acts.may_validate_case(self.account()).is_ok();
        let may_read_case = self.may_ever(Action::ReadCase);
        let mut shown: Vec<&str> = words.clone();
        shown.extend(may_tell.then_some("tell"));
        shown.push("file");
        shown.extend(seats.iter().map(|seat| seat.form.as_str()));
        shown.push("expert-new");
        let unshown = failed.unshown(shown.into_iter());
        Ok(OnePage {
            work: Work {
                is_training: panel.reality == Reality::Training,
                ..Work::at(self, &PanelPage::List.path(self.visit.language))
            },
            is_local,
            is_training: panel.reality == Reality::Training,
            file: if may_read_case { self.case_at(panel.file) } else { String::new() },
            dossier: match may_read_case {
                true => format!("{}/dossier/{}", self.case_at(panel.file), panel.dossier),
                false => String::new(),
            },
            done: if done { t.s("cell-done") } else { String::new() },
            errors: failed.all(),
            once,
            end: panel.end.map(|end| t.k("panel-end", end.word())).unwrap_or_default(),
            facts: self.panel_facts_of(one),
            complete,
            parts,
            acts: self.acts_of(one, colleagues),
            no_doctor: !one.has_doctor,
            may_validate: has(PanelChange::ValidateCase) && is_mine,
            same_person: has(PanelChange::ValidateCase) && !is_mine,
            cpms: panel
                .head
                .cpms
                .iter()
                .map(|(state, on)| (t.k("panel-cpms", state.word()), t.date(*on)))
                .collect(),
            cpms_states: CpmsState::ALL
                .into_iter()
                .map(|one| Choice::new(one.word(), t.k("panel-cpms", one.word()), false))
                .collect(),
            today: self.today().to_string(),
            new: (is_local && panel.state.is_under_way()).then(|| self.new_expert(failed)),
            seats,
            outcome: one.outcome.as_ref().map(|one| outcome_view(t, one)),
            draft: if one.outcome.is_none() { panel.head.draft.clone() } else { String::new() },
            decision: panel.head.decision.clone(),
            told: match panel.told {
                Told::NotYet => String::new(),
                Told::Explained { at, .. } => t.w("panel-told-explained", "moment", &self.moment(at)),
                Told::PrefersNotToKnow { at, .. } => t.w("panel-told-prefers", "moment", &self.moment(at)),
            },
            may_tell,
            filed: panel
                .document
                .map(|document| format!("{}/documents/{document}", self.case_at(panel.file))),
            steps: self.panel_steps(&panel.steps),
            knots: self.panel_knots(one, colleagues),
            typed: failed.text(&form, "text"),
            named,
            form,
            unshown,
            version: panel.version,
            key: random::id(self.now).map_err(StoreError::from)?.to_string(),
            changes: words,
            shell: shell(self, &panel.id.to_string(), line.title.clone()),
            line,
            at,
        })
    }
}

impl OnePage {
    /// Whether who reads may do this now.
    fn may(&self, change: &str) -> bool {
        self.changes.contains(&change)
    }

    /// What is wrong with a form.
    fn error(&self, form: &str) -> String {
        if self.form == form {
            self.errors.first().map(|(_, text)| text.clone()).unwrap_or_default()
        } else {
            String::new()
        }
    }

    /// What was typed into a form.
    fn text(&self, form: &str) -> String {
        if self.form == form { self.typed.clone() } else { String::new() }
    }
}
