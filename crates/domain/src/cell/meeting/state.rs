//! States of a weekly meeting and who may change them.

use crate::cell::machine::machine;
use crate::cell::who::{PAIR, Who};
use crate::stable::stable_words;

stable_words! {
    /// Where a meeting stands.
    pub enum MeetingState in "meeting-state" {
        /// Planned; its agenda may still change.
        Scheduled = "scheduled",
        /// It takes place.
        Live = "live",
        /// It is over; the minutes are being finished.
        Ended = "ended",
        /// One of the two signed the minutes.
        SignedByOne = "signed-by-one",
        /// Both signed; frozen.
        Closed = "closed",
        /// It did not take place.
        Cancelled = "cancelled",
    }
}

impl MeetingState {
    /// Whether there are minutes: it took place and is over.
    pub const fn has_minutes(self) -> bool {
        matches!(self, Self::Ended | Self::SignedByOne | Self::Closed)
    }

    /// Whether it is still ahead, or takes place.
    pub const fn is_coming(self) -> bool {
        matches!(self, Self::Scheduled | Self::Live)
    }
}

stable_words! {
    /// What may happen to a meeting.
    pub enum MeetingChange in "meeting-change" {
        /// It begins.
        Begin = "begin",
        /// Agenda, items, presence or minutes change.
        Edit = "edit",
        /// It ends.
        End = "end",
        /// The first of the two signs.
        SignFirst = "sign-first",
        /// The second signs.
        SignSecond = "sign-second",
        /// A dated addendum.
        Add = "add",
        /// It does not take place.
        Cancel = "cancel",
    }
}

const fn next(state: MeetingState, change: MeetingChange) -> Option<MeetingState> {
    use MeetingState::{Cancelled, Closed, Ended, Live, Scheduled, SignedByOne};
    match (state, change) {
        (Scheduled, MeetingChange::Begin) => Some(Live),
        (Scheduled | Live | Ended, MeetingChange::Edit) => Some(state),
        // Nobody stands behind what was changed after they signed.
        (SignedByOne, MeetingChange::Edit) => Some(Ended),
        (Live, MeetingChange::End) => Some(Ended),
        (Ended, MeetingChange::SignFirst) => Some(SignedByOne),
        (SignedByOne, MeetingChange::SignSecond) => Some(Closed),
        (Closed, MeetingChange::Add) => Some(Closed),
        (Scheduled, MeetingChange::Cancel) => Some(Cancelled),
        _ => None,
    }
}

const fn may(change: MeetingChange) -> &'static [Who] {
    match change {
        // The psycho-social service and the hub put their own files on the agenda and write in the room.
        MeetingChange::Edit => &[Who::Psychosocial, Who::Medical, Who::Worker, Who::Hub],
        MeetingChange::Begin
        | MeetingChange::End
        | MeetingChange::SignFirst
        | MeetingChange::SignSecond
        | MeetingChange::Add
        | MeetingChange::Cancel => PAIR,
    }
}

machine!(MeetingState, MeetingChange, "cell-meeting", next, may);
