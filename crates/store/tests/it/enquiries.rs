//! Enquiries: kept once, read by who may, changed by one at a time, sealed on disk.

use crate::engines::both;
use crate::office::{answer_grant, at, enquiry, list_grant, listener, log, message, once, read};
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{FollowOwnEnquiry, Grant, LogEnquiry};
use ariane_domain::access::{Facts, Proof};
use ariane_domain::danger::Danger;
use ariane_domain::enquiry::{Change, EntryMode, Outcome, State, Urgency};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::enquiries::queue::QueueFilter;
use ariane_store::records::enquiries::thread::Arrival;
use ariane_store::records::outbox::{Ending, Outgoing};
use chrono::TimeDelta;

#[tokio::test]
async fn what_is_logged_is_read_back_whole() {
    for engine in both().await {
        let records = engine.records().await;
        let mut new = enquiry("Anne Fictive", 0);
        new.message = Some(message("Bonjour", "m1@example.org", 0));
        let logged = log(&records, &new).await;
        assert_eq!((logged.number, logged.is_new), (1, true), "{}", engine.name);
        let found = read(&records, logged.id).await;
        assert_eq!(found.texts, new.texts);
        assert_eq!(found.codes, new.codes);
        assert_eq!(found.requester.identity, new.requester);
        assert_eq!(found.messages[0].text, "Bonjour");
        assert_eq!(found.messages[0].attachments[0].name, "marqueur-fichier.pdf");
        assert_eq!(found.state, State::Waiting);
        assert!(!found.is_anonymous);
    }
}

#[tokio::test]
async fn nothing_that_identifies_lies_open_on_disk() {
    for engine in both().await {
        let records = engine.records().await;
        let mut new = enquiry("Zoé Marqueurnom", 0);
        new.requester.phone = "+352 691 000 111".into();
        new.message = Some(message("Marqueur Texte", "marqueur-id@example.org", 0));
        let logged = log(&records, &new).await;
        let mut work = records.begin(at(2)).await.unwrap();
        let grant = answer_grant(&mut work, logged.id).await;
        work.change_enquiry(&grant, 1, Change::Take).await.unwrap();
        let mail = Outgoing {
            to: "zoé@marqueur.example".into(),
            text: "Marqueur Réponse".into(),
            ..Outgoing::default()
        };
        work.reply(&grant, 2, EntryMode::Mail, "Marqueur Réponse", Some(&mail)).await.unwrap();
        work.commit().await.unwrap();
        if engine.name == "PostgreSQL" {
            use sea_orm::ConnectionTrait;
            engine.outside().await.execute_unprepared("CHECKPOINT").await.unwrap();
        }
        for marker in ["Marqueur", "marqueur", "691 000 111", "691000111", "Zoé"] {
            assert_eq!(
                engine.files_with(marker),
                Vec::<std::path::PathBuf>::new(),
                "{} {marker}",
                engine.name
            );
        }
        assert!(
            !engine.files_with("professionals").is_empty(),
            "codes stay clear, so the search does find things"
        );
    }
}

#[tokio::test]
async fn what_arrives_twice_is_kept_once() {
    for engine in both().await {
        let records = engine.records().await;
        let mut new = enquiry("Anne Fictive", 0);
        new.once = once("k1");
        let first = log(&records, &new).await;
        let again = log(&records, &new).await;
        assert_eq!(
            (again.id, again.number, again.is_new),
            (first.id, first.number, false),
            "{}",
            engine.name
        );

        let mut work = records.begin(at(1)).await.unwrap();
        let facts = work.enquiry_facts(OWN_CONTROLLER, first.id).await.unwrap();
        let grant: Grant<LogEnquiry> = work.grant(&Actor::System("intake"), facts).unwrap();
        let arrival = Arrival { due_at: at(9_000), urgency: Urgency::None };
        let token = once("k2");
        let mail = message("Encore moi", "m2@example.org", 1);
        assert!(work.add_incoming(&grant, first.id, token.as_ref(), &mail, arrival).await.unwrap());
        assert!(!work.add_incoming(&grant, first.id, token.as_ref(), &mail, arrival).await.unwrap());
        assert_eq!(work.enquiry_of_message(OWN_CONTROLLER, "m2@example.org").await.unwrap(), Some(first.id));
        assert_eq!(work.enquiry_of_message(OWN_CONTROLLER, "m3@example.org").await.unwrap(), None);
        work.commit().await.unwrap();
        assert_eq!(read(&records, first.id).await.messages.len(), 1);
    }
}

#[tokio::test]
async fn work_that_is_dropped_leaves_nothing() {
    for engine in both().await {
        let records = engine.records().await;
        let mut new = enquiry("Anne Fictive", 0);
        new.once = once("k1");
        {
            let mut work = records.begin(at(0)).await.unwrap();
            let grant: Grant<LogEnquiry> =
                work.grant(&listener(), Facts::of_all(OWN_CONTROLLER, "enquiry")).unwrap();
            work.log_enquiry(&grant, &new).await.unwrap();
        }
        let logged = log(&records, &new).await;
        assert_eq!((logged.number, logged.is_new), (1, true), "{}", engine.name);
        let report = records.store().verify_audit(&[], "").await.unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    }
}

#[tokio::test]
async fn who_was_overtaken_is_told_and_overwrites_nothing() {
    for engine in both().await {
        let records = engine.records().await;
        let logged = log(&records, &enquiry("Anne Fictive", 0)).await;
        let mut work = records.begin(at(1)).await.unwrap();
        let grant = answer_grant(&mut work, logged.id).await;
        work.change_enquiry(&grant, 1, Change::Take).await.unwrap();
        work.commit().await.unwrap();

        let mut work = records.begin(at(2)).await.unwrap();
        let grant = answer_grant(&mut work, logged.id).await;
        let late = work.change_enquiry(&grant, 1, Change::Take).await;
        assert!(matches!(late, Err(StoreError::Conflict)), "{} {late:?}", engine.name);
        let wrong = work.change_enquiry(&grant, 2, Change::Close(Outcome::Answered)).await;
        assert!(matches!(wrong, Err(StoreError::NotPossible)), "no reply yet: {wrong:?}");
        drop(work);
        let found = read(&records, logged.id).await;
        assert_eq!((found.state, found.version), (State::Taken, 2));
    }
}

#[tokio::test]
async fn the_queue_shows_danger_first_then_what_is_due_and_goes_on_where_it_ended() {
    for engine in both().await {
        let records = engine.records().await;
        for minute in 0..25 {
            let mut new = enquiry(&format!("Personne Fictive {minute:02}"), minute);
            if minute == 20 {
                new.urgency = Urgency::Danger(Danger::SelfHarm);
            }
            if minute % 2 == 0 {
                new.codes.mode = EntryMode::Phone;
                new.codes.needs = vec!["school-work/school".parse().unwrap()];
            }
            log(&records, &new).await;
        }
        let mut work = records.begin(at(100)).await.unwrap();
        let grant = list_grant(&work);
        let mut numbers = Vec::new();
        let mut after = None;
        loop {
            let page = work.queue(&grant, &QueueFilter::default(), after, 10).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(last.after);
            numbers.extend(page.iter().map(|row| row.number));
        }
        let mut expected: Vec<i64> = vec![21];
        expected.extend((1..=25).filter(|n| *n != 21));
        assert_eq!(numbers, expected, "{}", engine.name);

        let phone = QueueFilter { modes: vec![EntryMode::Phone], ..QueueFilter::default() };
        assert_eq!(work.queue(&grant, &phone, None, 50).await.unwrap().len(), 13);
        let school = QueueFilter { need: "school-work".parse().ok(), ..QueueFilter::default() };
        assert_eq!(work.queue(&grant, &school, None, 50).await.unwrap().len(), 13);
        let urgent = QueueFilter { is_urgent: true, ..QueueFilter::default() };
        let row = work.queue(&grant, &urgent, None, 50).await.unwrap().remove(0);
        assert_eq!((row.name.as_str(), row.number), ("Personne Fictive 20", 21));
        assert_eq!(work.queue_count(&grant, &QueueFilter::default(), 1_000).await.unwrap(), 25);
        let closed = QueueFilter { states: vec![State::Closed], ..QueueFilter::default() };
        assert!(work.queue(&grant, &closed, None, 50).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_reply_waits_in_the_outbox_until_it_is_sent_and_is_tried_again() {
    for engine in both().await {
        let records = engine.records().await;
        let logged = log(&records, &enquiry("Anne Fictive", 0)).await;
        let mut work = records.begin(at(1)).await.unwrap();
        let grant = answer_grant(&mut work, logged.id).await;
        work.change_enquiry(&grant, 1, Change::Take).await.unwrap();
        let mail = Outgoing {
            to: "anne.fictive@example.org".into(),
            message_id: "r1@ariane.example".into(),
            text: "Voici".into(),
            ..Outgoing::default()
        };
        work.reply(&grant, 2, EntryMode::Mail, "Voici", Some(&mail)).await.unwrap();
        work.commit().await.unwrap();

        let leased = records.lease_outgoing(at(2)).await.unwrap().expect("a mail");
        assert_eq!(leased.mail, mail, "{}", engine.name);
        assert!(records.lease_outgoing(at(2)).await.unwrap().is_none(), "another has it");
        // The one who had it stopped: after its lease somebody else takes it.
        let again =
            records.lease_outgoing(at(2) + TimeDelta::minutes(6)).await.unwrap().expect("the mail again");
        assert_eq!(again.mail.message_id, mail.message_id, "a stable Message-ID");
        let now = at(10);
        records
            .end_outgoing(again.controller, again.id, again.attempts, Ending::Later("no-answer"), now)
            .await
            .unwrap();
        assert!(records.lease_outgoing(now).await.unwrap().is_none(), "not at once");
        let later = records.lease_outgoing(now + TimeDelta::minutes(2)).await.unwrap().expect("once more");
        records.end_outgoing(later.controller, later.id, later.attempts, Ending::Sent, now).await.unwrap();
        assert!(records.lease_outgoing(now + TimeDelta::days(9)).await.unwrap().is_none());
        let state = records.outbox_state().await.unwrap();
        assert_eq!((state.waiting, state.given_up), (0, 0));
        let found = read(&records, logged.id).await;
        assert_eq!((found.state, found.messages.len()), (State::Answered, 1));
        assert_eq!(found.first_replied_at, Some(at(1)));
    }
}

#[tokio::test]
async fn a_further_message_puts_an_answered_enquiry_back_and_danger_only_grows() {
    for engine in both().await {
        let records = engine.records().await;
        let logged = log(&records, &enquiry("Anne Fictive", 0)).await;
        let mut work = records.begin(at(1)).await.unwrap();
        let grant = answer_grant(&mut work, logged.id).await;
        work.change_enquiry(&grant, 1, Change::Take).await.unwrap();
        work.reply(&grant, 2, EntryMode::Phone, "Rappelée", None).await.unwrap();
        let own = Actor::LinkHolder { enquiry: logged.id, proof: Proof::LinkAndCode };
        let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await.unwrap();
        let follow: Grant<FollowOwnEnquiry> = work.grant(&own, facts).unwrap();
        let arrival = Arrival { due_at: at(9_000), urgency: Urgency::Danger(Danger::Acute) };
        work.add_own(&follow, None, &message("Au secours", "", 5), arrival).await.unwrap();
        let status = work.own_status(&follow).await.unwrap();
        assert_eq!((status.state, status.messages), (State::Waiting, (1, 1)), "{}", engine.name);
        let calm = Arrival { due_at: at(9_000), urgency: Urgency::None };
        work.add_own(&follow, None, &message("Merci", "", 6), calm).await.unwrap();
        work.commit().await.unwrap();
        let found = read(&records, logged.id).await;
        assert_eq!(found.urgency, Urgency::Danger(Danger::Acute));
        assert_eq!(found.due_at, at(9_000));
    }
}
