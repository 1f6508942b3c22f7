//! A weekly meeting as it was known at a moment.

use crate::fact::{MeetingEnd, MeetingFact};
use ariane_domain::cell::meeting::{CellMeeting, MeetingState};
use chrono::{DateTime, Utc};

/// What had become of a meeting at a moment. Held before its beginning was written down, it counts from when it was planned.
pub fn meeting_as_of(meeting: &CellMeeting, at: DateTime<Utc>) -> MeetingFact {
    let end = match meeting.state {
        MeetingState::Cancelled if meeting.changed_at <= at => MeetingEnd::Cancelled,
        MeetingState::Scheduled | MeetingState::Cancelled => MeetingEnd::NotHeld,
        MeetingState::Live | MeetingState::Ended | MeetingState::SignedByOne | MeetingState::Closed => {
            if meeting.began_at.unwrap_or(meeting.starts_at) <= at {
                MeetingEnd::Held
            } else {
                MeetingEnd::NotHeld
            }
        }
    };
    MeetingFact { starts_at: meeting.starts_at, end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_domain::cell::{Acting, Who};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    #[test]
    fn a_meeting_is_what_was_known_of_it_then() {
        let (planned, due) = (at("2026-01-01T08:00:00Z"), at("2026-01-07T08:00:00Z"));
        let (later, next_day) = (at("2026-01-07T08:12:00Z"), at("2026-01-08T08:00:00Z"));
        let who = Acting::of(Who::Psychosocial);
        let meeting = CellMeeting::schedule(due, planned);
        let end = |meeting: &CellMeeting, at| meeting_as_of(meeting, at).end;
        assert_eq!(end(&meeting, due), MeetingEnd::NotHeld);
        let begun = meeting.begin(&who, later).expect("begun");
        assert_eq!((end(&begun, due), end(&begun, later)), (MeetingEnd::NotHeld, MeetingEnd::Held));
        let ended = begun.end(&who, next_day).expect("ended");
        assert_eq!(end(&ended, later), MeetingEnd::Held);
        assert_eq!(
            end(&CellMeeting { began_at: None, ..ended }, due),
            MeetingEnd::Held,
            "of an earlier version"
        );
        let off = meeting.cancel(&who, next_day).expect("called off");
        assert_eq!((end(&off, later), end(&off, next_day)), (MeetingEnd::NotHeld, MeetingEnd::Cancelled));
    }
}
