//! Whether a sign that a text names is there, denied, doubtful or somebody else's.

mod family;
mod negation;
mod people;
mod uncertainty;

pub(crate) use family::Family;

use crate::language::{Item, Rules};
use crate::tokens::{Gap, Token};

/// One sentence with what was found in it.
pub(crate) struct Scene<'a, 't> {
    pub tokens: &'a [Token<'t>],
    pub items: &'a [Item],
    pub rules: &'a Rules,
    /// Which match covers a word, if any.
    pub covered: Vec<Option<usize>>,
    /// Words that deny but belong to a wording ("ne marche pas").
    pub spent: Vec<bool>,
    marks: Vec<Mark>,
}

/// What the cue tables say of a word; an expression marks its first word, its length beside it.
#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    pseudo: bool,
    cannot_exclude: Option<u8>,
    neg_before: Option<u8>,
    neg_after: Option<u8>,
    uncertain_before: Option<u8>,
    uncertain_after: Option<u8>,
    could: bool,
    scope_end: bool,
    list_or: bool,
    list_and: bool,
    subject: bool,
    have: bool,
    neg_list: bool,
}

/// First and last word of a match in its sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub first: usize,
    pub last: usize,
    pub denied_inside: bool,
}

/// What the words around a match say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Certainty {
    Stated,
    Denied,
    Doubtful,
}

impl<'a, 't> Scene<'a, 't> {
    pub fn new(
        tokens: &'a [Token<'t>],
        items: &'a [Item],
        rules: &'a Rules,
        covered: Vec<Option<usize>>,
        spent: Vec<bool>,
    ) -> Self {
        let cues = &rules.cues;
        let mut marks = vec![Mark::default(); tokens.len()];
        for at in 0..tokens.len() {
            if !rules.firsts.contains(tokens[at].folded.as_str()) {
                continue;
            }
            let word = |i: usize| tokens.get(at + i).map(|t| t.folded.as_str());
            let length = |e: &crate::language::Expressions| e.at(word).map(|(n, _)| n as u8);
            let pseudo = cues.pseudo.at(word).map_or(0, |(n, _)| n);
            let cannot = length(&cues.cannot_exclude);
            let mark = &mut marks[at];
            mark.cannot_exclude = cannot;
            mark.neg_before = length(&cues.neg_before);
            mark.neg_after = length(&cues.neg_after);
            mark.uncertain_before = length(&cues.uncertain_before);
            mark.uncertain_after = length(&cues.uncertain_after);
            mark.could = length(&cues.could).is_some();
            mark.scope_end = length(&cues.scope_end).is_some();
            mark.list_or = crate::matcher::is_join(&tokens[at], &cues.list_or);
            mark.list_and = crate::matcher::is_join(&tokens[at], &cues.list_and);
            mark.subject = length(&cues.subjects).is_some();
            mark.have = length(&cues.have).is_some() && tokens[at].raw != "à";
            mark.neg_list = length(&cues.neg_list).is_some();
            let spoilt = pseudo.max(usize::from(cannot.unwrap_or(0)));
            marks.iter_mut().skip(at).take(spoilt).for_each(|m| m.pseudo = true);
        }
        Self { tokens, items, rules, covered, spent, marks }
    }

    /// What the sentence says about a match.
    pub fn certainty(&self, span: Span) -> Certainty {
        if uncertainty::is_doubtful(self, span) {
            Certainty::Doubtful
        } else if negation::is_denied(self, span) {
            Certainty::Denied
        } else {
            Certainty::Stated
        }
    }

    /// Whether a word begins an expression of several words that denies.
    pub fn is_cue(&self, at: usize) -> bool {
        self.marks.get(at).is_some_and(|m| m.neg_before.is_some_and(|n| n > 1))
            || self.tokens.get(at).is_some_and(|t| self.rules.cues.neg_before.begins(&t.folded))
    }

    /// Whether a comma or more stands before a word.
    fn breaks(&self, at: usize) -> Option<Gap> {
        self.tokens.get(at).map(|t| t.before)
    }

    /// Whether a word is covered by a match other than the one that covers `other`.
    fn covered_by_another(&self, at: usize, other: usize) -> bool {
        let owner = self.covered.get(at).copied().flatten();
        owner.is_some() && owner != self.covered.get(other).copied().flatten()
    }
}
