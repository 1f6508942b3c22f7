//! Hiding, until the adversary learns nothing.

use super::Threshold;
use super::adversary::{can_be, interval};
use super::choice::{neighbour, to_hide};
use super::system::{Role, System};
use serde::{Deserialize, Serialize};

/// Whether a cell is printed, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It is.
    Printed,
    /// It counts fewer than the threshold.
    Primary,
    /// Printing it would give another back.
    Complementary,
    /// It was hidden in an earlier edition, or stands in no table.
    NotPrinted,
}

/// What is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// Per cell of the system.
    pub status: Vec<Status>,
}

/// Numbers that are known for ever stand in the way: this edition must not appear.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an earlier edition gives away what would have to be hidden now: {0}")]
pub struct Unprotectable(pub String);

impl Protection {
    /// Which cells the adversary does not see.
    pub fn hidden(&self) -> Vec<bool> {
        self.status.iter().map(|status| *status != Status::Printed).collect()
    }
}

/// Whether a cell tells of too few.
pub fn is_small(system: &System, cell: usize, threshold: Threshold) -> bool {
    let one = &system.cells()[cell];
    one.role != Role::Slack && one.value != 0 && one.value.abs() < threshold.count()
}

/// By how much a hidden cell would have to be able to move, and cannot; none when it is protected.
fn lacks(
    system: &System,
    hidden: &[bool],
    cell: usize,
    is_primary: bool,
    threshold: Threshold,
) -> Option<i64> {
    let value = system.cells()[cell].value;
    if is_primary {
        let far = threshold.count() * value.signum();
        let wanted = [0, far].into_iter().find(|end| !can_be(system, hidden, cell, *end));
        return wanted.map(|end| end - value);
    }
    let (least, greatest) = interval(system, hidden, cell);
    (greatest - least < threshold.count()).then(|| least + threshold.count() - value)
}

/// Hides what is small, and what would give it back.
///
/// # Errors
/// [`Unprotectable`] where numbers of earlier editions make it impossible.
pub fn protect(system: &System, threshold: Threshold) -> Result<Protection, Unprotectable> {
    let begin = |(at, cell): (usize, &super::Cell)| match cell.role {
        Role::Known => Status::Printed,
        Role::Row | Role::Total if is_small(system, at, threshold) => Status::Primary,
        Role::Row | Role::Total => Status::Printed,
        Role::Implied | Role::Slack | Role::Withheld => Status::NotPrinted,
    };
    let mut status: Vec<Status> = system.cells().iter().enumerate().map(begin).collect();
    let mut hidden: Vec<bool> = status.iter().map(|one| *one != Status::Printed).collect();
    // Each round hides at least one more cell, so it ends.
    loop {
        let mut changed = false;
        for cell in 0..status.len() {
            let Some(mut by) = unprotected(system, &hidden, cell, threshold) else { continue };
            while let Some(more) = more_to_hide(system, &hidden, cell, by)? {
                for one in more {
                    hidden[one] = true;
                    status[one] = Status::Complementary;
                    changed = true;
                }
                match unprotected(system, &hidden, cell, threshold) {
                    Some(still) => by = still,
                    None => break,
                }
            }
        }
        if !changed {
            return Ok(Protection { status });
        }
    }
}

/// What a cell lacks, where it needs protection at all.
pub fn unprotected(system: &System, hidden: &[bool], cell: usize, threshold: Threshold) -> Option<i64> {
    if !hidden[cell] {
        return None;
    }
    let is_primary = is_small(system, cell, threshold);
    let needs = match system.cells()[cell].role {
        Role::Slack | Role::Known => false,
        // What stands in no table needs it only where it is small.
        Role::Implied => is_primary,
        Role::Row | Role::Total | Role::Withheld => true,
    };
    if needs { lacks(system, hidden, cell, is_primary, threshold) } else { None }
}

fn more_to_hide(
    system: &System,
    hidden: &[bool],
    cell: usize,
    by: i64,
) -> Result<Option<Vec<usize>>, Unprotectable> {
    let chosen = to_hide(system, hidden, cell, by).unwrap_or_default();
    if !chosen.is_empty() {
        return Ok(Some(chosen));
    }
    match neighbour(system, hidden, cell) {
        Some(one) => Ok(Some(vec![one])),
        None => Err(Unprotectable(system.cells()[cell].key.clone())),
    }
}
