//! Comparing with another site, on both engines: only who agreed to be passed on to that partner is encoded, no name leaves the store,
//! and every encoding is written down.

use crate::cell::{medical, new_case, social, write};
use crate::consents::{as_person, own};
use crate::dossiers::{agree, agree_by, withdraw, write_entries};
use crate::engines::both;
use crate::office::{at, grant_all, staff};
use crate::representatives_of_files::{says, two_parents};
use ariane_domain::access::grant::{Grant, LinkSites, ReadCase, SendToCell};
use ariane_domain::access::{Actor, Facts, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::file::FileEvent;
use ariane_domain::cell::{Origin, Reality};
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::kinship::{Affected, KinSex, Kinship, Relative};
use ariane_domain::consent::{GivenBy, Parents};
use ariane_domain::purpose::Purpose;
use ariane_domain::representation::{RepresentativeKind, Said};
use ariane_linkage::encoding::Encoder;
use ariane_linkage::features::{Person, Sex};
use ariane_linkage::secret::Secret;
use ariane_privacy::pseudonym::Pseudonym;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::consents::given::Towards;
use ariane_store::records::linkage::{Compared, Partner};
use std::collections::HashMap;
use uuid::Uuid;

pub const HERE: Partner<'static> =
    Partner { id: Uuid::from_u128(900), name: "Marqueurpartenaire", comparison: Uuid::from_u128(1) };

fn encoder() -> Encoder {
    Encoder::new(&Secret::new([4; 32]), HERE.comparison)
}

/// An accepted file of somebody with a birth date.
async fn file(records: &Records, name: &str, born: Option<&str>, reality: Reality) -> Uuid {
    let mut work = records.begin(at(0)).await.expect("begun");
    let send: Grant<SendToCell> = grant_all(&work, &social(), "case_file");
    let mut new = new_case(name, Origin::PsychosocialService, reality);
    new.identity.birth_date = born.map(|day| day.parse().expect("a day"));
    let opened = work.receive_case(&send, &new).await.expect("received");
    let grant = write(&mut work, &social(), opened.id).await;
    work.change_case(&grant, 1, FileEvent::Accept, "", at(0).date_naive()).await.expect("accepted");
    work.commit().await.expect("kept");
    opened.id
}

/// What is encoded for a partner at a moment, written down as handed over.
pub async fn encoded(records: &Records, partner: &Partner<'_>, minute: i64) -> Compared {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant: Grant<LinkSites> =
        work.grant(&Actor::Operator, Facts::of_all(OWN_CONTROLLER, "linkage")).expect("allowed");
    let found = work.encode_for_linkage(&grant, partner, &encoder()).await.expect("encoded");
    work.note_linked(&grant, partner, found.persons.iter(), false).await.expect("noted");
    work.commit().await.expect("kept");
    found
}

async fn numbers(records: &Records, asked: &[Pseudonym], minute: i64) -> HashMap<Pseudonym, i64> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant: Grant<LinkSites> =
        work.grant(&Actor::Operator, Facts::of_all(OWN_CONTROLLER, "linkage")).expect("allowed");
    let found = work.numbers_behind(&grant, &HERE, asked).await.expect("looked up");
    work.commit().await.expect("kept");
    found
}

fn counts(found: &Compared) -> (usize, usize, usize) {
    (found.persons.len(), found.without_agreement, found.incomplete)
}

#[tokio::test]
async fn only_who_agreed_to_be_passed_on_to_this_partner_is_encoded_and_the_others_are_counted() {
    for engine in both().await {
        let records = engine.records().await;
        let everybody = file(&records, "Anne Marqueuranne", Some("1990-01-02"), Reality::Real).await;
        let named = file(&records, "Bruno Fictif", Some("1991-01-02"), Reality::Real).await;
        let elsewhere = file(&records, "Carla Fictive", Some("1992-01-02"), Reality::Real).await;
        let other_purpose = file(&records, "Dario Fictif", Some("1993-01-02"), Reality::Real).await;
        let undated = file(&records, "Ella Fictive", None, Reality::Real).await;
        let training = file(&records, "Fabio Fictif", Some("1994-01-02"), Reality::Training).await;
        assert_eq!(
            counts(&encoded(&records, &HERE, 2).await),
            (0, 5, 0),
            "{}: nobody was asked",
            engine.name
        );
        for one in [everybody, undated, training] {
            agree(&records, one, Purpose::Transfer, Towards::Everybody, 3).await;
        }
        agree(&records, named, Purpose::Transfer, Towards::Recipient(HERE.id, "Ici".into()), 3).await;
        let there = Towards::Recipient(Uuid::from_u128(901), "Ailleurs".into());
        agree(&records, elsewhere, Purpose::Transfer, there, 3).await;
        agree(&records, other_purpose, Purpose::Research, Towards::Everybody, 3).await;
        let found = encoded(&records, &HERE, 4).await;
        assert_eq!(counts(&found), (2, 2, 1), "{}", engine.name);
        let other = Partner { id: Uuid::from_u128(901), ..HERE };
        assert_eq!(
            counts(&encoded(&records, &other, 4).await),
            (2, 2, 1),
            "{}: another partner",
            engine.name
        );
        let anne =
            Person { name: "Marqueuranne Anne", born: "1990-01-02".parse().expect("a day"), sex: None };
        let bits: Vec<_> = found.persons.iter().map(|one| one.encoding).collect();
        assert_eq!(Some(bits[0]), encoder().encode(&anne), "the other site makes the same bits");
        assert!(engine.files_with("Marqueuranne").is_empty(), "{}: the name stands in clear", engine.name);
        assert!(
            engine.files_with("Marqueurpartenaire").is_empty(),
            "{}: the partner stands in clear",
            engine.name
        );
    }
}

#[tokio::test]
async fn taking_the_agreement_back_ends_encoding_and_looking_up_at_once_and_asks_the_partner_to_delete() {
    for engine in both().await {
        let records = engine.records().await;
        let (enquiry, id) = own(&records, "1990-01-02".parse().ok()).await;
        let mut work = records.begin(at(1)).await.expect("begun");
        let grant = write(&mut work, &medical(), id).await;
        work.change_case(&grant, 1, FileEvent::Accept, "", at(1).date_naive()).await.expect("accepted");
        work.commit().await.expect("kept");
        let consent = agree(&records, id, Purpose::Transfer, Towards::Everybody, 2).await;
        let found = encoded(&records, &HERE, 3).await;
        assert_eq!(counts(&found), (1, 0, 0), "{}", engine.name);
        let asked = [found.persons[0].pseudonym];
        assert_eq!(numbers(&records, &asked, 4).await.get(&asked[0]), Some(&found.persons[0].number));

        let mut work = records.begin(at(5)).await.expect("begun");
        let me = as_person(&mut work, enquiry).await;
        let log = work.own_access_log(&me, 100).await.expect("a log");
        let acts = log.iter().filter(|entry| entry.action == "link-sites" && entry.function == "operator");
        assert_eq!(acts.count(), 2, "{}: the person reads who compared, and who looked up", engine.name);
        drop(work);

        withdraw(&records, id, consent, 6).await;
        assert_eq!(counts(&encoded(&records, &HERE, 7).await), (0, 1, 0), "{}", engine.name);
        assert!(numbers(&records, &asked, 7).await.is_empty(), "{}", engine.name);
        let mut work = records.begin(at(8)).await.expect("begun");
        let me = as_person(&mut work, enquiry).await;
        let requests = work.own_recipients(&me).await.expect("told");
        assert!(
            requests.iter().any(|one| one.recipient == "Marqueurpartenaire"),
            "{}: the partner is asked to delete",
            engine.name
        );
    }
}

#[tokio::test]
async fn a_person_has_another_pseudonym_towards_each_partner_and_in_each_comparison() {
    for engine in both().await {
        let records = engine.records().await;
        let one = file(&records, "Anne Fictive", Some("1990-01-02"), Reality::Real).await;
        agree(&records, one, Purpose::Transfer, Towards::Everybody, 1).await;
        let first = encoded(&records, &HERE, 2).await.persons[0];
        let again = encoded(&records, &HERE, 3).await.persons[0];
        let partner = encoded(&records, &Partner { id: Uuid::from_u128(901), ..HERE }, 4).await.persons[0];
        let later =
            encoded(&records, &Partner { comparison: Uuid::from_u128(2), ..HERE }, 5).await.persons[0];
        assert_eq!(first.pseudonym, again.pseudonym, "{}", engine.name);
        assert_ne!(first.pseudonym, partner.pseudonym);
        assert_ne!(first.pseudonym, later.pseudonym);
        let foreign = [partner.pseudonym, later.pseudonym, Pseudonym([7; 16])];
        assert!(numbers(&records, &foreign, 6).await.is_empty(), "{}: of another context", engine.name);
    }
}

#[tokio::test]
async fn sex_counts_where_the_family_of_the_summary_says_it() {
    for engine in both().await {
        let records = engine.records().await;
        let one = file(&records, "Anne Fictive", Some("1990-01-02"), Reality::Real).await;
        agree(&records, one, Purpose::Transfer, Towards::Everybody, 1).await;
        let proband = Relative {
            kinship: Kinship::Proband,
            child_of: None,
            sex: KinSex::Female,
            affected: Affected::NotKnown,
            is_deceased: false,
            born: None,
            note: String::new(),
        };
        write_entries(&records, one, vec![Entry::Relative(proband)], 2).await;
        let sex = Some(Sex::Female);
        let anne = Person { name: "Anne Fictive", born: "1990-01-02".parse().expect("a day"), sex };
        let found = encoded(&records, &HERE, 3).await.persons[0];
        assert_eq!(Some(found.encoding), encoder().encode(&anne), "{}", engine.name);
    }
}

#[tokio::test]
async fn who_was_erased_is_not_compared() {
    for engine in both().await {
        let records = engine.records().await;
        let one = file(&records, "Anne Fictive", Some("1990-01-02"), Reality::Real).await;
        agree(&records, one, Purpose::Transfer, Towards::Everybody, 1).await;
        records.keys().destroy(&[subject(&records, one).await], at(2)).await.expect("destroyed");
        let found = encoded(&records, &HERE, 3).await;
        assert!(found.persons.is_empty(), "{}: who was erased has no encoding", engine.name);
    }
}

/// The accepted file of somebody who wrote to the infoline and agreed to be passed on; with the enquiry.
async fn own_and_agreed(records: &Records, born: &str) -> (Uuid, Uuid) {
    agreed_by(records, born, (GivenBy::Person, None)).await
}

async fn agreed_by(records: &Records, born: &str, by: (GivenBy, Option<Parents>)) -> (Uuid, Uuid) {
    let (enquiry, id) = own(records, born.parse().ok()).await;
    let mut work = records.begin(at(1)).await.expect("begun");
    let grant = write(&mut work, &medical(), id).await;
    work.change_case(&grant, 1, FileEvent::Accept, "", at(1).date_naive()).await.expect("accepted");
    work.commit().await.expect("kept");
    agree_by(records, id, Purpose::Transfer, Towards::Everybody, 2, by).await;
    (enquiry, id)
}

#[tokio::test]
async fn who_took_the_whole_request_back_is_not_compared() {
    for engine in both().await {
        let records = engine.records().await;
        let (enquiry, _) = own_and_agreed(&records, "1990-01-02").await;
        assert_eq!(counts(&encoded(&records, &HERE, 3).await), (1, 0, 0), "{}", engine.name);
        let mut work = records.begin(at(4)).await.expect("begun");
        let me = as_person(&mut work, enquiry).await;
        work.withdraw_own(&me).await.expect("withdrawn");
        work.commit().await.expect("kept");
        assert_eq!(counts(&encoded(&records, &HERE, 5).await), (0, 1, 0), "{}", engine.name);
    }
}

#[tokio::test]
async fn a_child_is_compared_once_both_parents_signed_and_not_against_the_word_of_one() {
    for engine in both().await {
        let records = crate::rights::records(&engine).await;
        let parents = (GivenBy::Representative(RepresentativeKind::Parent), Some(Parents::Both));
        let (_, child) = agreed_by(&records, "2019-01-02", parents).await;
        own_and_agreed(&records, "1990-01-02").await;
        assert_eq!(counts(&encoded(&records, &HERE, 3).await), (2, 0, 0), "{}", engine.name);
        let [_, father] = two_parents(&records, child).await;
        says(&records, child, 4, Some(father), Said::Refuses).await;
        assert_eq!(counts(&encoded(&records, &HERE, 5).await), (1, 1, 0), "{}", engine.name);
    }
}

/// Whose key seals a file.
async fn subject(records: &Records, file: Uuid) -> Uuid {
    let mut work = records.begin(at(1)).await.expect("begun");
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    let grant: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
    work.read_case(&grant).await.expect("read").person.id
}

#[tokio::test]
async fn no_function_of_staff_compares_sites_only_who_runs_the_command() {
    for engine in both().await {
        let records = engine.records().await;
        let work = records.begin(at(1)).await.expect("begun");
        let about = || Facts::of_all(OWN_CONTROLLER, "linkage");
        for role in Role::ALL {
            let refused = work.may::<LinkSites>(&staff(1, role), about()).map(|_| ());
            assert_eq!(refused, Err(Refusal::Role), "{}: {role:?}", engine.name);
        }
        for actor in [Actor::Anyone, Actor::System("figures"), Actor::System("referrals")] {
            assert!(work.may::<LinkSites>(&actor, about()).is_err(), "{}: {actor:?}", engine.name);
        }
    }
}
