//! A file that a service or a network brought has no enquiry: whoever received something of it is written down all the same, and asked
//! to delete it when the person takes their agreement back. On both engines.

use crate::cell::medical;
use crate::clinical::allergy;
use crate::consents::own;
use crate::dossiers::{agree as agree_for, approve, begin, judged, rendering, seen, withdraw, write_entries};
use crate::engines::both;
use crate::linkage::{HERE, encoded};
use crate::office::{at, grant_all, staff};
use crate::panel_house::{begin as begin_panel, case_of, open, prepare, preparing, sees, validate, words};
use crate::referrals::{agree, file, towards, under_way};
use ariane_domain::access::grant::{Grant, ProtectData, ShareForPanel};
use ariane_domain::account::Role;
use ariane_domain::panel::PanelKind;
use ariane_domain::protection::recipients::{AskedFor, RecipientAnswer, RecipientKind};
use ariane_domain::purpose::Purpose;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::consents::given::Towards;
use ariane_store::records::rights::recipients::Asked;
use ariane_store::records::rights::thread::About;
use uuid::Uuid;

/// What stands in the list of the data protection officer.
async fn asked(records: &Records, minute: i64) -> Vec<Asked> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let officer = staff(2, Role::DataProtectionOfficer);
    let protect: Grant<ProtectData> = grant_all(&work, &officer, "protection");
    let all = work.recipient_requests(&protect).await.expect("listed");
    work.commit().await.expect("kept");
    all
}

/// The number of a file that no enquiry stands behind.
async fn number(records: &Records, id: Uuid) -> About {
    let mut work = records.begin(at(1)).await.expect("begun");
    let facts = work.case_facts(OWN_CONTROLLER, id).await.expect("facts");
    let read = work.grant(&medical(), facts).expect("allowed");
    let case = work.read_case(&read).await.expect("read");
    assert_eq!(case.enquiry, None, "it was brought");
    About::File(case.number)
}

fn one(all: &[Asked], about: About) -> &Asked {
    assert_eq!(all.len(), 1, "one recipient, asked once: {all:?}");
    assert_eq!((all[0].about, all[0].asked_for), (about, AskedFor::Withdrawal));
    assert_eq!(all[0].kind, RecipientKind::Controller);
    &all[0]
}

#[tokio::test]
async fn a_centre_that_received_a_referral_is_in_the_officers_list_and_its_answer_is_kept() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        let about = number(&records, file).await;
        let given = agree(&records, file, towards("crmr-imaginaire"), 2).await;
        under_way(&records, file, "crmr-imaginaire", 1, 3).await;
        assert!(asked(&records, 4).await.is_empty(), "{}: nothing was taken back", engine.name);
        withdraw(&records, file, given, 5).await;
        let mut work = records.begin(at(6)).await.expect("begun");
        assert_eq!(work.take_deletions(OWN_CONTROLLER).await.expect("looked").len(), 1);
        work.commit().await.expect("kept");
        let all = asked(&records, 7).await;
        let id = one(&all, about).id;
        let mut work = records.begin(at(8)).await.expect("begun");
        let officer = staff(2, Role::DataProtectionOfficer);
        let protect: Grant<ProtectData> = grant_all(&work, &officer, "protection");
        let done = work.answer_recipient(&protect, id, 1, RecipientAnswer::Deleted, "").await;
        done.expect("stored").expect("taken");
        work.commit().await.expect("kept");
        assert_eq!(asked(&records, 9).await[0].answer, Some(RecipientAnswer::Deleted), "{}", engine.name);
        let mut work = records.begin(at(10)).await.expect("begun");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        let read = work.grant(&medical(), facts).expect("allowed");
        let thread = work.read_case(&read).await.expect("read").thread;
        let kinds: Vec<_> = thread.iter().map(|knot| (knot.kind.as_str(), knot.detail.as_str())).collect();
        assert!(kinds.contains(&("recipient-asked", "controller")), "{}: {kinds:?}", engine.name);
        assert!(kinds.contains(&("recipient-answered", "deleted")), "{}: {kinds:?}", engine.name);
    }
}

#[tokio::test]
async fn who_fetched_a_dossier_is_asked_once_and_who_did_not_is_not() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        let about = number(&records, file).await;
        let given = agree_for(&records, file, Purpose::Panel, Towards::Everybody, 2).await;
        write_entries(&records, file, vec![allergy("latex")], 3).await;
        judged(&records, file, 4).await;
        let doctor = medical();
        let rendered = rendering("a");
        let mut ids = Vec::new();
        for _ in 0..2 {
            let id = begin::<ShareForPanel>(&records, &doctor, file, None, 5).await.expect("agreed");
            let id = id.expect("begun");
            let read = (rendered.digest(), &rendered);
            approve(&records, &doctor, (file, id), (&read.0, read.1), 6).await.expect("approved");
            ids.push(id);
        }
        seen::<ShareForPanel>(&records, &doctor, (file, ids[0]), 7).await.expect("agreed").expect("fetched");
        withdraw(&records, file, given, 8).await;
        one(&asked(&records, 9).await, about);
    }
}

#[tokio::test]
async fn an_expert_who_read_the_case_is_asked_by_function() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        let about = number(&records, file).await;
        let case = case_of(&records, Uuid::nil(), file).await;
        let panel = open(&records, &case, 20).await;
        sees(&records, panel.expert, 18).await.expect("read");
        withdraw(&records, file, case.consent, 30).await;
        let mut work = records.begin(at(31)).await.expect("begun");
        assert_eq!(work.take_panel_deletions(OWN_CONTROLLER).await.expect("taken").len(), 1);
        work.commit().await.expect("kept");
        let all = asked(&records, 32).await;
        let name = &one(&all, about).recipient;
        assert!(!name.contains("Marqueur"), "{}: no expert's name: {name}", engine.name);
    }
}

#[tokio::test]
async fn a_partner_who_was_handed_an_encoding_is_asked() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        let about = number(&records, file).await;
        let given = agree_for(&records, file, Purpose::Transfer, Towards::Everybody, 2).await;
        assert_eq!(encoded(&records, &HERE, 3).await.persons.len(), 1, "{}", engine.name);
        withdraw(&records, file, given, 4).await;
        assert_eq!(one(&asked(&records, 5).await, about).recipient, HERE.name, "{}", engine.name);
        let elsewhere = engine.files_with(HERE.name);
        assert!(elsewhere.is_empty(), "{}: the partner stands in clear", engine.name);
    }
}

#[tokio::test]
async fn a_file_with_an_enquiry_is_told_of_by_the_number_of_its_enquiry() {
    for engine in both().await {
        let records = engine.records().await;
        let (enquiry, file) = own(&records, "1990-01-02".parse().ok()).await;
        let given = agree(&records, file, towards("crmr-imaginaire"), 2).await;
        under_way(&records, file, "crmr-imaginaire", 1, 3).await;
        withdraw(&records, file, given, 5).await;
        let mut work = records.begin(at(6)).await.expect("begun");
        assert_eq!(work.take_deletions(OWN_CONTROLLER).await.expect("looked").len(), 1);
        let number = work.number_of_enquiry(OWN_CONTROLLER, enquiry).await.expect("a number");
        work.commit().await.expect("kept");
        one(&asked(&records, 7).await, About::Enquiry(number));
    }
}

/// Nobody is written to in CPMS: the officer's list says by its number which case the hub has to withdraw there.
#[tokio::test]
async fn a_case_in_cpms_is_named_by_its_number_to_be_withdrawn_there() {
    for engine in both().await {
        let records = engine.records().await;
        let file = file(&records, "Anne Fictive").await;
        let about = number(&records, file).await;
        let case = case_of(&records, Uuid::nil(), file).await;
        let new = preparing(PanelKind::European, 10, 20);
        let id = begin_panel(&records, &case, &new, 8, 10).await.expect("begun");
        validate(&records, &medical(), id, 12).await.expect("validated");
        let mut work = records.begin(at(13)).await.expect("begun");
        let grant = prepare(&mut work, &crate::panel_house::hub(), id).await.expect("allowed");
        work.open_panel(&grant, &words(Some(2), 71, ""), "2026-0815").await.expect("opened");
        work.commit().await.expect("kept");
        withdraw(&records, file, case.consent, 30).await;
        let mut work = records.begin(at(31)).await.expect("begun");
        assert!(work.take_panel_deletions(OWN_CONTROLLER).await.expect("taken").is_empty(), "no mail");
        work.commit().await.expect("kept");
        assert_eq!(one(&asked(&records, 32).await, about).recipient, "CPMS 2026-0815", "{}", engine.name);
        assert!(engine.files_with("2026-0815").is_empty(), "sealed");
    }
}
