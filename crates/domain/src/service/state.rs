//! Where the follow-up of a person by the psycho-social service stands.

use crate::cell::machine::machine;
use crate::cell::who::{PAIR, Who};
use crate::stable::stable_words;

stable_words! {
    /// Where it stands.
    pub enum ServiceState in "service-state" {
        /// The cell asks the service to follow somebody.
        Offered = "offered",
        /// The service follows them.
        Followed = "followed",
        /// The service cannot follow them, with a reason.
        Declined = "declined",
        /// Finished, with a reason.
        Ended = "ended",
        /// The person died (duty D6).
        Died = "died",
    }
}

impl ServiceState {
    /// Whether somebody still has something to do.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Offered | Self::Followed)
    }
}

stable_words! {
    /// What may happen to it.
    pub enum ServiceChange in "service-change" {
        /// The service takes the person on.
        Take = "take",
        /// The service cannot.
        Decline = "decline",
        /// The cell asks again.
        OfferAgain = "offer-again",
        /// The follow-up ends.
        End = "end",
        /// It is taken up again.
        Reopen = "reopen",
        /// The person died.
        RecordDeath = "record-death",
        /// The death was recorded in error.
        CorrectDeath = "correct-death",
    }
}

stable_words! {
    /// Why a follow-up ends.
    pub enum ServiceEnd in "service-end" {
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
        /// Another reason, which the words say.
        Other = "other",
    }
}

/// What happens, with what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceEvent {
    /// The service takes the person on.
    Take,
    /// The service cannot; the words say why.
    Decline,
    /// The cell asks again; the words say what is new.
    OfferAgain,
    /// The follow-up ends.
    End(ServiceEnd),
    /// It is taken up again.
    Reopen,
    /// The person died.
    RecordDeath,
    /// The death was recorded in error.
    CorrectDeath,
}

impl ServiceEvent {
    /// The change without its reason.
    pub const fn change(self) -> ServiceChange {
        match self {
            Self::Take => ServiceChange::Take,
            Self::Decline => ServiceChange::Decline,
            Self::OfferAgain => ServiceChange::OfferAgain,
            Self::End(_) => ServiceChange::End,
            Self::Reopen => ServiceChange::Reopen,
            Self::RecordDeath => ServiceChange::RecordDeath,
            Self::CorrectDeath => ServiceChange::CorrectDeath,
        }
    }

    /// Whether it says nothing without words.
    pub const fn needs_words(self) -> bool {
        matches!(self, Self::Decline | Self::OfferAgain | Self::End(ServiceEnd::Other))
    }

    /// Whether the cell, which asked or to which the person was sent, is told in the thread of its file.
    pub const fn is_told_to_cell(self) -> bool {
        matches!(self, Self::Take | Self::Decline | Self::End(_) | Self::Reopen)
    }
}

const fn next(from: ServiceState, change: ServiceChange) -> Option<ServiceState> {
    use ServiceChange as C;
    use ServiceState as S;
    Some(match (from, change) {
        (S::Offered, C::Take) | (S::Ended, C::Reopen) | (S::Died, C::CorrectDeath) => S::Followed,
        (S::Offered, C::Decline) => S::Declined,
        (S::Declined | S::Ended, C::OfferAgain) => S::Offered,
        (S::Followed, C::End) => S::Ended,
        (S::Offered | S::Followed | S::Declined | S::Ended, C::RecordDeath) => S::Died,
        _ => return None,
    })
}

const fn may(change: ServiceChange) -> &'static [Who] {
    match change {
        ServiceChange::Take
        | ServiceChange::Decline
        | ServiceChange::End
        | ServiceChange::Reopen
        | ServiceChange::CorrectDeath => &[Who::Worker],
        ServiceChange::OfferAgain => PAIR,
        // Whoever learns it records it; the files of the person follow.
        ServiceChange::RecordDeath => {
            &[Who::Worker, Who::Listener, Who::Hub, Who::Psychosocial, Who::Medical]
        }
    }
}

machine!(ServiceState, ServiceChange, "service-file", next, may);
