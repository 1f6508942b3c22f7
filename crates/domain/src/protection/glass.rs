//! Opening a closed record: asked with a reason, approved by a second person, for an hour, looked at afterwards
//! (duty D5).

use crate::access::{Refusal, Staff};
use crate::account::Role;
use crate::stable::stable_words;
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// For how long an approved opening counts.
pub const LASTS: TimeDelta = TimeDelta::hours(1);
/// How long a request waits for approval.
pub const WAITS: TimeDelta = TimeDelta::hours(24);

stable_words! {
    /// Why a closed record must be opened.
    pub enum GlassReason in "glass-reason" {
        /// Danger to somebody's life or health.
        Danger = "danger",
        /// The person asks again and nobody who may is there.
        Absence = "absence",
        /// The person withdrew and now asks about it.
        AfterWithdrawal = "after-withdrawal",
        /// A court or authority asks.
        Authority = "authority",
    }
}

stable_words! {
    /// Where an opening stands.
    pub enum GlassState in "glass-state" {
        /// Waits for the second person.
        Asked = "asked",
        /// The second person said no, or nobody answered in time.
        Refused = "refused",
        /// Approved: open for an hour, then to be looked at.
        Approved = "approved",
        /// Looked at, and found right.
        Right = "right",
        /// Looked at, and found wrong: a breach to be recorded.
        Wrong = "wrong",
    }
}

impl GlassState {
    /// Whether somebody still has to look at what was done.
    pub const fn needs_review(self) -> bool {
        matches!(self, Self::Approved)
    }
}

/// Whether somebody may approve or look afterwards: the officer or an administrator, and never who asked.
///
/// # Errors
/// The reason why not.
pub fn may_judge(judge: &Staff, asked_by: Uuid) -> Result<(), Refusal> {
    if judge.account == asked_by {
        return Err(Refusal::Role);
    }
    let may = judge.is(Role::DataProtectionOfficer) || judge.is(Role::Administrator);
    if may { Ok(()) } else { Err(Refusal::Role) }
}

/// Whether a request may still be approved.
pub fn is_waiting(state: GlassState, asked_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    state == GlassState::Asked && now - asked_at < WAITS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staff(account: u128, roles: &[Role]) -> Staff {
        Staff {
            account: Uuid::from_u128(account),
            controller: Uuid::from_u128(1),
            roles: roles.to_vec(),
            is_full: true,
            stepped_up_at: None,
        }
    }

    #[test]
    fn two_persons_are_needed_whatever_functions_one_holds() {
        let asked_by = Uuid::from_u128(7);
        assert!(may_judge(&staff(8, &[Role::DataProtectionOfficer]), asked_by).is_ok());
        assert!(may_judge(&staff(8, &[Role::Administrator]), asked_by).is_ok());
        assert!(may_judge(&staff(7, &[Role::DataProtectionOfficer]), asked_by).is_err(), "oneself");
        assert!(may_judge(&staff(8, &[Role::Listener]), asked_by).is_err());
    }

    #[test]
    fn a_request_waits_a_day() {
        let asked: DateTime<Utc> = "2026-11-20T16:00:00Z".parse().unwrap();
        assert!(is_waiting(GlassState::Asked, asked, asked + TimeDelta::hours(23)));
        assert!(!is_waiting(GlassState::Asked, asked, asked + TimeDelta::hours(24)));
        assert!(!is_waiting(GlassState::Approved, asked, asked));
    }
}
