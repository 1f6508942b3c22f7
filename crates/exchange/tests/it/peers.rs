//! What is written, judged by programs of others: the classes of the schema and the auditors for phenopackets (Python), the
//! classes of R4B and the structure definitions of R4 for FHIR (Python, JavaScript).

use crate::dossiers::all;
use ariane_exchange::dossier::{Context, fhir, phenopacket};
use ariane_testkit::script;
use serde_json::{Value, json};
use std::path::Path;

fn here(script: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(script)
}

#[test]
fn phenopackets_are_what_their_schema_asks_for() {
    let packets: Vec<Value> =
        all().iter().map(|one| phenopacket(one, Context { ontology_version: "2026-10-01" })).collect();
    let broken = json!({ "id": 1, "subject": [], "phenotypicFeatures": [{ "typ": {} }] });
    let count = packets.len();
    let input = json!({ "phenopackets": packets, "broken": [broken] });
    let said = script::python(&here("judge_phenopackets.py"), &input).expect("python");
    assert_eq!(said["read"], count, "{said:#}");
    assert_eq!(said["faults"], json!([]), "{said:#}");
    assert_eq!(said["broken"], 1, "a peer that takes everything judges nothing: {said:#}");
}

#[test]
fn bundles_are_what_fhir_asks_for() {
    let bundles: Vec<Value> = all().iter().map(fhir).collect();
    let count = bundles.len();
    let mut broken = bundles[0].clone();
    broken["entry"][1]["resource"]["gender"] = json!(["female", 1]);
    broken["entry"][0]["resource"]["status"] = Value::Null;
    let input = json!({ "bundles": bundles, "broken": [broken] });
    for said in [
        script::python(&here("judge_fhir.py"), &input).expect("python"),
        script::node(&here("judge_fhir.mjs"), &input).expect("node"),
    ] {
        assert_eq!(said["read"], count, "{said:#}");
        assert_eq!(said["faults"], json!([]), "{said:#}");
        assert_eq!(said["broken"], 1, "a peer that takes everything judges nothing: {said:#}");
    }
}
