//! How rare is it here: what a published frequency means for a country, a region, a hospital.

use super::disease::{coded, pubmed};
use super::render;
use super::shell::{Link, Shell};
use super::start::Choice;
use super::visit::Visit;
use crate::addresses::{Page, disease};
use crate::pictures::rarity::{Waiting, sharing, waiting};
use crate::problem::Problem;
use ariane_domain::OrphaCode;
use ariane_domain::epidemiology::Measure;
use ariane_knowledge::starter::areas::Area;
use ariane_orientation::rarity::{Expectation, SEED_RATE, expectations, years_in};
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// Which area is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    area: String,
}

/// One expectation in words.
pub struct Row {
    measure: String,
    expected: String,
    between: String,
    basis: String,
    source: String,
    source_href: String,
}

/// One area with its births and years between two births of the example.
pub struct Example {
    name: String,
    births: String,
    years: String,
    source: String,
    source_is_link: bool,
}

#[derive(Template)]
#[template(path = "rarity.html")]
struct RarityPage {
    shell: Shell,
    name: String,
    disease: String,
    action: String,
    areas: Vec<Choice>,
    area: String,
    population: String,
    births: String,
    area_source: String,
    area_source_is_link: bool,
    rows: Vec<Row>,
    sharing: Option<String>,
    sharing_text: String,
    seed: Vec<Example>,
    today: Vec<Example>,
    waiting: Waiting,
}

/// `GET /{lang}/rarete/{code}?area=lu`.
pub async fn get(visit: Visit, Path(code): Path<String>, Parameters(asked): Parameters<Asked>) -> Response {
    let entity = code.parse::<OrphaCode>().ok().and_then(|c| visit.knowledge.catalogue.current(c));
    let Some(entity) = entity else { return Problem::NoSuchDisease.page(&visit) };
    let t = visit.t;
    let areas = &visit.knowledge.areas;
    let home = visit.settings.country.code().to_ascii_lowercase();
    let area = areas
        .iter()
        .find(|a| a.id == asked.area)
        .or_else(|| areas.iter().find(|a| a.id == home))
        .or(areas.first());
    let Some(area) = area else { return Problem::Ours.page(&visit) };
    let english = areas
        .iter()
        .find(|a| a.level == "country" && a.country == area.country)
        .map_or("", |a| a.name(ariane_domain::Language::En));
    let expected = expectations(entity, area, english);
    let name = visit.knowledge.catalogue.name(entity, visit.language).1.to_owned();
    let number = |n: &Option<(f64, String)>| {
        n.as_ref()
            .map(|(n, year)| t.ww("rarity-number", ("n", &t.number(*n)), ("year", year)))
            .unwrap_or_default()
    };
    let europe = shared_rate(&expected).map(|rate| sharing(&visit, area, rate));
    let example =
        |areas: Vec<&Area>| -> Vec<Example> { areas.into_iter().map(|a| example(&visit, a)).collect() };
    let with_births: Vec<&Area> =
        areas.iter().filter(|a| !a.is_seed_example() && a.level == "country" && a.births.is_some()).collect();
    let seed: Vec<&Area> = areas.iter().filter(|a| a.is_seed_example()).collect();
    let page = RarityPage {
        disease: disease(visit.language, entity.code),
        action: Page::Rarity.path_to(visit.language, &entity.code.0.to_string()),
        areas: areas
            .iter()
            .filter(|a| a.births.is_some() || a.population.is_some())
            .map(|a| Choice {
                value: a.id.clone(),
                text: a.name(visit.language).to_owned(),
                chosen: a.id == area.id,
            })
            .collect(),
        area: area.name(visit.language).to_owned(),
        population: number(&area.population),
        births: number(&area.births),
        area_source_is_link: super::entry::is_web_address(&area.provenance.source),
        area_source: super::entry::source_text(&visit, &area.provenance.source),
        rows: expected.iter().map(|e| row(&visit, e)).collect(),
        sharing_text: europe.as_ref().map(|p| p.text.clone()).unwrap_or_default(),
        sharing: europe.map(|p| p.svg),
        waiting: waiting(&visit, &seed, &with_births),
        seed: example(seed),
        today: example(with_births),
        shell: Shell::new(
            &visit,
            Page::Rarity,
            &entity.code.0.to_string(),
            t.w("rarity-title", "name", &name),
        )
        .via(Link::new(name.clone(), disease(visit.language, entity.code)))
        .with_query(&if asked.area.is_empty() { String::new() } else { format!("area={}", area.id) }),
        name,
    };
    render(StatusCode::OK, &page)
}

/// A rate of patients per person, for the picture of why knowledge is shared: prevalence only.
fn shared_rate(expected: &[Expectation]) -> Option<(f64, f64)> {
    expected
        .iter()
        .find(|e| e.measure == Measure::PointPrevalence)
        .map(|e| (e.rate.low, e.rate.high.unwrap_or(e.rate.low)))
}

fn range(visit: &Visit, low: f64, high: Option<f64>) -> String {
    let t = visit.t;
    match high {
        Some(high) if low <= 0.0 => t.w("range-up-to", "high", &t.number(high)),
        Some(high) if (high - low).abs() < f64::EPSILON => t.number(low),
        Some(high) => t.ww("range-from-to", ("low", &t.number(low)), ("high", &t.number(high))),
        None => t.w("range-at-least", "low", &t.number(low)),
    }
}

fn row(visit: &Visit, e: &Expectation) -> Row {
    let t = visit.t;
    Row {
        measure: t.k("expected", e.measure.word()),
        expected: range(visit, e.expected.low, e.expected.high),
        between: e
            .years_between
            .map(|(rarest, often)| match often {
                Some(often) => {
                    t.ww("years-between-range", ("often", &t.number(often)), ("rarest", &t.number(rarest)))
                }
                None => t.w("years-between", "years", &t.number(rarest)),
            })
            .unwrap_or_default(),
        basis: format!(
            "{} · {} · {}",
            t.k("measure", e.measure.word()),
            e.class,
            coded(visit, "geography", &e.geography)
        ),
        source: e.source.clone(),
        source_href: pubmed(&e.source).unwrap_or_default(),
    }
}

fn example(visit: &Visit, area: &Area) -> Example {
    let t = visit.t;
    Example {
        name: area.name(visit.language).to_owned(),
        births: area
            .births
            .as_ref()
            .map(
                |(n, year)| if year.is_empty() { t.number(*n) } else { format!("{} ({year})", t.number(*n)) },
            )
            .unwrap_or_default(),
        years: years_in(area, SEED_RATE).map(|y| t.years(y)).unwrap_or_default(),
        source_is_link: super::entry::is_web_address(&area.provenance.source),
        source: super::entry::source_text(visit, &area.provenance.source),
    }
}
