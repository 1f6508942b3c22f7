//! States of a file and who may change them.

use crate::cell::machine::machine;
use crate::cell::who::{PAIR, Who};
use crate::enquiry::DeclineReason;
use crate::stable::stable_words;
use chrono::NaiveDate;

stable_words! {
    /// Where a file stands. Whether it is in *active follow-up* is no state: a rule computes it (`follow_up`).
    pub enum FileState in "file-state" {
        /// It came from one of the three origins; nobody decided yet.
        Received = "received",
        /// The cell asked its origin for more.
        AskedBack = "asked-back",
        /// The cell does not take it, with a reason.
        Refused = "refused",
        /// Followed by the cell.
        Open = "open",
        /// Follow-up rests, with a reason and possibly a day.
        Dormant = "dormant",
        /// Finished, with a reason.
        Closed = "closed",
        /// The person died (duty D6).
        Died = "died",
    }
}

impl FileState {
    /// Whether the cell has something to do for it: it was not refused, has not ended, and the person lives.
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Received | Self::AskedBack | Self::Open | Self::Dormant)
    }

    /// The words of those that run.
    pub fn running() -> impl Iterator<Item = &'static str> {
        Self::ALL.into_iter().filter(|state| state.is_running()).map(Self::word)
    }
}

stable_words! {
    /// What may happen to a file.
    pub enum FileChange in "file-change" {
        /// The cell asks its origin for more.
        AskBack = "ask-back",
        /// The origin answered.
        Complete = "complete",
        /// The cell takes it.
        Accept = "accept",
        /// The cell does not take it.
        Refuse = "refuse",
        /// A refusal is looked at again.
        Reconsider = "reconsider",
        /// Follow-up rests.
        Pause = "pause",
        /// Follow-up goes on.
        Resume = "resume",
        /// It ends.
        Close = "close",
        /// It is taken up again.
        Reopen = "reopen",
        /// The person died.
        RecordDeath = "record-death",
        /// The death was recorded in error.
        CorrectDeath = "correct-death",
    }
}

stable_words! {
    /// Why follow-up rests.
    pub enum PauseReason in "pause-reason" {
        /// The person asked for it.
        PersonAsked = "person-asked",
        /// Nothing can be done before a day or an event far ahead.
        WaitsForDate = "waits-for-date",
        /// The person is away.
        Away = "away",
        /// Another service leads for the time being.
        OtherServiceLeads = "other-service-leads",
        /// A death was recorded in error: somebody has to look at the file before it goes on.
        DeathRecordedInError = "death-recorded-in-error",
        /// Another reason, which the note says.
        Other = "other",
    }
}

stable_words! {
    /// Why a file ends.
    pub enum CloseReason in "close-reason" {
        /// What was asked for is reached.
        Reached = "reached",
        /// Another service goes on.
        HandedOn = "handed-on",
        /// The person wishes it.
        PersonAsked = "person-asked",
        /// The person cannot be reached.
        Unreachable = "unreachable",
        /// The person moved to another country.
        Moved = "moved",
        /// The disease turned out not to be rare.
        NotRare = "not-rare",
        /// It was the double of another file.
        Duplicate = "duplicate",
        /// Another reason, which the note says.
        Other = "other",
    }
}

/// What happens, with what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileEvent {
    /// The cell asks its origin for more; the question is text.
    AskBack,
    /// The origin answered.
    Complete,
    /// The cell takes it.
    Accept,
    /// The cell does not take it.
    Refuse(DeclineReason),
    /// A refusal is looked at again.
    Reconsider,
    /// Follow-up rests.
    Pause {
        /// Why.
        reason: PauseReason,
        /// Day on which it goes on by itself.
        until: Option<NaiveDate>,
    },
    /// Follow-up goes on.
    Resume,
    /// It ends.
    Close(CloseReason),
    /// It is taken up again.
    Reopen,
    /// The person died.
    RecordDeath,
    /// The death was recorded in error.
    CorrectDeath,
}

impl FileEvent {
    /// The change without its reason.
    pub const fn change(self) -> FileChange {
        match self {
            Self::AskBack => FileChange::AskBack,
            Self::Complete => FileChange::Complete,
            Self::Accept => FileChange::Accept,
            Self::Refuse(_) => FileChange::Refuse,
            Self::Reconsider => FileChange::Reconsider,
            Self::Pause { .. } => FileChange::Pause,
            Self::Resume => FileChange::Resume,
            Self::Close(_) => FileChange::Close,
            Self::Reopen => FileChange::Reopen,
            Self::RecordDeath => FileChange::RecordDeath,
            Self::CorrectDeath => FileChange::CorrectDeath,
        }
    }
}

const fn next(state: FileState, change: FileChange) -> Option<FileState> {
    use FileState::{AskedBack, Closed, Died, Dormant, Open, Received, Refused};
    match (state, change) {
        (Received, FileChange::AskBack) => Some(AskedBack),
        (AskedBack, FileChange::Complete) => Some(Received),
        (Received | AskedBack, FileChange::Accept) => Some(Open),
        (Received | AskedBack, FileChange::Refuse) => Some(Refused),
        (Refused, FileChange::Reconsider) => Some(Received),
        (Open, FileChange::Pause) => Some(Dormant),
        (Dormant, FileChange::Resume) => Some(Open),
        (Open | Dormant, FileChange::Close) => Some(Closed),
        (Closed, FileChange::Reopen) => Some(Open),
        (Received | AskedBack | Refused | Open | Dormant | Closed, FileChange::RecordDeath) => Some(Died),
        (Died, FileChange::CorrectDeath) => Some(Dormant),
        _ => None,
    }
}

const fn may(change: FileChange) -> &'static [Who] {
    match change {
        FileChange::Complete => &[Who::Listener, Who::Worker, Who::Hub, Who::Psychosocial, Who::Medical],
        // A pause with a day ends by itself.
        FileChange::Resume => &[Who::Psychosocial, Who::Medical, Who::System],
        // Whoever learns of it first must be able to stop the reminders at once (duty D6).
        FileChange::RecordDeath => &[Who::Listener, Who::Worker, Who::Hub, Who::Psychosocial, Who::Medical],
        FileChange::AskBack
        | FileChange::Accept
        | FileChange::Refuse
        | FileChange::Reconsider
        | FileChange::Pause
        | FileChange::Close
        | FileChange::Reopen
        | FileChange::CorrectDeath => PAIR,
    }
}

machine!(FileState, FileChange, "case-file", next, may);
