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

#[derive(Debug, Clone, Copy)]
struct Node {
    threshold: f32,
    feature: u8,
    /// Whether a number that is not known goes right.
    unknown_right: bool,
    /// Left, right.
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
            out.starts.push((out.nodes.len() as u32, out.leaves.len() as u32));
            let (first, first_leaf) = (out.nodes.len(), out.leaves.len());
            for token in nodes.split_whitespace() {
                out.nodes.push(node(token).ok_or_else(|| fault.clone())?);
            }
            for token in leaves.split_whitespace() {
                out.leaves.push(token.parse().map_err(|_| fault.clone())?);
            }
            let (count, leaf_count) = (out.nodes.len() - first, out.leaves.len() - first_leaf);
            // Children point forward, so that every walk ends.
            let sound = out.nodes[first..].iter().enumerate().all(|(i, n)| {
                n.children.into_iter().all(|child| match usize::try_from(child) {
                    Ok(child) => child > i && child < count,
                    Err(_) => ((-i32::from(child) - 1) as usize) < leaf_count,
                })
            });
            if !sound || leaf_count == 0 {
                return Err(fault);
            }
        }
        Ok(out)
    }

    /// Adds the trees of a range to the sums of the rows, tree by tree.
    pub fn add(&self, range: std::ops::Range<usize>, rows: &[&[f32; COUNT]], sums: &mut [f32]) {
        let last = range.end.min(self.starts.len());
        for (first, leaf) in &self.starts[range.start.min(last)..last] {
            let nodes = &self.nodes[*first as usize..];
            let leaves = &self.leaves[*leaf as usize..];
            for (row, sum) in rows.iter().zip(sums.iter_mut()) {
                let mut at = 0_i16;
                while let Some(node) = usize::try_from(at).ok().and_then(|i| nodes.get(i)) {
                    let value = row[usize::from(node.feature)];
                    let right = (value > node.threshold) | (node.unknown_right & value.is_nan());
                    at = node.children[usize::from(right)];
                }
                *sum += leaves[(-i32::from(at) - 1).max(0) as usize];
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

fn node(token: &str) -> Option<Node> {
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
    let node = Node { feature, threshold, unknown_right, children };
    (usize::from(feature) < COUNT && parts.next().is_none()).then_some(node)
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
        for line in ["0:1:r:0:-1|1 2", "0:1:r:-1:-9|1 2", "0:1|1", "x|1", "0:1:r:-1:-2|"] {
            assert_eq!(Trees::read(&file(line)).err(), Some(TreesError::Line(2)), "{line}");
        }
    }
}
