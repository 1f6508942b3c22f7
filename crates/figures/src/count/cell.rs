//! Figures of the coordination cell and of the hub.
//!
//! The slides do not say how the two tables relate; our reading, declared in the report: the cell's persons are those whom
//! the infoline or the psycho-social service sent, the hub's those whom the hub sent. A person with several files is one.

use super::ledger::{FileLine, Ledger};
use super::tally::{ASIDE, Clock, Tally, place};
use super::{Parts, Setting};
use crate::definition as d;
use crate::definition::Definition;
use crate::fact::{Coded, Counting, DiagnosisFact, MeetingEnd, MeetingFact};
use crate::period::Period;
use crate::scope::Scope;
use crate::table::{Count, Row, RowKind, Table};
use ariane_domain::cell::follow_up::was_active_in;
use ariane_domain::cell::odyssey::OdysseyBand;
use ariane_domain::cell::{BroughtBy, Origin, Span};
use ariane_domain::office::Office;
use std::collections::HashSet;

/// Origins of the files that the cell's own table counts.
const OF_CELL: [Origin; 2] = [Origin::Infoline, Origin::PsychosocialService];

/// A file with its place in the list.
type At<'l> = (usize, &'l FileLine);

/// Files that were in active follow-up in the period, one per person.
struct Active<'l> {
    /// Those of the cell's table.
    cell: Vec<At<'l>>,
    /// Those of the hub's. Who is followed by both is in both.
    hub: Vec<At<'l>>,
    /// Those of the one and of the other who objected to figures, and are counted nowhere else.
    objected: (Vec<At<'l>>, Vec<At<'l>>),
}

fn active<'l, K>(ledger: &'l Ledger<K>, scope: Scope, span: Span, setting: &Setting<'_>) -> Active<'l> {
    let is_active = |file: &FileLine| was_active_in(&file.active, span, setting.as_of);
    let all = ledger.files.all.iter().enumerate();
    let all = all.filter(|(_, file)| scope.holds(file.place, file.network) && is_active(file));
    let (mut hub, mut cell): (Vec<_>, Vec<_>) =
        all.partition(|(_, file)| file.origin == Coded::Is(Origin::Hub));
    let once = |files: &mut Vec<At<'l>>| {
        let mut seen = HashSet::with_capacity(files.len());
        files.retain(|(_, file)| seen.insert(file.person));
        let objected = files.iter().copied().filter(|(_, file)| file.counting != Counting::Counts).collect();
        files.retain(|(_, file)| file.counting == Counting::Counts);
        objected
    };
    let objected = (once(&mut cell), once(&mut hub));
    Active { cell, hub, objected }
}

/// All persons in active follow-up, and why some are counted no further.
fn records(
    figure: &'static Definition,
    counted: &'static Definition,
    period: Period,
    (counts, objected): (&[At<'_>], &[At<'_>]),
) -> Table {
    let (counts, objected) = (counts.len() as u64, objected.len() as u64);
    let row = |category, kind, key: String, n| Row { category, kind, count: Count { key, n } };
    let mut rows = vec![row(Counting::Counts.word(), RowKind::Part, counted.id.to_owned(), counts)];
    if objected > 0 {
        let word = Counting::Objected.word();
        rows.push(row(word, RowKind::Aside, format!("{}/{word}", figure.id), objected));
    }
    let total = Count { key: figure.id.to_owned(), n: counts + objected };
    Table { figure, period, total, rows, overlaps: false, waiting: None }
}

/// Divides files by category.
fn divide(
    figure: &'static Definition,
    total: &Definition,
    period: Period,
    files: &[At<'_>],
    categories: &[(&'static str, RowKind)],
    of: impl Fn(&FileLine) -> usize,
) -> Table {
    let mut counts = vec![0_u64; categories.len()];
    for (_, file) in files {
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

/// The diagnosis of a file, where it falls into the period.
fn diagnosed(file: &FileLine, period: Period) -> Option<DiagnosisFact> {
    file.diagnosis.filter(|one| period.first() <= one.on && one.on <= period.last())
}

/// Weekly meetings that were due in a period, with their places in the list. A meeting is of no place and no network.
fn meetings<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    span: Span,
) -> impl Iterator<Item = (usize, MeetingFact)> + '_ {
    let all = ledger.meetings.all.iter().copied().enumerate();
    all.filter(move |(_, one)| scope.is_whole() && span.contains(one.starts_at))
}

/// All meetings that were due, and why some are not counted as held; no tables for a part.
fn meeting_tables<K>(ledger: &Ledger<K>, scope: Scope, period: Period, office: &Office) -> Vec<Table> {
    if !scope.is_whole() {
        return Vec::new();
    }
    let due: Vec<MeetingFact> = meetings(ledger, scope, period.span(office)).map(|(_, one)| one).collect();
    let figure = &d::MEETING_RECORDS;
    let row = |end: MeetingEnd| {
        let n = due.iter().filter(|one| one.end == end).count() as u64;
        let (kind, key) = match end {
            MeetingEnd::Held => (RowKind::Part, d::MEETINGS.id.to_owned()),
            MeetingEnd::Cancelled | MeetingEnd::NotHeld => {
                (RowKind::Aside, format!("{}/{}", figure.id, end.word()))
            }
        };
        Row { category: end.word(), kind, count: Count { key, n } }
    };
    let rows: Vec<Row> = MeetingEnd::ALL.map(row).into();
    let held = rows[0].count.n;
    let total = Count { key: figure.id.to_owned(), n: due.len() as u64 };
    let rows = rows.into_iter().filter(|row| row.kind == RowKind::Part || row.count.n > 0).collect();
    let records = Table { figure, period, total, rows, overlaps: false, waiting: None };
    vec![records, Table::number(&d::MEETINGS, period, held)]
}

/// Meetings behind a number, by their place in the list. None where the figure counts no meetings or has no such row.
pub(super) fn meetings_behind<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    period: Period,
    office: &Office,
    figure: &Definition,
    category: Option<&str>,
) -> Option<Vec<usize>> {
    let wanted = match category {
        None => None,
        Some(word) => Some(MeetingEnd::ALL.into_iter().find(|end| end.word() == word)?),
    };
    let wanted = match figure.id {
        id if id == d::MEETING_RECORDS.id => wanted,
        id if id == d::MEETINGS.id && category.is_none() => Some(MeetingEnd::Held),
        _ => return None,
    };
    let found = meetings(ledger, scope, period.span(office));
    Some(found.filter(|(_, one)| wanted.is_none_or(|end| end == one.end)).map(|(at, _)| at).collect())
}

/// Files behind a number, by their place in the list. None where there is no such figure.
pub(super) fn behind<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    period: Period,
    setting: &Setting<'_>,
    figure: &Definition,
    category: Option<&str>,
) -> Option<Vec<usize>> {
    let span = period.span(setting.office);
    let is_new = |file: &FileLine| file.accepted_at.is_some_and(|accepted| span.contains(accepted));
    let row = |file: &FileLine| match figure.id {
        id if id == d::CELL_ORIGIN.id => {
            let told = file.origin.value().filter(|origin| OF_CELL.contains(origin));
            Some(word(told.map(Origin::word), file.origin != Coded::NotTold))
        }
        id if id == d::CELL_BROUGHT.id => {
            Some(word(file.brought_by.value().map(BroughtBy::word), file.brought_by == Coded::Foreign))
        }
        id if id == d::CELL_NEW.id || id == d::HUB_NEW.id => Some(if is_new(file) { "new" } else { "known" }),
        id if id == d::CELL_DIAGNOSIS.id => {
            let band = file.diagnosis.map(|one| one.odyssey);
            band.map(|band| match file.counting {
                Counting::Counts => word(band.value().map(OdysseyBand::word), band == Coded::Foreign),
                other => other.word(),
            })
        }
        id if id == d::CELL_RECORDS.id || id == d::HUB_RECORDS.id => Some(file.counting.word()),
        _ => None,
    };
    let listed = [
        &d::CELL_RECORDS,
        &d::HUB_RECORDS,
        &d::CELL_ACTIVE,
        &d::CELL_ORIGIN,
        &d::CELL_BROUGHT,
        &d::CELL_NEW,
        &d::CELL_DIAGNOSIS,
        &d::HUB_ACTIVE,
        &d::HUB_NEW,
    ];
    if !listed.iter().any(|one| one.id == figure.id) {
        return None;
    }
    let files = if figure.id == d::CELL_DIAGNOSIS.id {
        with_diagnosis(ledger, scope, period)
    } else {
        let Active { cell, hub, objected } = active(ledger, scope, span, setting);
        let (mut files, objected) =
            if figure.id.starts_with("hub.") { (hub, objected.1) } else { (cell, objected.0) };
        if figure.id == d::CELL_RECORDS.id || figure.id == d::HUB_RECORDS.id {
            files.extend(objected);
        }
        files
    };
    let found = files.into_iter().filter(|(_, file)| category.is_none() || row(file) == category);
    Some(found.map(|(at, _)| at).collect())
}

/// Files whose diagnosis falls into the period; one per person.
fn with_diagnosis<K>(ledger: &Ledger<K>, scope: Scope, period: Period) -> Vec<At<'_>> {
    let mut seen = HashSet::new();
    let all = ledger.files.all.iter().enumerate();
    let all =
        all.filter(|(_, file)| scope.holds(file.place, file.network) && diagnosed(file, period).is_some());
    all.filter(|(_, file)| seen.insert(file.person)).collect()
}

fn coded(words: impl IntoIterator<Item = &'static str>) -> Vec<(&'static str, RowKind)> {
    let parts = words.into_iter().map(|word| (word, RowKind::Part));
    parts.chain([("not-told", RowKind::Aside), ("foreign", RowKind::Aside)]).collect()
}

pub(super) fn tables<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    period: Period,
    parts: &Parts,
    setting: &Setting<'_>,
) -> Vec<Table> {
    let span = period.span(setting.office);
    let new = [("new", RowKind::Part), ("known", RowKind::Part)];
    let is_known =
        |file: &FileLine| usize::from(!file.accepted_at.is_some_and(|accepted| span.contains(accepted)));
    let Active { cell, hub, objected } = active(ledger, scope, span, setting);
    let origins = coded(OF_CELL.map(Origin::word));
    let brought = coded(BroughtBy::ALL.map(BroughtBy::word));
    let mut tables = meeting_tables(ledger, scope, period, setting.office);
    tables.extend([
        records(&d::CELL_RECORDS, &d::CELL_ACTIVE, period, (&cell, &objected.0)),
        Table::number(&d::CELL_ACTIVE, period, cell.len() as u64),
        divide(&d::CELL_ORIGIN, &d::CELL_ACTIVE, period, &cell, &origins, |file| {
            place(file.origin, &OF_CELL)
        }),
        divide(&d::CELL_BROUGHT, &d::CELL_ACTIVE, period, &cell, &brought, |file| {
            place(file.brought_by, &BroughtBy::ALL)
        }),
        divide(&d::CELL_NEW, &d::CELL_ACTIVE, period, &cell, &new, is_known),
        records(&d::HUB_RECORDS, &d::HUB_ACTIVE, period, (&hub, &objected.1)),
        Table::number(&d::HUB_ACTIVE, period, hub.len() as u64),
        divide(&d::HUB_NEW, &d::HUB_ACTIVE, period, &hub, &new, is_known),
    ]);
    tables.extend(diagnoses(ledger, scope, period, parts, setting.office));
    tables
}

/// Diagnoses, by how long they took: a person with two files that date it is counted in the quarter of the first.
fn diagnoses<K>(
    ledger: &Ledger<K>,
    scope: Scope,
    period: Period,
    parts: &Parts,
    office: &Office,
) -> Vec<Table> {
    let clock = Clock::of(parts, office);
    let bands = OdysseyBand::ALL.map(OdysseyBand::word);
    let categories = bands.map(|band| (band, RowKind::Part)).into_iter();
    let asides = ASIDE.into_iter().chain([Counting::Objected.word()]).map(|word| (word, RowKind::Aside));
    let categories = categories.chain(asides).collect();
    let mut tally = Tally::new(&d::CELL_DIAGNOSIS, d::CELL_DIAGNOSIS.id, parts, categories);
    for (_, file) in with_diagnosis(ledger, scope, period) {
        let Some(one) = file.diagnosis else { continue };
        if let Some(part) = clock.part(office.begins(one.on)) {
            let row = match file.counting {
                Counting::Counts => place(one.odyssey, &OdysseyBand::ALL),
                _ => OdysseyBand::ALL.len() + ASIDE.len(),
            };
            tally.add(part, row);
        }
    }
    tally.tables(parts)
}
