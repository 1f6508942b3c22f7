//! Imported events and trainings.

use crate::engines::both;
use ariane_domain::event::Event;
use ariane_knowledge::events::template;
use ariane_store::directory::{Change, NewImport};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

fn events(title: &str, count: usize) -> Vec<Event> {
    let mut csv = template::COLUMNS.join(",");
    for n in 0..count {
        let cells: Vec<String> = template::COLUMNS
            .iter()
            .map(|c| match *c {
                "id" => format!("rencontre-imaginaire-{n}"),
                "organisation" => "assoc-alan".into(),
                "kind" => "event".into(),
                "title" => format!("{title} {n}"),
                "start" => "2027-05-01".into(),
                "source" => "https://example.org".into(),
                _ => String::new(),
            })
            .collect();
        csv.push('\n');
        csv.push_str(&cells.join(","));
    }
    template::read(csv.as_bytes()).expect("a good file")
}

fn import(number: u128) -> NewImport<'static> {
    NewImport {
        id: Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0000 | number),
        file_name: "events.csv",
        sha256: "00",
        at: DateTime::<Utc>::from_timestamp(1_790_000_000, 0).expect("a time"),
    }
}

#[tokio::test]
async fn what_was_imported_comes_back_lies_over_the_starter_set_and_moves_the_mark() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    for engine in both().await {
        let store = &engine.store;
        let rows = events("Rencontre", 3);
        let change = store.import_events(import(1), &rows).await.expect("imported");
        assert_eq!(change, Change { added: 3, changed: 0, unchanged: 0 }, "{}", engine.name);
        assert_eq!(store.imported_events().await.expect("read"), rows, "{}", engine.name);
        let mark = store.directory_mark().await.expect("read");
        let mut second = rows.clone();
        second[1].cancelled = true;
        let would = store.compare_events(&second).await.expect("compared");
        assert_eq!(would, Change { added: 0, changed: 1, unchanged: 2 }, "{}", engine.name);
        store.import_events(import(2), &second[1..2]).await.expect("imported");
        assert_ne!(store.directory_mark().await.expect("read"), mark, "{}", engine.name);
        let agenda = store.agenda().await.expect("read");
        assert_eq!(agenda.coming_of("assoc-alan", today).len(), 3, "{}", engine.name);
        assert!(agenda.get("rare-disease-day").is_some(), "{}: the starter set is there", engine.name);
        assert!(store.imported_organisations().await.expect("read").is_empty(), "{}", engine.name);
    }
}
