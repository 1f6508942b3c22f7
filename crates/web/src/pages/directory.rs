//! The directory: structures by kind, country, need and words; stale ones can be listed first.

use super::entry::Card;
use super::render;
use super::sheet::countries;
use super::shell::{Link, Shell};
use super::start::{Choice, ChoiceGroup, need_choices};
use super::visit::Visit;
use crate::addresses::Page;
use ariane_domain::freshness::Freshness;
use ariane_domain::organisation::{Kind, Organisation};
use ariane_domain::place::Country;
use ariane_domain::{NeedCode, OrphaCode};
use ariane_knowledge::fold;
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// Cards on one page.
const PER_PAGE: usize = 25;

/// Filters.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    country: String,
    #[serde(default)]
    need: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    disorder: String,
    #[serde(default)]
    stale: String,
    #[serde(default)]
    page: usize,
}

#[derive(Template)]
#[template(path = "directory.html")]
struct DirectoryPage {
    shell: Shell,
    action: String,
    kinds: Vec<Choice>,
    countries: Vec<Choice>,
    needs: Vec<ChoiceGroup>,
    words: String,
    stale: bool,
    count: String,
    cards: Vec<Card>,
    previous: Option<Link>,
    next: Option<Link>,
}

fn fits(visit: &Visit, asked: &Asked, words: &[String], organisation: &Organisation) -> bool {
    let country = Country::new(&asked.country);
    let need = asked.need.parse::<NeedCode>().ok();
    let disorder = asked.disorder.parse::<OrphaCode>().ok();
    let text_holds = || {
        let description = organisation.description(visit.language).map_or("", |(_, d)| d);
        let towns: Vec<&str> = organisation.sites.iter().map(|s| s.town.as_str()).collect();
        let all = fold::key(&format!(
            "{} {} {description} {}",
            organisation.name,
            organisation.short_name,
            towns.join(" ")
        ));
        words.iter().all(|w| all.contains(w.as_str()))
    };
    Kind::from_word(&asked.kind).is_none_or(|k| organisation.kind == k)
        && country.is_none_or(|c| organisation.sites.iter().any(|s| s.country == c))
        && need.is_none_or(|n| organisation.services.iter().any(|offer| offer.answers(n)))
        && disorder.is_none_or(|d| visit.knowledge.catalogue.is_within(d, &organisation.coverage))
        && text_holds()
}

fn needs_check(visit: &Visit, organisation: &Organisation) -> bool {
    organisation.sites.iter().any(|s| {
        Freshness::of(
            s.provenance.confirmation,
            s.provenance.checked,
            visit.today,
            visit.settings.stale_after_days,
        )
        .needs_warning()
    })
}

/// `GET /{lang}/annuaire`.
pub async fn get(visit: Visit, Parameters(asked): Parameters<Asked>) -> Response {
    let t = visit.t;
    let words = fold::words(&asked.q.chars().take(100).collect::<String>());
    let stale = asked.stale == "1";
    let mut found: Vec<&Organisation> = visit
        .knowledge
        .directory
        .all()
        .iter()
        .filter(|o| o.kind != Kind::CrisisLine)
        .filter(|o| fits(&visit, &asked, &words, o))
        .filter(|o| !stale || needs_check(&visit, o))
        .collect();
    found.sort_by_key(|o| (super::entry::kind_order(o.kind), o.shown_name().to_lowercase()));
    let count = found.len();
    let first = asked.page.min(count / PER_PAGE) * PER_PAGE;
    let query = |page: usize| {
        let escape = |text: &str| -> String {
            text.bytes()
                .map(|b| {
                    if b.is_ascii_alphanumeric() || b == b'-' {
                        char::from(b).to_string()
                    } else {
                        format!("%{b:02X}")
                    }
                })
                .collect()
        };
        format!(
            "kind={}&country={}&need={}&q={}&disorder={}&stale={}&page={page}",
            escape(&asked.kind),
            escape(&asked.country),
            escape(&asked.need),
            escape(&asked.q),
            escape(&asked.disorder),
            escape(&asked.stale)
        )
    };
    let at = first / PER_PAGE;
    let path = Page::Directory.path(visit.language);
    let page = DirectoryPage {
        kinds: Kind::ALL
            .into_iter()
            .filter(|k| *k != Kind::CrisisLine)
            .map(|k| Choice {
                value: k.word().into(),
                text: t.k("kind", k.word()),
                chosen: asked.kind == k.word(),
            })
            .collect(),
        countries: countries(&visit, Country::new(&asked.country).unwrap_or(Country::EU)),
        needs: need_choices(&visit, &asked.need),
        words: words.join(" "),
        stale,
        count: t.n("directory-count", count),
        cards: found
            .iter()
            .skip(first)
            .take(PER_PAGE)
            .filter_map(|o| Some(Card::plain(&visit, o, o.sites.first()?)))
            .collect(),
        previous: (at > 0).then(|| Link::new(t.s("page-previous"), format!("{path}?{}", query(at - 1)))),
        next: (first + PER_PAGE < count)
            .then(|| Link::new(t.s("page-next"), format!("{path}?{}", query(at + 1)))),
        action: path,
        shell: Shell::new(&visit, Page::Directory, "", t.s("directory-title")).with_query(&query(at)),
    };
    render(StatusCode::OK, &page)
}
