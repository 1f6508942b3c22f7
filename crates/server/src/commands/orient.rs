//! `ariane orient`: `{"disorder":"586","place":"L-1210","need":"school-work/school"}` per line.

use super::answer_lines;
use super::reference::now;
use crate::args::Orient;
use crate::configuration::DataDir;
use crate::knowledge_base::{directory_and_agenda, finder};
use anyhow::Result;
use ariane_domain::freshness::{DEFAULT_LIMIT_DAYS, Freshness};
use ariane_domain::organisation::Audience;
use ariane_domain::place::Country;
use ariane_domain::{NeedCode, OrphaCode};
use ariane_knowledge::catalogue::places::PlaceAnswer;
use ariane_knowledge::events::Coming;
use ariane_knowledge::search::Query;
use ariane_knowledge::starter;
use ariane_orientation::sheet::{self, Entry, Part, Request, Sheet, Sources, Why};
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::{Value, json};
use std::process::ExitCode;

/// One request.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    disorder: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    need: OneOrMany,
    #[serde(default)]
    country: String,
    #[serde(default)]
    audience: Option<Audience>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Default for OneOrMany {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

pub fn run(data: &DataDir, database: Option<&str>, options: &Orient) -> Result<ExitCode> {
    let finder = finder(data)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (directory, agenda) = runtime.block_on(directory_and_agenda(data, database))?;
    let countries = starter::countries::all();
    let procedures = starter::procedures::all();
    let sources = Sources {
        catalogue: &finder.catalogue,
        directory: &directory,
        agenda: &agenda,
        rules: &finder.rules,
        countries: &countries,
        procedures: &procedures,
    };
    let home = Country::new(&options.country).unwrap_or(Country::LU);
    let profile = countries.iter().find(|one| one.code == home);
    let zone: Tz = profile.and_then(|one| one.time_zone.parse().ok()).unwrap_or(Tz::UTC);
    answer_lines(|line| {
        let asked: Asked = match serde_json::from_str(line) {
            Ok(asked) => asked,
            Err(error) => {
                return Ok(json!({"query": line, "error": format!("not a request: {error}")}).to_string());
            }
        };
        let mut problems: Vec<String> = Vec::new();
        let disorder = resolve(&finder, &asked.disorder, options);
        if disorder.is_none() && !asked.disorder.is_empty() {
            problems.push("nothing of that name or code is known".into());
        }
        let mut request = Request {
            disorder,
            place: None,
            country: Country::new(&asked.country).unwrap_or(home),
            needs: Vec::new(),
            audience: asked.audience,
            language: options.lang,
            today: now().with_timezone(&zone).date_naive(),
            stale_after_days: DEFAULT_LIMIT_DAYS,
        };
        let mut place_name = None;
        let mut place_is_open = false;
        match finder.catalogue.find_place(&asked.place, Country::new(&asked.country).or(Some(home))) {
            PlaceAnswer::Found(place) => {
                request.place = Some(place.point);
                request.country = place.country;
                place_name = Some(format!("{} {} ({})", place.postcode, place.name, place.country));
            }
            PlaceAnswer::Several(places) => {
                place_is_open = true;
                problems.push(format!(
                    "several places: {}",
                    places
                        .iter()
                        .map(|p| format!("{} {} ({})", p.postcode, p.name, p.country))
                        .collect::<Vec<_>>()
                        .join("; ")
                ));
            }
            PlaceAnswer::Unknown if asked.place.trim().is_empty() => {}
            PlaceAnswer::Unknown => problems.push("the place is not known".into()),
        }
        let needs = match asked.need {
            OneOrMany::One(need) => vec![need],
            OneOrMany::Many(needs) => needs,
        };
        for need in needs.iter().filter(|n| !n.is_empty()) {
            match need.parse::<NeedCode>() {
                Ok(need) => request.needs.push(need),
                Err(error) => problems.push(error.to_string()),
            }
        }
        let mut sheet = sheet::compose(&sources, request);
        if place_is_open {
            // Nothing is guessed: helplines and routes differ from country to country.
            sheet.sections.retain(|s| s.part == Part::Networks);
            sheet.procedures.clear();
            sheet.european_steps.clear();
        }
        let name = disorder
            .and_then(|c| finder.catalogue.entity(c))
            .map(|e| finder.catalogue.name(e, options.lang).1.to_owned());
        let answer = answer(&sheet, line, name, place_name, &problems);
        Ok(if options.json { answer.to_string() } else { serde_json::to_string_pretty(&answer)? })
    })
}

fn resolve(finder: &crate::knowledge_base::Finder, text: &str, options: &Orient) -> Option<OrphaCode> {
    if let Some(entity) = text.parse::<OrphaCode>().ok().and_then(|c| finder.catalogue.current(c)) {
        return Some(entity.code);
    }
    let query = Query { text, language: options.lang, limit: 1, typing: false };
    finder.index.search(&finder.catalogue, query).first().map(|h| h.code)
}

fn answer(
    sheet: &Sheet<'_>,
    query: &str,
    name: Option<String>,
    place: Option<String>,
    problems: &[String],
) -> Value {
    let sections: Vec<Value> = sheet
        .sections
        .iter()
        .map(|section| {
            let entries: Vec<Value> = section.entries.iter().map(entry).collect();
            json!({
                "part": section.part.word(),
                "entries": entries,
                "none_known": section.entries.is_empty(),
            })
        })
        .collect();
    json!({
        "query": query,
        "code": sheet.request.disorder.map(|c| c.to_string()),
        "name": name,
        "place": place,
        "country": sheet.request.country,
        "problems": problems,
        "sections": sections,
        "european_route": sheet.european_steps,
        "centre_in_country": sheet.centre_in_country,
        "procedures": sheet.procedures.iter().map(|p| &p.id).collect::<Vec<_>>(),
    })
}

fn entry(entry: &Entry<'_>) -> Value {
    let provenance = &entry.site.provenance;
    json!({
        "id": entry.organisation.id,
        "name": entry.organisation.shown_name(),
        "kind": entry.organisation.kind.word(),
        "town": entry.site.town,
        "country": entry.site.country,
        "distance_km": entry.distance_km.map(|km| (km * 10.0).round() / 10.0),
        "why": entry.why.iter().map(why).collect::<Vec<_>>(),
        "source": provenance.source,
        "checked": provenance.checked,
        "state": match entry.freshness {
            Freshness::Fresh(_) => "fresh",
            Freshness::Stale(_) => "stale",
            Freshness::Unconfirmed => "unconfirmed",
        },
        "events": entry.events.iter().map(event).collect::<Vec<_>>(),
    })
}

fn event(coming: &Coming<'_>) -> Value {
    json!({
        "id": coming.event.id,
        "kind": coming.event.kind.word(),
        "title": coming.event.title,
        "start": coming.start,
        "end": coming.end,
        "url": coming.event.url,
        "cancelled": coming.event.cancelled,
        "source": coming.event.provenance.source,
        "checked": coming.event.provenance.checked,
    })
}

fn why(why: &Why) -> Value {
    match why {
        Why::CoversDisorder => json!({"reason": "covers-disorder"}),
        Why::CoversGroup(group) => json!({"reason": "covers-group", "group": group.to_string()}),
        Why::Rule { group, line, .. } => json!({"reason": "rule", "group": group.to_string(), "line": line}),
        Why::AnswersNeed(need) => json!({"reason": "answers-need", "need": need}),
        Why::AllRareDiseases => json!({"reason": "all-rare-diseases"}),
        Why::CoverageNotStated => json!({"reason": "coverage-not-stated"}),
        Why::PartOfNetwork(network) => json!({"reason": "part-of-network", "network": network}),
        Why::InCountry(country) => json!({"reason": "in-country", "country": country}),
        Why::Nearest => json!({"reason": "nearest"}),
        Why::Coordinates => json!({"reason": "coordinates"}),
        Why::NationalHelpline(country) => json!({"reason": "national-helpline", "country": country}),
        Why::NationalHub(country) => json!({"reason": "national-hub", "country": country}),
    }
}
