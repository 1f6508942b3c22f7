//! Sending somebody to the cell: the psycho-social service, the hub, the pair. Who is not of the cell gets a receipt, and
//! no access to the file.

use super::fault::Fault;
use super::frame;
use crate::addresses::cell::CellPage;
use crate::figures::network::network_of;
use crate::pages::desk::call::PersonView;
use crate::pages::desk::fields::Filled;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent, fields_read};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::Action;
use ariane_domain::access::grant::SendToCell;
use ariane_domain::cell::{Acting, BroughtBy, Origin, Reality};
use ariane_domain::enquiry::AgeBand;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::cell::open::{Head, NewCase};
use ariane_store::records::persons::{Identity, PersonCodes};
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "cell/send.html")]
struct SendPage {
    shell: Shell,
    work: Work,
    at: String,
    receipt: String,
    once: String,
    origins: Vec<Choice>,
    brought: Vec<Choice>,
    person: PersonView,
    question: String,
    matters: String,
    doctor: String,
    disorder: String,
    code: String,
    may_train: bool,
    is_training: bool,
    errors: Vec<(String, String)>,
    language: String,
}

/// What is known after a sending.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Receipt {
    number: String,
    training: String,
}

/// `GET /{lang}/cellule/envoyer`.
pub async fn get(desk: Desk, Parameters(receipt): Parameters<Receipt>) -> Response {
    let t = desk.visit.t;
    let key = if receipt.training == "1" { "cell-sent-training" } else { "cell-sent" };
    let number = receipt.number.parse::<u32>().map(|number| t.w(key, "number", &number.to_string()));
    let shown = Shown { receipt: number.unwrap_or_default(), ..Shown::default() };
    desk.settle(form(&desk, &Sent::default(), Identity::default(), shown))
}

/// What the form shows besides what was typed.
#[derive(Debug, Default)]
struct Shown {
    errors: Vec<(String, String)>,
    receipt: String,
}

fn form(desk: &Desk, sent: &Sent, identity: Identity, shown: Shown) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let Shown { errors, receipt } = shown;
    let once = match sent.get("once") {
        "" => random::token().map_err(StoreError::from)?,
        kept => kept.to_owned(),
    };
    let roles = &desk.signed.account.roles;
    let acting = Acting::of_roles(roles);
    let origins: Vec<&str> =
        Origin::ALL.into_iter().filter(|o| acting.may_bring(*o)).map(Origin::word).collect();
    // Who sends has most often brought the person: functions and that field share their words.
    let own = roles.iter().find_map(|role| BroughtBy::from_word(role.word())).map(BroughtBy::word);
    let brought =
        if sent.get("brought-by").is_empty() { own.unwrap_or_default() } else { sent.get("brought-by") };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = SendPage {
        shell: frame::shell(desk, CellPage::Send, "", t.s("cell-send")),
        work: frame::work(desk, CellPage::Send),
        at: CellPage::Send.path(desk.visit.language),
        receipt,
        once,
        origins: desk.choices(&origins, "origin", sent.get("origin")),
        brought: desk.brought_choices(brought),
        person: PersonView::new(desk, "", identity),
        question: sent.text("question"),
        matters: sent.text("matters"),
        doctor: sent.line("doctor"),
        disorder: sent.line("disorder-text"),
        code: sent.line("code"),
        may_train: desk.may_ever(Action::ListCases),
        is_training: sent.is("training"),
        errors,
        language: desk.visit.language.code().to_owned(),
    };
    Ok(render(status, &page))
}

impl Desk {
    /// What stands at the head of a file, as typed.
    pub fn head_sent(&self, sent: &Sent) -> Head {
        let filled = Filled::sent(sent);
        let code = self.disorder_typed(&filled);
        Head {
            question: sent.text("question"),
            what_matters: sent.text("matters"),
            treating_doctor: sent.line("doctor"),
            network: network_of(&self.visit.knowledge, code),
            disorder: code.map_or(filled.disorder_text, |code| code.to_string()),
        }
    }

    /// What is wrong with who a person is said to be; with the name of the field.
    pub fn identity_faults(&self, sent: &Sent) -> Vec<(String, String)> {
        let typed = sent.line("birth");
        let is_day = typed.is_empty() || typed.parse::<NaiveDate>().is_ok_and(|day| day <= self.today());
        if is_day { Vec::new() } else { vec![("birth".to_owned(), self.visit.t.s("cell-birth-wrong"))] }
    }

    /// The same of a form that brings somebody: it says who they are and what they ask. `unasked` is the text for a question that
    /// is missing.
    pub fn bringing_faults(&self, sent: &Sent, identity: &Identity, unasked: &str) -> Vec<(String, String)> {
        let mut errors = self.identity_faults(sent);
        let question = sent.text("question");
        for (field, value, key) in
            [("name", &identity.name, "cell-name-missing"), ("question", &question, unasked)]
        {
            if value.trim().is_empty() {
                errors.push((field.to_owned(), self.visit.t.s(key)));
            }
        }
        errors
    }
}

/// `POST /{lang}/cellule/envoyer`.
pub async fn post(desk: Desk, sent: Sent) -> Response {
    let t = desk.visit.t;
    let identity = fields_read::identity(&sent, "");
    let errors = desk.bringing_faults(&sent, &identity, "cell-question-missing");
    if !errors.is_empty() {
        return desk.settle(form(&desk, &sent, identity, Shown { errors, ..Shown::default() }));
    }
    match bring(&desk, &sent, identity.clone()).await {
        Ok(to) => Redirect::to(&to).into_response(),
        Err(Fault::Rule(word)) => {
            let errors = vec![("origin".to_owned(), t.k("cell-rule", word))];
            desk.settle(form(&desk, &sent, identity, Shown { errors, ..Shown::default() }))
        }
        Err(Fault::Trouble(trouble)) => desk.settle(Err(trouble)),
    }
}

async fn bring(desk: &Desk, sent: &Sent, identity: Identity) -> Result<String, Fault> {
    let is_training = sent.is("training") && desk.may_ever(Action::ListCases);
    let years = identity.birth_date.and_then(|birth| desk.today().years_since(birth));
    let age_band = years.map(|years| AgeBand::of_age(years).word().to_owned()).unwrap_or_default();
    let new = NewCase {
        origin: Origin::from_word(sent.get("origin")).ok_or(Fault::Rule("not-yours"))?,
        brought_by: BroughtBy::from_word(sent.get("brought-by")).unwrap_or(BroughtBy::Other),
        reality: if is_training { Reality::Training } else { Reality::Real },
        codes: PersonCodes { age_band, ..PersonCodes::default() },
        identity,
        head: desk.head_sent(sent),
    };
    let mut work = desk.begin().await?;
    let grant = desk.grant_all::<SendToCell>(&work, "case_file")?;
    let once: String = sent.get("once").chars().filter(char::is_ascii_graphic).take(64).collect();
    let opened = match once.as_str() {
        "" => work.receive_case(&grant, &new).await?,
        token => work.receive_case_once(&grant, &new, token).await?,
    };
    work.commit().await?;
    let at = CellPage::Send.path(desk.visit.language);
    let training = if is_training { "&training=1" } else { "" };
    Ok(format!("{at}?number={}{training}", opened.number))
}
