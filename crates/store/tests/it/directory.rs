//! Imported rows of the directory.

use crate::engines::both;
use ariane_domain::organisation::Organisation;
use ariane_knowledge::directory::template;
use ariane_store::directory::{Change, NewImport};
use chrono::{DateTime, Utc};
use uuid::Uuid;

fn organisations(name: &str, count: usize) -> Vec<Organisation> {
    let mut csv = template::COLUMNS.join(",");
    for n in 0..count {
        let cells: Vec<String> = template::COLUMNS
            .iter()
            .map(|c| match *c {
                "id" => format!("assoc-imaginary-{n}"),
                "kind" => "association".into(),
                "name" => format!("{name} {n}"),
                "country" => "LU".into(),
                "coverage" => "ORPHA:586".into(),
                "services" => "psychological-support/peer-support".into(),
                "source" => "https://example.org".into(),
                _ => String::new(),
            })
            .collect();
        csv.push('\n');
        csv.push_str(&cells.join(","));
    }
    template::read(csv.as_bytes()).expect("a good file")
}

fn import(file: &str) -> NewImport<'_> {
    let id =
        Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0000 | u128::from(file.as_bytes()[0]) << 80);
    NewImport {
        id,
        file_name: file,
        sha256: "00",
        at: DateTime::<Utc>::from_timestamp(1_790_000_000, 0).expect("a time"),
    }
}

#[tokio::test]
async fn what_was_imported_comes_back_as_it_was_and_lies_over_the_starter_set() {
    for engine in both().await {
        let rows = organisations("Association imaginaire", 3);
        let change = engine.store.import_directory(import("a.csv"), &rows).await.expect("imported");
        assert_eq!(change, Change { added: 3, changed: 0, unchanged: 0 }, "{}", engine.name);
        assert_eq!(engine.store.imported_organisations().await.expect("read"), rows, "{}", engine.name);
        let directory = engine.store.directory().await.expect("read");
        assert!(directory.get("assoc-imaginary-1").is_some(), "{}", engine.name);
        assert!(directory.get("ern-lung").is_some(), "{}: the starter set is still there", engine.name);
    }
}

#[tokio::test]
async fn a_second_import_changes_only_what_it_names_and_the_mark_moves() {
    for engine in both().await {
        let store = &engine.store;
        assert_eq!(store.directory_mark().await.expect("read"), None);
        store.import_directory(import("a.csv"), &organisations("Premier", 3)).await.expect("imported");
        let first = store.directory_mark().await.expect("read");
        let mut second = organisations("Premier", 3);
        second[1].name = "Second".into();
        assert_eq!(
            store.compare(&second).await.expect("compared"),
            Change { added: 0, changed: 1, unchanged: 2 }
        );
        store.import_directory(import("b.csv"), &second[1..2]).await.expect("imported");
        assert_ne!(store.directory_mark().await.expect("read"), first, "{}", engine.name);
        let now = store.directory().await.expect("read");
        assert_eq!(now.get("assoc-imaginary-1").map(|o| o.name.as_str()), Some("Second"), "{}", engine.name);
        assert_eq!(
            now.get("assoc-imaginary-0").map(|o| o.name.as_str()),
            Some("Premier 0"),
            "{}",
            engine.name
        );
    }
}

#[tokio::test]
async fn a_large_file_is_taken_in_one_piece() {
    for engine in both().await {
        let rows = organisations("Beaucoup", 2500);
        engine.store.import_directory(import("large.csv"), &rows).await.expect("imported");
        assert_eq!(engine.store.imported_organisations().await.expect("read").len(), 2500, "{}", engine.name);
    }
}
