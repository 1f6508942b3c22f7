use super::*;
use proptest::prelude::*;

const CNPS: Uuid = Uuid::from_u128(1);
const CNM: Uuid = Uuid::from_u128(2);

fn at(n: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_348_800 + n * 60, 0).unwrap()
}

fn cnps() -> Acting {
    Acting::of(Who::Psychosocial)
}

fn cnm() -> Acting {
    Acting::of(Who::Medical)
}

fn ended() -> CellMeeting {
    let live = CellMeeting::schedule(at(0), at(-60)).begin(&cnps(), at(0)).unwrap();
    live.edit(&cnps(), at(10)).unwrap().end(&cnps(), at(60)).unwrap()
}

#[test]
fn minutes_signed_by_both_are_frozen_and_corrected_by_an_addendum() {
    let one = ended().sign(Track::Psychosocial, 1, CNPS, &cnps(), at(61)).unwrap();
    assert_eq!(one.state, MeetingState::SignedByOne);
    let both = one.sign(Track::Medical, 1, CNM, &cnm(), at(62)).unwrap();
    assert_eq!(both.state, MeetingState::Closed);
    assert!(matches!(both.edit(&cnps(), at(63)), Err(MeetingFault::Refused(_))));
    assert_eq!(both.add("  ", CNPS, &cnps(), at(63)), Err(MeetingFault::Empty));
    let added = both.add("The date was the 12th.", CNPS, &cnps(), at(63)).unwrap();
    assert_eq!((added.minutes, added.addenda.len()), (both.minutes, 1));
}

#[test]
fn a_change_after_the_first_name_takes_it_away() {
    let one = ended().sign(Track::Psychosocial, 1, CNPS, &cnps(), at(61)).unwrap();
    let changed = one.edit(&cnm(), at(62)).unwrap();
    assert_eq!((changed.state, changed.minutes.psychosocial), (MeetingState::Ended, None));
    let unread = changed.sign(Track::Medical, 1, CNM, &cnm(), at(63));
    assert_eq!(unread, Err(MeetingFault::Sign(SignFault::NotWhatWasRead { current: 2 })));
}

#[test]
fn nobody_signs_for_the_other_track() {
    let other = ended().sign(Track::Medical, 1, CNPS, &cnps(), at(61));
    assert_eq!(other, Err(MeetingFault::NotYourTrack));
}

proptest! {
    #[test]
    fn closed_means_two_names_under_one_version_and_never_opens_again(
        acts in proptest::collection::vec((0u8..7, 0usize..Who::ALL.len(), 0u32..4, 1u128..3), 0..60),
    ) {
        let mut meeting = CellMeeting::schedule(at(0), at(0));
        for (n, (act, who, read, by)) in acts.into_iter().enumerate() {
            let (acting, by, now) = (Acting::of(Who::ALL[who]), Uuid::from_u128(by), at(n as i64));
            let next = match act {
                0 => meeting.begin(&acting, now),
                1 => meeting.edit(&acting, now),
                2 => meeting.end(&acting, now),
                3 => meeting.sign(Track::Medical, read, by, &acting, now),
                4 => meeting.sign(Track::Psychosocial, read, by, &acting, now),
                5 => meeting.add("x", by, &acting, now),
                _ => meeting.cancel(&acting, now),
            };
            let Ok(next) = next else { continue };
            if meeting.state == MeetingState::Closed {
                prop_assert_eq!((next.state, next.minutes), (MeetingState::Closed, meeting.minutes));
            }
            let names = [next.minutes.psychosocial, next.minutes.medical].into_iter().flatten().count();
            match next.state {
                MeetingState::Closed => prop_assert_eq!(names, 2),
                MeetingState::SignedByOne => prop_assert_eq!(names, 1),
                _ => prop_assert_eq!(names, 0),
            }
            prop_assert!(next.addenda.is_empty() || next.state == MeetingState::Closed);
            meeting = next;
        }
    }
}
