//! Helplines and crisis lines, by country.

use super::entry::Card;
use super::render;
use super::shell::Shell;
use super::visit::Visit;
use crate::addresses::Page;
use ariane_domain::organisation::Kind;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// A country with its lines.
pub struct CountryLines {
    code: String,
    name: String,
    emergency: String,
    helplines: Vec<Card>,
    crisis: Vec<Card>,
}

#[derive(Template)]
#[template(path = "helplines.html")]
struct HelplinesPage {
    shell: Shell,
    countries: Vec<CountryLines>,
    european: Vec<Card>,
}

/// `GET /{lang}/ecoute`.
pub async fn get(visit: Visit) -> Response {
    let knowledge = &visit.knowledge;
    let card = |id: &String| {
        let organisation = knowledge.directory.get(id)?;
        Some(Card::plain(&visit, organisation, organisation.sites.first()?))
    };
    let mut profiles: Vec<_> = knowledge.countries.iter().collect();
    profiles.sort_by_key(|p| p.code != visit.settings.country);
    let countries = profiles
        .into_iter()
        .map(|p| CountryLines {
            code: p.code.to_string(),
            name: p.name(visit.language).to_owned(),
            emergency: p.emergency.number.clone(),
            helplines: p.helplines.iter().filter_map(card).collect(),
            crisis: p.crisis_lines.iter().filter_map(card).collect(),
        })
        .collect();
    let european = knowledge
        .directory
        .of_kind(Kind::Helpline)
        .filter(|o| o.sites.iter().any(|s| s.country.code() == "EU"))
        .filter_map(|o| Some(Card::plain(&visit, o, o.sites.first()?)))
        .collect();
    let page = HelplinesPage {
        countries,
        european,
        shell: Shell::new(&visit, Page::Helplines, "", visit.t.s("helplines-title")),
    };
    render(StatusCode::OK, &page)
}
