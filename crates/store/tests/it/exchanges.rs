//! Notes of exchanges between professionals (duty D31): who reads them, that nothing asked is forgotten and no wording is lost.

use crate::cell::{accepted, medical, social, write};
use crate::clinical::allergy;
use crate::engines::both;
use crate::office::at;
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{Grant, ListCases, ReadCase};
use ariane_domain::cell::Track;
use ariane_domain::cell::analysis::NoteSharing;
use ariane_domain::cell::exchange::{Advice, Asked, ExchangeWay, Question};
use ariane_domain::cell::open_end::OpenEnd;
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::cell::CellError;
use ariane_store::records::cell::exchanges::Said;
use ariane_store::records::cell::read::Case;
use chrono::{Days, NaiveDate, TimeDelta};
use uuid::Uuid;

fn day() -> NaiveDate {
    at(0).date_naive()
}

fn said(question: &str, advice: Option<&str>) -> Said {
    let of = Asked::Other { words: "Dre Marqueurnom, généticienne".into() };
    Said {
        question: Question { of, way: ExchangeWay::Phone, on: day(), text: question.into() },
        advice: advice.map(|text| Advice { is_given: true, on: day(), text: text.into() }),
    }
}

async fn note(records: &Records, who: &Actor, file: Uuid, sharing: NoteSharing) -> Result<Uuid, CellError> {
    let mut work = records.begin(at(2)).await.expect("begun");
    let grant = write(&mut work, who, file).await;
    let id = work.note_exchange(&grant, Track::Medical, sharing, said("Marqueurquestion", None)).await?;
    work.commit().await.expect("kept");
    Ok(id)
}

async fn change(
    records: &Records,
    who: &Actor,
    (file, id, version): (Uuid, Uuid, i32),
    sharing: Option<NoteSharing>,
    new: Said,
) -> Result<(), CellError> {
    let mut work = records.begin(at(3)).await.expect("begun");
    let grant = write(&mut work, who, file).await;
    work.change_exchange(&grant, id, version, sharing, new).await?;
    work.commit().await.expect("kept");
    Ok(())
}

async fn read(records: &Records, who: &Actor, file: Uuid) -> Case {
    let mut work = records.begin(at(9)).await.expect("begun");
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    let grant: Grant<ReadCase> = work.grant(who, facts).expect("allowed");
    let case = work.read_case(&grant).await.expect("read");
    work.commit().await.expect("kept");
    case
}

/// What waits for an answer `days` after it was asked, as somebody sees it.
async fn waiting(records: &Records, who: &Actor, days: u64) -> Vec<String> {
    let then = at(0) + TimeDelta::days(days as i64);
    let mut work = records.begin(then).await.expect("begun");
    let grant: Grant<ListCases> = crate::office::grant_all(&work, who, "board");
    let today = day().checked_add_days(Days::new(days)).expect("a day");
    let open = work.open_ends(&grant, false, today).await.expect("listed");
    work.commit().await.expect("kept");
    open.into_iter().filter(|one| one.end == OpenEnd::AdviceMissing).map(|one| one.text).collect()
}

#[tokio::test]
async fn a_note_of_one_track_is_not_even_counted_in_the_other() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Fictive").await;
        let refused = note(&records, &social(), file, NoteSharing::BothTracks).await;
        assert!(matches!(refused, Err(CellError::Rule("not-your-track"))), "{}: {refused:?}", engine.name);
        let id = note(&records, &medical(), file, NoteSharing::OwnTrack).await.expect("written");
        let hidden = read(&records, &social(), file).await;
        assert!(hidden.exchanges.is_empty() && hidden.thread.iter().all(|knot| knot.kind != "exchange"));
        assert!(waiting(&records, &social(), 30).await.is_empty(), "{}", engine.name);
        assert_eq!(waiting(&records, &medical(), 30).await, ["Marqueurquestion"], "{}", engine.name);
        let answered = said("Marqueurquestion", Some("Marqueuravis"));
        let forged = change(&records, &social(), (file, id, 1), None, answered.clone()).await;
        assert!(matches!(forged, Err(CellError::Store(StoreError::NotThere))), "{forged:?}");
        let shared = Some(NoteSharing::BothTracks);
        change(&records, &medical(), (file, id, 1), shared, answered).await.expect("shared");
        let seen = read(&records, &social(), file).await;
        assert_eq!(seen.exchanges.len(), 1, "{}", engine.name);
        assert!(seen.thread.iter().any(|knot| knot.kind == "exchange" && knot.detail == "advised"));
        for word in ["Marqueurquestion", "Marqueuravis", "Marqueurnom"] {
            assert!(engine.files_with(word).is_empty(), "{}: {word} stands in clear", engine.name);
        }
    }
}

#[tokio::test]
async fn what_was_asked_waits_until_it_is_answered_and_no_wording_is_lost() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Fictive").await;
        let id = note(&records, &medical(), file, NoteSharing::BothTracks).await.expect("written");
        assert!(waiting(&records, &social(), 13).await.is_empty(), "{}: too early", engine.name);
        assert_eq!(waiting(&records, &social(), 14).await.len(), 1, "{}", engine.name);
        // The other track writes the advice down, and does not take the note to themselves.
        let own = Some(NoteSharing::OwnTrack);
        let answered = said("Marqueurquestion", Some("Faire l’exome"));
        change(&records, &social(), (file, id, 1), own, answered.clone()).await.expect("answered");
        assert!(waiting(&records, &social(), 14).await.is_empty(), "{}", engine.name);
        let stale = change(&records, &medical(), (file, id, 1), None, said("Autre", None)).await;
        assert!(matches!(stale, Err(CellError::Store(StoreError::Conflict))), "{stale:?}");
        let mut corrected = answered.clone();
        corrected.question.text = "Quel test ?".into();
        change(&records, &medical(), (file, id, 2), None, corrected.clone()).await.expect("corrected");
        let case = read(&records, &medical(), file).await;
        let kept = &case.exchanges[0];
        assert_eq!((kept.sharing, &kept.said), (NoteSharing::BothTracks, &corrected), "{}", engine.name);
        let before: Vec<&Said> = kept.earlier.iter().map(|was| &was.said).collect();
        assert_eq!(before, [&answered, &said("Marqueurquestion", None)], "{}", engine.name);
        assert_ne!(kept.earlier[0].author, kept.earlier[1].author, "each wording names who wrote it");
    }
}

#[tokio::test]
async fn a_corrected_clinical_entry_keeps_what_it_said() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        work.add_entries(&grant, vec![allergy("latex")]).await.expect("written");
        work.commit().await.expect("kept");
        let id = read(&records, &medical(), file).await.care.clinical[0].kept.id;
        for (version, text) in [(1, "latex naturel"), (2, "latex naturel")] {
            let mut work = records.begin(at(3)).await.expect("begun");
            let grant = write(&mut work, &medical(), file).await;
            work.change_entry(&grant, id, version, allergy(text)).await.expect("corrected");
            work.commit().await.expect("kept");
        }
        let kept = read(&records, &medical(), file).await.care.clinical.remove(0);
        let before: Vec<_> = kept.earlier.iter().map(|was| &was.entry).collect();
        assert_eq!(before, [&allergy("latex")], "{}: the same words again are no correction", engine.name);
    }
}
