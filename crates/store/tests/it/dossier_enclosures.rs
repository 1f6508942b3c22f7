//! Pictures and reports that go with a dossier, on both engines: chosen among the documents of that very file, gone with what was
//! approved and nothing else; and what is refused of dossiers though a grant was given.

use crate::cell::medical;
use crate::clinical::allergy;
use crate::consents::own;
use crate::dossiers::{agree, approve, begin, judged, order, rendering, withdraw, write_entries};
use crate::engines::both;
use crate::office::at;
use crate::panel_house::rule;
use crate::papers::{add, document};
use crate::referrals;
use ariane_domain::access::Refusal;
use ariane_domain::access::grant::{Grant, ShareForPanel};
use ariane_domain::cell::document::DocumentKind;
use ariane_domain::dossier::approval::Order;
use ariane_domain::dossier::enclosure::{HEAVIEST, MOST};
use ariane_domain::dossier::{Enclosed, Enclosure};
use ariane_domain::purpose::Purpose;
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::cell::CellError;
use ariane_store::records::consents::given::Towards;
use ariane_store::records::dossier::enclosures::{Leaving, Piece};
use ariane_store::records::dossier::release::{Form, Rendering};
use uuid::Uuid;

fn enclosing(documents: &[Uuid]) -> Order {
    let all = documents.iter().map(|one| Enclosure::of(*one, "image/jpeg", "Marqueurraison"));
    Order { enclosures: all.collect(), ..order() }
}

fn leaving(document: Uuid) -> Leaving {
    let bytes = b"\xff\xd8\xff Marqueurimage".to_vec();
    let said = Enclosed {
        name: "enclosure-1.jpg".into(),
        kind: DocumentKind::Imaging,
        media_type: "image/jpeg".into(),
        size: bytes.len(),
    };
    Leaving { document, said, bytes }
}

async fn write(
    records: &Records,
    (file, id): (Uuid, Uuid),
    version: i32,
    order: &Order,
    minute: i64,
) -> Result<(), CellError> {
    let mut work = records.begin(at(minute)).await?;
    let (_, facts) = work.dossier_gate(OWN_CONTROLLER, file, id).await?;
    let grant: Grant<ShareForPanel> = work.grant(&medical(), facts).expect("agreed");
    work.write_dossier(&grant, id, version, order).await?;
    work.commit().await?;
    Ok(())
}

async fn give_up(records: &Records, (file, id): (Uuid, Uuid), version: i32) -> Result<(), CellError> {
    let mut work = records.begin(at(60)).await?;
    let (_, facts) = work.dossier_gate(OWN_CONTROLLER, file, id).await?;
    let grant: Grant<ShareForPanel> = work.grant(&medical(), facts).expect("agreed");
    work.drop_dossier(&grant, id, version).await
}

async fn fetch(
    records: &Records,
    (file, id): (Uuid, Uuid),
    form: Form,
    minute: i64,
) -> Result<Result<Piece, CellError>, Refusal> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let (_, facts) = work.dossier_gate(OWN_CONTROLLER, file, id).await.expect("a gate");
    let grant: Grant<ShareForPanel> = work.grant(&medical(), facts)?;
    Ok(work.fetch_dossier(&grant, id, form).await)
}

/// A draft of an agreed, judged file.
async fn draft(records: &Records) -> (Uuid, Uuid, Uuid) {
    let (_, file) = own(records, "1990-01-02".parse().ok()).await;
    let consent = agree(records, file, Purpose::Panel, Towards::Everybody, 2).await;
    write_entries(records, file, vec![allergy("latex")], 2).await;
    judged(records, file, 3).await;
    let id = begin::<ShareForPanel>(records, &medical(), file, None, 4).await.expect("agreed");
    (file, id.expect("begun"), consent)
}

#[tokio::test]
async fn a_document_of_the_file_goes_as_it_was_approved_and_closes_with_the_agreement() {
    for engine in both().await {
        let records = engine.records().await;
        let (file, id, consent) = draft(&records).await;
        let picture = add(&records, file, 5, &document(DocumentKind::Imaging, false)).await;
        write(&records, (file, id), 1, &enclosing(&[picture]), 6).await.expect("chosen");

        let mut work = records.begin(at(7)).await.expect("begun");
        let (_, facts) = work.dossier_gate(OWN_CONTROLLER, file, id).await.expect("a gate");
        let grant: Grant<ShareForPanel> = work.grant(&medical(), facts).expect("agreed");
        let (outline, material) = work.read_dossier(&grant, id).await.expect("read");
        assert_eq!(outline.uid_key.len(), 32, "{}: identifiers are made anew with a secret", engine.name);
        let there = material.chosen[0].found.as_ref().expect("in the file");
        assert_eq!((there.0.id, there.1.as_slice()), (picture, &b"%PDF-1.7 Marqueurcontenu"[..]));
        drop(work);

        let without = rendering("a");
        let approving = async |rendered: &Rendering| {
            let mut work = records.begin(at(8)).await?;
            let (_, facts) = work.dossier_gate(OWN_CONTROLLER, file, id).await?;
            let grant: Grant<ShareForPanel> = work.grant(&medical(), facts).expect("agreed");
            work.approve_dossier(&grant, id, 2, &rendered.digest(), rendered).await?;
            work.commit().await?;
            Ok::<(), CellError>(())
        };
        assert_eq!(rule(approving(&without).await), "enclosure-open", "{}", engine.name);
        let with = Rendering { enclosures: vec![leaving(picture)], ..rendering("a") };
        assert_ne!(with.digest(), without.digest(), "what was read holds the file, too");
        let mut other = with.clone();
        other.enclosures[0].bytes.push(0);
        assert_ne!(with.digest(), other.digest());
        approving(&with).await.expect("approved");

        let piece = fetch(&records, (file, id), Form::Enclosure(1), 9).await.expect("agreed").expect("there");
        assert_eq!(piece.bytes, leaving(picture).bytes, "{}", engine.name);
        assert_eq!(piece.media_type, "image/jpeg");
        assert!(piece.name.starts_with("P-") && piece.name.ends_with(".enclosure-1.jpg"), "{}", piece.name);
        for place in [0, 2] {
            let none = fetch(&records, (file, id), Form::Enclosure(place), 9).await.expect("agreed");
            assert!(matches!(none, Err(CellError::Store(StoreError::NotThere))), "{place}: {none:?}");
        }
        withdraw(&records, file, consent, 10).await;
        let closed = fetch(&records, (file, id), Form::Enclosure(1), 11).await;
        assert_eq!(closed.err(), Some(Refusal::NoAgreement), "{}", engine.name);
        for mark in ["Marqueurimage", "Marqueurraison"] {
            assert!(engine.files_with(mark).is_empty(), "{}: {mark} stands in clear", engine.name);
        }
    }
}

#[tokio::test]
async fn what_is_no_document_of_this_file_or_too_much_is_not_enclosed() {
    for engine in both().await {
        let records = engine.records().await;
        let (file, id, _) = draft(&records).await;
        let elsewhere = referrals::file(&records, "Bruno Fictif").await;
        let astray = add(&records, elsewhere, 5, &document(DocumentKind::Imaging, false)).await;
        let agreement = add(&records, file, 5, &document(DocumentKind::Agreement, false)).await;
        let fine = add(&records, file, 5, &document(DocumentKind::Imaging, false)).await;
        let chosen = async |order: &Order| rule(write(&records, (file, id), 1, order, 6).await);
        assert_eq!(chosen(&enclosing(&[astray])).await, "enclosure-gone", "{}", engine.name);
        assert_eq!(chosen(&enclosing(&[agreement])).await, "enclosure-not-this-kind", "{}", engine.name);
        assert_eq!(chosen(&enclosing(&[fine, fine])).await, "enclosure-twice", "{}", engine.name);
        let mut wordless = enclosing(&[fine]);
        wordless.enclosures[0].reason = " ".into();
        assert_eq!(chosen(&wordless).await, "enclosure-reason-missing", "{}", engine.name);
        let mut many = Vec::new();
        for _ in 0..=MOST {
            many.push(add(&records, file, 5, &document(DocumentKind::Imaging, false)).await);
        }
        assert_eq!(chosen(&enclosing(&many)).await, "enclosure-too-many", "{}", engine.name);
        let large = vec![b'x'; usize::try_from(HEAVIEST / 2 + 1).expect("a size")];
        let mut heavy = Vec::new();
        for _ in 0..2 {
            let one = ariane_store::records::care::documents::NewDocument {
                bytes: &large,
                ..document(DocumentKind::Imaging, false)
            };
            heavy.push(add(&records, file, 5, &one).await);
        }
        assert_eq!(chosen(&enclosing(&heavy)).await, "enclosure-too-heavy", "{}", engine.name);
    }
}

#[tokio::test]
async fn what_was_approved_is_neither_written_anew_nor_given_up_and_nothing_begins_after_a_death() {
    for engine in both().await {
        let records = engine.records().await;
        let (file, id, _) = draft(&records).await;
        let rendered = rendering("a");
        approve(&records, &medical(), (file, id), (&rendered.digest(), &rendered), 5)
            .await
            .expect("approved");
        let anew = write(&records, (file, id), 2, &order(), 6).await;
        assert_eq!(rule(anew), "not-possible", "{}: approved is approved", engine.name);
        assert_eq!(rule(give_up(&records, (file, id), 2).await), "not-possible", "{}", engine.name);
        crate::panel_house::dies(&records, file, 7).await;
        let late = begin::<ShareForPanel>(&records, &medical(), file, None, 8).await.expect("agreed");
        assert_eq!(rule(late), "not-possible", "{}", engine.name);
    }
}
