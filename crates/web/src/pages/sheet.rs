//! The orientation sheet as a page: who can help, why, source, date.

use super::entry::{Card, need_label};
use super::render;
use super::sheet_form::{Asked, Understood, share_query, understand};
use super::shell::{Link, Shell};
use super::start::{Choice, ChoiceGroup, need_choices};
use super::visit::Visit;
use crate::addresses::{Page, disease};
use crate::text::Text;
use ariane_domain::OrphaCode;
use ariane_domain::place::Country;
use ariane_orientation::sheet::{self, Part, Request};
use askama::Template;
use axum::Form;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::Response;

/// A part of the page.
pub struct Block {
    word: &'static str,
    heading: String,
    lead: String,
    cards: Vec<Card>,
    empty: String,
}

/// A checklist, ready to read.
pub struct Checklist {
    title: String,
    steps: Vec<String>,
    facts: Vec<(String, String)>,
    url: String,
    source: String,
    source_is_link: bool,
    checked: String,
}

#[derive(Template)]
#[template(path = "sheet.html")]
struct SheetPage {
    shell: Shell,
    asked: Asked,
    disorder: Option<Link>,
    undiagnosed: bool,
    place: String,
    place_problem: String,
    choices: Vec<Choice>,
    country: String,
    countries: Vec<Choice>,
    needs: Vec<ChoiceGroup>,
    need: String,
    thread: Vec<String>,
    blocks: Vec<Block>,
    checklists: Vec<Checklist>,
    european_steps: Vec<String>,
    european_first: bool,
    guides: Vec<Link>,
    share: String,
    pdf: String,
    action: String,
    made_on: String,
    large: bool,
}

/// `GET /{lang}/orientation?code=586&zone=49.75,6.25`: from a link, which holds no exact place.
pub async fn get(visit: Visit, Parameters(asked): Parameters<Asked>) -> Response {
    // A place in an address would be kept by histories and logs: it is not read from there.
    show(&visit, Asked { place: String::new(), position: String::new(), ..asked })
}

/// `POST /{lang}/orientation`.
pub async fn post(visit: Visit, Form(asked): Form<Asked>) -> Response {
    show(&visit, asked)
}

/// The way from here to the expert, as knots of the thread.
pub fn thread(t: Text, understood: &Understood, sheet: &sheet::Sheet<'_>) -> Vec<String> {
    let mut knots =
        vec![if understood.place.is_empty() { t.s("thread-here") } else { understood.place.clone() }];
    knots.push(t.s("step-treating-doctor"));
    let first = |part: Part| sheet.sections.iter().find(|s| s.part == part).and_then(|s| s.entries.first());
    if let Some(near) = first(Part::CompetenceCentres) {
        knots.push(near.organisation.shown_name().to_owned());
    }
    if let Some(reference) = first(Part::ReferenceCentres) {
        knots.push(reference.organisation.shown_name().to_owned());
    } else if let Some(hub) = first(Part::Europe) {
        knots.push(hub.organisation.shown_name().to_owned());
    }
    if let Some(network) = first(Part::Networks) {
        knots.push(network.organisation.shown_name().to_owned());
    }
    knots
}

/// Composes and shows the sheet.
pub fn show(visit: &Visit, asked: Asked) -> Response {
    let t = visit.t;
    let understood = understand(visit, &asked);
    let sources = visit.knowledge.sources(&visit.procedures);
    let composed = sheet::compose(&sources, understood.request.clone());
    let catalogue = &visit.knowledge.catalogue;
    let disorder = understood
        .request
        .disorder
        .and_then(|c| catalogue.entity(c))
        .map(|e| Link::new(catalogue.name(e, visit.language).1, disease(visit.language, e.code)));
    let title = match &disorder {
        Some(link) => t.w("sheet-title-for", "name", &link.text),
        None => t.s("sheet-title"),
    };
    let share = share_query(&understood, &asked);
    let blocks: Vec<Block> = composed
        .sections
        .iter()
        .map(|section| Block {
            word: section.part.word(),
            heading: t.k("part", section.part.word()),
            lead: t.k("part-lead", section.part.word()),
            cards: section.entries.iter().map(|e| Card::of_entry(visit, e)).collect(),
            empty: if section.entries.is_empty() {
                empty_text(visit, section.part, &understood.request)
            } else {
                String::new()
            },
        })
        .collect();
    let page = SheetPage {
        undiagnosed: understood.request.disorder == Some(OrphaCode::UNDIAGNOSED),
        disorder,
        place: understood.place.clone(),
        place_problem: understood.place_problem.clone(),
        choices: understood.choices.clone(),
        country: country_name(visit, understood.request.country),
        countries: countries(visit, understood.request.country),
        needs: need_choices(visit, &asked.need),
        need: understood.request.needs.first().map(|n| need_label(visit, *n)).unwrap_or_default(),
        thread: thread(t, &understood, &composed),
        blocks,
        checklists: composed.procedures.iter().map(|p| checklist(visit, p)).collect(),
        european_steps: composed.european_steps.iter().map(|s| t.k("step", s)).collect(),
        european_first: !composed.centre_in_country && understood.request.disorder.is_some(),
        guides: guides_for(visit, &understood.request),
        pdf: format!("{}.pdf", Page::Sheet.path(visit.language)),
        action: Page::Sheet.path(visit.language),
        made_on: t.w("sheet-made-on", "date", &t.date(visit.today)),
        large: asked.large == "1",
        share: format!("{}?{share}", Page::Sheet.path(visit.language)),
        shell: Shell::new(visit, Page::Sheet, "", title).with_query(&share),
        asked,
    };
    let status =
        if page.place_problem.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    render(status, &page)
}

/// What is said of a part that has nobody.
pub fn empty_text(visit: &Visit, part: Part, request: &Request) -> String {
    let entity = request.disorder.and_then(|c| visit.knowledge.catalogue.entity(c));
    if part == Part::Networks && entity.is_some_and(|e| e.is_unclassified()) {
        return visit.t.s("network-unclassified");
    }
    visit.t.k("part-empty", part.word())
}

/// The name of a country in the language of the page.
pub fn country_name(visit: &Visit, country: Country) -> String {
    visit
        .knowledge
        .country(country)
        .map_or_else(|| country.to_string(), |p| p.name(visit.language).to_owned())
}

/// Countries to choose from.
pub fn countries(visit: &Visit, chosen: Country) -> Vec<Choice> {
    visit
        .knowledge
        .countries
        .iter()
        .map(|p| Choice {
            value: p.code.to_string(),
            text: p.name(visit.language).to_owned(),
            chosen: p.code == chosen,
        })
        .collect()
}

fn checklist(visit: &Visit, procedure: &ariane_domain::procedure::Procedure) -> Checklist {
    let t = visit.t;
    let l = visit.language;
    let provenance = procedure.provenance();
    let facts = [
        ("form", &procedure.form),
        ("payer", &procedure.payer),
        ("deadline", &procedure.deadline),
        ("appeal", &procedure.appeal),
    ];
    Checklist {
        title: procedure.title.get(l).to_owned(),
        steps: procedure.steps.iter().map(|s| s.text.get(l).to_owned()).collect(),
        facts: facts
            .into_iter()
            .filter(|(_, text)| !text.get(l).is_empty())
            .map(|(word, text)| (t.k("procedure", word), text.get(l).to_owned()))
            .collect(),
        url: procedure.url.clone(),
        source_is_link: super::entry::is_web_address(&provenance.source),
        source: provenance.source,
        checked: match provenance.checked {
            Some(date) => t.w("checked-on", "date", &t.date(date)),
            None => t.s("warning-unconfirmed"),
        },
    }
}

/// Plain guides that fit what was asked; palliative care only when it is sought (duty D37).
pub fn guides_for(visit: &Visit, request: &Request) -> Vec<Link> {
    let mut slugs: Vec<&str> = Vec::new();
    for need in &request.needs {
        slugs.extend(match need.sub {
            Some("inheritance") => &["inheritance"][..],
            Some("research") => &["clinical-trials"],
            Some("documents") => &["pnds", "emergency-card"],
            Some("laboratory" | "diagnosis") => &["laboratories", "undiagnosed"],
            Some("telemedicine") => &["telemedicine"],
            Some("second-opinion") => &["expert-panel", "ern"],
            Some("work") => &["health-at-work"],
            Some("treatment-abroad") => &["treatment-abroad"],
            Some("carer-leave" | "respite" | "relatives") => &["carers"],
            Some("transition") => &["transition"],
            Some("home-care") => &["home-nursing"],
            Some("palliative-care") => &["palliative-care"],
            Some("adapted-activity") => &["adapted-sport"],
            Some("prescription") => &["reading-a-prescription"],
            _ => &[],
        });
    }
    if request.disorder == Some(OrphaCode::UNDIAGNOSED) {
        slugs.push("undiagnosed");
    }
    slugs.extend(["ern", "crmr"]);
    slugs.dedup();
    slugs
        .into_iter()
        .filter_map(|slug| ariane_knowledge::starter::guides::find(slug, visit.language))
        .map(|g| Link::new(g.title, Page::Guides.path_to(visit.language, &g.slug)))
        .collect()
}
