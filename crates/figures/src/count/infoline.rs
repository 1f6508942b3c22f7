//! Figures of the infoline.

use super::Parts;
use super::ledger::Ledger;
use super::tally::{Clock, Tally, place};
use super::unmet;
use crate::definition as d;
use crate::definition::Definition;
use crate::fact::{Coded, Counting, EnquiryFact, Natures, Word};
use crate::open_hours::OpenHours;
use crate::period::Period;
use crate::scope::Scope;
use crate::table::{RowKind, Table};
use ariane_domain::enquiry::{AgeBand, DisorderStatus, EntryMode, Outcome, ReferralSource, RequesterKind};
use ariane_domain::need::Nature;
use ariane_domain::office::Office;
use ariane_domain::place::Country;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Nationalities told apart, as in seed 000; all others are one row.
pub const NATIONALITIES: [&str; 4] = ["LU", "PT", "FR", "other"];

const REQUESTS: &str = "infoline.requests";
const REQUESTERS: &str = "infoline.requesters";
const PERSONS: &str = "infoline.persons";

const AGES: [AgeBand; 3] = [AgeBand::Under12, AgeBand::From12To18, AgeBand::Adult];
const SOURCES: [ReferralSource; 3] =
    [ReferralSource::Professional, ReferralSource::Media, ReferralSource::Acquaintance];
const DISORDERS: [DisorderStatus; 3] =
    [DisorderStatus::Diagnosed, DisorderStatus::Suspected, DisorderStatus::Undiagnosed];
const OUTCOMES: [Outcome; 8] = [
    Outcome::Answered,
    Outcome::Oriented,
    Outcome::HandedOver,
    Outcome::Redirected,
    Outcome::NoAnswerPossible,
    Outcome::Unreachable,
    Outcome::Abandoned,
    Outcome::Withdrawn,
];

/// Where the row "the request names no nature" stands.
const NO_NATURE: usize = Nature::ALL.len();
/// Where the row "a need that this version does not know" stands.
const FOREIGN_NATURE: usize = NO_NATURE + 1;

/// The row of unmet needs whose request does not count.
pub(super) const NOT_COUNTED: &str = "not-counted";

/// Rows of replies.
const KEPT: u8 = 0;
const LATE: u8 = 1;
const NOT_YET: u8 = 2;

/// A request laid out: the rows into which it falls, whatever is asked for afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    /// When it came in, in microseconds.
    pub(super) at: i64,
    requester: u32,
    person: u32,
    further_contacts: u32,
    /// Minutes of opening until the first reply, where there was one.
    reply_minutes: u32,
    orientation_minutes: Option<u32>,
    pub(super) place: Word,
    pub(super) network: Word,
    pub(super) counting: Counting,
    pub(super) ended: Coded<Outcome>,
    natures: Natures,
    age: u8,
    nation: u8,
    sender: u8,
    entry: u8,
    kind: u8,
    disorder: u8,
    outcome: u8,
    reply: u8,
}

/// The place of a value among the rows of a figure, of which there are few.
fn row<T: PartialEq>(value: Coded<T>, all: &[T]) -> u8 {
    u8::try_from(place(value, all)).unwrap_or(u8::MAX)
}

impl Line {
    pub(super) fn of(one: &EnquiryFact, hours: &OpenHours<'_>) -> Self {
        let minutes = |until| hours.minutes_between(one.received_at, until);
        let reply = match one.replied_at {
            None => NOT_YET,
            Some(at) if hours.kept_promise(one.received_at, at) => KEPT,
            Some(_) => LATE,
        };
        Self {
            at: one.received_at.timestamp_micros(),
            requester: one.requester,
            person: one.person,
            further_contacts: one.further_contacts,
            reply_minutes: one.replied_at.map(minutes).unwrap_or_default(),
            orientation_minutes: one.oriented_at.map(minutes),
            place: one.place,
            network: one.network,
            counting: one.counting,
            ended: one.outcome,
            natures: one.natures,
            age: row(one.age, &AGES),
            nation: u8::try_from(nation(one.nationality)).unwrap_or(u8::MAX),
            sender: row(one.source, &SOURCES),
            entry: row(one.mode, &EntryMode::ALL),
            kind: row(one.kind, &RequesterKind::ALL),
            disorder: row(one.disorder, &DISORDERS),
            outcome: row(one.outcome, &OUTCOMES),
            reply,
        }
    }

    pub(super) fn received_at(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.at).unwrap_or_default()
    }

    /// Whether it counts.
    pub(super) fn counts(&self) -> bool {
        self.counting == Counting::Counts
    }
}

/// Who was counted in a year already.
struct Seen(Vec<i16>);

impl Seen {
    fn of(greatest: Option<u32>) -> Self {
        Self(vec![i16::MIN; greatest.map_or(0, |n| n as usize + 1)])
    }

    fn is_first(&mut self, token: u32, year: i16) -> bool {
        let Some(last) = self.0.get_mut(token as usize) else { return false };
        std::mem::replace(last, year) != year
    }
}

struct Tallies {
    records: Tally,
    contacts: Tally,
    requesters: Tally,
    persons: Tally,
    age: Tally,
    sender: Tally,
    entry: Tally,
    nationality: Tally,
    nature: Tally,
    kind: Tally,
    disorder: Tally,
    outcome: Tally,
    reply: Tally,
    orientation: Tally,
}

impl Tallies {
    fn new(parts: &Parts) -> Self {
        let standings = Counting::ALL
            .map(|one| (one.word(), if one == Counting::Counts { RowKind::Part } else { RowKind::Aside }));
        let twofold = |figure, key| {
            let rows = vec![("first", RowKind::Part), ("further", RowKind::Aside)];
            Tally::new(figure, REQUESTS, parts, rows).alias("first", key)
        };
        let natures = Nature::ALL.map(|nature| (nature.code(), RowKind::Part));
        let natures = natures.into_iter().chain([("not-told", RowKind::Aside), ("foreign", RowKind::Aside)]);
        let outcomes = OUTCOMES.map(|outcome| (outcome.word(), RowKind::Part));
        let outcomes = outcomes.into_iter().chain([("open", RowKind::Aside), ("foreign", RowKind::Aside)]);
        let replies = vec![("kept", RowKind::Part), ("late", RowKind::Part), ("not-yet", RowKind::Aside)];
        let oriented = vec![("oriented", RowKind::Part), ("not-oriented", RowKind::Part)];
        Self {
            records: Tally::new(&d::RECORDS, "infoline.records", parts, standings.into())
                .alias("counted", REQUESTS),
            contacts: Tally::new(
                &d::CONTACTS,
                "infoline.contacts",
                parts,
                vec![("first", RowKind::Part), ("further", RowKind::Part)],
            )
            .alias("first", REQUESTS),
            requesters: twofold(&d::REQUESTERS, REQUESTERS),
            persons: twofold(&d::PERSONS, PERSONS),
            age: Tally::coded(&d::AGE, PERSONS, parts, AGES.map(AgeBand::word)),
            sender: Tally::coded(&d::SENDER, REQUESTERS, parts, SOURCES.map(ReferralSource::word)),
            entry: Tally::coded(&d::ENTRY, REQUESTERS, parts, EntryMode::ALL.map(EntryMode::word)),
            nationality: Tally::coded(&d::NATIONALITY, PERSONS, parts, NATIONALITIES),
            nature: Tally::new(&d::NATURE, REQUESTS, parts, natures.collect()).overlapping(),
            kind: Tally::coded(&d::KIND, REQUESTS, parts, RequesterKind::ALL.map(RequesterKind::word)),
            disorder: Tally::coded(&d::DISORDER, REQUESTS, parts, DISORDERS.map(DisorderStatus::word)),
            outcome: Tally::new(&d::OUTCOME, REQUESTS, parts, outcomes.collect()),
            reply: Tally::new(&d::REPLY, REQUESTS, parts, replies),
            orientation: Tally::new(&d::ORIENTATION, REQUESTS, parts, oriented),
        }
    }

    fn add(&mut self, part: usize, one: &Line, is_first: (bool, bool)) {
        let standing = Counting::ALL.iter().position(|c| *c == one.counting).unwrap_or_default();
        self.records.add(part, standing);
        if !one.counts() {
            return;
        }
        self.contacts.add(part, 0);
        self.contacts.add_many(part, 1, u64::from(one.further_contacts));
        let (new_requester, new_person) = is_first;
        self.requesters.add(part, usize::from(!new_requester));
        self.persons.add(part, usize::from(!new_person));
        if new_person {
            self.age.add(part, usize::from(one.age));
            self.nationality.add(part, usize::from(one.nation));
        }
        if new_requester {
            self.sender.add(part, usize::from(one.sender));
            self.entry.add(part, usize::from(one.entry));
        }
        self.add_natures(part, one.natures);
        self.kind.add(part, usize::from(one.kind));
        self.disorder.add(part, usize::from(one.disorder));
        self.outcome.add(part, usize::from(one.outcome));
        if one.reply != NOT_YET {
            self.reply.wait(part, one.reply_minutes);
        }
        self.reply.add(part, usize::from(one.reply));
        if let Some(minutes) = one.orientation_minutes {
            self.orientation.wait(part, minutes);
        }
        self.orientation.add(part, usize::from(one.orientation_minutes.is_none()));
    }

    fn add_natures(&mut self, part: usize, natures: Natures) {
        self.nature.add_total(part);
        for (row, nature) in Nature::ALL.into_iter().enumerate() {
            if natures.has(nature) {
                self.nature.add_row(part, row);
            }
        }
        if natures.has_foreign() {
            self.nature.add_row(part, FOREIGN_NATURE);
        } else if natures.count() == 0 {
            self.nature.add_row(part, NO_NATURE);
        }
    }

    fn all(&self) -> [&Tally; 14] {
        [
            &self.records,
            &self.contacts,
            &self.requesters,
            &self.persons,
            &self.age,
            &self.sender,
            &self.entry,
            &self.nationality,
            &self.nature,
            &self.kind,
            &self.disorder,
            &self.outcome,
            &self.reply,
            &self.orientation,
        ]
    }

    fn tables(self, parts: &Parts) -> Vec<Table> {
        [
            self.records,
            self.contacts,
            self.requesters,
            self.persons,
            self.age,
            self.sender,
            self.entry,
            self.nationality,
            self.nature,
            self.kind,
            self.disorder,
            self.outcome,
            self.reply,
            self.orientation,
        ]
        .into_iter()
        .flat_map(|tally| tally.tables(parts))
        .collect()
    }
}

fn nation(country: Coded<Country>) -> usize {
    let other = NATIONALITIES.len() - 1;
    match country {
        Coded::Is(country) => {
            NATIONALITIES[..other].iter().position(|code| *code == country.code()).unwrap_or(other)
        }
        Coded::NotTold => other + 1,
        Coded::Foreign => other + 2,
    }
}

/// Calendar years at the office, walked through in the order of time.
struct Years {
    /// First moment of each year, with the year; then the first one after the last.
    begins: Vec<(i64, i16)>,
    next: usize,
}

impl Years {
    fn of(office: &Office, first: i32, last: i32) -> Self {
        let begins = |year: i32| {
            let day = NaiveDate::from_ymd_opt(year, 1, 1)?;
            Some((office.begins(day).timestamp_micros(), i16::try_from(year).ok()?))
        };
        Self { begins: (first..=last + 1).filter_map(begins).collect(), next: 0 }
    }

    /// First moment.
    fn begin(&self) -> i64 {
        self.begins.first().map_or(i64::MAX, |(begins, _)| *begins)
    }

    /// The year of a moment that is not before the one asked for last; none before the first and after the last.
    fn year(&mut self, at: i64) -> Option<i16> {
        while self.begins.get(self.next).is_some_and(|(begins, _)| *begins <= at) {
            self.next += 1;
        }
        let is_within = self.next < self.begins.len();
        is_within.then(|| self.begins.get(self.next.checked_sub(1)?).map(|(_, year)| *year)).flatten()
    }
}

/// Counts all requests of a scope; `each` is told of every one that falls into the period, with its place in the list, after it
/// was counted.
fn count<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    parts: &Parts,
    office: &Office,
    mut each: impl FnMut(&Tallies, usize),
) -> Tallies {
    let clock = Clock::of(parts, office);
    let lines = &ledger.enquiries.all;
    let mut tallies = Tallies::new(parts);
    let (Some(first), Some(last)) = (parts.atoms.first(), parts.atoms.last()) else { return tallies };
    let mut years = Years::of(office, first.first().year(), last.last().year());
    // Who asked before in that year is no new requester.
    let begin = lines.partition_point(|one| one.at < years.begin());
    let end = begin + lines[begin..].partition_point(|one| one.at < clock.end());
    let looked_at = &lines[begin..end];
    let greatest = |token: fn(&Line) -> u32| looked_at.iter().map(token).max();
    let (mut requesters, mut persons) =
        (Seen::of(greatest(|one| one.requester)), Seen::of(greatest(|one| one.person)));
    for (at, one) in looked_at.iter().enumerate() {
        if !scope.holds(one.place, one.network) {
            continue;
        }
        let Some(year) = years.year(one.at) else { continue };
        // What does not count makes nobody known.
        let mut is_first = (false, false);
        if one.counts() {
            is_first = (requesters.is_first(one.requester, year), persons.is_first(one.person, year));
        }
        if let Some(part) = clock.part_of(one.at) {
            tallies.add(part, one, is_first);
            each(&tallies, begin + at);
        }
    }
    tallies
}

pub(super) fn tables<K>(ledger: &Ledger<K>, scope: Scope, parts: &Parts, office: &Office) -> Vec<Table> {
    let clock = Clock::of(parts, office);
    let mut tables = count(ledger, scope, parts, office, |_, _| {}).tables(parts);
    tables.extend(unmet::tables(ledger, scope, parts, &clock));
    tables
}

/// Requests behind a number, by their place in the list: those with which it grew while counting. None where there is no
/// such figure or row.
pub(super) fn behind<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    period: Period,
    office: &Office,
    figure: &Definition,
    category: Option<&str>,
) -> Option<Vec<usize>> {
    let parts = Parts::alone(period);
    let blank = Tallies::new(&parts);
    let tally = blank.all().into_iter().position(|tally| tally.is_of(figure))?;
    let row = match category {
        None => None,
        Some(category) => Some(blank.all()[tally].row(category)?),
    };
    let (mut found, mut before) = (Vec::new(), 0);
    count(ledger, scope, &parts, office, |tallies, at| {
        let now = tallies.all()[tally].so_far(row);
        if now > before {
            found.push(at);
            before = now;
        }
    });
    Some(found)
}
