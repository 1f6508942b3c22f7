//! Persons: found without being read, linked without loss, erased for good.

use crate::engines::both;
use crate::office::{answer_grant, at, enquiry, grant_all, listener, log, person, read, staff};
use ariane_domain::access::Facts;
use ariane_domain::access::grant::{Erase, Grant, LogEnquiry, MergePersons, ReadEnquiry};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{Change, EntryMode};
use ariane_privacy::master::MasterKey;
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::persons::Identity;
use uuid::Uuid;

async fn candidates(records: &Records, identity: &Identity) -> Vec<String> {
    let mut work = records.begin(at(5)).await.unwrap();
    let grant: Grant<LogEnquiry> = grant_all(&work, &listener(), "enquiry");
    let found = work.person_candidates(&grant, identity).await.unwrap();
    let mut names: Vec<String> = found.into_iter().map(|p| p.identity.name).collect();
    names.sort();
    names
}

#[tokio::test]
async fn somebody_on_record_is_found_by_name_sound_mail_and_phone() {
    for engine in both().await {
        let records = engine.records().await;
        let mut known = enquiry("Anne Schmit", 0);
        known.requester.phone = "691 000 111".into();
        log(&records, &known).await;
        log(&records, &enquiry("Bruno Fictif", 1)).await;
        let name = |name: &str| Identity { name: name.into(), ..Identity::default() };
        assert_eq!(candidates(&records, &name("SCHMIT anne")).await, ["Anne Schmit"], "{}", engine.name);
        assert_eq!(candidates(&records, &name("A. Schmitt")).await, ["Anne Schmit"]);
        assert_eq!(candidates(&records, &name("Claude Inconnu")).await, Vec::<String>::new());
        let phone = Identity { phone: "+352 691 000 111".into(), ..Identity::default() };
        assert_eq!(candidates(&records, &phone).await, ["Anne Schmit"]);
        let mail = Identity { mail: "Bruno.Fictif@Example.org".into(), ..Identity::default() };
        assert_eq!(candidates(&records, &mail).await, ["Bruno Fictif"]);
        assert_eq!(candidates(&records, &Identity::default()).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn who_was_anonymous_is_identified_later_and_then_found() {
    for engine in both().await {
        let records = engine.records().await;
        let mut new = enquiry("", 0);
        new.requester = Identity::default();
        let logged = log(&records, &new).await;
        let found = read(&records, logged.id).await;
        assert!(found.is_anonymous, "{}", engine.name);
        let mut work = records.begin(at(1)).await.unwrap();
        let grant = answer_grant(&mut work, logged.id).await;
        let who = found.requester.id;
        work.change_person(&grant, who, 1, &person("Anne Fictive")).await.unwrap();
        let stranger = work.change_person(&grant, Uuid::from_u128(9), 1, &person("X")).await;
        assert!(matches!(stranger, Err(StoreError::NotThere)));
        let late = work.change_person(&grant, who, 1, &person("Y")).await;
        assert!(matches!(late, Err(StoreError::Conflict)));
        work.commit().await.unwrap();
        assert_eq!(candidates(&records, &person("Anne Fictive")).await, ["Anne Fictive"]);
    }
}

#[tokio::test]
async fn linked_records_part_again_without_loss() {
    for engine in both().await {
        let records = engine.records().await;
        let mut ids = Vec::new();
        for (minute, name) in ["Anne Fictive", "A. Fictive", "Anna Fictive"].into_iter().enumerate() {
            let logged = log(&records, &enquiry(name, minute as i64)).await;
            ids.push(read(&records, logged.id).await.requester.id);
        }
        let mut work = records.begin(at(9)).await.unwrap();
        let grant: Grant<MergePersons> = grant_all(&work, &listener(), "person");
        work.link_persons(&grant, ids[0], ids[1]).await.unwrap();
        work.link_persons(&grant, ids[2], ids[1]).await.unwrap();
        let circle = work.link_persons(&grant, ids[1], ids[0]).await;
        assert!(matches!(circle, Err(StoreError::NotPossible)), "{} {circle:?}", engine.name);
        work.part_persons(&grant, ids[1]).await.unwrap();
        let twice = work.part_persons(&grant, ids[1]).await;
        assert!(matches!(twice, Err(StoreError::NotPossible)));
        let nobody = work.link_persons(&grant, ids[0], Uuid::from_u128(9)).await;
        assert!(matches!(nobody, Err(StoreError::NotThere)));
        work.commit().await.unwrap();
    }
}

async fn erase(records: &Records, person: Uuid) {
    let mut work = records.begin(at(10)).await.unwrap();
    let grant: Grant<Erase> = work
        .grant(&staff(7, Role::DataProtectionOfficer), Facts::of(OWN_CONTROLLER, "person", person))
        .unwrap();
    work.erase_person(&grant, person).await.unwrap();
    work.commit().await.unwrap();
}

#[tokio::test]
async fn who_was_erased_is_found_by_nobody_and_read_by_nobody() {
    for engine in both().await {
        let records = engine.records().await;
        let logged = log(&records, &enquiry("Anne Fictive", 0)).await;
        let who = read(&records, logged.id).await.requester.id;
        let mut work = records.begin(at(1)).await.unwrap();
        let grant = answer_grant(&mut work, logged.id).await;
        work.change_enquiry(&grant, 1, Change::Take).await.unwrap();
        let mail = Outgoing { to: "anne.fictive@example.org".into(), ..Outgoing::default() };
        work.reply(&grant, 2, EntryMode::Mail, "Voici", Some(&mail)).await.unwrap();
        work.commit().await.unwrap();

        erase(&records, who).await;
        assert_eq!(
            candidates(&records, &person("Anne Fictive")).await,
            Vec::<String>::new(),
            "{}",
            engine.name
        );
        let mut work = records.begin(at(21)).await.unwrap();
        let grant: Grant<ReadEnquiry> = crate::office::grant(&mut work, &listener(), logged.id).await;
        assert!(matches!(work.read_enquiry(&grant).await, Err(StoreError::Erased)));
        drop(work);
        assert!(records.lease_outgoing(at(22)).await.unwrap().is_none(), "nothing is sent to who was erased");
        assert_eq!(records.outbox_state().await.unwrap().given_up, 1);
        let report = records.store().verify_audit(&[], "").await.unwrap();
        assert!(report.faults.is_empty(), "the chain survives erasure: {:?}", report.faults);
    }
}

#[tokio::test]
async fn a_key_store_from_an_old_backup_forgets_the_erased_again() {
    let engine = both().await.remove(0);
    let records = engine.records().await;
    let logged = log(&records, &enquiry("Anne Fictive", 0)).await;
    let stays = log(&records, &enquiry("Bruno Fictif", 1)).await;
    let who = read(&records, logged.id).await.requester.id;
    let backup = engine.folder.join("keys-backup.sqlite");
    records.keys().copy_to(&backup).await.unwrap();
    erase(&records, who).await;

    let url = format!("sqlite://{}?mode=rw", backup.display());
    let restored = KeyStore::open(&url, records.keys().master().clone(), &engine.folder.join("erasures.log"))
        .await
        .unwrap();
    assert!(restored.find(&[who]).await.unwrap().is_empty());
    assert_eq!(restored.count().await.unwrap(), 1);
    drop(restored);
    assert_eq!(read(&records, stays.id).await.requester.identity.name, "Bruno Fictif");

    let other = KeyStore::open(engine.keys_url(), MasterKey::random().unwrap(), &engine.folder.join("x.log"))
        .await
        .unwrap();
    let stranger = read_requester(&stays.id, &records).await;
    assert!(
        matches!(other.find(&[stranger]).await, Err(StoreError::Sealed)),
        "another master key opens nothing"
    );
}

async fn read_requester(id: &Uuid, records: &Records) -> Uuid {
    read(records, *id).await.requester.id
}
