//! Names as they are compared: what differs by custom of writing, and not by person, is made one.
//!
//! Kept apart from the folding of searches: both sites must come to the same words, so a change here is another version of the files.

use unicode_normalization::UnicodeNormalization;

/// What of a name is looked at, in characters.
const LONGEST: usize = 200;

/// Words that one writing has and another leaves out: particles of Portuguese, Spanish, French, Italian, German, Dutch and Scandinavian
/// names, and what stands before a maiden name.
const PARTICLES: [&str; 34] = [
    "da", "das", "de", "del", "dela", "della", "dem", "den", "der", "des", "di", "do", "dos", "du", "e",
    "af", "av", "geb", "geborene", "la", "las", "le", "les", "los", "ne", "nee", "ten", "van", "vom", "von",
    "y", "zu", "zum", "zur",
];

/// Letters that have no decomposition of their own.
fn spelt_out(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

/// The words of a name: small letters without marks; `ü`, `ue` and `u` are one, as are `ä`, `ae`, `a` and `ö`, `oe`, `o`; hyphens
/// part words, apostrophes join them; particles go as long as another word stays. In the order of the name.
///
/// Joining `ue` with `u` also shortens names in which it is no umlaut (*Manuel*): alike on both sides, so it costs nothing but a piece.
pub fn words(name: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut word = String::new();
    for letter in name.nfkd().take(LONGEST) {
        match letter {
            '\'' | '\u{2019}' | '\u{2018}' | '`' | '´' | '\u{2bc}' => {}
            _ if unicode_normalization::char::is_combining_mark(letter) => {}
            _ if letter.is_alphabetic() => {
                for small in letter.to_lowercase() {
                    match spelt_out(small) {
                        Some(spelt) => word.push_str(spelt),
                        None if unicode_normalization::char::is_combining_mark(small) => {}
                        None => word.push(small),
                    }
                }
            }
            _ => all.extend(finished(&mut word)),
        }
    }
    all.extend(finished(&mut word));
    let bare: Vec<String> = all.iter().filter(|word| !PARTICLES.contains(&word.as_str())).cloned().collect();
    if bare.is_empty() { all } else { bare }
}

/// A word with its umlauts made one; none where nothing was gathered.
fn finished(word: &mut String) -> Option<String> {
    let mut out = String::new();
    for letter in std::mem::take(word).chars() {
        if letter != 'e' || !out.ends_with(['a', 'o', 'u']) {
            out.push(letter);
        }
    }
    Some(out).filter(|out| !out.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ways_of_writing_a_name_are_one() {
        for (a, b) in [
            ("Müller", "Mueller"),
            ("MÜLLER", "Muller"),
            ("Jörg Weiß", "Joerg Weiss"),
            ("Groß", "GROSS"),
            ("André Lefèvre", "Andre Lefevre"),
            ("Anne-Marie", "Anne Marie"),
            ("João da Conceição", "Joao Conceicao"),
            ("Maria dos Santos e Silva", "Maria Santos Silva"),
            ("Françoise d’Aubigny", "Francoise D'Aubigny"),
            ("Søren Ångström", "Soren Angstrom"),
            ("Anna von der Fiktion", "Anna Fiktion"),
            ("Zoe\u{308} Fictive", "Zoë Fictive"),
            ("Eva Muster geb. Beispiel", "Eva Muster Beispiel"),
            ("  Léa   Fictive ", "lea fictive"),
        ] {
            assert_eq!(words(a), words(b), "{a} / {b}");
        }
    }

    #[test]
    fn another_name_stays_another() {
        assert_ne!(words("Martin"), words("Martine"));
        assert_ne!(words("Anna Weber"), words("Anna Meier"));
    }

    #[test]
    fn a_name_of_particles_only_stays_a_name() {
        assert_eq!(words("Le Van"), ["le", "van"]);
        assert_eq!(words("Le Van Minh"), ["minh"]);
        assert!(words(" - 12 ' ").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_reading_again_changes_nothing(name in "\\PC{0,60}") {
            let once = words(&name);
            // A second reading may find a particle only where the first left nothing else.
            let again = words(&once.join(" "));
            prop_assert_eq!(&again, &once);
            prop_assert!(once.iter().all(|word| !word.is_empty() && !word.contains(char::is_whitespace)));
        }

        #[test]
        fn case_does_not_count(name in "[a-zA-ZäöüÄÖÜéàçÉÀÇß '-]{0,40}") {
            prop_assert_eq!(words(&name.to_uppercase()), words(&name.to_lowercase()));
        }

        #[test]
        fn letters_and_their_decomposed_forms_are_one(name in "[a-zäöüéàçñõãêA-ZÉÀÄÖÜ ]{0,40}") {
            let apart: String = name.nfd().collect();
            prop_assert_eq!(words(&apart), words(&name));
        }
    }
}
