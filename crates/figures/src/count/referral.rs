//! Referrals to European networks by way of the hub: what became of them, how long the answer and the first appointment took,
//! in all and network by network (row 20 of the product: networks are evaluated regularly).
//!
//! A referral belongs to the period in which it was sent, whatever became of it since; so quarters add up to their year.

use super::Parts;
use super::ledger::Ledger;
use super::tally::{Clock, Tally, place};
use crate::definition::{self as d, Definition};
use crate::fact::{Coded, Counting, ReferralFact, ReferralOutcome, Word};
use crate::period::Period;
use crate::scope::Scope;
use crate::table::{RowKind, Table, Waiting};
use ariane_domain::cell::Span;
use ariane_domain::office::Office;
use std::collections::{BTreeMap, HashSet};

/// Minutes of a day: waiting times of these figures are whole days.
pub const DAY: u32 = 24 * 60;

/// Rows of first appointments.
const SEEN: usize = 0;
const FIXED: usize = 1;
const NONE_YET: usize = 2;
const ENDED_BEFORE: usize = 3;
/// Their words.
const APPOINTMENTS: [(&str, RowKind); 4] = [
    ("seen", RowKind::Part),
    ("fixed", RowKind::Part),
    ("none-yet", RowKind::Part),
    ("ended-before", RowKind::Part),
];
/// The row of who objected to figures; the last of each table.
const OBJECTED: (&str, RowKind) = (Counting::Objected.word(), RowKind::Aside);

/// Whole days from the day of sending to the answer, in minutes.
fn days_to_answer(one: &ReferralFact, office: &Office) -> Option<u32> {
    days(office, one, office.day(one.answered_at?))
}

/// Whole days from the day of sending to the first appointment, in minutes.
fn days_to_appointment(one: &ReferralFact, office: &Office) -> Option<u32> {
    days(office, one, one.seen_on?)
}

/// A day before the one of sending is an error of entry, and in no waiting time.
fn days(office: &Office, one: &ReferralFact, until: chrono::NaiveDate) -> Option<u32> {
    u32::try_from((until - office.day(one.sent_at)).num_days()).ok()?.checked_mul(DAY)
}

const fn appointment(one: &ReferralFact) -> usize {
    match (one.seen_on, one.appointment_on, one.outcome) {
        (Some(_), ..) => SEEN,
        (None, _, Coded::Is(outcome)) if !matches!(outcome, ReferralOutcome::Accepted) => ENDED_BEFORE,
        (None, Some(_), _) => FIXED,
        (None, None, _) => NONE_YET,
    }
}

fn within<K>(ledger: &Ledger<K>, scope: Scope, span: Span) -> Option<impl Iterator<Item = &ReferralFact>> {
    Some(listed(ledger, scope, span)?.map(|(_, one)| one))
}

/// The same with their places in the list.
fn listed<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    span: Span,
) -> Option<impl Iterator<Item = (usize, &ReferralFact)>> {
    let all = ledger.referrals.as_ref()?.all.iter().enumerate();
    Some(all.filter(move |(_, one)| span.contains(one.sent_at) && scope.holds(one.place, one.network)))
}

/// Row of [`d::HUB_REFERRALS`] in which a referral stands.
const fn outcome_word(one: &ReferralFact) -> &'static str {
    match (one.counting, one.outcome) {
        (Counting::Counts, Coded::Is(outcome)) => outcome.word(),
        (Counting::Counts, Coded::NotTold) => "waiting",
        (Counting::Counts, Coded::Foreign) => "foreign",
        _ => Counting::Objected.word(),
    }
}

/// Row of [`d::HUB_APPOINTMENT`] in which a referral stands.
const fn appointment_word(one: &ReferralFact) -> &'static str {
    match one.counting {
        Counting::Counts => APPOINTMENTS[appointment(one)].0,
        _ => Counting::Objected.word(),
    }
}

/// Referrals behind a number, by their place in the list; of persons counted once, the first of each. None where the figure counts no
/// referrals.
pub(super) fn behind<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    period: Period,
    office: &Office,
    figure: &Definition,
    category: Option<&str>,
) -> Option<Vec<usize>> {
    let found = listed(ledger, scope, period.span(office))?;
    let of = |row: fn(&ReferralFact) -> &'static str| {
        move |(_, one): &(usize, &ReferralFact)| category.is_none_or(|wanted| wanted == row(one))
    };
    let mut persons = HashSet::new();
    let found: Vec<(usize, &ReferralFact)> = match figure.id {
        id if id == d::HUB_REFERRALS.id => found.filter(of(outcome_word)).collect(),
        id if id == d::HUB_APPOINTMENT.id => found.filter(of(appointment_word)).collect(),
        id if id == d::HUB_REFERRED.id => {
            found.filter(|(_, one)| one.counting == Counting::Counts && persons.insert(one.person)).collect()
        }
        _ => return None,
    };
    Some(found.into_iter().map(|(at, _)| at).collect())
}

/// None where the installation records no referrals.
pub(super) fn tables<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    period: Period,
    parts: &Parts,
    office: &Office,
) -> Vec<Table> {
    let span = period.span(office);
    let Some(sent) = within(ledger, scope, span) else { return Vec::new() };
    let clock = Clock::of(parts, office);
    let total = d::HUB_REFERRALS.id;
    let outcomes = ReferralOutcome::ALL.map(|one| (one.word(), RowKind::Part)).into_iter();
    let asides = [("waiting", RowKind::Aside), ("foreign", RowKind::Aside), OBJECTED];
    let outcomes = outcomes.chain(asides).collect();
    let mut by_outcome = Tally::new(&d::HUB_REFERRALS, total, parts, outcomes);
    let appointments = APPOINTMENTS.into_iter().chain([OBJECTED]).collect();
    let mut by_appointment = Tally::new(&d::HUB_APPOINTMENT, total, parts, appointments);
    let mut persons = HashSet::new();
    for one in sent {
        let Some(part) = clock.part(one.sent_at) else { continue };
        if one.counting != Counting::Counts {
            by_outcome.add(part, ReferralOutcome::ALL.len() + 2);
            by_appointment.add(part, ENDED_BEFORE + 1);
            continue;
        }
        persons.insert(one.person);
        by_outcome.add(part, place(one.outcome, &ReferralOutcome::ALL));
        by_appointment.add(part, appointment(one));
        if let Some(minutes) = days_to_answer(one, office) {
            by_outcome.wait(part, minutes);
        }
        if let Some(minutes) = days_to_appointment(one, office) {
            by_appointment.wait(part, minutes);
        }
    }
    let number = Table::number(&d::HUB_REFERRED, period, persons.len() as u64);
    let divided = [by_outcome, by_appointment].into_iter().flat_map(|tally| tally.tables(parts));
    std::iter::once(number).chain(divided).collect()
}

/// What is counted of a network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfNetwork {
    /// Referrals sent to it in the period.
    pub sent: u64,
    /// Of those, answered either way.
    pub answered: u64,
    /// By what became of them.
    pub outcomes: BTreeMap<&'static str, u64>,
    /// Of those, how many led to a first appointment that took place.
    pub seen: u64,
    /// Days to the answer, in minutes of 1440 a day.
    pub to_answer: Option<Waiting>,
    /// Days to the first appointment.
    pub to_appointment: Option<Waiting>,
}

impl OfNetwork {
    /// How many came to an end or an acceptance of this kind.
    pub fn of(&self, outcome: ReferralOutcome) -> u64 {
        self.outcomes.get(outcome.word()).copied().unwrap_or_default()
    }
}

impl<K> Ledger<K> {
    /// Referrals of a period network by network: read inside only, never published. None where the installation records none.
    pub fn referrals_by_network(
        &self,
        scope: Scope,
        period: Period,
        office: &Office,
    ) -> Option<BTreeMap<Word, OfNetwork>> {
        let mut all: BTreeMap<Word, (OfNetwork, Vec<u32>, Vec<u32>)> = BTreeMap::new();
        let counted =
            within(self, scope, period.span(office))?.filter(|one| one.counting == Counting::Counts);
        for one in counted {
            let (of, answers, appointments) = all.entry(one.network).or_default();
            of.sent += 1;
            of.answered += u64::from(one.answered_at.is_some());
            of.seen += u64::from(one.seen_on.is_some());
            let word = match one.outcome {
                Coded::Is(outcome) => outcome.word(),
                Coded::NotTold => "waiting",
                Coded::Foreign => "foreign",
            };
            *of.outcomes.entry(word).or_default() += 1;
            answers.extend(days_to_answer(one, office));
            appointments.extend(days_to_appointment(one, office));
        }
        let with_times = |(network, (of, answers, appointments))| {
            let (to_answer, to_appointment) = (Waiting::of(answers), Waiting::of(appointments));
            (network, OfNetwork { to_answer, to_appointment, ..of })
        };
        Some(all.into_iter().map(with_times).collect())
    }
}
