//! Papers of a file, people around the person, the hospital's record and wishes in the store, on both engines.

use crate::cell::{accepted, medical, social, today, write};
use crate::engines::both;
use crate::office::{at, grant_all, staff};
use ariane_domain::access::grant::{FollowOwnEnquiry, Grant, HoldMeeting, HoldRcp, ListCases, ReadCase};
use ariane_domain::access::{Actor, Proof, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::admission::AdmissionRule;
use ariane_domain::cell::contact::{Contact, ContactRole, MayKnow};
use ariane_domain::cell::document::{DocumentKind, DocumentSource};
use ariane_domain::cell::file::{CloseReason, FileEvent};
use ariane_domain::cell::hospital::{RequestChange, RequestState};
use ariane_domain::cell::household::NotToKnow;
use ariane_domain::cell::meeting::AgendaReason;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::cell::rcp::{QuorumRule, Specialty};
use ariane_domain::cell::told::{Audience, Delicate, Told};
use ariane_domain::cell::{Reality, Span};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::care::documents::NewDocument;
use ariane_store::records::care::requests::RequestText;
use ariane_store::records::care::told::book;
use ariane_store::records::cell::CellError;
use ariane_store::records::cell::items::ItemChange;
use ariane_store::records::cell::read::Case;
use ariane_store::records::rcp::series::{SeriesRules, SeriesText};
use ariane_store::records::rcp::sessions::SessionEvent;
use ariane_store::records::{Records, Work};
use chrono::TimeDelta;
use uuid::Uuid;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

async fn read(work: &mut Work<'_>, who: &Actor, id: Uuid) -> Case {
    let facts = work.case_facts(OWN_CONTROLLER, id).await.expect("facts");
    let grant: Grant<ReadCase> = work.grant(who, facts).expect("allowed");
    work.read_case(&grant).await.expect("read")
}

fn rule<T: std::fmt::Debug>(result: Result<T, CellError>) -> &'static str {
    match result {
        Err(CellError::Rule(word)) => word,
        other => panic!("no rule refused: {other:?}"),
    }
}

pub fn document(kind: DocumentKind, is_for_rcp: bool) -> NewDocument<'static> {
    NewDocument {
        kind,
        source: DocumentSource::Laboratory,
        is_for_rcp,
        name: "Marqueurnom.pdf",
        about: "Marqueurmots",
        media_type: "application/pdf",
        bytes: b"%PDF-1.7 Marqueurcontenu",
    }
}

pub async fn add(records: &Records, file: Uuid, minute: i64, new: &NewDocument<'_>) -> Uuid {
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &social(), file).await;
    let id = work.add_document(&grant, new).await.expect("added");
    work.commit().await.expect("kept");
    id
}

/// An RCP two days later with this file on its list, to which the geneticist is invited.
async fn listed(records: &Records, file: Uuid) -> Uuid {
    let mut work = records.begin(at(2)).await.expect("begun");
    let grant: Grant<HoldRcp> = grant_all(&work, &medical(), "rcp_series");
    let admission = AdmissionRule { days_after_validation: 1, days_after_meeting: 3 };
    let text = SeriesText {
        reality: Reality::Real,
        coordinator: Uuid::from_u128(301),
        is_ended: false,
        rules: SeriesRules { recurrence: "{}".into(), quorum: QuorumRule::None, admission },
        name: "RCP imaginaire".into(),
        place: String::new(),
        link: String::new(),
    };
    let series = work.begin_series(&grant, &text).await.expect("begun");
    let one = work.one_rcp_series(&grant, series).await.expect("there");
    let planned = work.plan_rcp(&grant, &one, None, at(2 * DAY), TimeDelta::hours(2)).await.expect("planned");
    let facts = work.rcp_facts(OWN_CONTROLLER, planned).await.expect("facts");
    let hold: Grant<HoldRcp> = work.grant(&medical(), facts).expect("allowed");
    let case = write(&mut work, &medical(), file).await;
    work.list_file(&hold, &case).await.expect("listed");
    let specialty = Specialty::new("Human genetics").expect("a specialty");
    work.invite_participant(&hold, Uuid::from_u128(500), &specialty).await.expect("invited");
    work.change_rcp(&hold, &SessionEvent::Invite).await.expect("invited");
    work.commit().await.expect("kept");
    planned
}

#[tokio::test]
async fn what_the_person_sends_through_their_link_lies_in_the_file_while_it_is_followed_and_within_measure() {
    for engine in both().await {
        let records = engine.records().await;
        let (enquiry, file) = crate::consents::own(&records, None).await;
        let send = async |minute| {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let actor = Actor::LinkHolder { enquiry, proof: Proof::LinkAndCode };
            let facts = work.enquiry_facts(OWN_CONTROLLER, enquiry).await.expect("facts");
            let grant: Grant<FollowOwnEnquiry> = work.grant(&actor, facts).expect("allowed");
            let new = NewDocument { source: DocumentSource::Person, ..document(DocumentKind::Other, false) };
            let sent = work.send_own_document(&grant, &new).await;
            work.commit().await.expect("kept");
            sent
        };
        send(30).await.expect("sent");
        let mut work = records.begin(at(31)).await.expect("begun");
        let case = read(&mut work, &medical(), file).await;
        drop(work);
        let sent: Vec<_> =
            case.care.documents.iter().map(|one| (one.source, one.author, one.is_for_rcp)).collect();
        assert_eq!(sent, [(DocumentSource::Person, Uuid::nil(), false)], "{}", engine.name);
        assert!(case.thread.iter().any(|knot| knot.kind == "document-added"), "the cell is told");
        for minute in 32..51 {
            send(minute).await.expect("sent");
        }
        assert_eq!(rule(send(51).await), "document-too-many", "{}", engine.name);
        send(DAY + 60).await.expect("the next day");
        let mut work = records.begin(at(DAY + 61)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        for event in [FileEvent::Accept, FileEvent::Close(CloseReason::Reached)] {
            let version = read(&mut work, &medical(), file).await.version;
            let day = at(DAY + 61).date_naive();
            work.change_case(&grant, version, event, "", day).await.expect("changed");
        }
        work.commit().await.expect("kept");
        let ended = send(DAY + 62).await;
        assert!(matches!(ended, Err(CellError::Store(StoreError::NotThere))), "{ended:?}");
    }
}

#[tokio::test]
async fn a_document_is_sealed_and_an_rcp_opens_it_only_where_meant_for_it_and_while_listed() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Fictive").await;
        let open = add(&records, file, 2, &document(DocumentKind::GeneticReport, true)).await;
        let closed = add(&records, file, 2, &document(DocumentKind::Report, false)).await;
        let session = listed(&records, file).await;
        let geneticist = staff(500, Role::RcpParticipant);
        let opens = async |document, minute| {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let read = work.read_listed_document(&geneticist, session, file, document).await;
            work.commit().await.expect("kept");
            read
        };
        let (outline, bytes) = opens(open, 10).await.expect("answered").expect("let in");
        assert_eq!((outline.name.as_str(), bytes), ("Marqueurnom.pdf", b"%PDF-1.7 Marqueurcontenu".to_vec()));
        assert!(matches!(opens(closed, 10).await, Err(StoreError::NotThere)), "not meant for the RCP");
        assert!(matches!(opens(Uuid::from_u128(9), 10).await, Err(StoreError::NotThere)));
        let over = opens(open, 2 * DAY + 3 * DAY + 121).await.expect("answered");
        assert!(matches!(over, Err(Refusal::NotAdmitted(_))), "{}", engine.name);

        let mut work = records.begin(at(20)).await.expect("begun");
        let case = read(&mut work, &medical(), file).await;
        assert_eq!(case.care.documents.len(), 2);
        let grant = write(&mut work, &social(), file).await;
        let empty = NewDocument { bytes: b"", ..document(DocumentKind::Report, false) };
        assert_eq!(rule(work.add_document(&grant, &empty).await), "document-empty");
        assert_eq!(rule(work.remove_document(&grant, closed, " ").await), "reason-missing");
        work.remove_document(&grant, closed, "Au nom d’une autre personne").await.expect("removed");
        work.offer_document(&grant, open, false).await.expect("held back");
        work.commit().await.expect("kept");
        assert!(matches!(opens(open, 21).await, Err(StoreError::NotThere)), "held back since");
        for mark in ["Marqueurnom", "Marqueurmots", "Marqueurcontenu"] {
            assert!(engine.files_with(mark).is_empty(), "{}: {mark}", engine.name);
        }
    }
}

#[tokio::test]
async fn an_access_to_the_hospitals_record_is_followed_until_it_is_closed_again() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Fictive").await;
        let text = RequestText {
            hospital: "Hôpital imaginaire".into(),
            reader: "Dre Imaginaire".into(),
            why: "IRM".into(),
            answer: String::new(),
        };
        let span = Span::new(at(10), at(DAY));
        let mut work = records.begin(at(2)).await.expect("begun");
        let not_his = write(&mut work, &social(), file).await;
        assert_eq!(rule(work.ask_record(&not_his, span, &text).await), "not-yours");
        let grant = write(&mut work, &medical(), file).await;
        assert_eq!(rule(work.ask_record(&grant, Span::since(at(10)), &text).await), "record-no-end");
        assert_eq!(rule(work.ask_record(&grant, span, &RequestText::default()).await), "record-words");
        let id = work.ask_record(&grant, span, &text).await.expect("asked");
        work.commit().await.expect("kept");
        let waits = async |minute: i64| {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let list: Grant<ListCases> = grant_all(&work, &social(), "board");
            let open = work.open_ends(&list, false, at(minute).date_naive()).await.expect("listed");
            open.into_iter().map(|one| (one.end, one.text)).collect::<Vec<_>>()
        };
        assert!(waits(13 * DAY).await.is_empty());
        let named = |end| vec![(end, "Hôpital imaginaire".to_owned())];
        assert_eq!(waits(15 * DAY).await, named(OpenEnd::RecordUnanswered), "{}", engine.name);
        let mut work = records.begin(at(3)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        work.change_request(&grant, id, 1, RequestChange::Grant, "Oui").await.expect("granted");
        let stale = work.change_request(&grant, id, 1, RequestChange::ConfirmClosure, "").await;
        assert!(matches!(stale, Err(CellError::Store(StoreError::Conflict))));
        work.commit().await.expect("kept");
        assert!(waits(DAY - 1).await.is_empty());
        assert_eq!(waits(DAY).await, named(OpenEnd::RecordClosure));
        let mut work = records.begin(at(DAY)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        work.change_request(&grant, id, 2, RequestChange::ConfirmClosure, "Fermé").await.expect("closed");
        let case = read(&mut work, &medical(), file).await;
        assert_eq!(case.care.requests[0].rules.state, RequestState::ClosureConfirmed);
        assert_eq!(case.care.requests[0].text.answer, "Oui\nFermé");
        work.commit().await.expect("kept");
        assert!(waits(DAY).await.is_empty());
    }
}

#[tokio::test]
async fn people_around_the_person_and_what_they_prefer_not_to_know() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &medical(), file).await;
        let doctor = Contact {
            name: "Dr Imaginaire".into(),
            role: ContactRole::Gp,
            may_know: MayKnow::Medical,
            place: String::new(),
            phone: "000 111".into(),
            mail: String::new(),
            address: String::new(),
            note: String::new(),
        };
        let school = Contact { role: ContactRole::School, ..doctor.clone() };
        assert_eq!(rule(work.keep_contact(&grant, None, school).await), "contact-not-for-them");
        let id = work.keep_contact(&grant, None, doctor.clone()).await.expect("kept");
        let moved = Contact { place: "Cabinet imaginaire".into(), ..doctor };
        work.keep_contact(&grant, Some((id, 1)), moved.clone()).await.expect("changed");
        let stale = work.keep_contact(&grant, Some((id, 1)), moved).await;
        assert!(matches!(stale, Err(CellError::Store(StoreError::Conflict))), "{}", engine.name);

        let told = Told::Explained { by: Uuid::nil(), at: at(1) };
        work.note_told(&grant, Delicate::GeneticResult, told, "Expliqué").await.expect("noted");
        assert_eq!(rule(work.note_relatives(&grant, Uuid::from_u128(301), " ").await), "words-missing");
        work.note_relatives(&grant, Uuid::from_u128(301), "Par moi-même").await.expect("noted");
        let social = write(&mut work, &social(), file).await;
        assert_eq!(rule(work.note_wish(&social, NotToKnow::Carrier, "").await), "clinician-only");
        let case = read(&mut work, &medical(), file).await;
        assert_eq!(case.care.contacts[0].contact.addressed(), "Dr Imaginaire, Cabinet imaginaire");
        let prompt = |case: &Case, has_step| case.care.inform_relatives(file, has_step, at(2));
        assert_eq!(prompt(&case, false).map(|one| one.owner), Some(Uuid::from_u128(301)));
        assert_eq!(prompt(&case, true), None, "once");

        let wish = work.note_wish(&grant, NotToKnow::Everything, "Plus tard").await.expect("noted");
        assert_eq!(rule(work.note_wish(&grant, NotToKnow::Everything, "").await), "same");
        let case = read(&mut work, &medical(), file).await;
        let released = |case: &Case| {
            book(&case.care, at(2)).release(Some(Delicate::Candidate), Audience::Person, at(2)).is_ok()
        };
        assert!(!released(&case));
        work.take_back_wish(&social, wish).await.expect("taken back");
        let again = work.take_back_wish(&social, wish).await;
        assert!(matches!(again, Err(CellError::Store(StoreError::Conflict))));
        work.drop_contact(&grant, id).await.expect("dropped");
        let case = read(&mut work, &medical(), file).await;
        assert!(case.care.contacts.is_empty() && case.care.wishes[0].wish.taken_back_at.is_some());
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn what_presses_and_what_arrived_is_on_the_agenda_and_dissent_keeps_its_words() {
    for engine in both().await {
        let records = engine.records().await;
        let quiet = accepted(&records, "Béa Fictive").await;
        let pressing = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let all: Grant<HoldMeeting> = grant_all(&work, &social(), "cell_meeting");
        let former = work.schedule_meeting(&all, Reality::Real, at(3)).await.expect("planned");
        let next = work.schedule_meeting(&all, Reality::Real, at(60)).await.expect("planned");
        let hold = async |work: &Work<'_>, who: &Actor, id| -> Grant<HoldMeeting> {
            let facts = work.meeting_facts(OWN_CONTROLLER, id).await.expect("facts");
            work.grant(who, facts).expect("allowed")
        };
        let one = hold(&work, &social(), former).await;
        work.add_item(&one, 1).await.expect("on the agenda");
        work.add_item(&one, 2).await.expect("on the agenda");
        let version = work.read_meeting(&one).await.expect("read").version;
        work.begin_meeting(&one, version).await.expect("begun");
        for item in work.read_items(&one).await.expect("items") {
            work.change_item(&one, item.id, ItemChange::Discussed).await.expect("discussed");
        }
        let version = work.read_meeting(&one).await.expect("read").version;
        work.end_meeting(&one, version).await.expect("ended");
        work.commit().await.expect("kept");
        add(&records, quiet, 30, &document(DocumentKind::Report, false)).await;
        let mut work = records.begin(at(40)).await.expect("begun");
        let grant = write(&mut work, &medical(), pressing).await;
        let version = read(&mut work, &medical(), pressing).await.version;
        assert_eq!(rule(work.press_case(&grant, version, true, " ").await), "reason-missing");
        work.press_case(&grant, version, true, "Crises fictives").await.expect("presses");
        let one = hold(&work, &social(), next).await;
        work.build_agenda(&one, today()).await.expect("built");
        let items = work.read_items(&one).await.expect("items");
        let first: Vec<_> =
            items.iter().map(|item| (item.item.file, item.reasons.first().copied())).collect();
        let expected = [(pressing, Some(AgendaReason::Pressing)), (quiet, Some(AgendaReason::Arrived))];
        assert_eq!(first, expected, "{}", engine.name);

        let version = work.read_meeting(&one).await.expect("read").version;
        work.begin_meeting(&one, version).await.expect("begun");
        let two = hold(&work, &medical(), next).await;
        work.attend(&two).await.expect("there");
        let item = items[0].id;
        work.change_item(&one, item, ItemChange::Decided).await.expect("decided");
        let why = "Marqueurdissidence";
        work.change_item_saying(&two, item, ItemChange::Dissent, why).await.expect("of another opinion");
        let said = |items: Vec<ariane_store::records::cell::items::ItemText>| items[0].dissent.clone();
        let kept = said(work.read_items(&one).await.expect("items"));
        assert_eq!(kept.into_iter().collect::<Vec<_>>(), [(Uuid::from_u128(301), why.to_owned())]);
        work.change_item(&one, item, ItemChange::Decided).await.expect("decided otherwise");
        assert!(said(work.read_items(&one).await.expect("items")).is_empty(), "asked again");
        work.change_item_saying(&two, item, ItemChange::Dissent, why).await.expect("of another opinion");
        work.commit().await.expect("kept");
        assert!(engine.files_with(why).is_empty());
    }
}
