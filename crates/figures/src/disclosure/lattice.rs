//! The lattice of what is published: fixed tables, years and their quarters, and all earlier editions, as one system.

use super::Threshold;
use super::protect::Status;
use super::system::{Cell, Role, System};
use crate::definition::Grain;
use crate::table::Table;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A number of an edition as it was: kept with the log of what was hidden, never published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What it was.
    pub value: i64,
    /// What it is to the reader.
    pub role: Role,
    /// What became of it.
    pub status: Status,
}

/// An earlier edition: its cells, and the equations between them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Threshold under which it was made; none of an edition of fictitious data.
    pub threshold: Option<Threshold>,
    /// Cells by name with period.
    pub cells: BTreeMap<String, Kept>,
    /// Equations as names, each taken so many times.
    pub equations: Vec<Vec<(String, i32)>>,
}

impl Edition {
    /// What has to be remembered of an edition once it is published: its own system, and what became of each cell.
    pub fn of(own: &System, status: impl Fn(&str) -> Status, threshold: Option<Threshold>) -> Self {
        let keep = |cell: &Cell| {
            let status = match (cell.role, status(&cell.key)) {
                (Role::Row | Role::Total, Status::NotPrinted) => Status::Complementary,
                (_, status) => status,
            };
            (cell.key.clone(), Kept { value: cell.value, role: cell.role, status })
        };
        let name = |(at, n): &(usize, i32)| (own.cells()[*at].key.clone(), *n);
        Self {
            threshold,
            cells: own.cells().iter().map(keep).collect(),
            equations: own.equations().iter().map(|one| one.0.iter().map(name).collect()).collect(),
        }
    }
}

/// Mark of what belongs to an earlier edition or lies between two.
const EARLIER: char = '#';

/// Name of a count in a period.
pub fn key(count: &str, period: impl std::fmt::Display) -> String {
    format!("{count}@{period}")
}

/// Puts the tables of one edition into one system.
pub fn alone(tables: &[Table]) -> System {
    let mut system = System::default();
    for table in tables.iter().filter(|table| table.figure.grain != Grain::Plain) {
        add(&mut system, table);
    }
    over_time(&mut system, tables);
    system
}

fn add(system: &mut System, table: &Table) {
    let cell = |name: &str, value: u64, role| {
        let value = i64::try_from(value).unwrap_or(i64::MAX);
        (key(name, table.period), value, role)
    };
    let mut put =
        |(key, value, role): (String, i64, Role)| system.add(Cell { key, value, role, is_count: true });
    let total = put(cell(&table.total.key, table.total.n, Role::Total));
    let rows: Vec<usize> =
        table.rows.iter().map(|row| put(cell(&row.count.key, row.count.n, Role::Row))).collect();
    if rows.is_empty() {
        return;
    }
    if !table.overlaps {
        system.sum(total, &rows);
        return;
    }
    let mut all = 0;
    for (row, at) in table.rows.iter().zip(&rows) {
        all += row.count.n;
        let rest = table.total.n.saturating_sub(row.count.n);
        let (name, value, role) = cell(&format!("{}/without", row.count.key), rest, Role::Implied);
        let rest = system.add(Cell { key: name, value, role, is_count: true });
        system.sum(total, &[*at, rest]);
    }
    // Everybody is in one row at least.
    let (name, value, role) =
        cell(&format!("{}/overlap", table.figure.id), all.saturating_sub(table.total.n), Role::Slack);
    let overlap = system.add(Cell { key: name, value, role, is_count: true });
    let terms = rows.iter().map(|row| (*row, 1)).chain([(total, -1), (overlap, -1)]);
    system.equate(terms.collect());
}

/// Quarters add up to their year, for what adds.
fn over_time(system: &mut System, tables: &[Table]) {
    let mut done = BTreeSet::new();
    for table in tables.iter().filter(|table| table.figure.grain == Grain::Adds) {
        let quarters = table.period.quarters();
        if quarters.len() < 2 {
            continue;
        }
        let names = std::iter::once(&table.total).chain(table.rows.iter().map(|row| &row.count));
        for count in names {
            let whole = key(&count.key, table.period);
            let parts: Option<Vec<usize>> =
                quarters.iter().map(|q| system.find(&key(&count.key, q))).collect();
            if let (Some(at), Some(parts)) = (system.find(&whole), parts)
                && done.insert(whole)
            {
                system.sum(at, &parts);
            }
        }
    }
}

/// The system of an edition once more, behind the earlier ones.
///
/// What was printed before and has not changed is the same number, and known. What has changed hangs together with what
/// stood there by a change, which is as telling as a count.
pub fn behind(new: &System, earlier: &[Edition]) -> System {
    let mut system = System::default();
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, edition) in earlier.iter().enumerate() {
        for (name, kept) in &edition.cells {
            let role = match (kept.role, kept.status) {
                (role @ (Role::Implied | Role::Slack), _) => role,
                (_, Status::Printed) => Role::Known,
                _ => Role::Withheld,
            };
            let own = format!("{EARLIER}{number}:{name}");
            let before = last.get(name.as_str()).copied();
            let at = match before {
                Some(before) if same(&system.cells()[before], kept.value, role) => {
                    system.call(own, before);
                    before
                }
                _ => {
                    let at = system.add(Cell { key: own, value: kept.value, role, is_count: true });
                    changed(&mut system, before, at, name, number);
                    at
                }
            };
            last.insert(name, at);
        }
        for equation in &edition.equations {
            let terms = equation
                .iter()
                .filter_map(|(name, n)| Some((system.find(&format!("{EARLIER}{number}:{name}"))?, *n)));
            let terms: Vec<(usize, i32)> = terms.collect();
            system.equate(terms);
        }
    }
    let mut places = Vec::with_capacity(new.cells().len());
    for cell in new.cells() {
        let before = last.get(cell.key.as_str()).copied();
        let place = match before {
            Some(before) if system.cells()[before].value == cell.value => {
                system.call(cell.key.clone(), before);
                before
            }
            _ => {
                let place = system.add(cell.clone());
                if cell.role != Role::Slack {
                    changed(&mut system, before, place, &cell.key, earlier.len());
                }
                place
            }
        };
        places.push(place);
    }
    for equation in new.equations() {
        system.equate(equation.0.iter().map(|(at, n)| (places[*at], *n)).collect());
    }
    system
}

fn same(before: &Cell, value: i64, role: Role) -> bool {
    before.value == value && before.role == role
}

/// What lies between a number of one edition and the next.
fn changed(system: &mut System, before: Option<usize>, at: usize, name: &str, number: usize) {
    let Some(before) = before else { return };
    let value = system.cells()[at].value - system.cells()[before].value;
    // That numbers only grow is what most will guess; where one shrank, nobody may rely on it.
    let change = system.add(Cell {
        key: format!("{EARLIER}change-{number}:{name}"),
        value,
        role: Role::Implied,
        is_count: value >= 0,
    });
    system.equate(vec![(at, 1), (before, -1), (change, -1)]);
}
