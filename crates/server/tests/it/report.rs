//! `ariane report`: from records to a signed report, and what becomes of one that was touched.

use crate::program::{ariane, stderr, stdout};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

const MAPPING: &str = r#"
form = 1
constants = { entry-mode = "mail" }
[[column]]
name = "Date"
field = "received-on"
[[column]]
name = "Âge"
field = "age-band"
values = { "enfant" = "under-12", "adulte" = "adult" }
[[column]]
name = "Référence"
field = "reference"
"#;

/// Past requests of 2024: so many adults and children in the first quarter, and adults in each other one.
fn bring_in(data: &Path, adults: usize, children: usize, others: usize) {
    let mut csv = String::from("Référence;Date;Âge\n");
    let mut number = 0;
    let mut line = |date: &str, age: &str, csv: &mut String| {
        number += 1;
        let _ = writeln!(csv, "R{number};{date};{age}");
    };
    for _ in 0..adults {
        line("05/02/2024", "adulte", &mut csv);
    }
    for _ in 0..children {
        line("06/02/2024", "enfant", &mut csv);
    }
    for date in ["06/05/2024", "05/08/2024", "04/11/2024"] {
        for _ in 0..others {
            line(date, "adulte", &mut csv);
            line(date, "enfant", &mut csv);
        }
    }
    let (file, mapping) = (data.join("past.csv"), data.join("mapping.toml"));
    std::fs::write(&file, csv).expect("written");
    std::fs::write(&mapping, MAPPING).expect("written");
    let (file, mapping) = (file.display().to_string(), mapping.display().to_string());
    let taken = ariane(data, &["enquiries", "import", &file, "--mapping", &mapping], "");
    assert!(taken.status.success(), "{}{}", stdout(&taken), stderr(&taken));
    let all = adults + children + 6 * others;
    assert!(stdout(&taken).contains(&format!("{all} enquiries stored")), "{}", stdout(&taken));
}

fn make(data: &Path, arguments: &[&str]) -> Value {
    let mut all = vec!["report", "make"];
    all.extend(arguments);
    let output = ariane(data, &all, "");
    assert!(output.status.success(), "{}{}", stdout(&output), stderr(&output));
    serde_json::from_str(&stdout(&output)).expect("JSON")
}

fn count(signed: &Value, figure: &str, period: &str, category: &str) -> Value {
    let tables = signed["report"]["tables"].as_array().expect("tables");
    let table = tables.iter().find(|t| t["figure"] == figure && t["period"] == period).expect("the table");
    let row = table["rows"].as_array().expect("rows").iter().find(|row| row["category"] == category);
    row.map_or(Value::Null, |row| row["n"].clone())
}

#[test]
fn a_report_is_signed_and_a_changed_digit_is_found() {
    let scratch = tempfile::tempdir().expect("a directory");
    let data = scratch.path();
    bring_in(data, 30, 12, 10);
    let signed = make(data, &["--period", "2024"]);
    assert_eq!(count(&signed, "infoline.age", "2024", "adult"), 60);
    assert_eq!(count(&signed, "infoline.age", "2024-Q1", "under-12"), 12);
    let file = data.join("report.json");
    std::fs::write(&file, serde_json::to_string(&signed).expect("written")).expect("written");
    let path = file.display().to_string();
    let whole = ariane(data, &["report", "verify", &path], "");
    assert!(whole.status.success() && stdout(&whole).contains("as it was signed"), "{}", stdout(&whole));
    let key = stdout(&ariane(data, &["audit", "key"], ""));
    let elsewhere = tempfile::tempdir().expect("a directory");
    let checked = ariane(elsewhere.path(), &["report", "verify", &path, "--key", key.trim()], "");
    assert!(checked.status.success(), "who has the public key needs nothing else: {}", stderr(&checked));

    let touched = std::fs::read_to_string(&file).expect("read").replacen("\"n\":60", "\"n\":61", 1);
    std::fs::write(&file, touched).expect("written");
    let broken = ariane(data, &["report", "verify", &path], "");
    assert!(!broken.status.success() && stdout(&broken).contains("FAULT"), "{}", stdout(&broken));
}

#[test]
fn small_counts_are_hidden_with_what_would_give_them_back_also_across_editions() {
    let scratch = tempfile::tempdir().expect("a directory");
    let data = scratch.path();
    bring_in(data, 30, 2, 10);
    let quarter = make(data, &["--period", "2024-Q1", "--publish"]);
    let hidden = |signed: &Value, period: &str, category: &str| {
        count(signed, "infoline.age", period, category).is_null()
    };
    assert!(hidden(&quarter, "2024-Q1", "under-12"), "two children");
    assert!(hidden(&quarter, "2024-Q1", "adult"), "32 less the adults would be the children");
    // The year appears later: its children less those of the other quarters must not give the two back.
    let year = make(data, &["--period", "2024", "--publish"]);
    assert!(hidden(&year, "2024-Q1", "under-12") && hidden(&year, "2024-Q1", "adult"));
    let quarters = ["2024-Q2", "2024-Q3", "2024-Q4"];
    let open = quarters.iter().filter(|quarter| !hidden(&year, quarter, "under-12")).count();
    assert!(hidden(&year, "2024", "under-12") || open < 3, "{year}");
    assert_eq!(year["report"]["protection"]["earlier_editions"], 1);
}

#[test]
fn what_cannot_be_made_is_said_plainly() {
    let scratch = tempfile::tempdir().expect("a directory");
    let data = scratch.path();
    for (arguments, said) in [
        (&["--period", "2024-Q7"][..], "a period is written"),
        (&["--from", "2024-02-01", "--to", "2024-01-01"], "ends before it begins"),
        (&["--period", "2024", "--as-of", "2999-01-01T00:00:00Z"], "lies in the future"),
        (&["--period", "2024-02", "--publish"], "only calendar years and quarters"),
    ] {
        let mut all = vec!["report", "make"];
        all.extend(arguments);
        let output = ariane(data, &all, "");
        assert!(!output.status.success() && stderr(&output).contains(said), "{}", stderr(&output));
    }
    let future = make(data, &["--period", "2150"]);
    assert_eq!(future["report"]["standing"], "future");
    std::fs::write(data.join("ariane.toml"), "[figures]\nthreshold = 4\n").expect("written");
    let low = ariane(data, &["report", "make", "--period", "2024"], "");
    assert!(!low.status.success() && stderr(&low).contains("from 5 to 1000"), "{}", stderr(&low));
}

#[test]
fn a_report_as_text_and_as_a_table_for_spreadsheets() {
    let scratch = tempfile::tempdir().expect("a directory");
    let data = scratch.path();
    bring_in(data, 30, 12, 10);
    let text = stdout(&ariane(data, &["report", "make", "--period", "2024", "--form", "text"], ""));
    assert!(text.contains("infoline.age v1 2024: 102") && !text.contains("not recorded"), "{text}");
    let csv = stdout(&ariane(data, &["report", "make", "--period", "2024", "--form", "csv"], ""));
    assert!(csv.contains("infoline.age,1,person-concerned,2024,adult,60,59,0,0"), "{csv}");
}

/// Made and signed on 2026-11-23 by the version before referrals, appointments and diagnoses were counted.
const EARLIER: &str = include_str!("report_of_an_earlier_version.json");
/// The public key of the installation that signed it.
const EARLIER_KEY: &str = "b2a34b902fb282b6baec65eaf2532607f7611d771446ffb1751d912f8aae9597";

#[test]
fn a_report_of_an_earlier_version_still_verifies_and_says_what_it_counted() {
    let scratch = tempfile::tempdir().expect("a directory");
    let file = scratch.path().join("earlier.json");
    std::fs::write(&file, EARLIER).expect("written");
    let path = file.display().to_string();
    let verify = || ariane(scratch.path(), &["report", "verify", &path, "--key", EARLIER_KEY], "");
    let whole = verify();
    assert!(
        whole.status.success() && stdout(&whole).contains("2024-Q1"),
        "{}{}",
        stdout(&whole),
        stderr(&whole)
    );
    let signed: Value = serde_json::from_str(EARLIER).expect("JSON");
    assert_eq!(
        signed["report"]["definitions"].as_array().map(Vec::len),
        Some(24),
        "as many as there were then"
    );
    assert_eq!(count(&signed, "infoline.age", "2024-Q1", "adult"), 30);
    std::fs::write(&file, EARLIER.replacen("\"n\":30", "\"n\":31", 1)).expect("written");
    assert!(!verify().status.success(), "and a changed digit is found in it too");
}
