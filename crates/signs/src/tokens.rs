//! Words of a text with their place in it, counted in characters.

use ariane_knowledge::fold::fold_char_into;

/// What stands between a word and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// A space, or nothing but the change from word to word.
    Space,
    /// A hyphen or an apostrophe.
    Joined,
    /// A comma, a bracket, a slash, a quote, a line break.
    Comma,
    /// A colon.
    Colon,
    /// A semicolon or a dash.
    Clause,
    /// The end of a sentence, or the beginning of the text.
    Sentence,
}

/// One word or number.
#[derive(Debug, Clone)]
pub(crate) struct Token<'a> {
    /// First character, counted from 0.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
    /// As written.
    pub raw: &'a str,
    /// Lower case, without accents.
    pub folded: String,
    /// What stands before it.
    pub before: Gap,
    /// Whether it begins with a digit.
    pub number: bool,
    /// Whether a plus or minus sign stands right before a number: 1 or -1.
    pub sign: i8,
    /// Whether a question mark follows before the next word.
    pub asked: bool,
    /// Whether a degree sign follows.
    pub degree: bool,
    /// Whether a bracket opens before it.
    pub opened: bool,
}

impl Token<'_> {
    /// Two to five letters, all of them capitals: read as an abbreviation.
    pub fn looks_abbreviated(&self) -> bool {
        let count = self.raw.chars().count();
        (2..=6).contains(&count)
            && self.raw.chars().filter(|c| c.is_uppercase()).count() >= 2
            && self.raw.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
    }
}

/// Characters without width that may stand inside a word and mean nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Words after which a full stop ends no sentence.
const SHORTENED: [&str; 25] = [
    "dr", "mme", "mr", "mrs", "prof", "evtl", "ca", "ggf", "bzw", "usw", "vs", "nr", "st", "etc", "approx",
    "inkl", "ev", "rez", "li", "re", "bds", "z", "sra", "sr", "env",
];

/// A sentence longer than this is cut, so that the work per word stays bounded.
const LONGEST_SENTENCE: usize = 160;

/// Cuts a text into words.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::with_capacity(text.len() / 6);
    let mut since_break = 0_usize;
    let mut gap = Gap::Sentence;
    let mut sign = 0_i8;
    let mut chars = text.char_indices().enumerate().peekable();
    let mut previous = ' ';
    let mut newlines = 0;
    let mut opened = false;
    while let Some((at, (byte, c))) = chars.next() {
        if !c.is_alphanumeric() {
            let next = chars.peek().map_or(' ', |(_, (_, n))| *n);
            newlines = if c == '\n' {
                newlines + 1
            } else if c.is_whitespace() {
                newlines
            } else {
                0
            };
            let here = match c {
                '!' => Gap::Sentence,
                '?' => {
                    if let Some(last) = out.last_mut() {
                        last.asked = true;
                    }
                    Gap::Sentence
                }
                '.' | '…' => end_of_sentence(out.last(), next),
                ';' => Gap::Clause,
                ':' if !next.is_alphanumeric() => Gap::Colon,
                '–' | '—' => Gap::Clause,
                '-' if previous.is_whitespace() && next.is_whitespace() => Gap::Clause,
                '-' | '\'' | '’' | 'ʼ' | '‐' | '‑' => Gap::Joined,
                '\n' if newlines > 1 => Gap::Sentence,
                '•' | '*' => Gap::Sentence,
                ',' | '(' | ')' | '[' | ']' | '/' | ':' | '"' | '«' | '»' | '“' | '”' | '„' | '\n' | '<'
                | '>' | '|' => Gap::Comma,
                _ => Gap::Space,
            };
            sign = match c {
                '+' => 1,
                '-' | '−' | '–' if next.is_ascii_digit() && !previous.is_alphanumeric() => -1,
                ' ' | '\u{a0}' => sign,
                _ => 0,
            };
            if c == '°'
                && let Some(last) = out.last_mut()
            {
                last.degree = true;
            }
            opened = c == '(' || (opened && c != ')');
            gap = gap.max(here);
            previous = c;
            continue;
        }
        newlines = 0;
        let number = c.is_ascii_digit();
        let mut folded = String::new();
        fold_char_into(c, &mut folded);
        let (mut end, mut end_byte) = (at + 1, byte + c.len_utf8());
        previous = c;
        while let Some((next_at, (next_byte, next))) = chars.peek().copied() {
            let after = text[next_byte..].chars().nth(1).unwrap_or(' ');
            let goes_on = if number {
                // 38,9 and 12.000 are one number; 3mg is a number and a unit.
                next.is_ascii_digit()
                    || (matches!(next, '.' | ',') && after.is_ascii_digit() && previous.is_ascii_digit())
            } else if matches!(next, '\'' | '’' | 'ʼ') {
                // "can't", "doesn’t": one word.
                folded.ends_with('n')
                    && after == 't'
                    && !text[next_byte..].chars().nth(2).is_some_and(char::is_alphanumeric)
            } else {
                next.is_alphanumeric() || is_combining(next) || is_invisible(next)
            };
            if !goes_on {
                break;
            }
            chars.next();
            if next.is_alphanumeric() || is_combining(next) || number {
                fold_char_into(next, &mut folded);
            }
            (end, end_byte) = (next_at + 1, next_byte + next.len_utf8());
            previous = next;
        }
        since_break = if gap == Gap::Sentence { 0 } else { since_break + 1 };
        if since_break >= LONGEST_SENTENCE {
            (gap, since_break) = (Gap::Sentence, 0);
        }
        out.push(Token {
            start: at as u32,
            end: end as u32,
            raw: &text[byte..end_byte],
            folded,
            before: gap,
            number,
            sign: if number { sign } else { 0 },
            asked: false,
            degree: false,
            opened,
        });
        opened = false;
        gap = Gap::Space;
        sign = 0;
    }
    out
}

fn end_of_sentence(last: Option<&Token<'_>>, next: char) -> Gap {
    let Some(last) = last else { return Gap::Sentence };
    let short = last.folded.chars().count() == 1 && !last.number;
    if !next.is_whitespace() && next != '"' && next != '»' && next != ')' {
        return Gap::Space;
    }
    if short || SHORTENED.contains(&last.folded.as_str()) || (last.number && last.raw.len() <= 2) {
        return Gap::Space;
    }
    Gap::Sentence
}

/// First and one past the last token of every sentence.
pub(crate) fn sentences(tokens: &[Token<'_>]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        if at > start && token.before == Gap::Sentence {
            out.push((start, at));
            start = at;
        }
    }
    if start < tokens.len() {
        out.push((start, tokens.len()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|t| t.folded).collect()
    }

    #[test]
    fn elisions_hyphens_and_contractions_are_told_apart() {
        assert_eq!(words("L'œil n'a pas d'ADN"), ["l", "oeil", "n", "a", "pas", "d", "adn"]);
        assert_eq!(words("can’t sit up"), ["cant", "sit", "up"]);
        assert_eq!(words("café-au-lait"), ["cafe", "au", "lait"]);
    }

    #[test]
    fn offsets_count_characters_not_bytes() {
        let text = "Füße 🦶 geschwollen";
        let all = tokens(text);
        let cut: String =
            text.chars().skip(all[1].start as usize).take((all[1].end - all[1].start) as usize).collect();
        assert_eq!(cut, "geschwollen");
    }

    #[test]
    fn numbers_keep_their_separators_and_sign() {
        let all = tokens("38,9 °C, taille -3 DS");
        assert_eq!((all[0].raw, all[0].degree), ("38,9", true));
        assert_eq!((all[3].raw, all[3].sign), ("3", -1));
    }

    #[test]
    fn a_full_stop_after_a_short_form_ends_no_sentence() {
        let all = tokens("V. a. Ataxie. Dr. Muster fragt? Nein");
        assert_eq!(sentences(&all).len(), 3);
        assert!(all.iter().any(|t| t.asked));
    }

    #[test]
    fn a_sentence_without_end_is_cut() {
        let text = "bla ".repeat(1000);
        let all = tokens(&text);
        assert!(sentences(&all).iter().all(|(a, b)| b - a <= LONGEST_SENTENCE));
    }
}
