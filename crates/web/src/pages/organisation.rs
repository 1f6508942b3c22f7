//! One structure: what it is, what it covers and offers, where, and how we know.

use super::entry::{Card, need_label};
use super::event_card::EventCard;
use super::laboratory::{Work, work};
use super::referrals::candidates::waiting_words;
use super::render;
use super::shell::{Link, Shell};
use super::visit::Visit;
use crate::addresses::{Page, disease};
use crate::problem::Problem;
use ariane_domain::organisation::Kind;
use ariane_domain::{Language, OrphaCode};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "organisation.html")]
struct OrganisationPage {
    shell: Shell,
    kind: String,
    main: Card,
    sites: Vec<Card>,
    coverage: Vec<Link>,
    covers_by_rules: Vec<(Link, String)>,
    services: Vec<String>,
    parents: Vec<Link>,
    members: Vec<Link>,
    languages: String,
    coordinator: String,
    guide: Option<Link>,
    professionals_only: bool,
    coverage_not_stated: bool,
    events: Vec<EventCard>,
    agenda: String,
    laboratory: Option<Work>,
    waiting: String,
}

/// Languages by their own names where we know them.
fn spoken(codes: &[String]) -> String {
    let names: Vec<&str> =
        codes.iter().map(|c| c.parse::<Language>().map_or(c.as_str(), |l| l.endonym())).collect();
    names.join(", ")
}

/// What was learned of waiting times there; empty where that is too little, where the installation keeps it to its own people and the
/// reader is none of them (duty D13), or where there is no cell.
async fn waiting(visit: &Visit, id: &str) -> String {
    let Some(desk) = &visit.app.desk else { return String::new() };
    if !desk.records.referral().waiting_is_public && !visit.prepares_referrals() {
        return String::new();
    }
    match desk.records.learned_waiting(desk.controller, (visit.settings.now)()).await {
        Ok(learned) => waiting_words(visit.t, learned.get(id)),
        Err(error) => {
            tracing::error!(%error, "waiting times cannot be read");
            String::new()
        }
    }
}

/// `GET /{lang}/structure/{id}`.
pub async fn get(visit: Visit, Path(id): Path<String>) -> Response {
    let Some(organisation) = visit.knowledge.directory.get(&id) else {
        return Problem::NoSuchOrganisation.page(&visit);
    };
    let Some(first) = organisation.sites.first() else { return Problem::NoSuchOrganisation.page(&visit) };
    let t = visit.t;
    let catalogue = &visit.knowledge.catalogue;
    let disorder = |code: OrphaCode| {
        catalogue
            .entity(code)
            .map(|e| Link::new(catalogue.name(e, visit.language).1, disease(visit.language, e.code)))
            .unwrap_or_else(|| Link::new(format!("{code}"), ""))
    };
    let mut covers_by_rules: Vec<(Link, String)> = visit
        .knowledge
        .rules
        .rules()
        .iter()
        .filter(|r| r.network == organisation.id && catalogue.entity(r.group).is_some())
        .map(|r| (disorder(r.group), t.w("rule-line", "line", &r.line.to_string())))
        .collect();
    covers_by_rules.sort_by(|a, b| a.0.text.cmp(&b.0.text));
    let organisation_link = |id: &str| {
        let name = visit.knowledge.directory.get(id).map_or(id, |o| o.shown_name());
        Link::new(name, Page::Organisation.path_to(visit.language, id))
    };
    let members = visit
        .knowledge
        .directory
        .all()
        .iter()
        .filter(|o| o.parents.contains(&organisation.id))
        .map(|o| Link::new(o.shown_name(), Page::Organisation.path_to(visit.language, &o.id)))
        .collect();
    let guide = match organisation.kind {
        Kind::Ern | Kind::ErnMember => Some(("ern", "ern")),
        Kind::Fsmr => Some(("fsmr", "fsmr")),
        Kind::Crmr => Some(("crmr", "crmr")),
        Kind::Ccmr => Some(("ccmr", "ccmr")),
        Kind::Hub => Some(("hub", "hub")),
        Kind::Laboratory => Some(("laboratories", "laboratory")),
        _ => None,
    };
    let main = Card::plain(&visit, organisation, first);
    let title = if organisation.short_name.is_empty() {
        organisation.name.clone()
    } else {
        organisation.short_name.clone()
    };
    let page = OrganisationPage {
        kind: main.kind.clone(),
        sites: organisation.sites.iter().skip(1).map(|s| Card::plain(&visit, organisation, s)).collect(),
        coverage: organisation.coverage.iter().map(|c| disorder(*c)).collect(),
        covers_by_rules,
        services: organisation.services.iter().map(|n| need_label(&visit, *n)).collect(),
        parents: organisation.parents.iter().map(|p| organisation_link(p)).collect(),
        members,
        languages: spoken(&organisation.languages),
        coordinator: first.coordinator.clone(),
        guide: guide.map(|(slug, what)| {
            Link::new(t.k("guide-what-is", what), Page::Guides.path_to(visit.language, slug))
        }),
        coverage_not_stated: organisation.coverage_not_stated,
        events: visit
            .knowledge
            .agenda
            .coming_of(&organisation.id, visit.today)
            .iter()
            .map(|c| EventCard::new(&visit, c))
            .collect(),
        agenda: Page::Events.path(visit.language),
        waiting: waiting(&visit, &organisation.id).await,
        laboratory: work(&visit, organisation, disorder),
        professionals_only: organisation.kind == Kind::Ern,
        shell: Shell::new(&visit, Page::Organisation, &organisation.id, title)
            .via(Link::new(t.s("nav-directory"), Page::Directory.path(visit.language))),
        main,
    };
    render(StatusCode::OK, &page)
}
