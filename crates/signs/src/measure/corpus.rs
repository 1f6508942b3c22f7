//! English texts with marked terms: GSC+ and ID-68.

use super::score::Counts;
use crate::SignReader;
use ariane_domain::Language;
use ariane_knowledge::formats::hpo::number;
use ariane_knowledge::phenotype::ontology::{Ontology, Resolution, TermIndex};
use std::path::Path;

/// A marked passage: characters from, to, term.
pub type Mention = (usize, usize, TermIndex);

/// A text with its marks.
#[derive(Debug, Clone)]
pub struct Document {
    /// Name of its file.
    pub name: String,
    /// The text.
    pub text: String,
    /// Marked passages.
    pub mentions: Vec<Mention>,
    /// Marks whose id no longer exists, without successor.
    pub dropped: usize,
}

/// What is compared.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scores {
    /// The set of terms of each document.
    pub document: Counts,
    /// Each passage with its term, both exactly.
    pub span: Counts,
}

/// A mark as the two corpora write it.
fn mark(line: &str) -> Option<(usize, usize, u32)> {
    if let Some(rest) = line.strip_prefix('[') {
        let (place, rest) = rest.split_once(']')?;
        let (from, to) = place.split_once("::")?;
        let code = rest.split('|').next()?.trim().replace('_', ":");
        return Some((from.parse().ok()?, to.parse().ok()?, number(&code)?));
    }
    let cells: Vec<&str> = line.split('\t').collect();
    Some((
        cells.first()?.trim().parse().ok()?,
        cells.get(1)?.trim().parse().ok()?,
        number(&cells.get(3)?.replace('_', ":"))?,
    ))
}

/// Reads a corpus: `ann/` and `corpus/` with files of the same name. `signs_only` leaves out terms that are no
/// phenotypic abnormality, such as modes of inheritance.
pub fn read(folder: &Path, ontology: &Ontology, signs_only: bool) -> Vec<Document> {
    let Ok(entries) = std::fs::read_dir(folder.join("ann")) else { return Vec::new() };
    let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|e| e.path()).collect();
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        let Some(name) = path.file_name().map(|n| n.to_string_lossy().into_owned()) else { continue };
        let (Ok(marks), Ok(text)) =
            (std::fs::read_to_string(&path), std::fs::read_to_string(folder.join("corpus").join(&name)))
        else {
            continue;
        };
        let (mut mentions, mut dropped) = (Vec::new(), 0);
        for (from, to, id) in marks.lines().filter_map(mark) {
            match ontology.resolve(id) {
                Resolution::Sign(term) | Resolution::Successor(term) => mentions.push((from, to, term)),
                Resolution::NotASign(term) if !signs_only => mentions.push((from, to, term)),
                Resolution::NotASign(_) => {}
                Resolution::Retired(_) | Resolution::Unknown => dropped += 1,
            }
        }
        out.push(Document { name, text, mentions, dropped });
    }
    out
}

/// Whether a document belongs to the half on which rules may be tried, told by its name.
pub fn is_development(name: &str) -> bool {
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 17) & 1 == 0
}

/// What the reader finds in a document.
pub fn found(reader: &SignReader, document: &Document, signs_only: bool) -> Vec<Mention> {
    let Ok(reading) = reader.read(&document.text, Language::En) else { return Vec::new() };
    let beside = if signs_only { Vec::new() } else { reading.beside };
    reading.signs.iter().chain(&beside).map(|s| (s.start, s.end, s.term)).collect()
}

/// Scores one document.
pub fn score(found: &[Mention], gold: &[Mention]) -> Scores {
    let terms = |mentions: &[Mention]| {
        let mut all: Vec<TermIndex> = mentions.iter().map(|m| m.2).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let once = |mentions: &[Mention]| {
        let mut all = mentions.to_vec();
        all.sort_unstable();
        all.dedup();
        all
    };
    Scores {
        document: Counts::of_sets(&terms(found), &terms(gold)),
        span: Counts::of_sets(&once(found), &once(gold)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_marking_are_read() {
        assert_eq!(mark("[14::27]\tHP_0001156 | short"), Some((14, 27, 1156)));
        assert_eq!(mark("88\t115\tshort\tHP:0001558\tNeg"), Some((88, 115, 1558)));
        assert_eq!(mark("nothing"), None);
    }
}
