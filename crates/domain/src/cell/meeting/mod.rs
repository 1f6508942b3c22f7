//! The weekly meeting of the cell: from its agenda to minutes that both coordinators sign (seed 000, "Réunions
//! hebdomadaires"; F36, F47).

mod agenda;
mod item;
mod state;

pub use agenda::{Agenda, AgendaEntry, AgendaFault, AgendaReason, Candidate, agenda};
pub use item::{Decision, Dissent, Item, ItemFault, ItemState, carried_over};
pub use state::{MeetingChange, MeetingState};

use super::machine::{Machine as _, Refused};
use super::signatures::{Joint, SignFault};
use super::who::{Acting, Who};
use super::words::Track;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Something added to minutes that are closed: dated, and never a change of what was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addendum {
    /// Account.
    pub by: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// What is corrected; not empty.
    pub text: String,
}

/// A weekly meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellMeeting {
    /// When it is planned to begin.
    pub starts_at: DateTime<Utc>,
    /// Where it stands.
    pub state: MeetingState,
    /// When its state changed last.
    pub changed_at: DateTime<Utc>,
    /// When it began; not known of what was held before this was written down.
    #[serde(default)]
    pub began_at: Option<DateTime<Utc>>,
    /// Version and signatures of the minutes.
    pub minutes: Joint,
    /// Corrections after the sign-off, oldest first.
    pub addenda: Vec<Addendum>,
}

/// Why a meeting does not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MeetingFault {
    /// State or function do not allow it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The signature is not taken.
    #[error(transparent)]
    Sign(#[from] SignFault),
    /// They do not act for the track they would sign for.
    #[error("they do not act for this track")]
    NotYourTrack,
    /// It would lie before the last event.
    #[error("the event lies before the last one of the meeting")]
    OutOfOrder,
    /// An addendum without content.
    #[error("an addendum needs a text")]
    Empty,
}

impl CellMeeting {
    /// A meeting that is planned.
    pub fn schedule(starts_at: DateTime<Utc>, at: DateTime<Utc>) -> Self {
        Self {
            starts_at,
            state: MeetingState::Scheduled,
            changed_at: at,
            began_at: None,
            minutes: Joint::default(),
            addenda: Vec::new(),
        }
    }

    fn step(&self, change: MeetingChange, acting: &Acting, at: DateTime<Utc>) -> Result<Self, MeetingFault> {
        let state = self.state.after(change, acting)?;
        if at < self.changed_at {
            return Err(MeetingFault::OutOfOrder);
        }
        Ok(Self { state, changed_at: at, ..self.clone() })
    }

    /// The meeting begins.
    ///
    /// # Errors
    /// [`MeetingFault`].
    pub fn begin(&self, acting: &Acting, at: DateTime<Utc>) -> Result<Self, MeetingFault> {
        Ok(Self { began_at: Some(at), ..self.step(MeetingChange::Begin, acting, at)? })
    }

    /// It ends; what was not discussed is carried over ([`carried_over`]).
    ///
    /// # Errors
    /// [`MeetingFault`].
    pub fn end(&self, acting: &Acting, at: DateTime<Utc>) -> Result<Self, MeetingFault> {
        self.step(MeetingChange::End, acting, at)
    }

    /// It does not take place; its items are carried over.
    ///
    /// # Errors
    /// [`MeetingFault`].
    pub fn cancel(&self, acting: &Acting, at: DateTime<Utc>) -> Result<Self, MeetingFault> {
        self.step(MeetingChange::Cancel, acting, at)
    }

    /// Minutes, items or presence changed, during the meeting or after it: signatures under an earlier version go.
    ///
    /// # Errors
    /// [`MeetingFault`]: after the sign-off nothing changes any more.
    pub fn edit(&self, acting: &Acting, at: DateTime<Utc>) -> Result<Self, MeetingFault> {
        let next = self.step(MeetingChange::Edit, acting, at)?;
        Ok(Self { minutes: self.minutes.changed(), ..next })
    }

    /// A track signs the minutes in the version that was read. With the second name they are closed.
    ///
    /// # Errors
    /// [`MeetingFault`].
    pub fn sign(
        &self,
        track: Track,
        read: u32,
        by: Uuid,
        acting: &Acting,
        at: DateTime<Utc>,
    ) -> Result<Self, MeetingFault> {
        let is_second = self.minutes.of(track.other()).is_some();
        let change = if is_second { MeetingChange::SignSecond } else { MeetingChange::SignFirst };
        let next = self.step(change, acting, at)?;
        if !acting.is(Who::of_track(track)) {
            return Err(MeetingFault::NotYourTrack);
        }
        Ok(Self { minutes: self.minutes.sign(track, read, by, at)?, ..next })
    }

    /// Adds a correction to closed minutes.
    ///
    /// # Errors
    /// [`MeetingFault`].
    pub fn add(
        &self,
        text: &str,
        by: Uuid,
        acting: &Acting,
        at: DateTime<Utc>,
    ) -> Result<Self, MeetingFault> {
        let mut next = self.step(MeetingChange::Add, acting, at)?;
        let text = text.trim();
        if text.is_empty() {
            return Err(MeetingFault::Empty);
        }
        next.addenda.push(Addendum { by, at, text: text.to_owned() });
        Ok(next)
    }
}

#[cfg(test)]
mod tests;
