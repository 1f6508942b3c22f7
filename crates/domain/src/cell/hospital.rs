//! The hospital's own record is not ours to open (duty D22): Ariane writes a request for access and follows it until the
//! hospital confirmed that the access is closed again.

use super::machine::{Machine as _, Refused, machine};
use super::span::Span;
use super::who::{Acting, Who};
use crate::stable::stable_words;
use chrono::{DateTime, Utc};

stable_words! {
    /// Where a request for access stands.
    pub enum RequestState in "record-request-state" {
        /// Written and sent.
        Requested = "requested",
        /// The hospital opened the access.
        Granted = "granted",
        /// The hospital refused.
        Refused = "refused",
        /// Taken back before an answer.
        Withdrawn = "withdrawn",
        /// The hospital confirmed that the access is closed.
        ClosureConfirmed = "closure-confirmed",
    }
}

stable_words! {
    /// What may happen to a request for access.
    pub enum RequestChange in "record-request-change" {
        /// The hospital opened it.
        Grant = "grant",
        /// The hospital refused.
        Refuse = "refuse",
        /// Nobody needs it any more.
        Withdraw = "withdraw",
        /// The hospital confirmed that it is closed.
        ConfirmClosure = "confirm-closure",
    }
}

const fn next(state: RequestState, change: RequestChange) -> Option<RequestState> {
    match (state, change) {
        (RequestState::Requested, RequestChange::Grant) => Some(RequestState::Granted),
        (RequestState::Requested, RequestChange::Refuse) => Some(RequestState::Refused),
        (RequestState::Requested, RequestChange::Withdraw) => Some(RequestState::Withdrawn),
        (RequestState::Granted, RequestChange::ConfirmClosure) => Some(RequestState::ClosureConfirmed),
        _ => None,
    }
}

const fn may(_: RequestChange) -> &'static [Who] {
    &[Who::Medical, Who::Hub, Who::SessionCoordinator]
}

machine!(RequestState, RequestChange, "record-request", next, may);

/// A request for access to the hospital's own record, for one outside participant and one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordRequest {
    /// For when the access is asked.
    pub span: Span,
    /// Where it stands.
    pub state: RequestState,
    /// When its state changed last.
    pub changed_at: DateTime<Utc>,
}

/// Why a request is not written or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RequestFault {
    /// State or function do not allow it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// An access without an end, or one that ends before it begins, is never asked for.
    #[error("the access needs a beginning and a later end")]
    NoEnd,
}

impl RecordRequest {
    /// Writes a request.
    ///
    /// # Errors
    /// [`RequestFault::NoEnd`].
    pub fn write(span: Span, at: DateTime<Utc>) -> Result<Self, RequestFault> {
        if span.until.is_none() || span.is_empty() {
            return Err(RequestFault::NoEnd);
        }
        Ok(Self { span, state: RequestState::Requested, changed_at: at })
    }

    /// The request after what the hospital answered.
    ///
    /// # Errors
    /// [`RequestFault::Refused`].
    pub fn after(
        &self,
        change: RequestChange,
        acting: &Acting,
        at: DateTime<Utc>,
    ) -> Result<Self, RequestFault> {
        Ok(Self { state: self.state.after(change, acting)?, changed_at: at, ..*self })
    }

    /// Whether the access should be closed and nobody confirmed it: a task until somebody does.
    pub fn closure_is_due(&self, now: DateTime<Utc>) -> bool {
        self.state == RequestState::Granted && !self.span.contains(now) && self.span.from <= now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(n: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(n, 0).unwrap()
    }

    #[test]
    fn an_access_without_end_is_not_asked_for() {
        assert_eq!(RecordRequest::write(Span::since(at(1)), at(0)), Err(RequestFault::NoEnd));
        assert_eq!(RecordRequest::write(Span::new(at(1), at(1)), at(0)), Err(RequestFault::NoEnd));
    }

    #[test]
    fn its_closure_is_due_until_it_is_confirmed() {
        let medical = Acting::of(Who::Medical);
        let asked = RecordRequest::write(Span::new(at(10), at(20)), at(0)).unwrap();
        assert!(!asked.closure_is_due(at(30)), "it was never opened");
        let open = asked.after(RequestChange::Grant, &medical, at(5)).unwrap();
        assert_eq!([9, 19, 20, 99].map(|n| open.closure_is_due(at(n))), [false, false, true, true]);
        let closed = open.after(RequestChange::ConfirmClosure, &medical, at(30)).unwrap();
        assert!(!closed.closure_is_due(at(99)));
        assert!(closed.after(RequestChange::Grant, &medical, at(31)).is_err());
    }
}
