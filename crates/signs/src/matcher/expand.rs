//! What every word of a text may stand for: itself, its parts, its kin, its likely spelling.

use crate::language::{AllRules, FREQ, Item, Rules, is_cased};
use crate::lexicon::{Lexicon, StemId, Vocabulary};
use crate::tokens::Token;
use ariane_domain::Language;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// How a word stands for a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// As itself, inflected.
    Plain,
    /// By the root that both share.
    Root,
    /// By a word that means the same beside others.
    Equal,
    /// By an abbreviation in small letters.
    Lower,
    /// Misspelt.
    Typo,
}

/// One reading of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Reading {
    pub stem: StemId,
    /// How sure, 0 to 1.
    pub quality: f32,
    /// 0: the whole word; from 1: that part of a compound.
    pub slot: u8,
    /// Number of parts of the compound, 0 for a whole word.
    pub parts: u8,
    /// How the word stands for the stem.
    pub how: How,
}

const INFLECTED: f32 = 1.0;
const CLASS: f32 = 0.97;
const PART: f32 = 0.97;
const ROOT: f32 = 0.9;
const EQUAL: f32 = 0.87;
const TYPO: f32 = 0.86;
const TWO_TYPOS: f32 = 0.8;
const LOWER_ABBREVIATION: f32 = 0.85;

/// Most readings of one word.
const MOST: usize = 14;

/// Readings of words, remembered while one text is read.
pub(crate) struct Expander<'a, 't> {
    lexicon: &'a Lexicon,
    rules: &'a AllRules,
    known: FxHashMap<(u8, &'t str), Rc<[Reading]>>,
}

impl<'a, 't> Expander<'a, 't> {
    pub fn new(lexicon: &'a Lexicon, rules: &'a AllRules) -> Self {
        Self { lexicon, rules, known: FxHashMap::default() }
    }

    /// Readings of a word in a language; only as itself when `strict`.
    pub fn readings(
        &mut self,
        language: Language,
        token: &'t Token<'_>,
        item: &Item,
        strict: bool,
    ) -> Rc<[Reading]> {
        let vocabulary = &self.lexicon.vocabulary;
        let plain = |stem, quality| Reading { stem, quality, slot: 0, parts: 0, how: How::Plain };
        let cased = is_cased(token);
        match item {
            Item::Rest => Rc::default(),
            Item::Class(class) => {
                vocabulary.class(language, *class).map(|id| plain(id, CLASS)).into_iter().collect()
            }
            Item::Function => {
                let rules = self.rules.of(language);
                let mut out = Vec::new();
                if rules.particles.contains(token.folded.as_str())
                    || rules.heavy.contains(token.folded.as_str())
                {
                    out.extend(vocabulary.id(language, &token.folded).map(|id| plain(id, 1.0)));
                }
                if cased {
                    out.extend(
                        vocabulary.id(language, &Vocabulary::cased_name(token.raw)).map(|id| plain(id, 1.0)),
                    );
                }
                out.into()
            }
            Item::Word(stem) if strict => {
                let abbreviation =
                    if cased { vocabulary.id(language, &Vocabulary::cased_name(token.raw)) } else { None };
                abbreviation
                    .into_iter()
                    .chain(vocabulary.id(language, stem))
                    .map(|id| plain(id, 1.0))
                    .collect()
            }
            Item::Word(stem) => {
                let key = (language as u8, if cased { token.raw } else { token.folded.as_str() });
                if let Some(known) = self.known.get(&key) {
                    return known.clone();
                }
                let found: Rc<[Reading]> = self.word(language, token, stem, cased).into();
                self.known.insert(key, found.clone());
                found
            }
        }
    }

    fn word(&self, language: Language, token: &Token<'_>, stem: &str, cased: bool) -> Vec<Reading> {
        let vocabulary = &self.lexicon.vocabulary;
        let rules = self.rules.of(language);
        // A capital marks a noun; a word the wordings know whole is no verb with a particle either.
        let noun = token.raw.starts_with(char::is_uppercase) || vocabulary.id(language, stem).is_some();
        let mut out = Vec::new();
        if cased && let Some(id) = vocabulary.id(language, &Vocabulary::cased_name(token.raw)) {
            push(&mut out, id, 1.0, 0, How::Plain);
        }
        self.known_stem(language, stem, INFLECTED, &mut out);
        if out.is_empty() && matches!(language, Language::De | Language::Lb) {
            self.respelt(rules, &token.folded, &mut out);
        }
        if let Some(parts) =
            self.lexicon.split(rules, &token.folded, noun).filter(|_| out.iter().all(|r| r.slot == 0))
        {
            let count = parts.len() as u8;
            for (i, stem) in parts.into_iter().enumerate() {
                part(&mut out, stem, PART, i as u8 + 1, count, How::Plain);
            }
        }
        if out.is_empty() && !cased && (3..=5).contains(&token.raw.len()) {
            let upper = token.raw.to_uppercase();
            if let Some(id) = vocabulary.id(language, &Vocabulary::cased_name(&upper)) {
                push(&mut out, id, LOWER_ABBREVIATION, 0, How::Lower);
            }
        }
        for id in vocabulary.same_root(language, stem) {
            push(&mut out, id, ROOT, 0, How::Root);
        }
        if out.is_empty() && !cased && !token.number && !self.is_common(&token.folded) {
            for (id, edits) in vocabulary.similar(language, stem) {
                let quality = if edits > 1 { TWO_TYPOS } else { TYPO };
                push(&mut out, id, quality, 0, How::Typo);
                let parts = vocabulary.parts(id);
                for (i, stem) in parts.iter().enumerate() {
                    part(&mut out, *stem, quality, i as u8 + 1, parts.len() as u8, How::Typo);
                }
            }
        }
        if rules.cues.several.has(&token.folded) {
            // "trois pneumonies" are recurrent ones.
            out.extend(vocabulary.class(language, FREQ).map(|id| Reading {
                stem: id,
                quality: 0.9,
                slot: 0,
                parts: 0,
                how: How::Plain,
            }));
        }
        out.truncate(MOST);
        out
    }

    fn known_stem(&self, language: Language, stem: &str, quality: f32, out: &mut Vec<Reading>) {
        let vocabulary = &self.lexicon.vocabulary;
        let Some(id) = vocabulary.id(language, stem) else { return };
        push(out, id, quality, 0, How::Plain);
        let parts = vocabulary.parts(id);
        for (i, stem) in parts.iter().enumerate() {
            part(out, *stem, quality * PART, i as u8 + 1, parts.len() as u8, How::Plain);
        }
        for other in vocabulary.equals(id) {
            push(out, *other, quality * EQUAL, 0, How::Equal);
        }
    }

    /// "faellt" for "fällt", whose umlaut folds to "fallt".
    fn respelt(&self, rules: &Rules, folded: &str, out: &mut Vec<Reading>) {
        if !["ae", "oe", "ue"].iter().any(|d| folded.contains(d)) {
            return;
        }
        let plain = folded.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        let lemma = rules.lemmas.get(plain.as_str()).map_or(plain.as_str(), AsRef::as_ref);
        let stem = crate::stem::stem(rules.language, lemma);
        self.known_stem(rules.language, &stem, 0.98, out);
        if let Some(parts) = self.lexicon.split(rules, &plain, false).filter(|_| out.is_empty()) {
            let count = parts.len() as u8;
            for (i, stem) in parts.into_iter().enumerate() {
                part(out, stem, PART, i as u8 + 1, count, How::Plain);
            }
        }
    }

    /// Whether some language knows the word as one that is no sign; it is no typo then.
    fn is_common(&self, folded: &str) -> bool {
        Language::ALL.into_iter().any(|l| {
            let rules = self.rules.of(l);
            rules.common.contains(folded)
                || rules.function.contains(folded)
                || rules.classes.has(folded)
                || rules.cues.kin.has(folded)
                || rules.cues.child.has(folded)
                || rules.cues.report.has(folded)
        })
    }
}

fn push(out: &mut Vec<Reading>, stem: StemId, quality: f32, slot: u8, how: How) {
    part(out, stem, quality, slot, 0, how);
}

fn part(out: &mut Vec<Reading>, stem: StemId, quality: f32, slot: u8, parts: u8, how: How) {
    if !out.iter().any(|r| r.stem == stem && r.slot == slot) {
        out.push(Reading { stem, quality, slot, parts, how });
    }
}
