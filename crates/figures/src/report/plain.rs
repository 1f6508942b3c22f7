//! A report for reading at a terminal, and for spreadsheets. Codes as they stand in the report; pages put words to them.

use super::{Note, Report, Shown};
use crate::count::referral::DAY;
use crate::definition::{self, Clock};
use crate::period::Standing;
use std::fmt::Write as _;

/// The report as a table of rows: figure, version, unit, period, category, n, percent, left out.
pub fn csv(report: &Report) -> String {
    let mut text = String::from("figure,version,unit,period,category,n,percent,left_out,hidden\n");
    for table in &report.tables {
        let named = report.definitions.iter().find(|one| one.id == table.figure);
        let version = named.map(|one| one.version).unwrap_or_default();
        let unit = named.and_then(|one| serde_json::to_value(one.unit).ok());
        let unit = unit.as_ref().and_then(|unit| unit.as_str()).unwrap_or_default();
        let mut line = |category: &str, n: Option<u64>, percent: Option<u32>, is_left_out: bool| {
            let number = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
            let _ = writeln!(
                text,
                "{},{version},{unit},{},{category},{},{},{},{}",
                table.figure,
                table.period,
                number(n),
                number(percent.map(u64::from)),
                u8::from(is_left_out),
                u8::from(n.is_none())
            );
        };
        line("total", table.total, None, false);
        for row in &table.rows {
            line(&row.category, row.n, row.percent, row.is_left_out);
        }
    }
    text
}

/// The report as text.
pub fn text(report: &Report) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "Period {} ({}), as of {}", report.period, report.zone, report.as_of.to_rfc3339());
    let _ = match report.standing {
        Standing::Complete => Ok(()),
        Standing::Running => writeln!(text, "The period goes on: figures so far."),
        Standing::Future => writeln!(text, "The period has not begun: there is nothing to count."),
    };
    let _ = match report.threshold {
        _ if report.is_fictitious => {
            writeln!(text, "MADE-UP RECORDS: nobody is counted here, nothing is hidden.")
        }
        Some(threshold) => writeln!(
            text,
            "Counts from 1 to {} are hidden (…), and what would give them back: {} of {} counts.",
            threshold.count() - 1,
            report.protection.hidden,
            report.protection.counts
        ),
        None => Ok(()),
    };
    if !report.is_for_publication {
        let _ = writeln!(text, "Not for publication: only years and quarters that are over are.");
    }
    for table in &report.tables {
        write_table(&mut text, report, table);
    }
    for id in &report.without_source {
        let _ = writeln!(text, "\n{id}: not recorded by this installation");
    }
    text
}

fn number(n: Option<u64>) -> String {
    n.map_or_else(|| "…".to_owned(), |n| n.to_string())
}

fn write_table(text: &mut String, report: &Report, table: &Shown) {
    let version = report.definitions.iter().find(|one| one.id == table.figure).map_or(0, |one| one.version);
    let _ = writeln!(text, "\n{} v{version} {}: {}", table.figure, table.period, number(table.total));
    for row in &table.rows {
        let share = row.percent.map(|share| format!("{share:>4} %")).unwrap_or_default();
        let aside = if row.is_left_out { "  (no share)" } else { "" };
        let _ = writeln!(text, "  {:<28}{:>8}{share}{aside}", row.category, number(row.n));
    }
    if let Some(waiting) = table.waiting {
        let hours = |minutes: u32| format!("{}:{:02}", minutes / 60, minutes % 60);
        let is_days = definition::ALL.iter().any(|one| one.id == table.figure && one.clock == Clock::Days);
        let lapse = |minutes: u32| if is_days { minutes.div_ceil(DAY).to_string() } else { hours(minutes) };
        let _ = writeln!(
            text,
            "  {}: half within {}, nine of ten within {}",
            if is_days { "days" } else { "open hours" },
            lapse(waiting.median),
            lapse(waiting.ninth_decile)
        );
    }
    for note in &table.notes {
        let _ = match note {
            Note::SharesAddUpTo { sum } => {
                writeln!(text, "  * shares are rounded one by one; they add up to {sum} %")
            }
            Note::SharesOfTotal => writeln!(text, "  * shares are of the total"),
            Note::Hidden { rows } => writeln!(text, "  * hidden: {rows}"),
            Note::Overlaps => writeln!(text, "  * one may be counted in several rows"),
            Note::LeftOut { n } => writeln!(text, "  * left out of the shares: {}", number(*n)),
            Note::Empty => writeln!(text, "  * nothing was counted in this period"),
        };
    }
}
