//! What ends a panel, or the part of an expert, by itself, on both engines: a deadline, an agreement, a death, an erasure.

use crate::cell::{medical, social};
use crate::consents::{as_person, take};
use crate::dossiers::withdraw;
use crate::engines::both;
use crate::office::{at, grant_all};
use crate::panel_house::{
    Case, DAY, case, dies, fetches, house, hub, open, panel, prepare, rule, sees, theirs, words,
};
use ariane_domain::access::Refusal;
use ariane_domain::access::grant::{Grant, ListCases, PreparePanel, ReadCase};
use ariane_domain::cell::Reality;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::consent::GivenBy;
use ariane_domain::panel::seat::DeclineWhy;
use ariane_domain::panel::{PanelChange, PanelEnd, PanelState};
use ariane_domain::protection::erasure::Delay;
use ariane_domain::purpose::Purpose;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::Records;
use ariane_store::records::consents::given::{NewConsent, Signed, Towards};
use ariane_store::records::guest::Opens;
use chrono::TimeDelta;

#[tokio::test]
async fn access_dies_with_the_deadline_and_somebody_is_told_that_it_is_late() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 5).await;
        let (before, after) = (5 * DAY, 7 * DAY);
        assert!(sees(&records, all.expert, before).await.is_ok());
        assert_eq!(
            sees(&records, all.expert, after).await.map(|_| ()),
            Err(Refusal::OtherLink),
            "{}",
            engine.name
        );
        assert_eq!(fetches(&records, all.expert, after).await, None);
        let lead = sees(&records, all.lead, after).await.expect("time to close");
        assert_eq!(lead.changes, [PanelChange::Draft, PanelChange::Close], "and for nothing else");
        let mut work = records.begin(at(after)).await.expect("begun");
        let grant: Grant<ListCases> = grant_all(&work, &medical(), "board");
        let open_ends = work.open_ends(&grant, false, at(after).date_naive()).await.expect("looked");
        assert!(open_ends.iter().any(|one| one.end == OpenEnd::PanelLate), "it waits for somebody");
        let all_open: Grant<PreparePanel> = grant_all(&work, &hub(), "panels");
        let (listed, closed) = work.panels_under_way(&all_open, Reality::Real).await.expect("listed");
        assert!(listed[0].0.standing.is_late(at(after)) && closed == 0);
        drop(work);
        let version = panel(&records, all.id, after).await.version;
        let due = at(after).date_naive() + TimeDelta::days(3);
        house!(records, &hub(), all.id, after, |work, grant| work
            .extend_panel(&grant, &words(Some(version), 50, ""), due)
            .await)
        .expect("moved");
        assert!(sees(&records, all.expert, after + 1).await.is_ok(), "the deadline was moved");
        assert!(sees(&records, all.lead, 40 * DAY).await.is_err(), "the lead's time ends too");
    }
}

#[tokio::test]
async fn taking_the_agreement_back_ends_it_at_once_and_who_read_is_asked_to_delete_once() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        sees(&records, all.expert, 18).await.expect("read");
        withdraw(&records, one.file, one.consent, 30).await;
        for seat in [all.lead, all.expert] {
            let closed = sees(&records, seat, 30).await.map(|_| ());
            assert_eq!(closed, Err(Refusal::OtherLink), "{}", engine.name);
            assert_eq!(fetches(&records, seat, 30).await, None);
        }
        let (token, code) = &all.link;
        assert_eq!(records.enter_by_link(Opens::Seat, token, code, at(31)).await.expect("tried"), None);
        let mut work = records.begin(at(31)).await.expect("begun");
        for who in [social(), medical(), hub()] {
            assert_eq!(prepare(&mut work, &who, all.id).await.map(|_| ()), Err(Refusal::NoAgreement));
        }
        let facts = work.case_facts(OWN_CONTROLLER, one.file).await.expect("facts");
        let read: Grant<ReadCase> = work.grant(&medical(), facts).expect("care goes on");
        let line = work.panels_of_case(&read).await.expect("listed")[0];
        assert_eq!(line.state, PanelState::Withdrawn);
        let asked = work.take_panel_deletions(OWN_CONTROLLER).await.expect("taken");
        assert_eq!(asked.len(), 1, "who read the case, and nobody else");
        assert_eq!(asked[0].expert.mail, "cardiologia@example.org");
        assert!(work.take_panel_deletions(OWN_CONTROLLER).await.expect("taken").is_empty(), "once");
        work.commit().await.expect("kept");
    }
}

#[tokio::test]
async fn a_death_ends_everything_and_writes_to_nobody() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        let declined = theirs!(records, all.expert, 20, |work, grant| {
            let version = 4;
            work.answer_invitation(&grant, version, Some(DeclineWhy::Other), " ").await
        });
        assert_eq!(rule(declined), "words-missing");
        dies(&records, one.file, 21).await;
        for seat in [all.lead, all.expert] {
            assert!(sees(&records, seat, 22).await.is_err(), "{}", engine.name);
        }
        let ended = panel(&records, all.id, 23).await;
        assert_eq!((ended.state, ended.end), (PanelState::Withdrawn, Some(PanelEnd::Death)));
        assert!(records.lease_outgoing(at(23)).await.expect("read").is_none(), "nothing automatic goes out");
    }
}

#[tokio::test]
async fn an_expert_who_leaves_reads_no_more_and_what_they_said_stays() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        theirs!(records, all.expert, 20, |work, grant| work
            .write_as_expert(&grant, PanelChange::Contribute, &words(None, 60, "Marqueurbeitrag"))
            .await)
        .expect("written");
        let version = sees(&records, all.expert, 21).await.expect("seated").version;
        theirs!(records, all.expert, 21, |work, grant| work
            .answer_invitation(&grant, version, Some(DeclineWhy::Conflict), "")
            .await)
        .expect("declined");
        assert!(sees(&records, all.expert, 21).await.is_err(), "{}", engine.name);
        assert!(
            sees(&records, all.lead, 22)
                .await
                .expect("seated")
                .notes
                .iter()
                .any(|n| n.text == "Marqueurbeitrag")
        );
        let lead = panel(&records, all.id, 23).await;
        let seat = lead.seats.iter().find(|seat| seat.is_lead).expect("a lead");
        house!(records, &social(), all.id, 24, |work, grant| work
            .end_seat(&grant, seat.id, seat.version, None, "absente pour longtemps")
            .await)
        .expect("ended");
        let after = panel(&records, all.id, 25).await;
        assert!(!after.standing.has_lead, "somebody else has to lead");
        assert!(sees(&records, all.lead, 25).await.is_err());
    }
}

#[tokio::test]
async fn an_agreement_that_runs_out_closes_the_case_and_an_erasure_ends_it() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        sees(&records, all.expert, 18).await.expect("read");
        withdraw_quietly(&records, &one, 20).await;
        assert!(sees(&records, all.expert, DAY).await.is_ok(), "{}: until its last day", engine.name);
        let over = sees(&records, all.expert, 5 * DAY).await.map(|_| ());
        assert_eq!(over, Err(Refusal::NoAgreement), "{}: nobody had to end it", engine.name);
        let mut work = records.begin(at(5 * DAY)).await.expect("begun");
        let all_open: Grant<PreparePanel> = grant_all(&work, &hub(), "panels");
        let (listed, closed) = work.panels_under_way(&all_open, Reality::Real).await.expect("listed");
        assert_eq!((listed.len(), closed), (0, 1), "counted, and not shown");
        drop(work);

        let mut work = records.begin(at(6 * DAY)).await.expect("begun");
        let person = as_person(&mut work, one.enquiry).await;
        let effective = work.ask_erasure(&person, Delay(0)).await.expect("asked");
        work.commit().await.expect("kept");
        let later = effective + TimeDelta::days(3 * 365);
        for due in records.due_erasures(later).await.expect("looked") {
            records.carry_out(&due, later).await.expect("done");
        }
        let mut work = records.begin(later).await.expect("begun");
        let refused = work.expert_facts(OWN_CONTROLLER, all.expert).await.map(|facts| facts.open_seat);
        assert!(!matches!(refused, Ok(Some(_))), "{}: {refused:?}", engine.name);
    }
}

/// The agreement of a case gives way to one that ends in two days.
async fn withdraw_quietly(records: &Records, one: &Case, minute: i64) {
    let from = at(minute).date_naive();
    let signed = Signed { by: GivenBy::Person, parents: None, from, until: from + TimeDelta::days(2) };
    let new = NewConsent {
        purpose: Purpose::Panel,
        towards: Towards::Everybody,
        signed: Some(signed),
        text: String::new(),
    };
    take(records, one.file, minute, new).await.expect("taken");
    withdraw(records, one.file, one.consent, minute + 1).await;
}
