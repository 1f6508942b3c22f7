//! What a referral waits for, by when, and what to do when it does not come.

use super::settings::ReferralSettings;
use super::state::ReferralState;
use crate::office::Office;
use crate::stable::stable_words;
use chrono::{DateTime, NaiveDate, Utc};

stable_words! {
    /// What is waited for.
    pub enum Wait in "referral-wait" {
        /// That the mail leaves.
        Delivery = "delivery",
        /// That somebody says it arrived.
        Receipt = "receipt",
        /// Yes or no.
        Answer = "answer",
        /// Our answer to a question.
        Reply = "reply",
        /// A day.
        Appointment = "appointment",
        /// That the person was seen.
        Visit = "visit",
        /// The outcome.
        Report = "report",
        /// That person and doctor are told, and the referral closed.
        Closing = "closing",
        /// That somebody else is found.
        Another = "another",
    }
}

impl Wait {
    /// Whether the recipient is waited for, who may be reminded.
    pub const fn is_recipients(self) -> bool {
        matches!(self, Self::Receipt | Self::Answer | Self::Appointment | Self::Visit | Self::Report)
    }
}

/// What the clocks need of a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// State.
    pub state: ReferralState,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Day of the appointment.
    pub appointment_on: Option<NaiveDate>,
    /// Whether what was sent left the house, as far as the mail server says; true for paper.
    pub is_delivered: bool,
    /// How often the recipient was reminded since the state began, and when last.
    pub reminded: (u32, Option<DateTime<Utc>>),
}

impl Standing {
    /// What is waited for; none for what is not under way.
    pub const fn waits_for(&self) -> Option<Wait> {
        use ReferralState as S;
        match self.state {
            S::Draft | S::Closed | S::Withdrawn => None,
            S::Sent if !self.is_delivered => Some(Wait::Delivery),
            S::Sent => Some(Wait::Receipt),
            S::Received => Some(Wait::Answer),
            S::AskedBack => Some(Wait::Reply),
            S::Accepted => Some(Wait::Appointment),
            S::Appointment => Some(Wait::Visit),
            S::Seen => Some(Wait::Report),
            S::Reported => Some(Wait::Closing),
            S::Declined | S::Lost => Some(Wait::Another),
        }
    }

    /// By when it is waited for: so many working days of the office after the state began, or after the day of the appointment.
    pub fn due(&self, office: &Office, settings: &ReferralSettings) -> Option<DateTime<Utc>> {
        let wait = self.waits_for()?;
        let from = match (wait, self.appointment_on) {
            (Wait::Visit, Some(day)) => office.begins(day).max(self.since),
            _ => self.since,
        };
        Some(office.due_after(from, u32::from(settings.working_days(wait))))
    }

    /// Whether it is lost on the way: what is waited for did not come in time.
    pub fn is_late(&self, office: &Office, settings: &ReferralSettings, now: DateTime<Utc>) -> bool {
        self.due(office, settings).is_some_and(|due| due < now)
    }

    /// Whether the recipient is reminded now: late, not too often, and not twice within a few days.
    pub fn is_to_be_reminded(
        &self,
        office: &Office,
        settings: &ReferralSettings,
        now: DateTime<Utc>,
    ) -> bool {
        let (count, last) = self.reminded;
        self.waits_for().is_some_and(Wait::is_recipients)
            && self.is_late(office, settings, now)
            && count < u32::from(settings.most_reminders)
            && last.is_none_or(|at| office.due_after(at, u32::from(settings.reminder_days)) < now)
    }

    /// Whether it is given up as lost: reminded as often as we do, and the time after it has passed too. A human answers for what
    /// comes next.
    pub fn is_to_be_lost(&self, office: &Office, settings: &ReferralSettings, now: DateTime<Utc>) -> bool {
        let Some(due) = self.due(office, settings) else { return false };
        self.waits_for().is_some_and(Wait::is_recipients)
            && office.due_after(due, u32::from(settings.lost_days)) < now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::{Holidays, ReplyPromise};
    use proptest::prelude::*;

    fn office() -> Office {
        Office {
            zone: chrono_tz::Europe::Luxembourg,
            hours: "Mo-Fr 09:00-17:00".parse().ok(),
            holidays: Holidays::default(),
            promise: ReplyPromise { working_days: 5 },
        }
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn standing(state: ReferralState) -> Standing {
        // A Monday.
        let since = at("2026-11-23T09:00:00Z");
        Standing { state, since, appointment_on: None, is_delivered: true, reminded: (0, None) }
    }

    #[test]
    fn weekends_do_not_count() {
        let settings = ReferralSettings { received_days: 5, ..ReferralSettings::default() };
        let sent = standing(ReferralState::Sent);
        assert_eq!(sent.due(&office(), &settings), Some(at("2026-11-30T16:00:00Z")));
        assert!(!sent.is_late(&office(), &settings, at("2026-11-29T12:00:00Z")));
        assert!(sent.is_late(&office(), &settings, at("2026-11-30T16:00:01Z")));
    }

    #[test]
    fn a_far_appointment_is_not_late_before_its_day() {
        let settings = ReferralSettings::default();
        let day = "2027-06-01".parse().ok();
        let waits = Standing { appointment_on: day, ..standing(ReferralState::Appointment) };
        assert!(!waits.is_late(&office(), &settings, at("2027-06-01T12:00:00Z")));
        assert!(waits.is_late(&office(), &settings, at("2027-06-30T12:00:00Z")));
    }

    #[test]
    fn a_mail_that_did_not_leave_is_ours_and_nobody_is_reminded_of_it() {
        let settings = ReferralSettings::default();
        let stuck = Standing { is_delivered: false, ..standing(ReferralState::Sent) };
        let later = at("2027-03-01T12:00:00Z");
        assert_eq!(stuck.waits_for(), Some(Wait::Delivery));
        assert!(stuck.is_late(&office(), &settings, later));
        assert!(!stuck.is_to_be_reminded(&office(), &settings, later));
        assert!(!stuck.is_to_be_lost(&office(), &settings, later));
    }

    #[test]
    fn reminders_end_and_do_not_come_twice_in_a_few_days() {
        let settings = ReferralSettings::default();
        let later = at("2027-03-01T12:00:00Z");
        let reminded =
            |count, last| Standing { reminded: (count, last), ..standing(ReferralState::Received) };
        assert!(reminded(0, None).is_to_be_reminded(&office(), &settings, later));
        assert!(!reminded(1, Some(later)).is_to_be_reminded(&office(), &settings, later));
        let most = u32::from(settings.most_reminders);
        assert!(!reminded(most, None).is_to_be_reminded(&office(), &settings, later));
        assert!(reminded(most, None).is_to_be_lost(&office(), &settings, later));
    }

    proptest! {
        /// Nobody is forgotten: whatever has not ended and has left the house is late some day.
        #[test]
        fn whatever_is_under_way_is_late_some_day(state in 0_usize..ReferralState::ALL.len(), delivered in any::<bool>()) {
            let one = Standing { is_delivered: delivered, ..standing(ReferralState::ALL[state]) };
            let settings = ReferralSettings::default();
            prop_assert_eq!(one.is_late(&office(), &settings, at("2028-01-01T12:00:00Z")), one.state.is_under_way());
        }
    }
}
