//! What is refused about panels though a grant was given, on both engines: each was found by taking the check away
//! (`mutation/checks.py`).

use crate::cell::{medical, social};
use crate::engines::both;
use crate::office::at;
use crate::panel_house::{
    DAY, admit, begin, case, dies, expert, house, hub, open, panel, preparing, rule, theirs, validate, words,
};
use ariane_domain::access::grant::{Grant, ValidatePanelAccess};
use ariane_domain::panel::{PanelChange, PanelKind, SeatChange, Vote};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::rcp::advice::TellingWay;
use chrono::TimeDelta;
use uuid::Uuid;

#[tokio::test]
async fn an_expert_does_what_experts_do_in_their_own_panel_and_sees_what_they_answer_to() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        for change in [PanelChange::Close, PanelChange::Answer, PanelChange::Withdraw] {
            let done = theirs!(records, all.lead, 20, |work, grant| work
                .write_as_expert(&grant, change, &words(None, 80, "Marqueurbeitrag"))
                .await);
            assert_eq!(rule(done), "not-possible", "{}: {change}", engine.name);
        }
        let elsewhere = theirs!(records, all.expert, 21, |work, grant| work
            .vote_as_expert(&grant, Uuid::from_u128(5), Vote::Agree, &words(None, 81, ""))
            .await);
        let is_there = !matches!(elsewhere, Err(CellError::Store(StoreError::NotThere)));
        assert!(!is_there, "{}: {elsewhere:?}", engine.name);
        let version = panel(&records, all.id, 22).await.version;
        let due = at(22).date_naive() + TimeDelta::days(30);
        let stale = house!(records, &hub(), all.id, 22, |work, grant| work
            .extend_panel(&grant, &words(Some(version - 1), 82, ""), due)
            .await);
        assert!(matches!(stale, Err(CellError::Store(StoreError::Conflict))), "{}: {stale:?}", engine.name);
    }
}

#[tokio::test]
async fn nobody_is_invited_before_it_is_open_nor_named_admitted_or_put_first_once_it_ended() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let id = begin(&records, &one, &preparing(PanelKind::Local, 10, 20), 1, 10).await.expect("begun");
        let name = async |who: &str, is_lead, minute| {
            house!(records, &social(), id, minute, |work, grant| work
                .name_expert(&grant, &expert(who), is_lead, false)
                .await)
        };
        let (first, second) = (name("genetik", true, 11).await, name("cardiologia", false, 11).await);
        let (first, second) = (first.expect("named"), second.expect("named"));
        admit(&records, &hub(), id, first, 12).await.expect("admitted");
        let early = house!(records, &social(), id, 13, |work, grant| work
            .invite_expert(&grant, first, 2, |_, _| Outgoing::default())
            .await);
        assert_eq!(rule(early), "panel-not-open", "{}", engine.name);
        let access = async |seat, version, change, minute| {
            let mut work = records.begin(at(minute)).await.expect("begun");
            let facts = work.panel_facts(OWN_CONTROLLER, id).await.expect("facts");
            let grant: Grant<ValidatePanelAccess> = work.grant(&hub(), facts).expect("allowed");
            work.validate_panel_access(&grant, seat, version, change, "Marqueurgrund").await
        };
        for change in [SeatChange::Invite, SeatChange::Sit, SeatChange::End] {
            let astray = access(first, 2, change, 13).await;
            assert_eq!(rule(astray), "not-possible", "{}: {change}", engine.name);
        }
        // Who was refused takes part no more, and so leads nothing.
        let third = name("neurologie", false, 13).await.expect("named");
        let mut work = records.begin(at(13)).await.expect("begun");
        let facts = work.panel_facts(OWN_CONTROLLER, id).await.expect("facts");
        let grant: Grant<ValidatePanelAccess> = work.grant(&hub(), facts).expect("allowed");
        work.validate_panel_access(&grant, third, 1, SeatChange::Refuse, "x").await.expect("refused");
        work.commit().await.expect("kept");
        let leads = async |seat, version| {
            house!(records, &social(), id, 14, |work, grant| work.let_lead(&grant, seat, version).await)
        };
        assert_eq!(rule(leads(third, 2).await), "not-possible", "{}", engine.name);
        let version = panel(&records, id, 14).await.version;
        let taken = house!(records, &hub(), id, 14, |work, grant| work
            .withdraw_panel(&grant, &words(Some(version), 90, "Doch nicht"))
            .await);
        assert!(taken.expect("taken back"));
        assert_eq!(rule(name("pneumologie", false, 15).await), "not-possible", "{}", engine.name);
        assert_eq!(rule(leads(second, 1).await), "not-possible", "{}", engine.name);
        let late = access(second, 1, SeatChange::Admit, 15).await;
        assert_eq!(rule(late), "not-possible", "{}", engine.name);
    }
}

#[tokio::test]
async fn only_a_clinician_explains_and_only_what_there_is() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        let version = panel(&records, all.id, 20).await.version;
        for (who, word) in [(social(), "not-clinician"), (hub(), "not-possible"), (medical(), "not-possible")]
        {
            let told = house!(records, &who, all.id, 20, |work, grant| work
                .tell_panel(&grant, version, TellingWay::Explained, "Simplement")
                .await);
            assert_eq!(rule(told), word, "{}: {who:?}", engine.name);
        }
    }
}

#[tokio::test]
async fn nothing_is_begun_about_somebody_who_died_nor_opened_after_its_last_day() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let id = begin(&records, &one, &preparing(PanelKind::Local, 10, 3), 1, 10).await.expect("begun");
        let lead = house!(records, &social(), id, 11, |work, grant| work
            .name_expert(&grant, &expert("genetik"), true, false)
            .await)
        .expect("named");
        admit(&records, &hub(), id, lead, 12).await.expect("admitted");
        validate(&records, &medical(), id, 13).await.expect("validated");
        let late = house!(records, &hub(), id, 5 * DAY, |work, grant| work
            .open_panel(&grant, &words(Some(2), 2, ""), "")
            .await);
        assert_eq!(rule(late), "panel-deadline", "{}", engine.name);
        dies(&records, one.file, 21).await;
        let new = preparing(PanelKind::Local, 22, 20);
        assert_eq!(rule(begin(&records, &one, &new, 77, 22).await), "not-possible", "{}", engine.name);
    }
}
