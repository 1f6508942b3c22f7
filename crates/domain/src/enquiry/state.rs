//! Where a request stands, and what may happen to it next.

use super::words::Outcome;
use crate::stable::stable_words;

stable_words! {
    /// Where a request stands.
    pub enum State in "enquiry-state" {
        /// Nobody has taken it, or the person wrote again after a reply.
        Waiting = "waiting",
        /// A listener works on it.
        Taken = "taken",
        /// A reply went out; the person may write again.
        Answered = "answered",
        /// The coordination cell has it.
        HandedOver = "handed-over",
        /// Finished, with an outcome.
        Closed = "closed",
        /// The person took it back.
        Withdrawn = "withdrawn",
        /// It was the double of another, which goes on in its place.
        Merged = "merged",
    }
}

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// A listener takes it.
    Take,
    /// Another listener takes it from the one who had it, knowingly.
    TakeOver,
    /// The listener puts it back.
    Release,
    /// A reply goes out, or was given on the phone.
    Reply,
    /// The person writes or calls again.
    Message,
    /// It is handed over to the coordination cell.
    HandOver,
    /// The cell gives it back: declined, a sentence to say, a call to make.
    HandBack,
    /// It ends.
    Close(Outcome),
    /// A closed request is taken up again by a listener.
    Reopen,
    /// The person takes it back.
    Withdraw,
    /// It becomes the double of another.
    Merge,
    /// It was no double after all; `former` is the state it had.
    Unmerge {
        /// State before the merge, as its event recorded it.
        former: State,
    },
}

impl Change {
    /// Beginning of the translation keys of its words.
    pub const FAMILY: &'static str = "enquiry-change";

    /// Words of all changes.
    pub const WORDS: [&'static str; 12] = [
        "take",
        "take-over",
        "release",
        "reply",
        "message",
        "hand-over",
        "hand-back",
        "close",
        "reopen",
        "withdraw",
        "merge",
        "unmerge",
    ];

    /// Stable word, for the kind of an event.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::TakeOver => "take-over",
            Self::Release => "release",
            Self::Reply => "reply",
            Self::Message => "message",
            Self::HandOver => "hand-over",
            Self::HandBack => "hand-back",
            Self::Close(_) => "close",
            Self::Reopen => "reopen",
            Self::Withdraw => "withdraw",
            Self::Merge => "merge",
            Self::Unmerge { .. } => "unmerge",
        }
    }
}

/// A change that the state does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a request that is {state} cannot have `{}`", change.word())]
pub struct NotPossible {
    /// State of the request.
    pub state: State,
    /// What was tried.
    pub change: Change,
}

impl State {
    /// The state after a change.
    ///
    /// A reply needs a listener who has taken the request, so that two never answer unknowingly. A message puts an
    /// answered, closed or handed-over request back into the queue: what a person writes is always seen. One that
    /// was withdrawn or merged takes no message: it begins a new request, or goes to the one merged into.
    ///
    /// # Errors
    /// [`NotPossible`] when the state does not allow the change.
    pub const fn after(self, change: Change) -> Result<State, NotPossible> {
        use State::{Answered, Closed, HandedOver, Merged, Taken, Waiting, Withdrawn};
        let next = match (self, change) {
            (Waiting | Answered, Change::Take) => Taken,
            (Taken, Change::TakeOver) => Taken,
            (Taken, Change::Release) => Waiting,
            (Taken | Answered, Change::Reply) => Answered,
            (Waiting | Answered | Closed | HandedOver, Change::Message) => Waiting,
            (Taken, Change::Message) => Taken,
            (Waiting | Taken | Answered, Change::HandOver) => HandedOver,
            (HandedOver, Change::HandBack) => Waiting,
            (_, Change::Close(outcome)) if self.may_close(outcome) => Closed,
            (Closed, Change::Reopen) => Taken,
            (Waiting | Taken | Answered | Closed | HandedOver, Change::Withdraw) => Withdrawn,
            (Waiting | Taken | Answered | Closed | HandedOver, Change::Merge) => Merged,
            (Merged, Change::Unmerge { former }) if !matches!(former, Merged) => former,
            _ => return Err(NotPossible { state: self, change }),
        };
        Ok(next)
    }

    /// Whether a request in this state may end with an outcome.
    ///
    /// What says that a reply was given needs the reply; what was handed over ends where the cell has it; a
    /// withdrawal is a change of its own.
    pub const fn may_close(self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::HandedOver => matches!(self, Self::HandedOver),
            Outcome::Withdrawn => false,
            Outcome::NotARequest => matches!(self, Self::Waiting | Self::Taken | Self::Answered),
            Outcome::Unreachable | Outcome::Abandoned => matches!(self, Self::Taken | Self::Answered),
            Outcome::Answered | Outcome::Oriented | Outcome::Redirected | Outcome::NoAnswerPossible => {
                matches!(self, Self::Answered)
            }
        }
    }

    /// Whether somebody at the helpline has to act: it stands in the queue.
    pub const fn is_in_queue(self) -> bool {
        matches!(self, Self::Waiting | Self::Taken)
    }

    /// Whether a further message of the person belongs to it.
    pub const fn takes_messages(self) -> bool {
        !matches!(self, Self::Withdrawn | Self::Merged)
    }
}

#[cfg(test)]
mod tests {
    use super::State::{Answered, Closed, HandedOver, Merged, Taken, Waiting, Withdrawn};
    use super::*;

    const UNMERGE: Change = Change::Unmerge { former: Answered };

    /// Every change with the states that allow it and what comes of it.
    const ALLOWED: &[(Change, &[(State, State)])] = &[
        (Change::Take, &[(Waiting, Taken), (Answered, Taken)]),
        (Change::TakeOver, &[(Taken, Taken)]),
        (Change::Release, &[(Taken, Waiting)]),
        (Change::Reply, &[(Taken, Answered), (Answered, Answered)]),
        (
            Change::Message,
            &[
                (Waiting, Waiting),
                (Taken, Taken),
                (Answered, Waiting),
                (Closed, Waiting),
                (HandedOver, Waiting),
            ],
        ),
        (Change::HandOver, &[(Waiting, HandedOver), (Taken, HandedOver), (Answered, HandedOver)]),
        (Change::HandBack, &[(HandedOver, Waiting)]),
        (Change::Close(Outcome::Answered), &[(Answered, Closed)]),
        (Change::Close(Outcome::Oriented), &[(Answered, Closed)]),
        (Change::Close(Outcome::Redirected), &[(Answered, Closed)]),
        (Change::Close(Outcome::NoAnswerPossible), &[(Answered, Closed)]),
        (Change::Close(Outcome::Unreachable), &[(Taken, Closed), (Answered, Closed)]),
        (Change::Close(Outcome::Abandoned), &[(Taken, Closed), (Answered, Closed)]),
        (Change::Close(Outcome::HandedOver), &[(HandedOver, Closed)]),
        (Change::Close(Outcome::Withdrawn), &[]),
        (Change::Close(Outcome::NotARequest), &[(Waiting, Closed), (Taken, Closed), (Answered, Closed)]),
        (Change::Reopen, &[(Closed, Taken)]),
        (
            Change::Withdraw,
            &[
                (Waiting, Withdrawn),
                (Taken, Withdrawn),
                (Answered, Withdrawn),
                (Closed, Withdrawn),
                (HandedOver, Withdrawn),
            ],
        ),
        (
            Change::Merge,
            &[(Waiting, Merged), (Taken, Merged), (Answered, Merged), (Closed, Merged), (HandedOver, Merged)],
        ),
        (UNMERGE, &[(Merged, Answered)]),
        (Change::Unmerge { former: Merged }, &[]),
    ];

    #[test]
    fn every_state_with_every_change() {
        for (change, allowed) in ALLOWED {
            for state in State::ALL {
                let expected = allowed.iter().find(|(from, _)| *from == state).map(|(_, to)| *to);
                let refused = NotPossible { state, change: *change };
                assert_eq!(state.after(*change), expected.ok_or(refused), "{state} {change:?}");
            }
        }
    }

    #[test]
    fn the_words_of_all_changes_are_listed() {
        assert!(ALLOWED.iter().all(|(change, _)| Change::WORDS.contains(&change.word())));
        assert!(Change::WORDS.iter().all(|word| ALLOWED.iter().any(|(change, _)| change.word() == *word)));
    }

    #[test]
    fn every_outcome_is_in_the_table() {
        for outcome in Outcome::ALL {
            assert!(ALLOWED.iter().any(|(change, _)| *change == Change::Close(outcome)), "{outcome}");
        }
    }

    #[test]
    fn an_outcome_that_needs_a_reply_ends_an_answered_request_only() {
        for outcome in Outcome::ALL.into_iter().filter(|o| o.needs_reply()) {
            assert!(!Waiting.may_close(outcome));
            assert!(Answered.may_close(outcome));
        }
    }

    #[test]
    fn no_message_is_lost() {
        for state in State::ALL {
            match state.after(Change::Message) {
                Ok(next) => assert!(next.is_in_queue() && state.takes_messages(), "{state}"),
                Err(_) => assert!(!state.takes_messages(), "{state}"),
            }
        }
    }

    #[test]
    fn a_refusal_says_what_was_tried() {
        let refusal = Merged.after(Change::Reply).unwrap_err();
        assert_eq!(refusal.to_string(), "a request that is merged cannot have `reply`");
    }
}
