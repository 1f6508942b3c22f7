//! A backup that restores, and a person who was erased and stays so.

use crate::program::{ariane, stderr, stdout};
use ariane_domain::access::grant::{Grant, ReadEnquiry, UseOwnRights, WriteToInfoline};
use ariane_domain::access::{Actor, Facts, Proof, Staff};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{DisorderStatus, EntryMode, ReferralSource, RequesterKind, Urgency};
use ariane_domain::protection::erasure::Delay;
use ariane_knowledge::starter::purposes;
use ariane_privacy::master::MasterKey;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::keys::KeyStore;
use ariane_store::records::Records;
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, NewEnquiry};
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_store::{Store, StoreError};
use chrono::{DateTime, Utc};
use std::path::Path;
use std::process::Output;
use uuid::Uuid;

fn said(output: &Output) -> String {
    format!("{}{}", stdout(output), stderr(output))
}

#[test]
fn nothing_is_backed_up_where_there_is_no_key_store_and_nothing_is_written_over() {
    let scratch = tempfile::tempdir().expect("a directory");
    let data = scratch.path().join("data");
    std::fs::create_dir_all(&data).expect("made");
    let copies = scratch.path().join("copies");
    let refused = ariane(&data, &["backup", &copies.display().to_string()], "");
    assert!(!refused.status.success() && said(&refused).contains("key store"), "{}", said(&refused));

    let manifest = scratch.path().join("m.json");
    std::fs::write(&manifest, "{}").expect("written");
    let refused = ariane(&data, &["restore", &manifest.display().to_string()], "");
    assert!(!refused.status.success() && said(&refused).contains("manifest"), "{}", said(&refused));

    let text = r#"{"made_at":"2026-11-01T00:00:00Z","records":{"file":"records/a.sqlite","sha256":"00"},
        "keys":{"file":"keys/a.sqlite","sha256":"00"}}"#;
    std::fs::write(&manifest, text).expect("written");
    let restored = ariane(&data, &["restore", &manifest.display().to_string()], "");
    let words = said(&restored);
    assert!(
        !restored.status.success() && (words.contains("exists") || words.contains("not there")),
        "{words}"
    );
}

#[test]
fn postgresql_is_backed_up_by_its_own_tools() {
    let scratch = tempfile::tempdir().expect("a directory");
    let refused = ariane(scratch.path(), &["backup", "x", "--database", "postgres://localhost/none"], "");
    assert!(!refused.status.success() && said(&refused).contains("pg_dump"), "{}", said(&refused));
}

fn now() -> DateTime<Utc> {
    "2026-11-23T10:00:00Z".parse().expect("a time")
}

/// Records as the server opens them.
async fn open(data: &Path) -> Records {
    let folder = data.join("keys");
    std::fs::create_dir_all(&folder).expect("made");
    let url = |path: &Path| format!("sqlite://{}?mode=rwc", path.display());
    let master = MasterKey::load(&folder.join("master.key"), true).expect("a master key");
    let (address, journal) = (url(&folder.join("keys.sqlite")), data.join("erasures.log"));
    let keys = KeyStore::open(&address, master, &journal).await.expect("a key store");
    let store = Store::connect(&url(&data.join("ariane.sqlite"))).await.expect("a store");
    Records::new(store, keys, purposes::register(), "352")
}

async fn close(records: Records) {
    records.keys().clone().close().await.expect("closed");
    records.store().clone().close().await.expect("closed");
}

async fn write(records: &Records, name: &str) -> Uuid {
    let mut work = records.begin(now()).await.expect("begun");
    let grant: Grant<WriteToInfoline> =
        work.grant(&Actor::Anyone, Facts::of_all(OWN_CONTROLLER, "enquiry")).expect("anyone may");
    let new = NewEnquiry {
        codes: EnquiryCodes {
            mode: EntryMode::Web,
            requester_kind: RequesterKind::PersonConcerned,
            referral_source: ReferralSource::Unknown,
            disorder_status: DisorderStatus::Unknown,
            person: PersonCodes::default(),
            needs: Vec::new(),
            is_interpreted: false,
            duration_seconds: None,
            network: String::new(),
        },
        texts: EnquiryTexts { summary: name.into(), ..EnquiryTexts::default() },
        form_version: 1,
        requester: Identity { name: name.into(), ..Identity::default() },
        known_requester: None,
        concerned: None,
        urgency: Urgency::None,
        received_at: now(),
        due_at: now(),
        once: None,
        message: None,
        choices: Vec::new(),
    };
    let logged = work.log_enquiry(&grant, &new).await.expect("logged");
    work.commit().await.expect("kept");
    logged.id
}

async fn read(records: &Records, enquiry: Uuid) -> Result<String, StoreError> {
    let listener = Actor::Staff(Staff {
        account: Uuid::from_u128(7),
        controller: OWN_CONTROLLER,
        roles: vec![Role::Listener],
        is_full: true,
        stepped_up_at: None,
    });
    let mut work = records.begin(now()).await.expect("begun");
    let facts = work.enquiry_facts(OWN_CONTROLLER, enquiry).await?;
    let grant: Grant<ReadEnquiry> = work.grant(&listener, facts).expect("allowed");
    Ok(work.read_enquiry(&grant).await?.requester.identity.name)
}

async fn erase(records: &Records, enquiry: Uuid) {
    let mut work = records.begin(now()).await.expect("begun");
    let facts = work.enquiry_facts(OWN_CONTROLLER, enquiry).await.expect("facts");
    let holder = Actor::LinkHolder { enquiry, proof: Proof::SecondChannel };
    let grant: Grant<UseOwnRights> = work.grant(&holder, facts).expect("allowed");
    work.ask_erasure(&grant, Delay(0)).await.expect("asked");
    work.commit().await.expect("kept");
    for due in records.due_erasures(now()).await.expect("looked") {
        records.carry_out(&due, now()).await.expect("erased");
    }
}

#[tokio::test]
async fn a_restored_backup_gives_back_everybody_but_who_was_erased_since() {
    let scratch = tempfile::tempdir().expect("a directory");
    let (data, copies) = (scratch.path().join("data"), scratch.path().join("copies"));
    std::fs::create_dir_all(&data).expect("made");
    let records = open(&data).await;
    let (erased, stays) =
        (write(&records, "Personne Effacée").await, write(&records, "Personne Gardée").await);
    close(records).await;
    let target = copies.display().to_string();
    let made = ariane(&data, &["backup", &target], "");
    assert!(made.status.success(), "{}", said(&made));
    let records = open(&data).await;
    erase(&records, erased).await;
    close(records).await;
    assert!(ariane(&data, &["audit", "head"], "").status.success());

    let manifest = std::fs::read_dir(&copies)
        .expect("listed")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|e| e == "json"))
        .expect("a manifest")
        .display()
        .to_string();
    let refused = ariane(&data, &["restore", &manifest], "");
    assert!(!refused.status.success() && said(&refused).contains("nothing is written over"));
    for file in ["ariane.sqlite", "keys/keys.sqlite"] {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(data.join(format!("{file}{end}")));
        }
    }
    let restored = ariane(&data, &["restore", &manifest], "");
    assert!(restored.status.success() && said(&restored).contains("replayed"), "{}", said(&restored));
    let records = open(&data).await;
    assert_eq!(read(&records, stays).await.expect("readable"), "Personne Gardée");
    assert!(matches!(read(&records, erased).await, Err(StoreError::Erased)));
    close(records).await;
    let verified = ariane(&data, &["audit", "verify"], "");
    assert!(!verified.status.success() && said(&verified).contains("cut off"), "{}", said(&verified));

    std::fs::write(copies.join("keys").join("x"), "").expect("written");
    let changed =
        std::fs::read_dir(copies.join("records")).expect("listed").next().expect("one").expect("read");
    std::fs::write(changed.path(), "changed").expect("written");
    for file in ["ariane.sqlite", "keys/keys.sqlite"] {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(data.join(format!("{file}{end}")));
        }
    }
    let refused = ariane(&data, &["restore", &manifest], "");
    assert!(!refused.status.success() && said(&refused).contains("not as it was"), "{}", said(&refused));
}
