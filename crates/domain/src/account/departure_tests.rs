use super::*;
use crate::cell::roster::Absence;
use crate::cell::span::Span;
use proptest::prelude::*;

const LEAVING: Uuid = Uuid::from_u128(1);
const CNPS: Uuid = Uuid::from_u128(2);
const CNM: Uuid = Uuid::from_u128(3);
const STAND_IN: Uuid = Uuid::from_u128(4);
const WORKER: Uuid = Uuid::from_u128(5);
const PAIR: Pair = Pair { psychosocial: CNPS, medical: CNM };

fn at(n: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_348_800 + n * 60, 0).unwrap()
}

fn colleague(account: Uuid, role: Role) -> Colleague {
    Colleague { account, roles: vec![role] }
}

fn colleagues() -> Vec<Colleague> {
    vec![
        colleague(LEAVING, Role::PsychosocialCoordinator),
        colleague(CNPS, Role::PsychosocialCoordinator),
        colleague(CNM, Role::MedicalCoordinator),
        colleague(STAND_IN, Role::PsychosocialCoordinator),
        colleague(WORKER, Role::PsychosocialWorker),
    ]
}

fn holding(held: Held, track: Option<Track>, pair: Option<Pair>) -> Holding<u8> {
    Holding { key: 1, held, track, pair }
}

fn step(pair: Option<Pair>) -> Holding<u8> {
    holding(Held::Step, Some(Track::Medical), pair)
}

fn away(stand_in: Uuid) -> Roster {
    Roster {
        absences: vec![Absence { account: LEAVING, span: Span::since(at(0)), stand_in: Some(stand_in) }],
    }
}

fn hand_on(
    one: Holding<u8>,
    keeps: &[Role],
    chosen: &[(Held, Uuid)],
    roster: &Roster,
) -> Result<Vec<Option<Uuid>>, NobodyLeft> {
    let (colleagues, chosen) = (colleagues(), chosen.iter().copied().collect());
    let departure =
        Departure { leaving: LEAVING, keeps, colleagues: &colleagues, chosen: &chosen, roster, at: at(1) };
    Ok(departure.hand_on([one])?.into_iter().map(|one| one.to).collect())
}

fn left(held: Held) -> Result<Vec<Option<Uuid>>, NobodyLeft> {
    Err(NobodyLeft { left: [(held, 1)].into() })
}

#[test]
fn a_step_goes_to_the_stand_in_then_to_the_pair() {
    let nobody = Roster::default();
    assert_eq!(hand_on(step(Some(PAIR)), &[], &[], &away(STAND_IN)), Ok(vec![Some(STAND_IN)]));
    assert_eq!(hand_on(step(Some(PAIR)), &[], &[], &nobody), Ok(vec![Some(CNM)]));
    let own = Pair { psychosocial: CNPS, medical: LEAVING };
    assert_eq!(hand_on(step(Some(own)), &[], &[], &nobody), Ok(vec![Some(CNPS)]));
    assert_eq!(hand_on(step(None), &[], &[], &nobody), left(Held::Step));
}

#[test]
fn who_was_named_takes_over_and_nobody_else_in_their_place() {
    let chosen = |to| [(Held::Step, to)];
    assert_eq!(
        hand_on(step(Some(PAIR)), &[], &chosen(WORKER), &away(STAND_IN)),
        Ok(vec![Some(WORKER)]),
        "a worker of the service may do a step"
    );
    for unfit in [LEAVING, Uuid::from_u128(99)] {
        assert_eq!(hand_on(step(Some(PAIR)), &[], &chosen(unfit), &Roster::default()), left(Held::Step));
    }
    let call = holding(Held::Call, None, Some(PAIR));
    assert_eq!(hand_on(call, &[], &[(Held::Call, WORKER)], &Roster::default()), left(Held::Call));
}

#[test]
fn a_track_goes_to_one_of_its_own_coordinators() {
    let pair = Pair { psychosocial: LEAVING, medical: CNM };
    let track = holding(Held::PsychosocialTrack, Some(Track::Psychosocial), Some(pair));
    assert_eq!(hand_on(track, &[], &[], &Roster::default()), left(Held::PsychosocialTrack));
    assert_eq!(hand_on(track, &[], &[], &away(CNM)), left(Held::PsychosocialTrack), "of the other track");
    assert_eq!(hand_on(track, &[], &[], &away(STAND_IN)), Ok(vec![Some(STAND_IN)]));
}

#[test]
fn requests_go_back_to_the_queue_and_an_absence_may_be_without_a_stand_in() {
    for held in [Held::Enquiry, Held::StandIn] {
        assert_eq!(hand_on(holding(held, None, None), &[], &[], &Roster::default()), Ok(vec![None]));
    }
    let listener = [(Held::Enquiry, CNPS)];
    assert_eq!(
        hand_on(holding(Held::Enquiry, None, None), &[], &listener, &Roster::default()),
        Ok(vec![None])
    );
}

#[test]
fn who_gives_up_a_function_keeps_what_their_others_allow() {
    let roster = Roster::default();
    let track = holding(Held::PsychosocialTrack, Some(Track::Psychosocial), None);
    assert_eq!(hand_on(step(None), &[Role::PsychosocialWorker], &[], &roster), Ok(vec![]));
    assert_eq!(hand_on(track, &[Role::PsychosocialWorker], &[], &roster), left(Held::PsychosocialTrack));
    assert_eq!(hand_on(track, &[Role::PsychosocialCoordinator], &[], &roster), Ok(vec![]));
}

#[test]
fn everything_may_be_held_by_some_function() {
    for held in Held::ALL {
        assert!(Role::ALL.into_iter().any(|role| held.is_for(&[role])), "{held}");
        assert!(!held.is_for(&[Role::Administrator, Role::RcpParticipant]), "{held}");
    }
}

proptest! {
    #[test]
    fn nothing_ends_with_who_leaves_with_who_is_away_or_with_who_may_not_hold_it(
        held in 0usize..Held::ALL.len(),
        psychosocial in 1u128..7, medical in 1u128..7,
        absences in proptest::collection::vec((1u128..7, proptest::option::of(1u128..7)), 0..5),
    ) {
        let held = Held::ALL[held];
        let pair = Pair { psychosocial: Uuid::from_u128(psychosocial), medical: Uuid::from_u128(medical) };
        let absence = |(account, stand_in): (u128, Option<u128>)| Absence {
            account: Uuid::from_u128(account),
            span: Span::since(at(0)),
            stand_in: stand_in.map(Uuid::from_u128),
        };
        let roster = Roster { absences: absences.into_iter().map(absence).collect() };
        match hand_on(holding(held, None, Some(pair)), &[], &[], &roster) {
            Ok(found) => {
                for to in found {
                    let Some(to) = to else { prop_assert!(held.may_be_free()); continue };
                    prop_assert!(to != LEAVING);
                    let all = colleagues();
                    let one = all.iter().find(|one| one.account == to);
                    prop_assert!(one.is_some_and(|one| held.is_for(&one.roles)));
                    prop_assert!(roster.absence(to, at(1)).is_none());
                }
            }
            Err(NobodyLeft { left }) => {
                prop_assert!(!held.may_be_free());
                prop_assert_eq!(left, [(held, 1)].into());
            }
        }
    }
}
