//! Meeting-bound access: who takes part in an RCP from outside reads the files on that session's list, for a time, and
//! no other (seed 000: "accès aux dossiers informatisés des patients discutés en RCP"; F45).
//!
//! The right is a function of facts and a moment. Nothing has to run for it to end: at the first moment after its last
//! one the same question is answered otherwise.
//!
//! **The window.** It opens at the latest of: the invitation of the session, the invitation of this participant, the
//! entry of this file on the list. It closes at the earliest of: `days_after_validation` after the report was first validated,
//! `days_after_meeting` after the meeting was to end, the withdrawal of the invitation, the removal of the file from the
//! list, the cancellation of the session. It is half-open: at its first moment the file is open, at its last moment it is
//! closed. Days are stretches of 24 hours from the instant, so that a clock change neither gives nor takes an hour.

use super::rcp::RcpSession;
use super::span::Span;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Setting of an RCP: whichever ends first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdmissionRule {
    /// Days of reading after the report was validated.
    pub days_after_validation: u16,
    /// Days of reading after the meeting, whatever becomes of the report.
    pub days_after_meeting: u16,
}

impl Default for AdmissionRule {
    fn default() -> Self {
        Self { days_after_validation: 7, days_after_meeting: 30 }
    }
}

/// What must be known of the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionFacts {
    /// When its invitations went out.
    pub invited_at: Option<DateTime<Utc>>,
    /// When the meeting ends or ended.
    pub ends_at: DateTime<Utc>,
    /// When its report was first validated. A report that is sent back opens nothing anew.
    pub validated_at: Option<DateTime<Utc>>,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTime<Utc>>,
}

impl From<&RcpSession> for SessionFacts {
    fn from(session: &RcpSession) -> Self {
        Self {
            invited_at: session.invited_at,
            ends_at: session.ends_at(),
            validated_at: session.first_validated_at,
            cancelled_at: session.cancelled_at,
        }
    }
}

/// Permission to read one file because of one session, for as long as it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admitted {
    /// First moment of reading.
    pub from: DateTime<Utc>,
    /// First moment at which reading is over, as far as is known now; it may come earlier, never later than this.
    pub until: DateTime<Utc>,
}

/// Why a file stays closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// They are not among the participants of this session.
    #[error("not invited to this session")]
    NotInvited,
    /// Invitations have not gone out, or this one has not.
    #[error("not yet")]
    NotYet,
    /// They were invited and are no more.
    #[error("the invitation was taken back")]
    Uninvited,
    /// The file is not on the list of this session.
    #[error("the file is not on the list of this session")]
    NotOnList,
    /// The session does not take place.
    #[error("the session was cancelled")]
    Cancelled,
    /// The time for reading is over.
    #[error("the time for reading is over")]
    Over,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::NotInvited, Self::NotYet, Self::Uninvited, Self::NotOnList, Self::Cancelled, Self::Over];

    /// Stable word for the log and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotInvited => "rcp-not-invited",
            Self::NotYet => "rcp-not-yet",
            Self::Uninvited => "rcp-uninvited",
            Self::NotOnList => "rcp-not-on-list",
            Self::Cancelled => "rcp-cancelled",
            Self::Over => "rcp-over",
        }
    }
}

fn after(at: DateTime<Utc>, days: u16) -> DateTime<Utc> {
    at.checked_add_signed(TimeDelta::days(i64::from(days))).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// Whether a participant may read a file at a moment.
///
/// `participation` are the stretches for which this participant was invited to this session, `listing` those for which
/// this file was on its list; both empty where there never was one. Who asks for another file learns
/// [`Refusal::NotOnList`] whether that file exists or not.
///
/// # Errors
/// [`Refusal`]: the first that applies, in the order invitation, session, list, time.
pub fn admission(
    participation: &[Span],
    session: &SessionFacts,
    listing: &[Span],
    rule: &AdmissionRule,
    moment: DateTime<Utc>,
) -> Result<Admitted, Refusal> {
    let current = |spans: &[Span]| spans.iter().copied().find(|span| span.contains(moment));
    let Some(invited) = current(participation) else {
        return Err(match participation.iter().map(|span| span.from).min() {
            None => Refusal::NotInvited,
            Some(first) if moment < first => Refusal::NotYet,
            Some(_) => Refusal::Uninvited,
        });
    };
    let sent = session.invited_at.filter(|sent| *sent <= moment).ok_or(Refusal::NotYet)?;
    if session.cancelled_at.is_some_and(|cancelled| cancelled <= moment) {
        return Err(Refusal::Cancelled);
    }
    let listed = current(listing).ok_or(Refusal::NotOnList)?;
    let mut until = after(session.ends_at, rule.days_after_meeting);
    if let Some(validated) = session.validated_at {
        until = until.min(after(validated, rule.days_after_validation));
    }
    let earlier = [invited.until, listed.until, session.cancelled_at];
    let until = earlier.into_iter().flatten().fold(until, DateTime::min);
    if moment >= until {
        return Err(Refusal::Over);
    }
    Ok(Admitted { from: sent.max(invited.from).max(listed.from), until })
}

/// The moment that counts for a question asked at `asked`: never before what is already recorded. Who asked an instant
/// before a validation, a removal or a withdrawal was kept, and is answered after it, is answered as of after it.
pub fn moment(
    asked: DateTime<Utc>,
    participation: &[Span],
    session: &SessionFacts,
    listing: &[Span],
) -> DateTime<Utc> {
    let ends = participation.iter().chain(listing).filter_map(|span| span.until);
    ends.chain(session.validated_at).chain(session.cancelled_at).fold(asked, DateTime::max)
}

/// Whether a participant may see that a session takes place: who, when, where, and the numbers of its files. Open from the
/// invitation until it is taken back; also after a cancellation, so that it is seen to be cancelled.
///
/// # Errors
/// [`Refusal::NotInvited`], [`Refusal::NotYet`] or [`Refusal::Uninvited`].
pub fn attendance(
    participation: &[Span],
    session: &SessionFacts,
    moment: DateTime<Utc>,
) -> Result<Admitted, Refusal> {
    let invited = participation.iter().find(|span| span.contains(moment)).ok_or_else(|| {
        let is_early = participation.iter().all(|span| moment < span.from);
        match (participation.is_empty(), is_early) {
            (true, _) => Refusal::NotInvited,
            (false, true) => Refusal::NotYet,
            (false, false) => Refusal::Uninvited,
        }
    })?;
    let sent = session.invited_at.filter(|sent| *sent <= moment).ok_or(Refusal::NotYet)?;
    Ok(Admitted { from: sent.max(invited.from), until: invited.until.unwrap_or(DateTime::<Utc>::MAX_UTC) })
}

#[cfg(test)]
mod tests;
