//! Who has a request, as seen by somebody: two never answer it unknowingly.

use super::state::State;
use uuid::Uuid;

/// Who has a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Nobody.
    Free,
    /// Who looks.
    Own,
    /// A colleague.
    Colleague(Uuid),
}

impl Hold {
    /// As seen by an account. Who answered last is remembered and holds nothing any more.
    pub fn of(state: State, taken_by: Option<Uuid>, account: Uuid) -> Self {
        match taken_by {
            Some(holder) if state == State::Taken && holder != account => Self::Colleague(holder),
            Some(holder) if holder == account => Self::Own,
            _ => Self::Free,
        }
    }

    /// Whether who looks may answer: only what they took, and what they answered before.
    pub fn may_reply(self, state: State) -> bool {
        self == Self::Own && matches!(state, State::Taken | State::Answered)
    }

    /// Whether it can be taken without taking it from anybody.
    pub fn may_take(self, state: State) -> bool {
        matches!(state, State::Waiting) || (state == State::Answered && self != Self::Own)
    }

    /// Whether it can be taken from a colleague, knowingly.
    pub fn may_take_over(self) -> bool {
        matches!(self, Self::Colleague(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_took_it_answers() {
        let (me, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let hold = |state, by| Hold::of(state, by, me);
        assert_eq!(hold(State::Taken, Some(other)), Hold::Colleague(other));
        assert!(!hold(State::Taken, Some(other)).may_reply(State::Taken));
        assert!(hold(State::Taken, Some(other)).may_take_over());
        assert!(hold(State::Taken, Some(me)).may_reply(State::Taken));
        assert!(!hold(State::Waiting, None).may_reply(State::Waiting));
        assert!(hold(State::Waiting, None).may_take(State::Waiting));
    }

    #[test]
    fn what_a_colleague_answered_can_be_taken_without_taking_it_away() {
        let (me, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let hold = Hold::of(State::Answered, Some(other), me);
        assert!(hold.may_take(State::Answered) && !hold.may_reply(State::Answered));
        assert!(Hold::of(State::Answered, Some(me), me).may_reply(State::Answered));
    }
}
