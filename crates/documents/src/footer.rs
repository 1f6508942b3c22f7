//! The foot of every page: what must be said, and which page it is.

use crate::composition::{Column, Composition};
use crate::drawing;
use crate::paragraph::{Line, measure, wrap};
use crate::rows::Run;
use crate::structure::{NodeId, Role, Structure};
use crate::style::{BOTTOM, FOOT, MARGIN, MEASURE, Part, Style};
use crate::typeface::Family;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

/// Lines of the footer that are shown; a longer text is cut and says so.
const MOST_LINES: usize = 4;

/// A footer, set once and drawn on every page.
pub(crate) struct Footer {
    lines: Vec<Line>,
    style: Style,
    node: NodeId,
}

impl Footer {
    /// Sets the footer.
    pub(crate) fn new(composition: &mut Composition<'_>, text: &str) -> Self {
        let style = composition.scale.style(Part::Footer);
        let face = composition.family.face(style.weight);
        let column =
            Column { width: MEASURE - measure("000 / 000", face, style.size) - 14.0, ..Column::FULL };
        let text = composition.clean(text);
        let mut lines = wrap(&text, face, style.size, column.width);
        if lines.len() > MOST_LINES {
            lines.truncate(MOST_LINES);
            if let Some(last) = lines.pop() {
                let kept: String =
                    last.text.chars().take(last.text.chars().count().saturating_sub(3)).collect();
                lines.extend(
                    wrap(&format!("{}…", kept.trim_end()), face, style.size, column.width)
                        .into_iter()
                        .take(1),
                );
            }
        }
        let node = composition.structure.add(Structure::ROOT, Role::Paragraph);
        Self { lines, style, node }
    }

    fn top(&self) -> f32 {
        FOOT - self.lines.len().max(1) as f32 * self.style.leading
    }

    /// Where the text of a page must end.
    pub(crate) fn limit(&self) -> f32 {
        (self.top() - 15.0).min(BOTTOM)
    }

    /// Draws the footer. On the last page it is content, so that a screen reader says it once;
    /// on the others it is furniture.
    pub(crate) fn draw(
        &self,
        surface: &mut Surface<'_>,
        family: &Family,
        structure: &mut Structure,
        page: usize,
        pages: usize,
    ) {
        drawing::foot_line(surface, self.top() - 5.0);
        let furniture = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer));
        let last = page + 1 == pages;
        for (rank, line) in self.lines.iter().enumerate() {
            let y = rank as f32 * self.style.leading;
            let run =
                Run { x: MARGIN, y, line: line.clone(), style: self.style, node: self.node, link: None };
            let tag = if last { ContentTag::Span(SpanTag::empty()) } else { furniture };
            let mark = surface.start_tagged(tag);
            drawing::text(surface, family, &run, self.top());
            surface.end_tagged();
            if last {
                structure.mark(self.node, mark);
            }
        }
        let number = format!("{} / {pages}", page + 1);
        let face = family.face(self.style.weight);
        for line in wrap(&number, face, self.style.size, MEASURE) {
            let x = MARGIN + MEASURE - line.width;
            let run = Run { x, y: 0.0, line, style: self.style, node: self.node, link: None };
            surface.start_tagged(furniture);
            drawing::text(surface, family, &run, self.top());
            surface.end_tagged();
        }
    }
}
