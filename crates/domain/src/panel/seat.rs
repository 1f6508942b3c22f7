//! An expert's place in a local advice, and what they see at a moment. Nothing has to run for it to end.

use super::state::PanelState;
use crate::cell::machine::machine;
use crate::cell::who::{Acting, Who};
use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};

/// For how many days after the deadline the lead still reads, to close: our own choice.
pub const LEAD_DAYS: i64 = 14;

/// For how many days after the advice was closed an expert may read what came of it: our own choice.
pub const THANKS_DAYS: i64 = 90;

stable_words! {
    /// Where an expert's place stands.
    pub enum SeatState in "seat-state" {
        /// Invited by name: nothing was sent to them.
        Named = "named",
        /// The European coordinator validated their access (duty D18).
        Admitted = "admitted",
        /// The link was sent.
        Invited = "invited",
        /// They gave the code, and said that nothing stands against their advice.
        Seated = "seated",
        /// They declined, with a reason.
        Declined = "declined",
        /// Their access was refused.
        Refused = "refused",
        /// Their place ended before the advice.
        Ended = "ended",
    }
}

impl SeatState {
    /// Whether they may still take part.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Named | Self::Admitted | Self::Invited | Self::Seated)
    }
}

stable_words! {
    /// What may happen to an expert's place.
    pub enum SeatChange in "seat-change" {
        /// The European coordinator validates the access.
        Admit = "admit",
        /// The European coordinator refuses the access.
        Refuse = "refuse",
        /// The link is sent, or another one.
        Invite = "invite",
        /// The expert says that nothing stands against their advice, and reads.
        Sit = "sit",
        /// The expert declines.
        Decline = "decline",
        /// The house ends the place.
        End = "end",
    }
}

const fn next(state: SeatState, change: SeatChange) -> Option<SeatState> {
    use SeatChange as C;
    use SeatState as S;
    match (state, change) {
        (S::Named, C::Admit) => Some(S::Admitted),
        (S::Named | S::Admitted, C::Refuse) => Some(S::Refused),
        (S::Admitted | S::Invited, C::Invite) => Some(S::Invited),
        // Another link for who reads already changes nothing else.
        (S::Seated, C::Invite) => Some(S::Seated),
        (S::Invited, C::Sit) => Some(S::Seated),
        (S::Invited | S::Seated, C::Decline) => Some(S::Declined),
        (S::Named | S::Admitted | S::Invited | S::Seated, C::End) => Some(S::Ended),
        _ => None,
    }
}

const fn may(change: SeatChange) -> &'static [Who] {
    match change {
        SeatChange::Admit | SeatChange::Refuse => &[Who::Hub],
        SeatChange::Invite => &[Who::Hub, Who::Medical, Who::Psychosocial],
        SeatChange::Sit => &[Who::Expert],
        // What an expert said by telephone is written down by the house.
        SeatChange::Decline => &[Who::Expert, Who::Hub, Who::Medical, Who::Psychosocial],
        SeatChange::End => &[Who::Hub, Who::Medical, Who::Psychosocial, Who::System],
    }
}

machine!(SeatState, SeatChange, "panel-seat", next, may);

stable_words! {
    /// Why an expert declines.
    pub enum DeclineWhy in "panel-decline" {
        /// Something stands against their advice: they know the person, or gain by it.
        Conflict = "conflict",
        /// Not their field.
        NotMyField = "not-my-field",
        /// No time, or absent.
        NoTime = "no-time",
        /// Something else, which the words say.
        Other = "other",
    }
}

/// What an expert sees at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Nothing: the link leads nowhere.
    Nothing,
    /// That they are asked, by whom and until when; no case.
    Door,
    /// The case.
    Case,
    /// What came of it; the case no more.
    Thanks,
}

/// What is known when an expert knocks.
#[derive(Debug, Clone, Copy)]
pub struct Knock {
    /// State of the panel.
    pub panel: PanelState,
    /// State of their place.
    pub seat: SeatState,
    /// Whether they lead.
    pub is_lead: bool,
    /// First moment after the deadline; none before there is one.
    pub due: Option<DateTime<Utc>>,
    /// When the advice was closed.
    pub closed_at: Option<DateTime<Utc>>,
}

impl Knock {
    /// Whether the deadline has passed.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.due.is_none_or(|due| due <= now)
    }

    /// What they see. The last moment of a window is not its own.
    pub fn sight(&self, now: DateTime<Utc>) -> Sight {
        let within =
            |from: Option<DateTime<Utc>>, days| from.is_some_and(|at| now < at + TimeDelta::days(days));
        match (self.panel, self.seat) {
            (PanelState::Open, SeatState::Invited) if !self.is_over(now) => Sight::Door,
            (PanelState::Open, SeatState::Seated) if !self.is_over(now) => Sight::Case,
            (PanelState::Open, SeatState::Seated) if self.is_lead && within(self.due, LEAD_DAYS) => {
                Sight::Case
            }
            (PanelState::Closed | PanelState::Decided, SeatState::Seated)
                if within(self.closed_at, THANKS_DAYS) =>
            {
                Sight::Thanks
            }
            _ => Sight::Nothing,
        }
    }

    /// As what they act: after the deadline the lead closes, and nobody writes any more.
    pub fn acting(&self, now: DateTime<Utc>) -> Acting {
        let acting = if self.is_over(now) { Acting::default() } else { Acting::of(Who::Expert) };
        if self.is_lead { acting.and(Who::Lead) } else { acting }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::machine::Machine as _;
    use proptest::prelude::*;

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(day)
    }

    fn knock(is_lead: bool) -> Knock {
        Knock {
            panel: PanelState::Open,
            seat: SeatState::Seated,
            is_lead,
            due: Some(at(10)),
            closed_at: None,
        }
    }

    #[test]
    fn access_ends_with_the_deadline_and_the_lead_has_time_to_close() {
        assert_eq!(knock(false).sight(at(9)), Sight::Case);
        assert_eq!(knock(false).sight(at(10)), Sight::Nothing, "its last moment is not its own");
        assert_eq!(knock(true).sight(at(10 + LEAD_DAYS - 1)), Sight::Case);
        assert_eq!(knock(true).sight(at(10 + LEAD_DAYS)), Sight::Nothing);
        let late = knock(true).acting(at(12));
        assert!(late.is(Who::Lead) && !late.is(Who::Expert));
    }

    #[test]
    fn who_was_only_invited_sees_no_case_and_who_is_done_sees_what_came_of_it() {
        let invited = Knock { seat: SeatState::Invited, ..knock(false) };
        assert_eq!(invited.sight(at(1)), Sight::Door);
        let done = Knock { panel: PanelState::Decided, closed_at: Some(at(5)), ..knock(true) };
        assert_eq!(done.sight(at(6)), Sight::Thanks);
        assert_eq!(done.sight(at(5 + THANKS_DAYS)), Sight::Nothing);
        assert_eq!(Knock { seat: SeatState::Invited, ..done }.sight(at(6)), Sight::Nothing);
    }

    proptest! {
        /// The case is seen in an open panel only, by who sat down, and never after the lead's time.
        #[test]
        fn the_case_is_seen_by_who_sits_in_an_open_panel_within_its_time(
            panel in 0_usize..PanelState::ALL.len(),
            seat in 0_usize..SeatState::ALL.len(),
            is_lead in any::<bool>(),
            closed in prop::option::of(0_i64..200),
            day in 0_i64..400,
        ) {
            let (panel, seat) = (PanelState::ALL[panel], SeatState::ALL[seat]);
            let one = Knock { panel, seat, closed_at: closed.map(at), ..knock(is_lead) };
            let seen = one.sight(at(day));
            if seen == Sight::Case {
                prop_assert!(panel == PanelState::Open && seat == SeatState::Seated);
                let more = if is_lead { LEAD_DAYS } else { 0 };
                prop_assert!(day < 10 + more);
            }
            if seen != Sight::Nothing {
                prop_assert!(matches!(seat, SeatState::Invited | SeatState::Seated));
            }
        }

        /// Nobody reads whose access the European coordinator did not validate.
        #[test]
        fn nobody_sits_whose_access_nobody_validated(
            changes in prop::collection::vec((0_usize..SeatChange::ALL.len(), 0_usize..Who::ALL.len()), 0..30),
        ) {
            let (mut state, mut admitted) = (SeatState::Named, false);
            for (change, who) in changes {
                let (change, who) = (SeatChange::ALL[change], Who::ALL[who]);
                let Ok(after) = state.after(change, &Acting::of(who)) else { continue };
                admitted |= change == SeatChange::Admit && who == Who::Hub;
                prop_assert!(!matches!(after, SeatState::Invited | SeatState::Seated) || admitted);
                prop_assert!(state.is_live() || !after.is_live());
                state = after;
            }
        }
    }
}
