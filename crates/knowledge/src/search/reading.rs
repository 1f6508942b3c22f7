//! How a typed word is read: itself, a completion, a likely spelling, one word for two or two for one.

use super::index::SearchIndex;
use super::rank::{completion, likeness};
use crate::fold;

/// Most completions of an unfinished word.
const COMPLETIONS: usize = 4000;
/// Most names that completions together may bring.
const COMPLETED_NAMES: usize = 40_000;

/// A word that was typed, and the words of the vocabulary it may stand for.
pub(super) struct Asked {
    pub(super) weight: f32,
    pub(super) alternatives: Vec<Alternative>,
}

/// A word of the vocabulary that a typed word may stand for.
#[derive(Clone, Copy)]
pub(super) struct Alternative {
    pub(super) term: u32,
    pub(super) like: f32,
    /// Itself or its completion, not a guess at the spelling.
    pub(super) as_typed: bool,
}

impl Alternative {
    const fn typed(term: u32, like: f32) -> Self {
        Self { term, like, as_typed: true }
    }

    const fn guessed(term: u32, like: f32) -> Self {
        Self { term, like, as_typed: false }
    }
}

impl SearchIndex {
    /// What each typed word may stand for: itself, its completions, its likely spellings, and, where it
    /// is none of them, two words written as one or one written as two.
    pub(super) fn asked(&self, words: &[String], typing: bool) -> Vec<Asked> {
        let mut out: Vec<Asked> = Vec::with_capacity(words.len());
        let mut similar = Vec::new();
        for (at, typed) in words.iter().enumerate() {
            let last = at + 1 == words.len();
            let word = fold::stem(typed);
            let mut alternatives: Vec<Alternative> = Vec::new();
            let exact = self.vocabulary.find(word);
            alternatives.extend(exact.map(|n| Alternative::typed(n, 1.0)));
            if let Some(n) = other_numeral(word).and_then(|w| self.vocabulary.find(w)) {
                alternatives.push(Alternative::typed(n, 0.9));
            }
            // A word that exists may still be a slip for another, but only by one letter.
            self.fuzzy.similar(&self.vocabulary, word, typed.len(), &mut similar);
            for (n, d) in similar.drain(..) {
                let like = likeness(d, typed.len());
                if exact.is_none() {
                    alternatives.push(Alternative::guessed(n, like));
                } else if d == 1 && typed.len() >= 6 {
                    alternatives.push(Alternative::guessed(n, like * 0.75));
                }
            }
            if last && typed.len() >= 2 && (typing || typed.len() >= 4) {
                self.complete(typed, exact.is_none() && alternatives.is_empty(), &mut alternatives);
            }
            // Two words for what the nomenclature writes as one: "neuro fibromatose".
            let one_word = |a: &str, b: &str| self.vocabulary.find(fold::stem(&format!("{a}{b}")));
            let with_next = words.get(at + 1).and_then(|next| one_word(typed, next));
            let with_last = at.checked_sub(1).and_then(|before| one_word(&words[before], typed));
            alternatives.extend(with_next.or(with_last).map(|n| Alternative::typed(n, 0.97)));
            if alternatives.is_empty()
                && typed.len() >= 8
                && let Some((a, b)) = self.split(typed)
            {
                for n in [a, b] {
                    let weight = self.weights[n as usize];
                    out.push(Asked { weight, alternatives: vec![Alternative::typed(n, 0.97)] });
                }
                continue;
            }
            let weight = match exact {
                Some(n) => self.weights[n as usize],
                None => {
                    alternatives.iter().map(|a| self.weights[a.term as usize] * a.like).fold(0.0, f32::max)
                }
            };
            let weight = if alternatives.is_empty() { self.heaviest } else { weight };
            out.push(Asked { weight, alternatives });
        }
        out
    }

    fn complete(&self, typed: &str, nothing_else: bool, alternatives: &mut Vec<Alternative>) {
        let range = self.vocabulary.starting_with(typed);
        let mut budget = COMPLETED_NAMES;
        for n in range.clone().take(COMPLETIONS) {
            let word = self.vocabulary.word(n);
            if word != typed && word != fold::stem(typed) {
                budget = budget.saturating_sub(self.postings_of(n).len());
                if budget == 0 {
                    break;
                }
                alternatives.push(Alternative::typed(n, completion(typed.len(), word.len())));
            }
        }
        if range.is_empty() && nothing_else && typed.len() >= 5 {
            for n in self.vocabulary.nearly_starting_with(typed, 64) {
                let like = completion(typed.len(), self.vocabulary.word(n).len()) * likeness(1, typed.len());
                alternatives.push(Alternative::guessed(n, like));
            }
        }
    }

    fn split(&self, typed: &str) -> Option<(u32, u32)> {
        (4..=typed.len().saturating_sub(4))
            .filter(|at| typed.is_char_boundary(*at))
            .filter_map(|at| {
                let (a, b) = typed.split_at(at);
                Some((self.vocabulary.find(fold::stem(a))?, self.vocabulary.find(fold::stem(b))?))
            })
            .next()
    }
}

/// Roman and Arabic numerals of types and stages are one: "type II" is "type 2".
fn other_numeral(word: &str) -> Option<&'static str> {
    const PAIRS: [(&str, &str); 12] = [
        ("1", "i"),
        ("2", "ii"),
        ("3", "iii"),
        ("4", "iv"),
        ("5", "v"),
        ("6", "vi"),
        ("7", "vii"),
        ("8", "viii"),
        ("9", "ix"),
        ("10", "x"),
        ("11", "xi"),
        ("12", "xii"),
    ];
    PAIRS.iter().find_map(|(arabic, roman)| {
        if word == *arabic {
            Some(*roman)
        } else if word == *roman {
            Some(*arabic)
        } else {
            None
        }
    })
}
