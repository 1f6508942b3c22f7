//! The desk in the store, on both engines: each with its grant, sealed, logged.

use crate::engines::both;
use crate::office::{
    answer_grant, at, enquiry, grant, grant_all, list_grant, listener, log, once, person, read, staff,
};
use ariane_domain::access::NotesReaders;
use ariane_domain::access::Refusal;
use ariane_domain::access::grant::{
    Grant, HandOver, LogEnquiry, ManageTemplates, ReadEnquiry, ReadListeningNotes, ReadUnmetNeeds,
    ReceiveHandover, WriteListeningNotes,
};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{
    Change, HandoverChange, HandoverReason, HandoverState, Return, State, UnmetNeed, UnmetReason,
};
use ariane_domain::purpose::{Choice, Purpose};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::desk::presence::Doing;
use ariane_store::records::desk::tasks::TaskKind;
use ariane_store::records::desk::templates::TemplateText;
use ariane_store::records::outbox::Outgoing;
use uuid::Uuid;

#[tokio::test]
async fn notes_open_for_their_author_and_for_nobody_else() {
    for engine in both().await {
        let records = engine.records().await;
        let records = &records;
        let logged = log(records, &enquiry("Anne Fictive", 0)).await;
        let mut work = records.begin(at(1)).await.expect("begun");
        let write: Grant<WriteListeningNotes> = grant(&mut work, &listener(), logged.id).await;
        work.write_note(&write, "Marqueur confié", false).await.expect("written");
        let notes = work.notes_of(OWN_CONTROLLER, logged.id).await.expect("notes");
        let facts =
            work.note_facts(OWN_CONTROLLER, logged.id, notes[0], NotesReaders::Author).await.expect("facts");
        let own: Grant<ReadListeningNotes> = work.grant(&listener(), facts.clone()).expect("allowed");
        assert_eq!(work.read_note(&own).await.expect("read"), "Marqueur confié", "{}", engine.name);
        let other = staff(200, Role::Listener);
        assert_eq!(work.grant::<ReadListeningNotes>(&other, facts).err(), Some(Refusal::NotNamed));
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn a_hand_over_needs_agreement_goes_and_comes_back() {
    for engine in both().await {
        let records = engine.records().await;
        let records = &records;
        let logged = log(records, &enquiry("Anne Fictive", 0)).await;
        let mut work = records.begin(at(1)).await.expect("begun");
        let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await.expect("facts");
        assert_eq!(work.grant::<HandOver>(&listener(), facts).err(), Some(Refusal::NoAgreement));
        let answer = answer_grant(&mut work, logged.id).await;
        work.choose_spoken(&answer, Purpose::Handover, Choice::Agreed).await.expect("chosen");
        let hand: Grant<HandOver> = grant(&mut work, &listener(), logged.id).await;
        let id = work.hand_over(&hand, 1, HandoverReason::FollowUp, "Marqueur message").await.expect("sent");
        assert!(matches!(
            work.hand_over(&hand, 1, HandoverReason::FollowUp, "").await,
            Err(StoreError::Conflict)
        ));
        let cell = staff(300, Role::MedicalCoordinator);
        let facts = work.handover_facts(OWN_CONTROLLER, id).await.expect("facts");
        let receive: Grant<ReceiveHandover> = work.grant(&cell, facts).expect("allowed");
        let (sent, opened) = work.read_handed_over(&receive).await.expect("read");
        assert_eq!(
            (sent.message.as_str(), opened.requester.identity.name.as_str()),
            ("Marqueur message", "Anne Fictive")
        );
        work.receive_handover(&receive, 1, HandoverChange::Receive, "").await.expect("received");
        let late = work.answer_cell(&answer, id, 2, HandoverChange::Recall).await;
        assert!(matches!(late, Err(StoreError::NotPossible)), "what was received is not taken back");
        let back = HandoverChange::Return(Return::CallBack);
        work.receive_handover(&receive, 2, back, "Rappeler lundi").await.expect("returned");
        work.answer_cell(&answer, id, 3, HandoverChange::Done).await.expect("done");
        let reading: Grant<ReadEnquiry> = grant(&mut work, &listener(), logged.id).await;
        let all = work.handovers_of(&reading).await.expect("hand-overs");
        assert_eq!(all[0].handover.state, HandoverState::Received);
        assert_eq!(all[0].answers[0].text, "Rappeler lundi", "{}", engine.name);
        work.commit().await.expect("kept");
        assert_eq!(read(records, logged.id).await.state, State::Waiting, "the listener has something to do");
    }
}

#[tokio::test]
async fn unmet_needs_are_counted_without_persons() {
    for engine in both().await {
        let records = engine.records().await;
        let records = &records;
        let logged = log(records, &enquiry("Anne Fictive", 0)).await;
        let mut work = records.begin(at(1)).await.expect("begun");
        let grant_ = answer_grant(&mut work, logged.id).await;
        let entry = UnmetNeed { need: "professionals".parse().expect("a need"), reason: UnmetReason::TooFar };
        work.record_unmet(&grant_, entry, "Marqueur").await.expect("stored").expect("taken");
        assert!(work.record_unmet(&grant_, entry, "").await.expect("asked").is_err(), "twice is once");
        let figures: Grant<ReadUnmetNeeds> = grant_all(&work, &staff(9, Role::SteeringMember), "unmet-need");
        let counts = work.unmet_counts(&figures, at(0)).await.expect("counted");
        assert_eq!((counts.len(), counts[0].count, counts[0].entry), (1, 1, entry), "{}", engine.name);
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn a_death_stops_what_goes_out_by_itself_in_the_same_transaction() {
    for engine in both().await {
        let records = engine.records().await;
        let records = &records;
        let logged = log(records, &enquiry("Anne Fictive", 0)).await;
        let other = {
            let mut new = enquiry("Anne Fictive", 0);
            new.known_requester = Some(read(records, logged.id).await.requester.id);
            log(records, &new).await
        };
        let mut work = records.begin(at(1)).await.expect("begun");
        let mail = Outgoing {
            to: "anne@example.org".into(),
            message_id: "a@example.org".into(),
            language: "fr".into(),
            ..Outgoing::default()
        };
        work.acknowledge(OWN_CONTROLLER, other.id, &mail).await.expect("enqueued");
        let answer = answer_grant(&mut work, logged.id).await;
        work.change_enquiry(&answer, 1, Change::Take).await.expect("taken");
        work.commit().await.expect("kept");
        let person = read(records, logged.id).await.requester.id;
        let mut work = records.begin(at(2)).await.expect("begun");
        let answer = answer_grant(&mut work, logged.id).await;
        let stopped = work.record_death(&answer, person, at(0).date_naive()).await.expect("recorded");
        assert_eq!(stopped, 1, "{}: at the person's other enquiry too", engine.name);
        let list = list_grant(&work);
        let tasks = work.tasks_open(&list).await.expect("tasks");
        assert_eq!(tasks.iter().filter(|t| t.kind == TaskKind::AfterDeath).count(), 1, "one human task");
        assert_eq!(tasks.len(), 1, "in place of all that were open");
        work.commit().await.expect("kept");
        assert!(records.lease_outgoing(at(60)).await.expect("asked").is_none());
    }
}

#[tokio::test]
async fn who_is_there_is_known_for_a_while() {
    for engine in both().await {
        let records = engine.records().await;
        let records = &records;
        let logged = log(records, &enquiry("Anne Fictive", 0)).await;
        let (anne, bea) = (listener(), staff(200, Role::Listener));
        let mut work = records.begin(at(1)).await.expect("begun");
        let own: Grant<ReadEnquiry> = grant(&mut work, &anne, logged.id).await;
        let other: Grant<ReadEnquiry> = grant(&mut work, &bea, logged.id).await;
        work.be_present(&own, Doing::Reading).await.expect("there");
        work.be_present(&own, Doing::Writing).await.expect("there");
        assert!(work.others_present(&own).await.expect("asked").is_empty());
        assert_eq!(
            work.others_present(&other).await.expect("asked"),
            [(Uuid::from_u128(100), Doing::Writing)]
        );
        work.commit().await.expect("kept");
        let mut work = records.begin(at(2)).await.expect("begun");
        let other: Grant<ReadEnquiry> = grant(&mut work, &bea, logged.id).await;
        assert!(
            work.others_present(&other).await.expect("asked").is_empty(),
            "{}: the lease ran out",
            engine.name
        );
    }
}

#[tokio::test]
async fn people_are_found_by_what_they_say_and_their_last_contact_is_shown() {
    for engine in both().await {
        let records = engine.records().await;
        let records = &records;
        let mut new = enquiry("Anne Fictive", 0);
        new.requester.phone = "26 12 34 56".into();
        new.once = once("a");
        let logged = log(records, &new).await;
        log(records, &enquiry("Béa Fictive", 1)).await;
        let mut work = records.begin(at(5)).await.expect("begun");
        let list = list_grant(&work);
        for (sought, count) in [
            ("fictive anne", 1),
            ("Fictive", 2),
            ("+352 26123456", 1),
            ("anne.fictive@example.org", 1),
            ("n° 1", 1),
            ("anne durand", 0),
            ("", 0),
        ] {
            let found = work.find_enquiries(&list, sought).await.expect("sought");
            assert_eq!(found.len(), count, "{} {sought}", engine.name);
        }
        let ask: Grant<LogEnquiry> = grant_all(&work, &listener(), "person");
        let found = work.person_candidates(&ask, &person("Anne Fictive")).await.expect("asked");
        let anne = found.iter().find(|p| p.identity.name == "Anne Fictive").expect("found");
        let last = work.last_contact(&ask, anne.id).await.expect("asked").expect("one");
        assert_eq!((last.enquiry, last.summary.as_str()), (logged.id, "Marqueur Résumé Anne Fictive"));
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn a_double_is_set_aside_and_stands_again_where_it_stood() {
    for engine in both().await {
        let records = engine.records().await;
        let records = &records;
        let first = log(records, &enquiry("Anne Fictive", 0)).await;
        let second = log(records, &enquiry("Anne Fictive", 1)).await;
        let mut work = records.begin(at(2)).await.expect("begun");
        let answer = answer_grant(&mut work, second.id).await;
        work.change_enquiry(&answer, 1, Change::Take).await.expect("taken");
        work.merge_enquiry(&answer, 2, first.id).await.expect("merged");
        assert_eq!(
            work.doubles_of(OWN_CONTROLLER, first.id).await.expect("asked"),
            [(second.id, second.number)]
        );
        work.part_enquiry(&answer, 4).await.expect("parted");
        work.commit().await.expect("kept");
        let again = read(records, second.id).await;
        assert_eq!((again.state, again.merged_into), (State::Taken, None), "{}", engine.name);
    }
}

#[tokio::test]
async fn templates_keep_their_versions_and_are_never_overwritten() {
    for engine in both().await {
        let records = engine.records().await;
        let mut work = records.begin(at(0)).await.expect("begun");
        let manage: Grant<ManageTemplates> = grant_all(&work, &listener(), "template");
        let says = |text: &str| TemplateText {
            language: "fr".into(),
            title: "Titre".into(),
            text: text.into(),
            ..TemplateText::default()
        };
        let id = work.keep_template(&manage, None, &says("un")).await.expect("kept");
        work.keep_template(&manage, Some((id, 1)), &says("deux")).await.expect("kept");
        let late = work.keep_template(&manage, Some((id, 1)), &says("trois")).await;
        assert!(matches!(late, Err(StoreError::Conflict)), "{}", engine.name);
        let now = work.templates(OWN_CONTROLLER).await.expect("templates");
        assert_eq!((now.len(), now[0].version, now[0].says.text.as_str()), (1, 2, "deux"));
        assert_eq!(work.template_versions(OWN_CONTROLLER, id).await.expect("versions").len(), 2);
        work.commit().await.expect("kept");
    }
}
