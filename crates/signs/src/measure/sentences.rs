//! Sentences written by hand, with the terms that a careful reader would note.

use super::score::{Counts, Share};
use crate::{FoundSign, SignReader, Status};
use ariane_domain::Language;
use ariane_knowledge::formats::hpo::number;
use ariane_knowledge::phenotype::ontology::Ontology;
use serde::Deserialize;

/// A sign that was noted.
#[derive(Debug, Clone, Deserialize)]
pub struct Noted {
    /// `HP:0001250`.
    pub hpo: String,
    /// The term's name.
    pub label: String,
    /// The passage.
    #[serde(default)]
    pub quote: String,
    /// `observed`, `excluded`, `family`, `uncertain`.
    pub status: String,
    /// Codes that are just as right.
    #[serde(default)]
    pub accept: Vec<String>,
}

/// A text.
#[derive(Debug, Clone, Deserialize)]
pub struct Sentence {
    /// E.g. `fr-001`.
    pub id: String,
    /// The text.
    pub text: String,
    /// What was noted.
    pub signs: Vec<Noted>,
}

impl Sentence {
    /// Whether its number is odd: errors in these may be looked at.
    pub fn is_development(&self) -> bool {
        self.id.bytes().last().is_some_and(|b| b % 2 == 1)
    }
}

/// Scores over sentences.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scores {
    /// Code alone.
    pub code: Counts,
    /// Code and status.
    pub full: Counts,
    /// Status right among right codes, per noted status: observed, excluded, family, uncertain.
    pub status: [Share; 4],
}

impl Scores {
    /// Both together.
    pub fn add(&mut self, other: &Scores) {
        self.code.add(other.code);
        self.full.add(other.full);
        for (mine, theirs) in self.status.iter_mut().zip(other.status) {
            mine.add(theirs);
        }
    }
}

/// The sentences of a file; lines that cannot be read are left out.
pub fn read(text: &str) -> Vec<Sentence> {
    text.lines().filter_map(|l| serde_json::from_str(l).ok()).collect()
}

/// Statuses in the order of [`Scores::status`].
pub const STATUSES: [(&str, Status); 4] = [
    ("observed", Status::Observed),
    ("excluded", Status::Excluded),
    ("family", Status::Family),
    ("uncertain", Status::Uncertain),
];

/// What differs between what was noted and what was found.
#[derive(Debug, Default)]
pub struct Difference {
    /// Indexes of noted signs that were not found.
    pub missed: Vec<usize>,
    /// Found signs that were not noted.
    pub wrong: Vec<(u32, Status, usize, usize, String)>,
    /// Noted and found with another status.
    pub status: Vec<(usize, Status)>,
}

/// Reads and scores one sentence.
pub fn score(
    reader: &SignReader,
    ontology: &Ontology,
    sentence: &Sentence,
    language: Language,
) -> (Scores, Difference) {
    let signs = reader.read(&sentence.text, language).map(|r| r.signs).unwrap_or_default();
    let id = |s: &FoundSign| ontology.term(s.term).map_or(0, |t| t.id);
    let mut found: Vec<(u32, Status)> = signs.iter().map(|s| (id(s), s.status)).collect();
    found.sort_by_key(|(id, s)| (*id, *s as u8));
    found.dedup();
    let codes = |noted: &Noted| -> Vec<u32> {
        std::iter::once(&noted.hpo).chain(&noted.accept).filter_map(|c| number(c)).collect()
    };
    let status = |noted: &Noted| STATUSES.iter().position(|(n, _)| *n == noted.status).unwrap_or(0);
    let mut scores = Scores::default();
    let mut difference = Difference::default();
    // Code and status: exact codes first.
    let mut free = found.clone();
    let mut open: Vec<usize> = (0..sentence.signs.len()).collect();
    for only_exact in [true, false] {
        open.retain(|i| {
            let noted = &sentence.signs[*i];
            let wanted = codes(noted);
            let wanted = if only_exact { &wanted[..wanted.len().min(1)] } else { &wanted };
            let hit = free.iter().position(|(c, s)| wanted.contains(c) && *s == STATUSES[status(noted)].1);
            hit.map(|at| free.remove(at)).is_none()
        });
    }
    scores.full = Counts { right: sentence.signs.len() - open.len(), wrong: free.len(), missed: open.len() };
    // Code alone; where a term was found with several statuses, the right one counts.
    let mut free: Vec<u32> = found.iter().map(|f| f.0).collect();
    free.dedup();
    let mut noted_codes: Vec<usize> = Vec::new();
    for (i, noted) in sentence.signs.iter().enumerate() {
        if !noted_codes.iter().any(|k| sentence.signs[*k].hpo == noted.hpo) {
            noted_codes.push(i);
        }
    }
    let all = noted_codes.len();
    for only_exact in [true, false] {
        noted_codes.retain(|i| {
            let wanted = codes(&sentence.signs[*i]);
            let wanted = if only_exact { &wanted[..wanted.len().min(1)] } else { &wanted };
            let Some(at) = free.iter().position(|c| wanted.contains(c)) else { return true };
            let code = free.remove(at);
            let right = status(&sentence.signs[*i]);
            let same = found.iter().any(|(c, s)| *c == code && *s == STATUSES[right].1);
            scores.status[right].count(same);
            if !same && let Some((_, s)) = found.iter().find(|(c, _)| *c == code) {
                difference.status.push((*i, *s));
            }
            false
        });
    }
    scores.code = Counts { right: all - noted_codes.len(), wrong: free.len(), missed: noted_codes.len() };
    difference.missed = noted_codes;
    difference.wrong = signs
        .iter()
        .filter(|s| free.contains(&id(s)))
        .map(|s| (id(s), s.status, s.start, s.end, s.wording.clone()))
        .collect();
    (scores, difference)
}

#[cfg(test)]
mod tests {
    #[test]
    fn odd_numbers_are_for_development() {
        let all = super::read(r#"{"id":"fr-001","text":"x","signs":[]}"#);
        assert!(all[0].is_development());
        assert!(super::read("broken").is_empty());
    }
}
