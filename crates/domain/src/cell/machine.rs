//! How a state machine of the cell is written: states, changes, and who may make them, as one table.
//!
//! A change carries no data here; what it needs besides (a reason, a date) is asked by the type that holds the state.
//! The tables of all machines are printed into `matrix.txt`, which is reviewed like a rule.

use super::who::{Acting, Who};

/// A change that is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The state does not allow it.
    #[error("{machine}: `{change}` is not possible when `{state}`")]
    NotPossible {
        /// Name of the machine.
        machine: &'static str,
        /// State as its word.
        state: &'static str,
        /// Change as its word.
        change: &'static str,
    },
    /// Somebody else may do it.
    #[error("{machine}: `{change}` is for others")]
    NotYours {
        /// Name of the machine.
        machine: &'static str,
        /// Change as its word.
        change: &'static str,
    },
}

/// States with the changes between them.
pub trait Machine: Copy + Eq + 'static {
    /// What may happen.
    type Change: Copy + Eq + 'static;

    /// Stable word of what is in these states: `case-file`, `step`, …
    const NAME: &'static str;
    /// All states.
    const STATES: &'static [Self];
    /// All changes.
    const CHANGES: &'static [Self::Change];

    /// Word of a state.
    fn state_word(self) -> &'static str;

    /// Word of a change.
    fn change_word(change: Self::Change) -> &'static str;

    /// The state after a change; none when this state does not allow it.
    fn next(self, change: Self::Change) -> Option<Self>;

    /// Who may make a change. Never empty.
    fn may(change: Self::Change) -> &'static [Who];

    /// The state after a change made by somebody.
    ///
    /// # Errors
    /// [`Refused`]: who may not do it learns nothing of the state.
    fn after(self, change: Self::Change, acting: &Acting) -> Result<Self, Refused> {
        let (machine, word) = (Self::NAME, Self::change_word(change));
        if !acting.is_any_of(Self::may(change)) {
            return Err(Refused::NotYours { machine, change: word });
        }
        self.next(change).ok_or(Refused::NotPossible { machine, state: self.state_word(), change: word })
    }

    /// Changes that somebody may make now: the buttons of a page.
    fn open_to(self, acting: &Acting) -> Vec<Self::Change> {
        let is_open = |change: &Self::Change| self.after(*change, acting).is_ok();
        Self::CHANGES.iter().copied().filter(is_open).collect()
    }
}

/// Writes [`Machine`] for two lists of stable words and two functions.
macro_rules! machine {
    ($state:ident, $change:ident, $name:literal, $next:path, $may:path) => {
        impl $crate::cell::machine::Machine for $state {
            type Change = $change;
            const NAME: &'static str = $name;
            const STATES: &'static [Self] = &$state::ALL;
            const CHANGES: &'static [$change] = &$change::ALL;

            fn state_word(self) -> &'static str {
                self.word()
            }

            fn change_word(change: $change) -> &'static str {
                change.word()
            }

            fn next(self, change: $change) -> Option<Self> {
                $next(self, change)
            }

            fn may(change: $change) -> &'static [$crate::cell::who::Who] {
                $may(change)
            }
        }
    };
}

pub(crate) use machine;

#[cfg(test)]
mod tests;
