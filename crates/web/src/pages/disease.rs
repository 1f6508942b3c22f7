//! A disorder: names, what is known of it, who knows it, where the facts come from.

use super::care::guideline::{self, PublicGuideline};
use super::entry::{Card, is_web_address};
use super::render;
use super::shell::{Link, Shell};
use super::start::{ChoiceGroup, need_choices};
use super::visit::Visit;
use crate::addresses::{Page, disease};
use crate::pictures::signs::{SignBar, bars};
use crate::problem::Problem;
use ariane_domain::{Language, OrphaCode};
use ariane_knowledge::catalogue::entity::{Entity, NameKind, Origin, Status};
use ariane_orientation::sheet::{self, Part};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Most signs drawn before the rest is folded away.
const SIGNS_SHOWN: usize = 12;

/// Names in one language.
pub struct Names {
    code: &'static str,
    language: &'static str,
    preferred: String,
    others: String,
}

/// One published frequency.
pub struct Frequency {
    known_place: bool,
    measure: String,
    class: String,
    geography: String,
    source: String,
    source_href: String,
}

/// A document about the disorder.
pub struct Paper {
    kind: String,
    title: String,
    href: String,
    detail: String,
    warning: String,
}

#[derive(Template)]
#[template(path = "disease.html")]
struct DiseasePage {
    shell: Shell,
    number: u32,
    name: String,
    name_language: Option<&'static str>,
    level: String,
    level_word: &'static str,
    status_note: String,
    definition: Option<(String, Option<&'static str>)>,
    names: Vec<Names>,
    breadcrumbs: Vec<(String, Vec<Link>)>,
    children: Vec<Link>,
    more_children: usize,
    frequencies: Vec<Frequency>,
    more_frequencies: Vec<Frequency>,
    rarity: String,
    onsets: Vec<String>,
    inheritance: Vec<String>,
    inheritance_guide: String,
    traits_source: String,
    signs: Vec<SignBar>,
    more_signs: Vec<SignBar>,
    genes: Vec<(String, String)>,
    codes: Vec<(String, String)>,
    networks: Vec<Card>,
    no_network: String,
    rules: String,
    centres: Vec<Card>,
    associations: Vec<Card>,
    guidelines: Vec<PublicGuideline>,
    papers: Vec<Paper>,
    links: Vec<(Link, String)>,
    helplines: Vec<Card>,
    sheet: String,
    needs: Vec<ChoiceGroup>,
    origin: String,
}

/// `GET /{lang}/maladie/{code}`. A retired code leads to its successor, which says so.
pub async fn get(visit: Visit, Path(code): Path<String>) -> Response {
    let Ok(code) = code.parse::<OrphaCode>() else { return Problem::NoSuchDisease.page(&visit) };
    let Some(entity) = visit.knowledge.catalogue.entity(code) else {
        return Problem::NoSuchDisease.page(&visit);
    };
    if let Some(current) = visit.knowledge.catalogue.current(code).filter(|c| c.code != code) {
        let to = format!("{}?from={}", disease(visit.language, current.code), code.0);
        return Redirect::to(&to).into_response();
    }
    let guidelines = guideline::in_force(&visit, entity.code).await;
    show(&visit, entity, guidelines)
}

fn show(visit: &Visit, entity: &Entity, guidelines: Vec<PublicGuideline>) -> Response {
    let t = visit.t;
    let catalogue = &visit.knowledge.catalogue;
    let (language, name) = catalogue.name(entity, visit.language);
    let foreign = |l: Language| (l != visit.language).then(|| l.code());
    let request = sheet::Request { disorder: Some(entity.code), ..super::sheet_form::bare_request(visit) };
    let sources = visit.knowledge.sources(&visit.procedures);
    let composed = sheet::compose(&sources, request);
    let cards = |part: Part| -> Vec<Card> {
        let section = composed.sections.iter().find(|s| s.part == part);
        section.map(|s| s.entries.iter().map(|e| Card::of_entry(visit, e)).collect()).unwrap_or_default()
    };
    let mut centres = cards(Part::ReferenceCentres);
    centres.extend(cards(Part::CompetenceCentres));
    let mut signs = bars(visit, entity);
    let more_signs = signs.split_off(signs.len().min(SIGNS_SHOWN));
    // Places whose names we translate are those that readers ask about; the rest is folded away.
    let (frequencies, more_frequencies) =
        frequencies(visit, entity).into_iter().partition(|f: &Frequency| f.known_place);
    let position = catalogue.position(entity.code);
    let children: Vec<Link> = position
        .map(|p| catalogue.children(p))
        .unwrap_or_default()
        .into_iter()
        .map(|c| Link::new(catalogue.name(c, visit.language).1, disease(visit.language, c.code)))
        .collect();
    let page = DiseasePage {
        number: entity.code.0,
        name: name.to_owned(),
        name_language: foreign(language),
        level: t.k("level", entity.level.word()),
        level_word: entity.level.word(),
        status_note: match entity.status {
            Status::Active => String::new(),
            Status::NotRare => t.s("retired-not-rare"),
            Status::Deprecated | Status::Obsolete => t.s("retired-no-successor"),
        },
        definition: entity.definition.as_ref().map(|(l, text)| (text.to_string(), foreign(*l))),
        names: names(visit, entity),
        breadcrumbs: breadcrumbs(visit, entity.code),
        more_children: children.len().saturating_sub(40),
        children: children.into_iter().take(40).collect(),
        frequencies,
        more_frequencies,
        rarity: Page::Rarity.path_to(visit.language, &entity.code.0.to_string()),
        onsets: entity.onsets.iter().map(|o| coded(visit, "onset", o)).collect(),
        inheritance: entity.inheritance.iter().map(|i| coded(visit, "inheritance", i)).collect(),
        inheritance_guide: Page::Guides.path_to(visit.language, "inheritance"),
        traits_source: traits_source(visit, entity),
        signs,
        more_signs,
        genes: entity
            .genes
            .iter()
            .map(|g| {
                let role = if g.is_causative() { "causative" } else { "other" };
                (g.symbol.to_string(), t.k("gene-role", role))
            })
            .collect(),
        codes: entity.codes.iter().map(|c| (c.system.to_string(), c.code.to_string())).collect(),
        networks: cards(Part::Networks),
        no_network: match composed.route.ern.is_empty() {
            true if entity.is_unclassified() => t.s("network-unclassified"),
            true => t.s("network-none"),
            false => String::new(),
        },
        rules: Page::Rules.path_to(visit.language, &entity.code.0.to_string()),
        centres,
        associations: cards(Part::Associations),
        guidelines,
        papers: papers(visit, entity.code),
        links: links(visit, entity, name),
        helplines: cards(Part::Helplines),
        sheet: Page::Sheet.path(visit.language),
        needs: need_choices(visit, ""),
        origin: match entity.origin {
            Origin::Imported => t.w("origin-imported", "release", &catalogue.release.id),
            Origin::Starter => t.w("origin-starter", "source", &entity.source),
        },
        shell: Shell::new(visit, Page::Disease, &entity.code.0.to_string(), name.to_owned()),
    };
    render(StatusCode::OK, &page)
}

/// Orphanet's English labels as text keys; a label that we do not know is shown as it is.
pub fn coded(visit: &Visit, family: &str, label: &str) -> String {
    let slug: String = label
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect::<String>()
        .split('-')
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    let key = format!("{family}-{slug}");
    if visit.t.has(&key) { visit.t.s(&key) } else { label.to_owned() }
}

/// Where onset and inheritance come from, and that no place is stated for them: Orphanet publishes both
/// per disorder, from the literature of the world.
fn traits_source(visit: &Visit, entity: &Entity) -> String {
    let t = visit.t;
    if entity.onsets.is_empty() && entity.inheritance.is_empty() {
        return String::new();
    }
    if entity.origin == Origin::Starter {
        return t.w("traits-source-starter", "source", &entity.source);
    }
    let sources = &visit.knowledge.catalogue.release.sources;
    let packets = sources.iter().find(|s| s.slot == "orphanet-orphapacket");
    match packets.map(|s| s.version.parse().map_or_else(|_| s.version.clone(), |day| t.date(day))) {
        Some(version) if !version.is_empty() => t.w("traits-source", "version", &version),
        _ => t.s("traits-source-undated"),
    }
}

fn names(visit: &Visit, entity: &Entity) -> Vec<Names> {
    let all = visit.knowledge.catalogue.names_of(entity);
    Language::OF_NOMENCLATURE
        .into_iter()
        .filter_map(|language| {
            let preferred = all.iter().find(|n| n.language == language && n.kind == NameKind::Preferred)?;
            let others: Vec<&str> = all
                .iter()
                .filter(|n| n.language == language && matches!(n.kind, NameKind::Synonym | NameKind::Lay))
                .map(|n| n.text.as_ref())
                .collect();
            Some(Names {
                code: language.code(),
                language: language.endonym(),
                preferred: preferred.text.to_string(),
                others: others.join(" · "),
            })
        })
        .collect()
}

fn breadcrumbs(visit: &Visit, code: OrphaCode) -> Vec<(String, Vec<Link>)> {
    let catalogue = &visit.knowledge.catalogue;
    catalogue
        .breadcrumbs(code)
        .into_iter()
        .map(|crumb| {
            let links = crumb
                .path
                .iter()
                .filter_map(|c| catalogue.entity(*c))
                .map(|e| Link::new(catalogue.name(e, visit.language).1, disease(visit.language, e.code)))
                .collect();
            (crumb.classification.title(visit.language).to_owned(), links)
        })
        .collect()
}

fn frequencies(visit: &Visit, entity: &Entity) -> Vec<Frequency> {
    entity
        .prevalences
        .iter()
        .map(|p| Frequency {
            known_place: visit.t.has(&format!("geography-{}", p.geography.to_lowercase().replace(' ', "-"))),
            measure: visit.t.k("measure", p.measure.word()),
            class: match p.count {
                Some(count) => visit.t.n("frequency-cases", count as usize),
                None if p.class.is_empty() => p
                    .range
                    .and_then(|r| r.mean)
                    .map(|m| visit.t.w("frequency-per-100000", "n", &visit.t.number(m * 1e5)))
                    .unwrap_or_default(),
                None => p.class.to_string(),
            },
            geography: coded(visit, "geography", &p.geography),
            source_href: pubmed(&p.source).unwrap_or_default(),
            source: p.source.to_string(),
        })
        .collect()
}

/// Orphanet writes references as `20301510[PMID]`.
pub fn pubmed(source: &str) -> Option<String> {
    let number = source.split("[PMID]").next().filter(|n| *n != source)?;
    let digits = number.trim_start_matches("PMID:");
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| format!("https://pubmed.ncbi.nlm.nih.gov/{digits}/"))
}

/// Documents in use; those past their own review date leave the page (duty D12).
fn papers(visit: &Visit, code: OrphaCode) -> Vec<Paper> {
    let t = visit.t;
    visit
        .knowledge
        .documents
        .iter()
        .filter(|d| d.code == code && !d.is_past_review(visit.today))
        .filter(|d| is_web_address(&d.url))
        .map(|d| Paper {
            kind: t.k("paper", &d.kind),
            title: d.title.clone(),
            href: d.url.clone(),
            detail: [d.author.as_str(), d.published.as_str(), d.language.as_str()]
                .into_iter()
                .filter(|s| !s.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            warning: match d.provenance.checked {
                Some(date)
                    if d.provenance.confirmation == ariane_domain::freshness::Confirmation::Confirmed =>
                {
                    t.w("checked-on", "date", &t.date(date))
                }
                _ => t.s("warning-unconfirmed"),
            },
        })
        .collect()
}

fn links(visit: &Visit, entity: &Entity, name: &str) -> Vec<(Link, String)> {
    let omim = entity.codes.iter().find(|c| &*c.system == "OMIM").map(|c| c.code.as_ref());
    let gene = entity.genes.iter().find(|g| g.is_causative()).map(|g| g.symbol.as_ref());
    visit
        .knowledge
        .links
        .iter()
        .filter_map(|template| {
            let url = template.url(visit.language, entity.code, name, omim, gene)?;
            let note = if template.kind == "trials" { visit.t.s("trials-note") } else { String::new() };
            Some((Link::new(template.label(visit.language), url), note))
        })
        .collect()
}
