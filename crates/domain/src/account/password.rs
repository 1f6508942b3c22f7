//! What a password must be: long, not the name of its holder, not one that every guesser tries first.
//!
//! After NIST SP 800-63B-4, section 3.1.1.2 (read 2026-11): length counts, any character is taken, no composition
//! rules, no expiry, a list of common ones is refused.

use std::fmt;

/// Shortest password, in characters.
pub const SHORTEST: usize = 12;
/// Longest, in characters: more only costs time when it is hashed.
pub const LONGEST: usize = 256;

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Shorter than [`SHORTEST`].
    Short,
    /// Longer than [`LONGEST`].
    Long,
    /// Holds the holder's name or mail address.
    Personal,
    /// Among those that are tried first, or a run of few characters.
    Common,
}

impl Weakness {
    /// Stable word for texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
            Self::Personal => "personal",
            Self::Common => "common",
        }
    }
}

impl fmt::Display for Weakness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Looks at a password of the holder of this mail address and name.
///
/// # Errors
/// The first weakness found.
pub fn check(password: &str, mail: &str, name: &str) -> Result<(), Weakness> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Weakness::Short);
    }
    if length > LONGEST {
        return Err(Weakness::Long);
    }
    let folded: String = password.to_lowercase();
    let local = mail.split('@').next().unwrap_or_default().to_lowercase();
    let words = local.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
    let names = name.split_whitespace().map(str::to_lowercase);
    // A name of three letters may be part of any sentence.
    let mut personal = words.chain(names).chain([local.clone()]).filter(|w| w.chars().count() >= 4);
    if personal.any(|word| folded.contains(&word)) {
        return Err(Weakness::Personal);
    }
    if is_common(&folded) {
        return Err(Weakness::Common);
    }
    Ok(())
}

/// Words that begin most of the passwords of published lists, in our languages; a password is common when nothing
/// but digits and signs is left beside them.
const COMMON: [&str; 52] = [
    "password",
    "passwort",
    "motdepasse",
    "mot de passe",
    "palavra-passe",
    "palavrapasse",
    "senha",
    "passwuert",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "qwerty",
    "qwertz",
    "azerty",
    "asdfghjkl",
    "qsdfghjklm",
    "letmein",
    "welcome",
    "willkommen",
    "bienvenue",
    "bemvindo",
    "wellkomm",
    "iloveyou",
    "jetaime",
    "ichliebedich",
    "teamo",
    "admin",
    "administrator",
    "administrateur",
    "ariane",
    "infoline",
    "maladiesrares",
    "maladies rares",
    "luxembourg",
    "letzebuerg",
    "soleil",
    "doudou",
    "loulou",
    "marseille",
    "chouchou",
    "football",
    "benfica",
    "schatz",
    "hallo",
    "bonjour",
    "azertyui",
    "secret",
    "geheim",
    "changeme",
    "changer",
    "dragon",
    "sunshine",
];

fn is_common(folded: &str) -> bool {
    let mut distinct: Vec<char> = folded.chars().collect();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() < 5 {
        return true;
    }
    let bytes: Vec<u32> = folded.chars().map(u32::from).collect();
    let is_run = |step: i64| bytes.windows(2).filter(|w| i64::from(w[1]) - i64::from(w[0]) == step).count();
    if is_run(1) + 2 >= bytes.len() || is_run(-1) + 2 >= bytes.len() {
        return true;
    }
    let plain: String = folded
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' | '!' => 'i',
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            other => other,
        })
        .collect();
    [folded, &plain].iter().any(|text| {
        let mut rest = (*text).to_owned();
        for word in COMMON {
            rest = rest.replace(word, "");
        }
        let letters_left = rest.chars().filter(|c| c.is_alphabetic()).count();
        rest.len() < text.len() && letters_left < 4
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "anne.muller@example.lu";

    #[test]
    fn long_sentences_are_taken_whatever_characters_they_hold() {
        for good in [
            "le chat dort sous la table",
            "ünïcödé wörds früh",
            "kJ8#vv2!mQz0",
            "🦊🐢🦉🐝🦋 zwölf tiere hier",
        ] {
            assert_eq!(check(good, MAIL, "Anne Muller"), Ok(()), "{good}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(check("onze lettre", MAIL, ""), Err(Weakness::Short));
        assert_eq!(check(&"é un ".repeat(52), MAIL, ""), Err(Weakness::Long));
    }

    #[test]
    fn the_holders_name_and_address_are_not_a_secret() {
        assert_eq!(check("xx-Muller-2026-xx", MAIL, ""), Err(Weakness::Personal));
        assert_eq!(check("la maison de Dupont", MAIL, "Anne Dupont"), Err(Weakness::Personal));
        assert_eq!(
            check("une phrase sans nom", "un@example.lu", "Li"),
            Ok(()),
            "short names are parts of words"
        );
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for bad in [
            "password1234",
            "P@ssw0rd!2026",
            "motdepasse123",
            "azertyuiop12",
            "aaaaaaaaaaaa",
            "123456789012",
            "abcdefghijkl",
            "Passwort2026!",
            "luxembourg2026",
            "ariane-infoline",
            "121212121212",
            "987654321098",
        ] {
            assert_eq!(check(bad, MAIL, ""), Err(Weakness::Common), "{bad}");
        }
    }
}
