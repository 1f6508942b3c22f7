//! A part of the facts: what comes from one place, or falls to one network.

use crate::fact::{Word, Words};

/// Which records are looked at. Nothing in it narrows nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scope {
    /// Country, or area within it.
    pub place: Option<Word>,
    /// Network of the disorder.
    pub network: Option<Word>,
}

/// A place or network that no record has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no record has this place or network")]
pub struct UnknownWord;

impl Scope {
    /// What was not told, as it is written in an address.
    pub const NOT_TOLD: &'static str = "-";

    /// Reads texts; an empty one narrows nothing, `-` is what was not told.
    ///
    /// # Errors
    /// [`UnknownWord`] where no record has it.
    pub fn read(words: &Words, place: &str, network: &str) -> Result<Self, UnknownWord> {
        let word = |text: &str| match text {
            "" => Ok(None),
            Self::NOT_TOLD => Ok(Some(Word::NOT_TOLD)),
            text => words.find(text).map(Some).ok_or(UnknownWord),
        };
        Ok(Self { place: word(place)?, network: word(network)? })
    }

    /// Whether all records are looked at.
    pub const fn is_whole(&self) -> bool {
        self.place.is_none() && self.network.is_none()
    }

    /// The same scope among the words of other facts; none where these do not have them.
    pub fn among(&self, own: &Words, other: &Words) -> Option<Self> {
        let word = |one: Option<Word>| match one {
            None => Some(None),
            Some(one) => other.find(own.text(one)).map(Some),
        };
        Some(Self { place: word(self.place)?, network: word(self.network)? })
    }

    /// Whether something of this place and network is looked at.
    pub(crate) fn holds(&self, place: Word, network: Word) -> bool {
        self.place.is_none_or(|wanted| wanted == place) && self.network.is_none_or(|wanted| wanted == network)
    }
}
