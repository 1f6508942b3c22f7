//! One checklist: as it reads, the form that changes it, and every version that was kept.

use super::form::{self, ProcedureForm};
use super::stand;
use crate::addresses::care::CarePage;
use crate::pages::care::frame;
use crate::pages::care::plan::Before;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::ManageChecklists;
use ariane_domain::procedure::{OwnProcedure, Procedure, ProcedureState};
use ariane_store::StoreError;
use ariane_store::records::care::procedures::ProcedureVersion;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};

/// A version that was kept.
pub struct VersionView {
    /// Its number in words.
    pub title: String,
    /// What held from then on, who said so, when.
    pub written: String,
    /// Title and steps in the reader's language.
    pub words: Vec<String>,
    /// Form, payer, deadline, appeal, source, where they are known.
    pub facts: Vec<(String, String)>,
}

/// Something else that may be said of it.
pub struct ChangeView {
    /// Id of its form.
    pub form: String,
    /// Where it is sent.
    pub action: String,
    /// What it does.
    pub label: String,
    /// What it means.
    pub hint: String,
    /// What is wrong.
    pub error: String,
}

#[derive(Template)]
#[template(path = "care/procedure.html")]
struct ProcedurePage {
    shell: Shell,
    work: Work,
    at: String,
    done: String,
    errors: Vec<(String, String)>,
    stand: String,
    late: String,
    version: i32,
    form: ProcedureForm,
    /// Said where somebody was quicker: what was typed stays in the form, what holds now stands below.
    overtaken: String,
    now: Option<VersionView>,
    changes: Vec<ChangeView>,
    versions: Vec<VersionView>,
}

impl Desk {
    fn procedure_words(&self, one: &Procedure) -> (Vec<String>, Vec<(String, String)>) {
        let (t, l) = (self.visit.t, self.visit.language);
        let steps = one.steps.iter().map(|step| step.text.get(l).to_owned());
        let facts = [
            ("care-form", one.form.get(l).to_owned()),
            ("care-payer", one.payer.get(l).to_owned()),
            ("care-deadline", one.deadline.get(l).to_owned()),
            ("care-appeal", one.appeal.get(l).to_owned()),
            ("procedure-url", one.url.clone()),
            ("procedure-source", one.source.clone()),
            ("procedure-checked", one.provenance().checked.map(|day| t.date(day)).unwrap_or_default()),
        ];
        let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
        (steps.collect(), facts.map(|(key, text)| (t.s(key), text)).collect())
    }

    fn procedure_version(&self, one: &ProcedureVersion, colleagues: &Colleagues) -> VersionView {
        let t = self.visit.t;
        let by = ("name", colleagues.name(one.author));
        let written = t.ww("care-written-by", (by.0, &by.1), ("moment", &self.moment(one.at)));
        let (words, facts) = self.procedure_words(&one.own.procedure);
        VersionView {
            title: t.w("care-guideline-version", "number", &one.number.to_string()),
            written: format!("{} · {written}", t.k("procedure-state", one.own.state.word())),
            words,
            facts,
        }
    }

    fn procedure_changes(&self, id: &str, own: Option<ProcedureState>, failed: &Failed) -> Vec<ChangeView> {
        let (t, at) = (self.visit.t, CarePage::Procedures.path_to(self.visit.language, id));
        let is_ours = self.visit.app.procedures.comes_with_program(id);
        let mut open = Vec::new();
        if matches!(own, Some(ProcedureState::Kept | ProcedureState::Hidden)) {
            open.push((ProcedureState::TakenBack, if is_ours { "program-again" } else { "taken-back" }));
        }
        if is_ours && own != Some(ProcedureState::Hidden) {
            open.push((ProcedureState::Hidden, "hidden"));
        }
        let view = |(state, word): (ProcedureState, &str)| {
            let form = format!("procedure-{}", state.word());
            ChangeView {
                action: format!("{at}/{}", state.word()),
                label: t.k("procedure-change", word),
                hint: t.k("procedure-hint", word),
                error: failed.error(&form),
                form,
            }
        };
        open.into_iter().map(view).collect()
    }

    /// The list as it reads, or was last kept.
    fn procedure(&self, id: &str, versions: &[ProcedureVersion]) -> Option<Procedure> {
        let shown = self.visit.procedures.iter().find(|one| one.id == id).cloned();
        shown.or_else(|| versions.first().map(|last| last.own.procedure.clone()))
    }
}

/// `GET /{lang}/cellule/demarches/{list}`.
pub async fn get(desk: Desk, Path(id): Path<String>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, &id, &Failed::default(), None, before.is_done()).await;
    desk.settle(result)
}

async fn show(
    desk: &Desk,
    id: &str,
    failed: &Failed,
    sent: Option<&Sent>,
    done: bool,
) -> Result<Response, Trouble> {
    let (t, l) = (desk.visit.t, desk.visit.language);
    let colleagues = desk.colleagues().await?;
    let work = desk.begin().await?;
    let grant = desk.grant_all::<ManageChecklists>(&work, "procedure")?;
    let versions = work.procedure_versions(&grant, id).await?;
    work.commit().await?;
    let one = desk.procedure(id, &versions).ok_or(Trouble::Store(StoreError::NotThere))?;
    let own = versions.first().map(|last| last.own.state);
    let form = match sent {
        Some(sent) => ProcedureForm::typed(desk, sent, failed.error("procedure-text")),
        None => ProcedureForm::of(desk, &one),
    };
    let is_overtaken = sent.is_some() && failed.status() == axum::http::StatusCode::CONFLICT;
    let last = versions.first().filter(|_| is_overtaken);
    let page = ProcedurePage {
        shell: frame::beside(desk, CarePage::Procedures, id, one.title.get(l).to_owned()),
        work: frame::work(desk, CarePage::Procedures),
        at: CarePage::Procedures.path_to(l, id),
        done: if done { t.s("procedure-done") } else { String::new() },
        errors: failed.all(),
        stand: t.k("procedure-stand", stand(own, desk.visit.app.procedures.comes_with_program(id))),
        late: desk.procedure_late(&one),
        version: versions.first().map_or(0, |last| last.number),
        form,
        overtaken: if is_overtaken { t.s("procedure-overtaken") } else { String::new() },
        now: last.map(|last| desk.procedure_version(last, &colleagues)),
        changes: desk.procedure_changes(id, own, failed),
        versions: versions.iter().map(|one| desk.procedure_version(one, &colleagues)).collect(),
    };
    Ok(render(failed.status(), &page))
}

async fn answer(desk: &Desk, id: &str, form: &str, sent: &Sent, done: Result<(), Fault>) -> Response {
    let result = match done {
        Ok(()) => {
            let at = CarePage::Procedures.path_to(desk.visit.language, id);
            Ok(Redirect::to(&format!("{at}?done=1")).into_response())
        }
        Err(Fault::Rule(word)) => {
            let typed = (form == "procedure-text").then_some(sent);
            show(desk, id, &Failed::new(desk, form, word, sent), typed, false).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// `POST /{lang}/cellule/demarches/{list}`: what it reads from now on.
pub async fn post(desk: Desk, Path(id): Path<String>, sent: Sent) -> Response {
    let done = say(&desk, &id, ProcedureState::Kept, &sent).await;
    answer(&desk, &id, "procedure-text", &sent, done).await
}

/// `POST /{lang}/cellule/demarches/{list}/{state}`: it is taken back, or not shown.
pub async fn change(desk: Desk, Path((id, word)): Path<(String, String)>, sent: Sent) -> Response {
    let done = match ProcedureState::from_word(&word) {
        Some(ProcedureState::Kept) | None => Err(not_there()),
        Some(state) => say(&desk, &id, state, &sent).await,
    };
    answer(&desk, &id, &format!("procedure-{word}"), &sent, done).await
}

async fn say(desk: &Desk, id: &str, state: ProcedureState, sent: &Sent) -> Result<(), Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ManageChecklists>(&work, "procedure")?;
    let versions = work.procedure_versions(&grant, id).await?;
    let there = desk.procedure(id, &versions).ok_or_else(not_there)?;
    let procedure = match state {
        ProcedureState::Kept => form::read(sent, id)?,
        // The words that were last kept stay with it, to be taken up again.
        ProcedureState::TakenBack | ProcedureState::Hidden => {
            versions.into_iter().next().map_or(there, |last| last.own.procedure)
        }
    };
    let own = OwnProcedure { state, procedure };
    work.say_of_procedure(&grant, sent.version(), &own, desk.today()).await?;
    work.commit().await?;
    desk.procedures_changed().await?;
    Ok(())
}
