use super::*;
use proptest::prelude::*;

fn day(n: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_612_857_600 + n * 86_400, 0).unwrap()
}

const SECOND: TimeDelta = TimeDelta::seconds(1);
const RULE: AdmissionRule = AdmissionRule { days_after_validation: 7, days_after_meeting: 30 };

/// Invited on day 0, held on day 14.
fn session() -> SessionFacts {
    SessionFacts { invited_at: Some(day(0)), ends_at: day(14), validated_at: None, cancelled_at: None }
}

fn always() -> Vec<Span> {
    vec![Span::since(day(0))]
}

fn ask(session: &SessionFacts, moment: DateTime<Utc>) -> Result<Admitted, Refusal> {
    admission(&always(), session, &always(), &RULE, moment)
}

#[test]
fn the_file_opens_with_the_invitation() {
    assert_eq!(ask(&session(), day(0) - SECOND), Err(Refusal::NotYet));
    assert_eq!(ask(&session(), day(0)), Ok(Admitted { from: day(0), until: day(44) }));
    let planned = SessionFacts { invited_at: None, ..session() };
    assert_eq!(ask(&planned, day(3)), Err(Refusal::NotYet));
}

#[test]
fn thirty_days_after_the_meeting_it_is_closed_whatever_became_of_the_report() {
    assert!(ask(&session(), day(44) - SECOND).is_ok());
    assert_eq!(ask(&session(), day(44)), Err(Refusal::Over));
    let late = SessionFacts { validated_at: Some(day(43)), ..session() };
    assert_eq!(ask(&late, day(44)), Err(Refusal::Over));
}

#[test]
fn seven_days_after_validation_it_is_closed() {
    let validated = SessionFacts { validated_at: Some(day(16)), ..session() };
    assert_eq!(ask(&validated, day(16)), Ok(Admitted { from: day(0), until: day(23) }));
    assert!(ask(&validated, day(23) - SECOND).is_ok());
    assert_eq!(ask(&validated, day(23)), Err(Refusal::Over));
}

#[test]
fn leaving_the_list_ends_it_at_that_moment_and_coming_back_begins_it_anew() {
    let listing = [Span::new(day(1), day(5)), Span::since(day(8))];
    let ask = |moment| admission(&always(), &session(), &listing, &RULE, moment);
    assert_eq!(ask(day(1) - SECOND), Err(Refusal::NotOnList));
    assert_eq!(ask(day(1)), Ok(Admitted { from: day(1), until: day(5) }));
    assert!(ask(day(5) - SECOND).is_ok());
    assert_eq!(ask(day(5)), Err(Refusal::NotOnList));
    assert_eq!(ask(day(8)).map(|a| a.from), Ok(day(8)));
    assert_eq!(admission(&always(), &session(), &[], &RULE, day(2)), Err(Refusal::NotOnList));
}

#[test]
fn a_participant_who_is_uninvited_reads_no_more() {
    let participation = [Span::new(day(0), day(3))];
    let ask = |moment| admission(&participation, &session(), &always(), &RULE, moment);
    assert_eq!(ask(day(3) - SECOND).map(|a| a.until), Ok(day(3)));
    assert_eq!(ask(day(3)), Err(Refusal::Uninvited));
    assert_eq!(admission(&[], &session(), &always(), &RULE, day(2)), Err(Refusal::NotInvited));
}

#[test]
fn an_invitation_taken_back_at_the_very_moment_is_no_invitation_to_come() {
    let participation = [Span::new(day(1), day(1))];
    let read = admission(&participation, &session(), &always(), &RULE, day(1));
    assert_eq!(read, Err(Refusal::Uninvited));
    assert_eq!(attendance(&participation, &session(), day(1)), Err(Refusal::Uninvited));
    assert_eq!(attendance(&participation, &session(), day(1) - SECOND), Err(Refusal::NotYet));
}

#[test]
fn each_refusal_has_a_word_of_its_own_by_which_pages_and_the_log_know_it() {
    let words: std::collections::BTreeSet<&str> = Refusal::ALL.into_iter().map(Refusal::word).collect();
    assert_eq!(words.len(), Refusal::ALL.len());
    assert!(words.iter().all(|word| word.len() > "rcp-".len() && word.starts_with("rcp-")), "{words:?}");
}

#[test]
fn a_cancelled_session_opens_nothing() {
    let cancelled = SessionFacts { cancelled_at: Some(day(2)), ..session() };
    assert!(ask(&cancelled, day(2) - SECOND).is_ok());
    assert_eq!(ask(&cancelled, day(2)), Err(Refusal::Cancelled));
}

#[test]
fn who_asks_for_another_file_learns_nothing_of_its_history() {
    let once = [Span::new(day(1), day(2))];
    let left = admission(&always(), &session(), &once, &RULE, day(3));
    let never = admission(&always(), &session(), &[], &RULE, day(3));
    assert_eq!(left, never);
}

#[test]
fn a_moved_meeting_moves_the_end() {
    let moved = SessionFacts { ends_at: day(21), ..session() };
    assert!(ask(&moved, day(44)).is_ok());
    assert_eq!(ask(&moved, day(51)), Err(Refusal::Over));
}

#[test]
fn who_asked_before_and_is_answered_after_is_answered_as_of_after() {
    let validated = SessionFacts { validated_at: Some(day(16)), ..session() };
    let none = AdmissionRule { days_after_validation: 0, ..RULE };
    let asked = day(16) - SECOND;
    assert_eq!(moment(asked, &always(), &validated, &always()), day(16));
    let answered = moment(asked, &always(), &validated, &always());
    assert_eq!(admission(&always(), &validated, &always(), &none, answered), Err(Refusal::Over));
    assert!(admission(&always(), &session(), &always(), &none, asked).is_ok());
    let removed = [Span::new(day(0), day(3))];
    assert_eq!(moment(day(2), &always(), &session(), &removed), day(3));
    assert_eq!(moment(day(9), &always(), &session(), &removed), day(9));
}

#[test]
fn a_session_is_seen_from_the_invitation_until_it_is_taken_back() {
    let seen = |spans: &[Span], moment| attendance(spans, &session(), moment);
    assert_eq!(seen(&always(), day(0) - SECOND), Err(Refusal::NotYet));
    assert!(seen(&always(), day(900)).is_ok(), "that it took place is no secret to who was there");
    assert_eq!(seen(&[], day(1)), Err(Refusal::NotInvited));
    let back = [Span::new(day(0), day(3))];
    assert!(seen(&back, day(3) - SECOND).is_ok());
    assert_eq!(seen(&back, day(3)), Err(Refusal::Uninvited));
    let planned = SessionFacts { invited_at: None, ..session() };
    assert_eq!(attendance(&always(), &planned, day(1)), Err(Refusal::NotYet));
}

proptest! {
    #[test]
    fn it_is_open_exactly_within_what_it_says_and_every_condition_holds(
        invited in proptest::option::of(0i64..20), ends in 0i64..40,
        validated in proptest::option::of(0i64..60), cancelled in proptest::option::of(0i64..60),
        participation in (0i64..20, proptest::option::of(0i64..60)),
        listing in (0i64..20, proptest::option::of(0i64..60)), moment in 0i64..90,
    ) {
        let facts = SessionFacts {
            invited_at: invited.map(day), ends_at: day(ends),
            validated_at: validated.map(day), cancelled_at: cancelled.map(day),
        };
        let span = |(from, until): (i64, Option<i64>)| [Span { from: day(from), until: until.map(day) }];
        let (participation, listing) = (span(participation), span(listing));
        let ask = |moment| admission(&participation, &facts, &listing, &RULE, moment);
        let may = invited.is_some_and(|at| at <= moment)
            && participation[0].contains(day(moment))
            && listing[0].contains(day(moment))
            && cancelled.is_none_or(|at| moment < at)
            && moment < ends + 30
            && validated.is_none_or(|at| moment < at + 7);
        match ask(day(moment)) {
            Ok(admitted) => {
                prop_assert!(may);
                prop_assert!(admitted.from <= day(moment) && day(moment) < admitted.until);
                prop_assert!(ask(admitted.from).is_ok());
                prop_assert!(ask(admitted.until - SECOND).is_ok());
                prop_assert!(ask(admitted.until).is_err());
                prop_assert!(ask(admitted.from - SECOND).is_err());
            }
            Err(_) => prop_assert!(!may),
        }
    }
}
