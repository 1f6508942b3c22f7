//! Where following itself rests on the person's agreement: a file without one is a number and a question, on both engines.

use crate::cell::{accepted, medical, social, today, write};
use crate::consents::{as_person, far_session, own, take};
use crate::engines::both;
use crate::meeting;
use crate::office::{at, grant, grant_all, listener, staff};
use crate::rcp::{hold, list};
use crate::representatives_of_files::child;
use ariane_domain::access::grant::{
    AskForCoordination, Grant, ListCases, ReadCase, ReadEnquiry, UseOwnRights,
};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::Reality;
use ariane_domain::cell::file::{CloseReason, FileState};
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::consent::{GivenBy, Means, Parents};
use ariane_domain::enquiry::DeclineReason;
use ariane_domain::purpose::{Basis, Purpose, PurposeRule, Register};
use ariane_domain::representation::{Ages, RepresentativeKind, RepresentedAct};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::cell::items::{ItemChange, Read};
use ariane_store::records::consents::coordination::Asking;
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::rcp::advice::WrittenAdvice;
use ariane_store::records::{Records, Work};
use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

const DAY: i64 = 24 * 60;

/// The register of the program, in which following rests on consent.
fn asking(records: &Records) -> Records {
    let rules = records.register().rules().iter().cloned().map(|rule| match rule.purpose {
        Purpose::Coordination => PurposeRule { basis: Basis::Consent, ..rule },
        _ => rule,
    });
    records.clone().with_register(Register::new(rules.collect()))
}

fn day(minute: i64) -> NaiveDate {
    at(minute).date_naive()
}

fn paper(minute: i64, days: i64) -> Option<Signed> {
    let from = day(minute);
    Some(Signed { by: GivenBy::Person, parents: None, from, until: from + TimeDelta::days(days) })
}

fn agreement(signed: Option<Signed>) -> NewConsent {
    let text = "Marqueur : signé par Anne Fictive".to_owned();
    NewConsent { purpose: Purpose::Coordination, towards: Towards::Everybody, signed, text }
}

async fn may_ask(work: &mut Work<'_>, who: &Actor, file: Uuid) -> Grant<AskForCoordination> {
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    work.grant(who, facts).expect("allowed")
}

async fn reads(records: &Records, file: Uuid, minute: i64) -> Result<(), Refusal> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
    work.grant::<ReadCase>(&medical(), facts).map(|_| ())
}

async fn seen(records: &Records, file: Uuid, minute: i64) -> Asking {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = may_ask(&mut work, &social(), file).await;
    let asking = work.coordination_asked(&grant).await.expect("shown");
    work.commit().await.expect("kept");
    asking
}

async fn write_down(records: &Records, file: Uuid, minute: i64, new: NewConsent) -> Result<Uuid, CellError> {
    let mut work = records.begin(at(minute)).await?;
    let grant = may_ask(&mut work, &medical(), file).await;
    let id = work.take_consent(&grant, &new, day(minute)).await?;
    work.commit().await?;
    Ok(id)
}

const CLOSED: Result<(), Refusal> = Err(Refusal::NoAgreement);

#[tokio::test]
async fn a_paper_opens_a_file_until_its_last_day_or_until_it_is_taken_back() {
    for engine in both().await {
        let plain = engine.records().await;
        let file = accepted(&plain, "Anne Fictive").await;
        let records = asking(&plain);
        assert_eq!(reads(&plain, file, 3).await, Ok(()), "{}: where it rests on care", engine.name);
        assert_eq!(reads(&records, file, 3).await, CLOSED, "{}", engine.name);
        let nobody = seen(&records, file, 3).await;
        assert_eq!((nobody.number, nobody.is_open, nobody.agreements.len()), (1, false, 0));
        let asked = write_down(&records, file, 4, agreement(None)).await.expect("asked");
        assert_eq!(reads(&records, file, 5).await, CLOSED, "asked is not agreed");
        let first = write_down(&records, file, 6, agreement(paper(6, 9))).await.expect("written down");
        assert_eq!(reads(&records, file, 7).await, Ok(()), "{}", engine.name);
        let shown = seen(&records, file, 7).await;
        assert!(shown.is_open && shown.agreements.iter().all(|one| one.text.is_empty()), "no words");
        assert_eq!(shown.agreements.iter().map(|one| one.id).collect::<Vec<_>>(), [asked, first]);
        assert_eq!(reads(&records, file, 6 + 9 * DAY).await, Ok(()), "its last day");
        assert_eq!(reads(&records, file, 6 + 10 * DAY).await, CLOSED, "{}: over", engine.name);
        let later = 6 + 10 * DAY;
        let second = write_down(&records, file, later, agreement(paper(later, 9))).await.expect("renewed");
        assert_eq!(reads(&records, file, later + 1).await, Ok(()));
        let mut work = records.begin(at(later + 2)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        let taken = work.withdraw_consent(&grant, second, 1, Means::Spoken).await.expect("taken back");
        work.commit().await.expect("kept");
        let holders: Vec<Uuid> = taken.readers;
        assert!(!holders.is_empty(), "who holds the file is asked to delete what they kept");
        assert_eq!(reads(&records, file, later + 2).await, CLOSED, "{}: at once", engine.name);
    }
}

#[tokio::test]
async fn what_asks_for_following_is_for_nothing_else() {
    for engine in both().await {
        let plain = engine.records().await;
        let file = accepted(&plain, "Anne Fictive").await;
        let rcp = NewConsent { purpose: Purpose::Rcp, ..agreement(paper(2, 9)) };
        let other = take(&plain, file, 2, rcp.clone()).await.expect("taken");
        let records = asking(&plain);
        let refused = write_down(&records, file, 3, rcp).await;
        assert!(matches!(refused, Err(CellError::Rule("consent-not-asked"))), "{}", engine.name);
        let named = NewConsent { towards: Towards::Named("Quelqu’un".into()), ..agreement(paper(3, 9)) };
        let refused = write_down(&records, file, 3, named).await;
        assert!(matches!(refused, Err(CellError::Rule("consent-for-the-cell"))), "{}", engine.name);
        let mut work = records.begin(at(4)).await.expect("begun");
        let grant = may_ask(&mut work, &medical(), file).await;
        let refused = work.withdraw_consent(&grant, other, 1, Means::Spoken).await;
        assert!(matches!(refused, Err(CellError::Store(StoreError::NotThere))), "{}", engine.name);
        let refused = work.second_parent_signed(&grant, other, 1, (day(4), day(4))).await;
        assert!(matches!(refused, Err(CellError::Store(StoreError::NotThere))), "{}", engine.name);
        assert!(work.coordination_asked(&grant).await.expect("shown").agreements.is_empty(), "not shown");
        let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
        for role in [Role::Listener, Role::HubCoordinator, Role::PsychosocialWorker, Role::RcpParticipant] {
            let refused = work.grant::<AskForCoordination>(&staff(77, role), facts.clone());
            assert_eq!(refused.err(), Some(Refusal::Role), "{role:?}");
        }
    }
}

#[tokio::test]
async fn both_parents_sign_where_the_place_asks_both_for_the_cell() {
    for engine in both().await {
        let plain = engine.records().await;
        let file = child(&plain, "2020-05-06").await;
        let both_sign = Ages { both_parents: vec![RepresentedAct::HandOver], ..plain.ages().clone() };
        let records = asking(&plain).with_settings(plain.settings().clone(), both_sign);
        let by_one = paper(3, 300).map(|signed| Signed {
            by: GivenBy::Representative(RepresentativeKind::Parent),
            parents: Some(Parents::One),
            ..signed
        });
        let own_word = write_down(&records, file, 3, agreement(paper(3, 300))).await;
        assert!(matches!(own_word, Err(CellError::Rule("consent-person-minor"))), "a child signs nothing");
        let one = write_down(&records, file, 3, agreement(by_one)).await.expect("written down");
        assert_eq!(reads(&records, file, 4).await, CLOSED, "{}: the other has not", engine.name);
        let mut work = records.begin(at(5)).await.expect("begun");
        let grant = may_ask(&mut work, &social(), file).await;
        work.second_parent_signed(&grant, one, 1, (day(5), day(5))).await.expect("written down");
        work.commit().await.expect("kept");
        assert_eq!(reads(&records, file, 6).await, Ok(()), "{}", engine.name);
    }
}

#[tokio::test]
async fn a_person_says_yes_and_no_on_their_own_page() {
    for engine in both().await {
        let plain = engine.records().await;
        let (enquiry, file) = own(&plain, "1990-01-02".parse().ok()).await;
        let records = asking(&plain);
        let asked = write_down(&records, file, 3, agreement(None)).await.expect("asked");
        let mut work = records.begin(at(4)).await.expect("begun");
        let me: Grant<UseOwnRights> = as_person(&mut work, enquiry).await;
        let all = work.own_consents(&me).await.expect("shown");
        assert_eq!(all.iter().map(|one| one.purpose).collect::<Vec<_>>(), [Purpose::Coordination]);
        work.agree_on_screen(&me, asked, 1, day(4)).await.expect("agreed");
        work.commit().await.expect("kept");
        assert_eq!(reads(&records, file, 5).await, Ok(()), "{}", engine.name);
        let mut work = records.begin(at(6)).await.expect("begun");
        let me = as_person(&mut work, enquiry).await;
        work.take_back_consent(&me, asked, 2).await.expect("taken back");
        work.commit().await.expect("kept");
        assert_eq!(reads(&records, file, 6).await, CLOSED, "{}", engine.name);
    }
}

#[tokio::test]
async fn a_file_that_nobody_agreed_to_waits_in_the_list_and_ends_with_its_reason() {
    for engine in both().await {
        let plain = engine.records().await;
        let silent = accepted(&plain, "Anne Fictive").await;
        let refusing = accepted(&plain, "Berta Fictive").await;
        let agreed = accepted(&plain, "Clara Fictive").await;
        let records = asking(&plain);
        write_down(&records, silent, 2, agreement(None)).await.expect("asked");
        let asked = write_down(&records, refusing, 2, agreement(None)).await.expect("asked");
        let mut work = records.begin(at(3)).await.expect("begun");
        let grant = may_ask(&mut work, &social(), refusing).await;
        work.withdraw_consent(&grant, asked, 1, Means::Spoken).await.expect("said no");
        work.commit().await.expect("kept");
        write_down(&records, agreed, 2, agreement(paper(2, 300))).await.expect("written down");

        let waits = async |records: &Records, minute| {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let grant: Grant<ListCases> = grant_all(&work, &medical(), "board");
            let open = work.open_ends(&grant, false, day(minute)).await.expect("listed");
            work.commit().await.expect("kept");
            let open = open.into_iter().filter(|one| one.end == OpenEnd::NotAgreed);
            open.map(|one| (one.file, one.name, one.text)).collect::<Vec<_>>()
        };
        let row = |file, word: &str| (file, String::new(), word.to_owned());
        assert_eq!(
            waits(&records, 4).await,
            [row(silent, "asked"), row(refusing, "refused")],
            "{}: without names",
            engine.name
        );
        assert_eq!(waits(&plain, 4).await, [], "{}: where it rests on care", engine.name);

        let end = async |file, minute, version| {
            let mut work = records.begin(at(minute)).await?;
            let grant = may_ask(&mut work, &medical(), file).await;
            work.end_for_want_of_agreement(&grant, version, day(minute)).await?;
            work.commit().await?;
            Ok::<_, CellError>(())
        };
        let version = async |file| seen(&records, file, 5).await.version;
        let open = end(agreed, 6, version(agreed).await).await;
        assert!(matches!(open, Err(CellError::Rule("not-possible"))), "it ends on its own page");
        let late = end(silent, 6, 99).await;
        assert!(matches!(late, Err(CellError::Store(StoreError::Conflict))), "{}", engine.name);
        for file in [silent, refusing] {
            end(file, 6, version(file).await).await.expect("ended");
            let twice = end(file, 7, version(file).await).await;
            assert!(matches!(twice, Err(CellError::Rule("not-possible"))), "{}", engine.name);
            assert_eq!(seen(&records, file, 8).await.state, FileState::Closed);
        }
        assert_eq!(waits(&records, 9).await, [], "{}", engine.name);
        for (file, reason) in [(silent, CloseReason::Unreachable), (refusing, CloseReason::PersonAsked)] {
            let mut work = plain.begin(at(10)).await.expect("begun");
            let facts = work.case_facts(OWN_CONTROLLER, file).await.expect("facts");
            let grant: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
            let case = work.read_case(&grant).await.expect("read");
            assert_eq!(case.rules.closed, Some(reason), "{}", engine.name);
        }
    }
}

#[tokio::test]
async fn a_meeting_and_a_session_are_held_and_leave_out_whom_nobody_may_follow() {
    for engine in both().await {
        let plain = engine.records().await;
        let agreed = accepted(&plain, "Anne Fictive").await;
        let silent = accepted(&plain, "Berta Fictive").await;
        let records = asking(&plain);
        write_down(&records, agreed, 2, agreement(paper(2, 300))).await.expect("written down");
        let (session, _) = far_session(&plain).await;
        list(&plain, session, agreed, 3).await;
        list(&plain, session, silent, 3).await;
        let id = meeting::planned(&plain, 60, Reality::Real).await;
        let mut work = plain.begin(at(4)).await.expect("begun");
        let grant = meeting::hold(&work, &social(), id).await;
        assert_eq!(work.build_agenda(&grant, today()).await.expect("built"), 2);
        let items = work.read_items(&grant).await.expect("items");
        let of = |number| items.iter().find(|item| item.number == number).map(|item| item.id).expect("there");
        let (one, two) = (of(1), of(2));
        work.write_item_text(&grant, two, Read::Revision(0), "Marqueur dit avant").await.expect("written");
        work.commit().await.expect("kept");

        let mut work = records.begin(at(60)).await.expect("begun");
        let grant = meeting::hold(&work, &social(), id).await;
        let items = work.read_items(&grant).await.expect("items");
        let mut shown: Vec<(i64, &str, &str)> =
            items.iter().map(|item| (item.number, item.name.as_str(), item.text.as_str())).collect();
        shown.sort_unstable();
        assert_eq!(shown, [(1, "Anne Fictive", ""), (2, "", "")], "{}", engine.name);
        work.write_item_text(&grant, one, Read::Revision(0), "École").await.expect("written");
        let refused = |result: Result<(), CellError>| {
            assert!(
                matches!(result, Err(CellError::Rule("coordination-not-agreed"))),
                "{}: {result:?}",
                engine.name
            );
        };
        refused(work.write_item_text(&grant, two, Read::Words("x"), "Marqueur après").await.map(|_| ()));
        refused(work.change_item(&grant, two, ItemChange::Discussed).await);
        work.change_item(&grant, two, ItemChange::CarryOver).await.expect("put off");
        let next = meeting::planned_in(&mut work, 120, Reality::Real).await;
        let next = meeting::hold(&work, &social(), next).await;
        refused(work.add_item(&next, 2).await);
        work.add_item(&next, 1).await.expect("on the agenda");

        let grant = hold(&work, &medical(), session).await;
        let listed = work.read_listed(&grant).await.expect("listed");
        let shown: Vec<(i64, &str)> = listed.iter().map(|one| (one.number, one.name.as_str())).collect();
        assert_eq!(shown, [(1, "Anne Fictive"), (2, "")], "{}", engine.name);
        let advice = WrittenAdvice { read: 0, text: "Avis", plain: "", dissent: vec![] };
        refused(work.write_advice(&grant, silent, &advice).await);
        work.commit().await.expect("kept");
    }
}

/// A file that came by a hand-over and was not taken yet is declined, and the listener is told so.
#[tokio::test]
async fn who_handed_over_is_told_that_the_person_does_not_want_it() {
    for engine in both().await {
        let plain = engine.records().await;
        let (enquiry, file) = own(&plain, None).await;
        let records = asking(&plain);
        let asked = write_down(&records, file, 3, agreement(None)).await.expect("asked");
        let mut work = records.begin(at(4)).await.expect("begun");
        let me = as_person(&mut work, enquiry).await;
        work.take_back_consent(&me, asked, 1).await.expect("said no");
        let asking = may_ask(&mut work, &social(), file).await;
        let version = work.coordination_asked(&asking).await.expect("shown").version;
        work.end_for_want_of_agreement(&asking, version, day(4)).await.expect("ended");
        assert_eq!(work.coordination_asked(&asking).await.expect("shown").state, FileState::Refused);
        work.commit().await.expect("kept");
        let mut work = plain.begin(at(5)).await.expect("begun");
        let read: Grant<ReadEnquiry> = grant(&mut work, &listener(), enquiry).await;
        let handed = work.handovers_of(&read).await.expect("listed");
        let declined: Vec<_> = handed.iter().map(|one| one.handover.declined).collect();
        assert_eq!(declined, [Some(DeclineReason::PersonDoesNotWant)], "{}", engine.name);
    }
}
