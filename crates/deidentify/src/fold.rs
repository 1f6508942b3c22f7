//! One spelling for what people spell in many ways: without case and accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents; ligatures and letters with strokes by their base letters.
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.nfd().filter(|c| !is_combining_mark(*c)) {
        push(&mut out, c);
    }
    out
}

/// The German way of writing umlauts without dots: `Müller` as `mueller`.
pub fn fold_german(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 2);
    for c in word.nfc() {
        match c {
            'ä' | 'Ä' => out.push_str("ae"),
            'ö' | 'Ö' => out.push_str("oe"),
            'ü' | 'Ü' => out.push_str("ue"),
            _ => c.nfd().filter(|c| !is_combining_mark(*c)).for_each(|c| push(&mut out, c)),
        }
    }
    out
}

fn push(out: &mut String, c: char) {
    match c {
        'ß' | 'ẞ' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        'ø' | 'Ø' => out.push('o'),
        'ł' | 'Ł' => out.push('l'),
        'đ' | 'Đ' | 'ð' => out.push('d'),
        'ı' => out.push('i'),
        '’' | 'ʼ' | '`' => out.push('\''),
        _ => out.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_for_many() {
        assert_eq!(fold("ÉLODIE"), fold("e\u{301}lodie"));
        assert_eq!(fold("Strauß"), "strauss");
        assert_eq!(fold_german("MÜLLER"), "mueller");
        assert_eq!(fold("İpek"), "ipek");
    }
}
