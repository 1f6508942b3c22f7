//! What is refused about panels though a grant was given, on both engines: each was found by taking the check away
//! (`mutation/checks.py`).

use crate::cell::{medical, social};
use crate::engines::both;
use crate::office::at;
use crate::panels::{
    DAY, admit, begin, case, dies, expert, house, hub, open, panel, prepare, preparing, rule, theirs,
    validate, words,
};
use ariane_domain::access::Actor;
use ariane_domain::access::grant::{AnswerPanel, Grant};
use ariane_domain::panel::{PanelChange, PanelKind, Vote};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
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
