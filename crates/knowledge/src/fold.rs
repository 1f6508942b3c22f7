//! Folding of text, so that accents, case, hyphens and plurals don't matter.

use unicode_normalization::UnicodeNormalization;

/// The longest query that is looked at, in characters. What lies beyond is ignored.
pub const QUERY_LIMIT: usize = 300;

/// Lower case, without accents; letters that have no decomposition are spelt out (ß, œ, α…).
pub fn fold_char_into(c: char, out: &mut String) {
    match c {
        'ß' | 'ẞ' => out.push_str("ss"),
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        'ø' | 'Ø' => out.push('o'),
        'ł' | 'Ł' => out.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
        'ı' => out.push('i'),
        'α' | 'Α' => out.push_str("alpha"),
        'β' | 'Β' => out.push_str("beta"),
        'γ' | 'Γ' => out.push_str("gamma"),
        'δ' | 'Δ' => out.push_str("delta"),
        'ε' | 'Ε' => out.push_str("epsilon"),
        'ζ' | 'Ζ' => out.push_str("zeta"),
        'κ' | 'Κ' => out.push_str("kappa"),
        'λ' | 'Λ' => out.push_str("lambda"),
        'µ' | 'μ' | 'Μ' => out.push_str("mu"),
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        _ => {
            for base in std::iter::once(c).nfkd() {
                if !unicode_normalization::char::is_combining_mark(base) {
                    out.extend(base.to_lowercase());
                }
            }
        }
    }
}

/// Words of a text, folded, in order; anything but letters and digits separates.
pub fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        let is_part = c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
        if is_part {
            fold_char_into(c, &mut word);
        } else if !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

/// A word without the ending by which its plural differs in French, English and Portuguese.
///
/// Only a final `s` or `x` of a word of four letters or more goes; what remains after an
/// over-eager cut is the same on both sides of a comparison.
pub fn stem(word: &str) -> &str {
    let bytes = word.as_bytes();
    match bytes {
        [.., before, b's' | b'x'] if bytes.len() >= 4 && before.is_ascii_alphabetic() && *before != b's' => {
            &word[..word.len() - 1]
        }
        _ => word,
    }
}

/// Words of a text as they are indexed: folded, then stemmed.
pub fn terms(text: &str) -> Vec<String> {
    let mut all = words(text);
    for word in &mut all {
        let length = stem(word).len();
        word.truncate(length);
    }
    all
}

/// The text as one folded key: words joined by a space. Equal keys are the same name.
pub fn key(text: &str) -> String {
    words(text).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_hyphens_and_ligatures_fold_away() {
        assert_eq!(words("Maladie d'Ehlers-Danlos"), ["maladie", "d", "ehlers", "danlos"]);
        assert_eq!(words("CŒUR größe"), ["coeur", "grosse"]);
        assert_eq!(words("e\u{301}pilepsie"), ["epilepsie"]);
        assert_eq!(words("α-thalassémie"), ["alpha", "thalassemie"]);
    }

    #[test]
    fn plurals_fold_to_the_same_term() {
        assert_eq!(terms("dystrophies musculaires"), terms("dystrophie musculaire"));
        assert_eq!(terms("os"), ["os"]);
        assert_eq!(terms("mass"), ["mass"]);
    }

    #[test]
    fn control_characters_and_symbols_only_separate() {
        assert_eq!(words("a\u{0}b<script>\u{202e}c"), ["a", "b", "script", "c"]);
        assert!(words("  ';--  ").is_empty());
    }
}
