//! Import and export of events and trainings by command.

use crate::program::{ariane, stderr, stdout};

fn file(data: &std::path::Path, rows: &[&[(&str, &str)]]) -> String {
    let header = stdout(&ariane(data, &["events", "template"], ""));
    let columns: Vec<&str> = header.trim().split(',').collect();
    let mut text = columns.join(",");
    for row in rows {
        let cell = |c: &&str| row.iter().find(|(k, _)| k == c).map_or("", |(_, v)| *v).to_owned();
        text.push('\n');
        text.push_str(&columns.iter().map(cell).collect::<Vec<_>>().join(","));
    }
    let path = data.join("events.csv");
    std::fs::write(&path, format!("{text}\n")).expect("written");
    path.display().to_string()
}

const GOOD: &[(&str, &str)] = &[
    ("id", "rencontre-imaginaire"),
    ("organisation", "assoc-alan"),
    ("kind", "event"),
    ("title", "Rencontre imaginaire"),
    ("language", "fr"),
    // Far ahead of any day on which the test runs; the command reads the clock.
    ("start", "2999-03-01"),
    ("country", "LU"),
    ("online", "no"),
    ("audience", "patients relatives"),
    ("source", "https://example.org"),
    ("checked", "2026-01-02"),
    ("status", "confirmed"),
];

#[test]
fn an_import_stands_on_the_sheet_and_the_export_gives_the_same_file_back() {
    let data = tempfile::tempdir().expect("a directory");
    let path = file(data.path(), &[GOOD]);
    let dry = ariane(data.path(), &["events", "import", &path, "--dry-run"], "");
    assert!(stdout(&dry).contains("1 new") && stdout(&dry).contains("nothing was imported"));
    assert_eq!(stdout(&ariane(data.path(), &["events", "export"], "")).lines().count(), 1, "only the header");
    assert!(ariane(data.path(), &["events", "import", &path], "").status.success());
    let export = stdout(&ariane(data.path(), &["events", "export"], ""));
    assert_eq!(export, std::fs::read_to_string(&path).expect("read"));
    let sheet =
        stdout(&ariane(data.path(), &["orient", "--json"], "{\"disorder\":\"586\",\"place\":\"1111\"}\n"));
    assert!(sheet.contains("rencontre-imaginaire") && sheet.contains("2999-03-01"), "{sheet}");
}

#[test]
fn a_file_with_one_bad_row_is_refused_as_a_whole() {
    let data = tempfile::tempdir().expect("a directory");
    let mut bad = GOOD.to_vec();
    bad.retain(|(k, _)| !["id", "organisation", "start"].contains(k));
    bad.extend([("id", "other"), ("organisation", "nobody"), ("start", "2999-01-01")]);
    let mut worse = GOOD.to_vec();
    worse.retain(|(k, _)| !["id", "start", "audience"].contains(k));
    worse.extend([("id", "third"), ("start", "gestern"), ("audience", "dogs")]);
    let path = file(data.path(), &[GOOD, &bad, &worse]);
    let output = ariane(data.path(), &["events", "import", &path], "");
    assert!(!output.status.success());
    let said = stderr(&output);
    for fault in ["line 3, column organisation", "line 4, column start", "line 4, column audience"] {
        assert!(said.contains(fault), "{said}");
    }
    assert_eq!(stdout(&ariane(data.path(), &["events", "export"], "")).lines().count(), 1);
}
