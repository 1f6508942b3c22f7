//! The numbers of an installation for referrals; each has a default of our own that says where we begin.

use super::clock::Wait;
use serde::{Deserialize, Serialize};

/// What an installation sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralSettings {
    /// Working days within which a mail leaves the house.
    pub delivery_days: u16,
    /// Working days within which somebody says that it arrived.
    pub received_days: u16,
    /// Working days from receipt to yes or no.
    pub answer_days: u16,
    /// Working days within which a question is answered: ours.
    pub reply_days: u16,
    /// Working days from yes to a day.
    pub appointment_days: u16,
    /// Working days after the day of the appointment within which somebody says that the person was seen.
    pub seen_days: u16,
    /// Working days from the visit to its outcome.
    pub report_days: u16,
    /// Working days within which person and doctor are told: ours.
    pub closing_days: u16,
    /// Working days within which somebody else is found: ours.
    pub another_days: u16,
    /// Working days between two reminders.
    pub reminder_days: u16,
    /// Reminders for one wait.
    pub most_reminders: u16,
    /// Working days after the due day from which a referral counts as lost.
    pub lost_days: u16,
    /// Days for which a link is good.
    pub link_days: u16,
    /// Persons from whom on a waiting time is told; five at least (duty D13).
    pub least_for_waiting: u16,
    /// Months over which waiting times are looked at.
    pub waiting_months: u16,
    /// Whether waiting times stand on public pages: only once centres could comment on them (duty D13).
    pub waiting_is_public: bool,
}

impl Default for ReferralSettings {
    fn default() -> Self {
        Self {
            delivery_days: 1,
            received_days: 3,
            answer_days: 10,
            reply_days: 5,
            appointment_days: 15,
            seen_days: 5,
            report_days: 30,
            closing_days: 10,
            another_days: 5,
            reminder_days: 5,
            most_reminders: 2,
            lost_days: 20,
            link_days: 365,
            least_for_waiting: 5,
            waiting_months: 24,
            waiting_is_public: false,
        }
    }
}

/// The least number of persons that an installation may choose (duty D13).
pub const LEAST_PERSONS: u16 = 5;

/// Why a number is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{name} is a number from {least} to {most}")]
pub struct NotPossible {
    /// Name of the setting.
    pub name: &'static str,
    /// Least.
    pub least: u16,
    /// Most.
    pub most: u16,
}

impl ReferralSettings {
    /// Working days of a wait.
    pub const fn working_days(&self, wait: Wait) -> u16 {
        match wait {
            Wait::Delivery => self.delivery_days,
            Wait::Receipt => self.received_days,
            Wait::Answer => self.answer_days,
            Wait::Reply => self.reply_days,
            Wait::Appointment => self.appointment_days,
            Wait::Visit => self.seen_days,
            Wait::Report => self.report_days,
            Wait::Closing => self.closing_days,
            Wait::Another => self.another_days,
        }
    }

    /// Checks that each number is one that a person can mean.
    ///
    /// # Errors
    /// [`NotPossible`], with the first that is not.
    pub fn check(self) -> Result<Self, NotPossible> {
        let all = [
            ("delivery_days", self.delivery_days, 1, 30),
            ("received_days", self.received_days, 1, 366),
            ("answer_days", self.answer_days, 1, 366),
            ("reply_days", self.reply_days, 1, 366),
            ("appointment_days", self.appointment_days, 1, 366),
            ("seen_days", self.seen_days, 1, 366),
            ("report_days", self.report_days, 1, 366),
            ("closing_days", self.closing_days, 1, 366),
            ("another_days", self.another_days, 1, 366),
            ("reminder_days", self.reminder_days, 1, 366),
            ("most_reminders", self.most_reminders, 0, 12),
            ("lost_days", self.lost_days, 1, 366),
            ("link_days", self.link_days, 1, 1_100),
            ("least_for_waiting", self.least_for_waiting, LEAST_PERSONS, 1_000),
            ("waiting_months", self.waiting_months, 6, 120),
        ];
        match all.into_iter().find(|(_, number, least, most)| !(*least..=*most).contains(number)) {
            Some((name, _, least, most)) => Err(NotPossible { name, least, most }),
            None => Ok(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_than_five_persons_cannot_be_chosen() {
        assert!(ReferralSettings::default().check().is_ok());
        let few = ReferralSettings { least_for_waiting: 4, ..ReferralSettings::default() };
        assert_eq!(few.check().map_err(|fault| fault.name), Err("least_for_waiting"));
    }
}
