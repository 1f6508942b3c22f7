//! Two edits of one text: neither's words are lost.
//!
//! A text is saved with the revision that was read. When another edit came first, both are joined over the text that both
//! had read, line by line (a paragraph of a text field is a line). Where both changed the same lines, both wordings are
//! kept and shown, and a human chooses.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// A text as stored or as read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revised<'a> {
    /// How often it changed.
    pub revision: u32,
    /// Words.
    pub text: &'a str,
}

/// A stretch of a joined text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Lines that both edits agree on, or only one changed.
    Agreed(String),
    /// Lines that both changed, each in its own way.
    Conflict {
        /// As both had read them.
        before: String,
        /// As stored by who came first.
        theirs: String,
        /// As written by who saves now.
        mine: String,
    },
}

/// What saving comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// The text to store.
    Save(String),
    /// Both changed the same lines: nothing is stored before somebody chose. The page shows all pieces.
    Choose(Vec<Piece>),
}

/// What becomes of `mine`, written on what was read, when `stored` is what stands there now.
pub fn saving(stored: &Revised<'_>, read: &Revised<'_>, mine: &str) -> Saving {
    if stored.revision == read.revision {
        return Saving::Save(plain(mine));
    }
    let pieces = join(read.text, stored.text, mine);
    match agreed(&pieces) {
        Some(text) => Saving::Save(text),
        None => Saving::Choose(pieces),
    }
}

/// The text when nothing is in conflict.
pub fn agreed(pieces: &[Piece]) -> Option<String> {
    let lines: Option<Vec<&str>> = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Agreed(text) => Some(text.as_str()),
            Piece::Conflict { .. } => None,
        })
        .collect();
    lines.map(|lines| lines.join("\n"))
}

/// A text in which both wordings of every conflict stand one after the other, for who saves without scripts or leaves the
/// page: nothing is lost, and the lines `between` say where.
pub fn both(pieces: &[Piece], between: &str) -> String {
    let mut lines = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Agreed(text) => lines.push(text.as_str()),
            Piece::Conflict { theirs, mine, .. } => lines.extend([theirs.as_str(), between, mine.as_str()]),
        }
    }
    lines.join("\n")
}

/// A text in which one side's wording of every conflict stands: of who saves now, or of who came first.
pub fn chosen(pieces: &[Piece], is_mine: bool) -> String {
    let lines: Vec<&str> = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Agreed(text) => text.as_str(),
            Piece::Conflict { mine, .. } if is_mine => mine.as_str(),
            Piece::Conflict { theirs, .. } => theirs.as_str(),
        })
        .collect();
    lines.join("\n")
}

/// Forms send CR LF; a text has LF.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Lines of the read text and what one edit put in their place.
#[derive(Debug, Clone)]
struct Change<'a> {
    before: Range<usize>,
    lines: &'a [&'a str],
    is_mine: bool,
}

fn changes<'a>(before: &[&str], after: &'a [&'a str], is_mine: bool) -> Vec<Change<'a>> {
    let mut found: Vec<Change<'a>> = Vec::new();
    let mut taken = 0..0;
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        match found.last_mut().filter(|last| last.before.end == old.start && taken.end == new.start) {
            Some(last) => {
                last.before.end = old.end;
                taken.end = new.end;
                last.lines = &after[taken.clone()];
            }
            None => {
                taken = new.clone();
                found.push(Change { before: old, lines: &after[new], is_mine });
            }
        }
    }
    found
}

/// Whether two changes concern the same lines: they overlap, or both insert at one place. Neighbours do not.
fn meet(a: &Range<usize>, b: &Range<usize>) -> bool {
    (a.start < b.end && b.start < a.end) || (a == b && a.is_empty())
}

/// Joins two edits of one text.
pub fn join(read: &str, theirs: &str, mine: &str) -> Vec<Piece> {
    let (read, theirs, mine) = (plain(read), plain(theirs), plain(mine));
    let before: Vec<&str> = read.split('\n').collect();
    let (their_lines, my_lines): (Vec<&str>, Vec<&str>) =
        (theirs.split('\n').collect(), mine.split('\n').collect());
    let mut all = changes(&before, &their_lines, false);
    all.extend(changes(&before, &my_lines, true));
    all.sort_by_key(|change| (change.before.start, change.before.end));

    let mut pieces = Pieces::default();
    let (mut at, mut next) = (0, 0);
    while let Some(first) = all.get(next) {
        let mut region = first.before.clone();
        let mut end = next + 1;
        while let Some(other) = all.get(end).filter(|other| meet(&region, &other.before)) {
            region.end = region.end.max(other.before.end);
            end += 1;
        }
        pieces.agreed(&before[at..region.start]);
        pieces.region(&before, &region, &all[next..end]);
        (at, next) = (region.end, end);
    }
    pieces.agreed(&before[at..]);
    pieces.finish()
}

/// A region as one edit left it.
fn as_left(before: &[&str], region: &Range<usize>, changes: &[Change<'_>], is_mine: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut at = region.start;
    for change in changes.iter().filter(|change| change.is_mine == is_mine) {
        lines.extend(before[at..change.before.start].iter().map(|line| (*line).to_owned()));
        lines.extend(change.lines.iter().map(|line| (*line).to_owned()));
        at = change.before.end;
    }
    lines.extend(before[at..region.end].iter().map(|line| (*line).to_owned()));
    lines
}

#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    lines: Vec<String>,
}

impl Pieces {
    fn agreed<S: AsRef<str>>(&mut self, lines: &[S]) {
        self.lines.extend(lines.iter().map(|line| line.as_ref().to_owned()));
    }

    fn region(&mut self, before: &[&str], region: &Range<usize>, changes: &[Change<'_>]) {
        let is_of_both = changes.iter().any(|c| c.is_mine) && changes.iter().any(|c| !c.is_mine);
        let mine = as_left(before, region, changes, true);
        let theirs = as_left(before, region, changes, false);
        if !is_of_both {
            let is_mine = changes.iter().any(|change| change.is_mine);
            self.agreed(if is_mine { &mine } else { &theirs });
        } else if mine == theirs {
            self.agreed(&mine);
        } else {
            self.flush();
            let before = before[region.clone()].join("\n");
            self.done.push(Piece::Conflict { before, theirs: theirs.join("\n"), mine: mine.join("\n") });
        }
    }

    fn flush(&mut self) {
        if !self.lines.is_empty() {
            self.done.push(Piece::Agreed(std::mem::take(&mut self.lines).join("\n")));
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.flush();
        self.done
    }
}

#[cfg(test)]
mod tests;
