//! One structure on the sheet: name, kind, address, contacts, reason, warning, source.

use crate::composition::{Column, Composition, shortened};
use crate::links::{Link, address};
use crate::paragraph::measure;
use crate::rows::{Block, Drawing, Ground, Row};
use crate::sheet::{Bar, Contact, Entry, Sheet};
use crate::structure::{NodeId, Role};
use crate::style::{MEASURE, Part};

/// Labels are at most this part of the line; longer ones are broken.
const WIDEST_LABEL: f32 = 0.3;

/// Where an entry stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The section.
    pub(crate) parent: NodeId,
    /// Level of its name as a heading.
    pub(crate) level: u16,
    /// Whether it is the first of its section.
    pub(crate) first: bool,
    /// Width of the column of labels.
    pub(crate) labels: f32,
}

/// Width of the labels of all contacts of the sheet, so that the eye finds numbers in one column.
pub(crate) fn label_width(composition: &Composition<'_>, sheet: &Sheet) -> f32 {
    let style = composition.scale.style(Part::Label);
    let face = composition.family.face(style.weight);
    let widest = MEASURE * WIDEST_LABEL;
    sheet
        .sections
        .iter()
        .flat_map(|section| &section.entries)
        .flat_map(|entry| &entry.contacts)
        .map(|contact| measure(&composition.clean(&shortened(&contact.label)), face, style.size))
        .fold(0.0, f32::max)
        .min(widest)
}

/// The rows of an entry.
pub(crate) fn block(composition: &mut Composition<'_>, entry: &Entry, place: Place) -> Block {
    let node = composition.structure.add(place.parent, Role::Section);
    let scale = composition.scale;
    let mut rows = Vec::new();
    let name = composition.clean(&entry.title);
    rows.append(&mut composition.heading(&name, place.level, Part::Name, Column::FULL, node));
    push(composition, &mut rows, &entry.kind, Part::Kind, 0.0, node);
    for (rank, line) in entry.lines.iter().enumerate() {
        push(composition, &mut rows, line, Part::Body, if rank == 0 { 3.0 } else { 0.0 }, node);
    }
    bars(composition, &mut rows, &entry.bars, node);
    contacts(composition, &mut rows, &entry.contacts, place.labels, node);
    why(composition, &mut rows, &entry.why, node);
    warning(composition, &mut rows, entry.warning.as_deref().unwrap_or_default(), node);
    push(composition, &mut rows, &entry.provenance, Part::Provenance, 5.0, node);
    if let Some(first) = rows.first_mut() {
        if place.first {
            first.gap = scale.of(11.0);
        } else {
            first.gap = 0.0;
            rows.insert(0, separator(scale.of(13.0), scale.of(11.0)));
        }
    }
    Block { rows, keep_with_next: false }
}

/// A hairline between two entries, which stays with the second.
fn separator(gap: f32, height: f32) -> Row {
    Row { gap, height, drawing: Some(Drawing::Hairline), glue: true, ..Row::default() }
}

fn push(
    composition: &mut Composition<'_>,
    rows: &mut Vec<Row>,
    text: &str,
    part: Part,
    gap: f32,
    node: NodeId,
) {
    let text = composition.clean(text);
    let mut lines = composition.paragraph(&text, part, Column::FULL, node);
    if let Some(first) = lines.first_mut() {
        first.gap = composition.scale.of(gap);
    }
    rows.append(&mut lines);
}

/// Labels of bars take this part of the line, bars and numbers one each.
const BAR_COLUMNS: [f32; 3] = [0.42, 0.33, 0.23];

fn bars(composition: &mut Composition<'_>, rows: &mut Vec<Row>, bars: &[Bar], node: NodeId) {
    let list = composition.structure.add(node, Role::List);
    let [label, drawn, number] = BAR_COLUMNS.map(|part| part * MEASURE);
    let x = Column::FULL.x + label + composition.scale.of(6.0);
    for (rank, bar) in bars.iter().enumerate() {
        let item = composition.structure.add(list, Role::Item);
        let named = composition.structure.add(item, Role::Label);
        let says = composition.structure.add(item, Role::Body);
        let text = composition.clean(&bar.label);
        let mut lines =
            composition.lines(&text, Part::Body, Column { width: label, ..Column::FULL }, named, None);
        let text = composition.clean(&bar.value);
        let beside = Column { x: x + drawn + composition.scale.of(6.0), width: number };
        let values = composition.lines(&text, Part::Body, beside, says, None);
        for (at, mut row) in values.into_iter().enumerate() {
            match lines.get_mut(at) {
                Some(line) => line.runs.append(&mut row.runs),
                None => lines.push(row),
            }
        }
        if let Some(first) = lines.first_mut() {
            first.gap = composition.scale.of(if rank == 0 { 4.0 } else { 1.0 });
            let width = bar.length.map(|length| drawn * f32::from(length.min(1000)) / 1000.0);
            first.drawing = width.filter(|width| *width > 0.0).map(|width| Drawing::Bar {
                x,
                width,
                height: composition.scale.of(8.0),
            });
        }
        rows.append(&mut lines);
    }
}

fn contacts(
    composition: &mut Composition<'_>,
    rows: &mut Vec<Row>,
    contacts: &[Contact],
    labels: f32,
    node: NodeId,
) {
    let list = composition.structure.add(node, Role::List);
    let mut first = true;
    for contact in contacts {
        let mut lines = one_contact(composition, contact, labels, list);
        if let (true, Some(row)) = (first, lines.first_mut()) {
            row.gap = composition.scale.of(4.0);
            first = false;
        }
        rows.append(&mut lines);
    }
}

fn one_contact(composition: &mut Composition<'_>, contact: &Contact, labels: f32, list: NodeId) -> Vec<Row> {
    let label = composition.clean(&shortened(&contact.label));
    // A contact of which only the address is known is printed as that address.
    let text = [Some(contact.text.as_str()), contact.link.as_deref()]
        .into_iter()
        .flatten()
        .map(|text| composition.clean(text))
        .find(|text| !text.is_empty())
        .unwrap_or_default();
    let item = composition.structure.add(list, Role::Item);
    let beside = if labels > 0.0 { labels + composition.scale.of(11.0) } else { 0.0 };
    let label_node = composition.structure.add(item, Role::Label);
    let mut rows =
        composition.lines(&label, Part::Label, Column { width: labels, ..Column::FULL }, label_node, None);
    let mut body = composition.structure.add(item, Role::Body);
    let link = contact.link.as_deref().and_then(address);
    let part = if link.is_some() { Part::Link } else { Part::Body };
    let number = link.map(|address| {
        body = composition.structure.add(body, Role::Link);
        let description = shortened(format!("{label} {text}").trim());
        let description = if description.is_empty() { shortened(&address) } else { description };
        composition.links.push(Link { address, description });
        composition.links.len() - 1
    });
    let texts = composition.lines(&text, part, Column::FULL.indented(beside), body, number);
    for (index, mut row) in texts.into_iter().enumerate() {
        match rows.get_mut(index) {
            Some(beside) => beside.runs.append(&mut row.runs),
            None => rows.push(row),
        }
    }
    rows
}

fn why(composition: &mut Composition<'_>, rows: &mut Vec<Row>, text: &str, node: NodeId) {
    let text = composition.clean(text);
    let column = Column::FULL.indented(composition.scale.of(11.0));
    let mut lines = composition.paragraph(&text, Part::Body, column, node);
    composition.ground(&mut lines, Ground::Thread);
    if let Some(first) = lines.first_mut() {
        first.gap = composition.scale.of(7.0);
    }
    rows.append(&mut lines);
}

fn warning(composition: &mut Composition<'_>, rows: &mut Vec<Row>, text: &str, node: NodeId) {
    let text = composition.clean(text);
    if text.is_empty() {
        return;
    }
    let scale = composition.scale;
    let column = Column { x: Column::FULL.x, width: MEASURE - scale.of(10.0) }.indented(scale.of(28.0));
    let mut lines = composition.paragraph(&text, Part::Warning, column, node);
    composition.ground(&mut lines, Ground::Warning);
    let pad = scale.of(5.5);
    let style = scale.style(Part::Warning);
    if let Some(first) = lines.first_mut() {
        first.gap = scale.of(7.0);
        first.height += pad;
        first.runs.iter_mut().for_each(|run| run.y += pad);
        first.drawing =
            Some(Drawing::Triangle { x: Column::FULL.x + scale.of(10.0), size: style.size * 1.12 });
    }
    if let Some(last) = lines.last_mut() {
        last.height += pad;
    }
    rows.append(&mut lines);
}
