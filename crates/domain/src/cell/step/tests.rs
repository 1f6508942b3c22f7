use super::*;
use proptest::prelude::*;

const OWNER: Uuid = Uuid::from_u128(1);
const CNPS: Uuid = Uuid::from_u128(2);

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
