//! The psycho-social service's own follow-up (duty D29): what stays there, what is sent and comes back, a death, and the loop with
//! the hub, on both engines.

use crate::cell::{medical, sent, social, today, write};
use crate::engines::both;
use crate::office::{at, grant_all, staff};
use ariane_domain::access::grant::{FollowInService, FollowSent, Grant, ReadCase, SendToCell};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::file::{CloseReason, FileEvent, FileState};
use ariane_domain::cell::{BroughtBy, Origin, Reality};
use ariane_domain::enquiry::DeclineReason;
use ariane_domain::service::contact::Due;
use ariane_domain::service::{EntryKind, ServiceEnd, ServiceEvent, ServiceState};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::cell::open::{Head, Opened};
use ariane_store::records::cell::read::Case;
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_store::records::service::file::{NewServiceFile, ServiceFile, ServiceHead};
use ariane_store::records::service::list::ServiceFilter;
use ariane_store::records::{Records, Work};
use uuid::Uuid;

fn worker() -> Actor {
    staff(320, Role::PsychosocialWorker)
}

fn new_file(name: &str) -> NewServiceFile {
    NewServiceFile {
        reality: Reality::Real,
        identity: Identity { name: name.into(), ..Identity::default() },
        codes: PersonCodes::default(),
        head: ServiceHead { question: "Marqueurdemande".into(), what_matters: "Marcher".into() },
        next_on: Some(today()),
    }
}

async fn begin(records: &Records, name: &str) -> Uuid {
    let mut work = records.begin(at(0)).await.expect("begun");
    let grant: Grant<FollowInService> = grant_all(&work, &worker(), "service_file");
    // As a form makes one: it says nothing of the person.
    let token = format!("form-{}", name.bytes().map(u64::from).sum::<u64>());
    let id = work.begin_service(&grant, &new_file(name), &token, today()).await.expect("begun");
    let again = work.begin_service(&grant, &new_file(name), &token, today()).await.expect("sent twice");
    assert_eq!(id, again, "a double click follows nobody twice");
    work.commit().await.expect("kept");
    id
}

async fn follow(work: &mut Work<'_>, id: Uuid) -> Grant<FollowInService> {
    let facts = work.service_facts(OWN_CONTROLLER, id).await.expect("facts");
    work.grant(&worker(), facts).expect("allowed")
}

async fn read(records: &Records, id: Uuid) -> ServiceFile {
    let mut work = records.begin(at(500)).await.expect("begun");
    let grant = follow(&mut work, id).await;
    let file = work.read_service(&grant).await.expect("read");
    work.commit().await.expect("kept");
    file
}

async fn case(records: &Records, id: Uuid) -> Case {
    let mut work = records.begin(at(501)).await.expect("begun");
    let facts = work.case_facts(OWN_CONTROLLER, id).await.expect("facts");
    let grant: Grant<ReadCase> = work.grant(&medical(), facts).expect("allowed");
    let case = work.read_case(&grant).await.expect("read");
    work.commit().await.expect("kept");
    case
}

async fn entry(
    records: &Records,
    id: Uuid,
    version: i32,
    kind: EntryKind,
    text: &str,
) -> Result<(), CellError> {
    let mut work = records.begin(at(3)).await.expect("begun");
    let grant = follow(&mut work, id).await;
    work.write_in_service(&grant, version, (kind, today()), text, None).await?;
    work.commit().await.expect("kept");
    Ok(())
}

async fn send(records: &Records, id: Uuid, version: i32) -> Result<Opened, CellError> {
    let mut work = records.begin(at(4)).await.expect("begun");
    let grant = follow(&mut work, id).await;
    let send: Grant<SendToCell> = grant_all(&work, &worker(), "case_file");
    let head =
        Head { question: "Un avis fictif ?".into(), what_matters: "Marcher".into(), ..Head::default() };
    let opened = work.send_from_service(&grant, &send, version, BroughtBy::Worker, &head).await?;
    work.commit().await.expect("kept");
    Ok(opened)
}

/// What the cell decides, on the file as it stands.
async fn decide(records: &Records, id: Uuid, minute: i64, event: FileEvent, words: &str) {
    let version = case(records, id).await.version;
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = write(&mut work, &social(), id).await;
    work.change_case(&grant, version, event, words, today()).await.expect("decided");
    work.commit().await.expect("kept");
}

async fn change(
    records: &Records,
    id: Uuid,
    version: i32,
    event: ServiceEvent,
    words: &str,
) -> Result<(), CellError> {
    let mut work = records.begin(at(6)).await.expect("begun");
    let grant = follow(&mut work, id).await;
    work.change_service(&grant, version, event, words, None).await?;
    work.commit().await.expect("kept");
    Ok(())
}

#[tokio::test]
async fn what_the_service_writes_stays_there_but_for_what_it_addresses_to_the_cell() {
    for engine in both().await {
        let records = engine.records().await;
        let id = begin(&records, "Anne Marqueurnom").await;
        for role in
            [Role::Listener, Role::PsychosocialCoordinator, Role::MedicalCoordinator, Role::HubCoordinator]
        {
            let mut work = records.begin(at(1)).await.expect("begun");
            let facts = work.service_facts(OWN_CONTROLLER, id).await.expect("facts");
            let asked = work.grant::<FollowInService>(&staff(9, role), facts);
            assert_eq!(asked.err(), Some(Refusal::Role), "{}: {role:?}", engine.name);
        }
        let early = entry(&records, id, 1, EntryKind::ToCell, "Bonjour").await;
        assert!(matches!(early, Err(CellError::Rule("service-no-case"))), "{early:?}");
        let forged = entry(&records, id, 1, EntryKind::FromCell, "Bonjour").await;
        assert!(matches!(forged, Err(CellError::Rule("not-yours"))), "{forged:?}");
        entry(&records, id, 1, EntryKind::Note, "Marqueurconfidence").await.expect("written");
        let stale = entry(&records, id, 1, EntryKind::Note, "Autre").await;
        assert!(matches!(stale, Err(CellError::Store(StoreError::Conflict))), "{stale:?}");
        let opened = send(&records, id, 2).await.expect("sent");
        let twice = send(&records, id, 3).await;
        assert!(matches!(twice, Err(CellError::Rule("service-already-there"))), "{twice:?}");
        entry(&records, id, 3, EntryKind::ToCell, "Elle a déménagé").await.expect("written");
        let seen = case(&records, opened.id).await;
        assert_eq!(seen.person.identity.name, "Anne Marqueurnom", "{}: nothing is typed again", engine.name);
        assert_eq!(seen.rules.origin, Origin::PsychosocialService);
        let outline = seen.service.expect("beside the file");
        let words: Vec<&str> = outline.words.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(words, ["Elle a déménagé"], "{}", engine.name);
        for word in ["Marqueurnom", "Marqueurdemande", "Marqueurconfidence", "déménagé"] {
            assert!(engine.files_with(word).is_empty(), "{}: {word} stands in clear", engine.name);
        }
    }
}

#[tokio::test]
async fn the_cell_asks_back_and_decides_and_the_service_learns_it_and_no_more() {
    for engine in both().await {
        let records = engine.records().await;
        let id = begin(&records, "Anne Fictive").await;
        let opened = send(&records, id, 1).await.expect("sent");
        decide(&records, opened.id, 5, FileEvent::AskBack, "Quel médecin la suit ?").await;
        let told = read(&records, id).await.case.expect("sent");
        assert_eq!(told.state, FileState::AskedBack, "{}", engine.name);
        assert_eq!(told.told.last().map(|knot| knot.text.as_str()), Some("Quel médecin la suit ?"));
        let mut work = records.begin(at(7)).await.expect("begun");
        let facts = work.sent_facts(OWN_CONTROLLER, opened.id).await.expect("facts");
        let hub = work.grant::<FollowSent>(&staff(8, Role::HubCoordinator), facts.clone());
        assert_eq!(hub.err(), Some(Refusal::NotNamed), "{}: the hub did not send them", engine.name);
        let grant: Grant<FollowSent> = work.grant(&worker(), facts).expect("theirs");
        let silent = work.answer_sent(&grant, 2, " ").await;
        assert!(matches!(silent, Err(CellError::Rule("words-missing"))), "{silent:?}");
        work.answer_sent(&grant, 2, "Le Dr Fictif").await.expect("answered");
        work.commit().await.expect("kept");
        decide(&records, opened.id, 8, FileEvent::Accept, "").await;
        let mut work = records.begin(at(8)).await.expect("begun");
        let grant = write(&mut work, &social(), opened.id).await;
        work.record_contact(&grant, "Marqueur de la cellule").await.expect("written");
        work.commit().await.expect("kept");
        decide(&records, opened.id, 9, FileEvent::Close(CloseReason::Reached), "Résultat génétique fictif")
            .await;
        let told = read(&records, id).await.case.expect("sent");
        let kinds: Vec<&str> = told.told.iter().map(|knot| knot.kind.as_str()).collect();
        assert_eq!(kinds, ["received", "ask-back", "complete", "accept", "close"], "{}", engine.name);
        assert!(told.told.iter().all(|knot| !knot.text.contains("génétique")), "why in words is the cell's");
        send(&records, id, 2).await.expect("a new question may be sent once the file is finished");
    }
}

#[tokio::test]
async fn the_hub_sees_what_it_sent_and_nothing_of_the_service() {
    for engine in both().await {
        let records = engine.records().await;
        let theirs = sent(&records, "Béa Fictive", Origin::Hub, Reality::Real).await;
        begin(&records, "Anne Fictive").await;
        sent(&records, "Carl Fictif", Origin::PsychosocialService, Reality::Real).await;
        decide(&records, theirs.id, 5, FileEvent::Refuse(DeclineReason::Other), "Pas une maladie rare").await;
        let hub = staff(8, Role::HubCoordinator);
        let mut work = records.begin(at(9)).await.expect("begun");
        let grant: Grant<FollowSent> = grant_all(&work, &hub, "case_file");
        let all = work.sent_cases(&grant).await.expect("listed");
        assert_eq!(
            all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
            ["Béa Fictive"],
            "{}",
            engine.name
        );
        let facts = work.sent_facts(OWN_CONTROLLER, theirs.id).await.expect("facts");
        let grant: Grant<FollowSent> = work.grant(&hub, facts).expect("theirs");
        let told = work.read_sent(&grant).await.expect("read");
        assert_eq!(told.state, FileState::Refused);
        assert_eq!(told.told.last().map(|knot| knot.text.as_str()), Some("Pas une maladie rare"));
    }
}

#[tokio::test]
async fn the_cell_asks_the_service_which_takes_or_declines_with_a_reason() {
    for engine in both().await {
        let records = engine.records().await;
        let opened = crate::cell::accepted(&records, "Anne Fictive").await;
        let ask = async |words: &str| {
            let mut work = records.begin(at(3)).await.expect("begun");
            let grant = write(&mut work, &social(), opened).await;
            work.ask_service(&grant, words).await?;
            work.commit().await.expect("kept");
            Ok::<(), CellError>(())
        };
        assert!(matches!(ask(" ").await, Err(CellError::Rule("empty"))), "{}", engine.name);
        ask("Un soutien psychologique").await.expect("asked");
        let twice = ask("Encore").await;
        assert!(matches!(twice, Err(CellError::Rule("not-possible"))), "{twice:?}");
        let mut work = records.begin(at(4)).await.expect("begun");
        let grant: Grant<FollowInService> = grant_all(&work, &worker(), "service_file");
        let list = work.service_list(&grant, ServiceFilter::default(), today()).await.expect("listed");
        work.commit().await.expect("kept");
        assert_eq!((list.len(), list[0].due, list[0].state), (1, Due::Offered, ServiceState::Offered));
        let id = list[0].id;
        let silent = change(&records, id, 1, ServiceEvent::Decline, "").await;
        assert!(matches!(silent, Err(CellError::Rule("words-missing"))), "{silent:?}");
        change(&records, id, 1, ServiceEvent::Decline, "Pas de place avant juin").await.expect("declined");
        let seen = case(&records, opened).await;
        let outline = seen.service.expect("beside");
        assert_eq!(outline.state, ServiceState::Declined, "{}", engine.name);
        assert!(outline.words.iter().any(|one| one.text == "Pas de place avant juin"));
        assert!(seen.thread.iter().any(|knot| knot.kind == "service" && knot.detail == "declined"));
        ask("La place s’est libérée ?").await.expect("asked again");
        change(&records, id, 3, ServiceEvent::Take, "").await.expect("taken");
        let file = read(&records, id).await;
        assert_eq!(
            (file.state, file.holder),
            (ServiceState::Followed, Some(Uuid::from_u128(320))),
            "{}",
            engine.name
        );
        change(&records, id, 4, ServiceEvent::End(ServiceEnd::Reached), "").await.expect("ended");
        assert_eq!(case(&records, opened).await.service.and_then(|one| one.end), Some(ServiceEnd::Reached));
    }
}

#[tokio::test]
async fn a_death_ends_the_follow_up_wherever_it_is_learned() {
    for engine in both().await {
        let records = engine.records().await;
        let id = begin(&records, "Anne Fictive").await;
        let opened = send(&records, id, 1).await.expect("sent");
        decide(&records, opened.id, 5, FileEvent::RecordDeath, "").await;
        let file = read(&records, id).await;
        assert_eq!(
            (file.state, file.next_on),
            (ServiceState::Died, None),
            "{}: learned by the cell",
            engine.name
        );
        let other = begin(&records, "Béa Fictive").await;
        let opened = send(&records, other, 1).await.expect("sent");
        change(&records, other, 2, ServiceEvent::RecordDeath, "").await.expect("recorded");
        assert_eq!(
            case(&records, opened.id).await.rules.state,
            FileState::Died,
            "{}: by the service",
            engine.name
        );
        let training = NewServiceFile { reality: Reality::Training, ..new_file("Cléo Fictive") };
        let mut work = records.begin(at(0)).await.expect("begun");
        let grant: Grant<FollowInService> = grant_all(&work, &worker(), "service_file");
        work.begin_service(&grant, &training, "t", today()).await.expect("begun");
        let real = work.service_list(&grant, ServiceFilter::default(), today()).await.expect("listed");
        assert!(real.is_empty(), "{}: training is never among real ones", engine.name);
    }
}
