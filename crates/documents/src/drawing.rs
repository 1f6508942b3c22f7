//! Puts text and shapes on the surface of a page.

use crate::rows::{Drawing, Ground, Knot, Run};
use crate::style::{Ink, MARGIN, MEASURE};
use crate::typeface::Family;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};

/// How far a quarter circle's control points lie from its ends, as a part of the radius.
const QUARTER: f32 = 0.552_285;
/// How deep the thread hangs between two knots, as a part of the knot's radius.
const SLACK: f32 = 0.85;
/// Half the height of a capital, as a part of the type size: text is centred in its line by its capitals.
const HALF_CAPITAL: f32 = 0.334;

/// Distance from the top of a line to its baseline.
pub(crate) fn baseline(run: &Run) -> f32 {
    run.style.leading / 2.0 + HALF_CAPITAL * run.style.size
}

/// Draws a line of text whose row begins at `top`. The caller has opened a tag.
pub(crate) fn text(surface: &mut Surface<'_>, family: &Family, run: &Run, top: f32) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill(run.style.ink)));
    let start = Point::from_xy(run.x, top + run.y + baseline(run));
    let font = family.face(run.style.weight).font.clone();
    surface.draw_glyphs(start, &run.line.glyphs, font, &run.line.text, run.style.size, false);
}

/// Draws the line under a link, so that it is not known by its colour alone.
pub(crate) fn underline(surface: &mut Surface<'_>, run: &Run, top: f32) {
    let y = top + run.y + baseline(run) + run.style.size * 0.17;
    let mut path = PathBuilder::new();
    path.move_to(run.x, y);
    path.line_to(run.x + run.line.width, y);
    artifact(surface, |surface| stroke(surface, path.finish(), run.style.ink, run.style.size * 0.05));
}

/// Draws the ground of a band between two heights.
pub(crate) fn ground(surface: &mut Surface<'_>, ground: Ground, top: f32, bottom: f32) {
    artifact(surface, |surface| match ground {
        Ground::Warning => {
            area(surface, Ink::Tint, MARGIN, top, MEASURE, bottom - top);
            area(surface, Ink::Warm, MARGIN, top, 2.4, bottom - top);
        }
        Ground::Thread => {
            let mut path = PathBuilder::new();
            path.move_to(MARGIN + 1.2, top + 3.0);
            path.line_to(MARGIN + 1.2, bottom - 3.0);
            stroke(surface, path.finish(), Ink::Warm, 1.6);
        }
    });
}

/// Draws the shape of a row between two heights.
pub(crate) fn shape(surface: &mut Surface<'_>, drawing: &Drawing, top: f32, bottom: f32, style_leading: f32) {
    artifact(surface, |surface| match drawing {
        Drawing::Across { knots, radius } => across(surface, knots, top + radius + 1.0, *radius),
        Drawing::Down { x, knot, radius, above, below } => {
            let middle = top + style_leading / 2.0;
            let mut path = PathBuilder::new();
            path.move_to(*x, if *above { top } else { middle });
            path.line_to(*x, if *below { bottom } else { middle });
            if *above || *below {
                stroke(surface, path.finish(), Ink::Warm, 1.7);
            }
            if let Some(knot) = knot {
                tie(surface, *x, middle, *radius, *knot);
            }
        }
        Drawing::Bar { x, width, height } => {
            let middle = top + style_leading / 2.0;
            area(surface, Ink::Deep, *x, middle - height / 2.0, *width, *height);
        }
        Drawing::Triangle { x, size } => triangle(surface, *x, (top + bottom) / 2.0, *size),
        Drawing::Hairline => {
            let mut path = PathBuilder::new();
            path.move_to(MARGIN, top);
            path.line_to(MARGIN + MEASURE, top);
            stroke(surface, path.finish(), Ink::Hair, 0.6);
        }
        Drawing::Code { x, module, dark } => {
            let mut path = PathBuilder::new();
            for (column, row) in dark {
                let at = (x + f32::from(*column) * module, top + f32::from(*row) * module);
                if let Some(rect) = Rect::from_xywh(at.0, at.1, *module, *module) {
                    path.push_rect(rect);
                }
            }
            flood(surface, path.finish(), Ink::Text);
        }
        Drawing::Tick => area(surface, Ink::Warm, MARGIN, top - 8.0, 26.0, 2.2),
    });
}

/// Draws the hairline above the foot of a page.
pub(crate) fn foot_line(surface: &mut Surface<'_>, y: f32) {
    shape(surface, &Drawing::Hairline, y, y, 0.0);
}

/// Draws what is decoration for a screen reader.
pub(crate) fn artifact(surface: &mut Surface<'_>, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    draw(surface);
    surface.end_tagged();
}

/// The thread hangs a little between its knots, as a thread does.
fn across(surface: &mut Surface<'_>, knots: &[f32], y: f32, radius: f32) {
    let mut path = PathBuilder::new();
    for (rank, pair) in knots.windows(2).enumerate() {
        let [from, to] = [pair[0], pair[1]];
        if rank == 0 {
            path.move_to(from, y);
        }
        let third = (to - from) / 3.0;
        let sway = radius * SLACK * 2.0;
        path.cubic_to(from + third, y + sway, to - third, y - sway, to, y);
    }
    stroke(surface, path.finish(), Ink::Warm, 1.7);
    for (step, &x) in knots.iter().enumerate() {
        tie(surface, x, y, radius, Knot::of(step, knots.len()));
    }
}

fn tie(surface: &mut Surface<'_>, x: f32, y: f32, radius: f32, knot: Knot) {
    let (outer, inner) = match knot {
        Knot::Here => (radius, Some(radius * 0.56)),
        Knot::Passing => (radius * 0.86, None),
        Knot::Aim => (radius * 1.3, Some(radius * 0.98)),
    };
    disc(surface, x, y, outer, Ink::Warm);
    if let Some(inner) = inner {
        disc(surface, x, y, inner, Ink::Paper);
    }
    if knot == Knot::Aim {
        disc(surface, x, y, radius * 0.62, Ink::Warm);
    }
}

fn disc(surface: &mut Surface<'_>, x: f32, y: f32, r: f32, ink: Ink) {
    let k = r * QUARTER;
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
    path.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
    path.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
    path.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
    path.close();
    flood(surface, path.finish(), ink);
}

/// A triangle with an exclamation mark, drawn because the typeface has none.
fn triangle(surface: &mut Surface<'_>, x: f32, middle: f32, size: f32) {
    let (top, bottom) = (middle - size * 0.46, middle + size * 0.42);
    let mut path = PathBuilder::new();
    path.move_to(x + size / 2.0, top);
    path.line_to(x + size, bottom);
    path.line_to(x, bottom);
    path.close();
    let outline = path.finish();
    surface.set_fill(Some(fill(Ink::Warm)));
    surface.set_stroke(Some(line(Ink::Warm, size * 0.12)));
    if let Some(outline) = outline {
        surface.draw_path(&outline);
    }
    let mut mark = PathBuilder::new();
    mark.move_to(x + size / 2.0, top + size * 0.32);
    mark.line_to(x + size / 2.0, top + size * 0.56);
    stroke(surface, mark.finish(), Ink::Paper, size * 0.12);
    disc(surface, x + size / 2.0, top + size * 0.75, size * 0.075, Ink::Paper);
}

fn area(surface: &mut Surface<'_>, ink: Ink, x: f32, y: f32, width: f32, height: f32) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(rect);
    }
    flood(surface, path.finish(), ink);
}

fn flood(surface: &mut Surface<'_>, path: Option<Path>, ink: Ink) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill(ink)));
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn stroke(surface: &mut Surface<'_>, path: Option<Path>, ink: Ink, width: f32) {
    surface.set_fill(None);
    surface.set_stroke(Some(line(ink, width)));
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn fill(ink: Ink) -> Fill {
    Fill { paint: ink.colour().into(), ..Fill::default() }
}

fn line(ink: Ink, width: f32) -> Stroke {
    Stroke {
        paint: ink.colour().into(),
        width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        opacity: NormalizedF32::ONE,
        ..Stroke::default()
    }
}
