use super::*;
use crate::cell::roster::{Absence, Roster};
use crate::cell::silence::Pair;
use crate::cell::span::Span;
use proptest::prelude::*;

const OWNER: Uuid = Uuid::from_u128(1);
const CNPS: Uuid = Uuid::from_u128(2);
const CNM: Uuid = Uuid::from_u128(3);
const STAND_IN: Uuid = Uuid::from_u128(4);
const PAIR: Pair = Pair { psychosocial: CNPS, medical: CNM };

fn at(n: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_348_800 + n * 60, 0).unwrap()
}

fn today() -> NaiveDate {
    at(0).date_naive()
}

fn step() -> Step {
    Step::propose(Track::Medical, OWNER, today(), today(), at(0)).unwrap()
}

fn agreed(way: AnswerWay, recorded_by: Option<Uuid>) -> StepEvent {
    StepEvent::Answer { agreed: true, way, recorded_by }
}

#[test]
fn a_step_is_not_due_in_the_past() {
    let yesterday = today().pred_opt().unwrap();
    let propose = |due| Step::propose(Track::Medical, OWNER, due, today(), at(0));
    assert_eq!(propose(yesterday), Err(StepFault::DueInPast));
    assert!(propose(today()).is_ok(), "today is not the past");
    assert_eq!(step().postpone(yesterday, today()), Err(StepFault::DueInPast));
    assert!(step().is_overdue(today().succ_opt().unwrap()) && !step().is_overdue(today()));
}

#[test]
fn the_answer_says_who_recorded_it() {
    let person = Acting::of(Who::Person);
    let accepted = step().after(agreed(AnswerWay::OwnLink, None), &person, at(1)).unwrap();
    assert_eq!(accepted.answer.map(|a| (a.agreed, a.recorded_by)), Some((true, None)));
    let staff = Acting::of(Who::Psychosocial);
    let spoken = step().after(agreed(AnswerWay::Spoken, Some(CNPS)), &staff, at(1)).unwrap();
    assert_eq!(spoken.answer.and_then(|a| a.recorded_by), Some(CNPS));
    for (event, who) in [
        (agreed(AnswerWay::Spoken, None), &staff),
        (agreed(AnswerWay::OwnLink, None), &staff),
        (agreed(AnswerWay::OwnLink, Some(CNPS)), &person),
        (agreed(AnswerWay::Spoken, Some(CNPS)), &person),
    ] {
        assert_eq!(step().after(event, who, at(1)), Err(StepFault::WhoRecorded), "{event:?}");
    }
}

#[test]
fn nothing_is_done_that_the_person_did_not_agree_to() {
    let owner = Acting::of(Who::Owner);
    assert!(step().after(StepEvent::Begin, &owner, at(1)).is_err());
    assert!(step().after(StepEvent::Finish(StepOutcome::Reached), &owner, at(1)).is_err());
    assert!(step().after(StepEvent::GiveUp(NotDoneReason::Cost), &owner, at(1)).is_err());
}

#[test]
fn steps_of_who_leaves_go_to_the_stand_in_then_to_the_pair() {
    let gone = Absence { account: OWNER, span: Span::since(at(0)), stand_in: Some(STAND_IN) };
    let roster = |absences| Roster { absences };
    assert_eq!(heir(OWNER, Track::Medical, Some(&PAIR), &roster(vec![gone]), at(1)), Some(STAND_IN));
    assert_eq!(heir(OWNER, Track::Medical, Some(&PAIR), &Roster::default(), at(1)), Some(CNM));
    assert_eq!(heir(CNM, Track::Medical, Some(&PAIR), &Roster::default(), at(1)), Some(CNPS));
    assert_eq!(heir(OWNER, Track::Medical, None, &Roster::default(), at(1)), None);
}

#[test]
fn an_account_whose_steps_nobody_can_take_is_not_deleted() {
    let (open, done) = (step(), Step { state: StepState::Done, ..step() });
    let steps = [(1, &open, None), (2, &done, None)];
    assert_eq!(reassign(OWNER, steps, &Roster::default(), at(1)), Err(NobodyLeft { steps: 1 }));
    let steps = [(1, &open, Some(&PAIR)), (2, &done, None)];
    assert_eq!(reassign(OWNER, steps, &Roster::default(), at(1)), Ok(vec![Reassigned { step: 1, to: CNM }]));
}

#[test]
fn a_declined_step_has_an_owner_when_the_person_thinks_again() {
    for state in StepState::ALL {
        let step = Step { state, ..step() };
        let moved = reassign(OWNER, [((), &step, Some(&PAIR))], &Roster::default(), at(1)).unwrap();
        let may_go_on = StepChange::ALL.into_iter().any(|change| state.next(change).is_some());
        assert_eq!(moved.len(), usize::from(may_go_on), "{state}");
    }
}

fn event() -> impl Strategy<Value = StepEvent> {
    prop_oneof![
        (any::<bool>(), 0usize..AnswerWay::ALL.len(), any::<bool>()).prop_map(|(agreed, way, named)| {
            StepEvent::Answer { agreed, way: AnswerWay::ALL[way], recorded_by: named.then_some(CNPS) }
        }),
        Just(StepEvent::Reconsider),
        Just(StepEvent::Begin),
        Just(StepEvent::Finish(StepOutcome::Reached)),
        Just(StepEvent::GiveUp(NotDoneReason::Cost)),
        Just(StepEvent::Cancel(CancelReason::Error)),
    ]
}

proptest! {
    #[test]
    fn no_sequence_does_a_step_without_agreement_or_revives_an_ended_one(
        events in proptest::collection::vec((event(), 0usize..Who::ALL.len(), 0i64..9), 0..40),
    ) {
        let mut step = step();
        let mut minute = 0;
        for (event, who, later) in events {
            minute += later;
            let before = step.clone();
            if let Ok(next) = step.after(event, &Acting::of(Who::ALL[who]), at(minute)) {
                step = next;
            }
            let agreed = step.answer.map(|answer| answer.agreed);
            match step.state {
                StepState::Accepted | StepState::InProgress | StepState::Done | StepState::NotDone => {
                    prop_assert_eq!(agreed, Some(true));
                }
                StepState::Declined => prop_assert_eq!(agreed, Some(false)),
                StepState::Proposed | StepState::Cancelled => {}
            }
            let ended = matches!(step.state, StepState::Done | StepState::NotDone | StepState::Cancelled);
            prop_assert_eq!(step.end.is_some(), ended);
            if before.end.is_some() {
                prop_assert_eq!(&step, &before);
            }
        }
    }
}
