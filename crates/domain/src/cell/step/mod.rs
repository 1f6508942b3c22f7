//! Steps: what is proposed to the person, by whom it is done and until when (F37; seed 000: "démarches psycho-sociales
//! et médicales à proposer aux patients").

mod state;

pub use state::{StepChange, StepState};

use super::machine::{Machine as _, Refused};
use super::who::{Acting, Who};
use super::words::Track;
use crate::stable::stable_words;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

stable_words! {
    /// Through whom the answer of the person reached the file.
    pub enum AnswerWay in "answer-way" {
        /// The person answered through their private link.
        OwnLink = "own-link",
        /// Said on the phone or face to face.
        Spoken = "spoken",
        /// On paper or by mail.
        Written = "written",
    }
}

/// What the person answered. `recorded_by` is none for an answer through the link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Whether they agreed.
    pub agreed: bool,
    /// How it reached the file.
    pub way: AnswerWay,
    /// Account of who wrote it down.
    pub recorded_by: Option<Uuid>,
    /// When.
    pub at: DateTime<Utc>,
}

stable_words! {
    /// What came of a step that was done.
    pub enum StepOutcome in "step-outcome" {
        /// What was hoped for.
        Reached = "reached",
        /// A part of it.
        Partly = "partly",
        /// The service or the authority refused; an appeal may be possible (duty D33).
        RefusedByService = "refused-by-service",
        /// Done, without effect.
        WithoutEffect = "without-effect",
    }
}

stable_words! {
    /// Why a step was not done.
    pub enum NotDoneReason in "not-done-reason" {
        /// The person could not be reached.
        Unreachable = "unreachable",
        /// No service exists, or none in reach.
        NoService = "no-service",
        /// The waiting time is too long.
        WaitingList = "waiting-list",
        /// It costs too much or is not covered.
        Cost = "cost",
        /// Another step made it needless.
        NoLongerNeeded = "no-longer-needed",
        /// Nobody found the time.
        NoTime = "no-time",
        /// Another reason, which the note says.
        Other = "other",
    }
}

stable_words! {
    /// Why a step was taken back.
    pub enum CancelReason in "step-cancel-reason" {
        /// Proposed in error.
        Error = "error",
        /// Another step takes its place.
        Replaced = "replaced",
        /// The file ended.
        FileClosed = "file-closed",
        /// The person died (duty D6).
        Died = "died",
    }
}

/// What happens to a step, with what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepEvent {
    /// The person answered; `recorded_by` is the account that writes it down.
    Answer {
        /// Whether they agreed.
        agreed: bool,
        /// How it reached the file.
        way: AnswerWay,
        /// Account of who wrote it down.
        recorded_by: Option<Uuid>,
    },
    /// The person thought again; the step waits for a new answer.
    Reconsider,
    /// Its owner begins.
    Begin,
    /// It is done.
    Finish(StepOutcome),
    /// It was not done.
    GiveUp(NotDoneReason),
    /// It is taken back.
    Cancel(CancelReason),
}

impl StepEvent {
    /// The change without its data.
    pub const fn change(self) -> StepChange {
        match self {
            Self::Answer { agreed: true, .. } => StepChange::Accept,
            Self::Answer { agreed: false, .. } => StepChange::Decline,
            Self::Reconsider => StepChange::Reconsider,
            Self::Begin => StepChange::Begin,
            Self::Finish(_) => StepChange::Finish,
            Self::GiveUp(_) => StepChange::GiveUp,
            Self::Cancel(_) => StepChange::Cancel,
        }
    }
}

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepEnd {
    /// Done.
    Done(StepOutcome),
    /// Not done.
    NotDone(NotDoneReason),
    /// Taken back.
    Cancelled(CancelReason),
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Track.
    pub track: Track,
    /// Account that does it.
    pub owner: Uuid,
    /// Day by which it is to be done.
    pub due: NaiveDate,
    /// When it was proposed.
    pub proposed_at: DateTime<Utc>,
    /// Where it stands.
    pub state: StepState,
    /// Last answer of the person.
    pub answer: Option<Answer>,
    /// How it ended.
    pub end: Option<StepEnd>,
    /// When its state changed last.
    pub changed_at: DateTime<Utc>,
}

/// Why a step is not proposed or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepFault {
    /// State or function do not allow it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The due date has passed already.
    #[error("the due date lies in the past")]
    DueInPast,
    /// An answer that somebody writes down names them; one through the link names nobody.
    #[error("an answer names who recorded it, unless the person gave it through their link")]
    WhoRecorded,
    /// It would lie before the last event.
    #[error("the event lies before the last one of the step")]
    OutOfOrder,
}

impl Step {
    /// Proposes a step. `today` is the day at the office; a step may be due today.
    ///
    /// # Errors
    /// [`StepFault::DueInPast`].
    pub fn propose(
        track: Track,
        owner: Uuid,
        due: NaiveDate,
        today: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<Self, StepFault> {
        if due < today {
            return Err(StepFault::DueInPast);
        }
        let state = StepState::Proposed;
        Ok(Self { track, owner, due, proposed_at: at, state, answer: None, end: None, changed_at: at })
    }

    /// Moves the due date of a step that is still open.
    ///
    /// # Errors
    /// [`StepFault::DueInPast`].
    pub fn postpone(&self, due: NaiveDate, today: NaiveDate) -> Result<Self, StepFault> {
        if due < today {
            return Err(StepFault::DueInPast);
        }
        Ok(Self { due, ..self.clone() })
    }

    /// The step after an event. `acting` holds [`Who::Owner`] when who asks owns it or stands in for its owner.
    ///
    /// # Errors
    /// [`StepFault`]; the step is as before.
    pub fn after(&self, event: StepEvent, acting: &Acting, at: DateTime<Utc>) -> Result<Self, StepFault> {
        let state = self.state.after(event.change(), acting)?;
        if at < self.changed_at {
            return Err(StepFault::OutOfOrder);
        }
        let mut next = Self { state, changed_at: at, ..self.clone() };
        match event {
            StepEvent::Answer { agreed, way, recorded_by } => {
                let is_own = way == AnswerWay::OwnLink;
                if is_own != recorded_by.is_none() || is_own != acting.is(Who::Person) {
                    return Err(StepFault::WhoRecorded);
                }
                next.answer = Some(Answer { agreed, way, recorded_by, at });
            }
            StepEvent::Finish(outcome) => next.end = Some(StepEnd::Done(outcome)),
            StepEvent::GiveUp(reason) => next.end = Some(StepEnd::NotDone(reason)),
            StepEvent::Cancel(reason) => next.end = Some(StepEnd::Cancelled(reason)),
            StepEvent::Reconsider | StepEvent::Begin => {}
        }
        Ok(next)
    }

    /// Whether it should have been done before `today`.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state.is_open() && self.due < today
    }
}

#[cfg(test)]
mod tests;
