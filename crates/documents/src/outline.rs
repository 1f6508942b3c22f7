//! The document's outline, which viewers show beside the pages and PDF/UA demands.

use crate::rows::Anchor;
use crate::style::MARGIN;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

/// Gathers headings while pages are drawn.
pub(crate) struct Contents {
    headings: Vec<(u16, OutlineNode)>,
}

impl Contents {
    /// No heading yet.
    pub(crate) const fn new() -> Self {
        Self { headings: Vec::new() }
    }

    /// Adds the heading at this height of this page.
    pub(crate) fn add(&mut self, anchor: &Anchor, page: usize, top: f32) {
        let place = XyzDestination::new(page, Point::from_xy(MARGIN, (top - 8.0).max(0.0)));
        self.headings.push((anchor.level, OutlineNode::new(anchor.text.clone(), place).with_open(true)));
    }

    /// The outline: title and sections side by side, entries below their section.
    pub(crate) fn finish(self, title: &str) -> Outline {
        let mut outline = Outline::new();
        let mut section: Option<OutlineNode> = None;
        let mut empty = true;
        for (level, heading) in self.headings {
            empty = false;
            match (&mut section, level) {
                (Some(open), 3..) => open.push_child(heading),
                _ => {
                    if let Some(done) = section.replace(heading) {
                        outline.push_child(done);
                    }
                }
            }
        }
        if let Some(done) = section {
            outline.push_child(done);
        }
        if empty {
            let place = XyzDestination::new(0, Point::from_xy(MARGIN, 0.0));
            outline.push_child(OutlineNode::new(title.to_owned(), place));
        }
        outline
    }
}
