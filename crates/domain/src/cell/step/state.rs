//! States of a step and who may change them.

use crate::cell::machine::machine;
use crate::cell::who::Who;
use crate::stable::stable_words;

stable_words! {
    /// Where a step stands.
    pub enum StepState in "step-state" {
        /// Proposed to the person, who has not answered.
        Proposed = "proposed",
        /// The person agreed.
        Accepted = "accepted",
        /// The person does not want it.
        Declined = "declined",
        /// Its owner works on it.
        InProgress = "in-progress",
        /// Done, with an outcome.
        Done = "done",
        /// Not done, with a reason.
        NotDone = "not-done",
        /// Taken back before it was done.
        Cancelled = "cancelled",
    }
}

impl StepState {
    /// Whether something remains to be done.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::Accepted | Self::InProgress)
    }

    /// Whether nothing can happen to it any more. What was declined may be thought over again.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Done | Self::NotDone | Self::Cancelled)
    }
}

stable_words! {
    /// What may happen to a step.
    pub enum StepChange in "step-change" {
        /// The person agrees.
        Accept = "accept",
        /// The person does not want it.
        Decline = "decline",
        /// The person, having declined, thought again.
        Reconsider = "reconsider",
        /// Its owner begins.
        Begin = "begin",
        /// It is done.
        Finish = "finish",
        /// It was not done.
        GiveUp = "give-up",
        /// It is taken back.
        Cancel = "cancel",
    }
}

const fn next(state: StepState, change: StepChange) -> Option<StepState> {
    use StepState::{Accepted, Cancelled, Declined, Done, InProgress, NotDone, Proposed};
    match (state, change) {
        (Proposed, StepChange::Accept) => Some(Accepted),
        // Who agreed may still say no.
        (Proposed | Accepted | InProgress, StepChange::Decline) => Some(Declined),
        (Declined, StepChange::Reconsider) => Some(Proposed),
        (Accepted, StepChange::Begin) => Some(InProgress),
        (Accepted | InProgress, StepChange::Finish) => Some(Done),
        (Accepted | InProgress, StepChange::GiveUp) => Some(NotDone),
        (Proposed | Accepted | InProgress, StepChange::Cancel) => Some(Cancelled),
        _ => None,
    }
}

/// The pair and the service record what the person said on the phone or on paper (duty D51: every online act has a twin).
const ANSWERS: &[Who] = &[Who::Person, Who::Psychosocial, Who::Medical, Who::Worker];
const WORKS: &[Who] = &[Who::Owner, Who::Psychosocial, Who::Medical];

const fn may(change: StepChange) -> &'static [Who] {
    match change {
        StepChange::Accept | StepChange::Decline | StepChange::Reconsider => ANSWERS,
        StepChange::Begin | StepChange::Finish | StepChange::GiveUp => WORKS,
        // A death cancels by itself (duty D6).
        StepChange::Cancel => &[Who::Owner, Who::Psychosocial, Who::Medical, Who::System],
    }
}

machine!(StepState, StepChange, "step", next, may);
