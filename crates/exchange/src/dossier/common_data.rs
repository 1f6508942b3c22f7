//! The set of common data elements for rare disease registration of the EU RD Platform (Joint Research Centre,
//! <https://eu-rd-platform.jrc.ec.europa.eu/set-of-common-data-elements_en>): sixteen elements in eight groups. What the dossier does not
//! know or does not say is `null`, never guessed.

use ariane_domain::clinical::entry::{ProblemState, SignState};
use ariane_domain::clinical::kinship::KinSex;
use ariane_domain::clinical::variant::VariantClass;
use ariane_domain::clinical::{Entry, EntryKind};
use ariane_domain::dossier::Dossier;
use ariane_domain::dossier::content::AgeShown;
use ariane_domain::purpose::Purpose;
use serde_json::{Value, json};

pub(super) fn write(dossier: &Dossier) -> Value {
    let diagnoses = diagnoses(dossier);
    let undiagnosed = if diagnoses.is_empty() { signs(dossier) } else { Vec::new() };
    let element = |id: &str, name: &str, value: Value| json!({ "id": id, "name": name, "value": value });
    let some = |all: Vec<String>| if all.is_empty() { Value::Null } else { json!(all) };
    json!({
        "set": "JRC set of common data elements for rare disease registration",
        "test": dossier.is_training,
        "elements": [
            element("1.1", "Pseudonym", json!(dossier.pseudonym)),
            element("2.1", "Date of birth", match dossier.age {
                Some(AgeShown::Born(day)) => json!(day),
                Some(AgeShown::Band(..)) | None => Value::Null,
            }),
            element("2.2", "Sex", json!(match dossier.sex {
                Some(KinSex::Female) => "Female",
                Some(KinSex::Male) => "Male",
                Some(KinSex::NotSaid) | None => "Undetermined",
            })),
            // Of who died no dossier is made.
            element("3.1", "Patient's status", json!("Alive")),
            element("3.2", "Date of death", Value::Null),
            element("4.1", "First contact with specialised centre", Value::Null),
            element("5.1", "Age at onset", onset(dossier)),
            element("5.2", "Age at diagnosis", Value::Null),
            element("6.1", "Diagnosis of the rare disease", some(diagnoses)),
            element("6.2", "Genetic diagnosis", some(genetic(dossier))),
            element("6.3", "Undiagnosed case", some(undiagnosed)),
            element("7.1", "Agreement to be contacted for research purposes", Value::Null),
            element("7.2", "Consent to the reuse of data", reuse(dossier)),
            element("7.3", "Biological sample", Value::Null),
            element("7.4", "Link to a biobank", Value::Null),
            element("8.1", "Classification of functioning/disability", Value::Null),
        ],
    })
}

/// Rare diseases that are present, by their ORPHA codes.
fn diagnoses(dossier: &Dossier) -> Vec<String> {
    let present = dossier.of_kind(EntryKind::Problem).filter_map(|kept| match &kept.entry {
        Entry::Problem(one) if one.state != Some(ProblemState::Suspected) => Some(one.code.clone()),
        _ => None,
    });
    present.filter(|code| code.starts_with("ORPHA:")).collect()
}

/// Variants that are said to be (likely) pathogenic: gene and HGVS.
fn genetic(dossier: &Dossier) -> Vec<String> {
    let variants = dossier.of_kind(EntryKind::Variant).filter_map(|kept| match &kept.entry {
        Entry::Variant(one) => Some(one),
        _ => None,
    });
    variants
        .filter(|one| matches!(one.class, Some(VariantClass::Pathogenic | VariantClass::LikelyPathogenic)))
        .map(|one| [one.gene.as_str(), one.text.as_str()].join(" ").trim().to_owned())
        .collect()
}

fn signs(dossier: &Dossier) -> Vec<String> {
    let seen = dossier.of_kind(EntryKind::Sign).filter_map(|kept| match &kept.entry {
        Entry::Sign(one) if one.state == SignState::Observed => Some(format!("HP:{:07}", one.term)),
        _ => None,
    });
    seen.collect()
}

/// The earliest age at which a sign is said to have begun, as it was written (ISO 8601).
fn onset(dossier: &Dossier) -> Value {
    let begun = dossier.of_kind(EntryKind::Sign).filter_map(|kept| match &kept.entry {
        Entry::Sign(one) if one.state == SignState::Observed => {
            ariane_knowledge::formats::phenopacket::years(&one.onset).map(|years| (years, one.onset.trim()))
        }
        _ => None,
    });
    begun.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(Value::Null, |(_, said)| json!(said))
}

/// Whether the data may be used again: what an agreement to research that covers this dossier says.
fn reuse(dossier: &Dossier) -> Value {
    let covering = dossier.consents.iter().find(|one| one.purpose == Purpose::Research);
    covering.map_or(Value::Null, |one| json!({ "answer": "Yes", "from": one.from, "until": one.until }))
}
