//! Records laid out for counting: in the order of time, each with the rows into which it falls and how long it waited, found out
//! once. What is asked for afterwards, any period and any part, reads this and no record.
//!
//! Where records change, those that changed are laid out anew ([`Ledger::renewed`]); the result is the same as if all were.

use super::Setting;
use super::infoline::Line;
use crate::definition;
use crate::fact::{
    Coded, Counting, DiagnosisFact, Facts, FileFact, MeetingFact, ReferralFact, UnmetFact, Word, Words,
};
use crate::open_hours::OpenHours;
use ariane_domain::cell::{BroughtBy, Origin, Span};
use chrono::{DateTime, Days, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::hash::Hash;

/// By what records are known to who keeps them, each list in the order of the facts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keys<K> {
    /// Of requests.
    pub enquiries: Vec<K>,
    /// Of the requests of unmet needs.
    pub unmet: Vec<K>,
    /// Of files.
    pub files: Vec<K>,
    /// Of weekly meetings.
    pub meetings: Vec<K>,
    /// Of referrals.
    pub referrals: Vec<K>,
}

impl Keys<usize> {
    /// The places of records in the lists of the facts.
    pub fn places(facts: &Facts) -> Self {
        Self {
            enquiries: (0..facts.enquiries.len()).collect(),
            unmet: (0..facts.unmet.len()).collect(),
            files: (0..facts.files.len()).collect(),
            meetings: (0..facts.meetings.len()).collect(),
            referrals: (0..facts.referrals.as_ref().map_or(0, Vec::len)).collect(),
        }
    }
}

/// Raised whenever records are laid out otherwise.
const LAYOUT: u16 = 1;

/// What a ledger rests on besides the records: how they are laid out, the definitions, the rule of active follow-up, hours and
/// zone of the office. Where it is another text, a ledger that was kept is not used.
pub fn rests_on(setting: &Setting<'_>) -> String {
    let versions = definition::ALL.map(|one| (one.id, one.version));
    format!("{LAYOUT} {versions:?} {:?} {:?}", setting.follow_up, setting.office)
}

/// A file laid out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileLine {
    pub(super) received_at: DateTime<Utc>,
    pub(super) person: u32,
    pub(super) counting: Counting,
    pub(super) origin: Coded<Origin>,
    pub(super) brought_by: Coded<BroughtBy>,
    pub(super) accepted_at: Option<DateTime<Utc>>,
    pub(super) active: Vec<Span>,
    pub(super) place: Word,
    pub(super) network: Word,
    pub(super) diagnosis: Option<DiagnosisFact>,
}

impl FileLine {
    fn of(file: &FileFact, setting: &Setting<'_>) -> Self {
        Self {
            received_at: file.received_at,
            person: file.person,
            counting: file.counting,
            origin: file.origin,
            brought_by: file.brought_by,
            accepted_at: file.accepted_at(),
            active: file.follow_up.active(&setting.follow_up, setting.as_of),
            place: file.place,
            network: file.network,
            diagnosis: file.diagnosis,
        }
    }
}

/// A list in the order of time, each with its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed<T, K> {
    pub(super) all: Vec<T>,
    pub(super) keys: Vec<K>,
}

impl<T, K: Copy + Ord + Hash> Listed<T, K> {
    fn new(all: Vec<T>, keys: Vec<K>, at: impl Fn(&T) -> DateTime<Utc>) -> Self {
        if all.iter().zip(&keys).is_sorted_by_key(|(one, key)| (at(one), *key)) {
            return Self { all, keys };
        }
        let mut pairs: Vec<(T, K)> = all.into_iter().zip(keys).collect();
        pairs.sort_by_key(|(one, key)| (at(one), *key));
        let (all, keys) = pairs.into_iter().unzip();
        Self { all, keys }
    }

    /// Without those whose keys were touched, and with these.
    fn renewed(&self, touched: &HashSet<K>, new: Self, at: impl Fn(&T) -> DateTime<Utc>) -> Self
    where
        T: Clone,
    {
        let length = self.all.len() + new.all.len();
        let (mut all, mut keys) = (Vec::with_capacity(length), Vec::with_capacity(length));
        let mut new = new.all.into_iter().zip(new.keys).peekable();
        for (one, key) in self.all.iter().zip(&self.keys) {
            if touched.contains(key) {
                continue;
            }
            while let Some((next, of)) = new.next_if(|(next, of)| (at(next), *of) < (at(one), *key)) {
                all.push(next);
                keys.push(of);
            }
            all.push(one.clone());
            keys.push(*key);
        }
        for (next, of) in new {
            all.push(next);
            keys.push(of);
        }
        Self { all, keys }
    }
}

/// What changed: keys of all records that may have, and what these are now. A touched record that is no fact is gone.
#[derive(Debug, Clone, Default)]
pub struct Changes<K> {
    /// Requests that may have changed.
    pub enquiries: HashSet<K>,
    /// Files that may have changed.
    pub files: HashSet<K>,
    /// Facts of these alone; meetings and referrals are all of them, words those of all facts.
    pub facts: Facts,
    /// Keys of these facts.
    pub keys: Keys<K>,
}

/// Everything laid out for counting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger<K> {
    pub(super) enquiries: Listed<Line, K>,
    pub(super) unmet: Listed<UnmetFact, K>,
    pub(super) files: Listed<FileLine, K>,
    pub(super) meetings: Listed<MeetingFact, K>,
    pub(super) referrals: Option<Listed<ReferralFact, K>>,
    words: Words,
    places: Vec<Word>,
    networks: Vec<Word>,
}

fn lines<K: Copy + Ord + Hash>(facts: &Facts, keys: Vec<K>, setting: &Setting<'_>) -> Listed<Line, K> {
    let office = setting.office;
    let times = || facts.enquiries.iter().map(|one| one.received_at);
    let (Some(first), Some(last)) = (times().min(), times().max()) else {
        return Listed { all: Vec::new(), keys };
    };
    // One more year after the end, for replies that came later.
    let end = office.day(last);
    let hours =
        OpenHours::new(office, office.day(first), end.checked_add_days(Days::new(366)).unwrap_or(end));
    let all = facts.enquiries.iter().map(|one| Line::of(one, &hours)).collect();
    Listed::new(all, keys, Line::received_at)
}

fn file_lines<K: Copy + Ord + Hash>(
    facts: &Facts,
    keys: Vec<K>,
    setting: &Setting<'_>,
) -> Listed<FileLine, K> {
    let all = facts.files.iter().map(|one| FileLine::of(one, setting)).collect();
    Listed::new(all, keys, |one| one.received_at)
}

fn referral_lines<K: Copy + Ord + Hash>(facts: &Facts, keys: Vec<K>) -> Option<Listed<ReferralFact, K>> {
    Some(Listed::new(facts.referrals.clone()?, keys, |one| one.sent_at))
}

/// Words that occur, in their order.
fn occurring(words: impl Iterator<Item = Word>) -> Vec<Word> {
    let mut seen = Vec::new();
    for word in words {
        let at = word.index();
        if at >= seen.len() {
            seen.resize(at + 1, false);
        }
        seen[at] = true;
    }
    seen.iter().enumerate().filter(|(_, is_there)| **is_there).map(|(at, _)| Word::at(at)).collect()
}

impl<K: Copy + Ord + Hash> Ledger<K> {
    /// Lays facts out.
    pub fn new(facts: &Facts, keys: Keys<K>, setting: &Setting<'_>) -> Self {
        Self {
            enquiries: lines(facts, keys.enquiries, setting),
            unmet: Listed::new(facts.unmet.clone(), keys.unmet, |one| one.at),
            files: file_lines(facts, keys.files, setting),
            meetings: Listed::new(facts.meetings.clone(), keys.meetings, |one| one.starts_at),
            referrals: referral_lines(facts, keys.referrals),
            words: facts.words.clone(),
            places: Vec::new(),
            networks: Vec::new(),
        }
        .with_occurring()
    }

    /// As if all were laid out again, knowing what changed.
    #[must_use]
    pub fn renewed(&self, changes: Changes<K>, setting: &Setting<'_>) -> Self {
        let Changes { enquiries, files, facts, keys } = changes;
        let unmet = Listed::new(facts.unmet.clone(), keys.unmet, |one| one.at);
        Self {
            unmet: self.unmet.renewed(&enquiries, unmet, |one| one.at),
            enquiries: self.enquiries.renewed(
                &enquiries,
                lines(&facts, keys.enquiries, setting),
                Line::received_at,
            ),
            files: self.files.renewed(&files, file_lines(&facts, keys.files, setting), |one| one.received_at),
            referrals: referral_lines(&facts, keys.referrals),
            meetings: Listed::new(facts.meetings, keys.meetings, |one| one.starts_at),
            words: facts.words,
            places: Vec::new(),
            networks: Vec::new(),
        }
        .with_occurring()
    }

    fn with_occurring(mut self) -> Self {
        let (enquiries, files) = (&self.enquiries.all, &self.files.all);
        self.places =
            occurring(enquiries.iter().map(|one| one.place).chain(files.iter().map(|one| one.place)));
        let sent_to = self.referrals.iter().flat_map(|all| all.all.iter().map(|one| one.network));
        self.networks = occurring(
            (enquiries.iter().map(|one| one.network))
                .chain(files.iter().map(|one| one.network))
                .chain(sent_to),
        );
        self
    }

    /// How many requests there are.
    pub fn requests(&self) -> usize {
        self.enquiries.all.len()
    }

    /// Texts of places and networks.
    pub const fn words(&self) -> &Words {
        &self.words
    }

    /// Places that requests or files have.
    pub fn places(&self) -> &[Word] {
        &self.places
    }

    /// Networks that requests or files have, or to which somebody was sent.
    pub fn networks(&self) -> &[Word] {
        &self.networks
    }

    /// Whether referrals to European networks are recorded at all.
    pub const fn has_referrals(&self) -> bool {
        self.referrals.is_some()
    }
}
