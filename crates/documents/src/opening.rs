//! The head of the first page: title, small lines, and the thread from "here" to the expert.

use crate::composition::{Column, Composition};
use crate::paragraph::{Line, wrap};
use crate::rows::{Block, Drawing, Knot, Row, Run};
use crate::sheet::{Code, Sheet};
use crate::structure::{Role, Structure};
use crate::style::{MARGIN, MEASURE, Part};

/// More steps than this are drawn down the page: across it, their words would not fit.
const MOST_ACROSS: usize = 5;
/// Steps across the page have this many lines at most.
const MOST_LINES: usize = 4;

/// The blocks before the first section.
pub(crate) fn blocks(composition: &mut Composition<'_>, sheet: &Sheet) -> Vec<Block> {
    let mut rows = Vec::new();
    let title = title(composition, sheet);
    rows.append(&mut composition.heading(&title, 1, Part::Title, Column::FULL, Structure::ROOT));
    let subtitle = composition.clean(&sheet.subtitle);
    let mut lines = composition.paragraph(&subtitle, Part::Subtitle, Column::FULL, Structure::ROOT);
    gap(&mut lines, composition.scale.of(3.0));
    rows.append(&mut lines);
    for (rank, text) in sheet.meta.iter().enumerate() {
        let text = composition.clean(text);
        let mut lines = composition.paragraph(&text, Part::Meta, Column::FULL, Structure::ROOT);
        gap(&mut lines, composition.scale.of(if rank == 0 { 8.0 } else { 0.0 }));
        rows.append(&mut lines);
    }
    if let Some(found) = &sheet.code {
        rows.append(&mut code(composition, found));
    }
    let mut blocks = vec![Block { rows, keep_with_next: false }];
    let steps: Vec<String> =
        sheet.thread.iter().map(|step| composition.clean(step)).filter(|s| !s.is_empty()).collect();
    if !steps.is_empty() {
        let rows = across(composition, &steps).unwrap_or_else(|| down(composition, &steps));
        blocks.push(Block { rows, keep_with_next: false });
    }
    blocks
}

/// Side of a code on paper, in points: at this size a telephone reads some hundred letters.
const CODE_SIDE: f32 = 150.0;

fn code(composition: &mut Composition<'_>, found: &Code) -> Vec<Row> {
    if found.side == 0 {
        return Vec::new();
    }
    let module = CODE_SIDE / f32::from(found.side);
    let mut rows = vec![Row {
        gap: composition.scale.of(14.0),
        // Four light modules around it, as the standard asks.
        height: CODE_SIDE + 4.0 * module,
        drawing: Some(Drawing::Code { x: MARGIN + 4.0 * module, module, dark: found.dark.clone() }),
        glue: true,
        ..Row::default()
    }];
    let caption = composition.clean(&found.caption);
    rows.append(&mut composition.paragraph(&caption, Part::Meta, Column::FULL, Structure::ROOT));
    rows
}

/// The title of the sheet. A document must have one, so the next best text stands in for an empty title.
pub(crate) fn title(composition: &Composition<'_>, sheet: &Sheet) -> String {
    [&sheet.title, &sheet.subtitle]
        .into_iter()
        .map(|text| composition.clean(text))
        .find(|text| !text.is_empty())
        .unwrap_or_else(|| "Ariane".to_owned())
}

fn gap(rows: &mut [Row], gap: f32) {
    if let Some(first) = rows.first_mut() {
        first.gap = gap;
    }
}

/// The thread across the page, when the steps are few and their words fit.
fn across(composition: &mut Composition<'_>, steps: &[String]) -> Option<Vec<Row>> {
    if steps.len() > MOST_ACROSS || steps.len() < 2 {
        return None;
    }
    let style = composition.scale.style(Part::Step);
    let face = composition.family.face(style.weight);
    let column = MEASURE / steps.len() as f32;
    let width = column - composition.scale.of(9.0);
    let set: Vec<Vec<Line>> = steps.iter().map(|step| wrap(step, face, style.size, width)).collect();
    // A line that does not end with a space was broken within a word.
    let broken = |lines: &Vec<Line>| lines.iter().rev().skip(1).any(|line| !line.text.ends_with(' '));
    if set.iter().any(|lines| lines.len() > MOST_LINES || broken(lines)) {
        return None;
    }
    let radius = composition.scale.of(4.2);
    let head = radius * 2.0 + composition.scale.of(9.0);
    let list = composition.structure.add(Structure::ROOT, Role::List);
    let most = set.iter().map(Vec::len).max().unwrap_or(0);
    let mut row = Row {
        gap: composition.scale.of(17.0),
        height: head + most as f32 * style.leading,
        drawing: Some(Drawing::Across {
            knots: (0..steps.len()).map(|step| MARGIN + column * (step as f32 + 0.5)).collect(),
            radius,
        }),
        ..Row::default()
    };
    for (step, lines) in set.into_iter().enumerate() {
        let item = composition.structure.add(list, Role::Item);
        let node = composition.structure.add(item, Role::Body);
        let centre = MARGIN + column * (step as f32 + 0.5);
        row.runs.extend(lines.into_iter().enumerate().map(|(rank, line)| Run {
            x: centre - line.width / 2.0,
            y: head + rank as f32 * style.leading,
            line,
            style,
            node,
            link: None,
        }));
    }
    Some(vec![row])
}

/// The thread down the page, one step under the other.
fn down(composition: &mut Composition<'_>, steps: &[String]) -> Vec<Row> {
    let radius = composition.scale.of(4.2);
    let x = MARGIN + radius + 1.5;
    let list = composition.structure.add(Structure::ROOT, Role::List);
    let mut rows: Vec<Row> = Vec::new();
    for (step, text) in steps.iter().enumerate() {
        let item = composition.structure.add(list, Role::Item);
        let node = composition.structure.add(item, Role::Body);
        let column = Column::FULL.indented(composition.scale.of(20.0));
        let mut lines = composition.lines(text, Part::Step, column, node, None);
        let last_step = step + 1 == steps.len();
        for (rank, row) in lines.iter_mut().enumerate() {
            row.drawing = Some(Drawing::Down {
                x,
                knot: (rank == 0).then(|| Knot::of(step, steps.len())),
                radius,
                above: if rank == 0 { step > 0 } else { !last_step },
                below: !last_step,
            });
        }
        // Air between the steps, in the row itself so that the thread is not interrupted.
        if let Some(last) = lines.last_mut() {
            last.height += composition.scale.of(4.5);
        }
        rows.append(&mut lines);
    }
    gap(&mut rows, composition.scale.of(16.0));
    rows
}
