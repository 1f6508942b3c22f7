//! Words, numbers and signs of a text, with what surrounds them.

use crate::fold::fold;
use unicode_normalization::char::is_combining_mark;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// No capital.
    Lower,
    /// First letter only.
    Capital,
    /// Capitals only, two at least.
    Upper,
    /// Capitals within.
    Mixed,
    /// A single capital.
    Initial,
    /// No word.
    None,
}

/// How a line is written: case says nothing where all is upper or lower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Regime {
    /// Capitals where grammar wants them.
    Mixed,
    /// Capitals throughout.
    Upper,
    /// No capitals.
    Lower,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// A single other character.
    Sign(char),
}

/// One token.
#[derive(Debug, Clone)]
pub struct Token<'a> {
    /// As written.
    pub text: &'a str,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is.
    pub class: Class,
    /// Without case and accents.
    pub folded: String,
    /// How it is written.
    pub shape: Shape,
    /// White space stands before it.
    pub spaced: bool,
    /// A line begins with it.
    pub line_start: bool,
    /// A sentence begins with it.
    pub sentence_start: bool,
    /// How its line is written.
    pub regime: Regime,
}

impl Token<'_> {
    /// Whether it is made of letters.
    pub fn is_word(&self) -> bool {
        self.class == Class::Word
    }

    /// Whether it is this sign.
    pub fn is_sign(&self, sign: char) -> bool {
        self.class == Class::Sign(sign)
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Mixed | Shape::Initial)
    }

    /// Whether it joins two parts of a name.
    pub fn is_hyphen(&self) -> bool {
        matches!(self.class, Class::Sign('-' | '\u{2010}' | '\u{2011}'))
    }

    /// Whether it is an apostrophe.
    pub fn is_apostrophe(&self) -> bool {
        matches!(self.class, Class::Sign('\'' | '’' | 'ʼ'))
    }
}

/// Splits a text.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::with_capacity(text.len() / 5);
    let mut chars = text.char_indices().peekable();
    let (mut spaced, mut line, mut sentence) = (true, true, true);
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() || c == '\u{feff}' {
            spaced = true;
            line |= c == '\n' || c == '\r';
            continue;
        }
        let letter = |c: char| c.is_alphabetic() || is_combining_mark(c);
        let class = if c.is_alphabetic() {
            Class::Word
        } else if c.is_ascii_digit() {
            Class::Number
        } else {
            Class::Sign(c)
        };
        let mut end = start + c.len_utf8();
        if !matches!(class, Class::Sign(_)) {
            while let Some(&(at, next)) = chars.peek() {
                let goes_on = if class == Class::Word { letter(next) } else { next.is_ascii_digit() };
                if !goes_on {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        let word = text.get(start..end).unwrap_or_default();
        out.push(Token {
            text: word,
            start,
            end,
            class,
            folded: if class == Class::Word { fold(word) } else { word.to_owned() },
            shape: if class == Class::Word { shape(word) } else { Shape::None },
            spaced,
            line_start: line,
            sentence_start: sentence || line,
            regime: Regime::Mixed,
        });
        spaced = false;
        line = false;
        sentence = match class {
            Class::Sign('.') => ends_sentence(&out),
            Class::Sign('!' | '?' | ':' | '•' | '|') => true,
            Class::Sign('"' | '«' | '»' | '“' | '”' | '(' | '[' | '*' | '-' | '–' | '—') => {
                sentence
            }
            _ => false,
        };
    }
    regimes(&mut out);
    out
}

/// A point after a single letter or a short title ends no sentence.
fn ends_sentence(out: &[Token<'_>]) -> bool {
    let Some(before) = out.len().checked_sub(2).and_then(|i| out.get(i)) else { return true };
    if before.class == Class::Number {
        return true;
    }
    let short = [
        "m", "mr", "mme", "mlle", "dr", "pr", "prof", "mrs", "ms", "st", "ste", "fr", "hr", "sr", "sra",
        "dra", "d",
    ];
    before.shape != Shape::Initial && !short.contains(&before.folded.as_str())
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::None };
    let (mut rest, mut upper) = (0_usize, 0_usize);
    for c in letters {
        rest += 1;
        upper += usize::from(c.is_uppercase());
    }
    match (first.is_uppercase(), rest, upper) {
        (true, 0, _) => Shape::Initial,
        (true, _, 0) => Shape::Capital,
        (true, r, u) if r == u => Shape::Upper,
        (false, _, 0) => Shape::Lower,
        _ => Shape::Mixed,
    }
}

fn regimes(tokens: &mut [Token<'_>]) {
    let whole = regime(tokens);
    let mut at = 0;
    while at < tokens.len() {
        let end = tokens.iter().skip(at + 1).position(|t| t.line_start).map_or(tokens.len(), |n| at + 1 + n);
        if let Some(line) = tokens.get_mut(at..end) {
            let long = line.iter().filter(|t| t.is_word() && t.folded.len() > 2).count() >= 4;
            let own = if long { regime(line) } else { whole };
            line.iter_mut().for_each(|t| t.regime = own);
        }
        at = end;
    }
}

fn regime(tokens: &[Token<'_>]) -> Regime {
    let words = || tokens.iter().filter(|t| t.is_word() && t.folded.chars().count() > 2);
    let all = words().count();
    let upper = words().filter(|t| t.shape == Shape::Upper).count();
    let lower = words().filter(|t| t.shape == Shape::Lower).count();
    if all >= 3 && upper * 10 >= all * 7 {
        Regime::Upper
    } else if all >= 3 && lower == all && !tokens.iter().any(|t| t.sentence_start && t.is_capital()) {
        Regime::Lower
    } else {
        Regime::Mixed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_form_and_their_line() {
        let all = tokens("M. DUPONT a 3 ans.\nVOIR AUSSI LE DOSSIER DE LA SOEUR\ntout va bien ici");
        assert_eq!(all.first().map(|t| t.shape), Some(Shape::Initial));
        let dupont = all.iter().find(|t| t.folded == "dupont").expect("there");
        assert!(!dupont.sentence_start && dupont.regime == Regime::Mixed);
        assert_eq!(all.iter().find(|t| t.folded == "dossier").map(|t| t.regime), Some(Regime::Upper));
    }
}
