//! The outcome of a panel among the documents of its file, on both engines: there once, and in no copy of the person's data before a
//! clinician explained that very outcome.

use crate::cell::{medical, social, write};
use crate::consents::as_person;
use crate::engines::both;
use crate::office::at;
use crate::panel_house::{Case, begin, case, house, hub, panel, preparing, rule, validate, words};
use ariane_domain::cell::document::{DocumentKind, DocumentSource};
use ariane_domain::cell::told::{Delicate, Told};
use ariane_domain::panel::PanelKind;
use ariane_store::StoreError;
use ariane_store::records::Records;
use ariane_store::records::care::documents::NewDocument;
use ariane_store::records::cell::CellError;
use ariane_store::records::rcp::advice::TellingWay;
use uuid::Uuid;

const PAPER: &[u8] = b"%PDF-1.7 Marqueurpapier";

fn paper() -> NewDocument<'static> {
    NewDocument {
        kind: DocumentKind::Advice,
        source: DocumentSource::Doctor,
        is_for_rcp: false,
        name: "avis-1.pdf",
        about: "",
        media_type: "application/pdf",
        bytes: PAPER,
    }
}

/// A European panel in CPMS, its letter written down.
async fn closed(records: &Records, one: &Case, key: u128, minute: i64) -> Uuid {
    let new = preparing(PanelKind::European, minute, 20);
    let id = begin(records, one, &new, key, minute).await.expect("begun");
    validate(records, &medical(), id, minute).await.expect("validated");
    house!(records, &hub(), id, minute, |work, grant| work
        .open_panel(&grant, &words(Some(2), key + 1, ""), "CPMS-1")
        .await)
    .expect("opened");
    house!(records, &hub(), id, minute, |work, grant| work
        .record_outcome(&grant, &words(Some(3), key + 2, "Revoir dans un an"))
        .await)
    .expect("recorded");
    id
}

async fn filed(records: &Records, id: Uuid, minute: i64) -> Result<Uuid, CellError> {
    let version = panel(records, id, minute).await.version;
    house!(records, &hub(), id, minute, |work, grant| work
        .file_panel_outcome(&grant, version, &paper())
        .await)
}

/// The documents in the copy that the person takes along.
async fn copied(records: &Records, one: &Case, minute: i64) -> Vec<Uuid> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let person = as_person(&mut work, one.enquiry).await;
    work.whole_copy(&person).await.expect("copied").files.into_iter().map(|file| file.id).collect()
}

#[tokio::test]
async fn an_outcome_lies_in_the_file_once_and_goes_to_the_person_after_it_was_explained() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let waiting =
            begin(&records, &one, &preparing(PanelKind::Local, 10, 20), 1, 10).await.expect("begun");
        assert_eq!(rule(filed(&records, waiting, 10).await), "not-possible", "{}: nothing yet", engine.name);
        let (first, second) = (closed(&records, &one, 10, 11).await, closed(&records, &one, 20, 12).await);
        let stale = house!(records, &hub(), first, 13, |work, grant| work
            .file_panel_outcome(&grant, 1, &paper())
            .await);
        assert!(matches!(stale, Err(CellError::Store(StoreError::Conflict))), "{}: {stale:?}", engine.name);
        let document = filed(&records, first, 13).await.expect("filed");
        assert_eq!(rule(filed(&records, first, 14).await), "panel-filed-already", "{}", engine.name);
        assert_eq!(panel(&records, first, 14).await.document, Some(document));
        let other = filed(&records, second, 14).await.expect("filed");
        assert!(engine.files_with("Marqueurpapier").is_empty(), "{}", engine.name);

        // What was explained of an RCP, or of another panel, releases nothing of this one.
        let mut work = records.begin(at(15)).await.expect("begun");
        let grant = write(&mut work, &medical(), one.file).await;
        let told = Told::Explained { by: Uuid::nil(), at: at(15) };
        work.note_told(&grant, Delicate::RcpAdvice, told, "Une RCP d’avant").await.expect("noted");
        work.note_told(&grant, Delicate::PanelOutcome, told, "Un autre avis").await.expect("noted");
        work.commit().await.expect("kept");
        assert!(copied(&records, &one, 16).await.is_empty(), "{}", engine.name);
        for (id, way) in [(first, TellingWay::Explained), (second, TellingWay::PrefersNotToKnow)] {
            let version = panel(&records, id, 17).await.version;
            house!(records, &medical(), id, 17, |work, grant| work
                .tell_panel(&grant, version, way, "En mots simples")
                .await)
            .expect("told");
        }
        assert_eq!(copied(&records, &one, 18).await, [document], "{}", engine.name);

        let mut work = records.begin(at(19)).await.expect("begun");
        let grant = write(&mut work, &social(), one.file).await;
        work.remove_document(&grant, other, "Mis par erreur").await.expect("taken away");
        work.commit().await.expect("kept");
        assert_eq!(panel(&records, second, 20).await.document, None, "{}", engine.name);
        assert_ne!(filed(&records, second, 20).await.expect("filed again"), other);
        assert_eq!(copied(&records, &one, 21).await, [document], "{}", engine.name);
    }
}
