//! The numbers that an installation sets for the rules of its cell and of referrals.

use ariane_domain::cell::settings::{CellSettings, NotDays};
use ariane_domain::referral::ReferralSettings;
use ariane_domain::referral::settings::NotPossible;
use serde::Deserialize;

/// The numbers of the coordination cell, each in days; what is not said is the default of the rule.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cell {
    /// Without an act on the psycho-social track, silence is told.
    pub silence_psychosocial_days: Option<u16>,
    /// Without an act on the medical track, silence is told.
    pub silence_medical_days: Option<u16>,
    /// For so long a contact or a discussion carries a file.
    pub contact_days: Option<u16>,
    /// For so long an open step carries a file after its due date.
    pub overdue_days: Option<u16>,
    /// So long before a right ends its renewal is raised.
    pub renewal_days: Option<u16>,
    /// After so long a step that nobody answered asks for a call.
    pub answer_days: Option<u16>,
}

impl Cell {
    /// The numbers as the rules take them.
    ///
    /// # Errors
    /// The first that is out of its bounds.
    pub fn settings(&self) -> Result<CellSettings, NotDays> {
        let mut made = CellSettings::default();
        let set = |to: &mut u16, from: Option<u16>| *to = from.unwrap_or(*to);
        set(&mut made.silence.psychosocial_days, self.silence_psychosocial_days);
        set(&mut made.silence.medical_days, self.silence_medical_days);
        set(&mut made.follow_up.contact_days, self.contact_days);
        set(&mut made.follow_up.overdue_days, self.overdue_days);
        set(&mut made.renewal_days, self.renewal_days);
        set(&mut made.answer_days, self.answer_days);
        made.check()
    }
}

/// The numbers of referrals; what is not said is the default of the rule. Days are working days of the office.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Referral {
    /// Until somebody says that it arrived.
    pub received_days: Option<u16>,
    /// From receipt to yes or no.
    pub answer_days: Option<u16>,
    /// Until we answer a question.
    pub reply_days: Option<u16>,
    /// From yes to a day.
    pub appointment_days: Option<u16>,
    /// After the appointment, until somebody says that the person was seen.
    pub seen_days: Option<u16>,
    /// From the visit to its outcome.
    pub report_days: Option<u16>,
    /// Until person and doctor are told.
    pub closing_days: Option<u16>,
    /// Until somebody else is found.
    pub another_days: Option<u16>,
    /// Between two reminders.
    pub reminder_days: Option<u16>,
    /// Reminders for one wait.
    pub most_reminders: Option<u16>,
    /// After the due day, until it counts as lost.
    pub lost_days: Option<u16>,
    /// Days of the calendar for which a link is good.
    pub link_days: Option<u16>,
    /// Persons from whom on a waiting time is told: five at least.
    pub least_for_waiting: Option<u16>,
    /// Months over which waiting times are looked at.
    pub waiting_months: Option<u16>,
    /// Whether waiting times stand on public pages.
    pub waiting_is_public: bool,
}

impl Referral {
    /// The numbers as the rules take them.
    ///
    /// # Errors
    /// The first that is out of its bounds.
    pub fn settings(&self) -> Result<ReferralSettings, NotPossible> {
        let mut made =
            ReferralSettings { waiting_is_public: self.waiting_is_public, ..ReferralSettings::default() };
        let set = |to: &mut u16, from: Option<u16>| *to = from.unwrap_or(*to);
        set(&mut made.received_days, self.received_days);
        set(&mut made.answer_days, self.answer_days);
        set(&mut made.reply_days, self.reply_days);
        set(&mut made.appointment_days, self.appointment_days);
        set(&mut made.seen_days, self.seen_days);
        set(&mut made.report_days, self.report_days);
        set(&mut made.closing_days, self.closing_days);
        set(&mut made.another_days, self.another_days);
        set(&mut made.reminder_days, self.reminder_days);
        set(&mut made.most_reminders, self.most_reminders);
        set(&mut made.lost_days, self.lost_days);
        set(&mut made.link_days, self.link_days);
        set(&mut made.least_for_waiting, self.least_for_waiting);
        set(&mut made.waiting_months, self.waiting_months);
        made.check()
    }
}
