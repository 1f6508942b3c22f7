//! One resource of FHIR R4 for each kind of entry, and the pieces that all of them use.

use super::codes::coding;
use ariane_domain::cell::document::DocumentKind;
use ariane_domain::clinical::entry::{Allergy, Opinion, Problem, ProblemState, Sign, SignState, Treatment};
use ariane_domain::consent::GivenBy;
use ariane_domain::dossier::{Covering, Enclosed};
use ariane_domain::purpose::Purpose;
use serde_json::{Value, json};

/// System of LOINC.
pub(super) const LOINC: &str = "http://loinc.org";
/// System of categories of observations.
pub(super) const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const HPO: &str = "http://human-phenotype-ontology.org";

/// A coded concept.
pub(super) fn concept(system: &str, code: &str, display: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code, "display": display }] })
}

/// A concept in words only.
pub(super) fn words(text: &str) -> Value {
    json!({ "text": text })
}

/// Words beside a resource.
pub(super) fn note(resource: &mut Value, text: &str) {
    if !text.is_empty() {
        resource["note"] = json!([{ "text": text }]);
    }
}

/// A file that goes beside the bundle, under the name that it has there.
pub(super) fn enclosure(one: &Enclosed, about: &Value) -> Value {
    let kind = match one.kind {
        DocumentKind::Imaging => concept(LOINC, "18748-4", "Diagnostic imaging study"),
        DocumentKind::Laboratory => concept(LOINC, "11502-2", "Laboratory report"),
        DocumentKind::GeneticReport => concept(LOINC, "51969-4", "Genetic analysis report"),
        other => words(other.word()),
    };
    json!({
        "status": "current",
        "type": kind,
        "subject": about,
        "content": [{
            "attachment": { "contentType": one.media_type, "title": one.name, "size": one.size },
        }],
    })
}

/// An agreement that covers the dossier.
pub(super) fn consent(one: &Covering, about: &Value) -> Value {
    let (scope, reason, words_of) = match one.purpose {
        Purpose::Research => ("research", "HRESCH", "healthcare research"),
        _ => ("treatment", "TREAT", "treatment"),
    };
    let performer = match one.by {
        GivenBy::Person => json!([about]),
        GivenBy::Representative(kind) => json!([{ "display": kind.word() }]),
    };
    json!({
        "status": "active",
        "scope": concept("http://terminology.hl7.org/CodeSystem/consentscope", scope, scope),
        "category": [concept(LOINC, "59284-0", "Consent Document")],
        "patient": about,
        "dateTime": one.from,
        "performer": performer,
        "policyRule": concept("http://terminology.hl7.org/CodeSystem/v3-ActCode", "OPTIN", "opt-in"),
        "provision": {
            "type": "permit",
            "period": { "start": one.from, "end": one.until },
            "purpose": [{
                "system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": reason, "display": words_of,
            }],
        },
    })
}

/// A problem.
pub(super) fn condition(one: &Problem, about: &Value) -> Value {
    let mut code = words(&one.text);
    if let Some(coding) = coding(&one.code, "") {
        code["coding"] = json!([coding]);
    }
    let mut condition = json!({ "code": code, "subject": about });
    let verified = |code| concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", code, code);
    let clinical = |code| concept("http://terminology.hl7.org/CodeSystem/condition-clinical", code, code);
    match one.state {
        Some(ProblemState::Present) => {
            condition["clinicalStatus"] = clinical("active");
            condition["verificationStatus"] = verified("confirmed");
        }
        Some(ProblemState::Suspected) => {
            condition["clinicalStatus"] = clinical("active");
            condition["verificationStatus"] = verified("provisional");
        }
        Some(ProblemState::Resolved) => {
            condition["clinicalStatus"] = clinical("resolved");
            condition["verificationStatus"] = verified("confirmed");
        }
        None => {}
    }
    if let Some(since) = one.since {
        condition["onsetDateTime"] = json!(since);
    }
    condition
}

/// HP:0003674 *Onset* says the age at which a sign began.
pub(super) fn sign(one: &Sign, about: &Value) -> Value {
    let code = format!("HP:{:07}", one.term);
    let label = if one.label.is_empty() { code.clone() } else { one.label.clone() };
    let mut sign = json!({
        "status": "final",
        "category": [concept(CATEGORY, "exam", "Exam")],
        "code": { "coding": [{ "system": HPO, "code": code, "display": label }], "text": label },
        "subject": about,
        "valueCodeableConcept": match one.state {
            SignState::Observed => concept(LOINC, "LA9633-4", "Present"),
            SignState::Excluded => concept(LOINC, "LA9634-2", "Absent"),
        },
    });
    if let Some(since) = one.since {
        sign["effectiveDateTime"] = json!(since);
    }
    if !one.onset.is_empty() {
        sign["component"] =
            json!([{ "code": concept(HPO, "HP:0003674", "Onset"), "valueString": one.onset }]);
    }
    note(&mut sign, &one.note);
    sign
}

/// A treatment.
pub(super) fn treatment(one: &Treatment, about: &Value) -> Value {
    let mut treatment = json!({
        "status": if one.until.is_some() { "completed" } else { "active" },
        "medicationCodeableConcept": words(&one.text),
        "subject": about,
    });
    for (name, date) in [("start", one.since), ("end", one.until)] {
        if let Some(date) = date {
            treatment["effectivePeriod"][name] = json!(date);
        }
    }
    if !one.dose.is_empty() {
        treatment["dosage"] = json!([{ "text": one.dose }]);
    }
    note(&mut treatment, &one.effect);
    treatment
}

/// An allergy.
pub(super) fn allergy(one: &Allergy, about: &Value) -> Value {
    let clinical = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
    let mut allergy = json!({
        "clinicalStatus": concept(clinical, "active", "Active"), "code": words(&one.substance), "patient": about,
    });
    if !one.reaction.is_empty() {
        allergy["reaction"] = json!([{ "manifestation": [words(&one.reaction)] }]);
    }
    allergy
}

/// What somebody else said before.
pub(super) fn opinion(one: &Opinion, about: &Value) -> Value {
    let mut opinion = json!({ "status": "completed", "subject": about, "summary": one.text });
    if !one.by.is_empty() {
        opinion["assessor"] = json!({ "display": one.by });
    }
    if let Some(on) = one.on {
        opinion["effectiveDateTime"] = json!(on);
    }
    opinion
}
