//! The networks that know signs like these, with reasons, what to show a doctor, and what is not known.
//!
//! This page is public: it names networks and signs, never a disorder (duty D9).

use super::reasons::signs_by_network;
use super::remarks::{refusal, remark};
use super::shell::{Link, Shell};
use super::sign_label::{Label, label};
use super::signs_form::{Described, sex_word};
use super::urgent::urgent_among;
use super::visit::Visit;
use super::{describe, render, signs};
use crate::addresses::Page;
use crate::pictures::probability;
use crate::text::Text;
use ariane_domain::OrphaCode;
use ariane_knowledge::fold;
use ariane_knowledge::phenotype::ontology::TermIndex;
use ariane_ranking::{Abstention, RankedNetwork, Ranker, Ranking};
use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::BTreeMap;

/// How many disorders the ranking is asked for.
pub(super) const DISORDERS: usize = 100;
/// At least and at most so many networks of a kind are shown.
const NETWORKS: (usize, usize) = (3, 5);
/// Beyond the least number, networks below this probability are left out; below the second, always.
const WORTH_SHOWING: (f32, f32) = (0.05, 0.005);
/// Most questions.
const QUESTIONS: usize = 8;
/// `HP:0002664`, *Neoplasm*: a question that would only frighten is left to the doctor.
const NEOPLASM: u32 = 2664;

/// A network with its probability and reasons.
pub struct NetworkCard {
    name: String,
    href: String,
    field: String,
    bar: String,
    calibration: String,
    why: Vec<Label>,
}

/// Networks of one kind.
pub struct NetworkList {
    id: &'static str,
    heading: String,
    lead: String,
    cards: Vec<NetworkCard>,
}

/// What is said when no network is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Networks are named.
    Named,
    /// Networks are named, but common causes come first.
    CommonFirst,
    /// The signs are too few or too general.
    Thin,
}

#[derive(Template)]
#[template(path = "ranked.html")]
struct RankedPage {
    shell: Shell,
    state: State,
    lists: Vec<NetworkList>,
    remarks: Vec<String>,
    is_urgent: bool,
    observed: Vec<Label>,
    excluded: Vec<Label>,
    person: Vec<String>,
    questions: Vec<Label>,
    hidden: Vec<(String, String)>,
    describe: String,
    sheet: String,
    packet: String,
    write: String,
    candidates: String,
    undiagnosed: Link,
    undiagnosed_rules: String,
    guide_ern: String,
    data: String,
}

/// What a ranking was made from.
pub(super) struct Answered<'a> {
    /// The ranker.
    pub ranker: &'a Ranker,
    /// Its answer.
    pub ranking: Ranking,
}

/// Asks the ranking; what is in the way is answered by a page.
pub(super) fn ranked<'a>(visit: &'a Visit, described: &mut Described) -> Result<Answered<'a>, Box<Response>> {
    let ontology = &visit.knowledge.phenotypes.ontology;
    let Some(ranker) = visit.knowledge.ranker() else {
        return Err(Box::new(describe::without(visit, described)));
    };
    if let Some((_, problem)) = describe::obstacle(visit, described) {
        return Err(Box::new(signs::show(visit, described.clone(), vec![problem])));
    }
    // What the person has not seen yet is shown before anything is made of it.
    let reading = visit.knowledge.signs().read(&described.text, described.language(visit.language));
    if signs::merged(ontology, &reading.unwrap_or_default(), &described.rows).is_new {
        return Err(Box::new(signs::show(visit, described.clone(), vec![visit.t.s("signs-new-in-text")])));
    }
    match ranker.rank(&visit.knowledge.phenotypes, &described.request(), DISORDERS) {
        Ok(ranking) => Ok(Answered { ranker, ranking }),
        Err(reason) => Err(Box::new(signs::show(visit, described.clone(), vec![refusal(visit, &reason)]))),
    }
}

/// `POST /{lang}/decrire/reseaux`.
pub async fn post(visit: Visit, Form(fields): Form<Vec<(String, String)>>) -> Response {
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
    let why = signs_by_network(visit, answered.ranker, ranking);
    let labels = |terms: &[TermIndex]| terms.iter().map(|s| label(visit, *s)).collect::<Vec<_>>();
    let lists = [("ern", &ranking.ern), ("fsmr", &ranking.fsmr)]
        .into_iter()
        .map(|(id, networks)| NetworkList {
            id,
            heading: t.k("ranked-heading", id),
            lead: t.k("ranked-lead", id),
            cards: cards(visit, networks, &why),
        })
        .filter(|list| !list.cards.is_empty())
        .collect::<Vec<_>>();
    let state = match ranking.abstain {
        Some(Abstention::ThinEvidence) => State::Thin,
        _ if lists.is_empty() => State::Thin,
        Some(Abstention::CommonSigns) => State::CommonFirst,
        None => State::Named,
    };
    let undiagnosed = OrphaCode::UNDIAGNOSED.0.to_string();
    let page = RankedPage {
        state,
        lists: if state == State::Thin { Vec::new() } else { lists },
        remarks: ranking.remarks.iter().map(|r| remark(visit, r)).collect(),
        is_urgent: !urgent_among(visit, ranking).is_empty(),
        observed: labels(&ranking.observed),
        excluded: labels(&ranking.excluded),
        person: person(t, described),
        questions: labels(&questions(visit, answered)),
        hidden: described.fields(visit),
        describe: Page::Describe.path(l),
        sheet: Page::Sheet.path(l),
        packet: Page::Describe.path_to(l, "phenopacket"),
        write: crate::addresses::mine::MinePage::Carry.path(l),
        candidates: if visit.may_see_candidates { Page::Candidates.path(l) } else { String::new() },
        undiagnosed: Link::new(t.s("search-none-undiagnosed"), Page::Guides.path_to(l, "undiagnosed")),
        undiagnosed_rules: Page::Rules.path_to(l, &undiagnosed),
        guide_ern: Page::Guides.path_to(l, "ern"),
        data: data(visit),
        shell: Shell::new(visit, Page::Ranked, "", t.s("ranked-title"))
            .via(Link::new(t.s("describe-title"), Page::Describe.path(l)))
            .watching(visit, &described.text)
            .carrying(described, visit),
    };
    render(StatusCode::OK, &page)
}

/// Which data the answer rests on.
pub(super) fn data(visit: &Visit) -> String {
    let phenotypes = &visit.knowledge.phenotypes;
    visit.t.ww(
        "ranked-data",
        ("ontology", &phenotypes.ontology.version),
        ("annotations", &phenotypes.annotations_version),
    )
}

/// How often it was so, in words. A probability is never shown without it.
pub(super) fn calibration(t: Text, key: &str, probability: f32) -> String {
    let percent = (probability * 100.0).round();
    let shown = match percent {
        p if p < 1.0 => t.s("calibration-below-one"),
        p if p > 99.0 => t.s("calibration-above"),
        p => t.number(f64::from(p)),
    };
    t.w(key, "n", &shown)
}

fn cards(
    visit: &Visit,
    networks: &[RankedNetwork],
    why: &BTreeMap<String, Vec<TermIndex>>,
) -> Vec<NetworkCard> {
    let t = visit.t;
    networks
        .iter()
        .filter(|n| {
            !visit.knowledge.single_disease_networks.contains(&n.id) && n.probability >= WORTH_SHOWING.1
        })
        .enumerate()
        .take(NETWORKS.1)
        .filter(|(i, n)| *i < NETWORKS.0 || n.probability >= WORTH_SHOWING.0)
        .filter_map(|(i, n)| {
            let organisation = visit.knowledge.directory.get(&n.id)?;
            let key = if i == 0 { "calibration-first" } else { "calibration-other" };
            let field = format!("field-{}", n.id);
            Some(NetworkCard {
                name: organisation.shown_name().to_owned(),
                href: Page::Organisation.path_to(visit.language, &n.id),
                field: if t.has(&field) { t.k("field", &n.id) } else { String::new() },
                bar: probability::bar(n.probability),
                calibration: calibration(t, key, n.probability),
                why: why.get(&n.id).map(|s| s.iter().map(|s| label(visit, *s)).collect()).unwrap_or_default(),
            })
        })
        .collect()
}

/// Signs to have looked at next; none whose name is that of a disorder, and none that would only frighten.
fn questions(visit: &Visit, answered: &Answered<'_>) -> Vec<TermIndex> {
    let phenotypes = &visit.knowledge.phenotypes;
    let ontology = &phenotypes.ontology;
    let names: Vec<String> = answered
        .ranking
        .disorders
        .iter()
        .filter_map(|d| phenotypes.disorders.get(usize::from(d.disorder)))
        .map(|d| fold::key(&d.name))
        .collect();
    let neoplasm = ontology.position(NEOPLASM);
    answered
        .ranker
        .questions(phenotypes, &answered.ranking, QUESTIONS * 2)
        .into_iter()
        .map(|q| q.sign)
        .filter(|sign| !neoplasm.is_some_and(|n| ontology.is_within(*sign, n)))
        .filter(|sign| {
            ontology.term(*sign).is_some_and(|term| {
                let key = fold::key(&term.name);
                !names.iter().any(|name| name.contains(&key) && key.len() * 2 > name.len())
            })
        })
        .take(QUESTIONS)
        .collect()
}

/// Age and sex in words, where they were said.
pub(super) fn person(t: Text, described: &Described) -> Vec<String> {
    let mut said = Vec::new();
    if described.age_years().is_some() {
        let key = if described.in_months { "person-age-months" } else { "person-age-years" };
        said.push(t.w(key, "age", &described.age));
    }
    if let Some(sex) = described.sex {
        said.push(t.w("person-sex-said", "sex", &t.k("person-sex", sex_word(sex))));
    }
    said
}
