//! Words before a name: titles, kinship, what introduces or signs.

use super::lexicon::{Section, is};
use crate::finding::Evidence;
use crate::tokens::Token;

/// How far a cue is to be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// What is shown.
    pub evidence: Evidence,
    /// A name follows nearly always.
    pub strong: bool,
}

/// Whether a folded word is a word before names; such a word is no name itself.
pub fn is_cue(folded: &str) -> bool {
    use Section::{By, Closes, Greets, Introduces, Kin, Title};
    [Title, Kin, Introduces, Greets, By, Closes].into_iter().any(|section| is(section, folded))
}

/// What the words before token `i` say of it.
pub fn before(tokens: &[Token<'_>], i: usize) -> Option<Cue> {
    let token = tokens.get(i)?;
    let mut at = i.checked_sub(1)?;
    let mut point = false;
    let mut colon = false;
    let mut comma = false;
    let mut steps = 0;
    // Signs, particles and initials between the cue and the name.
    loop {
        let sign = tokens.get(at)?;
        match sign.class {
            crate::tokens::Class::Sign('.') => point = true,
            crate::tokens::Class::Sign(':' | '=') => colon = true,
            crate::tokens::Class::Sign(',') => comma = true,
            crate::tokens::Class::Sign('(' | '"' | '«' | '“' | '„' | '\'' | '’' | '-' | '*') => {}
            _ if ["se", "sich", "me", "wie", "is", "est"].contains(&sign.folded.as_str()) && at + 1 == i => {}
            _ => break,
        }
        steps += 1;
        if steps > 3 {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    let word = tokens.get(at)?;
    let folded = word.folded.as_str();
    let lined = tokens.get(at + 1..=i).is_some_and(|between| between.iter().any(|t| t.line_start));
    if is(Section::Closes, folded) && (lined || comma) && token.is_capital() {
        return Some(Cue { evidence: Evidence::Letter, strong: true });
    }
    if lined && !colon {
        return None;
    }
    if is(Section::Title, folded) && !(point && word.folded.chars().count() > 5) {
        let sure = !is(Section::Guarded, folded) || point || (token.is_capital() && word.is_capital());
        if sure && !comma && !(point && folded == "me") {
            return Some(Cue { evidence: Evidence::Title, strong: true });
        }
    }
    if (point || comma)
        && !is(Section::Introduces, folded)
        && !(comma && (is(Section::Kin, folded) || is(Section::Greets, folded)))
    {
        return None;
    }
    if is(Section::Introduces, folded) {
        let strong = colon || !is(Section::IntroducesWeakly, folded);
        return Some(Cue { evidence: Evidence::Introduction, strong });
    }
    if is(Section::Greets, folded) {
        return Some(Cue { evidence: Evidence::Letter, strong: false });
    }
    if is(Section::Kin, folded) {
        return Some(Cue { evidence: Evidence::Kinship, strong: colon && !lined });
    }
    None
}

/// Whether a word stands before the token after which names are frequent but not the rule.
pub fn by_before(tokens: &[Token<'_>], i: usize) -> bool {
    i.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| is(Section::By, &t.folded))
}
