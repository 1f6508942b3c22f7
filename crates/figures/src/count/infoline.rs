//! Figures of the infoline.

use super::tally::{ASIDE, Clock, Tally, place};
use super::{Parts, Setting};
use crate::definition as d;
use crate::definition::Definition;
use crate::fact::{Coded, Counting, EnquiryFact, Facts, UnmetFact};
use crate::open_hours::OpenHours;
use crate::period::Period;
use crate::table::{RowKind, Table};
use ariane_domain::enquiry::{
    AgeBand, DisorderStatus, EntryMode, Outcome, ReferralSource, RequesterKind, UnmetReason,
};
use ariane_domain::need::Nature;
use ariane_domain::office::Office;
use ariane_domain::place::Country;
use chrono::{DateTime, Datelike, NaiveDate, Utc};

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

/// Rows of replies.
const KEPT: usize = 0;
const LATE: usize = 1;
const NOT_YET: usize = 2;

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

    fn add(&mut self, part: usize, one: &EnquiryFact, is_first: (bool, bool), hours: &OpenHours<'_>) {
        let standing = Counting::ALL.iter().position(|c| *c == one.counting).unwrap_or_default();
        self.records.add(part, standing);
        if one.counting != Counting::Counts {
            return;
        }
        self.contacts.add(part, 0);
        self.contacts.add_many(part, 1, u64::from(one.further_contacts));
        let (new_requester, new_person) = is_first;
        self.requesters.add(part, usize::from(!new_requester));
        self.persons.add(part, usize::from(!new_person));
        if new_person {
            self.age.add(part, place(one.age, &AGES));
            self.nationality.add(part, nation(one.nationality));
        }
        if new_requester {
            self.sender.add(part, place(one.source, &SOURCES));
            self.entry.add(part, place(one.mode, &EntryMode::ALL));
        }
        self.add_natures(part, one);
        self.kind.add(part, place(one.kind, &RequesterKind::ALL));
        self.disorder.add(part, place(one.disorder, &DISORDERS));
        self.outcome.add(part, place(one.outcome, &OUTCOMES));
        let reply = match one.replied_at {
            None => NOT_YET,
            Some(at) => {
                self.reply.wait(part, hours.minutes_between(one.received_at, at));
                if hours.kept_promise(one.received_at, at) { KEPT } else { LATE }
            }
        };
        self.reply.add(part, reply);
        if let Some(at) = one.oriented_at {
            self.orientation.wait(part, hours.minutes_between(one.received_at, at));
        }
        self.orientation.add(part, usize::from(one.oriented_at.is_none()));
    }

    fn add_natures(&mut self, part: usize, one: &EnquiryFact) {
        self.nature.add_total(part);
        for (row, nature) in Nature::ALL.into_iter().enumerate() {
            if one.natures.has(nature) {
                self.nature.add_row(part, row);
            }
        }
        if one.natures.has_foreign() {
            self.nature.add_row(part, FOREIGN_NATURE);
        } else if one.natures.count() == 0 {
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

/// Calendar years at the office, to be looked up.
struct Years(Vec<(DateTime<Utc>, i16)>);

impl Years {
    fn of(office: &Office, first: i32, last: i32) -> Self {
        let begins = |year: i32| {
            Some((office.begins(NaiveDate::from_ymd_opt(year, 1, 1)?), i16::try_from(year).ok()?))
        };
        Self((first..=last + 1).filter_map(begins).collect())
    }

    /// The year of a moment; none before the first and after the last.
    fn year(&self, at: DateTime<Utc>) -> Option<i16> {
        let next = self.0.partition_point(|(begins, _)| *begins <= at);
        (next < self.0.len()).then(|| self.0.get(next.checked_sub(1)?).map(|(_, year)| *year)).flatten()
    }
}

/// Requests in the order of time, by their place in the list; none where the list is in that order.
fn order(facts: &Facts) -> Option<Vec<usize>> {
    if facts.enquiries.is_sorted_by_key(|one| one.received_at) {
        return None;
    }
    let mut order: Vec<usize> = (0..facts.enquiries.len()).collect();
    order.sort_by_key(|at| (facts.enquiries[*at].received_at, facts.enquiries[*at].requester));
    Some(order)
}

/// Counts all requests; `each` is told of every one that falls into the period, with its place in the list, after it was counted.
fn count(
    facts: &Facts,
    parts: &Parts,
    setting: &Setting<'_>,
    mut each: impl FnMut(&Tallies, usize),
) -> Tallies {
    let office = setting.office;
    let clock = Clock::of(parts, office);
    let greatest = |token: fn(&EnquiryFact) -> u32| facts.enquiries.iter().map(token).max();
    let (mut requesters, mut persons) =
        (Seen::of(greatest(|one| one.requester)), Seen::of(greatest(|one| one.person)));
    let last = parts.atoms.last().map_or(office.day(setting.as_of), |atom| atom.last());
    let first = parts.atoms.first().map_or(last, |atom| atom.first());
    let years = Years::of(office, first.year(), last.year());
    // One more year after the end, for replies that came later.
    let after = last.checked_add_days(chrono::Days::new(366)).unwrap_or(last);
    let hours = OpenHours::new(office, first, after);
    let mut tallies = Tallies::new(parts);
    let order = order(facts);
    for rank in 0..facts.enquiries.len() {
        let at = order.as_ref().map_or(rank, |order| order[rank]);
        let one = &facts.enquiries[at];
        let Some(year) = years.year(one.received_at) else { continue };
        // What does not count makes nobody known.
        let mut is_first = (false, false);
        if one.counting == Counting::Counts {
            is_first = (requesters.is_first(one.requester, year), persons.is_first(one.person, year));
        }
        if let Some(part) = clock.part(one.received_at) {
            tallies.add(part, one, is_first, &hours);
            each(&tallies, at);
        }
    }
    tallies
}

pub(super) fn tables(facts: &Facts, parts: &Parts, setting: &Setting<'_>) -> Vec<Table> {
    let clock = Clock::of(parts, setting.office);
    let mut tables = count(facts, parts, setting, |_, _| {}).tables(parts);
    tables.extend(unmet(facts, parts, &clock));
    tables
}

/// Requests behind a number, by their place in the list: those with which it grew while counting. None where there is no
/// such figure or row.
pub(super) fn behind(
    facts: &Facts,
    period: Period,
    setting: &Setting<'_>,
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
    count(facts, &parts, setting, |tallies, at| {
        let now = tallies.all()[tally].so_far(row);
        if now > before {
            found.push(at);
            before = now;
        }
    });
    Some(found)
}

/// Unmet needs behind a number, by their place in the list. None where there is no such figure.
pub(super) fn unmet_behind(
    facts: &Facts,
    period: Period,
    setting: &Setting<'_>,
    figure: &Definition,
    category: Option<&str>,
) -> Option<Vec<usize>> {
    let is_by_reason = figure.id == d::UNMET.id;
    if !is_by_reason && figure.id != d::UNMET_NATURE.id {
        return None;
    }
    let span = period.span(setting.office);
    let without = |is_foreign: bool| if is_foreign { ASIDE[1] } else { ASIDE[0] };
    let word = |one: &UnmetFact| match (is_by_reason, one.reason, one.nature) {
        (true, Coded::Is(reason), _) => reason.word(),
        (true, reason, _) => without(reason == Coded::Foreign),
        (false, _, Coded::Is(nature)) => nature.code(),
        (false, _, nature) => without(nature == Coded::Foreign),
    };
    let within = facts.unmet.iter().enumerate().filter(|(_, one)| span.contains(one.at));
    Some(within.filter(|(_, one)| category.is_none_or(|c| c == word(one))).map(|(at, _)| at).collect())
}

fn unmet(facts: &Facts, parts: &Parts, clock: &Clock) -> Vec<Table> {
    let total = d::UNMET.id;
    let mut by_reason = Tally::coded(&d::UNMET, total, parts, UnmetReason::ALL.map(UnmetReason::word));
    let mut by_nature = Tally::coded(&d::UNMET_NATURE, total, parts, Nature::ALL.map(Nature::code));
    for one in &facts.unmet {
        if let Some(part) = clock.part(one.at) {
            by_reason.add(part, place(one.reason, &UnmetReason::ALL));
            by_nature.add(part, place(one.nature, &Nature::ALL));
        }
    }
    [by_reason, by_nature].into_iter().flat_map(|tally| tally.tables(parts)).collect()
}
