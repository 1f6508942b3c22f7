//! Requests by network and by place, and month by month: read inside only, never published.
//!
//! Networks and places are many and their counts small: a fixed lattice of them would hide nearly all. They are shown exactly to
//! who reads the records, and to nobody else.

use super::Setting;
use super::ledger::Ledger;
use crate::fact::{Coded, Counting, Word};
use crate::period::Period;
use crate::scope::Scope;
use ariane_domain::enquiry::Outcome;
use ariane_domain::office::Office;
use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use std::collections::BTreeMap;

/// By what requests are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Network of the disorder: the disease group.
    Network,
    /// Where the person concerned lives.
    Place,
}

impl By {
    const fn of(self, place: Word, network: Word) -> usize {
        match self {
            Self::Network => network.index(),
            Self::Place => place.index(),
        }
    }
}

/// What is counted of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// Requests of the period.
    pub requests: u64,
    /// Requests of the period before.
    pub before: u64,
    /// Of the requests of the period, how many ended, by outcome.
    pub outcomes: BTreeMap<&'static str, u64>,
    /// Needs of the period that could not be met.
    pub unmet: u64,
}

impl Group {
    /// How many requests of the period ended with the person oriented.
    pub fn oriented(&self) -> u64 {
        self.outcomes.get(Outcome::Oriented.word()).copied().unwrap_or_default()
    }

    /// How many requests of the period are still open.
    pub fn open(&self) -> u64 {
        self.requests.saturating_sub(self.outcomes.values().sum())
    }
}

/// A group while it is counted.
#[derive(Clone, Default)]
struct Counter {
    group: Group,
    ended: [u64; Outcome::ALL.len()],
    is_there: bool,
}

impl Counter {
    fn group(mut self) -> Group {
        let ended = Outcome::ALL.iter().zip(self.ended).filter(|(_, n)| *n > 0);
        self.group.outcomes = ended.map(|(outcome, n)| (outcome.word(), n)).collect();
        self.group
    }
}

/// The counter of a word.
fn counter(all: &mut Vec<Counter>, word: usize) -> &mut Counter {
    if word >= all.len() {
        all.resize(word + 1, Counter::default());
    }
    let one = &mut all[word];
    one.is_there = true;
    one
}

impl<K> Ledger<K> {
    /// Groups of a period, by the word that names them; what names none stands under [`Word::NOT_TOLD`].
    pub fn groups(
        &self,
        scope: Scope,
        by: By,
        period: Period,
        setting: &Setting<'_>,
    ) -> BTreeMap<Word, Group> {
        let office = setting.office;
        let span = period.span(office);
        let micros = |at: DateTime<Utc>| at.timestamp_micros();
        let from = micros(span.from);
        let until = span.until.map_or(i64::MAX, micros);
        let earliest = period.before().map_or(from, |before| micros(before.span(office).from));
        let lines = &self.enquiries.all;
        let begin = lines.partition_point(|one| one.at < earliest);
        let end = lines.partition_point(|one| one.at < until);
        let mut all: Vec<Counter> = Vec::new();
        let looked_at = lines[begin..end.max(begin)].iter();
        for one in looked_at.filter(|one| one.counts() && scope.holds(one.place, one.network)) {
            let counter = counter(&mut all, by.of(one.place, one.network));
            if one.at < from {
                counter.group.before += 1;
                continue;
            }
            counter.group.requests += 1;
            if let Coded::Is(outcome) = one.ended
                && let Some(at) = Outcome::ALL.iter().position(|one| *one == outcome)
            {
                counter.ended[at] += 1;
            }
        }
        let unmet = self.unmet.all.iter();
        let unmet = unmet.filter(|one| one.counting == Counting::Counts && span.contains(one.at));
        for one in unmet.filter(|one| scope.holds(one.place, one.network)) {
            counter(&mut all, by.of(one.place, one.network)).group.unmet += 1;
        }
        let there = all.into_iter().enumerate().filter(|(_, one)| one.is_there);
        there.map(|(word, one)| (Word::at(word), one.group())).collect()
    }
}

/// Counts month by month, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Monthly {
    /// First days of the months.
    pub months: Vec<NaiveDate>,
    /// Requests that count.
    pub requests: Vec<u64>,
    /// The same by network.
    pub by_network: BTreeMap<Word, Vec<u64>>,
    /// Unmet needs by network.
    pub unmet: BTreeMap<Word, Vec<u64>>,
    /// How many of these months lie wholly after the first request on record: before, nothing could be counted.
    pub recorded: usize,
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

impl<K> Ledger<K> {
    /// So many months up to the one of a day.
    pub fn monthly(&self, scope: Scope, office: &Office, until: NaiveDate, count: u32) -> Monthly {
        let last = first_of_month(until);
        let months: Vec<NaiveDate> =
            (0..count).rev().filter_map(|back| last.checked_sub_months(Months::new(back))).collect();
        let mut bounds: Vec<i64> =
            months.iter().map(|month| office.begins(*month).timestamp_micros()).collect();
        let next = last.checked_add_months(Months::new(1));
        bounds.extend(next.map(|next| office.begins(next).timestamp_micros()));
        let blank = || vec![0_u64; months.len()];
        let mut by_network: Vec<Option<Vec<u64>>> = Vec::new();
        let mut all = Monthly { requests: blank(), ..Monthly::default() };
        let lines = &self.enquiries.all;
        for (month, bound) in bounds.windows(2).enumerate() {
            let begin = lines.partition_point(|one| one.at < bound[0]);
            let end = lines.partition_point(|one| one.at < bound[1]);
            let within = lines[begin..end.max(begin)].iter();
            for one in within.filter(|one| one.counts() && scope.holds(one.place, one.network)) {
                all.requests[month] += 1;
                let network = one.network.index();
                if network >= by_network.len() {
                    by_network.resize(network + 1, None);
                }
                by_network[network].get_or_insert_with(blank)[month] += 1;
            }
        }
        let named = by_network.into_iter().enumerate();
        all.by_network = named.filter_map(|(word, counts)| Some((Word::at(word), counts?))).collect();
        let unmet = self.unmet.all.iter().filter(|one| one.counting == Counting::Counts);
        for one in unmet.filter(|one| scope.holds(one.place, one.network)) {
            let at = one.at.timestamp_micros();
            let next = bounds.partition_point(|bound| *bound <= at);
            if next > 0 && next < bounds.len() {
                all.unmet.entry(one.network).or_insert_with(blank)[next - 1] += 1;
            }
        }
        let first = lines.iter().find(|one| scope.holds(one.place, one.network));
        all.recorded = first.map_or(0, |first| {
            let month = first_of_month(office.day(first.received_at()));
            months.iter().filter(|one| **one > month).count()
        });
        all.months = months;
        all
    }
}
