//! Describe what is going on, in one's own words: the first step from signs to experts.

use super::render;
use super::shell::Shell;
use super::signs_form::{Action, Described};
use super::start::Choice;
use super::visit::Visit;
use crate::addresses::Page;
use ariane_domain::Language;
use ariane_knowledge::formats::phenopacket;
use ariane_ranking::request::MOST_SIGNS;
use ariane_signs::TEXT_LIMIT;
use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// What is asked about the person, ready for the form.
pub struct PersonFields {
    /// Languages of the text.
    pub languages: Vec<Choice>,
    /// Age as typed.
    pub age: String,
    /// Years or months.
    pub units: Vec<Choice>,
    /// Sex at birth.
    pub sexes: Vec<Choice>,
    /// Whether the age could not be read.
    pub age_is_odd: bool,
}

impl PersonFields {
    /// The fields with what was filled in.
    pub fn new(visit: &Visit, described: &Described) -> Self {
        let t = visit.t;
        let chosen = described.language(visit.language);
        let sex = described.sex.map_or("", super::signs_form::sex_word);
        Self {
            languages: Language::ALL
                .into_iter()
                .map(|l| Choice::new(l.code(), l.endonym().to_owned(), l == chosen))
                .collect(),
            age: described.age.clone(),
            units: ["years", "months"]
                .map(|u| Choice::new(u, t.k("person-unit", u), (u == "months") == described.in_months))
                .into(),
            sexes: [("", "unsaid"), ("female", "female"), ("male", "male")]
                .map(|(value, word)| Choice::new(value, t.k("person-sex", word), value == sex))
                .into(),
            age_is_odd: described.age_is_odd(),
        }
    }
}

#[derive(Template)]
#[template(path = "describe.html")]
struct DescribePage {
    shell: Shell,
    action: String,
    text: String,
    packet: String,
    person: PersonFields,
    hidden: Vec<(String, String)>,
    errors: Vec<(&'static str, String)>,
    undiagnosed: String,
}

#[derive(Template)]
#[template(path = "describe_without.html")]
struct WithoutPage {
    shell: Shell,
    search: String,
    helplines: String,
    undiagnosed: String,
    sheet: String,
    annotations_missing: bool,
}

/// `GET /{lang}/decrire`.
pub async fn get(visit: Visit) -> Response {
    show(&visit, &Described::default(), Vec::new())
}

/// `GET` of a page that only a form leads to: back to the form.
pub async fn begin(visit: Visit) -> Response {
    Redirect::to(&Page::Describe.path(visit.language)).into_response()
}

/// `POST /{lang}/decrire`: the signs that were understood, or what is in the way.
pub async fn post(visit: Visit, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let mut described = Described::parse(fields);
    if visit.knowledge.phenotypes.ontology.is_empty() {
        return without(&visit, &described);
    }
    if let Some(problem) = obstacle(&visit, &mut described) {
        return show(&visit, &described, vec![problem]);
    }
    super::signs::show(&visit, described, Vec::new())
}

/// Takes a pasted phenopacket; gives the field and the words of what cannot be read.
pub(super) fn obstacle(visit: &Visit, described: &mut Described) -> Option<(&'static str, String)> {
    let t = visit.t;
    let length = described.text.chars().count();
    if length > TEXT_LIMIT {
        let (given, limit) = (t.number(length as f64), t.number(TEXT_LIMIT as f64));
        return Some(("text", t.ww("describe-too-long", ("given", &given), ("limit", &limit))));
    }
    if !described.packet.trim().is_empty() {
        match phenopacket::read(described.packet.trim().as_bytes()) {
            Ok(packet) if packet.observed.is_empty() && packet.excluded.is_empty() => {
                return Some(("packet", t.s("describe-packet-empty")));
            }
            Ok(packet) => {
                described.take(packet);
                described.packet.clear();
            }
            Err(_) => return Some(("packet", t.s("describe-packet-unreadable"))),
        }
    }
    if described.rows.len() > MOST_SIGNS {
        let given = described.rows.len();
        described.rows.clear();
        return Some(("packet", too_many(visit, given)));
    }
    if described.age_is_odd() {
        return Some(("age", t.s("person-age-odd")));
    }
    let empty =
        described.text.trim().is_empty() && described.rows.is_empty() && described.query.trim().is_empty();
    if empty && described.action == Action::Update && described.suggested.is_none() {
        return Some(("text", t.s("describe-nothing")));
    }
    None
}

/// What is said of more signs than are taken.
pub(super) fn too_many(visit: &Visit, given: usize) -> String {
    let t = visit.t;
    t.ww("refusal-too-many", ("given", &t.number(given as f64)), ("limit", &t.number(MOST_SIGNS as f64)))
}

fn show(visit: &Visit, described: &Described, errors: Vec<(&'static str, String)>) -> Response {
    let t = visit.t;
    if visit.knowledge.phenotypes.ontology.is_empty() {
        return without(visit, described);
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    // Signs that were already chosen are kept while a field is mended.
    let rows = Described { rows: described.rows.clone(), ..Described::default() };
    let hidden = rows.fields(visit).into_iter().filter(|(name, _)| name.contains('-')).collect();
    let page = DescribePage {
        action: Page::Describe.path(visit.language),
        text: described.text.clone(),
        packet: described.packet.clone(),
        person: PersonFields::new(visit, described),
        hidden,
        errors,
        undiagnosed: Page::Guides.path_to(visit.language, "undiagnosed"),
        shell: Shell::new(visit, Page::Describe, "", t.s("describe-title"))
            .watching(visit, &described.text)
            .carrying(described, visit),
    };
    render(status, &page)
}

/// What is missing, how it is got, and where to turn meanwhile.
pub(super) fn without(visit: &Visit, described: &Described) -> Response {
    let l = visit.language;
    let page = WithoutPage {
        search: Page::Start.path(l),
        helplines: Page::Helplines.path(l),
        undiagnosed: Page::Guides.path_to(l, "undiagnosed"),
        sheet: Page::Sheet.path(l),
        annotations_missing: !visit.knowledge.phenotypes.ontology.is_empty(),
        shell: Shell::new(visit, Page::Describe, "", visit.t.s("describe-title"))
            .watching(visit, &described.text)
            .carrying(described, visit),
    };
    render(StatusCode::OK, &page)
}
