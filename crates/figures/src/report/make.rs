//! From facts to a report.

use super::{FORMAT, Named, Note, Report, Shown, ShownRow, ShownWaiting, Summary};
use crate::count::Setting;
use crate::count::ledger::{Keys, Ledger};
use crate::count::referral::DAY;
use crate::definition::{self, Clock, Grain};
use crate::disclosure::lattice::{alone, behind, key};
use crate::disclosure::{Edition, Status, System, Threshold, Unprotectable, protect};
use crate::fact::Facts;
use crate::period::{Period, Standing};
use crate::rounding::Rounding;
use crate::scope::Scope;
use crate::table::{RowKind, Table, Waiting};
use std::hash::Hash;

/// How a report is published.
#[derive(Debug, Clone, Copy, Default)]
pub struct Publication<'e> {
    /// The operator's threshold. It does not apply to made-up records.
    pub threshold: Threshold,
    /// Whether the records are declared to be made up: nothing is hidden then.
    pub is_fictitious: bool,
    /// How shares are rounded.
    pub rounding: Rounding,
    /// Editions that were published before, oldest first.
    pub earlier: &'e [Edition],
}

/// A report with what is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// To be published.
    pub report: Report,
    /// The log of what was hidden, with every number as it was: to be kept by who answers for it, and needed for the next
    /// edition. Never published.
    pub edition: Edition,
}

/// Which numbers may be printed.
struct Veil<'s> {
    system: &'s System,
    status: &'s [Status],
}

impl Veil<'_> {
    fn status(&self, name: &str) -> Status {
        self.system.find(name).and_then(|at| self.status.get(at).copied()).unwrap_or(Status::NotPrinted)
    }

    fn shown(&self, table: &Table, count: &crate::table::Count) -> Option<u64> {
        let is_plain = table.figure.grain == Grain::Plain;
        (is_plain || self.status(&key(&count.key, table.period)) == Status::Printed).then_some(count.n)
    }
}

/// Makes the report of a period, compared with the one before.
///
/// Facts have to reach back to the first of January of the year in which the period before begins.
///
/// # Errors
/// [`Unprotectable`] where numbers that were published before would give away what has to be hidden now.
pub fn make(
    facts: &Facts,
    period: Period,
    setting: &Setting<'_>,
    publication: &Publication<'_>,
) -> Result<Made, Unprotectable> {
    make_from(&Ledger::new(facts, Keys::places(facts), setting), period, setting, publication)
}

/// The same from facts that are laid out already, which reach back as far or further: the same report.
///
/// # Errors
/// As [`make`].
pub fn make_from<K: Copy + Ord + Hash>(
    ledger: &Ledger<K>,
    period: Period,
    setting: &Setting<'_>,
    publication: &Publication<'_>,
) -> Result<Made, Unprotectable> {
    let standing = period.standing(setting.office, setting.as_of);
    let mut all = ledger.tables(Scope::default(), period, setting);
    let before = period.before();
    if let Some(before) = before.filter(|_| standing != Standing::Future) {
        all.extend(ledger.tables(Scope::default(), before, setting));
    }
    // What lasts is published for whole years only: a quarter and its year would have to be held against each other.
    all.retain(|table| table.figure.grain != Grain::Lasts || !is_quarter(&table.period));
    let own = alone(&all);
    let threshold = (!publication.is_fictitious).then_some(publication.threshold);
    let joined = behind(&own, publication.earlier);
    let status = match threshold {
        Some(threshold) => protect(&joined, threshold)?.status,
        None => vec![Status::Printed; joined.cells().len()],
    };
    let veil = Veil { system: &joined, status: &status };
    let shown: Vec<Shown> = all.iter().map(|table| show(table, &veil, publication)).collect();
    let edition = Edition::of(&own, |name| veil.status(name), threshold);
    let report = Report {
        format: FORMAT.to_owned(),
        as_of: setting.as_of,
        period,
        standing,
        before,
        zone: setting.office.zone.name().to_owned(),
        is_for_publication: period.is_published() && standing == Standing::Complete,
        is_fictitious: publication.is_fictitious,
        threshold,
        rounding: publication.rounding,
        follow_up: setting.follow_up,
        definitions: definition::ALL
            .map(|one| Named { id: one.id.to_owned(), version: one.version, unit: one.unit })
            .into(),
        without_source: without_source(ledger.has_referrals()),
        tables: shown,
        protection: summary(&edition, publication.earlier.len()),
    };
    Ok(Made { report, edition })
}

fn is_quarter(period: &Period) -> bool {
    period.quarters().len() == 1
}

fn without_source(has_referrals: bool) -> Vec<String> {
    let missing = if has_referrals { &[] } else { &definition::OF_REFERRALS[..] };
    missing.iter().map(|one| one.id.to_owned()).collect()
}

fn summary(edition: &Edition, earlier: usize) -> Summary {
    let printable = edition.cells.values().filter(|kept| kept.status != Status::NotPrinted);
    let hidden = |kept: &&crate::disclosure::lattice::Kept| kept.status != Status::Printed;
    Summary {
        counts: printable.clone().count() as u64,
        hidden: printable.filter(hidden).count() as u64,
        earlier_editions: earlier as u64,
    }
}

fn show(table: &Table, veil: &Veil<'_>, publication: &Publication<'_>) -> Shown {
    let total = veil.shown(table, &table.total);
    let counts = table.rows.iter().map(|row| veil.shown(table, &row.count)).collect();
    set(table, total, counts, publication.rounding, publication.is_fictitious)
}

/// A table with every number, for who may read the records behind it: never published.
pub fn exact(table: &Table, rounding: Rounding) -> Shown {
    let counts = table.rows.iter().map(|row| Some(row.count.n)).collect();
    set(table, Some(table.total.n), counts, rounding, true)
}

fn set(
    table: &Table,
    total: Option<u64>,
    counts: Vec<Option<u64>>,
    rounding: Rounding,
    is_exact: bool,
) -> Shown {
    let hidden = counts.iter().filter(|n| n.is_none()).count() as u64;
    let is_part = |row: &crate::table::Row| row.kind == RowKind::Part;
    let parts: Vec<u64> = table.rows.iter().filter(|row| is_part(row)).map(|row| row.count.n).collect();
    // Shares of a whole that is printed tell nothing that its numbers do not.
    let whole =
        if hidden > 0 || total.is_none() || table.overlaps { total } else { Some(parts.iter().sum()) };
    let rounding = if table.overlaps || hidden > 0 { Rounding::Each } else { rounding };
    let mut shares = whole.and_then(|whole| rounding.shares(&parts, whole)).unwrap_or_default().into_iter();
    let mut notes = Vec::new();
    let rows: Vec<ShownRow> = (table.rows.iter().zip(&counts))
        .map(|(row, n)| ShownRow {
            category: row.category.to_owned(),
            n: *n,
            percent: if is_part(row) { shares.next().filter(|_| n.is_some()) } else { None },
            is_left_out: !is_part(row),
        })
        .collect();
    let sum: u32 = rows.iter().filter_map(|row| row.percent).sum();
    if hidden > 0 {
        notes.push(Note::Hidden { rows: hidden });
        if total.is_some() {
            notes.push(Note::SharesOfTotal);
        }
    } else if !table.overlaps && sum > 0 && sum != 100 {
        notes.push(Note::SharesAddUpTo { sum });
    }
    if table.overlaps {
        notes.push(Note::Overlaps);
    }
    let aside: Vec<Option<u64>> =
        (table.rows.iter().zip(&counts)).filter(|(row, _)| !is_part(row)).map(|(_, n)| *n).collect();
    if !aside.is_empty() {
        let n = aside.into_iter().sum::<Option<u64>>();
        notes.push(Note::LeftOut { n });
    }
    if total == Some(0) {
        notes.push(Note::Empty);
    }
    let may_tell = hidden == 0 && total.is_some();
    let step = if table.figure.clock == Clock::Days { DAY } else { 60 };
    let waiting = table.waiting.filter(|_| may_tell);
    let waiting = waiting.map(|waiting| coarse(waiting, if is_exact { 1 } else { step }));
    Shown {
        figure: table.figure.id.to_owned(),
        period: table.period,
        total,
        rows,
        overlaps: table.overlaps,
        waiting,
        notes,
    }
}

/// Rounded up to whole steps, so that no value is that of one person.
fn coarse(waiting: Waiting, step: u32) -> ShownWaiting {
    let round = |minutes: u32| minutes.div_ceil(step).saturating_mul(step);
    ShownWaiting { median: round(waiting.median), ninth_decile: round(waiting.ninth_decile) }
}
