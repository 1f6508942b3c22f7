//! Panels in the store, on both engines: three acts of three persons, an expert who sees one case while it is theirs to see, votes and
//! dissent that none can leave out.

use crate::cell::{medical, social};
use crate::consents::as_person;
use crate::dossiers::rendering;
use crate::engines::both;
use crate::office::{at, staff};
use crate::panel_house::{
    admit, begin, case, doctor, expert, fetches, house, hub, open, panel, preparing, rule, sees, theirs,
    validate, words,
};
use ariane_domain::access::grant::{AnswerPanel, Grant, ValidatePanelAccess, ValidatePanelCase};
use ariane_domain::access::{Actor, Refusal};
use ariane_domain::account::Role;
use ariane_domain::panel::acts::Expert;
use ariane_domain::panel::prepared::Preparing;
use ariane_domain::panel::state::CpmsState;
use ariane_domain::panel::{PanelChange, PanelKind, PanelState, Sight, Vote};
use ariane_store::StoreError;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::cell::CellError;
use ariane_store::records::guest::Opens;
use ariane_store::records::outbox::Outgoing;
use ariane_store::records::rcp::advice::TellingWay;
use chrono::TimeDelta;

#[tokio::test]
async fn three_acts_are_of_three_persons_and_nothing_opens_before() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let new = preparing(PanelKind::Local, 10, 20);
        let id = begin(&records, &one, &new, 1, 10).await.expect("begun");
        assert_eq!(begin(&records, &one, &new, 1, 11).await.expect("again"), id, "a second click");
        let late = Preparing { due_on: at(0).date_naive() - TimeDelta::days(1), ..new.clone() };
        assert_eq!(rule(begin(&records, &one, &late, 9, 10).await), "panel-deadline");
        let early = house!(records, &hub(), id, 12, |work, grant| work
            .open_panel(&grant, &words(Some(1), 3, ""), "")
            .await);
        assert_eq!(rule(early), "panel-no-lead", "{}", engine.name);
        let seat = house!(records, &social(), id, 12, |work, grant| work
            .name_expert(&grant, &expert("genetik"), true, false)
            .await)
        .expect("named");
        // A function that is not theirs is refused by the policy, one person who holds both by the rule.
        for (who, is_case) in [(social(), true), (hub(), true), (social(), false), (medical(), false)] {
            let mut work = records.begin(at(13)).await.expect("begun");
            let facts = work.panel_facts(OWN_CONTROLLER, id).await.expect("facts");
            let refused = match is_case {
                true => work.grant::<ValidatePanelCase>(&who, facts).map(|_| ()),
                false => work.grant::<ValidatePanelAccess>(&who, facts).map(|_| ()),
            };
            assert_eq!(refused, Err(Refusal::Role), "{who:?}");
        }
        let Actor::Staff(mut both) = medical() else { panic!("staff") };
        both.roles.push(Role::HubCoordinator);
        let both = Actor::Staff(both);
        admit(&records, &both, id, seat, 14).await.expect("admitted");
        assert_eq!(rule(validate(&records, &both, id, 15).await), "same-person");
        doctor(&records, one.file, "", 16).await;
        let other = staff(302, Role::MedicalCoordinator);
        assert_eq!(rule(validate(&records, &other, id, 17).await), "panel-no-doctor");
        doctor(&records, one.file, "Dr Imaginaire", 18).await;
        let unvalidated = house!(records, &hub(), id, 19, |work, grant| work
            .open_panel(&grant, &words(Some(1), 4, ""), "")
            .await);
        assert_eq!(rule(unvalidated), "not-possible");
        assert!(validate(&records, &other, id, 20).await.expect("validated"));
        assert!(!validate(&records, &other, id, 21).await.expect("a second click"));
        let second = house!(records, &social(), id, 22, |work, grant| work
            .name_expert(&grant, &expert("cardiologia"), false, false)
            .await)
        .expect("named");
        let Actor::Staff(mut turned) = other.clone() else { panic!("staff") };
        turned.roles.push(Role::HubCoordinator);
        let turned = Actor::Staff(turned);
        assert_eq!(rule(admit(&records, &turned, id, second, 23).await), "same-person");
        let named = async |expert: Expert, is_staff| {
            rule(house!(records, &social(), id, 24, |work, grant| work
                .name_expert(&grant, &expert, false, is_staff)
                .await))
        };
        let far = Expert { country: "US".into(), ..expert("far") };
        assert_eq!(named(far, false).await, "panel-no-basis-abroad");
        assert_eq!(named(expert("genetik"), false).await, "panel-twice");
        assert_eq!(named(expert("maison"), true).await, "panel-own-staff");
        let opened = house!(records, &hub(), id, 25, |work, grant| work
            .open_panel(&grant, &words(Some(2), 5, ""), "")
            .await);
        assert!(opened.expect("opened"));
        let unadmitted = house!(records, &social(), id, 26, |work, grant| work
            .invite_expert(&grant, second, 1, |_, _| Outgoing::default())
            .await);
        assert_eq!(rule(unadmitted), "not-possible");
    }
}

#[tokio::test]
async fn an_expert_sees_one_case_by_link_and_code_and_says_what_they_think() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        let (token, code) = &all.link;
        let wrong = records.enter_by_link(Opens::Seat, token, "AAAA-AAAA", at(17)).await.expect("tried");
        let astray = records.enter_by_link(Opens::Referral, token, code, at(17)).await.expect("tried");
        assert_eq!((wrong, astray), (None, None), "a code of its own, and nothing but a place");
        let session =
            records.enter_by_link(Opens::Seat, token, code, at(17)).await.expect("tried").expect("in");
        assert_eq!(
            records.opened_by_session(Opens::Seat, &session, at(18)).await.expect("looked"),
            Some(all.expert)
        );
        let view = sees(&records, all.expert, 18).await.expect("seated");
        assert_eq!(view.sight, Sight::Case);
        assert!(view.pseudonym.starts_with("P-") && !view.is_lead && view.composed.is_none());
        assert_eq!(
            fetches(&records, all.expert, 18).await.expect("bytes"),
            rendering("a").phenopacket.as_bytes()
        );

        let said = theirs!(records, all.expert, 20, |work, grant| work
            .write_as_expert(&grant, PanelChange::Ask, &words(None, 20, "Marqueurfrage"))
            .await);
        assert!(said.expect("asked"));
        assert!(panel(&records, all.id, 20).await.standing.asked_at.is_some());
        let version = panel(&records, all.id, 21).await.version;
        let stranger = house!(records, &social(), all.id, 21, |work, grant| work
            .answer_in_panel(&grant, &words(Some(version), 21, "Marqueurantwort"))
            .await);
        assert_eq!(rule(stranger), "not-yours", "what goes outside is a clinician's to say");
        house!(records, &medical(), all.id, 21, |work, grant| work
            .answer_in_panel(&grant, &words(Some(version), 21, "Marqueurantwort"))
            .await)
        .expect("answered");
        assert!(panel(&records, all.id, 22).await.standing.asked_at.is_none());

        let proposed = theirs!(records, all.expert, 23, |work, grant| work
            .write_as_expert(&grant, PanelChange::Propose, &words(None, 22, "Marqueurvorschlag"))
            .await);
        assert!(proposed.expect("proposed"));
        let again = theirs!(records, all.expert, 23, |work, grant| work
            .write_as_expert(&grant, PanelChange::Propose, &words(None, 22, "Marqueurvorschlag"))
            .await);
        assert!(!again.expect("a second click"));
        let proposal = sees(&records, all.lead, 24).await.expect("seated").proposals[0].id;
        let silent = theirs!(records, all.lead, 24, |work, grant| work
            .vote_as_expert(&grant, proposal, Vote::Disagree, &words(None, 23, " "))
            .await);
        assert_eq!(rule(silent), "words-missing", "who disagrees says why");
        for (seat, vote, key, why) in [
            (all.lead, Vote::Agree, 24, ""),
            (all.lead, Vote::Disagree, 25, "Marqueurgrund"),
            (all.expert, Vote::Agree, 26, ""),
        ] {
            theirs!(records, seat, 25, |work, grant| work
                .vote_as_expert(&grant, proposal, vote, &words(None, key, why))
                .await)
            .expect("voted");
        }
        let settled = sees(&records, all.expert, 26).await.expect("seated").proposals[0].settled.clone();
        assert_eq!((settled.agree, settled.dissent.len()), (1, 1), "one vote each, the last counts");

        let not_lead = theirs!(records, all.expert, 27, |work, grant| work
            .draft_advice(&grant, &words(None, 27, "x"))
            .await);
        assert_eq!(rule(not_lead), "not-yours");
        theirs!(records, all.lead, 27, |work, grant| work
            .draft_advice(&grant, &words(None, 28, "Marqueuravis"))
            .await)
        .expect("written");
        let (outcome, digest) =
            sees(&records, all.lead, 28).await.expect("seated").composed.expect("composed");
        assert_eq!(outcome.proposals[0].dissent[0].why, "Marqueurgrund");
        theirs!(records, all.expert, 29, |work, grant| work
            .vote_as_expert(&grant, proposal, Vote::Abstain, &words(None, 29, ""))
            .await)
        .expect("voted");
        let stale = theirs!(records, all.lead, 30, |work, grant| work
            .close_panel(&grant, &digest, &words(None, 30, ""))
            .await);
        assert_eq!(rule(stale), "not-what-was-read", "a vote came after it was read");
        let (_, digest) = sees(&records, all.lead, 31).await.expect("seated").composed.expect("composed");
        let mut closings = Vec::new();
        for key in [31, 31, 32] {
            let mut work = records.begin(at(32)).await.expect("begun");
            let facts = work.expert_facts(OWN_CONTROLLER, all.lead).await.expect("facts");
            let grant: Grant<AnswerPanel> =
                work.grant(&Actor::Expert { seat: all.lead }, facts).expect("let in");
            closings.push(work.close_panel(&grant, &digest, &words(None, key, "")).await);
            work.commit().await.expect("kept");
        }
        assert!(
            matches!(closings[..], [Ok(true), Ok(false), Err(CellError::Rule("not-possible"))]),
            "{closings:?}"
        );

        // The case is gone for the expert, what came of it is there; nobody told the person yet.
        assert_eq!(fetches(&records, all.expert, 33).await, None, "{}", engine.name);
        let after = sees(&records, all.expert, 33).await.expect("thanked");
        assert_eq!(after.sight, Sight::Thanks);
        assert!(after.fhir.is_empty() && after.outcome.is_some_and(|one| one.advice == "Marqueuravis"));
        let version = panel(&records, all.id, 34).await.version;
        house!(records, &medical(), all.id, 34, |work, grant| work
            .decide_panel(&grant, &words(Some(version), 33, "Marqueurdecision"))
            .await)
        .expect("decided");
        assert_eq!(sees(&records, all.expert, 35).await.expect("thanked").decision, "Marqueurdecision");
        let mut work = records.begin(at(36)).await.expect("begun");
        let person = as_person(&mut work, one.enquiry).await;
        assert!(work.told_plainly(&person).await.expect("read").is_empty(), "a human tells first");
        assert!(!work.own_panels(&person).await.expect("read")[0].is_told);
        drop(work);
        house!(records, &medical(), all.id, 37, |work, grant| work
            .tell_panel(&grant, version + 1, TellingWay::Explained, "Marqueursimple")
            .await)
        .expect("told");
        let again = house!(records, &medical(), all.id, 37, |work, grant| work
            .tell_panel(&grant, version + 2, TellingWay::Explained, "Autre chose")
            .await);
        assert_eq!(rule(again), "already-told", "{}", engine.name);
        let mut work = records.begin(at(38)).await.expect("begun");
        let person = as_person(&mut work, one.enquiry).await;
        assert_eq!(work.told_plainly(&person).await.expect("read")[0].text, "Marqueursimple");
        let log = work.own_access_log(&person, 500).await.expect("read");
        let readings = log.iter().filter(|line| line.action == "read-panel" && line.function == "expert");
        assert!(readings.count() >= 4, "each reading is theirs to see");
        let copy = work.whole_copy(&person).await.expect("copied");
        assert!(!copy.beside.is_empty());
        work.commit().await.expect("kept");
        for mark in [
            "Marqueurnom",
            "genetik@",
            "Marqueurfrage",
            "Marqueurantwort",
            "Marqueurvorschlag",
            "Marqueurgrund",
            "Marqueuravis",
            "Marqueurdecision",
            "Marqueursimple",
            "Marqueurmedecin",
        ] {
            assert!(engine.files_with(mark).is_empty(), "{}: {mark}", engine.name);
        }
        let steps: Vec<&str> =
            panel(&records, all.id, 39).await.steps.iter().map(|one| one.step.word()).collect();
        assert_eq!(
            steps,
            [
                "begun",
                "invited",
                "access-validated",
                "case-validated",
                "opened",
                "first-read",
                "first-contribution",
                "closed",
                "decided"
            ]
        );
    }
}

#[tokio::test]
async fn a_european_panel_is_followed_and_its_outcome_written_down() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let none = Preparing { network: None, ..preparing(PanelKind::European, 10, 20) };
        assert_eq!(rule(begin(&records, &one, &none, 7, 10).await), "panel-no-network");
        let new = preparing(PanelKind::European, 10, 20);
        let id = begin(&records, &one, &new, 8, 10).await.expect("begun");
        let named = house!(records, &social(), id, 11, |work, grant| work
            .name_expert(&grant, &expert("x"), true, false)
            .await);
        assert_eq!(rule(named), "panel-not-this-kind", "its experts are in CPMS");
        validate(&records, &medical(), id, 12).await.expect("validated");
        let unnumbered = house!(records, &hub(), id, 13, |work, grant| work
            .open_panel(&grant, &words(Some(2), 70, ""), " ")
            .await);
        assert_eq!(rule(unnumbered), "panel-no-case-number");
        house!(records, &hub(), id, 13, |work, grant| work
            .open_panel(&grant, &words(Some(2), 71, ""), "Marqueurcpms-12")
            .await)
        .expect("opened");
        let on = at(14).date_naive();
        let ahead = house!(records, &hub(), id, 14, |work, grant| work
            .note_cpms(&grant, &words(Some(3), 72, ""), CpmsState::Enrolled, on + TimeDelta::days(1))
            .await);
        assert_eq!(rule(ahead), "panel-day-ahead");
        house!(records, &hub(), id, 14, |work, grant| work
            .note_cpms(&grant, &words(Some(3), 73, ""), CpmsState::Enrolled, on)
            .await)
        .expect("noted");
        house!(records, &hub(), id, 15, |work, grant| work
            .record_outcome(&grant, &words(Some(4), 74, "Marqueurissue"))
            .await)
        .expect("recorded");
        let closed = panel(&records, id, 16).await;
        assert_eq!(closed.state, PanelState::Closed);
        assert_eq!(closed.head.cpms, [(CpmsState::Enrolled, on)]);
        assert_eq!(closed.head.cpms_number, "Marqueurcpms-12");
        let late = house!(records, &social(), id, 17, |work, grant| work
            .withdraw_panel(&grant, &words(Some(5), 75, "trop tard"))
            .await);
        assert_eq!(rule(late), "not-possible");
        assert!(
            engine.files_with("Marqueurcpms").is_empty() && engine.files_with("Marqueurissue").is_empty()
        );
    }
}

#[tokio::test]
async fn a_panel_of_one_file_opens_nothing_of_another_and_a_stale_page_changes_nothing() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let id = begin(&records, &one, &preparing(PanelKind::Local, 10, 20), 1, 10).await.expect("begun");
        let stale = house!(records, &social(), id, 11, |work, grant| work
            .withdraw_panel(&grant, &words(Some(7), 80, "x"))
            .await);
        assert!(matches!(stale, Err(CellError::Store(StoreError::Conflict))), "{}", engine.name);
        let silent = house!(records, &social(), id, 11, |work, grant| work
            .withdraw_panel(&grant, &words(Some(1), 81, " "))
            .await);
        assert_eq!(rule(silent), "words-missing");
        let other = begin(&records, &one, &preparing(PanelKind::Local, 10, 20), 2, 10).await.expect("begun");
        let seat = house!(records, &social(), other, 12, |work, grant| work
            .name_expert(&grant, &expert("genetik"), true, false)
            .await)
        .expect("named");
        let astray = house!(records, &social(), id, 13, |work, grant| work.let_lead(&grant, seat, 1).await);
        assert!(matches!(astray, Err(CellError::Store(StoreError::NotThere))));
    }
}

#[tokio::test]
async fn of_two_who_close_at_the_same_moment_one_does() {
    for engine in both().await {
        let records = engine.records().await;
        let one = case(&records).await;
        let all = open(&records, &one, 20).await;
        sees(&records, all.lead, 18).await.expect("read");
        theirs!(records, all.lead, 19, |work, grant| work
            .draft_advice(&grant, &words(None, 90, "Attendre"))
            .await)
        .expect("written");
        let (_, digest) = sees(&records, all.lead, 20).await.expect("seated").composed.expect("composed");
        let close = async |key: u128| {
            let mut work = records.begin(at(21)).await?;
            let facts = work.expert_facts(OWN_CONTROLLER, all.lead).await?;
            let grant: Grant<AnswerPanel> =
                work.grant(&Actor::Expert { seat: all.lead }, facts).expect("let in");
            let done = work.close_panel(&grant, &digest, &words(None, key, "")).await?;
            work.commit().await?;
            Ok::<bool, CellError>(done)
        };
        let (first, second) = tokio::join!(close(91), close(92));
        let closed = [&first, &second].into_iter().filter(|one| matches!(one, Ok(true))).count();
        assert_eq!(closed, 1, "{}: {first:?} {second:?}", engine.name);
        assert_eq!(panel(&records, all.id, 22).await.state, PanelState::Closed);
    }
}
