//! Words that ask for help at once, before anything else (duty D1).

use serde::{Deserialize, Serialize};

/// What a text suggests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Danger {
    /// Thoughts of suicide or self-harm.
    SelfHarm,
    /// Abuse or violence.
    Violence,
    /// An acute medical emergency.
    Acute,
}

impl Danger {
    /// Stable word, as in `starter/danger_phrases.csv`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::SelfHarm => "self-harm",
            Self::Violence => "violence",
            Self::Acute => "acute",
        }
    }

    /// Reads [`Danger::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::SelfHarm, Self::Violence, Self::Acute].into_iter().find(|d| d.word() == word)
    }
}

/// Finds danger phrases in a text.
///
/// Phrases and text are compared as sequences of folded words (see the caller's folding), so that
/// accents, case and punctuation don't matter. A miss is no reassurance: pages never say "no danger".
#[derive(Debug, Default)]
pub struct DangerWatch {
    phrases: Vec<(Vec<String>, Danger)>,
}

impl DangerWatch {
    /// Takes phrases as folded words; phrases without a word are passed over.
    pub fn new(phrases: impl IntoIterator<Item = (Vec<String>, Danger)>) -> Self {
        Self { phrases: phrases.into_iter().filter(|(words, _)| !words.is_empty()).collect() }
    }

    /// All kinds of danger that the folded words suggest, without repetition, in a fixed order.
    pub fn look(&self, words: &[String]) -> Vec<Danger> {
        let mut found: Vec<Danger> = self
            .phrases
            .iter()
            .filter(|(phrase, _)| words.windows(phrase.len()).any(|window| window == phrase))
            .map(|(_, danger)| *danger)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_phrase_is_found_only_as_whole_words_in_order() {
        let watch = DangerWatch::new([(words("veux mourir"), Danger::SelfHarm)]);
        assert_eq!(watch.look(&words("je veux mourir ce soir")), [Danger::SelfHarm]);
        assert!(watch.look(&words("mourir veux")).is_empty());
        assert!(watch.look(&words("veux mourirr")).is_empty());
        assert!(watch.look(&[]).is_empty());
    }
}
