//! Candidate disorders for professionals: with probability, an account of every sign, what to ask next, and
//! what cannot wait. Until there is sign-in only who sits at the machine sees it (duties D8 and D9).

use super::entry::{is_web_address, source_text};
use super::ranked::{Answered, calibration, data, person, ranked};
use super::reasons::route_of;
use super::remarks::remark;
use super::render;
use super::shell::{Link, Shell};
use super::sign_label::{Label, label};
use super::signs_form::Described;
use super::urgent::urgent_among;
use super::visit::Visit;
use crate::addresses::{Page, disease};
use crate::pictures::{account, probability};
use crate::problem::Problem;
use ariane_domain::OrphaCode;
use ariane_domain::freshness::Confirmation;
use ariane_knowledge::phenotype::disorders::AnnotatedDisorder;
use ariane_ranking::{RankedDisorder, SignAccount};
use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;

/// Most candidates.
const CANDIDATES: usize = 15;
/// So many accounts stand open.
const OPEN: usize = 3;
/// Most questions.
const QUESTIONS: usize = 10;

/// A line of the account in words.
pub struct AccountRow {
    sign: Label,
    bar: String,
    stance: String,
    by: Option<Label>,
    share: String,
}

/// A candidate disorder.
pub struct Candidate {
    rank: usize,
    name: String,
    name_language: Option<&'static str>,
    href: String,
    codes: String,
    /// English name of the entry, where another name heads it: several entries may share an ORPHA code.
    entry: String,
    bar: String,
    calibration: String,
    alternative: String,
    rows: Vec<AccountRow>,
    open: bool,
}

/// Candidates of one network.
pub struct NetworkGroup {
    name: String,
    href: String,
    candidates: Vec<Candidate>,
}

/// A candidate in which time counts.
pub struct Urgent {
    name: String,
    name_language: Option<&'static str>,
    rank: usize,
    critical: String,
    window: String,
    text_language: Option<&'static str>,
    source: String,
    source_is_link: bool,
    checked: String,
}

#[derive(Template)]
#[template(path = "candidates.html")]
struct CandidatesPage {
    shell: Shell,
    urgent: Vec<Urgent>,
    groups: Vec<NetworkGroup>,
    questions: Vec<Label>,
    remarks: Vec<String>,
    observed: Vec<Label>,
    excluded: Vec<Label>,
    person: Vec<String>,
    abstain: String,
    among_ten: String,
    hidden: Vec<(String, String)>,
    describe: String,
    ranked: String,
    packet: String,
    data: String,
}

/// `POST /{lang}/decrire/candidats`.
pub async fn post(visit: Visit, Form(fields): Form<Vec<(String, String)>>) -> Response {
    if !visit.may_see_candidates {
        return Problem::NoSuchPage.page(&visit);
    }
    let mut described = Described::parse(fields);
    match ranked(&visit, &mut described) {
        Ok(answered) => page(&visit, &described, &answered),
        Err(response) => *response,
    }
}

fn page(visit: &Visit, described: &Described, answered: &Answered<'_>) -> Response {
    let t = visit.t;
    let l = visit.language;
    let ranking = &answered.ranking;
    let phenotypes = &visit.knowledge.phenotypes;
    let labels = |terms: &[u16]| terms.iter().map(|s| label(visit, *s)).collect::<Vec<_>>();
    let questions: Vec<u16> =
        answered.ranker.questions(phenotypes, ranking, QUESTIONS).into_iter().map(|q| q.sign).collect();
    let page = CandidatesPage {
        urgent: urgent(visit, answered),
        groups: groups(visit, answered),
        questions: labels(&questions),
        remarks: ranking.remarks.iter().map(|r| remark(visit, r)).collect(),
        observed: labels(&ranking.observed),
        excluded: labels(&ranking.excluded),
        person: person(t, described),
        abstain: ranking.abstain.map(|a| t.k("abstain", a.word())).unwrap_or_default(),
        among_ten: calibration(t, "calibration-among-ten", ranking.among_ten),
        hidden: described.fields(visit),
        describe: Page::Describe.path(l),
        ranked: Page::Ranked.path(l),
        packet: Page::Describe.path_to(l, "phenopacket"),
        data: data(visit),
        shell: Shell::new(visit, Page::Candidates, "", t.s("candidates-title"))
            .via(Link::new(t.s("describe-title"), Page::Describe.path(l)))
            .watching(visit, &described.text)
            .carrying(described, visit),
    };
    render(StatusCode::OK, &page)
}

/// The name in the reader's language where the disorder has an ORPHA code of its own; else as OMIM has it.
fn name(visit: &Visit, disorder: &AnnotatedDisorder) -> (String, Option<&'static str>, String) {
    let catalogue = &visit.knowledge.catalogue;
    let own = disorder.orpha.first().filter(|_| disorder.exact_orpha > 0);
    match own.and_then(|code| catalogue.current(OrphaCode(*code))) {
        Some(entity) => {
            let (language, name) = catalogue.name(entity, visit.language);
            let other = (language != visit.language).then(|| language.code());
            (name.to_owned(), other, disease(visit.language, entity.code))
        }
        None => (disorder.name.to_string(), (visit.language.code() != "en").then_some("en"), String::new()),
    }
}

fn codes(disorder: &AnnotatedDisorder) -> String {
    let exact = disorder.orpha.iter().take(usize::from(disorder.exact_orpha)).map(|c| format!("ORPHA:{c}"));
    exact.chain(disorder.omim.iter().map(|c| format!("OMIM:{c}"))).collect::<Vec<_>>().join(" · ")
}

fn groups(visit: &Visit, answered: &Answered<'_>) -> Vec<NetworkGroup> {
    let mut groups: Vec<(String, NetworkGroup)> = Vec::new();
    for (i, ranked) in answered.ranking.disorders.iter().take(CANDIDATES).enumerate() {
        let Some(disorder) = visit.knowledge.phenotypes.disorders.get(usize::from(ranked.disorder)) else {
            continue;
        };
        let network =
            route_of(visit, disorder).and_then(|r| Some(r.ern.first()?.network.clone())).unwrap_or_default();
        let candidate = candidate(visit, answered, i + 1, ranked, disorder);
        match groups.iter_mut().find(|(id, _)| *id == network) {
            Some((_, group)) => group.candidates.push(candidate),
            None => {
                let organisation = visit.knowledge.directory.get(&network);
                let group = NetworkGroup {
                    name: organisation
                        .map_or_else(|| visit.t.s("candidates-no-network"), |o| o.shown_name().to_owned()),
                    href: organisation
                        .map(|o| Page::Organisation.path_to(visit.language, &o.id))
                        .unwrap_or_default(),
                    candidates: vec![candidate],
                };
                groups.push((network, group));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn candidate(
    visit: &Visit,
    answered: &Answered<'_>,
    rank: usize,
    ranked: &RankedDisorder,
    disorder: &AnnotatedDisorder,
) -> Candidate {
    let (name, name_language, href) = name(visit, disorder);
    let lines = answered.ranker.account(&visit.knowledge.phenotypes, &answered.ranking, ranked.disorder);
    Candidate {
        rank,
        codes: codes(disorder),
        entry: if href.is_empty() { String::new() } else { disorder.name.to_string() },
        bar: probability::bar(ranked.probability),
        calibration: calibration(visit.t, "calibration-disorder", ranked.probability),
        alternative: visit.t.w("account-alt", "name", &name),
        rows: lines.iter().map(|line| account_row(visit, line)).collect(),
        open: rank <= OPEN,
        name,
        name_language,
        href,
    }
}

fn account_row(visit: &Visit, line: &SignAccount) -> AccountRow {
    let t = visit.t;
    AccountRow {
        sign: label(visit, line.sign),
        bar: account::bar(line.stance, line.weight, line.share),
        stance: t.k("stance", line.stance.word()),
        by: line.by.filter(|by| *by != line.sign).map(|by| label(visit, by)),
        share: line
            .share
            .map(|s| t.w("account-share", "percent", &t.number(f64::from((s * 100.0).round()))))
            .unwrap_or_default(),
    }
}

fn urgent(visit: &Visit, answered: &Answered<'_>) -> Vec<Urgent> {
    let t = visit.t;
    urgent_among(visit, &answered.ranking)
        .into_iter()
        .filter_map(|(ranked, row)| {
            let disorder = visit.knowledge.phenotypes.disorders.get(usize::from(ranked.disorder))?;
            let rank = answered.ranking.disorders.iter().position(|d| d.disorder == ranked.disorder)? + 1;
            let (name, name_language, _) = name(visit, disorder);
            let (language, critical) = row.critical(visit.language);
            Some(Urgent {
                name,
                name_language,
                rank,
                critical: critical.to_owned(),
                window: row.window(visit.language).1.to_owned(),
                text_language: (language != visit.language).then(|| language.code()),
                source_is_link: is_web_address(&row.provenance.source),
                source: source_text(visit, &row.provenance.source),
                checked: match (row.provenance.confirmation, row.provenance.checked) {
                    (Confirmation::Confirmed, Some(date)) => t.w("checked-on", "date", &t.date(date)),
                    _ => t.s("warning-unconfirmed"),
                },
            })
        })
        .collect()
}
