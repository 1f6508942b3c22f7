//! Beginning to follow somebody: who it is, what they ask, when the next contact is.

use super::frame;
use crate::addresses::service::ServicePage;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::Fault;
use crate::pages::desk::call::PersonView;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent, fields_read};
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::access::grant::FollowInService;
use ariane_domain::cell::Reality;
use ariane_domain::enquiry::AgeBand;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_store::records::service::file::{NewServiceFile, ServiceHead};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "service/begin.html")]
struct BeginPage {
    shell: Shell,
    work: Work,
    at: String,
    once: String,
    person: PersonView,
    question: String,
    matters: String,
    next: String,
    today: String,
    is_training: bool,
    errors: Vec<(String, String)>,
}

/// `GET /{lang}/suivi/nouveau`.
pub async fn get(desk: Desk) -> Response {
    desk.settle(form(&desk, &Sent::default(), Identity::default(), Vec::new()))
}

fn form(
    desk: &Desk,
    sent: &Sent,
    identity: Identity,
    errors: Vec<(String, String)>,
) -> Result<Response, Trouble> {
    let once = match sent.get("once") {
        "" => random::token().map_err(StoreError::from)?,
        kept => kept.to_owned(),
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = BeginPage {
        shell: frame::shell(desk, ServicePage::New, "", desk.visit.t.s("service-new")),
        work: frame::work(desk),
        at: ServicePage::New.path(desk.visit.language),
        once,
        person: PersonView::new(desk, "", identity),
        question: sent.text("question"),
        matters: sent.text("matters"),
        next: sent.line("next"),
        today: desk.today().to_string(),
        is_training: sent.is("training"),
        errors,
    };
    Ok(render(status, &page))
}

/// `POST /{lang}/suivi/nouveau`.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let t = desk.visit.t;
    let identity = fields_read::identity(&sent, "");
    let errors = desk.bringing_faults(&sent, &identity, "service-question-missing");
    if !errors.is_empty() {
        return desk.settle(form(&desk, &sent, identity, errors));
    }
    match begin(&desk, &sent, identity.clone()).await {
        Ok(id) => Redirect::to(&format!("{}?done=1", desk.service_at(id))).into_response(),
        Err(Fault::Rule(word)) => {
            let errors = vec![("next".to_owned(), t.k("cell-rule", word))];
            desk.settle(form(&desk, &sent, identity, errors))
        }
        Err(Fault::Trouble(trouble)) => desk.settle(Err(trouble)),
    }
}

async fn begin(desk: &Desk, sent: &Sent, identity: Identity) -> Result<Uuid, Fault> {
    let years = identity.birth_date.and_then(|birth| desk.today().years_since(birth));
    let age_band = years.map(|years| AgeBand::of_age(years).word().to_owned()).unwrap_or_default();
    let new = NewServiceFile {
        reality: if sent.is("training") { Reality::Training } else { Reality::Real },
        codes: PersonCodes { age_band, ..PersonCodes::default() },
        identity,
        head: ServiceHead { question: sent.text("question"), what_matters: sent.text("matters") },
        next_on: day(sent, "next")?,
    };
    let once: String = sent.get("once").chars().filter(char::is_ascii_graphic).take(64).collect();
    let token = if once.is_empty() { random::token().map_err(StoreError::from)? } else { once };
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<FollowInService>(&work, "service_file")?;
    let id = work.begin_service(&grant, &new, &token, desk.today()).await?;
    work.commit().await?;
    Ok(id)
}
