//! `ariane reference update` against a server of our own: resumed, whole or not at all.

use crate::mirror::Mirror;
use crate::program::{ariane, stderr, stdout};
use std::collections::HashMap;

fn postcodes(lines: usize) -> Vec<u8> {
    let mut text = String::new();
    for n in 0..lines {
        text.push_str(&format!("LU\tL-{}\tBourgfictif {n}\tX\t\t\t\t\t\t49.6\t6.1\t6\n", 1000 + n));
    }
    text.into_bytes()
}

fn update(data: &std::path::Path, mirror: &Mirror) -> std::process::Output {
    ariane(
        data,
        &["reference", "update", "--mirror", &mirror.address, "--only", "geonames-lu,hpo-ontology"],
        "",
    )
}

const OBO: &[u8] =
    b"format-version: 1.4\ndata-version: hp/releases/2099-01-01\n\n[Term]\nid: HP:0000001\nname: All\n";

#[test]
fn a_transfer_that_breaks_off_is_taken_up_where_it_ended() {
    let data = tempfile::tempdir().expect("a directory");
    let files = HashMap::from([("LU.zip".to_owned(), postcodes(3000)), ("hp.obo".to_owned(), OBO.to_vec())]);
    let size = files["LU.zip"].len();
    let mirror = Mirror::new(files, Some("LU.zip"));
    let output = update(data.path(), &mirror);
    assert!(output.status.success(), "{}", stderr(&output));
    let asked = mirror.asked.lock().expect("a log").clone();
    assert!(asked.contains(&format!("LU.zip from {}", size / 2)), "{asked:?}");
    let status = stdout(&ariane(data.path(), &["reference", "status"], ""));
    assert!(status.contains("3000 places") && status.contains("hpo-ontology"), "{status}");
    assert!(status.contains("CC BY 4.0") && status.contains("2099-01-01"), "licence and version: {status}");
}

#[test]
fn what_does_not_arrive_is_named_and_the_rest_is_used() {
    let data = tempfile::tempdir().expect("a directory");
    let mirror = Mirror::new(HashMap::from([("LU.zip".to_owned(), postcodes(5))]), None);
    let output = update(data.path(), &mirror);
    assert!(output.status.success());
    assert!(stdout(&output).contains("not fetched: hpo-ontology"), "{}", stdout(&output));
}

#[test]
fn a_hostile_or_absent_server_leaves_the_running_release_untouched() {
    let data = tempfile::tempdir().expect("a directory");
    let good = Mirror::new(HashMap::from([("LU.zip".to_owned(), postcodes(5))]), None);
    assert!(update(data.path(), &good).status.success());
    let before = std::fs::read_to_string(data.path().join("reference/current")).expect("a release");
    let hostile = Mirror::new(HashMap::from([("LU.zip".to_owned(), b"PK\x03\x04 not a zip".to_vec())]), None);
    let nothing = Mirror::new(HashMap::new(), None);
    for mirror in [hostile, nothing] {
        let output = update(data.path(), &mirror);
        assert!(!output.status.success());
        assert!(!stderr(&output).is_empty());
        let now = std::fs::read_to_string(data.path().join("reference/current")).expect("a release");
        assert_eq!(now, before);
    }
}

#[test]
fn the_difference_to_the_release_before_is_told() {
    let data = tempfile::tempdir().expect("a directory");
    for n in [5, 8] {
        let mirror = Mirror::new(HashMap::from([("LU.zip".to_owned(), postcodes(n))]), None);
        assert!(update(data.path(), &mirror).status.success());
        // Releases are named by the second in which they were made.
        std::thread::sleep(std::time::Duration::from_millis(1100));
    }
    let status = stdout(&ariane(data.path(), &["reference", "status"], ""));
    assert!(status.contains("places +3"), "{status}");
}
