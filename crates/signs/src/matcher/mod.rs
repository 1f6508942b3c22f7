//! From sentences to wordings: candidates by their rarest stem, alignment, choice.

mod align;
mod expand;
mod select;

pub(crate) use align::Found;
pub(crate) use expand::Expander;
pub(crate) use select::{Chosen, select};

use crate::language::{AllRules, Item, analyse};
use crate::lexicon::{Lexicon, Origin};
use crate::tokens::Token;
use align::{Places, Sentence, align};
use ariane_domain::Language;

/// From this many stems on, one word of a wording may be missing.
pub(crate) const PARTIAL_FROM: usize = 4;

/// Least score of a match.
const LEAST_SCORE: f32 = 0.74;
/// Least score in English, whose wordings are many and whose words keep their order.
const LEAST_ENGLISH: f32 = 0.84;
/// Least score when a word is missing.
const LEAST_PARTIAL: f32 = 0.74;
/// Most matches of one sentence and language that are weighed against each other.
const MOST_FOUND: usize = 4000;

/// How a language is read in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pass {
    /// The sentence is in this language.
    Own,
    /// Only plain long words or several words of it count.
    Foreign,
}

/// Finds the wordings of one language in one sentence, and what each word counts as.
pub(crate) fn find<'t>(
    lexicon: &Lexicon,
    rules: &AllRules,
    expander: &mut Expander<'_, 't>,
    tokens: &'t [Token<'_>],
    language: Language,
    pass: Pass,
) -> (Vec<Found>, Vec<Item>) {
    let own = rules.of(language);
    let items = analyse(tokens, own);
    let joins: Vec<bool> = tokens
        .iter()
        .map(|t| {
            own.firsts.contains(t.folded.as_str())
                && (is_join(t, &own.cues.list_or) || is_join(t, &own.cues.list_and))
        })
        .collect();
    let barriers: Vec<bool> = tokens
        .iter()
        .map(|t| {
            let (cues, word) = (&own.cues, t.folded.as_str());
            own.firsts.contains(word)
                && (cues.have.has(word) && t.raw != "à"
                    || cues.subjects.has(word)
                    || cues.scope_end.has(word))
        })
        .collect();
    let class = |c| lexicon.vocabulary.class(language, c);
    let special = (class(crate::language::NEG), class(crate::language::FREQ));
    let mut anchors = Vec::with_capacity(tokens.len() * 2);
    for (at, (token, item)) in tokens.iter().zip(&items).enumerate() {
        anchors.extend(
            expander
                .readings(language, token, item, pass == Pass::Foreign)
                .iter()
                .map(|r| (r.stem, at as u16, *r)),
        );
    }
    let places = Places::new(anchors.clone());
    let sentence = Sentence {
        tokens,
        items: &items,
        joins: &joins,
        barriers: &barriers,
        strict: language == Language::En,
        fixed_denial: !matches!(language, Language::De | Language::Lb),
        places,
    };
    let mut out = Vec::new();
    for anchor in anchors {
        for index in lexicon.listed(anchor.0) {
            let Some(phrase) = lexicon.phrases.get(*index as usize) else { continue };
            let stems = lexicon.stems_of(phrase);
            let weight = |s| lexicon.vocabulary.weight(s);
            let Some(mut found) = align(&sentence, *index, phrase, stems, weight, anchor, special) else {
                continue;
            };
            let least = if found.words.len() < stems.len() { LEAST_PARTIAL } else { LEAST_SCORE };
            let least = if language == Language::En { least.max(LEAST_ENGLISH) } else { least };
            if found.score < least || (pass == Pass::Foreign && !is_plain(&found, &sentence)) {
                continue;
            }
            found.score *= match phrase.origin {
                Origin::Label | Origin::Exact | Origin::Clinical => 1.0,
                Origin::Everyday => 0.985,
                Origin::Loose => 0.95,
            };
            out.push(found);
        }
        if out.len() >= MOST_FOUND {
            break;
        }
    }
    (out, items)
}

/// Whether a word is listed; "é" is no "e", "où" no "ou".
pub(crate) fn is_join(token: &Token<'_>, list: &crate::language::Expressions) -> bool {
    list.has(&token.folded) && !matches!(token.raw, "é" | "É" | "où" | "Où" | "à" | "À")
}

/// Whether a match in a language that the sentence is not in is beyond doubt.
fn is_plain(found: &Found, sentence: &Sentence<'_, '_>) -> bool {
    let letters: usize = found.words.iter().map(|w| sentence.tokens[usize::from(*w)].folded.len()).sum();
    !found.fuzzy && found.score >= 0.95 && (found.words.len() > 1 && letters >= 10 || letters >= 6)
}
