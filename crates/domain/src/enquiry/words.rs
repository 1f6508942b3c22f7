//! The coded values of a request. Their sources are named in `starter/enquiry_form.toml`.

use crate::stable::stable_words;
use serde::{Deserialize, Serialize};

stable_words! {
    /// How a request came in (seed 000, "Mode d'entrée"; duty D32).
    pub enum EntryMode in "entry-mode" {
        /// By mail.
        Mail = "mail",
        /// By telephone.
        Phone = "phone",
        /// Through the form of the web site.
        Web = "web",
        /// In person.
        InPerson = "in-person",
        /// By letter.
        Letter = "letter",
    }
}

stable_words! {
    /// Who asks (`Requester`).
    pub enum RequesterKind in "requester-kind" {
        /// The person who lives with the disease.
        PersonConcerned = "person-concerned",
        /// Parent, partner, family, friend.
        Relative = "relative",
        /// Somebody who cares for, treats, teaches or advises the person.
        Professional = "professional",
        /// Anybody else.
        Other = "other",
    }
}

impl RequesterKind {
    /// Whether the request is about somebody else, who has then to be informed (duty D24).
    pub const fn speaks_for_another(self) -> bool {
        !matches!(self, Self::PersonConcerned)
    }

    /// Whether a child or an adolescent asks alone: they get a human, soon (duty D23).
    pub const fn is_minor_alone(self, age: AgeBand) -> bool {
        matches!(self, Self::PersonConcerned) && age.is_minor()
    }
}

stable_words! {
    /// How the requester heard of the helpline (seed 000, "Envoyeurs").
    pub enum ReferralSource in "referral-source" {
        /// Through a professional.
        Professional = "professional",
        /// Through media, web sites, leaflets.
        Media = "media",
        /// Through people they know.
        Acquaintance = "acquaintance",
        /// Not asked or not known.
        Unknown = "unknown",
    }
}

stable_words! {
    /// Age of the person concerned (seed 000, "Ages"; duty D43: never of the requester).
    pub enum AgeBand in "age-band" {
        /// Up to the twelfth birthday.
        Under12 = "under-12",
        /// From the twelfth to the eighteenth birthday.
        From12To18 = "12-18",
        /// From the eighteenth birthday.
        Adult = "adult",
        /// Not asked or not known.
        Unknown = "unknown",
    }
}

impl AgeBand {
    /// The band of an age in completed years. The seed writes "12-18 ans" and "Adultes": who is eighteen is an adult.
    pub const fn of_age(years: u32) -> Self {
        match years {
            0..=11 => Self::Under12,
            12..=17 => Self::From12To18,
            _ => Self::Adult,
        }
    }

    /// Whether the person concerned is under age (duty D23).
    pub const fn is_minor(self) -> bool {
        matches!(self, Self::Under12 | Self::From12To18)
    }
}

stable_words! {
    /// Gender of the requester, as in the caller profile of the European network of helplines.
    pub enum Gender in "gender" {
        /// Woman.
        Female = "female",
        /// Man.
        Male = "male",
        /// Another.
        Other = "other",
        /// Not asked or not said.
        Unknown = "unknown",
    }
}

stable_words! {
    /// What is known of the disorder.
    pub enum DisorderStatus in "disorder-status" {
        /// A diagnosis was made.
        Diagnosed = "diagnosed",
        /// A diagnosis is suspected.
        Suspected = "suspected",
        /// Without a diagnosis: "errance diagnostique".
        Undiagnosed = "undiagnosed",
        /// Not asked or not known.
        Unknown = "unknown",
    }
}

stable_words! {
    /// What became of a request.
    pub enum Outcome in "outcome" {
        /// The question was answered.
        Answered = "answered",
        /// The person knows where to turn.
        Oriented = "oriented",
        /// The coordination cell took it over.
        HandedOver = "handed-over",
        /// It belongs to another service, which was named.
        Redirected = "redirected",
        /// Nobody could give what was asked; the unmet need says what.
        NoAnswerPossible = "no-answer-possible",
        /// The person could not be reached.
        Unreachable = "unreachable",
        /// The person did not go on.
        Abandoned = "abandoned",
        /// The person took the request back.
        Withdrawn = "withdrawn",
        /// No request: advertising, a trial, a wrong number.
        NotARequest = "not-a-request",
    }
}

impl Outcome {
    /// Whether figures count it as a request.
    pub const fn counts(self) -> bool {
        !matches!(self, Self::NotARequest)
    }

    /// Whether it says that a reply was given, and so needs one.
    pub const fn needs_reply(self) -> bool {
        matches!(self, Self::Answered | Self::Oriented | Self::Redirected | Self::NoAnswerPossible)
    }
}

/// How satisfied a person says to be, 1 (not at all) to 5 (entirely).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Satisfaction(u8);

impl Satisfaction {
    /// Beginning of the translation keys of its words.
    pub const FAMILY: &'static str = "satisfaction";

    /// All five, from 1 to 5.
    pub const ALL: [Satisfaction; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// One to five.
    pub fn new(points: u8) -> Option<Self> {
        (1..=5).contains(&points).then_some(Self(points))
    }

    /// The points.
    pub const fn points(self) -> u8 {
        self.0
    }

    /// Stable word: the digit.
    pub fn word(self) -> &'static str {
        ["1", "2", "3", "4", "5"].get(usize::from(self.0.saturating_sub(1))).copied().unwrap_or("5")
    }

    /// Reads [`Satisfaction::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

impl From<Satisfaction> for u8 {
    fn from(satisfaction: Satisfaction) -> Self {
        satisfaction.0
    }
}

impl TryFrom<u8> for Satisfaction {
    type Error = &'static str;

    fn try_from(points: u8) -> Result<Self, Self::Error> {
        Self::new(points).ok_or("satisfaction is 1 to 5")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back_as_itself() {
        macro_rules! check {
            ($($kind:ident),+) => {$(
                for one in $kind::ALL {
                    assert_eq!($kind::from_word(one.word()), Some(one));
                    assert!(one.word().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
                }
                assert_eq!($kind::from_word("?"), None);
                assert_eq!($kind::from_word(""), None);
            )+};
        }
        check!(
            EntryMode,
            RequesterKind,
            ReferralSource,
            AgeBand,
            Gender,
            DisorderStatus,
            Outcome,
            Satisfaction
        );
    }

    #[test]
    fn the_age_bands_of_the_seed_meet_at_the_birthdays() {
        let bands: Vec<_> = [0, 11, 12, 17, 18, 90].into_iter().map(AgeBand::of_age).collect();
        use AgeBand::{Adult, From12To18, Under12};
        assert_eq!(bands, [Under12, Under12, From12To18, From12To18, Adult, Adult]);
        assert!(AgeBand::Under12.is_minor() && !AgeBand::Adult.is_minor() && !AgeBand::Unknown.is_minor());
    }

    #[test]
    fn satisfaction_is_one_to_five() {
        assert_eq!(Satisfaction::new(0), None);
        assert_eq!(Satisfaction::new(6), None);
        assert_eq!(Satisfaction::new(5).map(Satisfaction::word), Some("5"));
    }

    #[test]
    fn who_asks_for_another_is_told_apart() {
        assert!(!RequesterKind::PersonConcerned.speaks_for_another());
        assert!(RequesterKind::Relative.speaks_for_another());
    }
}
