//! Where a person's name stands for a disorder, a sign or a test: it stays.

use super::lexicon::{self, Section, is};
use crate::tokens::Token;

fn joins(t: &Token<'_>) -> bool {
    t.is_hyphen()
        || t.is_apostrophe()
        || t.is_sign('/')
        || ["et", "and", "und", "e", "s", "von", "van", "de", "la", "le", "den", "der", "van"]
            .contains(&t.folded.as_str())
}

/// Whether the token names a disorder, a sign or a test here.
pub fn stands_for_disorder(tokens: &[Token<'_>], i: usize) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    let eponym = lexicon::is_eponym(&token.folded);
    // To the head before: "syndrome d'Ehlers-Danlos", "Morbus Crohn".
    let mut at = i;
    let mut joined = false;
    let mut names = 0;
    while let Some(before) = at.checked_sub(1).and_then(|b| tokens.get(b)) {
        let folded = before.folded.as_str();
        if is(Section::HeadBefore, folded) && (joined || is(Section::HeadDirect, folded)) {
            return eponym || !is(Section::HeadGeneric, folded);
        }
        let small = ["de", "d", "du", "des", "do", "da", "of", "von", "nach", "l", "of", "dit", "type"]
            .contains(&folded);
        joined |= small;
        let name = before.is_capital() && names < 3 && !before.sentence_start;
        let adjective = names == 0 && before.folded.len() > 4 && lexicon_adjective(folded);
        if !(small || joins(before) || name || adjective) || i - at > 8 {
            break;
        }
        names += usize::from(name);
        at -= 1;
    }
    // To the head after: "Marfan syndrome", "Parkinson's disease", "Charcot-Marie-Tooth-Krankheit".
    let mut at = i + 1;
    let mut hyphen = false;
    while let Some(after) = tokens.get(at) {
        let folded = after.folded.as_str();
        if after.line_start || at - i > 8 {
            break;
        }
        if after.is_word()
            && (is(Section::HeadAfter, folded) || (hyphen && lexicon::begins_with_head(folded)))
        {
            return eponym || hyphen || !is(Section::HeadGeneric, folded);
        }
        hyphen = after.is_hyphen();
        if !(joins(after) || after.is_capital() || is_bridge(folded)) {
            break;
        }
        at += 1;
    }
    // Glued adjectives: "Parkinsonsche", "Marfansyndrom", "cushingoïde", "marfanoide".
    false
}

/// Adjectives between a head and the joining word: "maladie neurologique de", "syndrome clinique de".
fn lexicon_adjective(folded: &str) -> bool {
    ["ique", "ale", "aire", "eux", "euse", "ive", "elle", "ica", "ico", "osa", "ial"]
        .iter()
        .any(|end| folded.ends_with(end))
}

fn is_bridge(folded: &str) -> bool {
    ["muscular", "optic", "hereditary", "congenital", "familial", "type", "muskulare", "kongenitale"]
        .contains(&folded)
}
