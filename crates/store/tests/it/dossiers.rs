//! Dossiers in the store, on both engines: nothing is prepared, read or fetched for a purpose without an agreement that counts at that
//! moment; what leaves is what a clinician approved.

use crate::cell::{medical, social, write};
use crate::clinical::{allergy, variant};
use crate::consents::{as_person, own};
use crate::engines::both;
use crate::office::{at, staff};
use ariane_domain::access::grant::{
    Grant, ReadCase, Share, ShareForPanel, ShareForResearch, ShareForTransfer,
};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::told::{Delicate, Told};
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::entry::Problem;
use ariane_domain::consent::{GivenBy, Means, Parents};
use ariane_domain::dossier::DossierState;
use ariane_domain::dossier::approval::{Order, Recipient};
use ariane_domain::purpose::Purpose;
use ariane_domain::reidentification::generalise::{Bound, judge};
use ariane_domain::reidentification::margins::Margins;
use ariane_domain::reidentification::shown::{Person, Shown};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::cell::CellError;
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::dossier::release::{Form, Rendering};
use chrono::TimeDelta;
use uuid::Uuid;

const DAY: i64 = 24 * 60;

pub fn order() -> Order {
    Order {
        recipient: Recipient { name: "Panel Marqueurpanel".into(), ..Recipient::default() },
        question: "Marqueurquestion ?".into(),
        language: "en".into(),
        ..Order::default()
    }
}

pub fn rendering(text: &str) -> Rendering {
    Rendering {
        phenopacket: format!("{{\"Marqueurrendu\":\"{text}\"}}"),
        fhir: "{}".into(),
        pdf: b"%PDF-1".to_vec(),
        matchmaker: String::new(),
        common_data: String::new(),
        enclosures: Vec::new(),
    }
}

pub async fn agree(records: &Records, file: Uuid, purpose: Purpose, towards: Towards, minute: i64) -> Uuid {
    agree_by(records, file, purpose, towards, minute, (GivenBy::Person, None)).await
}

pub async fn agree_by(
    records: &Records,
    file: Uuid,
    purpose: Purpose,
    towards: Towards,
    minute: i64,
    (by, parents): (GivenBy, Option<Parents>),
) -> Uuid {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    let from = at(minute).date_naive();
    let signed = Signed { by, parents, from, until: from + TimeDelta::days(300) };
    let new = NewConsent { purpose, towards, signed: Some(signed), text: String::new() };
    let id = work.take_consent(&grant, &new, from).await.expect("taken");
    work.commit().await.expect("kept");
    id
}

pub async fn withdraw(records: &Records, file: Uuid, id: Uuid, minute: i64) {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    work.withdraw_consent(&grant, id, 1, Means::Spoken).await.expect("withdrawn");
    work.commit().await.expect("kept");
}

pub async fn write_entries(records: &Records, file: Uuid, entries: Vec<Entry>, minute: i64) {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    work.add_entries(&grant, entries).await.expect("written");
    work.commit().await.expect("kept");
}

pub async fn judged(records: &Records, file: Uuid, minute: i64) {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    let person = Person::default();
    let judgement = judge(&person, &Shown::EXACT, &Margins::default(), &Bound::default());
    work.record_sharing(&grant, (&judgement, &person, &Shown::EXACT), "", "décidé").await.expect("judged");
    work.commit().await.expect("kept");
}

pub async fn begin<A: Share>(
    records: &Records,
    who: &Actor,
    file: Uuid,
    towards: Option<Uuid>,
    minute: i64,
) -> Result<Result<Uuid, CellError>, Refusal> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.dossier_facts(OWN_CONTROLLER, file, towards).await.expect("facts");
    let grant: Grant<A> = work.grant(who, facts)?;
    let begun = work.begin_dossier(&grant, towards, &order()).await;
    if begun.is_ok() {
        work.commit().await.expect("kept");
    }
    Ok(begun)
}

/// What somebody may do with a dossier at a moment: read it, and fetch it.
pub async fn seen<A: Share>(
    records: &Records,
    who: &Actor,
    (file, id): (Uuid, Uuid),
    minute: i64,
) -> Result<Result<Vec<u8>, CellError>, Refusal> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let (_, facts) = work.dossier_gate(OWN_CONTROLLER, file, id).await.expect("a gate");
    let grant: Grant<A> = work.grant(who, facts)?;
    if let Err(error) = work.read_dossier(&grant, id).await {
        return Ok(Err(error.into()));
    }
    let fetched = work.fetch_dossier(&grant, id, Form::Phenopacket).await.map(|piece| piece.bytes);
    if fetched.is_ok() {
        work.commit().await.expect("kept");
    }
    Ok(fetched)
}

pub async fn approve(
    records: &Records,
    who: &Actor,
    (file, id): (Uuid, Uuid),
    (read, rendering): (&str, &Rendering),
    minute: i64,
) -> Result<(), CellError> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let (_, facts) = work.dossier_gate(OWN_CONTROLLER, file, id).await.expect("a gate");
    let grant: Grant<ShareForPanel> = work.grant(who, facts).expect("allowed");
    work.approve_dossier(&grant, id, 1, read, rendering).await?;
    work.commit().await.expect("kept");
    Ok(())
}

#[tokio::test]
async fn without_an_agreement_for_its_purpose_nothing_is_prepared_read_or_fetched() {
    for engine in both().await {
        let records = engine.records().await;
        let (_, file) = own(&records, "1990-01-02".parse().ok()).await;
        write_entries(&records, file, vec![allergy("latex")], 2).await;
        let refused = Err(Refusal::NoAgreement);
        let doctor = medical();
        assert_eq!(begin::<ShareForPanel>(&records, &doctor, file, None, 3).await.map(|_| ()), refused);
        assert_eq!(begin::<ShareForResearch>(&records, &doctor, file, None, 3).await.map(|_| ()), refused);
        assert_eq!(begin::<ShareForTransfer>(&records, &doctor, file, None, 3).await.map(|_| ()), refused);
        let consent = agree(&records, file, Purpose::Panel, Towards::Everybody, 4).await;
        assert_eq!(
            begin::<ShareForResearch>(&records, &doctor, file, None, 5).await.map(|_| ()),
            refused,
            "{}: another purpose's agreement is none",
            engine.name
        );
        let id =
            begin::<ShareForPanel>(&records, &doctor, file, None, 5).await.expect("agreed").expect("begun");
        for who in [staff(1, Role::Listener), staff(2, Role::RcpParticipant), staff(3, Role::HubCoordinator)]
        {
            let mut work = records.begin(at(6)).await.expect("begun");
            let (_, facts) = work.dossier_gate(OWN_CONTROLLER, file, id).await.expect("a gate");
            assert!(work.grant::<ShareForPanel>(&who, facts).is_err(), "{who:?}");
        }
        judged(&records, file, 7).await;
        let rendered = rendering("a");
        approve(&records, &doctor, (file, id), (&rendered.digest(), &rendered), 8).await.expect("approved");
        assert!(seen::<ShareForPanel>(&records, &social(), (file, id), 9).await.expect("agreed").is_ok());
        // A grant of another purpose does not open it, whatever that person agreed to.
        agree(&records, file, Purpose::Research, Towards::Everybody, 10).await;
        let astray = seen::<ShareForResearch>(&records, &doctor, (file, id), 11).await.expect("agreed");
        assert!(matches!(astray, Err(CellError::Store(StoreError::NotThere))), "{astray:?}");

        withdraw(&records, file, consent, 12).await;
        let closed = seen::<ShareForPanel>(&records, &doctor, (file, id), 13).await;
        assert_eq!(closed.map(|_| ()), refused, "{}: taken back, it closes at once", engine.name);
        // An agreement towards somebody who is named opens nothing to others.
        let named = Towards::Recipient(Uuid::from_u128(77), "Autre".into());
        agree(&records, file, Purpose::Panel, named, 14).await;
        assert_eq!(begin::<ShareForPanel>(&records, &doctor, file, None, 15).await.map(|_| ()), refused);
        let to = Some(Uuid::from_u128(77));
        assert!(begin::<ShareForPanel>(&records, &doctor, file, to, 15).await.expect("agreed").is_ok());
    }
}

#[tokio::test]
async fn what_leaves_is_what_a_clinician_read_and_approved() {
    for engine in both().await {
        let records = engine.records().await;
        let (enquiry, file) = own(&records, "1990-01-02".parse().ok()).await;
        let doctor = medical();
        agree(&records, file, Purpose::Panel, Towards::Everybody, 2).await;
        let empty = begin::<ShareForPanel>(&records, &doctor, file, None, 3).await.expect("agreed");
        assert!(matches!(empty, Err(CellError::Rule("dossier-empty"))), "{empty:?}");
        write_entries(&records, file, vec![allergy("latex")], 4).await;
        let id =
            begin::<ShareForPanel>(&records, &social(), file, None, 5).await.expect("agreed").expect("begun");
        let ids = (file, id);
        let unapproved = seen::<ShareForPanel>(&records, &doctor, ids, 6).await.expect("agreed");
        assert!(matches!(unapproved, Err(CellError::Rule("dossier-not-approved"))), "{unapproved:?}");
        let (read, other) = (rendering("lu"), rendering("autre"));
        let digest = read.digest();
        let unjudged = approve(&records, &doctor, ids, (&digest, &read), 7).await;
        assert!(matches!(unjudged, Err(CellError::Rule("dossier-not-judged"))), "{unjudged:?}");
        judged(&records, file, 8).await;
        let social_says = approve(&records, &social(), ids, (&digest, &read), 9).await;
        assert!(matches!(social_says, Err(CellError::Rule("clinician-decides"))), "{social_says:?}");
        let changed = approve(&records, &doctor, ids, (&digest, &other), 9).await;
        assert!(matches!(changed, Err(CellError::Rule("not-what-was-read"))), "{changed:?}");
        approve(&records, &doctor, ids, (&digest, &read), 10).await.expect("approved");
        let twice = approve(&records, &doctor, ids, (&digest, &read), 11).await;
        assert!(twice.is_err(), "approved once");
        write_entries(&records, file, vec![variant("NM_000280.4:c.718C>T")], 12).await;
        let fetched =
            seen::<ShareForPanel>(&records, &doctor, ids, 13).await.expect("agreed").expect("fetched");
        assert_eq!(fetched, read.phenopacket.as_bytes(), "{}: as approved", engine.name);
        let late = seen::<ShareForPanel>(&records, &doctor, ids, 10 + 30 * DAY).await.expect("agreed");
        assert!(matches!(late, Err(CellError::Rule("dossier-too-old"))), "{late:?}");

        let mut work = records.begin(at(14)).await.expect("begun");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        let read_case: Grant<ReadCase> = work.grant(&doctor, facts).expect("allowed");
        let (all, open) = work.dossiers_of_case(&read_case).await.expect("listed");
        assert_eq!(
            (all.len(), all[0].state, all[0].digest.as_str()),
            (1, DossierState::Approved, digest.as_str())
        );
        assert!(open.contains(&(Purpose::Panel, true)) && open.contains(&(Purpose::Research, false)));
        let person = as_person(&mut work, enquiry).await;
        let log = work.own_access_log(&person, 100).await.expect("a log");
        assert!(log.iter().any(|entry| entry.action == "share-for-panel" && entry.purpose == "panel"));
        let copy = work.whole_copy(&person).await.expect("a copy");
        let told = format!("{copy:?}");
        assert!(told.contains("Marqueurpanel") && !told.contains("Marqueurquestion"), "to whom, not what");
        drop(work);
        for word in ["Marqueurpanel", "Marqueurquestion", "Marqueurrendu"] {
            assert!(engine.files_with(word).is_empty(), "{}: {word} stands in clear", engine.name);
        }
    }
}

#[tokio::test]
async fn who_fetched_is_asked_to_delete_once_the_person_takes_it_back() {
    for engine in both().await {
        let records = engine.records().await;
        let (enquiry, file) = own(&records, "1990-01-02".parse().ok()).await;
        write_entries(&records, file, vec![allergy("latex")], 2).await;
        let consent = agree(&records, file, Purpose::Panel, Towards::Everybody, 3).await;
        judged(&records, file, 4).await;
        let doctor = medical();
        let mut ids = Vec::new();
        for minute in [5, 6] {
            let id = begin::<ShareForPanel>(&records, &doctor, file, None, minute).await.expect("agreed");
            ids.push(id.expect("begun"));
        }
        let rendered = rendering("a");
        for id in &ids {
            approve(&records, &doctor, (file, *id), (&rendered.digest(), &rendered), 7)
                .await
                .expect("approved");
        }
        seen::<ShareForPanel>(&records, &doctor, (file, ids[0]), 8).await.expect("agreed").expect("fetched");
        withdraw(&records, file, consent, 9).await;
        let mut work = records.begin(at(10)).await.expect("begun");
        let person = as_person(&mut work, enquiry).await;
        let asked = work.own_recipients(&person).await.expect("listed");
        let names: Vec<&str> = asked.iter().map(|one| one.recipient.as_str()).collect();
        assert_eq!(names, ["Panel Marqueurpanel"], "{}: only what was fetched left", engine.name);
    }
}

#[tokio::test]
async fn a_person_takes_along_what_was_explained_and_a_card_knows_its_successor() {
    for engine in both().await {
        let records = engine.records().await;
        let (enquiry, file) = own(&records, "1990-01-02".parse().ok()).await;
        let problem = Entry::Problem(Problem { text: "asthme".into(), ..Problem::default() });
        let mother = crate::clinical::relative(ariane_domain::clinical::kinship::Kinship::Mother, None);
        let entries = vec![allergy("latex"), problem.clone(), variant("NM_000280.4:c.718C>T"), mother];
        write_entries(&records, file, entries, 2).await;
        let take = async |minute: i64| {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let person = as_person(&mut work, enquiry).await;
            let found = work.own_capsule(&person, "Infoline fictive").await.expect("read").expect("theirs");
            work.commit().await.expect("kept");
            found
        };
        let first = take(3).await;
        assert_eq!((first.capsule.entries.as_slice(), first.kept_back), (&[allergy("latex")][..], 2));
        let mut work = records.begin(at(4)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        let told = Told::Explained { by: Uuid::nil(), at: at(4) };
        work.note_told(&grant, Delicate::Candidate, told, "Dre Imaginaire").await.expect("told");
        work.commit().await.expect("kept");
        let second = take(5).await;
        assert_eq!(
            second.capsule.entries,
            [allergy("latex"), problem],
            "{}: no gene, no mother",
            engine.name
        );

        let card = async |minute: i64| {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let person = as_person(&mut work, enquiry).await;
            let card = work.own_card(&person, "Infoline fictive").await.expect("made").expect("theirs");
            work.commit().await.expect("kept");
            card
        };
        let (older, newer) = (card(6).await, card(7).await);
        let work = records.begin(at(8)).await.expect("begun");
        let standing = async |code: &str| work.card_standing(code).await.expect("looked");
        assert!(!standing(&older.code).await.expect("known").is_latest);
        assert!(standing(&newer.code.to_lowercase().replace('-', " ")).await.expect("known").is_latest);
        assert_eq!(standing("AAAA-AAAA-AAAA-AAAA").await, None);
        drop(work);
        assert!(engine.files_with(&newer.code).is_empty(), "{}: a code stands in clear", engine.name);
    }
}

#[tokio::test]
async fn a_draft_is_given_up_once_and_by_nobody_without_the_agreement() {
    for engine in both().await {
        let records = engine.records().await;
        let (_, file) = own(&records, "1990-01-02".parse().ok()).await;
        let consent = agree(&records, file, Purpose::Panel, Towards::Everybody, 2).await;
        write_entries(&records, file, vec![allergy("latex")], 2).await;
        let begun = begin::<ShareForPanel>(&records, &medical(), file, None, 3).await;
        let id = begun.expect("agreed").expect("begun");
        let gate = async |work: &mut ariane_store::records::Work<'_>| {
            let (_, facts) = work.dossier_gate(OWN_CONTROLLER, file, id).await.expect("a gate");
            work.grant::<ShareForPanel>(&medical(), facts)
        };
        let mut work = records.begin(at(4)).await.expect("begun");
        let grant = gate(&mut work).await.expect("allowed");
        let stale = work.drop_dossier(&grant, id, 7).await;
        assert!(matches!(stale, Err(CellError::Store(StoreError::Conflict))), "{}: {stale:?}", engine.name);
        work.drop_dossier(&grant, id, 1).await.expect("given up");
        let again = work.drop_dossier(&grant, id, 2).await;
        assert!(matches!(again, Err(CellError::Rule("not-possible"))), "{}: {again:?}", engine.name);
        assert_eq!(work.read_dossier(&grant, id).await.expect("read").0.state, DossierState::Dropped);
        work.commit().await.expect("kept");
        withdraw(&records, file, consent, 5).await;
        let mut work = records.begin(at(6)).await.expect("begun");
        assert_eq!(gate(&mut work).await.map(|_| ()), Err(Refusal::NoAgreement), "{}", engine.name);
    }
}
