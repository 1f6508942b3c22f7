//! What every word of a passage counts as, in one language. Wordings and texts go through the same function.

use super::{Class, NEG, Rules};
use crate::stem::stem;
use crate::tokens::{Gap, Token};
use ariane_domain::Language;

/// What a word counts as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    /// A small word that carries no sign.
    Function,
    /// A word of a class.
    Class(Class),
    /// Belongs to the expression that began before.
    Rest,
    /// A word, stemmed.
    Word(String),
}

/// Whether a raw word is an abbreviation that is only read in capitals.
pub(crate) fn is_cased(token: &Token<'_>) -> bool {
    token.looks_abbreviated()
}

/// Tells what each word counts as. `shouted` texts are all capitals: no word counts as an abbreviation then.
pub(crate) fn analyse(tokens: &[Token<'_>], rules: &Rules) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let word = |i: usize| {
            // An expression does not reach over punctuation.
            let inner = (at + 1..=at + i).all(|k| tokens.get(k).is_some_and(|t| t.before < Gap::Comma));
            tokens.get(at + i).filter(|_| i == 0 || inner).map(|t| t.folded.as_str())
        };
        let token = &tokens[at];
        if rules
            .cues
            .pseudo
            .at(word)
            .is_some_and(|(n, _)| n > 1 && rules.classes.value(&token.folded) == Some(NEG))
        {
            out.push(Item::Function);
            at += 1;
            continue;
        }
        if let Some((count, _)) = rules.ignored.at(word) {
            out.extend(std::iter::repeat_n(Item::Function, count));
            at += count;
            continue;
        }
        if let Some((count, class)) = rules.classes.at(word) {
            out.push(Item::Class(class));
            out.extend(std::iter::repeat_n(Item::Rest, count - 1));
            at += count;
            continue;
        }
        out.push(single(tokens, at, rules));
        at += 1;
    }
    out
}

fn single(tokens: &[Token<'_>], at: usize, rules: &Rules) -> Item {
    let token = &tokens[at];
    let word = token.folded.as_str();
    if rules.language == Language::Fr && word == "plus" && denies(tokens, at) {
        return Item::Class(NEG);
    }
    if rules.language == Language::Fr && matches!(token.raw, "né" | "Né") {
        // Without its accent it would be "ne".
        return Item::Word("nee".to_owned());
    }
    if rules.function.contains(word) {
        return Item::Function;
    }
    if token.number {
        return Item::Word(word.to_owned());
    }
    if let Some(lemma) = rules.lemmas.get(word) {
        return rules
            .classes
            .value(lemma)
            .map_or_else(|| Item::Word(stem(rules.language, lemma)), Item::Class);
    }
    Item::Word(stem(rules.language, word))
}

/// Whether French "plus" is "no longer": after "ne", or after a verb that is never compared.
fn denies(tokens: &[Token<'_>], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|i| tokens.get(i)).map_or("", |t| t.folded.as_str());
    let after = tokens.get(at + 1).map_or("", |t| t.folded.as_str());
    (1..=4).any(|n| matches!(before(n), "ne" | "n"))
        || (matches!(before(1), "a" | "ai" | "ont" | "peut" | "veut" | "sait" | "arrive")
            && !matches!(after, "que" | "en" | "mal" | "souvent"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn items(text: &str, language: Language) -> Vec<Item> {
        analyse(&tokens(text), &Rules::of(language))
    }

    #[test]
    fn no_longer_is_told_from_more() {
        assert_eq!(items("elle n'a plus de toux", Language::Fr)[3], Item::Class(NEG));
        assert_eq!(items("elle est plus fatiguée", Language::Fr)[2], Item::Function);
    }

    #[test]
    fn an_expression_does_not_cross_a_comma() {
        assert_eq!(items("tout le temps", Language::Fr)[1], Item::Rest);
        assert_ne!(items("tout, le temps", Language::Fr)[1], Item::Rest);
    }

    #[test]
    fn pseudo_negations_deny_nothing() {
        assert!(!items("nicht nur Husten", Language::De).contains(&Item::Class(NEG)));
        assert!(items("nicht Husten", Language::De).contains(&Item::Class(NEG)));
    }
}
