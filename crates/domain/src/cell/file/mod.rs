//! The file of a person followed by the cell: where it stands and what may happen to it.

mod brought;
mod origin;
mod state;
mod unagreed;

pub use brought::{BroughtByField, Correction, CorrectionFault};
pub use origin::WasAccepted;
pub use state::{CloseReason, FileChange, FileEvent, FileState, PauseReason};

use super::machine::{Machine as _, Refused};
use super::span::Span;
use super::who::Acting;
use super::words::{Origin, Reality};
use crate::enquiry::DeclineReason;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Why an event is not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// State or function do not allow it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It would lie before the last event.
    #[error("the event lies before the last one of the file")]
    OutOfOrder,
    /// A pause that is already over when it begins.
    #[error("the day of resumption has passed")]
    ResumptionPassed,
}

/// A person followed by the cell.
///
/// What is sealed (texts, birth date) is kept apart; this is what rules need. [`CaseFile::after`] is the only way in
/// which it changes; the fields are open so that storage can write and read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFile {
    /// Whether the person is real.
    pub reality: Reality,
    /// Where it came from. No event changes it.
    pub origin: Origin,
    /// Who brought the person (duty D42).
    pub brought_by: BroughtByField,
    /// Where it stands.
    pub state: FileState,
    /// When it came to the cell.
    pub received_at: DateTime<Utc>,
    /// Time of the last event.
    pub changed_at: DateTime<Utc>,
    /// Since it was accepted, until it was closed; again since it was re-opened.
    pub open: Vec<Span>,
    /// When follow-up rested.
    pub paused: Vec<Span>,
    /// Why it was refused, last.
    pub refused: Option<DeclineReason>,
    /// Why follow-up rests, and until which day.
    pub pause: Option<(PauseReason, Option<NaiveDate>)>,
    /// Why it was closed, last.
    pub closed: Option<CloseReason>,
    /// When the death was recorded (duty D6).
    pub death_recorded_at: Option<DateTime<Utc>>,
}

impl CaseFile {
    /// A file that reaches the cell.
    pub fn receive(reality: Reality, origin: Origin, brought_by: BroughtByField, at: DateTime<Utc>) -> Self {
        Self {
            reality,
            origin,
            brought_by,
            state: FileState::Received,
            received_at: at,
            changed_at: at,
            open: Vec::new(),
            paused: Vec::new(),
            refused: None,
            pause: None,
            closed: None,
            death_recorded_at: None,
        }
    }

    /// The file after an event. `today` is the day at the office.
    ///
    /// A death recorded in error leaves a file that was open dormant, so that nothing automatic begins before somebody
    /// looked; one that was never accepted is received again.
    ///
    /// # Errors
    /// [`FileFault`]; the file is as before.
    pub fn after(
        &self,
        event: FileEvent,
        acting: &Acting,
        at: DateTime<Utc>,
        today: NaiveDate,
    ) -> Result<Self, FileFault> {
        let mut state = self.state.after(event.change(), acting)?;
        if at < self.changed_at {
            return Err(FileFault::OutOfOrder);
        }
        let mut next = self.clone();
        match event {
            FileEvent::Accept | FileEvent::Reopen => next.open.push(Span::since(at)),
            FileEvent::Refuse(reason) => next.refused = Some(reason),
            FileEvent::Pause { until: Some(day), .. } if day <= today => {
                return Err(FileFault::ResumptionPassed);
            }
            FileEvent::Pause { reason, until } => {
                next.pause = Some((reason, until));
                next.paused.push(Span::since(at));
            }
            FileEvent::Resume => next.end_pause(at),
            FileEvent::Close(reason) => {
                next.closed = Some(reason);
                next.end_pause(at);
                end_last(&mut next.open, at);
            }
            FileEvent::RecordDeath => {
                next.death_recorded_at = Some(at);
                next.end_pause(at);
                end_last(&mut next.open, at);
            }
            FileEvent::CorrectDeath => {
                next.death_recorded_at = None;
                if next.open.is_empty() {
                    state = FileState::Received;
                } else {
                    next.open.push(Span::since(at));
                    next.pause = Some((PauseReason::DeathRecordedInError, None));
                    next.paused.push(Span::since(at));
                }
            }
            FileEvent::AskBack | FileEvent::Complete | FileEvent::Reconsider => {}
        }
        Ok(Self { state, changed_at: at, ..next })
    }

    /// Whether automatic messages, reminders and appointments may go out (duty D6), as far as the file decides.
    pub const fn allows_reminders(&self) -> bool {
        matches!(self.state, FileState::Received | FileState::AskedBack | FileState::Open)
    }

    /// Whether a pause ends by itself today: the job that finds it sends [`FileEvent::Resume`] as the system.
    pub fn resumes(&self, today: NaiveDate) -> bool {
        matches!(self.pause, Some((_, Some(day))) if day <= today)
    }

    fn end_pause(&mut self, at: DateTime<Utc>) {
        self.pause = None;
        end_last(&mut self.paused, at);
    }
}

fn end_last(spans: &mut [Span], at: DateTime<Utc>) {
    if let Some(last) = spans.last_mut().filter(|span| span.until.is_none()) {
        last.until = Some(at);
    }
}

#[cfg(test)]
mod tests;
