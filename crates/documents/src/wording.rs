//! Turns any text into one that the typeface can draw, losing as little as possible.

use crate::typeface::Family;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// More accents than this on one letter are noise, and would make one letter as costly as a page.
const MOST_MARKS: usize = 3;

/// The text with single spaces, without control characters, and only with characters that have a glyph.
///
/// What cannot be drawn is replaced by its plain form where there is one (`ế` by `e`, `→` by `›`, the
/// `β` of a disease name by `beta`), else by `?`.
pub(crate) fn printable(text: &str, family: &Family) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    let characters: Vec<char> = text.nfc().collect();
    for (at, &character) in characters.iter().enumerate() {
        if character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{202f}' | '\u{2009}') {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        if is_silent(character) {
            continue;
        }
        marks = if is_combining_mark(character) { marks + 1 } else { 0 };
        if marks > MOST_MARKS || (marks > 0 && (out.is_empty() || out.ends_with(' '))) {
            continue;
        }
        if family.draws(character) {
            out.push(character);
        } else if marks == 0 {
            replace(character, is_alone(&characters, at), family, &mut out);
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// Characters that are never drawn: controls, and marks of format such as the turn to right-to-left,
/// with which a hostile text could disguise an address.
fn is_silent(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a Greek letter stands as a symbol, not within a Greek word.
fn is_alone(characters: &[char], at: usize) -> bool {
    let greek = |index: Option<usize>| {
        index.and_then(|index| characters.get(index)).is_some_and(|c| matches!(c, '\u{370}'..='\u{3ff}'))
    };
    !greek(at.checked_sub(1)) && !greek(at.checked_add(1))
}

fn replace(character: char, alone: bool, family: &Family, out: &mut String) {
    if let Some(plain) = plain_form(character) {
        out.push_str(plain);
        return;
    }
    if alone && let Some(name) = greek_name(character) {
        out.push_str(name);
        return;
    }
    let before = out.len();
    decompose_compatible(character, |part| {
        if family.draws(part) && !is_combining_mark(part) {
            out.push(part);
        }
    });
    if out.len() == before {
        out.push('?');
    }
}

/// Signs with a near relative in the typeface.
const fn plain_form(character: char) -> Option<&'static str> {
    Some(match character {
        '→' | '⇒' | '➔' | '➜' | '▶' => "›",
        '←' | '⇐' | '◀' => "‹",
        '↔' | '⇔' => "–",
        '\u{202f}' => "\u{2009}",
        '\u{2010}' | '\u{2011}' => "-",
        '\u{2012}' | '\u{2015}' => "–",
        '\u{2b9}' | '\u{2bc}' | '\u{2032}' => "’",
        '\u{2033}' => "”",
        '⩽' | '≦' => "≤",
        '⩾' | '≧' => "≥",
        '●' | '▪' | '■' | '◦' => "•",
        _ => return None,
    })
}

/// Names of the letters used as symbols in the names of diseases, genes and enzymes.
const fn greek_name(character: char) -> Option<&'static str> {
    Some(match character {
        'α' => "alpha",
        'β' => "beta",
        'γ' => "gamma",
        'δ' => "delta",
        'ε' | 'ϵ' => "epsilon",
        'ζ' => "zeta",
        'η' => "eta",
        'θ' => "theta",
        'ι' => "iota",
        'κ' => "kappa",
        'λ' => "lambda",
        'σ' => "sigma",
        'τ' => "tau",
        'φ' => "phi",
        'χ' => "chi",
        'ψ' => "psi",
        'ω' => "omega",
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        printable(text, &Family::load().unwrap())
    }

    #[test]
    fn signs_without_a_glyph_are_replaced_by_their_plain_form() {
        assert_eq!(
            shown("ici → Lyon\u{202f}: β-thalassémie ≥ 5 µg, Nguyễn"),
            "ici › Lyon\u{2009}: beta-thalassémie ≥ 5 μg, Nguyen"
        );
        assert_eq!(shown("漢字"), "??");
        assert_eq!(shown("Ελλάδα"), "??????".to_owned());
    }

    #[test]
    fn controls_and_turns_of_direction_are_dropped() {
        assert_eq!(shown("  a\u{0}b\r\n\tc\u{202e}d\u{7f}  "), "ab cd");
        assert_eq!(shown("\u{301}\u{301}"), "");
    }

    #[test]
    fn heaps_of_accents_are_levelled() {
        let heap = format!("a{}", "\u{327}".repeat(10_000));
        assert!(shown(&heap).chars().count() <= 4);
    }
}
