use super::*;
use crate::cell::who::Who;
use crate::cell::words::BroughtBy;
use proptest::prelude::*;

fn at(hour: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_348_800 + hour * 3600, 0).unwrap()
}

fn file() -> CaseFile {
    let brought_by = BroughtByField::new(BroughtBy::Psychosocial);
    CaseFile::receive(Reality::Real, Origin::Infoline, brought_by, at(0))
}

fn pair() -> Acting {
    Acting::of(Who::Medical)
}

fn then(file: &CaseFile, event: FileEvent, hour: i64) -> CaseFile {
    file.after(event, &pair(), at(hour), at(hour).date_naive()).unwrap()
}

#[test]
fn a_file_is_accepted_rests_goes_on_and_ends() {
    let open = then(&file(), FileEvent::Accept, 1);
    let pause = FileEvent::Pause { reason: PauseReason::Away, until: Some(at(72).date_naive()) };
    let dormant = then(&open, pause, 2);
    assert!(!dormant.allows_reminders());
    assert!(!dormant.resumes(at(48).date_naive()) && dormant.resumes(at(72).date_naive()));
    let system = Acting::of(Who::System);
    let awake = dormant.after(FileEvent::Resume, &system, at(72), at(72).date_naive()).unwrap();
    assert_eq!(awake.paused, [Span::new(at(2), at(72))]);
    let closed = then(&awake, FileEvent::Close(CloseReason::Reached), 80);
    assert_eq!((closed.state, closed.closed), (FileState::Closed, Some(CloseReason::Reached)));
    let again = then(&closed, FileEvent::Reopen, 90);
    assert_eq!(again.open, [Span::new(at(1), at(80)), Span::since(at(90))]);
}

#[test]
fn a_pause_until_today_is_refused() {
    let open = then(&file(), FileEvent::Accept, 1);
    let today = at(2).date_naive();
    let pause = FileEvent::Pause { reason: PauseReason::Away, until: Some(today) };
    assert_eq!(open.after(pause, &pair(), at(2), today), Err(FileFault::ResumptionPassed));
}

#[test]
fn a_listener_asks_nothing_of_a_file_but_may_record_a_death() {
    let listener = Acting::of(Who::Listener);
    let open = then(&file(), FileEvent::Accept, 1);
    let change = |event| open.after(event, &listener, at(2), at(2).date_naive());
    assert!(matches!(
        change(FileEvent::Close(CloseReason::Reached)),
        Err(FileFault::Refused(Refused::NotYours { .. }))
    ));
    assert_eq!(change(FileEvent::RecordDeath).unwrap().state, FileState::Died);
}

#[test]
fn after_a_death_recorded_in_error_nothing_begins_by_itself() {
    let died = then(&then(&file(), FileEvent::Accept, 1), FileEvent::RecordDeath, 2);
    assert!(!died.allows_reminders());
    let corrected = then(&died, FileEvent::CorrectDeath, 3);
    assert_eq!(corrected.state, FileState::Dormant);
    assert!(!corrected.allows_reminders());
    let never_open = then(&then(&file(), FileEvent::RecordDeath, 2), FileEvent::CorrectDeath, 3);
    assert_eq!(never_open.state, FileState::Received);
}

fn event() -> impl Strategy<Value = FileEvent> {
    let day = proptest::option::of(0i64..2000).prop_map(|hour| hour.map(|h| at(h).date_naive()));
    prop_oneof![
        1 => Just(FileEvent::AskBack),
        1 => Just(FileEvent::Complete),
        4 => Just(FileEvent::Accept),
        1 => Just(FileEvent::Refuse(DeclineReason::NotRare)),
        1 => Just(FileEvent::Reconsider),
        2 => day.prop_map(|until| FileEvent::Pause { reason: PauseReason::Away, until }),
        2 => Just(FileEvent::Resume),
        1 => Just(FileEvent::Close(CloseReason::Reached)),
        2 => Just(FileEvent::Reopen),
        1 => Just(FileEvent::RecordDeath),
        1 => Just(FileEvent::CorrectDeath),
    ]
}

proptest! {
    #[test]
    fn no_sequence_of_events_reaches_a_contradiction(
        events in proptest::collection::vec((event(), 0usize..Who::ALL.len(), 0i64..40), 0..60),
    ) {
        let mut file = file();
        let mut hour = 0;
        for (event, who, later) in events {
            hour += later - 2;
            let moment = at(hour);
            if let Ok(next) = file.after(event, &Acting::of(Who::ALL[who]), moment, moment.date_naive()) {
                file = next;
            }
            hour = hour.max(0);
            let is_open = |spans: &[Span]| spans.last().is_some_and(|span| span.until.is_none());
            prop_assert_eq!(file.origin, Origin::Infoline);
            prop_assert_eq!(is_open(&file.open), matches!(file.state, FileState::Open | FileState::Dormant));
            prop_assert_eq!(is_open(&file.paused), file.state == FileState::Dormant);
            prop_assert_eq!(file.pause.is_some(), file.state == FileState::Dormant);
            prop_assert_eq!(file.death_recorded_at.is_some(), file.state == FileState::Died);
            prop_assert!(file.state != FileState::Closed || file.closed.is_some());
            prop_assert!(file.state != FileState::Refused || file.refused.is_some());
            prop_assert!(file.open.iter().rev().skip(1).all(|span| span.until.is_some()));
        }
    }
}
