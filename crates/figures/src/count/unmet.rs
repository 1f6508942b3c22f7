//! Needs that could not be met.

use super::Parts;
use super::infoline::NOT_COUNTED;
use super::ledger::Ledger;
use super::tally::{ASIDE, Clock, Tally, place};
use crate::definition as d;
use crate::definition::Definition;
use crate::fact::{Coded, Counting, UnmetFact};
use crate::period::Period;
use crate::scope::Scope;
use crate::table::{RowKind, Table};
use ariane_domain::enquiry::UnmetReason;
use ariane_domain::need::Nature;
use ariane_domain::office::Office;

/// Unmet needs behind a number, by their place in the list. None where there is no such figure.
pub(super) fn behind<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    period: Period,
    office: &Office,
    figure: &Definition,
    category: Option<&str>,
) -> Option<Vec<usize>> {
    let is_by_reason = figure.id == d::UNMET.id;
    if !is_by_reason && figure.id != d::UNMET_NATURE.id {
        return None;
    }
    let span = period.span(office);
    let without = |is_foreign: bool| if is_foreign { ASIDE[1] } else { ASIDE[0] };
    let word = |one: &UnmetFact| match (is_by_reason, one.reason, one.nature) {
        _ if one.counting != Counting::Counts => NOT_COUNTED,
        (true, Coded::Is(reason), _) => reason.word(),
        (true, reason, _) => without(reason == Coded::Foreign),
        (false, _, Coded::Is(nature)) => nature.code(),
        (false, _, nature) => without(nature == Coded::Foreign),
    };
    let within = ledger.unmet.all.iter().enumerate();
    let within = within.filter(|(_, one)| span.contains(one.at) && scope.holds(one.place, one.network));
    Some(within.filter(|(_, one)| category.is_none_or(|c| c == word(one))).map(|(at, _)| at).collect())
}

/// Unmet needs by reason and by nature.
pub(super) fn tables<K>(ledger: &Ledger<K>, scope: Scope, parts: &Parts, clock: &Clock) -> Vec<Table> {
    let total = d::UNMET.id;
    let tally = |figure, words: &[&'static str]| {
        let rows = words.iter().map(|word| (*word, RowKind::Part));
        let asides = [ASIDE[0], ASIDE[1], NOT_COUNTED].map(|word| (word, RowKind::Aside));
        Tally::new(figure, total, parts, rows.chain(asides).collect())
    };
    let mut by_reason = tally(&d::UNMET, &UnmetReason::ALL.map(UnmetReason::word));
    let mut by_nature = tally(&d::UNMET_NATURE, &Nature::ALL.map(Nature::code));
    for one in ledger.unmet.all.iter().filter(|one| scope.holds(one.place, one.network)) {
        let Some(part) = clock.part(one.at) else { continue };
        let (mut reason, mut nature) =
            (place(one.reason, &UnmetReason::ALL), place(one.nature, &Nature::ALL));
        if one.counting != Counting::Counts {
            // After "not told" and "not known to this version".
            (reason, nature) = (UnmetReason::ALL.len() + 2, Nature::ALL.len() + 2);
        }
        by_reason.add(part, reason);
        by_nature.add(part, nature);
    }
    [by_reason, by_nature].into_iter().flat_map(|tally| tally.tables(parts)).collect()
}
