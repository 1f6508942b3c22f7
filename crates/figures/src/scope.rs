//! A part of the facts: what comes from one place, or falls to one network.

use crate::fact::{EnquiryFact, Facts, FileFact, UnmetFact, Word, Words};

/// Which records are looked at. Nothing in it narrows nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scope {
    /// Country, or area within it.
    pub place: Option<Word>,
    /// Network. Files of the cell name none in codes: none of them is in the scope of a network.
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

    fn holds(&self, place: Word, network: Word) -> bool {
        self.place.is_none_or(|wanted| wanted == place) && self.network.is_none_or(|wanted| wanted == network)
    }

    /// Whether a request is looked at.
    pub fn holds_enquiry(&self, one: &EnquiryFact) -> bool {
        self.holds(one.place, one.network)
    }

    /// Whether an unmet need is looked at.
    pub fn holds_unmet(&self, one: &UnmetFact) -> bool {
        self.holds(one.place, one.network)
    }

    /// Whether a file is looked at.
    pub fn holds_file(&self, one: &FileFact) -> bool {
        self.network.is_none() && self.place.is_none_or(|wanted| wanted == one.place)
    }

    /// The facts of this scope. Meetings and referrals name neither place nor network, and stay.
    pub fn of(&self, facts: &Facts) -> Facts {
        Facts {
            enquiries: facts.enquiries.iter().filter(|one| self.holds_enquiry(one)).copied().collect(),
            unmet: facts.unmet.iter().filter(|one| self.holds_unmet(one)).copied().collect(),
            files: facts.files.iter().filter(|one| self.holds_file(one)).cloned().collect(),
            meetings: facts.meetings.clone(),
            referrals: facts.referrals.clone(),
            words: facts.words.clone(),
        }
    }
}
