use super::*;
use proptest::prelude::*;

const COORDINATOR: Uuid = Uuid::from_u128(1);

fn at(hour: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_348_800 + hour * 3600, 0).unwrap()
}

fn named() -> Acting {
    Acting::of(Who::SessionCoordinator)
}

fn drafted() -> RcpSession {
    let planned = RcpSession::plan(COORDINATOR, at(24), TimeDelta::hours(2), at(0));
    let held = planned.invite(&named(), at(1)).unwrap().hold(&named(), at(26)).unwrap();
    held.draft(&named(), at(27)).unwrap()
}

fn three(when_missing: WhenMissing) -> QuorumRule {
    QuorumRule::Specialties { at_least: 3, when_missing }
}

#[test]
fn a_session_goes_from_its_plan_to_a_report_that_is_sent() {
    let session = drafted();
    let validated = session.validate(&QuorumRule::None, &[], COORDINATOR, &named(), at(28)).unwrap();
    assert_eq!((validated.state, validated.quorum), (RcpState::Validated, Some(Quorum::NotAsked)));
    let sent = validated.sign(COORDINATOR, &named(), at(29)).unwrap().send(&[], &named(), at(30)).unwrap();
    assert_eq!(sent.state, RcpState::Sent);
    assert!(sent.cancel(&named(), at(31)).is_err());
}

#[test]
fn a_report_that_is_sent_back_opens_no_file_anew() {
    use crate::cell::admission::SessionFacts;
    let validated = drafted().validate(&QuorumRule::None, &[], COORDINATOR, &named(), at(28)).unwrap();
    let back = validated.send_back(&named(), at(30)).unwrap();
    assert_eq!((back.validated, SessionFacts::from(&back).validated_at), (None, Some(at(28))));
    let again = back.validate(&QuorumRule::None, &[], COORDINATOR, &named(), at(31)).unwrap();
    assert_eq!(SessionFacts::from(&again).validated_at, Some(at(28)));
}

#[test]
fn only_the_named_coordinator_validates() {
    let session = drafted();
    let medical = Acting::of(Who::Medical);
    let validate = |acting: &Acting| session.validate(&QuorumRule::None, &[], COORDINATOR, acting, at(28));
    assert!(matches!(validate(&medical), Err(RcpFault::Refused(Refused::NotYours { .. }))));
    assert!(validate(&session.acting(COORDINATOR, medical)).is_ok());
}

#[test]
fn somebody_else_coordinates_until_the_report_is_validated() {
    let (other, medical) = (Uuid::from_u128(2), Acting::of(Who::Medical));
    let given = drafted().coordinate(other, &medical, at(28)).unwrap();
    assert!(!given.acting(COORDINATOR, Acting::default()).is(Who::SessionCoordinator));
    let named = given.acting(other, Acting::default());
    let validated = given.validate(&QuorumRule::None, &[], other, &named, at(29)).unwrap();
    assert!(validated.coordinate(COORDINATOR, &named, at(30)).is_err());
    assert!(drafted().coordinate(other, &Acting::of(Who::Psychosocial), at(28)).is_err());
}

#[test]
fn a_missing_quorum_is_enforced_or_marked() {
    let validate = |when| drafted().validate(&three(when), &[], COORDINATOR, &named(), at(28));
    assert_eq!(validate(WhenMissing::Enforced), Err(RcpFault::NoQuorum { have: 0, need: 3 }));
    let marked = validate(WhenMissing::Marked).unwrap();
    assert_eq!(marked.quorum, Some(Quorum::Missing { have: 0, need: 3 }));
}

#[test]
fn nothing_is_held_before_it_begins_or_moved_into_the_past() {
    let invited =
        RcpSession::plan(COORDINATOR, at(24), TimeDelta::hours(2), at(0)).invite(&named(), at(1)).unwrap();
    assert_eq!(invited.hold(&named(), at(23)), Err(RcpFault::OutOfOrder));
    assert_eq!(invited.reschedule(at(1), &named(), at(2)), Err(RcpFault::InPast));
    assert_eq!(invited.reschedule(at(48), &named(), at(2)).unwrap().ends_at(), at(50));
}

proptest! {
    #[test]
    fn no_report_goes_out_unvalidated_unsigned_or_without_its_quorum(
        acts in proptest::collection::vec((0u8..9, 0usize..Who::ALL.len(), 0i64..12, any::<bool>()), 0..60),
    ) {
        let mut session = RcpSession::plan(COORDINATOR, at(24), TimeDelta::hours(2), at(0));
        let mut hour = 0;
        for (act, who, later, enforced) in acts {
            hour += later;
            // Most acts by somebody who may, so that long ways are walked.
            let acting = if who % 2 == 0 { named() } else { Acting::of(Who::ALL[who]) };
            let (acting, now) = (&acting, at(hour));
            let when = if enforced { WhenMissing::Enforced } else { WhenMissing::Marked };
            let next = match act {
                0 => session.invite(acting, now),
                1 => session.reschedule(at(hour + later - 3), acting, now),
                2 => session.hold(acting, now),
                3 => session.draft(acting, now),
                4 => session.validate(&three(when), &[], COORDINATOR, acting, now),
                5 => session.send_back(acting, now),
                6 => session.sign(COORDINATOR, acting, now),
                7 => session.send(&[], acting, now),
                _ => session.cancel(acting, now),
            };
            let Ok(next) = next else { continue };
            prop_assert!(!matches!(session.state, RcpState::Sent | RcpState::Cancelled), "nothing follows the end");
            let is_validated = matches!(next.state, RcpState::Validated | RcpState::Signed | RcpState::Sent);
            prop_assert_eq!(next.validated.is_some(), is_validated);
            prop_assert_eq!(next.quorum.is_some(), is_validated);
            prop_assert_eq!(next.signed.is_some(), matches!(next.state, RcpState::Signed | RcpState::Sent));
            prop_assert_eq!(next.cancelled_at.is_some(), next.state == RcpState::Cancelled);
            prop_assert!(matches!(next.state, RcpState::Planned | RcpState::Cancelled) || next.invited_at.is_some());
            session = next;
        }
    }
}

#[test]
fn a_report_is_sent_once_each_file_has_an_answer() {
    use crate::cell::rcp::{KeptBack, Passing, PassingWay};
    let on = at(29).date_naive();
    let (passed, kept) = (Passing::Passed { way: PassingWay::Post, on }, Passing::Kept(KeptBack::Refused));
    let validated = drafted().validate(&QuorumRule::None, &[], COORDINATOR, &named(), at(28)).unwrap();
    let signed = validated.sign(COORDINATOR, &named(), at(29)).unwrap();
    let open = signed.send(&[Some(passed), None, None], &named(), at(30));
    assert_eq!(open, Err(RcpFault::NotPassedOn { open: 2 }));
    assert!(signed.send(&[Some(passed), Some(kept)], &named(), at(30)).is_ok());
}
