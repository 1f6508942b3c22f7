//! Texts and files without those they are about.

use crate::program::{ariane, stderr, stdout};
use serde_json::Value;

#[test]
fn texts_come_back_without_names_and_with_what_was_found() {
    let data = tempfile::tempdir().expect("a directory");
    let known = data.path().join("known.json");
    std::fs::write(
        &known,
        r#"{"persons":[{"given":["Zélie"],"family":["Imaginaire"]}],"birth":"2011-06-01"}"#,
    )
    .expect("written");
    let known = known.to_str().expect("utf-8");
    let input = "zelie imaginaire, syndrome de Marfan, opérée le 12.03.2019\n\n";
    let output = ariane(data.path(), &["deidentify", "--lang", "fr", "--known", known], input);
    assert!(output.status.success(), "{}", stderr(&output));
    let all: Vec<Value> =
        stdout(&output).lines().map(|l| serde_json::from_str(l).expect("a JSON line")).collect();
    assert_eq!(all.len(), 2);
    assert_eq!(all[0]["text"], "[nom], syndrome de Marfan, opérée le [à 7 ans]");
    assert_eq!(all[0]["findings"][0]["evidence"], "known");
    assert_eq!(all[1]["text"], "");
}

#[test]
fn a_broken_file_of_identities_is_told_without_its_content() {
    let data = tempfile::tempdir().expect("a directory");
    let known = data.path().join("known.json");
    std::fs::write(&known, r#"{"persons":[{"given":["Zélie"],"surname":"Imaginaire"}]}"#).expect("written");
    let output = ariane(data.path(), &["deidentify", "--known", known.to_str().expect("utf-8")], "a\n");
    assert!(!output.status.success());
    assert!(!stderr(&output).contains("Imaginaire") && stderr(&output).contains("line 1"));
}

#[test]
fn a_picture_is_written_under_a_number_once_a_person_looked_at_it() {
    let data = tempfile::tempdir().expect("a directory");
    let picture = data.path().join("Imaginaire Zelie.png");
    let bytes = [
        &b"\x89PNG\r\n\x1a\n"[..],
        b"\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU",
        b"\0\0\0\x0atEXtA\0Imagina\0\0\0\0\0",
        b"\0\0\0\0IEND\xaeB`\x82",
    ]
    .concat();
    std::fs::write(&picture, bytes).expect("written");
    let text = data.path().join("letter.txt");
    std::fs::write(&text, "no picture").expect("written");
    let out = data.path().join("out");
    let (picture, out_name) = (picture.to_str().expect("utf-8"), out.to_str().expect("utf-8"));
    let output = ariane(data.path(), &["deidentify", picture, "--out", out_name], "");
    assert!(!output.status.success() && !out.join("0001.png").exists());
    assert!(stdout(&output).contains("\"held\":[\"pictures\"]"), "{}", stdout(&output));
    let letter = text.to_str().expect("utf-8");
    let output =
        ariane(data.path(), &["deidentify", picture, letter, "--out", out_name, "--declared-clean"], "");
    let all: Vec<Value> =
        stdout(&output).lines().map(|l| serde_json::from_str(l).expect("a JSON line")).collect();
    assert_eq!(all[0]["written"], "0001.png");
    assert!(all[1]["error"].is_string() && !output.status.success());
    let cleaned = std::fs::read(out.join("0001.png")).expect("written");
    assert!(!cleaned.windows(7).any(|w| w == b"Imagina"));
}
