//! The weekly meeting in the store, on both engines: from agenda to signed minutes, with two who write.

use crate::cell::{accepted, medical, sent, social, today, write};
use crate::engines::both;
use crate::office::{at, grant_all};
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{Grant, HoldMeeting};
use ariane_domain::cell::meeting::{AgendaReason, ItemState, MeetingState};
use ariane_domain::cell::{Origin, Reality, Track};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::cell::items::{ItemChange, Read};
use ariane_store::records::cell::wording::Kept;
use ariane_store::records::{Records, Work};
use chrono::TimeDelta;
use uuid::Uuid;

pub async fn planned(records: &Records, minutes: i64, reality: Reality) -> Uuid {
    let mut work = records.begin(at(0)).await.expect("begun");
    let id = planned_in(&mut work, minutes, reality).await;
    assert_eq!(planned_in(&mut work, minutes, reality).await, id);
    work.commit().await.expect("kept");
    id
}

pub async fn planned_in(work: &mut Work<'_>, minutes: i64, reality: Reality) -> Uuid {
    let all: Grant<HoldMeeting> = grant_all(work, &social(), "cell_meeting");
    work.schedule_meeting(&all, reality, at(minutes)).await.expect("planned")
}

pub async fn hold(work: &Work<'_>, who: &Actor, id: Uuid) -> Grant<HoldMeeting> {
    let facts = work.meeting_facts(OWN_CONTROLLER, id).await.expect("facts");
    work.grant(who, facts).expect("allowed")
}

#[tokio::test]
async fn the_agenda_has_each_file_of_the_three_origins_once_with_its_reasons() {
    for engine in both().await {
        let records = engine.records().await;
        let hub = sent(&records, "Hubert Fictif", Origin::Hub, Reality::Real).await;
        sent(&records, "Sophie Fictive", Origin::PsychosocialService, Reality::Real).await;
        sent(&records, "Exercice", Origin::Hub, Reality::Training).await;
        let id = planned(&records, 60, Reality::Real).await;
        let mut work = records.begin(at(5)).await.expect("begun");
        let grant = hold(&work, &social(), id).await;
        assert_eq!(work.build_agenda(&grant, today()).await.expect("built"), 2, "{}", engine.name);
        assert_eq!(work.build_agenda(&grant, today()).await.expect("built"), 0, "nothing twice");
        let twice = work.add_item(&grant, hub.number).await;
        assert!(matches!(twice, Err(CellError::Rule("on-agenda"))));
        assert!(matches!(work.add_item(&grant, 99).await, Err(CellError::Rule("no-such-file"))));
        let items = work.read_items(&grant).await.expect("items");
        let seen: Vec<(&str, &[AgendaReason])> =
            items.iter().map(|item| (item.name.as_str(), item.reasons.as_slice())).collect();
        let new = &[AgendaReason::New][..];
        assert_eq!(seen, [("Sophie Fictive", new), ("Hubert Fictif", new)], "in the order of the document");
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn two_who_write_one_item_are_joined_and_minutes_freeze_with_both_names() {
    for engine in both().await {
        let records = engine.records().await;
        let file = accepted(&records, "Anne Fictive").await;
        let id = planned(&records, 60, Reality::Real).await;
        let mut work = records.begin(at(60)).await.expect("begun");
        let (one, two) = (hold(&work, &social(), id).await, hold(&work, &medical(), id).await);
        work.add_item(&one, 1).await.expect("on the agenda");
        let version = work.read_meeting(&one).await.expect("read").version;
        work.begin_meeting(&one, version).await.expect("begun");
        work.attend(&one).await.expect("there");
        let item = work.read_items(&one).await.expect("items").remove(0);
        work.write_item_text(&one, item.id, Read::Revision(0), "École\n\nSanté").await.expect("written");
        work.write_item_text(&one, item.id, Read::Revision(1), "École : plan\n\nSanté")
            .await
            .expect("written");
        let late = work
            .write_item_text(&two, item.id, Read::Revision(1), "École\n\nSanté : IRM")
            .await
            .expect("joined");
        assert_eq!(late, Kept::Saved { revision: 3, is_joined: true }, "{}", engine.name);
        let both =
            work.write_item_text(&two, item.id, Read::Revision(1), "Crèche\n\nSanté").await.expect("asked");
        assert!(matches!(both, Kept::Choose { revision: 3, .. }));
        work.change_item(&one, item.id, ItemChange::Decided).await.expect("decided");
        let absent = work.change_item(&two, item.id, ItemChange::Dissent).await;
        assert!(matches!(absent, Err(CellError::Rule("not-present"))));
        work.attend(&two).await.expect("there");
        work.change_item(&two, item.id, ItemChange::Dissent).await.expect("of another opinion");
        let items = work.read_items(&one).await.expect("items");
        assert_eq!(items[0].text, "École : plan\n\nSanté : IRM");
        assert_eq!(items[0].item.decision.as_ref().expect("decided").dissent.len(), 1);

        let meeting = work.read_meeting(&one).await.expect("read");
        work.end_meeting(&one, meeting.version).await.expect("ended");
        let read = work.read_meeting(&one).await.expect("read").meeting.minutes.version;
        work.sign_minutes(&one, Track::Psychosocial, read).await.expect("signed");
        work.write_item_text(&two, item.id, Read::Revision(3), "École : plan\n\nSanté : IRM faite")
            .await
            .expect("changed");
        let minutes = work.read_meeting(&one).await.expect("read").meeting.minutes;
        assert!(minutes.psychosocial.is_none(), "nobody stands behind what they have not read");
        work.sign_minutes(&one, Track::Psychosocial, minutes.version).await.expect("signed");
        work.sign_minutes(&two, Track::Medical, minutes.version).await.expect("signed");
        let closed = work.read_meeting(&one).await.expect("read");
        assert_eq!(closed.meeting.state, MeetingState::Closed);
        let frozen = work.write_item_text(&one, item.id, Read::Revision(4), "x").await;
        assert!(matches!(frozen, Err(CellError::Rule("not-possible"))));
        work.add_addendum(&two, "Marqueuraddenda").await.expect("added");
        let addenda = work.read_meeting(&one).await.expect("read").meeting.addenda;
        assert_eq!(addenda[0].text, "Marqueuraddenda");
        work.commit().await.expect("kept");
        assert!(engine.files_with("Marqueuraddenda").is_empty() && engine.files_with("IRM faite").is_empty());
        let mut work = records.begin(at(70)).await.expect("begun");
        let grant = write(&mut work, &social(), file).await;
        work.record_contact(&grant, "x").await.expect("the file itself goes on");
    }
}

#[tokio::test]
async fn what_was_not_reached_comes_back_first() {
    for engine in both().await {
        let records = engine.records().await;
        accepted(&records, "Anne Fictive").await;
        let first = planned(&records, 60, Reality::Real).await;
        let mut work = records.begin(at(60)).await.expect("begun");
        let grant = hold(&work, &social(), first).await;
        work.add_item(&grant, 1).await.expect("on the agenda");
        let early = work.end_meeting(&grant, 2).await;
        assert!(matches!(early, Err(CellError::Rule("not-possible"))));
        assert!(matches!(work.begin_meeting(&grant, 1).await, Err(CellError::Store(StoreError::Conflict))));
        work.begin_meeting(&grant, 2).await.expect("begun");
        work.end_meeting(&grant, 3).await.expect("ended");
        assert_eq!(work.read_items(&grant).await.expect("items")[0].item.state, ItemState::CarriedOver);
        work.commit().await.expect("kept");
        sent(&records, "Béa Fictive", Origin::Hub, Reality::Real).await;
        let second = planned(&records, 60 * 24 * 7, Reality::Real).await;
        let mut work = records.begin(at(0) + TimeDelta::days(6)).await.expect("begun");
        let grant = hold(&work, &medical(), second).await;
        work.build_agenda(&grant, today()).await.expect("built");
        let items = work.read_items(&grant).await.expect("items");
        let seen: Vec<(&str, u16)> = items.iter().map(|i| (i.name.as_str(), i.item.carried)).collect();
        assert_eq!(seen, [("Anne Fictive", 1), ("Béa Fictive", 0)], "{}", engine.name);
        work.commit().await.expect("kept");
    }
}
