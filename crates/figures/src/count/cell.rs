//! Figures of the coordination cell and of the hub.
//!
//! The slides do not say how the two tables relate; our reading, declared in the report: the cell's persons are those whom
//! the infoline or the psycho-social service sent, the hub's those whom the hub sent. A person with several files is one.

use super::Setting;
use super::tally::{ASIDE, place};
use crate::definition as d;
use crate::definition::Definition;
use crate::fact::{Coded, Facts, FileFact};
use crate::period::Period;
use crate::table::{Count, Row, RowKind, Table};
use ariane_domain::cell::{BroughtBy, Origin, Span};
use std::collections::BTreeSet;

/// Origins of the files that the cell's own table counts.
const OF_CELL: [Origin; 2] = [Origin::Infoline, Origin::PsychosocialService];

/// Files that were in active follow-up in the period: those of the cell's table, and those of the hub's; one per person.
fn active<'f>(facts: &'f Facts, span: Span, setting: &Setting<'_>) -> (Vec<&'f FileFact>, Vec<&'f FileFact>) {
    let is_active = |file: &&FileFact| file.follow_up.was_active_in(span, &setting.follow_up, setting.as_of);
    let all = facts.files.iter().filter(is_active);
    let (mut hub, mut cell): (Vec<_>, Vec<_>) = all.partition(|file| file.origin == Coded::Is(Origin::Hub));
    for files in [&mut hub, &mut cell] {
        let mut seen = BTreeSet::new();
        files.retain(|file| seen.insert(file.person));
    }
    (cell, hub)
}

/// Divides files by category.
fn divide(
    figure: &'static Definition,
    total: &Definition,
    period: Period,
    files: &[&FileFact],
    categories: &[(&'static str, RowKind)],
    of: impl Fn(&FileFact) -> usize,
) -> Table {
    let mut counts = vec![0_u64; categories.len()];
    for file in files {
        counts[of(file)] += 1;
    }
    let row = |((category, kind), n): (&(&'static str, RowKind), u64)| Row {
        category,
        kind: *kind,
        count: Count { key: format!("{}/{category}", figure.id), n },
    };
    Table {
        figure,
        period,
        total: Count { key: total.id.to_owned(), n: files.len() as u64 },
        rows: (categories.iter().zip(counts))
            .filter(|((_, kind), n)| *kind == RowKind::Part || *n > 0)
            .map(row)
            .collect(),
        overlaps: false,
        waiting: None,
    }
}

/// Word of the row in which a file stands.
fn word(value: Option<&'static str>, is_foreign: bool) -> &'static str {
    match value {
        Some(word) => word,
        None if is_foreign => ASIDE[1],
        None => ASIDE[0],
    }
}

/// Files behind a number, by their place in the list. None where there is no such figure.
pub(super) fn behind(
    facts: &Facts,
    period: Period,
    setting: &Setting<'_>,
    figure: &Definition,
    category: Option<&str>,
) -> Option<Vec<usize>> {
    let span = period.span(setting.office);
    let (cell, hub) = active(facts, span, setting);
    let is_new = |file: &FileFact| file.accepted_at().is_some_and(|accepted| span.contains(accepted));
    let files = if figure.id.starts_with("hub.") { hub } else { cell };
    let row = |file: &FileFact| match figure.id {
        id if id == d::CELL_ORIGIN.id => {
            let told = file.origin.value().filter(|origin| OF_CELL.contains(origin));
            Some(word(told.map(Origin::word), file.origin != Coded::NotTold))
        }
        id if id == d::CELL_BROUGHT.id => {
            Some(word(file.brought_by.value().map(BroughtBy::word), file.brought_by == Coded::Foreign))
        }
        id if id == d::CELL_NEW.id || id == d::HUB_NEW.id => Some(if is_new(file) { "new" } else { "known" }),
        _ => None,
    };
    let listed =
        [&d::CELL_ACTIVE, &d::CELL_ORIGIN, &d::CELL_BROUGHT, &d::CELL_NEW, &d::HUB_ACTIVE, &d::HUB_NEW];
    if !listed.iter().any(|one| one.id == figure.id) {
        return None;
    }
    let found = files.into_iter().filter(|file| category.is_none() || row(file) == category);
    let wanted: Vec<*const FileFact> = found.map(std::ptr::from_ref).collect();
    let wanted: BTreeSet<*const FileFact> = wanted.into_iter().collect();
    let is_wanted = |(_, file): &(usize, &FileFact)| wanted.contains(&std::ptr::from_ref(*file));
    Some(facts.files.iter().enumerate().filter(is_wanted).map(|(at, _)| at).collect())
}

fn coded(words: impl IntoIterator<Item = &'static str>) -> Vec<(&'static str, RowKind)> {
    let parts = words.into_iter().map(|word| (word, RowKind::Part));
    parts.chain([("not-told", RowKind::Aside), ("foreign", RowKind::Aside)]).collect()
}

pub(super) fn tables(facts: &Facts, period: Period, setting: &Setting<'_>) -> Vec<Table> {
    let span = period.span(setting.office);
    let new = [("new", RowKind::Part), ("known", RowKind::Part)];
    let is_known =
        |file: &FileFact| usize::from(!file.accepted_at().is_some_and(|accepted| span.contains(accepted)));
    let (cell, hub) = active(facts, span, setting);
    let origins = coded(OF_CELL.map(Origin::word));
    let brought = coded(BroughtBy::ALL.map(BroughtBy::word));
    let happened = facts.meetings.iter().filter(|at| span.contains(**at) && **at <= setting.as_of).count();
    let mut tables = vec![
        Table::number(&d::MEETINGS, period, happened as u64),
        Table::number(&d::CELL_ACTIVE, period, cell.len() as u64),
        divide(&d::CELL_ORIGIN, &d::CELL_ACTIVE, period, &cell, &origins, |file| {
            place(file.origin, &OF_CELL)
        }),
        divide(&d::CELL_BROUGHT, &d::CELL_ACTIVE, period, &cell, &brought, |file| {
            place(file.brought_by, &BroughtBy::ALL)
        }),
        divide(&d::CELL_NEW, &d::CELL_ACTIVE, period, &cell, &new, is_known),
        Table::number(&d::HUB_ACTIVE, period, hub.len() as u64),
        divide(&d::HUB_NEW, &d::HUB_ACTIVE, period, &hub, &new, is_known),
    ];
    if let Some(referrals) = &facts.referrals {
        let sent = referrals.iter().filter(|one| span.contains(one.sent_at));
        let persons: BTreeSet<u32> = sent.map(|one| one.person).collect();
        tables.push(Table::number(&d::HUB_REFERRED, period, persons.len() as u64));
    }
    tables
}
