//! Turns texts into rows and keeps the logical structure in step.

use crate::links::Link;
use crate::paragraph::wrap;
use crate::rows::{Band, Block, Ground, Row, Run};
use crate::sheet::{Section, Sheet};
use crate::structure::{NodeId, Role, Structure};
use crate::style::{MARGIN, MEASURE, Part, Scale};
use crate::typeface::Family;
use crate::wording::printable;
use crate::{entry, opening};
use std::num::NonZeroU16;

/// Longest text in the outline and in the titles of headings, in characters.
const LONGEST_TITLE: usize = 200;

/// What is gathered while a sheet is composed.
pub(crate) struct Composition<'a> {
    /// The typeface.
    pub(crate) family: &'a Family,
    /// Ordinary or large type.
    pub(crate) scale: Scale,
    /// The logical structure.
    pub(crate) structure: Structure,
    /// Links, in the order in which runs count them.
    pub(crate) links: Vec<Link>,
    bands: usize,
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// Distance from the left edge of the page.
    pub(crate) x: f32,
    /// Width of the lines.
    pub(crate) width: f32,
}

impl Column {
    /// The whole width of the text.
    pub(crate) const FULL: Self = Self { x: MARGIN, width: MEASURE };

    /// The column, narrower by so much at the left.
    pub(crate) fn indented(self, by: f32) -> Self {
        Self { x: self.x + by, width: self.width - by }
    }
}

impl<'a> Composition<'a> {
    /// Begins a composition.
    pub(crate) fn new(family: &'a Family, large_type: bool) -> Self {
        Self {
            family,
            scale: Scale::new(large_type),
            structure: Structure::new(),
            links: Vec::new(),
            bands: 0,
        }
    }

    /// All blocks of the sheet, from the top.
    pub(crate) fn sheet(&mut self, sheet: &Sheet) -> Vec<Block> {
        let mut blocks = opening::blocks(self, sheet);
        let labels = entry::label_width(self, sheet);
        for section in &sheet.sections {
            self.section(section, labels, &mut blocks);
        }
        blocks
    }

    fn section(&mut self, section: &Section, labels: f32, blocks: &mut Vec<Block>) {
        let node = self.structure.add(Structure::ROOT, Role::Section);
        let mut opening = Block::default();
        let heading = self.clean(&section.heading);
        let has_heading = !heading.is_empty();
        let mut rows = self.heading(&heading, 2, Part::Heading, Column::FULL, node);
        if let Some(first) = rows.first_mut() {
            first.gap = self.scale.of(27.0);
            first.drawing = Some(crate::rows::Drawing::Tick);
        }
        opening.rows.append(&mut rows);
        let lead = self.clean(&section.lead);
        let mut rows = self.paragraph(&lead, Part::Lead, Column::FULL, node);
        if let Some(first) = rows.first_mut() {
            first.gap = self.scale.of(if has_heading { 3.0 } else { 20.0 });
        }
        opening.rows.append(&mut rows);
        opening.keep_with_next = !section.entries.is_empty();
        if let (true, Some(last)) = (opening.keep_with_next, opening.rows.last_mut()) {
            last.glue = true;
        }
        if !opening.rows.is_empty() {
            blocks.push(opening);
        }
        // Levels of headings must not skip one, or a screen reader announces a part that does not exist.
        let level = if has_heading { 3 } else { 2 };
        for (rank, found) in section.entries.iter().enumerate() {
            blocks.push(entry::block(
                self,
                found,
                entry::Place { parent: node, level, first: rank == 0, labels },
            ));
        }
    }

    /// The text as the typeface can draw it.
    pub(crate) fn clean(&self, text: &str) -> String {
        printable(text, self.family)
    }

    /// Rows of a heading, each kept with the next; none for an empty text.
    pub(crate) fn heading(
        &mut self,
        text: &str,
        level: u16,
        part: Part,
        at: Column,
        parent: NodeId,
    ) -> Vec<Row> {
        if text.is_empty() {
            return Vec::new();
        }
        let title = shortened(text);
        let role =
            NonZeroU16::new(level).map_or(Role::Paragraph, |level| Role::Heading(level, title.clone()));
        let node = self.structure.add(parent, role);
        let mut rows = self.lines(text, part, at, node, None);
        let last = rows.len().saturating_sub(1);
        for (index, row) in rows.iter_mut().enumerate() {
            // A heading of a page or more must be allowed to break.
            row.glue = index == last || last < 8;
        }
        if let Some(first) = rows.first_mut() {
            first.anchor = Some(crate::rows::Anchor { level, text: title });
        }
        rows
    }

    /// Rows of a paragraph; none for an empty text.
    pub(crate) fn paragraph(&mut self, text: &str, part: Part, at: Column, parent: NodeId) -> Vec<Row> {
        if text.is_empty() {
            return Vec::new();
        }
        let node = self.structure.add(parent, Role::Paragraph);
        self.lines(text, part, at, node, None)
    }

    /// Rows of a text that belongs to a node.
    pub(crate) fn lines(
        &self,
        text: &str,
        part: Part,
        at: Column,
        node: NodeId,
        link: Option<usize>,
    ) -> Vec<Row> {
        let style = self.scale.style(part);
        wrap(text, self.family.face(style.weight), style.size, at.width)
            .into_iter()
            .map(|line| Row {
                height: style.leading,
                runs: vec![Run { x: at.x, y: 0.0, line, style, node, link }],
                ..Row::default()
            })
            .collect()
    }

    /// Lays one ground behind rows.
    pub(crate) fn ground(&mut self, rows: &mut [Row], ground: Ground) {
        self.bands += 1;
        for row in rows {
            row.band = Some(Band { number: self.bands, ground });
        }
    }
}

/// The text, cut after some two hundred characters.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TITLE) {
        Some((cut, _)) => format!("{}…", text[..cut].trim_end()),
        None => text.to_owned(),
    }
}
