//! Phenopackets, version 2.0 of the schema (<https://phenopacket-schema.readthedocs.io>): signs, diseases, interpretations,
//! medical actions; of a family the pedigree besides.

use super::fields::{date, day, field, first, hpo, list, stretch, text};
use super::{Reading, genomics, pedigree};
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::entry::{Problem, ProblemState, Sign, SignState, Treatment};
use ariane_domain::clinical::proposal::PassedOver;
use ariane_domain::clinical::variant::{Variant, VariantOrigin, notation};
use serde_json::Value;

/// Whether a JSON is a phenopacket, a family, or a packet wrapped by a tool.
pub(super) fn is_one(value: &Value) -> bool {
    let says = |value: &Value| {
        ["phenotypicFeatures", "interpretations", "diseases", "medicalActions", "measurements"]
            .iter()
            .any(|name| field(value, name).is_array())
    };
    says(value) || says(packet(value)) || field(value, "pedigree").is_object()
}

fn packet(value: &Value) -> &Value {
    match (field(value, "phenopacket"), field(value, "proband")) {
        (inner @ Value::Object(_), _) | (_, inner @ Value::Object(_)) => inner,
        _ => value,
    }
}

pub(super) fn read(value: &Value, reading: &mut Reading) {
    let one = packet(value);
    for disease in list(one, "diseases") {
        disease_of(disease, reading);
    }
    for interpretation in list(one, "interpretations") {
        interpretation_of(interpretation, reading);
    }
    for feature in list(one, "phenotypicFeatures") {
        sign_of(feature, reading);
    }
    for action in list(one, "medicalActions") {
        action_of(action, reading);
    }
    for (name, inner) in [("measurements", "assay"), ("biosamples", ""), ("files", "")] {
        for other in list(one, name) {
            let said = text(field(other, inner), "label");
            let what = if said.is_empty() { name.to_owned() } else { format!("{name}: {said}") };
            reading.pass_over(PassedOver::NotKept, &what);
        }
    }
    let subject = field(one, "subject");
    if field(value, "pedigree").is_object() {
        pedigree::read(field(value, "pedigree"), &text(subject, "id"), reading);
    } else {
        pedigree::read_subject(subject, reading);
    }
}

/// A term: its id and its label. Ids that a packet of ours made for words without a code are none.
fn class(value: &Value) -> (String, String) {
    let id = Some(text(value, "id")).filter(|id| !id.starts_with("ARIANE:")).unwrap_or_default();
    (id, text(value, "label"))
}

/// A time element: a date, or an age and words as they stand in the file.
fn onset(value: &Value) -> (Option<ariane_domain::cell::odyssey::VagueDate>, String) {
    let moment = text(value, "timestamp");
    let age = field(value, "age");
    let words = first([
        text(age, "iso8601duration"),
        text(value, "age"),
        text(field(value, "ontologyClass"), "label"),
        text(field(field(value, "ageRange"), "start"), "iso8601duration"),
    ]);
    let interval = field(value, "interval");
    (date(&moment).or_else(|| stretch(&text(interval, "start"), &text(interval, "end"))), words)
}

fn sign_of(value: &Value, reading: &mut Reading) {
    let (id, label) = class(field(value, "type"));
    let Some(term) = hpo(&id) else {
        let why = if id.is_empty() { PassedOver::Unreadable } else { PassedOver::ForeignCode };
        return reading.pass_over(why, &first([label, id, "phenotypicFeature".to_owned()]));
    };
    let (since, onset) = onset(field(value, "onset"));
    let is_excluded = field(value, "excluded").as_bool().or(field(value, "negated").as_bool());
    reading.propose(Entry::Sign(Sign {
        term,
        label,
        state: if is_excluded == Some(true) { SignState::Excluded } else { SignState::Observed },
        since,
        onset,
        note: text(value, "description"),
    }));
}

fn disease_of(value: &Value, reading: &mut Reading) {
    let (code, label) = class(field(value, "term"));
    if code.is_empty() && label.is_empty() {
        return reading.pass_over(PassedOver::Unreadable, "disease");
    }
    if field(value, "excluded").as_bool() == Some(true) {
        return reading.pass_over(PassedOver::NotValid, &first([label, code]));
    }
    reading.propose(Entry::Problem(Problem {
        text: first([label, code.clone()]),
        code,
        state: Some(match field(value, "resolution") {
            Value::Null => ProblemState::Present,
            _ => ProblemState::Resolved,
        }),
        since: onset(field(value, "onset")).0,
    }));
}

fn interpretation_of(value: &Value, reading: &mut Reading) {
    let diagnosis = field(value, "diagnosis");
    let disease = field(diagnosis, "disease");
    let (code, label) = class(disease);
    // Above the variants of a packet of ours stands a disease because the schema asks for one: it says nothing by itself.
    let is_said = text(value, "id") != "variants" || text(value, "progressStatus") != "UNKNOWN_PROGRESS";
    if is_said && !(code.is_empty() && label.is_empty()) {
        let state = match text(value, "progressStatus").as_str() {
            "SOLVED" | "COMPLETED" => ProblemState::Present,
            _ => ProblemState::Suspected,
        };
        let problem = Entry::Problem(Problem {
            text: first([label, code.clone()]),
            code,
            state: Some(state),
            since: None,
        });
        if !reading.0.entries.iter().any(|one| one.is_same_as(&problem)) {
            reading.propose(problem);
        }
    }
    for genomic in list(diagnosis, "genomicInterpretations") {
        variant_of(genomic, reading);
    }
}

fn variant_of(genomic: &Value, reading: &mut Reading) {
    let interpretation = field(genomic, "variantInterpretation");
    let descriptor = field(interpretation, "variationDescriptor");
    let gene = first([
        text(field(descriptor, "geneContext"), "symbol"),
        text(field(genomic, "gene"), "symbol"),
        text(field(genomic, "geneDescriptor"), "symbol"),
    ]);
    let said = |syntax: &str| {
        let of = |one: &&Value| text(one, "syntax").eq_ignore_ascii_case(syntax);
        list(descriptor, "expressions").into_iter().find(of).map(|one| text(one, "value")).unwrap_or_default()
    };
    let written = first([
        said("hgvs.c"),
        said("hgvs.n"),
        said("hgvs.m"),
        said("hgvs.g"),
        said("hgvs"),
        said("iscn"),
        text(descriptor, "label"),
        text(descriptor, "description"),
    ]);
    let what = format!("{gene} {written}");
    if text(genomic, "interpretationStatus") == "REJECTED" {
        return reading.pass_over(PassedOver::NotValid, &what);
    }
    if notation(&written).is_none() {
        return reading.pass_over(PassedOver::Unreadable, &what);
    }
    let state = field(descriptor, "allelicState");
    let extension = |name: &str| {
        let of = |one: &&Value| text(one, "name") == name;
        list(descriptor, "extensions").into_iter().find(of).map(|one| text(one, "value")).unwrap_or_default()
    };
    let class = genomics::class(&text(interpretation, "acmgPathogenicityClassification"), "");
    reading.propose(Entry::Variant(Variant {
        gene,
        text: written,
        protein: said("hgvs.p"),
        zygosity: genomics::zygosity(&text(state, "id"), &text(state, "label")),
        origin: VariantOrigin::from_word(&extension("inheritance")),
        class,
        classified_on: class.and_then(|_| day(&extension("classified-on"))),
        laboratory: extension("laboratory"),
        note: Some(text(descriptor, "description"))
            .filter(|said| notation(said).is_none())
            .unwrap_or_default(),
    }));
}

fn action_of(value: &Value, reading: &mut Reading) {
    let treatment = field(value, "treatment");
    let what = first([
        text(field(treatment, "agent"), "label"),
        text(field(field(value, "procedure"), "code"), "label"),
        text(field(field(value, "radiationTherapy"), "modality"), "label"),
        text(field(field(value, "therapeuticRegimen"), "ontologyClass"), "label"),
        text(field(field(value, "therapeuticRegimen"), "identifier"), "id"),
    ]);
    if what.is_empty() {
        return reading.pass_over(PassedOver::Unreadable, "medicalAction");
    }
    let doses = list(treatment, "doseIntervals");
    let dose = doses.last().map(|dose| {
        let quantity = field(dose, "quantity");
        let unit = text(field(quantity, "unit"), "label");
        let often = text(field(dose, "scheduleFrequency"), "label");
        let all = [text(quantity, "value"), unit, often];
        all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    });
    let edge =
        |dose: Option<&&Value>, name: &str| dose.and_then(|dose| date(&text(field(dose, "interval"), name)));
    reading.propose(Entry::Treatment(Treatment {
        text: what,
        dose: dose.unwrap_or_default(),
        since: edge(doses.first(), "start"),
        until: edge(doses.last(), "end"),
        effect: text(field(value, "responseToTreatment"), "label"),
    }));
}
