//! When a person's keys may be destroyed (article 17; duty D4).

use crate::purpose::{Purpose, Register};
use crate::stable::stable_words;
use chrono::{DateTime, Months, TimeDelta, Utc};

/// How long an erasure waits, so that whoever did not ask for it can stop it (duty D3); a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delay(pub u16);

impl Default for Delay {
    fn default() -> Self {
        Self(7)
    }
}

impl Delay {
    /// From when on it may be carried out.
    pub fn after(self, asked: DateTime<Utc>) -> DateTime<Utc> {
        asked + TimeDelta::days(i64::from(self.0))
    }
}

stable_words! {
    /// Why data are kept although their erasure was asked for (articles 17(3), 18(2)).
    pub enum HoldReason in "hold" {
        /// To establish, exercise or defend a legal claim.
        LegalClaim = "legal-claim",
        /// An authority asked to keep them.
        Authority = "authority",
        /// A duty of law to keep them.
        Duty = "duty",
    }
}

/// What must be known of a person's records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// Legal holds that were not lifted; the time until which they count, none without an end.
    pub holds: Vec<Option<DateTime<Utc>>>,
    /// Purposes for which the records were used.
    pub purposes: Vec<Purpose>,
    /// Last contact.
    pub last_contact: Option<DateTime<Utc>>,
}

/// Whether keys may be destroyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Now.
    Now,
    /// A legal hold stands against it.
    Held,
    /// A duty of law to keep them ends then.
    KeptUntil(DateTime<Utc>),
}

/// Decides.
pub fn decide(kept: &Kept, register: &Register, now: DateTime<Utc>) -> Verdict {
    if kept.holds.iter().any(|until| until.is_none_or(|until| now < until)) {
        return Verdict::Held;
    }
    let last = kept.last_contact.unwrap_or(now);
    let ends = kept
        .purposes
        .iter()
        .filter_map(|purpose| register.duty_months(*purpose))
        .filter_map(|months| last.checked_add_months(Months::new(months)))
        .max();
    match ends {
        Some(end) if now < end => Verdict::KeptUntil(end),
        _ => Verdict::Now,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::purpose::{Basis, PurposeRule};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn register(duty_months: Option<u32>) -> Register {
        Register::new(vec![PurposeRule {
            purpose: Purpose::Orientation,
            basis: Basis::Care,
            article6: String::new(),
            article9: String::new(),
            retention_months: Some(60),
            duty_months,
            recipients: Default::default(),
            data: Default::default(),
            source: String::new(),
            checked: String::new(),
        }])
    }

    fn kept(holds: Vec<Option<DateTime<Utc>>>) -> Kept {
        let last_contact = Some(at("2026-01-31T09:00:00Z"));
        Kept { holds, purposes: vec![Purpose::Orientation], last_contact }
    }

    const NOW: &str = "2026-11-22T09:00:00Z";

    #[test]
    fn a_hold_stands_against_it_until_it_ends_or_is_lifted() {
        let decide = |holds| decide(&kept(holds), &register(None), at(NOW));
        assert_eq!(decide(vec![]), Verdict::Now);
        assert_eq!(decide(vec![None]), Verdict::Held);
        assert_eq!(decide(vec![Some(at("2027-01-01T00:00:00Z"))]), Verdict::Held);
        assert_eq!(decide(vec![Some(at("2026-01-01T00:00:00Z"))]), Verdict::Now);
    }

    #[test]
    fn the_longest_time_of_keeping_is_no_duty_to_keep() {
        assert_eq!(decide(&kept(vec![]), &register(None), at(NOW)), Verdict::Now);
    }

    #[test]
    fn a_duty_of_law_counts_from_the_last_contact() {
        let verdict = decide(&kept(vec![]), &register(Some(13)), at(NOW));
        assert_eq!(verdict, Verdict::KeptUntil(at("2027-02-28T09:00:00Z")));
        assert_eq!(decide(&kept(vec![]), &register(Some(9)), at(NOW)), Verdict::Now);
    }

    #[test]
    fn an_erasure_waits_a_week_by_default() {
        assert_eq!(Delay::default().after(at(NOW)), at("2026-11-29T09:00:00Z"));
    }
}
