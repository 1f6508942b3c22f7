//! A child whom a service or a network brought has no enquiry: who decides for them is kept with the file, and their word counts at every
//! way out of it. On both engines.

use crate::cell::{medical, new_case, social, write};
use crate::engines::both;
use crate::office::{at, grant_all};
use crate::referrals::{begin, new as to_centre, towards};
use ariane_domain::access::Refusal;
use ariane_domain::access::grant::{
    Grant, JoinFamilies, ListCases, ReadCase, SendReferral, ShareForTransfer,
};
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::cell::{Origin, Reality};
use ariane_domain::consent::{GivenBy, Parents};
use ariane_domain::protection::recipients::RecipientKind;
use ariane_domain::purpose::Purpose;
use ariane_domain::representation::{Evidence, Hindrance, RepresentativeKind, RepresentedAct, Said, Scope};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::persons::Identity;
use ariane_store::records::rights::representatives::NewRepresentative;
use ariane_store::records::{Records, Work};
use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

const SHARE: RepresentedAct = RepresentedAct::ShareOutside;
const DAY: i64 = 24 * 60;

fn today() -> NaiveDate {
    at(0).date_naive()
}

/// A followed child without an enquiry, born on a day.
pub async fn child(records: &Records, born: &str) -> Uuid {
    let mut work = records.begin(at(0)).await.expect("begun");
    let send = grant_all(&work, &social(), "case_file");
    let mut case = new_case("Léo Fictif", Origin::Hub, Reality::Real);
    case.identity = Identity { birth_date: born.parse().ok(), ..case.identity };
    let opened = work.receive_case(&send, &case).await.expect("received");
    let grant = write(&mut work, &social(), opened.id).await;
    work.change_case(&grant, 1, FileEvent::Accept, "", today()).await.expect("accepted");
    work.commit().await.expect("kept");
    opened.id
}

fn parent(name: &str) -> NewRepresentative<'_> {
    NewRepresentative {
        kind: RepresentativeKind::Parent,
        scope: Scope::Everything,
        evidence: Evidence::Declared,
        is_sole: false,
        name,
        from: today(),
        until: None,
    }
}

pub async fn two_parents(records: &Records, file: Uuid) -> [Uuid; 2] {
    let mut work = records.begin(at(1)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    let mut all = [Uuid::nil(); 2];
    for (place, name) in all.iter_mut().zip(["Mère Fictive", "Père Fictif"]) {
        *place = work.add_representative(&grant, &parent(name)).await.expect("stored").expect("taken");
    }
    work.commit().await.expect("kept");
    all
}

pub async fn says(records: &Records, file: Uuid, minute: i64, by: Option<Uuid>, said: Said) {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    work.record_opinion(&grant, by, SHARE, said).await.expect("recorded");
    work.commit().await.expect("kept");
}

async fn signs(records: &Records, file: Uuid, minute: i64, purpose: Purpose, parents: Parents) {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &medical(), file).await;
    let by = GivenBy::Representative(RepresentativeKind::Parent);
    let from = at(minute).date_naive();
    let until = from + TimeDelta::days(300);
    let signed = Some(Signed { by, parents: Some(parents), from, until });
    let towards = Towards::Everybody;
    let new = NewConsent { purpose, towards, signed, text: String::new() };
    work.take_consent(&grant, &new, from).await.expect("taken");
    work.commit().await.expect("kept");
}

/// What each way out of a file says: a dossier, and its referral.
async fn ways(records: &Records, file: Uuid, referral: Uuid, minute: i64) -> [Option<Refusal>; 2] {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.dossier_facts(OWN_CONTROLLER, file, None).await.expect("facts");
    let dossier: Result<Grant<ShareForTransfer>, Refusal> = work.grant(&medical(), facts);
    let facts = work.referral_sending_facts(OWN_CONTROLLER, referral).await.expect("facts");
    let referral: Result<Grant<SendReferral>, Refusal> = work.grant(&medical(), facts);
    [dossier.err(), referral.err()]
}

#[tokio::test]
async fn a_childs_file_leaves_once_both_parents_agree_and_stops_when_one_refuses() {
    for engine in both().await {
        let records = engine.records().await;
        let file = child(&records, "2019-05-01").await;
        let sent = begin(&records, file, &to_centre("crmr-imaginaire", 1), 1).await;
        let none = Some(Refusal::NoAgreement);
        assert_eq!(ways(&records, file, sent, 1).await, [none, none], "{}", engine.name);
        let [mother, father] = two_parents(&records, file).await;
        // The paper that both signed is enough: nobody is asked twice.
        signs(&records, file, 2, Purpose::Transfer, Parents::Both).await;
        assert_eq!(ways(&records, file, sent, 3).await, [None, None], "{}", engine.name);
        says(&records, file, 4, Some(father), Said::Refuses).await;
        let stopped = Some(Refusal::Hindered(Hindrance::Disagreement));
        assert_eq!(ways(&records, file, sent, 5).await, [stopped, stopped], "whatever was signed");
        says(&records, file, 6, Some(father), Said::Agrees).await;
        says(&records, file, 6, Some(mother), Said::Agrees).await;
        says(&records, file, 6, None, Said::Agrees).await;
        assert_eq!(ways(&records, file, sent, 7).await, [None, None], "{}", engine.name);
        let mut work = records.begin(at(8)).await.expect("begun");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        let read: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
        let represented = work.represented(&read).await.expect("read");
        assert_eq!((represented.is_minor, represented.hindrances.len()), (Some(true), 0));
        assert_eq!(represented.representatives[1].name, "Père Fictif");
        assert!(represented.told.iter().any(|told| told.opinion.by.is_none()), "the child's word");
        let kinds: Vec<String> =
            work.read_case(&read).await.expect("read").thread.into_iter().map(|knot| knot.kind).collect();
        for kind in ["representative-recorded", "opinion-recorded"] {
            assert!(kinds.iter().any(|one| one == kind), "{}: {kind} in {kinds:?}", engine.name);
        }
        assert!(engine.files_with("Mère Fictive").is_empty(), "names are sealed");
    }
}

#[tokio::test]
async fn what_is_handed_on_by_hand_waits_for_both_parents_and_is_written_down() {
    for engine in both().await {
        let records = engine.records().await;
        let file = child(&records, "2019-05-01").await;
        let [mother, father] = two_parents(&records, file).await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        let early = work.record_disclosure(&grant, RecipientKind::Controller, "Clinique Fictive").await;
        assert!(matches!(early, Err(StoreError::NotPossible)), "{}", engine.name);
        drop(work);
        says(&records, file, 3, Some(mother), Said::Agrees).await;
        says(&records, file, 3, Some(father), Said::Agrees).await;
        let mut work = records.begin(at(4)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        work.record_disclosure(&grant, RecipientKind::Controller, "Clinique Fictive").await.expect("noted");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        let read: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
        let all = work.disclosures_of(&read).await.expect("read");
        assert_eq!((all.len(), all[0].recipient.as_str()), (1, "Clinique Fictive"));
        assert_eq!(all[0].kind, RecipientKind::Controller);
    }
}

#[tokio::test]
async fn another_family_is_not_spoken_to_against_the_word_of_a_parent() {
    for engine in both().await {
        let records = engine.records().await;
        let files = [child(&records, "2019-05-01").await, child(&records, "2018-05-01").await];
        for file in files {
            signs(&records, file, 1, Purpose::FamilyContact, Parents::Both).await;
        }
        let [_, father] = two_parents(&records, files[1]).await;
        let asked = async |minute| {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let mut grants: Vec<Grant<JoinFamilies>> = Vec::new();
            for file in files {
                let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
                grants.push(work.grant(&medical(), facts).expect("signed"));
            }
            let candidates = work.families_agreed(&grants[0]).await.expect("listed").len();
            let proposed = work.propose_contact(&grants[0], &grants[1], "une famille", "un enfant").await;
            (candidates, proposed.map_err(|error| error.to_string()).is_ok())
        };
        assert_eq!(asked(2).await, (1, true), "{}: both signed", engine.name);
        says(&records, files[1], 3, Some(father), Said::Refuses).await;
        assert_eq!(asked(4).await, (0, false), "{}: the father refuses", engine.name);
    }
}

async fn waits(work: &mut Work<'_>) -> Vec<(OpenEnd, String)> {
    let list: Grant<ListCases> = grant_all(work, &social(), "board");
    let day = work.now().date_naive();
    let open = work.open_ends(&list, false, day).await.expect("listed");
    open.into_iter().map(|one| (one.end, one.text)).collect()
}

#[tokio::test]
async fn at_majority_parents_no_longer_act_and_the_person_is_asked_afresh() {
    for engine in both().await {
        let records = engine.records().await;
        // The clock of the tests begins on 22 November 2026.
        let file = child(&records, "2008-11-24").await;
        two_parents(&records, file).await;
        signs(&records, file, 1, Purpose::Panel, Parents::Both).await;
        assert_eq!(records.end_at_majority(at(2)).await.expect("looked"), 0, "{}", engine.name);
        let mut work = records.begin(at(2)).await.expect("begun");
        let soon = vec![(OpenEnd::Agreement, "panel ".to_owned())];
        assert_eq!(waits(&mut work).await, soon, "{}: it ends with the birthday", engine.name);
        drop(work);
        let birthday = at(2 * DAY);
        assert_eq!(records.end_at_majority(birthday).await.expect("looked"), 1);
        assert_eq!(records.end_at_majority(birthday).await.expect("looked"), 0, "once");
        let mut work = records.begin(birthday).await.expect("begun");
        let both_wait = vec![(OpenEnd::CameOfAge, String::new()), soon[0].clone()];
        assert_eq!(waits(&mut work).await, both_wait, "{}", engine.name);
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        let read: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
        let represented = work.represented(&read).await.expect("read");
        assert!(represented.representatives.iter().all(|one| one.one.until == "2026-11-23".parse().ok()));
        let grant = write(&mut work, &social(), file).await;
        work.record_contact(&grant, "Appelé, d'accord pour continuer").await.expect("noted");
        assert_eq!(waits(&mut work).await, soon, "{}: somebody spoke with them", engine.name);
        let from = birthday.date_naive();
        let signed = Signed { by: GivenBy::Person, parents: None, from, until: from + TimeDelta::days(300) };
        let new = NewConsent {
            purpose: Purpose::Panel,
            towards: Towards::Everybody,
            signed: Some(signed),
            text: String::new(),
        };
        work.take_consent(&grant, &new, from).await.expect("taken");
        assert_eq!(waits(&mut work).await, [], "{}: asked afresh", engine.name);
    }
}

#[tokio::test]
async fn an_agreement_towards_one_recipient_is_named_with_them_before_it_ends() {
    for engine in both().await {
        let records = engine.records().await;
        let file = crate::referrals::file(&records, "Anne Fictive").await;
        crate::referrals::agree(&records, file, towards("crmr-imaginaire"), 1).await;
        let mut work = records.begin(at(200 * DAY)).await.expect("begun");
        assert_eq!(waits(&mut work).await, [], "{}", engine.name);
        drop(work);
        let mut work = records.begin(at(250 * DAY)).await.expect("begun");
        let named = vec![(OpenEnd::Agreement, "transfer Centre imaginaire".to_owned())];
        assert_eq!(waits(&mut work).await, named, "{}", engine.name);
    }
}
