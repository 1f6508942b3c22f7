//! Files of the cell in the store, on both engines: each act with its grant, sealed, logged, nobody's words lost.

use crate::engines::both;
use crate::office::{answer_grant, at, enquiry, grant, grant_all, listener, log, staff};
use ariane_domain::access::grant::{
    Grant, HandOver, ListCases, ReadCase, ReceiveHandover, SendToCell, WriteCase,
};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::account::Role;
use ariane_domain::cell::analysis::NoteSharing;
use ariane_domain::cell::file::{CloseReason, FileEvent, FileState};
use ariane_domain::cell::follow_up::FollowUpReason;
use ariane_domain::cell::join::Piece;
use ariane_domain::cell::step::{AnswerWay, StepEvent, StepOutcome, StepState};
use ariane_domain::cell::{BroughtBy, Origin, Reality, Track};
use ariane_domain::enquiry::{HandoverReason, RequesterKind};
use ariane_domain::purpose::{Choice, Purpose};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::cell::board::BoardFilter;
use ariane_store::records::cell::open::{Head, NewCase, Opened};
use ariane_store::records::cell::read::Case;
use ariane_store::records::cell::steps::NewStep;
use ariane_store::records::cell::wording::Kept;
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_store::records::{Records, Work};
use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

pub fn social() -> Actor {
    staff(300, Role::PsychosocialCoordinator)
}

pub fn medical() -> Actor {
    staff(301, Role::MedicalCoordinator)
}

pub fn today() -> NaiveDate {
    at(0).date_naive()
}

pub fn new_case(name: &str, origin: Origin, reality: Reality) -> NewCase {
    NewCase {
        origin,
        brought_by: BroughtBy::Worker,
        reality,
        identity: Identity { name: name.into(), ..Identity::default() },
        codes: PersonCodes { age_band: "adult".into(), ..PersonCodes::default() },
        head: Head { question: "Marqueur question".into(), ..Head::default() },
    }
}

/// Somebody sent by the service.
pub async fn sent(records: &Records, name: &str, origin: Origin, reality: Reality) -> Opened {
    let mut work = records.begin(at(0)).await.expect("begun");
    let send: Grant<SendToCell> = grant_all(&work, &social(), "case_file");
    let opened = work.receive_case(&send, &new_case(name, origin, reality)).await.expect("received");
    work.commit().await.expect("kept");
    opened
}

pub async fn write(work: &mut Work<'_>, who: &Actor, id: Uuid) -> Grant<WriteCase> {
    let facts = work.case_facts(OWN_CONTROLLER, id).await.expect("facts");
    work.grant(who, facts).expect("allowed")
}

async fn read(records: &Records, who: &Actor, id: Uuid) -> Case {
    let mut work = records.begin(at(500)).await.expect("begun");
    let facts = work.case_facts(OWN_CONTROLLER, id).await.expect("facts");
    let grant: Grant<ReadCase> = work.grant(who, facts).expect("allowed");
    let case = work.read_case(&grant).await.expect("read");
    work.commit().await.expect("kept");
    case
}

/// An accepted file.
pub async fn accepted(records: &Records, name: &str) -> Uuid {
    let opened = sent(records, name, Origin::PsychosocialService, Reality::Real).await;
    let mut work = records.begin(at(1)).await.expect("begun");
    let grant = write(&mut work, &social(), opened.id).await;
    work.change_case(&grant, 1, FileEvent::Accept, "", today()).await.expect("accepted");
    work.commit().await.expect("kept");
    opened.id
}

#[tokio::test]
async fn a_hand_over_becomes_one_file_and_nothing_is_typed_again() {
    for engine in both().await {
        let records = engine.records().await;
        let mut about = enquiry("Anne Fictive", 0);
        about.codes.requester_kind = RequesterKind::Relative;
        let logged = log(&records, &about).await;
        let mut work = records.begin(at(1)).await.expect("begun");
        let answer = answer_grant(&mut work, logged.id).await;
        work.choose_spoken(&answer, Purpose::Handover, Choice::Agreed).await.expect("chosen");
        let hand: Grant<HandOver> = grant(&mut work, &listener(), logged.id).await;
        let handover = work.hand_over(&hand, 1, HandoverReason::FollowUp, "").await.expect("sent");
        let facts = work.handover_facts(OWN_CONTROLLER, handover).await.expect("facts");
        let receive: Grant<ReceiveHandover> = work.grant(&medical(), facts).expect("allowed");
        let opened = work.open_from_handover(&receive, 1, BroughtBy::Listener).await.expect("opened");
        let again = work.open_from_handover(&receive, 2, BroughtBy::Other).await.expect("asked again");
        assert_eq!((again.id, again.is_new), (opened.id, false), "{}", engine.name);
        work.commit().await.expect("kept");
        let case = read(&records, &social(), opened.id).await;
        assert_eq!((case.rules.origin, case.enquiry), (Origin::Infoline, Some(logged.id)));
        assert!(!case.head.question.is_empty(), "what the infoline knew is there");
        assert!(case.person.identity.is_anonymous(), "the relative who asked is not the person concerned");
        assert_eq!(case.rules.brought_by.value, BroughtBy::Listener);
    }
}

#[tokio::test]
async fn a_listener_and_a_worker_of_the_service_read_no_file() {
    for engine in both().await {
        let records = engine.records().await;
        let opened = sent(&records, "Anne Fictive", Origin::Hub, Reality::Real).await;
        let mut work = records.begin(at(1)).await.expect("begun");
        let facts = work.case_facts(OWN_CONTROLLER, opened.id).await.expect("facts");
        for role in [Role::Listener, Role::PsychosocialWorker, Role::HubCoordinator, Role::Administrator] {
            let asked = work.grant::<ReadCase>(&staff(9, role), facts.clone());
            assert_eq!(asked.err(), Some(Refusal::Role), "{role:?}");
        }
        // The service brings its own people, not those of the hub.
        let worker: Grant<SendToCell> = grant_all(&work, &staff(10, Role::PsychosocialWorker), "case_file");
        let foreign = new_case("Béa Fictive", Origin::Hub, Reality::Real);
        let refused = work.receive_case(&worker, &foreign).await;
        assert!(matches!(refused, Err(CellError::Rule("not-yours"))), "{}", engine.name);
        let own = new_case("Béa Fictive", Origin::PsychosocialService, Reality::Real);
        assert_eq!(work.receive_case(&worker, &own).await.expect("sent").number, 2);
        let mut twice = Vec::new();
        for _ in 0..2 {
            twice.push(work.receive_case_once(&worker, &own, "token of a form").await.expect("sent"));
        }
        assert_eq!((twice[0].number, twice[0].is_new), (3, true), "{}", engine.name);
        assert_eq!(
            (twice[1].id, twice[1].number, twice[1].is_new),
            (twice[0].id, 3, false),
            "{}",
            engine.name
        );
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn two_who_write_the_same_analysis_lose_no_word() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        let track = Track::Psychosocial;
        let first = work.write_analysis(&grant, track, 0, "École\n\nLogement").await.expect("written");
        assert_eq!(first, Kept::Saved { revision: 1, is_joined: false });
        // Two windows read revision 1; one changes the first paragraph, the other the last.
        work.write_analysis(&grant, track, 1, "École : intégration\n\nLogement").await.expect("written");
        let joined = work.write_analysis(&grant, track, 1, "École\n\nLogement adapté").await.expect("joined");
        assert_eq!(joined, Kept::Saved { revision: 3, is_joined: true });
        // Both changed the same line: nothing is stored, both wordings are given.
        let chosen = work.write_analysis(&grant, track, 1, "Crèche\n\nLogement").await.expect("asked");
        let Kept::Choose { pieces, revision: 3 } = chosen else { panic!("{chosen:?}") };
        assert!(pieces.iter().any(|piece| matches!(piece, Piece::Conflict { theirs, mine, .. }
            if theirs.contains("intégration") && mine.contains("Crèche"))));
        let unread = work.sign_analysis(&grant, track, 2).await;
        assert!(matches!(unread, Err(CellError::Rule("not-what-was-read"))));
        work.sign_analysis(&grant, track, 3).await.expect("signed");
        let after = work.write_analysis(&grant, track, 3, "x").await;
        assert!(matches!(after, Err(CellError::Rule("signed"))), "a signed version stays");
        work.reopen_analysis(&grant, track, "nouvel élément").await.expect("opened anew");
        let anew = work.write_analysis(&grant, track, 0, "École : intégration\n\nLogement trouvé").await;
        assert_eq!(anew.expect("written"), Kept::Saved { revision: 1, is_joined: false });
        work.commit().await.expect("kept");

        let mut work = records.begin(at(3)).await.expect("begun");
        let other = write(&mut work, &medical(), id).await;
        let foreign = work.write_analysis(&other, track, 1, "x").await;
        assert!(matches!(foreign, Err(CellError::Rule("not-your-track"))), "{}", engine.name);
        work.write_analysis(&other, Track::Medical, 0, "Génétique").await.expect("their own");
        work.commit().await.expect("kept");
        let case = read(&records, &medical(), id).await;
        let analysis = case.analysis(track).expect("begun");
        assert_eq!(analysis.in_force().expect("signed").text, "École : intégration\n\nLogement adapté");
        assert_eq!(analysis.draft().expect("a draft").text, "École : intégration\n\nLogement trouvé");
    }
}

#[tokio::test]
async fn the_summary_is_of_both_or_of_nobody() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let (one, two) = (write(&mut work, &social(), id).await, write(&mut work, &medical(), id).await);
        work.write_summary(&one, 0, "Ensemble").await.expect("written");
        work.sign_summary(&one, Track::Psychosocial, 1).await.expect("signed");
        let wrong = work.sign_summary(&one, Track::Medical, 1).await;
        assert!(matches!(wrong, Err(CellError::Rule("not-your-track"))));
        work.write_summary(&two, 1, "Ensemble, autrement").await.expect("changed");
        work.sign_summary(&two, Track::Medical, 2).await.expect("signed");
        work.commit().await.expect("kept");
        let joint = read(&records, &social(), id).await.summary.joint;
        assert!(joint.psychosocial.is_none() && joint.medical.is_some(), "{}: a change clears", engine.name);
    }
}

#[tokio::test]
async fn a_note_of_one_track_is_not_there_for_the_other_until_it_is_shared() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let (one, two) = (write(&mut work, &social(), id).await, write(&mut work, &medical(), id).await);
        let note = work
            .write_track_note(&one, Track::Psychosocial, NoteSharing::OwnTrack, "Marqueur confié")
            .await
            .expect("written");
        let stolen = work.share_note(&two, note, NoteSharing::BothTracks).await;
        assert!(matches!(stolen, Err(CellError::Store(StoreError::NotThere))), "its author only");
        work.commit().await.expect("kept");
        assert!(read(&records, &medical(), id).await.notes.is_empty(), "{}", engine.name);
        assert_eq!(read(&records, &social(), id).await.notes.len(), 1);
        let mut work = records.begin(at(3)).await.expect("begun");
        work.share_note(&one, note, NoteSharing::BothTracks).await.expect("shared");
        work.commit().await.expect("kept");
        assert_eq!(read(&records, &medical(), id).await.notes[0].text, "Marqueur confié");
    }
}

#[tokio::test]
async fn follow_up_is_computed_and_a_step_has_an_owner_and_a_day() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        assert_eq!(read(&records, &social(), id).await.follow_up.reason, FollowUpReason::Quiet);
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        let owner = Uuid::from_u128(301);
        let new = |due, text| NewStep { track: Track::Medical, owner, due, text, meeting: None };
        let past = work.propose_step(&grant, &new(today() - TimeDelta::days(1), "IRM"), today()).await;
        assert!(matches!(past, Err(CellError::Rule("due-in-past"))));
        let due = today() + TimeDelta::days(10);
        let step = work.propose_step(&grant, &new(due, "Marqueur IRM"), today()).await.expect("proposed");
        let agreed = StepEvent::Answer { agreed: true, way: AnswerWay::Spoken, recorded_by: None };
        work.change_step(&grant, step, 1, agreed, "").await.expect("recorded");
        let again = work.change_step(&grant, step, 1, StepEvent::Begin, "").await;
        assert!(matches!(again, Err(CellError::Store(StoreError::Conflict))));
        work.commit().await.expect("kept");
        let case = read(&records, &medical(), id).await;
        assert!(case.follow_up.is_active && case.follow_up.reason == FollowUpReason::StepOpen);
        let answer = case.steps[0].step.answer.expect("an answer");
        assert_eq!(answer.recorded_by, Some(Uuid::from_u128(300)), "{}: who wrote it down", engine.name);

        let mut work = records.begin(at(4)).await.expect("begun");
        let board: Grant<ListCases> = grant_all(&work, &medical(), "case_file");
        let mine = BoardFilter { due_before: Some(due.succ_opt().expect("a day")), ..BoardFilter::default() };
        let rows = work.board(&board, &mine, 0, 50).await.expect("a board");
        assert_eq!((rows.len(), rows[0].next_due, rows[0].name.as_str()), (1, Some(due), "Anne Fictive"));
        let grant = write(&mut work, &medical(), id).await;
        work.change_step(&grant, step, 2, StepEvent::Finish(StepOutcome::Reached), "Faite")
            .await
            .expect("done");
        work.commit().await.expect("kept");
        let case = read(&records, &medical(), id).await;
        assert_eq!((case.steps[0].step.state, case.steps[0].outcome.as_str()), (StepState::Done, "Faite"));

        // Nothing carries it any more: time alone ends follow-up.
        let late = at(0) + TimeDelta::days(200);
        assert_eq!(
            records.refresh_follow_up(OWN_CONTROLLER, late).await.expect("looked"),
            0,
            "it ended with the step"
        );
        assert_eq!(read(&records, &medical(), id).await.follow_up.reason, FollowUpReason::Quiet);
    }
}

#[tokio::test]
async fn a_contact_carries_a_file_for_a_time() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        work.record_contact(&grant, "Appelée").await.expect("noted");
        work.commit().await.expect("kept");
        assert!(read(&records, &social(), id).await.follow_up.is_active);
        let late = at(0) + TimeDelta::days(200);
        assert_eq!(records.refresh_follow_up(OWN_CONTROLLER, late).await.expect("looked"), 1);
        assert!(!read(&records, &social(), id).await.follow_up.is_active, "{}", engine.name);
    }
}

#[tokio::test]
async fn a_death_ends_every_step_and_leaves_one_task() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Anne Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        for text in ["IRM", "Demande d’aide"] {
            let due = today() + TimeDelta::days(5);
            let owner = Uuid::from_u128(300);
            let new = NewStep { track: Track::Psychosocial, owner, due, text, meeting: None };
            work.propose_step(&grant, &new, today()).await.expect("proposed");
        }
        work.change_case(&grant, 2, FileEvent::RecordDeath, "", today()).await.expect("recorded");
        work.commit().await.expect("kept");
        let case = read(&records, &medical(), id).await;
        assert_eq!(case.rules.state, FileState::Died);
        assert!(case.steps.iter().all(|one| one.step.state == StepState::Cancelled), "{}", engine.name);
        let tasks: Vec<_> = case.thread.iter().filter(|knot| knot.kind == "death-task").collect();
        assert_eq!((tasks.len(), tasks[0].detail.as_str()), (1, "2"));
        assert!(!case.follow_up.is_active && case.follow_up.reason == FollowUpReason::Died);
    }
}

#[tokio::test]
async fn training_is_never_among_real_files_and_has_its_own_numbers() {
    for engine in both().await {
        let records = engine.records().await;
        let real = sent(&records, "Anne Fictive", Origin::Hub, Reality::Real).await;
        let training = sent(&records, "Exercice", Origin::Hub, Reality::Training).await;
        assert_eq!((real.number, training.number), (1, 1), "{}", engine.name);
        let mut work = records.begin(at(1)).await.expect("begun");
        let board: Grant<ListCases> = grant_all(&work, &social(), "case_file");
        for (is_training, name) in [(false, "Anne Fictive"), (true, "Exercice")] {
            let filter = BoardFilter { is_training, ..BoardFilter::default() };
            let rows = work.board(&board, &filter, 0, 50).await.expect("a board");
            assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), [name]);
            assert_eq!(work.board_counts(&board, is_training).await.expect("counted").received, 1);
        }
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn what_is_written_in_a_file_is_sealed_and_its_reading_logged() {
    for engine in both().await {
        let records = engine.records().await;
        let id = accepted(&records, "Marqueurnom Fictive").await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let grant = write(&mut work, &social(), id).await;
        work.write_analysis(&grant, Track::Psychosocial, 0, "Marqueuranalyse").await.expect("written");
        work.write_summary(&grant, 0, "Marqueursynthese").await.expect("written");
        work.record_contact(&grant, "Marqueurcontact").await.expect("noted");
        let close = FileEvent::Close(CloseReason::Reached);
        work.change_case(&grant, 2, close, "Marqueurcloture", today()).await.expect("closed");
        work.commit().await.expect("kept");
        let case = read(&records, &social(), id).await;
        assert!(case.thread.iter().any(|knot| knot.text == "Marqueurcloture"));
        for marker in [
            "Marqueurnom",
            "Marqueuranalyse",
            "Marqueursynthese",
            "Marqueurcontact",
            "Marqueurcloture",
            "Marqueur question",
        ] {
            assert!(engine.files_with(marker).is_empty(), "{}: {marker}", engine.name);
        }
    }
}
