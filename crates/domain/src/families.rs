//! Contact between two families, proposed by the cell (purpose [`crate::purpose::Purpose::FamilyContact`]): each learns who the other
//! is only after both said yes, and only as long as neither took it back and both agreements count (issue of the hub: "each sees the
//! other only after both said yes").

use crate::stable::stable_words;

stable_words! {
    /// What one side says.
    pub enum SideAnswer in "family-answer" {
        /// Asked, without an answer yet.
        Asked = "asked",
        /// Yes, with the words by which they may be reached.
        Yes = "yes",
        /// No.
        No = "no",
        /// Taken back after a yes.
        Withdrawn = "withdrawn",
    }
}

stable_words! {
    /// Where a contact stands.
    pub enum ContactState in "family-contact" {
        /// Somebody has not answered.
        Asked = "asked",
        /// Both said yes.
        Open = "open",
        /// Somebody said no: the other learns that it does not come about, not who said so.
        Declined = "declined",
        /// Somebody took it back.
        Ended = "ended",
    }
}

stable_words! {
    /// What a side may say.
    pub enum SideChange in "family-change" {
        /// Yes.
        Agree = "agree",
        /// No.
        Decline = "decline",
        /// Takes a yes back.
        Withdraw = "withdraw",
    }
}

/// Why nothing is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FamilyFault {
    /// A family is not brought together with itself.
    #[error("both files are of one person or one household")]
    SameFamily,
    /// A fictitious file and a real one.
    #[error("one file is fictitious and the other is not")]
    OtherReality,
    /// Two contacts between the same files at once.
    #[error("these two were asked already")]
    Twice,
    /// What each is told of the other is missing.
    #[error("what each is told of the other is missing")]
    WordsMissing,
    /// A yes without a way to be reached.
    #[error("a yes says how one may be reached")]
    NoWay,
    /// More than a few lines.
    #[error("at most {LONGEST} signs")]
    TooLong,
    /// Somebody who decides for the person refuses, or has not been asked yet (duty D23).
    #[error("who decides for the person has not agreed that others learn of them")]
    StandsStill,
    /// It has ended, or was answered.
    #[error("it was answered already, or has ended")]
    NotPossible,
}

/// Longest words, in signs.
pub const LONGEST: usize = 1_000;

impl ContactState {
    /// Where a contact stands, by what both sides say.
    pub const fn of(sides: [SideAnswer; 2]) -> Self {
        use SideAnswer as A;
        match sides {
            [A::Withdrawn, _] | [_, A::Withdrawn] => Self::Ended,
            [A::No, _] | [_, A::No] => Self::Declined,
            [A::Yes, A::Yes] => Self::Open,
            [A::Asked, _] | [_, A::Asked] => Self::Asked,
        }
    }

    /// Whether each sees the words by which the other may be reached. `agreements` says whether the agreement of each counts at
    /// this moment.
    pub const fn shows_other(self, agreements: [bool; 2]) -> bool {
        matches!(self, Self::Open) && agreements[0] && agreements[1]
    }

    /// Whether something can still come of it.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Asked | Self::Open)
    }
}

/// What a side says after a change; `other` is what the other side says. `words` are those by which they may be reached.
///
/// # Errors
/// [`FamilyFault`].
pub fn answered(
    own: SideAnswer,
    other: SideAnswer,
    change: SideChange,
    words: &str,
) -> Result<SideAnswer, FamilyFault> {
    if !ContactState::of([own, other]).is_live() {
        return Err(FamilyFault::NotPossible);
    }
    match (own, change) {
        (SideAnswer::Asked, SideChange::Agree) => match words.trim().chars().count() {
            0 => Err(FamilyFault::NoWay),
            count if count > LONGEST => Err(FamilyFault::TooLong),
            _ => Ok(SideAnswer::Yes),
        },
        (SideAnswer::Asked, SideChange::Decline) => Ok(SideAnswer::No),
        (SideAnswer::Yes, SideChange::Withdraw) => Ok(SideAnswer::Withdrawn),
        _ => Err(FamilyFault::NotPossible),
    }
}

/// Checks what a side is told of the other before anybody answers.
///
/// # Errors
/// [`FamilyFault`].
pub fn told(words: &str) -> Result<String, FamilyFault> {
    let words = words.trim();
    match words.chars().count() {
        0 => Err(FamilyFault::WordsMissing),
        count if count > LONGEST => Err(FamilyFault::TooLong),
        _ => Ok(words.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_yes_says_how_and_is_taken_back_at_any_time() {
        let say = |own, other, change, words| answered(own, other, change, words);
        use SideAnswer as A;
        assert_eq!(say(A::Asked, A::Asked, SideChange::Agree, " "), Err(FamilyFault::NoWay));
        assert_eq!(say(A::Asked, A::Asked, SideChange::Agree, "Zoé, 000"), Ok(A::Yes));
        assert_eq!(say(A::Yes, A::Asked, SideChange::Withdraw, ""), Ok(A::Withdrawn));
        assert_eq!(say(A::Yes, A::Yes, SideChange::Withdraw, ""), Ok(A::Withdrawn));
        assert_eq!(say(A::Asked, A::No, SideChange::Agree, "Zoé"), Err(FamilyFault::NotPossible));
        assert_eq!(say(A::Asked, A::Asked, SideChange::Decline, ""), Ok(A::No));
        assert_eq!(say(A::Asked, A::Yes, SideChange::Decline, ""), Ok(A::No), "a no needs no words");
        let exact = "é".repeat(LONGEST);
        assert_eq!(say(A::Asked, A::Yes, SideChange::Agree, &exact), Ok(A::Yes));
        assert_eq!(told(&exact).as_deref(), Ok(exact.as_str()));
        let long = "é".repeat(LONGEST + 1);
        assert_eq!(told(&long), Err(FamilyFault::TooLong));
        assert_eq!(say(A::Asked, A::Yes, SideChange::Agree, &long), Err(FamilyFault::TooLong));
        assert_eq!(told(" \n"), Err(FamilyFault::WordsMissing));
    }

    proptest! {
        /// Whatever both sides say in whatever order, nobody sees the other without two yeses that stand and two agreements that
        /// count; and once somebody took it back it never opens again.
        #[test]
        fn nobody_sees_the_other_before_both_said_yes(
            said in prop::collection::vec((0..2_usize, 0..3_usize), 0..12),
            agreements in any::<[bool; 2]>(),
        ) {
            let mut sides = [SideAnswer::Asked; 2];
            let mut is_over = false;
            for (side, change) in said {
                let before = sides;
                if let Ok(next) = answered(sides[side], sides[1 - side], SideChange::ALL[change], "par téléphone") {
                    prop_assert!(!is_over, "{before:?} is over");
                    sides[side] = next;
                }
                let state = ContactState::of(sides);
                let both = sides == [SideAnswer::Yes; 2];
                prop_assert_eq!(state.shows_other(agreements), both && agreements == [true; 2]);
                is_over = !state.is_live();
            }
        }
    }
}
