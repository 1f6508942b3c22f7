//! Which signs go together: a vector per sign, learned from which disorders have them.
//!
//! "Global developmental delay" and "intellectual disability" are no ancestors of each other, yet where one
//! is annotated the other is often seen. The vectors are the leading directions of the matrix disorders ×
//! signs (positive pointwise mutual information, truncated by power iteration on a seeded start), after
//! latent semantic analysis (Deerwester et al., 1990).
//!
//! Only rows that cite no single publication are used (OMIM's and Orphanet's own), so that leaving one
//! publication out of a ranking leaves nothing of it behind here.

use crate::frequency::{Profile, Share};
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::phenotype::disorders::Row;
use ariane_knowledge::phenotype::ontology::TermIndex;

/// Length of a vector.
pub const DIRECTIONS: usize = 96;

/// Rounds of the power iteration.
const ROUNDS: usize = 6;

/// A term that fewer disorders bear takes the mean of its parents' vectors.
const LEAST_BEARERS: usize = 3;

/// Vectors of all terms.
pub struct Likeness {
    vectors: Vec<f32>,
}

/// A vector.
pub type Vector = [f32; DIRECTIONS];

impl Likeness {
    /// Learns the vectors.
    pub fn new(phenotypes: &Phenotypes) -> Self {
        let ontology = &phenotypes.ontology;
        let terms = ontology.terms().len();
        if terms == 0 {
            return Self { vectors: Vec::new() };
        }
        let is_paper: Vec<bool> = phenotypes.references.iter().map(|r| r.starts_with("PMID:")).collect();
        let of_papers = |row: &&Row| !is_paper.get(row.reference as usize).copied().unwrap_or(false);
        let rows: Vec<Vec<(TermIndex, f32)>> = phenotypes
            .disorders
            .iter()
            .map(|d| {
                let rows: Vec<Row> = d.rows.iter().filter(of_papers).copied().collect();
                let profile = Profile::of_rows(ontology, &rows);
                profile.marks.iter().map(|m| (m.term, m.within.value())).collect::<Vec<_>>()
            })
            .filter(|r| !r.is_empty())
            .collect();
        let mut bearers = vec![0_usize; terms];
        let mut weight = vec![0.0_f32; terms];
        for (term, share) in rows.iter().flatten() {
            bearers[usize::from(*term)] += 1;
            weight[usize::from(*term)] += share;
        }
        let n = rows.len().max(1) as f32;
        // Weight of a term in a disorder: share × information, square root to temper the rare ones.
        let matrix: Vec<Vec<(TermIndex, f32)>> = rows
            .iter()
            .map(|row| {
                let mut row: Vec<(TermIndex, f32)> = row
                    .iter()
                    .filter(|(t, _)| bearers[usize::from(*t)] >= LEAST_BEARERS)
                    .map(|(t, share)| (*t, share.sqrt() * (n / bearers[usize::from(*t)] as f32).ln()))
                    .collect();
                let length = row.iter().map(|(_, v)| v * v).sum::<f32>().sqrt().max(1e-6);
                row.iter_mut().for_each(|(_, v)| *v /= length);
                row
            })
            .collect();
        let mut vectors = vec![0.0_f32; terms * DIRECTIONS];
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        for v in &mut vectors {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            *v = ((state >> 40) as f32 / (1 << 24) as f32) - 0.5;
        }
        for _ in 0..ROUNDS {
            let mut next = vec![0.0_f32; terms * DIRECTIONS];
            for row in &matrix {
                let mut sum = [0.0_f32; DIRECTIONS];
                for (term, value) in row {
                    let at = usize::from(*term) * DIRECTIONS;
                    for (s, v) in sum.iter_mut().zip(&vectors[at..at + DIRECTIONS]) {
                        *s += value * v;
                    }
                }
                for (term, value) in row {
                    let at = usize::from(*term) * DIRECTIONS;
                    for (s, v) in next[at..at + DIRECTIONS].iter_mut().zip(&sum) {
                        *s += value * v;
                    }
                }
            }
            orthonormalise(&mut next, terms);
            vectors = next;
        }
        let mut out = Self { vectors };
        out.scale();
        for (index, term) in ontology.terms().iter().enumerate() {
            if bearers[index] < LEAST_BEARERS && !term.parents.is_empty() {
                // Parents come first where they are common enough; a chain of rare terms ends at one.
                let mut mean = [0.0_f32; DIRECTIONS];
                let above: Vec<TermIndex> = ontology
                    .ancestors_or_self(index as TermIndex)
                    .iter()
                    .copied()
                    .filter(|a| bearers[usize::from(*a)] >= LEAST_BEARERS)
                    .collect();
                let nearest: Vec<TermIndex> = above
                    .iter()
                    .copied()
                    .filter(|a| !above.iter().any(|b| b != a && ontology.is_within(*b, *a)))
                    .collect();
                for parent in &nearest {
                    for (m, v) in mean.iter_mut().zip(out.of(*parent)) {
                        *m += v / nearest.len() as f32;
                    }
                }
                let at = index * DIRECTIONS;
                out.vectors[at..at + DIRECTIONS].copy_from_slice(&mean);
            }
        }
        out
    }

    fn scale(&mut self) {
        for vector in self.vectors.chunks_mut(DIRECTIONS) {
            let length = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
            if length > 1e-9 {
                vector.iter_mut().for_each(|v| *v /= length);
            }
        }
    }

    /// Memory in bytes.
    pub fn bytes(&self) -> usize {
        size_of_val(self.vectors.as_slice())
    }

    /// The vector of a term, of length 1.
    pub fn of(&self, term: TermIndex) -> &[f32] {
        let at = usize::from(term) * DIRECTIONS;
        self.vectors.get(at..at + DIRECTIONS).unwrap_or(&[])
    }

    /// The vector of a disorder: its named signs, weighted by share and information.
    pub fn of_profile(&self, information: &[f32], profile: &Profile) -> Vector {
        let mut sum = [0.0_f32; DIRECTIONS];
        for mark in profile.marks.iter().filter(|m| m.itself != Share::NONE) {
            let weight = mark.itself.value().sqrt() * information[usize::from(mark.term)];
            for (s, v) in sum.iter_mut().zip(self.of(mark.term)) {
                *s += weight * v;
            }
        }
        unit(sum)
    }

    /// The vector of a query.
    pub fn of_signs(&self, information: &[f32], signs: &[TermIndex]) -> Vector {
        let mut sum = [0.0_f32; DIRECTIONS];
        for sign in signs {
            for (s, v) in sum.iter_mut().zip(self.of(*sign)) {
                *s += information[usize::from(*sign)] * v;
            }
        }
        unit(sum)
    }
}

fn unit(mut vector: Vector) -> Vector {
    let length = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
    if length > 1e-9 {
        vector.iter_mut().for_each(|v| *v /= length);
    }
    vector
}

/// The cosine of two vectors of length 1.
pub fn cosine(a: &[f32], b: &[f32]) -> f32 {
    // Eight sums side by side: one after the other, each addition would wait for the last.
    const LANES: usize = 8;
    let mut sums = [0.0_f32; LANES];
    let (a_rest, b_rest) = (a.chunks_exact(LANES).remainder(), b.chunks_exact(LANES).remainder());
    for (a, b) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for (lane, sum) in sums.iter_mut().enumerate() {
            *sum += a[lane] * b[lane];
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum();
    sums.iter().sum::<f32>() + rest
}

/// Gram–Schmidt over the columns, which are laid out one after the other for the time being.
fn orthonormalise(vectors: &mut [f32], terms: usize) {
    let mut columns = vec![0.0_f32; vectors.len()];
    for (t, vector) in vectors.chunks(DIRECTIONS).enumerate() {
        for (c, v) in vector.iter().enumerate() {
            columns[c * terms + t] = *v;
        }
    }
    for column in 0..DIRECTIONS {
        let (before, rest) = columns.split_at_mut(column * terms);
        let own = &mut rest[..terms];
        for other in before.chunks(terms) {
            let dot: f32 = own.iter().zip(other).map(|(a, b)| a * b).sum();
            own.iter_mut().zip(other).for_each(|(a, b)| *a -= dot * b);
        }
        let length = own.iter().map(|a| a * a).sum::<f32>().sqrt().max(1e-9);
        own.iter_mut().for_each(|a| *a /= length);
    }
    for (t, vector) in vectors.chunks_mut(DIRECTIONS).enumerate() {
        for (c, v) in vector.iter_mut().enumerate() {
            *v = columns[c * terms + t];
        }
    }
}
