//! The patient object that nodes of the Matchmaker Exchange compare: GA4GH MME search API 1.1
//! (<https://github.com/ga4gh/mme-apis/blob/master/search-api.md>, looked up on 24 November 2026), as the body of `POST /match`.

use super::Contact;
use ariane_domain::clinical::entry::SignState;
use ariane_domain::clinical::kinship::KinSex;
use ariane_domain::clinical::variant::{Variant, Zygosity};
use ariane_domain::clinical::{Entry, EntryKind};
use ariane_domain::dossier::Dossier;
use serde_json::{Map, Value, json};

pub(super) fn write(dossier: &Dossier, contact: &Contact<'_>) -> Option<Value> {
    let features = features(dossier);
    let genes = genes(dossier);
    // The API asks for one of the two at least.
    if features.is_empty() && genes.is_empty() {
        return None;
    }
    let mut patient = Map::new();
    patient.insert("id".into(), json!(dossier.pseudonym));
    patient.insert("contact".into(), json!({ "name": contact.name, "href": contact.href }));
    patient.insert("species".into(), json!("NCBITaxon:9606"));
    match dossier.sex {
        Some(KinSex::Female) => patient.insert("sex".into(), json!("FEMALE")),
        Some(KinSex::Male) => patient.insert("sex".into(), json!("MALE")),
        Some(KinSex::NotSaid) | None => None,
    };
    let disorders = disorders(dossier);
    if !disorders.is_empty() {
        patient.insert("disorders".into(), disorders.into());
    }
    patient.insert("features".into(), features.into());
    patient.insert("genomicFeatures".into(), genes.into());
    if dossier.is_training {
        patient.insert("test".into(), json!(true));
    }
    Some(json!({ "patient": patient }))
}

fn features(dossier: &Dossier) -> Vec<Value> {
    let signs = dossier.of_kind(EntryKind::Sign).filter_map(|kept| match &kept.entry {
        Entry::Sign(one) => Some(one),
        _ => None,
    });
    signs
        .map(|one| {
            let observed = if one.state == SignState::Observed { "yes" } else { "no" };
            json!({ "id": format!("HP:{:07}", one.term), "observed": observed })
        })
        .collect()
}

/// Candidate genes. The variant itself has no place: the API counts on coordinates of an assembly, and a report says HGVS of a transcript.
fn genes(dossier: &Dossier) -> Vec<Value> {
    let variants = dossier.of_kind(EntryKind::Variant).filter_map(|kept| match &kept.entry {
        Entry::Variant(one) if !one.gene.is_empty() => Some(one),
        _ => None,
    });
    variants.map(gene).collect()
}

fn gene(one: &Variant) -> Value {
    let mut gene = json!({ "gene": { "id": one.gene } });
    match one.zygosity {
        Some(Zygosity::Heterozygous | Zygosity::Hemizygous) => gene["zygosity"] = json!(1),
        Some(Zygosity::Homozygous) => gene["zygosity"] = json!(2),
        Some(Zygosity::Mosaic | Zygosity::Heteroplasmic | Zygosity::Homoplasmic) | None => {}
    }
    gene
}

fn disorders(dossier: &Dossier) -> Vec<Value> {
    let coded = dossier.of_kind(EntryKind::Problem).filter_map(|kept| match &kept.entry {
        Entry::Problem(one) => Some(one.code.as_str()),
        _ => None,
    });
    let mut all: Vec<String> = coded
        .filter_map(|code| match code.split_once(':')? {
            ("ORPHA", bare) => Some(format!("Orphanet:{bare}")),
            ("OMIM", bare) => Some(format!("MIM:{bare}")),
            _ => None,
        })
        .collect();
    all.sort();
    all.dedup();
    all.into_iter().map(|id| json!({ "id": id })).collect()
}
