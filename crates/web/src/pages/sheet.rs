//! The orientation sheet as a page: who can help, why, source, date.

use super::entry::{Card, need_label};
use super::render;
use super::shell::{Link, Shell};
use super::start::{Choice, ChoiceGroup, need_choices};
use super::visit::Visit;
use crate::addresses::{Page, disease};
use crate::text::Text;
use ariane_domain::organisation::Audience;
use ariane_domain::place::{Country, Point};
use ariane_domain::{NeedCode, OrphaCode};
use ariane_knowledge::catalogue::places::PlaceAnswer;
use ariane_orientation::sheet::{self, Part, Request};
use askama::Template;
use axum::Form;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// What the sheet's form sends, and what its link holds (without the place).
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// ORPHA code; empty when the disorder is not named.
    #[serde(default)]
    pub code: String,
    /// Postcode or town: only ever in the body of a form.
    #[serde(default)]
    pub place: String,
    /// "lat,lon" of "my position", rounded to two decimals by the browser: only in the body.
    #[serde(default)]
    pub position: String,
    /// "lat,lon" of a square of half a degree: what a link may hold.
    #[serde(default)]
    pub zone: String,
    /// Country.
    #[serde(default)]
    pub country: String,
    /// Need code.
    #[serde(default)]
    pub need: String,
    /// `adult`, `child` or empty.
    #[serde(default)]
    pub age: String,
    /// Large type.
    #[serde(default)]
    pub large: String,
}

impl Asked {
    /// From the search form.
    pub fn from_search(asked: &super::search::Asked, code: OrphaCode) -> Self {
        Self {
            code: code.0.to_string(),
            place: asked.place.clone(),
            position: asked.position.clone(),
            need: asked.need.clone(),
            ..Self::default()
        }
    }
}

/// What was understood of the form.
pub struct Understood {
    /// The request for the sheet.
    pub request: Request,
    /// The place in words.
    pub place: String,
    /// What could not be understood of the place, in words.
    pub place_problem: String,
    /// Places to choose from.
    pub choices: Vec<Choice>,
    /// Whether the place is only a zone.
    pub is_zone: bool,
}

/// A request without a disorder, a place or a need.
pub fn bare_request(visit: &Visit) -> Request {
    Request {
        disorder: None,
        place: None,
        country: visit.settings.country,
        needs: Vec::new(),
        audience: None,
        language: visit.language,
        today: visit.today,
        stale_after_days: visit.settings.stale_after_days,
    }
}

fn point(text: &str) -> Option<Point> {
    let (lat, lon) = text.split_once(',')?;
    Point::new(lat.trim().parse().ok()?, lon.trim().parse().ok()?)
}

/// The middle of the square of half a degree (about 50 km) in which a point lies.
fn zone_of(point: Point) -> String {
    let middle = |value: f64| (value * 2.0).floor() / 2.0 + 0.25;
    format!("{:.2},{:.2}", middle(point.lat), middle(point.lon))
}

/// Reads the form; what is not understood is said, never guessed.
pub fn understand(visit: &Visit, asked: &Asked) -> Understood {
    let t = visit.t;
    let catalogue = &visit.knowledge.catalogue;
    let mut understood = Understood {
        request: bare_request(visit),
        place: String::new(),
        place_problem: String::new(),
        choices: Vec::new(),
        is_zone: false,
    };
    let request = &mut understood.request;
    request.disorder = asked.code.parse().ok().and_then(|c| catalogue.current(c)).map(|e| e.code);
    let country = Country::new(&asked.country);
    if let Some(country) = country {
        request.country = country;
    }
    request.needs.extend(asked.need.parse::<NeedCode>().ok());
    request.audience = match asked.age.as_str() {
        "adult" => Some(Audience::Adult),
        "child" => Some(Audience::Child),
        _ => None,
    };
    let text: String = asked.place.chars().filter(|c| !c.is_control()).take(80).collect();
    if let Some(here) = point(&asked.position) {
        request.place = Some(here);
        understood.place = t.s("place-my-position");
        if let Some(nearest) = nearest_place(visit, here) {
            request.country = country.unwrap_or(nearest);
        }
    } else if !text.trim().is_empty() {
        match catalogue.find_place(&text, country.or(Some(visit.settings.country))) {
            PlaceAnswer::Found(place) => {
                request.place = Some(place.point);
                request.country = place.country;
                understood.place = format!("{} {} ({})", place.postcode, place.name, place.country);
            }
            PlaceAnswer::Several(places) => {
                understood.place_problem = t.w("place-several", "place", &text);
                understood.choices = places
                    .into_iter()
                    .map(|p| {
                        let value = format!("{} {} {}", p.country.code().to_lowercase(), p.postcode, p.name);
                        let region =
                            if p.region.is_empty() { String::new() } else { format!(", {}", p.region) };
                        Choice {
                            text: format!("{} {}{region} ({})", p.postcode, p.name, p.country),
                            value,
                            chosen: false,
                        }
                    })
                    .collect();
            }
            PlaceAnswer::Unknown => understood.place_problem = t.w("place-unknown", "place", &text),
        }
    } else if let Some(zone) = point(&asked.zone) {
        request.place = Some(zone);
        understood.is_zone = true;
        understood.place = t.s("place-zone");
    }
    understood
}

fn nearest_place(visit: &Visit, here: Point) -> Option<Country> {
    visit
        .knowledge
        .catalogue
        .places
        .iter()
        .min_by(|a, b| a.point.distance_km(here).total_cmp(&b.point.distance_km(here)))
        .map(|p| p.country)
}

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

/// The query of a link to the same sheet, with a zone in place of the place.
pub fn share_query(understood: &Understood, asked: &Asked) -> String {
    let mut parts = Vec::new();
    if let Some(code) = understood.request.disorder {
        parts.push(format!("code={}", code.0));
    }
    if let Some(need) = understood.request.needs.first() {
        parts.push(format!("need={}", need.to_string().replace('/', "%2F")));
    }
    parts.push(format!("country={}", understood.request.country));
    if let Some(place) = understood.request.place {
        parts.push(format!("zone={}", zone_of(place)));
    }
    if matches!(asked.age.as_str(), "adult" | "child") {
        parts.push(format!("age={}", asked.age));
    }
    parts.join("&")
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
    let sources = visit.knowledge.sources();
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

fn checklist(visit: &Visit, procedure: &ariane_knowledge::starter::needs::Procedure) -> Checklist {
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
fn guides_for(visit: &Visit, request: &Request) -> Vec<Link> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_holds_a_zone_of_half_a_degree_and_not_the_place() {
        assert_eq!(zone_of(Point { lat: 49.6117, lon: 6.1319 }), "49.75,6.25");
        assert_eq!(zone_of(Point { lat: 38.71, lon: -9.13 }), "38.75,-9.25");
    }

    #[test]
    fn a_position_is_read_only_when_it_is_one() {
        assert!(point("49.61,6.13").is_some());
        assert!(point("91,6").is_none());
        assert!(point("x,y").is_none());
    }
}
