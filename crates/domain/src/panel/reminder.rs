//! When an expert is reminded of an advice that they were asked for: once for each thing that is waited for, and never after it is done.

use super::clock::Urgency;
use super::seat::{Knock, LEAD_DAYS, SeatState, Sight};
use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};

stable_words! {
    /// What an expert is reminded of.
    pub enum Reminder in "panel-reminder" {
        /// That they are asked: they opened nothing yet, or did not say whether they take part.
        Answer = "answer",
        /// That their view is missing and the last day is near.
        View = "view",
        /// That they lead, and the last day is over: the advice is to be closed.
        Close = "close",
    }
}

impl Urgency {
    /// Days without an answer after which who was asked is reminded: our own choice.
    const fn answer_days(self) -> i64 {
        match self {
            Self::Usual => 5,
            Self::Soon => 3,
            Self::Urgent => 1,
        }
    }

    /// Days before the last one on which who wrote nothing is reminded: our own choice.
    const fn view_days(self) -> i64 {
        match self {
            Self::Usual => 4,
            Self::Soon => 2,
            Self::Urgent => 1,
        }
    }
}

/// An expert's place, as reminders see it.
#[derive(Debug, Clone, Copy)]
pub struct Waited {
    /// What they see.
    pub knock: Knock,
    /// How soon the advice is needed.
    pub urgency: Urgency,
    /// When the first link was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// When they sat down.
    pub seated_at: Option<DateTime<Utc>>,
    /// When they first wrote.
    pub wrote_at: Option<DateTime<Utc>>,
}

impl Waited {
    /// What they are to be reminded of at a moment, given what they were reminded of before. Nobody is reminded of what they no longer
    /// see.
    pub fn reminder(&self, before: &[Reminder], now: DateTime<Utc>) -> Option<Reminder> {
        let due = self.knock.due?;
        let passed =
            |from: Option<DateTime<Utc>>, days| from.is_some_and(|at| at + TimeDelta::days(days) <= now);
        let what = match (self.knock.sight(now), self.knock.seat) {
            (Sight::Door, _) if passed(self.sent_at, self.urgency.answer_days()) => Reminder::Answer,
            // Who has just sat down has not forgotten.
            (Sight::Case, SeatState::Seated)
                if now < due
                    && self.wrote_at.is_none()
                    && passed(self.seated_at, 1)
                    && due - TimeDelta::days(self.urgency.view_days()) <= now =>
            {
                Reminder::View
            }
            (Sight::Case, SeatState::Seated) if due <= now && now < due + TimeDelta::days(LEAD_DAYS) => {
                Reminder::Close
            }
            _ => return None,
        };
        (!before.contains(&what)).then_some(what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::PanelState;

    fn at(day: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(day)
    }

    fn waited(seat: SeatState) -> Waited {
        let knock =
            Knock { panel: PanelState::Open, seat, is_lead: false, due: Some(at(28)), closed_at: None };
        let seated_at = (seat == SeatState::Seated).then(|| at(3));
        Waited { knock, urgency: Urgency::Usual, sent_at: Some(at(0)), seated_at, wrote_at: None }
    }

    #[test]
    fn who_does_not_answer_is_reminded_once_and_sooner_where_it_is_urgent() {
        let one = waited(SeatState::Invited);
        assert_eq!((one.reminder(&[], at(4)), one.reminder(&[], at(5))), (None, Some(Reminder::Answer)));
        assert_eq!(one.reminder(&[Reminder::Answer], at(9)), None);
        assert_eq!(one.reminder(&[], at(28)), None, "the last day is over, and the link leads nowhere");
        let urgent = Waited { urgency: Urgency::Urgent, ..one };
        assert_eq!(urgent.reminder(&[], at(1)), Some(Reminder::Answer));
        for seat in [SeatState::Named, SeatState::Admitted, SeatState::Declined, SeatState::Ended] {
            assert_eq!(waited(seat).reminder(&[], at(9)), None, "{seat}");
        }
    }

    #[test]
    fn who_reads_and_writes_nothing_is_reminded_when_the_last_day_is_near() {
        let one = waited(SeatState::Seated);
        assert_eq!((one.reminder(&[], at(23)), one.reminder(&[], at(24))), (None, Some(Reminder::View)));
        assert_eq!(one.reminder(&[Reminder::Answer, Reminder::View], at(25)), None);
        assert_eq!(Waited { wrote_at: Some(at(4)), ..one }.reminder(&[], at(25)), None);
        assert_eq!(
            Waited { seated_at: Some(at(26)), ..one }.reminder(&[], at(26)),
            None,
            "has just sat down"
        );
        let ended = Knock { panel: PanelState::Withdrawn, ..one.knock };
        assert_eq!(Waited { knock: ended, ..one }.reminder(&[], at(25)), None);
    }

    #[test]
    fn only_the_lead_is_reminded_to_close() {
        let lead = |is_lead| {
            let one = waited(SeatState::Seated);
            Waited { knock: Knock { is_lead, ..one.knock }, wrote_at: Some(at(9)), ..one }
        };
        assert_eq!(lead(false).reminder(&[], at(28)), None);
        assert_eq!(
            (lead(true).reminder(&[], at(27)), lead(true).reminder(&[], at(28))),
            (None, Some(Reminder::Close))
        );
        assert_eq!(lead(true).reminder(&[], at(28 + LEAD_DAYS)), None, "their time is over too");
    }
}
