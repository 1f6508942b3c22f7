//! Reminders to experts, on both engines: once for each thing that is waited for, and to nobody about a case that is over.

use crate::dossiers::withdraw;
use crate::engines::both;
use crate::office::at;
use crate::panel_house::{DAY, case, open};
use ariane_domain::access::Refusal;
use ariane_domain::panel::reminder::Reminder;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::outbox::Outgoing;
use std::cell::RefCell;
use uuid::Uuid;

/// What the job sends at a minute: to which specialty, about what; none where the policy refuses it.
async fn reminded(records: &Records, panel: Uuid, minute: i64) -> Result<Vec<(String, Reminder)>, Refusal> {
    let told = RefCell::new(Vec::new());
    let mut work = records.begin(at(minute)).await.expect("begun");
    let grant = work.panel_job(OWN_CONTROLLER, panel).await.expect("read")?;
    let count = work
        .remind_experts(&grant, |what, _, expert| {
            told.borrow_mut().push((expert.specialty.clone(), what));
            Outgoing { to: expert.mail.clone(), ..Outgoing::default() }
        })
        .await
        .expect("reminded");
    work.commit().await.expect("kept");
    assert_eq!(count, told.borrow().len());
    Ok(told.into_inner())
}

async fn open_panels(records: &Records, minute: i64) -> Vec<Uuid> {
    let mut work = records.begin(at(minute)).await.expect("begun");
    work.open_panels(OWN_CONTROLLER).await.expect("read")
}

#[tokio::test]
async fn experts_are_reminded_once_when_the_last_day_is_near_and_the_lead_when_it_is_over() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        assert_eq!(open_panels(&records, 17).await, [all.id]);
        for minute in [17, 9 * DAY] {
            assert_eq!(reminded(&records, all.id, minute).await, Ok(vec![]), "{} {minute}", engine.name);
        }
        let mut near = reminded(&records, all.id, 18 * DAY).await.expect("allowed");
        near.sort();
        let to: Vec<_> = near.iter().map(|(who, what)| (who.as_str(), *what)).collect();
        assert_eq!(to, [("cardiologia", Reminder::View), ("genetik", Reminder::View)], "{}", engine.name);
        assert_eq!(reminded(&records, all.id, 18 * DAY + 60).await, Ok(vec![]), "once");
        let over = reminded(&records, all.id, 22 * DAY).await.expect("allowed");
        assert_eq!(over, [("genetik".to_owned(), Reminder::Close)], "{}", engine.name);
        assert_eq!(reminded(&records, all.id, 23 * DAY).await, Ok(vec![]));
    }
}

#[tokio::test]
async fn nobody_is_reminded_of_a_case_whose_person_took_the_agreement_back() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        withdraw(&records, one.file, one.consent, 30).await;
        assert!(open_panels(&records, 18 * DAY).await.is_empty(), "{}", engine.name);
        let refused = reminded(&records, all.id, 18 * DAY).await;
        assert!(refused.is_err(), "{}: {refused:?}", engine.name);
    }
}
