//! What the data protection officer keeps: requests on paper, breaches, exceptional openings.

use super::*;

#[tokio::test]
async fn requests_on_paper_have_the_same_clock() {
    for desk in desks().await {
        let officer = staff(2, Role::DataProtectionOfficer);
        let mut work = desk.records.begin(now()).await.expect("begun");
        let protect: Grant<ProtectData> = of_all(&work, &officer);
        let received_at = "2027-01-31T08:00:00Z".parse().expect("a time");
        let new = NewDataRequest {
            enquiry: None,
            right: Right::Access,
            way: Way::Letter,
            standing: Standing::Open,
            note: NAME,
            received_at,
            effective_at: None,
        };
        assert_eq!(work.record_request(&protect, &new).await.expect("kept"), 1);
        let request = work.data_requests(&protect).await.expect("listed").remove(0);
        assert_eq!(request.due_at.to_rfc3339(), "2027-02-28T08:00:00+00:00", "{}", desk.name);
        assert_eq!(request.note, NAME);
        work.move_request(&protect, request.id, 1, Standing::Extended).await.expect("prolonged");
        assert!(matches!(
            work.move_request(&protect, request.id, 1, Standing::Done).await,
            Err(StoreError::Conflict)
        ));
        work.move_request(&protect, request.id, 2, Standing::Refused).await.expect("ended");
        let again = work.move_request(&protect, request.id, 3, Standing::Done).await;
        assert!(matches!(again, Err(StoreError::NotPossible)));
    }
}

#[tokio::test]
async fn a_breach_has_its_clock_and_is_not_written_over() {
    for desk in desks().await {
        let officer = staff(2, Role::DataProtectionOfficer);
        let mut work = desk.records.begin(now()).await.expect("begun");
        let protect: Grant<ProtectData> = of_all(&work, &officer);
        let mut texts = BreachTexts {
            kind: BreachKind::Confidentiality,
            risk: BreachRisk::Unknown,
            persons: 3,
            facts: NAME,
            measures: "",
        };
        work.record_breach(&protect, now(), &texts).await.expect("kept");
        let breach = work.breaches(&protect).await.expect("listed").remove(0);
        assert_eq!(breach.due_at, now() + TimeDelta::hours(72), "{}", desk.name);
        texts.risk = BreachRisk::High;
        let told = Told { authority: true, ..Told::default() };
        work.change_breach(&protect, breach.id, 1, &texts, told).await.expect("changed");
        assert!(matches!(
            work.change_breach(&protect, breach.id, 1, &texts, told).await,
            Err(StoreError::Conflict)
        ));
        let breach = work.breaches(&protect).await.expect("listed").remove(0);
        assert_eq!((breach.risk, breach.authority_at), (BreachRisk::High, Some(now())));
    }
}

#[tokio::test]
async fn a_closed_record_opens_with_two_persons_for_an_hour_and_is_looked_at_afterwards() {
    for desk in desks().await {
        let logged = write(&desk, "t").await;
        let asker = staff(5, Role::PsychosocialCoordinator);
        let officer = staff(2, Role::DataProtectionOfficer);
        let mut work = desk.records.begin(now()).await.expect("begun");
        let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await.expect("facts");
        assert_eq!(work.grant::<ReadEnquiry>(&asker, facts).expect_err("closed"), Refusal::Role);
        let ask: Grant<AskBreakGlass> = grant_for(&mut work, &asker, logged.id).await;
        let id = work.ask_glass(&ask, GlassReason::Danger).await.expect("asked");
        let both = Actor::Staff(Staff {
            account: Uuid::from_u128(5),
            controller: OWN_CONTROLLER,
            roles: vec![Role::PsychosocialCoordinator, Role::Administrator],
            is_full: true,
            stepped_up_at: Some(now()),
        });
        let own: Grant<ApproveBreakGlass> = of_all(&work, &both);
        assert!(matches!(work.judge_glass(&own, id, true).await, Err(StoreError::NotPossible)), "alone");
        let approve: Grant<ApproveBreakGlass> = of_all(&work, &officer);
        work.judge_glass(&approve, id, true).await.expect("approved");
        work.commit().await.expect("kept");

        let mut work = desk.records.begin(now() + TimeDelta::minutes(59)).await.expect("begun");
        let read: Grant<ReadEnquiry> = grant_for(&mut work, &asker, logged.id).await;
        assert_eq!(read.allowed().function, "break-glass", "{}", desk.name);
        let someone = staff(6, Role::PsychosocialCoordinator);
        let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await.expect("facts");
        assert!(work.grant::<ReadEnquiry>(&someone, facts).is_err(), "for who asked only");
        drop(work);

        let mut work = desk.records.begin(now() + TimeDelta::minutes(61)).await.expect("begun");
        let facts = work.enquiry_facts(OWN_CONTROLLER, logged.id).await.expect("facts");
        assert!(work.grant::<ReadEnquiry>(&asker, facts).is_err(), "over");
        let fresh = Actor::Staff(Staff {
            stepped_up_at: Some(now() + TimeDelta::minutes(60)),
            ..match &officer {
                Actor::Staff(staff) => staff.clone(),
                _ => panic!("staff"),
            }
        });
        let approve: Grant<ApproveBreakGlass> = of_all(&work, &fresh);
        work.review_glass(&approve, id, false).await.expect("looked at");
        assert!(work.review_glass(&approve, id, true).await.is_err(), "once");
        let openings = work.openings(&of_all::<ReadAccessLog>(&work, &fresh)).await.expect("listed");
        assert_eq!((openings[0].state, openings[0].number), (GlassState::Wrong, logged.number));
    }
}
