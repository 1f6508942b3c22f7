//! Lines in, one JSON line each out.

use crate::program::{ariane, stdout};
use serde_json::Value;

fn answers(arguments: &[&str], input: &str) -> Vec<Value> {
    let data = tempfile::tempdir().expect("a directory");
    let output = ariane(data.path(), arguments, input);
    assert!(output.status.success(), "{output:?}");
    stdout(&output).lines().map(|l| serde_json::from_str(l).expect("a JSON line")).collect()
}

#[test]
fn search_answers_every_line_in_order_whatever_it_holds() {
    let hostile = format!("{}\n\u{0}\u{7}<script>\n\n'; DROP TABLE x;--\n", "a".repeat(10_000));
    let all = answers(&["search", "--lang", "fr", "--json"], &format!("mucovisidose\nE84\n{hostile}586"));
    assert_eq!(all.len(), 7);
    assert_eq!(all[0]["hits"][0]["code"], "ORPHA:586");
    assert_eq!(all[0]["query"], "mucovisidose");
    assert_eq!(all[1]["hits"][0]["kind"], "code");
    assert_eq!(all[4]["hits"].as_array().map(Vec::len), Some(0), "an empty line has an empty answer");
    assert_eq!(all[6]["hits"][0]["name"], "Mucoviscidose");
}

#[test]
fn route_names_networks_with_the_rule_that_fired() {
    let all =
        answers(&["route", "--lang", "fr", "--json"], "586\nORPHA:98896\nmaladie de charcot\n99999999\n");
    assert_eq!(all[0]["ern"][0]["id"], "ern-lung");
    assert!(all[0]["ern"][0]["rule"]["group"].as_str().is_some_and(|g| g.starts_with("ORPHA:")));
    assert_eq!(all[1]["fsmr"][0]["id"], "fsmr-filnemus");
    assert_eq!(all[2]["code"], "ORPHA:803");
    assert!(all[3]["none"].is_string(), "what is not known is said");
}

#[test]
fn orient_makes_a_sheet_and_says_what_it_did_not_understand() {
    let input = "{\"disorder\":\"mucovisidose\",\"place\":\"L-1111\",\"need\":\"school-work/school\"}\n\
                 {\"disorder\":\"586\",\"place\":\"Atlantis\",\"need\":[\"money\"]}\nnot json\n";
    let all = answers(&["orient", "--json"], input);
    assert_eq!(all[0]["code"], "ORPHA:586");
    assert_eq!(all[0]["country"], "LU");
    assert_eq!(all[0]["european_route"][2], "cern");
    let entries = all[0]["sections"]
        .as_array()
        .expect("sections")
        .iter()
        .flat_map(|s| s["entries"].as_array().expect("entries"));
    for entry in entries {
        assert!(
            !entry["why"].as_array().expect("reasons").is_empty() && entry["source"].is_string(),
            "{entry}"
        );
    }
    assert_eq!(all[1]["problems"].as_array().map(Vec::len), Some(2));
    assert!(all[2]["error"].is_string());
}
