//! What the composition hands to the pages: rows, the pieces that are never cut.

use crate::paragraph::Line;
use crate::structure::NodeId;
use crate::style::Style;

/// A horizontal strip of the sheet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// White above, left out at the head of a page.
    pub(crate) gap: f32,
    /// Height without the gap.
    pub(crate) height: f32,
    /// Texts within.
    pub(crate) runs: Vec<Run>,
    /// Shape drawn behind the texts.
    pub(crate) drawing: Option<Drawing>,
    /// Ground shared with the neighbouring rows of the same number.
    pub(crate) band: Option<Band>,
    /// The next row must be on the same page.
    pub(crate) glue: bool,
    /// Entry in the document's outline that leads here.
    pub(crate) anchor: Option<Anchor>,
}

/// A line of text in its place.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// Distance from the left edge of the page.
    pub(crate) x: f32,
    /// Distance from the top of the row.
    pub(crate) y: f32,
    /// The text.
    pub(crate) line: Line,
    /// How it looks.
    pub(crate) style: Style,
    /// Whose content it is in the logical structure.
    pub(crate) node: NodeId,
    /// Which link it belongs to, counted over the sheet.
    pub(crate) link: Option<usize>,
}

/// Shapes, all of them decoration: what they mean is also said by the text beside them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Drawing {
    /// The thread across the page, with a knot at each of these distances from the left edge.
    Across { knots: Vec<f32>, radius: f32 },
    /// A part of the thread that runs down, with or without a knot.
    Down { x: f32, knot: Option<Knot>, radius: f32, above: bool, below: bool },
    /// A bar from `x` on.
    Bar { x: f32, width: f32, height: f32 },
    /// Triangle that begins a warning.
    Triangle { x: f32, size: f32 },
    /// Hairline over the width of the text.
    Hairline,
    /// The short piece of thread that begins a section.
    Tick,
    /// Dark modules of a code from `x` on, by column and row.
    Code { x: f32, module: f32, dark: Vec<(u16, u16)> },
}

/// How a knot is tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Knot {
    /// Open: where the person is.
    Here,
    /// Filled: on the way.
    Passing,
    /// Filled, with a ring: the aim.
    Aim,
}

impl Knot {
    /// The knot of a step on a thread of so many.
    pub(crate) const fn of(step: usize, steps: usize) -> Self {
        if step == 0 {
            Self::Here
        } else if step + 1 == steps {
            Self::Aim
        } else {
            Self::Passing
        }
    }
}

/// Ground of several rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Band {
    /// Rows with the same number share one ground.
    pub(crate) number: usize,
    /// What it looks like.
    pub(crate) ground: Ground,
}

/// What lies behind the rows of a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ground {
    /// A warm tint with a bar: a warning.
    Warning,
    /// A piece of thread at the left: the reason, which ties the entry to the person.
    Thread,
}

/// A place in the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Anchor {
    /// 1 for the title, 2 for sections, 3 for entries.
    pub(crate) level: u16,
    /// What the outline shows.
    pub(crate) text: String,
}

/// Rows that stay together when they fit on a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Block {
    /// The rows, from the top.
    pub(crate) rows: Vec<Row>,
    /// The next block must begin on the same page.
    pub(crate) keep_with_next: bool,
}

/// Height of rows in a column, the gap above the first left out.
pub(crate) fn height_of(rows: &[&Row]) -> f32 {
    let all: f32 = rows.iter().map(|row| row.gap + row.height).sum();
    all - rows.first().map_or(0.0, |row| row.gap)
}
