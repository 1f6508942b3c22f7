//! The signs as a GA4GH phenopacket, to hand to a doctor, a laboratory or a network.

use super::describe;
use super::remarks::refusal;
use super::signs;
use super::signs_form::Described;
use super::visit::Visit;
use ariane_knowledge::formats::phenopacket::{self, Sex, Written, WrittenSign};
use ariane_knowledge::phenotype::ontology::TermIndex;
use ariane_ranking::Refusal;
use ariane_ranking::request::{Request, check};
use axum::Form;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::SecondsFormat;

/// `POST /{lang}/decrire/phenopacket`.
pub async fn post(visit: Visit, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let mut described = Described::parse(fields);
    let ontology = &visit.knowledge.phenotypes.ontology;
    if ontology.is_empty() {
        return describe::without(&visit, &described);
    }
    if let Some((_, problem)) = describe::obstacle(&visit, &mut described) {
        return signs::show(&visit, described, vec![problem]);
    }
    let request = described.request();
    let checked = match check(ontology, &request) {
        Ok(checked) => checked,
        Err(Refusal::OnlyExcluded) => only_excluded(&visit, &request),
        Err(reason) => return signs::show(&visit, described, vec![refusal(&visit, &reason)]),
    };
    let text = written(&visit, &described, &checked);
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"ariane-phenopacket.json\""),
    ];
    (headers, text).into_response()
}

/// The signs that were described, as a phenopacket to go along with a message; none when there are none.
pub(super) fn packet(visit: &Visit, described: &mut Described) -> Option<String> {
    let ontology = &visit.knowledge.phenotypes.ontology;
    if ontology.is_empty() || describe::obstacle(visit, described).is_some() {
        return None;
    }
    let request = described.request();
    let checked = match check(ontology, &request) {
        Ok(checked) => checked,
        Err(Refusal::OnlyExcluded) => only_excluded(visit, &request),
        Err(_) => return None,
    };
    Some(written(visit, described, &checked))
}

fn written(visit: &Visit, described: &Described, checked: &ariane_ranking::request::Checked) -> String {
    let ontology = &visit.knowledge.phenotypes.ontology;
    let sign = |excluded: bool| {
        move |index: &TermIndex| {
            let term = ontology.term(*index)?;
            Some(WrittenSign { term: term.id, label: term.name.to_string(), excluded })
        }
    };
    phenopacket::write(&Written {
        signs: checked
            .observed
            .iter()
            .filter_map(sign(false))
            .chain(checked.excluded.iter().filter_map(sign(true)))
            .collect(),
        sex: described.sex.map(|s| match s {
            ariane_ranking::Sex::Female => Sex::Female,
            ariane_ranking::Sex::Male => Sex::Male,
        }),
        age_years: described.age_years(),
        ontology_version: &ontology.version,
        created: (visit.settings.now)().to_rfc3339_opts(SecondsFormat::Secs, true),
    })
}

/// A packet may hold absent signs only, though nothing can be ranked with them.
fn only_excluded(visit: &Visit, request: &Request) -> ariane_ranking::request::Checked {
    let seen = Request { observed: request.excluded.clone(), excluded: Vec::new(), ..request.clone() };
    let checked = check(&visit.knowledge.phenotypes.ontology, &seen).unwrap_or_default();
    ariane_ranking::request::Checked { excluded: checked.observed, ..Default::default() }
}
