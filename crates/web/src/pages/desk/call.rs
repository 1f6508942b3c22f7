//! Logging a call, a visit, a letter: one page, all of it by keyboard, anonymous as easily as not.

use super::doubles::Double;
use super::fields::{FieldView, Filled, Shape};
use super::frame::{self, Work};
use super::trouble::Trouble;
use super::{Desk, Sent, fields_read};
use crate::addresses::desk::DeskPage;
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::enquiry::form::{FieldFault, FormSet};
use ariane_domain::enquiry::{AgeBand, Outcome, RequesterKind};
use ariane_domain::person::{Channel, NeverTell};
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::persons::Identity;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::BTreeMap;

/// Fields about a person, ready to be drawn.
pub struct PersonView {
    /// Beginning of the names of the fields.
    pub prefix: &'static str,
    /// Who it is.
    pub identity: Identity,
    /// Birth date as a date field holds it.
    pub birth: String,
    /// Ways to reach them.
    pub channels: Vec<Choice>,
    /// Who must never be told.
    pub never_tell: Vec<Choice>,
}

impl PersonView {
    /// For an identity.
    pub fn new(desk: &Desk, prefix: &'static str, identity: Identity) -> Self {
        let t = desk.visit.t;
        Self {
            prefix,
            birth: identity.birth_date.map(|d| d.to_string()).unwrap_or_default(),
            channels: Channel::ALL
                .map(|c| Choice::new(c.word(), t.k("channel", c.word()), identity.contact.channel == c))
                .into(),
            never_tell: NeverTell::ALL
                .map(|w| {
                    let chosen = identity.contact.never_tell.contains(&w);
                    Choice::new(w.word(), t.k("never-tell", w.word()), chosen)
                })
                .into(),
            identity,
        }
    }
}

#[derive(Template)]
#[template(path = "desk/call.html")]
struct CallPage {
    shell: Shell,
    work: Work,
    action: String,
    once: String,
    began: String,
    fields: Vec<FieldView>,
    filled: Filled,
    person: PersonView,
    concerned: PersonView,
    has_concerned: bool,
    summary: String,
    note: String,
    listening: String,
    answer: String,
    is_pressing: bool,
    agrees_handover: bool,
    agrees_satisfaction: bool,
    outcomes: Vec<Choice>,
    stays_open: bool,
    doubles: Vec<Double>,
    known_new: bool,
    errors: Vec<(String, String)>,
    prompts: Vec<String>,
    language: String,
    is_fresh: bool,
}

/// `GET /{lang}/permanence/appel`.
pub async fn get(desk: Desk) -> Response {
    let result = form(&desk, &Sent::default(), &BTreeMap::new(), Vec::new(), StatusCode::OK);
    desk.settle(result)
}

impl Desk {
    /// The version of the form in use.
    pub fn form_in_use(&self) -> Result<&FormSet, Trouble> {
        let forms = &self.infoline.forms;
        forms.current(self.visit.today).ok_or(Trouble::Store(StoreError::NotPossible))
    }

    /// What the listener is reminded of: somebody else's story (duty D24), a child that writes alone (duty D23).
    pub fn prompts(&self, kind: RequesterKind, age: &str, person_knows: Option<bool>) -> Vec<String> {
        let t = self.visit.t;
        let mut prompts = Vec::new();
        if !kind.speaks_for_another() && AgeBand::from_word(age).is_some_and(AgeBand::is_minor) {
            prompts.push(t.s("desk-prompt-minor"));
        }
        if kind.speaks_for_another() {
            match person_knows {
                Some(true) => {}
                Some(false) => prompts.push(t.s("desk-prompt-notice")),
                None => prompts.push(t.s("desk-prompt-knows")),
            }
        }
        prompts
    }
}

/// The form, empty or as it was sent.
pub fn form(
    desk: &Desk,
    sent: &Sent,
    faults: &BTreeMap<String, FieldFault>,
    doubles: Vec<Double>,
    status: StatusCode,
) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let set = desk.form_in_use()?;
    let filled = Filled::sent(sent).or("entry-mode", "phone");
    let is_fresh = sent.0.is_empty();
    let once = match sent.get("once") {
        "" => random::token().map_err(StoreError::from)?,
        kept => kept.to_owned(),
    };
    let fields = desk.fields(set, &filled, faults);
    let errors = fields
        .iter()
        .filter(|f| !f.error.is_empty())
        .map(|f| (f.name.clone(), t.ww("desk-field-error", ("field", &f.label), ("error", &f.error))))
        .collect();
    let outcomes = [Outcome::Answered, Outcome::Oriented, Outcome::Redirected, Outcome::NoAnswerPossible];
    let began = match sent.get("began") {
        "" => desk.now.timestamp().to_string(),
        kept => kept.to_owned(),
    };
    let concerned = fields_read::identity(sent, "concerned-");
    let is_dangerous = format!("{} {} {}", sent.get("note"), sent.get("summary"), sent.get("listening"));
    let page = CallPage {
        action: DeskPage::Call.path(desk.visit.language),
        once,
        began,
        fields,
        filled,
        person: PersonView::new(desk, "", fields_read::identity(sent, "")),
        has_concerned: !concerned.is_anonymous(),
        concerned: PersonView::new(desk, "concerned-", concerned),
        summary: sent.line("summary"),
        note: sent.text("note"),
        listening: sent.text("listening"),
        answer: sent.text("answer"),
        is_pressing: sent.is("pressing"),
        agrees_handover: sent.is("agrees-handover"),
        agrees_satisfaction: sent.is("agrees-satisfaction"),
        stays_open: !outcomes.iter().any(|o| o.word() == sent.get("outcome")),
        outcomes: outcomes
            .map(|o| Choice::new(o.word(), t.k("outcome", o.word()), sent.get("outcome") == o.word()))
            .into(),
        known_new: sent.get("known") == "new",
        doubles,
        errors,
        prompts: Vec::new(),
        language: desk.visit.language.code().to_owned(),
        is_fresh,
        work: Work::new(desk, Some(DeskPage::Call)),
        shell: frame::shell(desk, DeskPage::Call, "", t.s("desk-call-title"))
            .watching(&desk.visit, &is_dangerous),
    };
    let page = CallPage { prompts: prompts_of(desk, sent), ..page };
    Ok(render(status, &page))
}

fn prompts_of(desk: &Desk, sent: &Sent) -> Vec<String> {
    let Some(kind) = RequesterKind::from_word(sent.get("f-requester-kind")) else { return Vec::new() };
    let knows = match sent.get("f-person-knows") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    desk.prompts(kind, sent.get("f-age-band"), knows)
}
