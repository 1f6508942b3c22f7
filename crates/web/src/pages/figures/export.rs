//! An edition for other programs and for paper: only what it prints, never what it hides.

use super::edition::{Opened, missing};
use super::table::{self, Figure};
use crate::figures::editions::name;
use crate::pages::desk::Desk;
use ariane_documents::{Bar, Entry, Section, Sheet};
use ariane_exchange::spreadsheet::{Table, Value};
use ariane_figures::definition;
use ariane_figures::indicators::{self, Indicators, Item};
use ariane_figures::report::Report;

/// A row of a table that holds all: figure, version, unit, period, category, count, share, whether it is hidden or left out.
fn rows(desk: &Desk, figure: &Figure, period: &str, out: &mut Vec<Vec<Value>>) {
    let t = desk.visit.t;
    let mut row = |category: String, n: Option<u64>, share: Option<u32>, word: &str| {
        out.push(vec![
            figure.title.as_str().into(),
            figure.id.into(),
            u64::from(figure.version).into(),
            figure.unit.as_str().into(),
            period.into(),
            category.into(),
            n.map_or_else(|| t.s("figures-hidden").into(), Value::from),
            share.map_or_else(|| "".into(), |share| u64::from(share).into()),
            if n.is_none() {
                t.k("figures-export", "hidden").into()
            } else if word.is_empty() {
                "".into()
            } else {
                t.k("figures-export", word).into()
            },
        ]);
    };
    row(t.k("figures-export", "total"), figure.count, None, "");
    for line in &figure.lines {
        row(line.name.clone(), line.count, line.share, if line.is_aside { "aside" } else { "" });
    }
    for (what, text) in &figure.waiting {
        out.push(vec![
            figure.title.as_str().into(),
            figure.id.into(),
            u64::from(figure.version).into(),
            figure.unit.as_str().into(),
            period.into(),
            what.as_str().into(),
            text.as_str().into(),
        ]);
    }
}

fn head(desk: &Desk) -> Vec<Value> {
    let columns = ["figure", "id", "version", "unit", "period", "category", "n", "percent", "note"];
    columns.map(|column| Value::from(desk.visit.t.k("figures-column", column))).into()
}

/// All tables of a report in one.
pub fn long(desk: &Desk, report: &Report) -> Table {
    let mut all = vec![head(desk)];
    for table in &report.tables {
        let Some(figure) = table::definition(&table.figure) else { continue };
        if let Some(figure) = desk.printed(report, figure, table.period) {
            rows(desk, &figure, &table.period.to_string(), &mut all);
        }
    }
    Table { name: desk.visit.t.k("figures-sheet", "all"), rows: all }
}

/// A named set of figures, with what it asks for and the records do not hold.
fn named(desk: &Desk, report: &Report, set: &Indicators) -> Table {
    let t = desk.visit.t;
    let with = |mut row: Vec<Value>, item: &Item| {
        row.resize_with(9, || "".into());
        row.push(item.public.into());
        let differs = item.differs;
        row.push(if differs.is_empty() { "".into() } else { t.k("figures-differs", differs).into() });
        row
    };
    let columns = ["public", "differs"].map(|column| Value::from(t.k("figures-column", column)));
    let mut all = vec![head(desk).into_iter().chain(columns).collect::<Vec<_>>()];
    for item in set.items {
        let figure = item.figure;
        let mut own = Vec::new();
        match desk.printed(report, figure, report.period) {
            Some(figure) => rows(desk, &figure, &report.period.to_string(), &mut own),
            None => {
                let is_unrecorded = report.without_source.iter().any(|id| id == figure.id);
                let why = if is_unrecorded { "not-recorded" } else { "years-only" };
                own.push(vec![
                    table::title(t, figure).into(),
                    figure.id.into(),
                    u64::from(figure.version).into(),
                    "".into(),
                    report.period.to_string().into(),
                    "".into(),
                    t.k("figures-export", why).into(),
                ]);
            }
        }
        all.extend(own.into_iter().map(|row| with(row, item)));
    }
    for word in set.missing {
        all.push(vec![
            t.k("figures-indicator", word).into(),
            "".into(),
            "".into(),
            "".into(),
            "".into(),
            "".into(),
            t.k("figures-export", "not-counted").into(),
        ]);
    }
    all.push(vec![source(desk, set).into()]);
    Table { name: t.k("figures-sheet", set.word), rows: all }
}

/// Where a set of figures comes from.
fn source(desk: &Desk, set: &Indicators) -> String {
    desk.visit.t.ww("figures-source", ("source", set.source), ("day", set.checked))
}

/// An edition as a workbook: what it is, all tables, and the named sets.
pub fn workbook(desk: &Desk, opened: &Opened, by: &str) -> Vec<Table> {
    let t = desk.visit.t;
    let report = &opened.report;
    let mut about = vec![vec![Value::from(t.w("figures-edition", "period", &name(t, &report.period)))]];
    let facts = desk.edition_facts(opened, by).into_iter();
    about.extend(facts.map(|(what, text)| vec![what.into(), text.into()]));
    about.push(vec![desk.hiding(report).into()]);
    about.extend(
        missing(desk, report)
            .into_iter()
            .map(|title| vec![title.into(), t.k("figures-export", "not-recorded").into()]),
    );
    about.extend(opened.comments.iter().map(|(by, text)| vec![by.as_str().into(), text.as_str().into()]));
    let mut definitions = vec![vec![
        Value::from(t.k("figures-column", "figure")),
        t.k("figures-column", "id").into(),
        t.k("figures-column", "version").into(),
        t.k("figures-column", "means").into(),
    ]];
    definitions.extend(definition::ALL.iter().map(|one| {
        vec![
            table::title(t, one).into(),
            one.id.into(),
            u64::from(one.version).into(),
            t.k("figures-means", &super::key(one.id)).into(),
        ]
    }));
    let mut tables = vec![
        Table { name: t.k("figures-sheet", "about"), rows: about },
        long(desk, report),
        Table { name: t.k("figures-sheet", "definitions"), rows: definitions },
    ];
    tables.extend(indicators::ALL.map(|set| named(desk, report, set)));
    tables
}

/// A figure on paper.
fn entry(desk: &Desk, figure: &Figure) -> Entry {
    let t = desk.visit.t;
    let bar = |line: &table::Line| {
        let value = [line.n.as_str(), line.percent.as_str()].into_iter().filter(|part| !part.is_empty());
        let mut value = value.collect::<Vec<_>>().join(" · ");
        if !line.before.is_empty() {
            value = t.ww("figures-paper-before", ("now", &value), ("before", &line.before));
        }
        Bar { label: line.name.clone(), value, length: (!line.is_aside).then_some(line.length) }
    };
    let waiting = figure.waiting.iter().map(|(what, text)| format!("{what} : {text}"));
    Entry {
        title: format!("{} : {}", figure.title, figure.total),
        kind: [figure.unit.as_str(), figure.before.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        lines: waiting.chain(figure.notes.iter().cloned()).collect(),
        bars: figure.lines.iter().map(bar).collect(),
        provenance: t.ww(
            "figures-paper-definition",
            ("means", &figure.means),
            ("version", &format!("{} v{}", figure.id, figure.version)),
        ),
        ..Entry::default()
    }
}

/// An edition on A4, as a ministry prints it.
pub fn paper(desk: &Desk, opened: &Opened, by: &str) -> Sheet {
    let t = desk.visit.t;
    let report = &opened.report;
    let mut sections: Vec<Section> = desk
        .parts(report)
        .into_iter()
        .map(|part| Section {
            heading: part.heading,
            lead: String::new(),
            entries: part.figures.iter().map(|figure| entry(desk, figure)).collect(),
        })
        .collect();
    let absent = missing(desk, report);
    if !absent.is_empty() {
        sections.push(Section {
            heading: t.s("figures-missing-title"),
            lead: absent.join(" · "),
            entries: Vec::new(),
        });
    }
    if !opened.comments.is_empty() {
        sections.push(Section {
            heading: t.s("figures-comments"),
            lead: t.s("figures-comments-lead"),
            entries: opened
                .comments
                .iter()
                .map(|(by, text)| Entry {
                    title: by.clone(),
                    lines: text.lines().map(str::to_owned).collect(),
                    ..Entry::default()
                })
                .collect(),
        });
    }
    let title = t.w("figures-edition", "period", &name(t, &report.period));
    let organisation = desk.infoline.mail.name.clone();
    let mut meta: Vec<String> =
        desk.edition_facts(opened, by).into_iter().map(|(what, text)| format!("{what} : {text}")).collect();
    meta.push(desk.hiding(report));
    Sheet {
        language: desk.visit.language.code(),
        subtitle: organisation,
        meta,
        sections,
        footer: t.ww(
            "figures-paper-footer",
            ("title", &title),
            ("digest", &opened.signed.proof.digest.chars().take(16).collect::<String>()),
        ),
        title,
        ..Sheet::default()
    }
}
