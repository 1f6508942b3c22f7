//! Requests by network and by place, and month by month: read inside only, never published.
//!
//! Networks and places are many and their counts small: a fixed lattice of them would hide nearly all. They are shown exactly to
//! who reads the records, and to nobody else.

use super::Setting;
use crate::fact::{Coded, Counting, EnquiryFact, Facts, UnmetFact, Word};
use crate::period::Period;
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
    const fn of(self, one: &EnquiryFact) -> Word {
        match self {
            Self::Network => one.network,
            Self::Place => one.place,
        }
    }

    const fn of_unmet(self, one: &UnmetFact) -> Word {
        match self {
            Self::Network => one.network,
            Self::Place => one.place,
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

/// Groups of a period, by the word that names them; what names none stands under [`Word::NOT_TOLD`].
pub fn groups(facts: &Facts, by: By, period: Period, setting: &Setting<'_>) -> BTreeMap<Word, Group> {
    let span = period.span(setting.office);
    let before = period.before().map(|before| before.span(setting.office));
    let mut groups: BTreeMap<Word, Group> = BTreeMap::new();
    for one in facts.enquiries.iter().filter(|one| one.counting == Counting::Counts) {
        if span.contains(one.received_at) {
            let group = groups.entry(by.of(one)).or_default();
            group.requests += 1;
            if let Coded::Is(outcome) = one.outcome {
                *group.outcomes.entry(outcome.word()).or_default() += 1;
            }
        } else if before.as_ref().is_some_and(|before| before.contains(one.received_at)) {
            groups.entry(by.of(one)).or_default().before += 1;
        }
    }
    for one in facts.unmet.iter().filter(|one| span.contains(one.at)) {
        groups.entry(by.of_unmet(one)).or_default().unmet += 1;
    }
    groups
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

/// So many months up to the one of a day.
pub fn monthly(facts: &Facts, office: &Office, until: NaiveDate, count: u32) -> Monthly {
    let last = first_of_month(until);
    let months: Vec<NaiveDate> =
        (0..count).rev().filter_map(|back| last.checked_sub_months(Months::new(back))).collect();
    let mut bounds: Vec<DateTime<Utc>> = months.iter().map(|month| office.begins(*month)).collect();
    bounds.extend(last.checked_add_months(Months::new(1)).map(|next| office.begins(next)));
    let place = |at: DateTime<Utc>| {
        let next = bounds.partition_point(|bound| *bound <= at);
        (next > 0 && next < bounds.len()).then(|| next - 1)
    };
    let blank = || vec![0_u64; months.len()];
    let mut all = Monthly { requests: blank(), ..Monthly::default() };
    for one in facts.enquiries.iter().filter(|one| one.counting == Counting::Counts) {
        if let Some(at) = place(one.received_at) {
            all.requests[at] += 1;
            all.by_network.entry(one.network).or_insert_with(blank)[at] += 1;
        }
    }
    for one in &facts.unmet {
        if let Some(at) = place(one.at) {
            all.unmet.entry(one.network).or_insert_with(blank)[at] += 1;
        }
    }
    let first = facts.enquiries.iter().map(|one| one.received_at).min();
    all.recorded = first.map_or(0, |first| {
        let month = first_of_month(office.day(first));
        months.iter().filter(|one| **one > month).count()
    });
    all.months = months;
    all
}
