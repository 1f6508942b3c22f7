//! The learned second look: boosted regression trees, read from the file that `training/train.py` writes.
//!
//! Each line of the file is a tree: its inner nodes (`feature:threshold:missing:left:right`), a bar, its
//! leaves. `missing` says where a number that is not known goes: `l` left, `r` right, `z` as if it were 0.
//! Children below zero are leaves. The score of a row is the sum over all trees.

use crate::features::COUNT;

/// Why a file of trees cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TreesError {
    /// The file was trained on other numbers.
    #[error("the trees were trained on {0} numbers, {COUNT} are computed")]
    Features(usize),
    /// A line is not a tree.
    #[error("line {0} is not a tree")]
    Line(usize),
}

/// Most leaves of one tree: as many as a mask has bits.
const MOST_LEAVES: usize = 32;

/// Rows that are scored side by side.
const LANES: usize = 16;

/// A question, and what a "right" answer rules out.
///
/// No tree is walked: every question of a tree is asked, and each that is answered "right" rules out the leaves on
/// its left; the first leaf that is left over is the one that a walk would reach (QuickScorer: Lucchese et al.,
/// SIGIR 2015). That needs no branch, and rows go side by side.
#[derive(Debug, Clone, Copy)]
struct Node {
    threshold: f32,
    /// Leaves that the answer "right" rules out.
    ruled_out: u32,
    /// Twice the number of the feature, and one more where a number that is not known goes right.
    column: u16,
}

/// A question as the file says it.
struct Inner {
    node: Node,
    /// Left, right; below zero a leaf.
    children: [i16; 2],
}

/// A sum of trees.
#[derive(Debug, Default)]
pub struct Trees {
    nodes: Vec<Node>,
    leaves: Vec<f32>,
    /// First node and first leaf of each tree.
    starts: Vec<(u32, u32)>,
}

impl Trees {
    /// Reads the file.
    pub fn read(text: &str) -> Result<Self, TreesError> {
        let mut lines = text.lines().enumerate();
        let features = lines.next().and_then(|(_, l)| l.trim().parse().ok()).unwrap_or(0);
        if features != COUNT {
            return Err(TreesError::Features(features));
        }
        let mut out = Self::default();
        for (number, line) in lines.filter(|(_, l)| !l.trim().is_empty()) {
            let fault = TreesError::Line(number + 1);
            let (nodes, leaves) = line.split_once('|').ok_or_else(|| fault.clone())?;
            let inner: Vec<Inner> =
                nodes.split_whitespace().map(inner).collect::<Option<_>>().ok_or_else(|| fault.clone())?;
            let leaves: Vec<f32> = leaves
                .split_whitespace()
                .map(str::parse)
                .collect::<Result<_, _>>()
                .map_err(|_| fault.clone())?;
            let masks = left_leaves(&inner, leaves.len()).ok_or(fault)?;
            out.starts.push((out.nodes.len() as u32, out.leaves.len() as u32));
            out.nodes.extend(inner.iter().zip(masks).map(|(i, left)| Node { ruled_out: left, ..i.node }));
            out.leaves.extend(leaves);
        }
        Ok(out)
    }

    /// Adds the trees of a range to the sums of the rows.
    pub fn add(&self, range: std::ops::Range<usize>, rows: &[&[f32; COUNT]], sums: &mut [f32]) {
        let last = range.end.min(self.starts.len());
        let range = range.start.min(last)..last;
        // Each number twice: what is not known lies below every threshold in one column, above in the other.
        let mut columns = [[0.0_f32; LANES]; 2 * COUNT];
        for (rows, sums) in rows.chunks(LANES).zip(sums.chunks_mut(LANES)) {
            for (lane, row) in rows.iter().enumerate() {
                for (pair, value) in columns.chunks_exact_mut(2).zip(row.iter()) {
                    let unknown = value.is_nan();
                    pair[0][lane] = if unknown { f32::NEG_INFINITY } else { *value };
                    pair[1][lane] = if unknown { f32::INFINITY } else { *value };
                }
            }
            let mut total = [0.0_f32; LANES];
            for tree in range.clone() {
                let (first, leaf) = self.starts[tree];
                let end = self.starts.get(tree + 1).map_or(self.nodes.len(), |(next, _)| *next as usize);
                let mut left = [u32::MAX; LANES];
                for node in &self.nodes[first as usize..end] {
                    let column = &columns[usize::from(node.column)];
                    for (left, value) in left.iter_mut().zip(column) {
                        // All ones where the value exceeds the threshold: the sign of the difference, which is exact
                        // in that. Compilers take a comparison apart again, lane by lane.
                        let right = ((node.threshold - *value).to_bits() as i32 >> 31) as u32;
                        *left &= !(right & node.ruled_out);
                    }
                }
                for (total, left) in total.iter_mut().zip(left) {
                    *total += self.leaves[leaf as usize + left.trailing_zeros() as usize];
                }
            }
            for (sum, total) in sums.iter_mut().zip(total) {
                *sum += total;
            }
        }
    }

    /// The sum over all trees.
    pub fn score(&self, row: &[f32; COUNT]) -> f32 {
        let mut sum = [0.0];
        self.add(0..self.len(), &[row], &mut sum);
        sum[0]
    }

    /// How many trees.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }
}

fn inner(token: &str) -> Option<Inner> {
    let mut parts = token.split(':');
    let feature: u8 = parts.next()?.parse().ok()?;
    let threshold: f32 = parts.next()?.parse().ok()?;
    let unknown_right = match parts.next()? {
        "l" => false,
        "r" => true,
        "z" => threshold < 0.0,
        _ => return None,
    };
    let children = [parts.next()?.parse().ok()?, parts.next()?.parse().ok()?];
    // A threshold that no known number exceeds still has what is not known on its right.
    let threshold = threshold.clamp(f32::MIN, f32::MAX);
    let node = Node { threshold, ruled_out: 0, column: 2 * u16::from(feature) + u16::from(unknown_right) };
    (usize::from(feature) < COUNT && parts.next().is_none()).then_some(Inner { node, children })
}

/// The leaves to the left of each question, as masks; none for what is no tree whose leaves stand from left to
/// right, each once.
fn left_leaves(inner: &[Inner], leaves: usize) -> Option<Vec<u32>> {
    if leaves != inner.len() + 1 || leaves > MOST_LEAVES {
        return None;
    }
    // Children stand behind their parents, so that every subtree is known when its parent is reached.
    let mut below = vec![0_u32; inner.len()];
    let mut left = vec![0_u32; inner.len()];
    for (at, question) in inner.iter().enumerate().rev() {
        let of = |child: i16| match usize::try_from(child) {
            Ok(child) => (child > at).then(|| below.get(child).copied()).flatten(),
            Err(_) => Some((-i32::from(child) - 1) as usize).filter(|l| *l < leaves).map(|l| 1 << l),
        };
        let sides = [of(question.children[0])?, of(question.children[1])?];
        let in_order = sides[0] != 0 && sides[1] != 0 && sides[0].ilog2() < sides[1].trailing_zeros();
        if !in_order {
            return None;
        }
        (left[at], below[at]) = (sides[0], sides[0] | sides[1]);
    }
    let all = if leaves == MOST_LEAVES { u32::MAX } else { (1 << leaves) - 1 };
    below.first().is_none_or(|b| *b == all).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(line: &str) -> String {
        format!("{COUNT}\n{line}\n")
    }

    #[test]
    fn a_row_falls_to_its_leaf_and_unknown_numbers_go_where_the_tree_says() {
        let trees = Trees::read(&file("0:1.5:r:-1:1 1:0:z:-2:-3|1 2 4")).expect("readable");
        let mut row = [0.0; COUNT];
        assert_eq!(trees.score(&row), 1.0);
        row[0] = 2.0;
        assert_eq!(trees.score(&row), 2.0);
        row[1] = 3.0;
        assert_eq!(trees.score(&row), 4.0);
        row[0] = f32::NAN;
        row[1] = f32::NAN;
        assert_eq!(trees.score(&row), 2.0);
    }

    #[test]
    fn a_damaged_file_is_refused_by_line() {
        assert_eq!(Trees::read("3\n").err(), Some(TreesError::Features(3)));
        for line in ["0:1:r:0:-1|1 2", "0:1:r:-1:-9|1 2", "0:1:r:-2:-1|1 2", "0:1|1", "x|1", "0:1:r:-1:-2|"] {
            assert_eq!(Trees::read(&file(line)).err(), Some(TreesError::Line(2)), "{line}");
        }
    }
}
