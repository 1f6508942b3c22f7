//! Shares rows out over pages.

use crate::rows::{Block, Row, height_of};

/// A row and where its top is.
pub(crate) type Placed = (f32, Row);

/// The part of a page that rows may fill.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    /// Upper edge.
    pub(crate) top: f32,
    /// Lower edge.
    pub(crate) bottom: f32,
}

/// Below this part of a page left over, a chain too long for one page starts on the next.
const LEAST_START: f32 = 0.25;

/// Pages with their rows. Blocks are cut only when they are longer than a page, and never after a glued
/// row, unless the glued rows alone are longer than a page.
pub(crate) fn paginate(blocks: Vec<Block>, frame: Frame) -> Vec<Vec<Placed>> {
    let mut filling = Filling { frame, y: frame.top, pages: vec![Vec::new()] };
    let mut chain: Vec<Row> = Vec::new();
    for block in blocks {
        chain.extend(block.rows);
        if !block.keep_with_next {
            filling.chain(std::mem::take(&mut chain));
        }
    }
    filling.chain(chain);
    filling.pages
}

struct Filling {
    frame: Frame,
    y: f32,
    pages: Vec<Vec<Placed>>,
}

impl Filling {
    fn at_top(&self) -> bool {
        self.pages.last().is_none_or(Vec::is_empty)
    }

    fn fits(&self, rows: &[&Row]) -> bool {
        let gap = if self.at_top() { 0.0 } else { rows.first().map_or(0.0, |row| row.gap) };
        self.y + gap + height_of(rows) <= self.frame.bottom
    }

    fn turn(&mut self) {
        if !self.at_top() {
            self.pages.push(Vec::new());
            self.y = self.frame.top;
        }
    }

    fn chain(&mut self, rows: Vec<Row>) {
        if rows.is_empty() {
            return;
        }
        let all: Vec<&Row> = rows.iter().collect();
        let page = self.frame.bottom - self.frame.top;
        let on_one_page = height_of(&all) <= page;
        let little_left = self.frame.bottom - self.y < page * LEAST_START;
        if !self.fits(&all) && (on_one_page || little_left) {
            self.turn();
        }
        let mut glued = Vec::new();
        for row in rows {
            let more = row.glue;
            glued.push(row);
            if !more {
                self.glued(std::mem::take(&mut glued));
            }
        }
        if !glued.is_empty() {
            self.glued(glued);
        }
    }

    fn glued(&mut self, rows: Vec<Row>) {
        if !self.fits(&rows.iter().collect::<Vec<_>>()) {
            self.turn();
        }
        for row in rows {
            if !self.fits(&[&row]) {
                self.turn();
            }
            // A hairline parts two entries; at the head of a page there is nothing to part.
            if self.at_top() && row.drawing == Some(crate::rows::Drawing::Hairline) {
                continue;
            }
            if !self.at_top() {
                self.y += row.gap;
            }
            let top = self.y;
            self.y += row.height;
            if let Some(page) = self.pages.last_mut() {
                page.push((top, row));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(heights: &[f32], glue: bool, keep_with_next: bool) -> Block {
        let rows = heights.iter().map(|&height| Row { height, glue, ..Row::default() }).collect();
        Block { rows, keep_with_next }
    }

    const FRAME: Frame = Frame { top: 0.0, bottom: 100.0 };

    fn counts(blocks: Vec<Block>) -> Vec<usize> {
        paginate(blocks, FRAME).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_heading_moves_with_its_first_entry() {
        assert_eq!(
            counts(vec![
                block(&[70.0], false, false),
                block(&[10.0], true, true),
                block(&[15.0, 15.0], false, false)
            ]),
            [1, 3]
        );
    }

    #[test]
    fn an_entry_that_fits_on_a_page_is_not_cut() {
        assert_eq!(counts(vec![block(&[60.0], false, false), block(&[30.0, 30.0], false, false)]), [1, 2]);
    }

    #[test]
    fn an_entry_longer_than_a_page_is_cut_between_rows() {
        assert_eq!(counts(vec![block(&[40.0; 6], false, false)]), [2, 2, 2]);
    }

    #[test]
    fn glued_rows_longer_than_a_page_still_end() {
        assert_eq!(counts(vec![block(&[40.0; 6], true, false)]).iter().sum::<usize>(), 6);
        assert_eq!(counts(vec![block(&[400.0; 2], true, false)]), [1, 1]);
    }
}
