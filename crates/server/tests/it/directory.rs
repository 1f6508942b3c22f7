//! Import and export of the directory by command.

use crate::program::{ariane, stderr, stdout};

const HEADER: usize = 42;

fn file(data: &std::path::Path, rows: &[&[(&str, &str)]]) -> String {
    let header = stdout(&ariane(data, &["directory", "template"], ""));
    let columns: Vec<&str> = header.trim().split(',').collect();
    assert_eq!(columns.len(), HEADER);
    let mut text = columns.join(",");
    for row in rows {
        let cell = |c: &&str| row.iter().find(|(k, _)| k == c).map_or("", |(_, v)| *v).to_owned();
        text.push('\n');
        text.push_str(&columns.iter().map(cell).collect::<Vec<_>>().join(","));
    }
    let path = data.join("rows.csv");
    std::fs::write(&path, format!("{text}\n")).expect("written");
    path.display().to_string()
}

const GOOD: &[(&str, &str)] = &[
    ("id", "centre-imaginaire"),
    ("kind", "crmr"),
    ("name", "Centre imaginaire"),
    ("country", "LU"),
    ("lat", "49.6"),
    ("lon", "6.1"),
    ("coverage", "ORPHA:586"),
    ("audience", "all"),
    ("source", "https://example.org"),
    ("checked", "2026-01-02"),
    ("status", "confirmed"),
];

#[test]
fn an_import_stands_on_the_sheet_and_the_export_gives_the_same_file_back() {
    let data = tempfile::tempdir().expect("a directory");
    let path = file(data.path(), &[GOOD]);
    let dry = ariane(data.path(), &["directory", "import", &path, "--dry-run"], "");
    assert!(stdout(&dry).contains("1 new") && stdout(&dry).contains("nothing was imported"));
    assert_eq!(
        stdout(&ariane(data.path(), &["directory", "export"], "")).lines().count(),
        1,
        "only the header"
    );
    assert!(ariane(data.path(), &["directory", "import", &path], "").status.success());
    let export = stdout(&ariane(data.path(), &["directory", "export"], ""));
    assert_eq!(export, std::fs::read_to_string(&path).expect("read"));
    let sheet =
        stdout(&ariane(data.path(), &["orient", "--json"], "{\"disorder\":\"586\",\"place\":\"1111\"}\n"));
    assert!(sheet.contains("centre-imaginaire"), "{sheet}");
}

#[test]
fn a_cell_in_another_encoding_is_named_and_formulas_leave_marked_and_come_back() {
    let data = tempfile::tempdir().expect("a directory");
    let mut cells = GOOD.to_vec();
    cells.push(("note", "=HYPERLINK(1)"));
    let path = file(data.path(), &[&cells]);
    let good = std::fs::read(&path).expect("read");
    let mut latin = good.clone();
    let at = latin.windows(10).position(|w| w == b"imaginaire").expect("the name");
    latin[at] = 0xe9;
    std::fs::write(&path, latin).expect("written");
    let refused = ariane(data.path(), &["directory", "import", &path], "");
    assert!(stderr(&refused).contains("line 2, column id"), "{}", stderr(&refused));
    std::fs::write(&path, good).expect("written");
    assert!(ariane(data.path(), &["directory", "import", &path], "").status.success());
    let export = stdout(&ariane(data.path(), &["directory", "export"], ""));
    assert!(export.contains("'=HYPERLINK(1)"), "{export}");
    std::fs::write(&path, &export).expect("written");
    let again = stdout(&ariane(data.path(), &["directory", "import", &path], ""));
    assert!(again.contains("1 as before"), "{again}");
    assert_eq!(stdout(&ariane(data.path(), &["directory", "export"], "")), export);
}

#[test]
fn a_file_with_one_bad_row_is_refused_as_a_whole() {
    let data = tempfile::tempdir().expect("a directory");
    let mut bad = GOOD.to_vec();
    bad.retain(|(k, _)| *k != "id" && *k != "coverage" && *k != "checked");
    bad.extend([("id", "other"), ("coverage", "E84"), ("checked", "gestern")]);
    let path = file(data.path(), &[GOOD, &bad]);
    let output = ariane(data.path(), &["directory", "import", &path], "");
    assert!(!output.status.success());
    let said = stderr(&output);
    assert!(said.contains("line 3, column coverage") && said.contains("line 3, column checked"), "{said}");
    assert_eq!(stdout(&ariane(data.path(), &["directory", "export"], "")).lines().count(), 1);
}
