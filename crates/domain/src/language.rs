//! The five languages in which Ariane speaks.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A language of the product. French is the source of truth for texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Français.
    Fr,
    /// Deutsch.
    De,
    /// English.
    En,
    /// Português.
    Pt,
    /// Lëtzebuergesch: interface only, no nomenclature exists in it.
    Lb,
}

impl Language {
    /// All languages, in the order in which the page offers them.
    pub const ALL: [Language; 5] = [Self::Fr, Self::De, Self::En, Self::Pt, Self::Lb];

    /// Languages in which Orphanet and HPO publish names that we import.
    pub const OF_NOMENCLATURE: [Language; 4] = [Self::Fr, Self::De, Self::En, Self::Pt];

    /// ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::De => "de",
            Self::En => "en",
            Self::Pt => "pt",
            Self::Lb => "lb",
        }
    }

    /// The language's name in itself, for the language menu.
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::De => "Deutsch",
            Self::En => "English",
            Self::Pt => "Português",
            Self::Lb => "Lëtzebuergesch",
        }
    }

    /// In which languages a name is looked for, best first, when this one has none.
    ///
    /// A Luxembourgish reader usually reads French and German; English is the language of the
    /// ontologies and comes last for everybody.
    pub const fn fallbacks(self) -> [Language; 4] {
        match self {
            Self::Fr => [Self::Fr, Self::En, Self::De, Self::Pt],
            Self::De => [Self::De, Self::En, Self::Fr, Self::Pt],
            Self::En => [Self::En, Self::Fr, Self::De, Self::Pt],
            Self::Pt => [Self::Pt, Self::En, Self::Fr, Self::De],
            Self::Lb => [Self::Fr, Self::De, Self::En, Self::Pt],
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text is not one of `fr`, `de`, `en`, `pt`, `lb`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language `{0}`; one of fr, de, en, pt, lb is expected")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let primary = text.split(['-', '_']).next().unwrap_or_default().trim();
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
            .ok_or_else(|| UnknownLanguage(text.chars().take(20).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_tag_is_read_as_its_language() {
        assert_eq!("pt-PT".parse(), Ok(Language::Pt));
        assert_eq!("LB".parse(), Ok(Language::Lb));
        assert!("it".parse::<Language>().is_err());
    }

    #[test]
    fn luxembourgish_readers_get_french_then_german_names() {
        assert_eq!(Language::Lb.fallbacks()[..2], [Language::Fr, Language::De]);
    }
}
