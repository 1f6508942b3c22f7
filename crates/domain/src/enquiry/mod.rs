//! A request that reaches the helpline: its words, what may become of it, and what is recorded.

pub mod duplicate;
pub mod form;
mod handover;
mod hold;
mod linked;
mod profile;
mod queue;
mod state;
mod task;
mod unmet;
mod words;
pub mod written;

pub use handover::{DeclineReason, Handover, HandoverChange, HandoverReason, HandoverState, Return};
pub use hold::Hold;
pub use linked::{Linked, LinkedFault};
pub use profile::Profile;
pub use queue::{QueueKey, Urgency};
pub use state::{Change, NotPossible, State};
pub use task::{CLOSED_BY_DEATH, TaskKind};
pub use unmet::{UnmetFault, UnmetNeed, UnmetReason};
pub use words::{
    AgeBand, DisorderStatus, EntryMode, Gender, Outcome, ReferralSource, RequesterKind, Satisfaction,
};
