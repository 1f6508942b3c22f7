//! Forms of a dossier that ask for people alike, and that registries share.

use crate::dossiers::{all, dossier};
use ariane_domain::clinical::EntryKind;
use ariane_domain::dossier::Addition;
use ariane_domain::purpose::Purpose;
use ariane_exchange::dossier::{Contact, common_data, matchmaker};
use serde_json::{Value, json};

const CONTACT: Contact<'static> =
    Contact { name: "Infoline imaginaire", href: "mailto:infoline@example.org" };

fn element<'v>(data: &'v Value, id: &str) -> &'v Value {
    let all = data["elements"].as_array().expect("elements");
    &all.iter().find(|one| one["id"] == id).expect("there")["value"]
}

#[test]
fn a_query_says_signs_genes_and_codes_and_whom_to_ask() {
    let asked = matchmaker(&dossier(&[]), &CONTACT).expect("a query");
    let patient = &asked["patient"];
    assert_eq!(patient["id"], "P-7K3M-2QXD");
    assert_eq!(patient["contact"], json!({ "name": CONTACT.name, "href": CONTACT.href }));
    assert_eq!(patient["sex"], "FEMALE");
    let features = patient["features"].as_array().expect("signs");
    assert!(features.iter().any(|one| one["observed"] == "no"), "what was looked for and absent: {asked:#}");
    for one in features {
        let id = one["id"].as_str().expect("an id");
        assert!(id.starts_with("HP:") && id.len() == 10, "{id}");
    }
    let genes = patient["genomicFeatures"].as_array().expect("genes");
    assert!(genes.iter().all(|one| one["gene"]["id"].is_string()) && !genes.is_empty(), "{asked:#}");
    for disorder in patient["disorders"].as_array().expect("codes") {
        let id = disorder["id"].as_str().expect("an id");
        assert!(id.starts_with("Orphanet:") || id.starts_with("MIM:"), "{id}");
    }
    // Of all that is written in words, nothing leaves by this form.
    let text = asked.to_string();
    for word in ["c.718", "RCP imaginaire", "Pénicilline", "WAGR", "label", "note"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    assert_eq!(patient.get("test"), None);
    let training = matchmaker(&dossier(&[Addition::Places]), &CONTACT).expect("a query");
    assert_eq!(training["patient"]["test"], true);
}

#[test]
fn without_a_sign_or_a_gene_there_is_nothing_to_ask() {
    let mut bare = dossier(&[]);
    bare.entries.retain(|kept| kept.entry.kind() == EntryKind::Allergy);
    assert_eq!(matchmaker(&bare, &CONTACT), None);
}

#[test]
fn registries_get_sixteen_elements_and_nothing_is_guessed() {
    for one in all() {
        let data = common_data(&one);
        assert_eq!(data["elements"].as_array().expect("elements").len(), 16);
        for unknown in ["3.2", "4.1", "5.2", "7.1", "7.3", "7.4", "8.1"] {
            assert_eq!(element(&data, unknown), &Value::Null, "{unknown}");
        }
    }
    let data = common_data(&dossier(&[]));
    assert_eq!(element(&data, "2.1"), &Value::Null, "a band of ages is no birth date");
    assert_eq!(element(&data, "2.2"), "Female");
    assert_eq!(element(&data, "7.2"), &Value::Null, "an agreement to a panel is none to research");
    let exact = common_data(&dossier(&[Addition::ExactDates]));
    assert_eq!(element(&exact, "2.1"), "1990-01-02");
    let mut research = dossier(&[]);
    research.consents[0].purpose = Purpose::Research;
    assert_eq!(element(&common_data(&research), "7.2")["answer"], "Yes");
    let (diagnosed, undiagnosed) = (element(&data, "6.1"), element(&data, "6.3"));
    assert!(diagnosed.is_null() != undiagnosed.is_null(), "one of the two: {data:#}");
    let mut without = dossier(&[]);
    without.entries.retain(|kept| kept.entry.kind() == EntryKind::Sign);
    let data = common_data(&without);
    assert!(element(&data, "6.1").is_null() && element(&data, "6.3").is_array(), "{data:#}");
}
