//! The administrative checklists, for who keeps them (duty D33): all of a country, those that are to be verified first; and the form
//! of a new one.

pub mod form;
pub mod one;

use super::frame;
use crate::addresses::care::CarePage;
use crate::pages::cell::fault::{Failed, Fault};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::entry::need_label;
use crate::pages::render;
use crate::pages::sheet::country_name;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use ariane_domain::access::grant::ManageChecklists;
use ariane_domain::freshness::Freshness;
use ariane_domain::place::Country;
use ariane_domain::procedure::{OwnProcedure, Procedure, ProcedureState, new_id};
use ariane_store::records::care::procedures::ProcedureVersion;
use askama::Template;
use axum::extract::Query as Parameters;
use axum::response::{IntoResponse, Redirect, Response};
use form::ProcedureForm;
use serde::Deserialize;

/// A list in the register.
pub struct Row {
    /// Title and page.
    pub link: Link,
    /// Need that it answers.
    pub need: String,
    /// Whose it is, or that it is not shown.
    pub stand: String,
    /// When it was checked, for machines and in words; empty where it never was.
    pub checked: (String, String),
    /// Said when it is to be verified.
    pub late: String,
    /// Languages that it has.
    pub languages: String,
}

#[derive(Template)]
#[template(path = "care/procedures.html")]
struct ProceduresPage {
    shell: Shell,
    work: Work,
    at: String,
    errors: Vec<(String, String)>,
    countries: Vec<Choice>,
    lead: String,
    rows: Vec<Row>,
    form: ProcedureForm,
    is_open: bool,
}

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    country: String,
}

/// Whether a list is shown, and whose it is: the word of a text.
pub(super) fn stand(own: Option<ProcedureState>, is_ours: bool) -> &'static str {
    match (own, is_ours) {
        (Some(ProcedureState::Hidden), _) => "hidden",
        (Some(ProcedureState::Kept), true) => "instead",
        (Some(ProcedureState::Kept), false) => "own",
        (_, true) => "program",
        (_, false) => "taken-back",
    }
}

impl Desk {
    /// Countries that have a profile, to choose from.
    fn procedure_countries(&self, chosen: Country) -> Vec<Choice> {
        let all = self.visit.knowledge.countries.iter();
        let choice =
            |code: Country| Choice::new(code.code(), country_name(&self.visit, code), code == chosen);
        all.map(|profile| choice(profile.code)).collect()
    }

    /// Whether a list is to be verified, in words; empty where it is not.
    fn procedure_late(&self, one: &Procedure) -> String {
        let (visit, checked) = (&self.visit, one.provenance());
        let limit = visit.settings.stale_after_days;
        match Freshness::of(checked.confirmation, checked.checked, visit.today, limit) {
            Freshness::Fresh(_) => String::new(),
            Freshness::Stale(_) | Freshness::Unconfirmed => visit.t.s("procedure-late"),
        }
    }

    fn procedure_row(&self, one: &Procedure, own: Option<ProcedureState>) -> Row {
        let (t, l) = (self.visit.t, self.visit.language);
        let is_ours = self.visit.app.procedures.comes_with_program(&one.id);
        let checked = one.provenance().checked;
        Row {
            link: Link::new(one.title.get(l).to_owned(), CarePage::Procedures.path_to(l, &one.id)),
            need: need_label(&self.visit, one.need),
            stand: t.k("procedure-stand", stand(own, is_ours)),
            checked: checked.map(|day| (day.to_string(), t.date(day))).unwrap_or_default(),
            late: self.procedure_late(one),
            languages: one.title.languages().map(|l| l.endonym()).collect::<Vec<_>>().join(", "),
        }
    }

    /// Every list that there is, or was: with what the editors last said of it.
    fn all_procedures(&self, own: &[ProcedureVersion]) -> Vec<(Procedure, Option<ProcedureState>)> {
        let shown = self.visit.procedures.iter();
        let said = |id: &str| own.iter().find(|one| one.own.procedure.id == id).map(|one| one.own.state);
        let mut all: Vec<_> = shown.map(|one| (one.clone(), said(&one.id))).collect();
        for one in own {
            if !all.iter().any(|(there, _)| there.id == one.own.procedure.id) {
                all.push((one.own.procedure.clone(), Some(one.own.state)));
            }
        }
        all
    }

    /// What was said of a list holds from now on, on every page.
    async fn procedures_changed(&self) -> Result<(), Trouble> {
        let own = self.records.procedures_kept(self.controller()).await?;
        self.visit.app.procedures.keep(own);
        Ok(())
    }
}

/// `GET /{lang}/cellule/demarches?country=LU`.
pub async fn get(desk: Desk, Parameters(asked): Parameters<Asked>) -> Response {
    let result = show(&desk, &asked, &Failed::default(), None).await;
    desk.settle(result)
}

async fn show(desk: &Desk, asked: &Asked, failed: &Failed, sent: Option<&Sent>) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let work = desk.begin().await?;
    let grant = desk.grant_all::<ManageChecklists>(&work, "procedure")?;
    let own = work.own_procedures(&grant).await?;
    work.commit().await?;
    let here = desk.visit.settings.country;
    let known = |code: &Country| desk.visit.knowledge.country(*code).is_some();
    let country = Country::new(&asked.country).filter(known).unwrap_or(here);
    let all = desk.all_procedures(&own).into_iter().filter(|(one, _)| one.country == country);
    let mut rows: Vec<Row> = all.map(|(one, own)| desk.procedure_row(&one, own)).collect();
    rows.sort_by_key(|row| (row.late.is_empty(), row.link.text.to_lowercase()));
    let late = rows.iter().filter(|row| !row.late.is_empty()).count();
    let form = match sent {
        Some(sent) => ProcedureForm::typed(desk, sent, failed.error("procedure-new")),
        None => ProcedureForm::blank(desk, country),
    };
    let page = ProceduresPage {
        shell: frame::beside(desk, CarePage::Procedures, "", t.s("procedure-title")),
        work: frame::work(desk, CarePage::Procedures),
        at: CarePage::Procedures.path(desk.visit.language),
        errors: failed.all(),
        countries: desk.procedure_countries(country),
        lead: if late == 0 { t.s("procedure-none-late") } else { t.n("procedure-count-late", late) },
        rows,
        form,
        is_open: failed.is("procedure-new"),
    };
    Ok(render(failed.status(), &page))
}

/// `POST /{lang}/cellule/demarches`: a new list.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let result = match begin(&desk, &sent).await {
        Ok(id) => {
            let at = CarePage::Procedures.path_to(desk.visit.language, &id);
            Ok(Redirect::to(&format!("{at}?done=1")).into_response())
        }
        Err(Fault::Rule(word)) => {
            let asked = Asked { country: sent.line("country") };
            show(&desk, &asked, &Failed::new(&desk, "procedure-new", word, &sent), Some(&sent)).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

async fn begin(desk: &Desk, sent: &Sent) -> Result<String, Fault> {
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<ManageChecklists>(&work, "procedure")?;
    let own = work.own_procedures(&grant).await?;
    let mut procedure = form::read(sent, "")?;
    let title = procedure.title.get(desk.visit.language).to_owned();
    procedure.id = new_id(procedure.country, &title, |id| {
        desk.visit.procedures.iter().any(|one| one.id == id)
            || own.iter().any(|one| one.own.procedure.id == id)
            || desk.visit.app.procedures.comes_with_program(id)
    });
    let id = procedure.id.clone();
    let new = OwnProcedure { state: ProcedureState::Kept, procedure };
    work.say_of_procedure(&grant, 0, &new, desk.today()).await?;
    work.commit().await?;
    desk.procedures_changed().await?;
    Ok(id)
}
