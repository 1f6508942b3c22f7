//! A table as it is read: words, bars, the period before, what it counts and what it leaves out. The same for live figures and
//! for editions; what is hidden is said to be so.

use super::key;
use crate::pages::entry::need_label;
use crate::pages::visit::Visit;
use crate::pictures::Picture;
use crate::pictures::figures::{bar, shares};
use crate::text::Text;
use ariane_domain::NeedCode;
use ariane_figures::count::referral::DAY;
use ariane_figures::definition::{self, Clock, Definition, Unit};
use ariane_figures::report::{Note, Shown, ShownRow};

/// A row.
pub struct Line {
    /// Category in words.
    pub name: String,
    /// How many; a mark where it is hidden.
    pub n: String,
    /// The number itself, for files.
    pub count: Option<u64>,
    /// Where the records behind it are; empty where they may not be read, or there are none.
    pub href: String,
    /// Share, in words.
    pub percent: String,
    /// The share itself, for files.
    pub share: Option<u32>,
    /// How many in the period before.
    pub before: String,
    /// Bar, as SVG.
    pub bar: String,
    /// Length of the bar in thousandths.
    pub length: u16,
    /// Whether it is counted and has no share.
    pub is_aside: bool,
    /// Whether it is hidden.
    pub is_hidden: bool,
}

/// A figure of one period.
pub struct Figure {
    /// Name.
    pub id: &'static str,
    /// Version of its definition.
    pub version: u16,
    /// Anchor on the page.
    pub anchor: String,
    /// Title.
    pub title: String,
    /// What one is.
    pub unit: String,
    /// What is counted.
    pub means: String,
    /// In all; a mark where it is hidden.
    pub total: String,
    /// The number itself, for files.
    pub count: Option<u64>,
    /// Where the records behind it are.
    pub href: String,
    /// The period before, or what is known now, in words; empty where nothing is known of it.
    pub before: String,
    /// Heading of the numbers beside those of the rows.
    pub beside: String,
    /// Shares as one bar.
    pub shares: Option<Picture>,
    /// Rows.
    pub lines: Vec<Line>,
    /// Waiting times, with what they are.
    pub waiting: Vec<(String, String)>,
    /// Footnotes: what is left out, hidden, rounded.
    pub notes: Vec<String>,
}

/// Word of a unit, for texts.
const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Contact => "contact",
        Unit::Request => "request",
        Unit::Requester => "requester",
        Unit::PersonConcerned => "person-concerned",
        Unit::UnmetNeed => "unmet-need",
        Unit::Meeting => "meeting",
        Unit::Referral => "referral",
    }
}

/// A figure by its name.
pub fn definition(id: &str) -> Option<&'static Definition> {
    definition::ALL.into_iter().find(|one| one.id == id)
}

/// Title of a figure.
pub fn title(t: Text, figure: &Definition) -> String {
    t.k("figures-name", &key(figure.id))
}

/// A category in words.
pub fn category(visit: &Visit, figure: &str, category: &str) -> String {
    let t = visit.t;
    let own = format!("{}-{category}", key(figure));
    if t.has(&format!("figures-row-{own}")) {
        return t.k("figures-row", &own);
    }
    if t.has(&format!("figures-row-{category}")) && !(category == "other" && figure != "infoline.nationality")
    {
        return t.k("figures-row", category);
    }
    match figure {
        "infoline.age" => t.k("age-band", category),
        "infoline.sender" => t.k("referral-source", category),
        "infoline.entry" => t.k("entry-mode", category),
        "infoline.kind" => t.k("requester-kind", category),
        "infoline.disorder" => t.k("disorder-status", category),
        "infoline.outcome" | "infoline.orientation" => t.k("outcome", category),
        "infoline.nationality" => t.k("country", &category.to_lowercase()),
        "infoline.unmet" => t.k("unmet-reason", category),
        "cell.origin" => t.k("origin", category),
        "cell.brought" => t.k("brought-by", category),
        "cell.diagnosis" => t.k("odyssey-band", category),
        _ => match category.parse::<NeedCode>() {
            Ok(need) => need_label(visit, need),
            Err(_) => category.to_owned(),
        },
    }
}

/// Minutes of opening in words.
pub fn hours(t: Text, minutes: u32) -> String {
    t.ww(
        "figures-hours",
        ("hours", &(minutes / 60).to_string()),
        ("minutes", &format!("{:02}", minutes % 60)),
    )
}

/// A waiting time in words: days, or minutes of opening.
pub fn lapse(t: Text, clock: Clock, minutes: u32) -> String {
    match clock {
        Clock::Days => t.n("figures-days", usize::try_from(minutes.div_ceil(DAY)).unwrap_or(usize::MAX)),
        Clock::OpenHours => hours(t, minutes),
    }
}

/// A number, or the mark of one that is hidden.
fn shown(t: Text, n: Option<u64>) -> String {
    n.map_or_else(|| t.s("figures-hidden"), |n| t.number(n as f64))
}

fn note(t: Text, note: Note) -> String {
    match note {
        Note::SharesAddUpTo { sum } => t.w("figures-note-sum", "sum", &sum.to_string()),
        Note::SharesOfTotal => t.s("figures-note-of-total"),
        Note::Hidden { rows } => t.n("figures-note-hidden", usize::try_from(rows).unwrap_or(usize::MAX)),
        Note::Overlaps => t.s("figures-note-overlaps"),
        Note::LeftOut { n: None } => t.s("figures-note-left-out-hidden"),
        Note::LeftOut { n: Some(n) } => {
            t.n("figures-note-left-out", usize::try_from(n).unwrap_or(usize::MAX))
        }
        Note::Empty => t.s("figures-note-empty"),
    }
}

fn thousandths(n: Option<u64>, most: u64) -> u16 {
    n.map_or(0, |n| u16::try_from(n.saturating_mul(1000) / most.max(1)).unwrap_or(1000))
}

/// The change from the period before, with its sign.
fn change(t: Text, now: u64, before: u64) -> String {
    let difference = t.number(now.abs_diff(before) as f64);
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("+{difference}"),
        std::cmp::Ordering::Less => format!("−{difference}"),
        std::cmp::Ordering::Equal => t.s("figures-same"),
    }
}

/// What stands beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// The same of the period before.
    Before,
    /// The same of the same period, as it is known now.
    Now,
}

/// A table as it is read. `link` gives the address of the records behind a row, or behind the total.
pub fn figure(
    visit: &Visit,
    figure: &'static Definition,
    table: &Shown,
    (beside, before): (Beside, Option<&Shown>),
    link: &dyn Fn(Option<&str>) -> String,
) -> Figure {
    let t = visit.t;
    // A row that nobody fell into is left out of a table: there it is none, not hidden.
    let then = |category: &str| before.and_then(|before| before.row(category).map_or(Some(0), |row| row.n));
    let counts = table.rows.iter().flat_map(|row| [row.n, then(&row.category)]);
    let most = counts.flatten().max().unwrap_or_default();
    let name = |row: &ShownRow| category(visit, figure.id, &row.category);
    let percent = |share: u32| t.w("figures-percent", "share", &share.to_string());
    let parts: Vec<(String, u64, String)> = (table.rows.iter())
        .filter(|row| !row.is_left_out)
        .filter_map(|row| Some((name(row), row.n?, row.percent.map(percent).unwrap_or_default())))
        .collect();
    let is_whole = !table.overlaps && table.rows.iter().all(|row| row.n.is_some());
    let drawn = is_whole.then(|| shares(&title(t, figure), &parts)).flatten();
    let mut shade = 0;
    let lines = table.rows.iter().map(|row| {
        let length = thousandths(row.n, most);
        // Segments of the whole and bars of the rows share their shades: the rows are the legend.
        let own = if drawn.is_some() && !row.is_left_out { shade } else { 0 };
        shade += usize::from(!row.is_left_out);
        Line {
            name: name(row),
            n: shown(t, row.n),
            count: row.n,
            href: row.n.filter(|n| *n > 0).map(|_| link(Some(&row.category))).unwrap_or_default(),
            percent: row.percent.map(percent).unwrap_or_default(),
            share: row.percent,
            before: before.map(|_| then(&row.category)).map(|n| shown(t, n)).unwrap_or_default(),
            bar: bar(length, before.map(|_| thousandths(then(&row.category), most)), own),
            length,
            is_aside: row.is_left_out,
            is_hidden: row.n.is_none(),
        }
    });
    let waiting = table.waiting.map(|waiting| {
        vec![
            (t.s("figures-median"), lapse(t, figure.clock, waiting.median)),
            (t.s("figures-ninth"), lapse(t, figure.clock, waiting.ninth_decile)),
        ]
    });
    Figure {
        id: figure.id,
        version: figure.version,
        anchor: key(figure.id),
        title: title(t, figure),
        unit: t.k("figures-unit", unit(figure.unit)),
        means: t.k("figures-means", &key(figure.id)),
        total: shown(t, table.total),
        count: table.total,
        href: table.total.filter(|n| *n > 0).map(|_| link(None)).unwrap_or_default(),
        before: match (beside, table.total, before.map(|before| before.total)) {
            (_, _, None) => String::new(),
            (Beside::Before, Some(now), Some(Some(then))) => {
                t.ww("figures-before", ("n", &t.number(then as f64)), ("change", &change(t, now, then)))
            }
            (Beside::Now, Some(then), Some(Some(now))) => {
                t.ww("figures-now", ("n", &t.number(now as f64)), ("change", &change(t, now, then)))
            }
            (_, _, Some(other)) => t.w("figures-before-alone", "n", &shown(t, other)),
        },
        beside: t.s(if beside == Beside::Now { "figures-column-now" } else { "figures-column-before" }),
        lines: lines.collect(),
        shares: drawn,
        waiting: waiting.unwrap_or_default(),
        notes: table.notes.iter().map(|one| note(t, *one)).collect(),
    }
}
