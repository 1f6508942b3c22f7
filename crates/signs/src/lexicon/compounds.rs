//! German compounds: "Muskelschwäche" is "Muskel" and "Schwäche", wherever both are words of their own.

use super::vocabulary::{StemId, Vocabulary};
use crate::language::Rules;
use crate::stem::stem;
use ariane_domain::Language;
use rustc_hash::FxHashSet;

/// Shortest part.
const SHORTEST: usize = 4;
/// Longest word that is taken apart.
const LONGEST: usize = 45;

/// Stems that may be part of a compound.
#[derive(Debug, Default)]
pub(crate) struct Compounds {
    free: FxHashSet<StemId>,
}

impl Compounds {
    /// `free`: stems that stand alone in some wording.
    pub fn new(free: FxHashSet<StemId>) -> Self {
        Self { free }
    }

    fn piece(&self, vocabulary: &Vocabulary, rules: &Rules, piece: &str) -> Option<StemId> {
        if rules.function.contains(piece) {
            return None;
        }
        let name = match (rules.classes.value(piece), rules.lemmas.get(piece)) {
            (Some(class), _) => Vocabulary::class_name(class),
            (None, Some(lemma)) => match rules.classes.value(lemma) {
                Some(class) => Vocabulary::class_name(class),
                None => stem(rules.language, lemma),
            },
            _ => stem(rules.language, piece),
        };
        vocabulary.id(rules.language, &name).filter(|id| name.starts_with('\u{1}') || self.free.contains(id))
    }

    /// Parts of a word, when it wholly consists of words; a noun has no separable particle.
    pub fn split(
        &self,
        vocabulary: &Vocabulary,
        rules: &Rules,
        word: &str,
        noun: bool,
    ) -> Option<Vec<StemId>> {
        if !matches!(rules.language, Language::De | Language::Lb) || !word.is_ascii() || word.len() > LONGEST
        {
            return None;
        }
        self.separable(vocabulary, rules, word)
            .filter(|_| !noun)
            .or_else(|| self.nouns(vocabulary, rules, word, 2))
    }

    /// "hinfällt", "hingefallen", "hinzufallen": particle and verb.
    fn separable(&self, vocabulary: &Vocabulary, rules: &Rules, word: &str) -> Option<Vec<StemId>> {
        let mut at: Vec<usize> = (2..=word.len().saturating_sub(3).min(8))
            .filter(|n| rules.particles.contains(&word[..*n]))
            .collect();
        at.reverse();
        at.into_iter().find_map(|n| {
            let (particle, verb) = word.split_at(n);
            let particle = vocabulary.id(rules.language, particle)?;
            [Some(verb), verb.strip_prefix("zu"), verb.strip_prefix("ge")]
                .into_iter()
                .flatten()
                .filter(|v| v.len() >= 3)
                .find_map(|v| {
                    let lemma = rules.lemmas.get(v).map(|l| stem(rules.language, l));
                    let verb = lemma.or_else(|| Some(stem(rules.language, v)))?;
                    vocabulary.id(rules.language, &verb).filter(|id| self.free.contains(id))
                })
                .map(|verb| vec![particle, verb])
        })
    }

    fn nouns(&self, vocabulary: &Vocabulary, rules: &Rules, word: &str, depth: u8) -> Option<Vec<StemId>> {
        if word.len() < 2 * SHORTEST {
            return None;
        }
        // The longest last part first: it names the thing.
        for at in SHORTEST - 1..=word.len() - SHORTEST {
            let (left, right) = word.split_at(at);
            let Some(last) = self.piece(vocabulary, rules, right) else { continue };
            for link in ["", "s", "n", "en", "es", "er", "e"] {
                let Some(first) = left.strip_suffix(link).filter(|l| l.len() >= SHORTEST - 1) else {
                    continue;
                };
                if let Some(first) = self
                    .piece(vocabulary, rules, first)
                    .or_else(|| self.piece(vocabulary, rules, &format!("{first}e")))
                {
                    return Some(vec![first, last]);
                }
                if depth > 0
                    && let Some(mut parts) = self.nouns(vocabulary, rules, first, depth - 1)
                {
                    parts.push(last);
                    return Some(parts);
                }
            }
        }
        None
    }
}
