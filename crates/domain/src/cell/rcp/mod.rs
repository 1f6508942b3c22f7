//! The multidisciplinary meeting (RCP): sessions, quorum, advice (seed 000, "Mise en place d'une RCP en Génétique
//! humaine … 2e mardi de chaque mois"; F43, F44, F46, F47).

mod advice;
mod answer;
mod passing;
mod quorum;
mod state;

pub use advice::{Advice, AdviceFault, FirstStep, first_step};
pub use answer::RcpAnswer;
pub use passing::{KeptBack, Passing, PassingFault, PassingWay};
pub use quorum::{Attendance, Quorum, QuorumRule, Specialty, WhenMissing};
pub use state::{RcpChange, RcpState};

use super::machine::{Machine as _, Refused};
use super::signatures::Signature;
use super::who::{Acting, Who};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RcpSession {
    /// Account of its named coordinator, who validates the report.
    pub coordinator: Uuid,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How long it lasts.
    pub lasts: TimeDelta,
    /// Where it stands.
    pub state: RcpState,
    /// When its state changed last.
    pub changed_at: DateTime<Utc>,
    /// When invitations first went out: outside participants read from then on.
    pub invited_at: Option<DateTime<Utc>>,
    /// How the quorum came out, as recorded with the validation.
    pub quorum: Option<Quorum>,
    /// Validation of the report.
    pub validated: Option<Signature>,
    /// When a report was validated for the first time, also when it was sent back since: the right to read that ends some
    /// days after it never comes back.
    pub first_validated_at: Option<DateTime<Utc>>,
    /// Signature under it.
    pub signed: Option<Signature>,
    /// When it did not take place after all.
    pub cancelled_at: Option<DateTime<Utc>>,
}

/// Why a session does not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RcpFault {
    /// State or function do not allow it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The quorum is missing and this RCP enforces it.
    #[error("{have} of {need} specialties were present")]
    NoQuorum {
        /// Specialties that were present.
        have: usize,
        /// Specialties that are needed.
        need: u8,
    },
    /// It would lie before the last event, or be held before it begins.
    #[error("the event lies before what it follows")]
    OutOfOrder,
    /// Of some files nobody said whether the report went out.
    #[error("of {open} files nobody said whether the report went out")]
    NotPassedOn {
        /// How many.
        open: usize,
    },
    /// A session is not moved into the past.
    #[error("the new date lies in the past")]
    InPast,
}

impl RcpSession {
    /// A session that is planned.
    pub fn plan(coordinator: Uuid, starts_at: DateTime<Utc>, lasts: TimeDelta, at: DateTime<Utc>) -> Self {
        Self {
            coordinator,
            starts_at,
            lasts,
            state: RcpState::Planned,
            changed_at: at,
            invited_at: None,
            quorum: None,
            validated: None,
            first_validated_at: None,
            signed: None,
            cancelled_at: None,
        }
    }

    /// What somebody is with regard to this session: their functions, and its named coordinator where they are it.
    pub fn acting(&self, account: Uuid, functions: Acting) -> Acting {
        if account == self.coordinator { functions.and(Who::SessionCoordinator) } else { functions }
    }

    /// Whether it is over at a moment, so that nobody is invited to it any more.
    pub fn is_over(&self, at: DateTime<Utc>) -> bool {
        self.ends_at() <= at
    }

    /// When it ends.
    pub fn ends_at(&self) -> DateTime<Utc> {
        self.starts_at + self.lasts
    }

    fn step(&self, change: RcpChange, acting: &Acting, at: DateTime<Utc>) -> Result<Self, RcpFault> {
        let state = self.state.after(change, acting)?;
        if at < self.changed_at {
            return Err(RcpFault::OutOfOrder);
        }
        Ok(Self { state, changed_at: at, ..self.clone() })
    }

    /// Invitations go out, or go out anew.
    ///
    /// # Errors
    /// [`RcpFault`].
    pub fn invite(&self, acting: &Acting, at: DateTime<Utc>) -> Result<Self, RcpFault> {
        let next = self.step(RcpChange::Invite, acting, at)?;
        Ok(Self { invited_at: self.invited_at.or(Some(at)), ..next })
    }

    /// Another date; who is invited gets an update.
    ///
    /// # Errors
    /// [`RcpFault::InPast`] for a date that has passed.
    pub fn reschedule(
        &self,
        starts_at: DateTime<Utc>,
        acting: &Acting,
        at: DateTime<Utc>,
    ) -> Result<Self, RcpFault> {
        let next = self.step(RcpChange::Move, acting, at)?;
        if starts_at < at {
            return Err(RcpFault::InPast);
        }
        Ok(Self { starts_at, ..next })
    }

    /// Somebody else coordinates the session, and validates its report: who was named may fall ill. Not once it is validated.
    ///
    /// # Errors
    /// [`RcpFault`].
    pub fn coordinate(
        &self,
        coordinator: Uuid,
        acting: &Acting,
        at: DateTime<Utc>,
    ) -> Result<Self, RcpFault> {
        Ok(Self { coordinator, ..self.step(RcpChange::Coordinate, acting, at)? })
    }

    /// Whether its coordinator still has something to do for it.
    pub fn needs_coordinator(&self) -> bool {
        self.state.next(RcpChange::HandOn).is_some()
    }

    /// Somebody else coordinates it because the account of its coordinator is closed: also when the report is validated, since only
    /// its coordinator sends it back.
    ///
    /// # Errors
    /// [`RcpFault`].
    pub fn hand_on(&self, coordinator: Uuid, acting: &Acting, at: DateTime<Utc>) -> Result<Self, RcpFault> {
        Ok(Self { coordinator, ..self.step(RcpChange::HandOn, acting, at)? })
    }

    /// It took place.
    ///
    /// # Errors
    /// [`RcpFault::OutOfOrder`] before it began.
    pub fn hold(&self, acting: &Acting, at: DateTime<Utc>) -> Result<Self, RcpFault> {
        let next = self.step(RcpChange::Hold, acting, at)?;
        if at < self.starts_at { Err(RcpFault::OutOfOrder) } else { Ok(next) }
    }

    /// Its report is begun or changed.
    ///
    /// # Errors
    /// [`RcpFault`]: a validated report is sent back first.
    pub fn draft(&self, acting: &Acting, at: DateTime<Utc>) -> Result<Self, RcpFault> {
        self.step(RcpChange::Draft, acting, at)
    }

    /// The named coordinator validates the report. Where the quorum is missing, the setting of the RCP decides: it is
    /// refused, or goes on and is marked (duty D21).
    ///
    /// # Errors
    /// [`RcpFault`].
    pub fn validate(
        &self,
        rule: &QuorumRule,
        attendance: &[Attendance],
        by: Uuid,
        acting: &Acting,
        at: DateTime<Utc>,
    ) -> Result<Self, RcpFault> {
        let next = self.step(RcpChange::Validate, acting, at)?;
        let quorum = rule.outcome(attendance);
        match quorum {
            Quorum::Missing { have, need } if rule.is_enforced() => Err(RcpFault::NoQuorum { have, need }),
            _ => Ok(Self {
                quorum: Some(quorum),
                validated: Some(Signature { by, at }),
                first_validated_at: self.first_validated_at.or(Some(at)),
                ..next
            }),
        }
    }

    /// The report is sent back to its authors: neither validated nor signed any more.
    ///
    /// # Errors
    /// [`RcpFault`].
    pub fn send_back(&self, acting: &Acting, at: DateTime<Utc>) -> Result<Self, RcpFault> {
        let next = self.step(RcpChange::SendBack, acting, at)?;
        Ok(Self { quorum: None, validated: None, signed: None, ..next })
    }

    /// The validated report is signed.
    ///
    /// # Errors
    /// [`RcpFault`].
    pub fn sign(&self, by: Uuid, acting: &Acting, at: DateTime<Utc>) -> Result<Self, RcpFault> {
        let next = self.step(RcpChange::Sign, acting, at)?;
        Ok(Self { signed: Some(Signature { by, at }), ..next })
    }

    /// The signed report is sent: of each file with an advice somebody said on which way it went to the treating physician, or why
    /// it did not ([`Passing`]). What the person reads waits for a human (`cell::told`).
    ///
    /// # Errors
    /// [`RcpFault::NotPassedOn`] while one is open.
    pub fn send(
        &self,
        passings: &[Option<Passing>],
        acting: &Acting,
        at: DateTime<Utc>,
    ) -> Result<Self, RcpFault> {
        let next = self.step(RcpChange::Send, acting, at)?;
        match passings.iter().filter(|one| one.is_none()).count() {
            0 => Ok(next),
            open => Err(RcpFault::NotPassedOn { open }),
        }
    }

    /// It does not take place: every access that rests on it ends at once.
    ///
    /// # Errors
    /// [`RcpFault`]: what was held is not cancelled.
    pub fn cancel(&self, acting: &Acting, at: DateTime<Utc>) -> Result<Self, RcpFault> {
        let next = self.step(RcpChange::Cancel, acting, at)?;
        Ok(Self { cancelled_at: Some(at), ..next })
    }
}

#[cfg(test)]
mod tests;
