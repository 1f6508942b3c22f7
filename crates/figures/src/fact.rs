//! What figures are computed from: coded categories and times of records, as they were known at one moment.
//!
//! A fact names nobody. `requester` and `person` are numbers without meaning outside of one set of facts; they only say
//! which records belong to the same person.

use ariane_domain::cell::file::FileState;
use ariane_domain::cell::follow_up::FollowUpFacts;
use ariane_domain::cell::odyssey::OdysseyBand;
use ariane_domain::cell::{BroughtBy, Origin};
use ariane_domain::enquiry::{AgeBand, DisorderStatus, EntryMode, Outcome, ReferralSource, RequesterKind};
use ariane_domain::need::Nature;
use ariane_domain::place::Country;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A coded value as a record has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Coded<T> {
    /// It is known.
    Is(T),
    /// It was not asked or not told.
    NotTold,
    /// A code stands there that this version does not know: told apart, never dropped.
    Foreign,
}

impl<T> Coded<T> {
    /// Reads a word; an empty one was not told.
    pub fn read(word: &str, known: impl FnOnce(&str) -> Option<T>) -> Self {
        if word.is_empty() { Self::NotTold } else { known(word).map_or(Self::Foreign, Self::Is) }
    }

    /// The value, where it is known.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Is(value) => Some(value),
            Self::NotTold | Self::Foreign => None,
        }
    }

    /// The same, with values that mean "not known" taken as not told.
    #[must_use]
    pub fn told(self, is_known: impl FnOnce(&T) -> bool) -> Self {
        match self {
            Self::Is(value) if !is_known(&value) => Self::NotTold,
            other => other,
        }
    }
}

/// A code out of an open list, such as a place or a network: its text stands in the [`Words`] of the same facts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Word(u16);

impl Word {
    /// It was not asked or not told.
    pub const NOT_TOLD: Self = Self(0);

    /// Its place among all words of the same facts.
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    /// The word at a place.
    pub(crate) const fn at(index: usize) -> Self {
        Self(index as u16)
    }
}

/// The texts of [`Word`]s, kept once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    texts: Vec<String>,
    known: HashMap<String, Word>,
}

impl Words {
    /// The word of a text; an empty one was not told.
    pub fn put(&mut self, text: &str) -> Word {
        if text.is_empty() {
            return Word::NOT_TOLD;
        }
        if let Some(word) = self.known.get(text) {
            return *word;
        }
        // Places and networks are some hundreds; should there be more than fit, the last ones are one.
        let word = Word(u16::try_from(self.texts.len() + 1).unwrap_or(u16::MAX));
        self.texts.push(text.to_owned());
        self.known.insert(text.to_owned(), word);
        word
    }

    /// The word of a text; none where no record has it.
    pub fn find(&self, text: &str) -> Option<Word> {
        if text.is_empty() { Some(Word::NOT_TOLD) } else { self.known.get(text).copied() }
    }

    /// The text of a word; empty for what was not told.
    pub fn text(&self, word: Word) -> &str {
        let at = usize::from(word.0).checked_sub(1);
        at.and_then(|at| self.texts.get(at)).map_or("", String::as_str)
    }
}

/// What was asked for: any of the seven natures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Natures(u8);

impl Natures {
    /// Mark of a need that this version does not know.
    const FOREIGN: u8 = 1 << 7;

    /// Reads the words of needs, `school-work` or `school-work/school`.
    pub fn read<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let bit = |word: &str| {
            let nature = word.split_once('/').map_or(word, |(nature, _)| nature);
            Nature::ALL.iter().position(|n| n.code() == nature).map_or(Self::FOREIGN, |at| 1 << at)
        };
        Self(words.into_iter().fold(0, |all, word| all | bit(word)))
    }

    /// These natures.
    pub fn of(natures: &[Nature]) -> Self {
        Self::read(natures.iter().map(|nature| nature.code()))
    }

    /// Whether a nature is among them.
    pub fn has(self, nature: Nature) -> bool {
        Nature::ALL.iter().position(|n| *n == nature).is_some_and(|at| self.0 & (1 << at) != 0)
    }

    /// How many of the seven.
    pub const fn count(self) -> u32 {
        (self.0 & !Self::FOREIGN).count_ones()
    }

    /// Whether a need stands there that this version does not know.
    pub const fn has_foreign(self) -> bool {
        self.0 & Self::FOREIGN != 0
    }
}

/// Whether figures count a request, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Counting {
    /// They do.
    Counts,
    /// It is the double of another, which counts in its place.
    Double,
    /// No request at all: advertising, a trial, a wrong number.
    NotARequest,
    /// The person objected to figures (article 21 GDPR).
    Objected,
}

impl Counting {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 4] = [Self::Counts, Self::Double, Self::NotARequest, Self::Objected];

    /// Stable word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Counts => "counted",
            Self::Double => "double",
            Self::NotARequest => "not-a-request",
            Self::Objected => "objected",
        }
    }
}

/// A request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EnquiryFact {
    /// When it came in.
    pub received_at: DateTime<Utc>,
    /// Who asks.
    pub requester: u32,
    /// Whom it is about.
    pub person: u32,
    /// Whether it counts.
    pub counting: Counting,
    /// How it came in.
    pub mode: Coded<EntryMode>,
    /// Who asks.
    pub kind: Coded<RequesterKind>,
    /// How the requester heard of the helpline.
    pub source: Coded<ReferralSource>,
    /// Age of the person concerned.
    pub age: Coded<AgeBand>,
    /// Nationality of the person concerned.
    pub nationality: Coded<Country>,
    /// What is known of the disorder.
    pub disorder: Coded<DisorderStatus>,
    /// What is asked for.
    pub natures: Natures,
    /// Messages and calls after the first.
    pub further_contacts: u32,
    /// First reply.
    pub replied_at: Option<DateTime<Utc>>,
    /// When it ended with the person knowing where to turn.
    pub oriented_at: Option<DateTime<Utc>>,
    /// What became of it; not told while it is open.
    pub outcome: Coded<Outcome>,
    /// Where the person concerned lives: `LU`, or with an area `LU/esch`.
    pub place: Word,
    /// Network of the disorder, where a disorder was named and the rules route it.
    pub network: Word,
}

/// A need that could not be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnmetFact {
    /// When it was written down.
    pub at: DateTime<Utc>,
    /// Whether its request counts.
    pub counting: Counting,
    /// What was asked for.
    pub nature: Coded<Nature>,
    /// Why it could not be given.
    pub reason: Coded<ariane_domain::enquiry::UnmetReason>,
    /// Place of its request.
    pub place: Word,
    /// Network of its request.
    pub network: Word,
}

/// A person followed by the cell. Files for training are never facts (duty D42).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFact {
    /// Whose it is.
    pub person: u32,
    /// Whether it counts: a person may object to figures.
    pub counting: Counting,
    /// Where it came from.
    pub origin: Coded<Origin>,
    /// Who brought the person.
    pub brought_by: Coded<BroughtBy>,
    /// When it came to the cell.
    pub received_at: DateTime<Utc>,
    /// Where it stands.
    pub state: Coded<FileState>,
    /// What the rule of active follow-up looks at.
    pub follow_up: FollowUpFacts,
    /// Where the person lives, as it stands now: corrections of it leave no former code.
    pub place: Word,
    /// Network of the disorder at the head of the file, where one was named and the rules route it; as it stands now.
    pub network: Word,
    /// The diagnosis, where one was dated.
    pub diagnosis: Option<DiagnosisFact>,
}

impl FileFact {
    /// When the cell took it, the first time.
    pub fn accepted_at(&self) -> Option<DateTime<Utc>> {
        self.follow_up.open.iter().map(|span| span.from).min()
    }
}

/// How long a person waited for a diagnosis, from the first symptom: as coarse as it may stand clear in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiagnosisFact {
    /// First day of the month of the diagnosis, or of its year where only that is known.
    pub on: NaiveDate,
    /// From the first symptom to it.
    pub odyssey: Coded<OdysseyBand>,
}

/// What became of a weekly meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeetingEnd {
    /// It took place, or does so now.
    Held,
    /// It was called off.
    Cancelled,
    /// Its time came, and nobody opened it or called it off.
    NotHeld,
}

impl MeetingEnd {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 3] = [Self::Held, Self::Cancelled, Self::NotHeld];

    /// Stable word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Cancelled => "cancelled",
            Self::NotHeld => "not-held",
        }
    }
}

/// A weekly meeting that was due, as it was known at a moment. Those for training are never facts (duty D42).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingFact {
    /// For when it was planned.
    pub starts_at: DateTime<Utc>,
    /// What became of it.
    pub end: MeetingEnd,
}

/// What became of a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReferralOutcome {
    /// The network took it.
    Accepted,
    /// It declined.
    Declined,
    /// The person did not go on, or was lost on the way.
    Lost,
    /// It was taken back before an answer.
    Withdrawn,
}

impl ReferralOutcome {
    /// All of them, in the order of tables.
    pub const ALL: [Self; 4] = [Self::Accepted, Self::Declined, Self::Lost, Self::Withdrawn];

    /// Stable word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Lost => "lost",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads [`Self::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// A person sent to a European network by way of the hub, as it was known at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralFact {
    /// Who.
    pub person: u32,
    /// Whether it counts: a person may object to figures.
    pub counting: Counting,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// To which network.
    pub network: Word,
    /// Where the person lives, as it stands now.
    pub place: Word,
    /// What became of it; not told while it waits for an answer.
    pub outcome: Coded<ReferralOutcome>,
    /// When the network answered, either way.
    pub answered_at: Option<DateTime<Utc>>,
    /// Day of the first appointment, once one is fixed.
    pub appointment_on: Option<NaiveDate>,
    /// Day on which the person was seen for the first time.
    pub seen_on: Option<NaiveDate>,
}

impl ReferralFact {
    /// One that waits for its answer.
    pub const fn sent(person: u32, sent_at: DateTime<Utc>) -> Self {
        Self {
            person,
            counting: Counting::Counts,
            sent_at,
            network: Word::NOT_TOLD,
            place: Word::NOT_TOLD,
            outcome: Coded::NotTold,
            answered_at: None,
            appointment_on: None,
            seen_on: None,
        }
    }
}

/// All facts of an installation, as they were known at one moment.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Requests.
    pub enquiries: Vec<EnquiryFact>,
    /// Needs that could not be met.
    pub unmet: Vec<UnmetFact>,
    /// Files of the cell.
    pub files: Vec<FileFact>,
    /// Weekly meetings that were due.
    pub meetings: Vec<MeetingFact>,
    /// Referrals to European networks; none where the installation does not record them, which is another thing than
    /// an empty list.
    pub referrals: Option<Vec<ReferralFact>>,
    /// Texts of places and networks.
    pub words: Words,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_nobody_knows_is_told_apart_from_one_that_was_not_told() {
        let read = |word| Coded::read(word, EntryMode::from_word);
        assert_eq!(read("mail"), Coded::Is(EntryMode::Mail));
        assert_eq!(read(""), Coded::NotTold);
        assert_eq!(read("pigeon"), Coded::Foreign);
        let age = Coded::read("unknown", AgeBand::from_word).told(|age| *age != AgeBand::Unknown);
        assert_eq!(age, Coded::NotTold);
    }

    #[test]
    fn natures_are_read_from_needs_and_their_sub_needs() {
        let natures = Natures::read(["school-work/school", "school-work", "information", "money"]);
        assert!(natures.has(Nature::SchoolWork) && natures.has(Nature::Information));
        assert!(!natures.has(Nature::Reimbursement) && natures.has_foreign());
        assert_eq!(natures.count(), 2);
        assert_eq!(Natures::of(&[Nature::Information]).count(), 1);
    }

    #[test]
    fn a_word_is_kept_once_and_reads_back() {
        let mut words = Words::default();
        let (a, b) = (words.put("LU"), words.put("LU/esch"));
        assert_eq!((words.put("LU"), words.text(b), words.find("FR")), (a, "LU/esch", None));
        assert_eq!((words.put(""), words.text(Word::NOT_TOLD)), (Word::NOT_TOLD, ""));
    }
}
