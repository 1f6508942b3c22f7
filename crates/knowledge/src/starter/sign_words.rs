//! Everyday and clinical wordings of signs: an overlay of ours that never alters HPO's terms.

use super::table::own;
use crate::formats::hpo;
use ariane_domain::Language;

/// One row of `starter/sign_words_*.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignWord {
    /// Language in which it is said.
    pub language: Language,
    /// Number of the term: 1250 of `HP:0001250`.
    pub term: u32,
    /// As said, verbs in the third person of the present, without a subject.
    pub phrase: String,
    /// Whether laypeople say so; otherwise it is a doctor's wording.
    pub everyday: bool,
}

/// All rows of all languages.
pub fn all() -> Vec<SignWord> {
    Language::ALL
        .into_iter()
        .flat_map(|language| {
            own(&format!("sign_words_{language}.csv")).into_iter().filter_map(move |row| {
                Some(SignWord {
                    language,
                    term: hpo::number(row.get("term"))?,
                    phrase: row.required("phrase").ok()?.to_owned(),
                    everyday: row.get("register") != "clinical",
                })
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_tables_are_read_and_every_row_has_term_and_phrase() {
        let all = super::all();
        for language in ariane_domain::Language::ALL {
            let rows = crate::starter::file(&format!("sign_words_{language}.csv"));
            let written = crate::starter::table::read(
                &rows,
                &["term", "label", "phrase", "register", "source", "checked"],
            );
            let written = written.map_or(0, |rows| rows.len());
            assert_eq!(all.iter().filter(|w| w.language == language).count(), written, "{language}");
        }
    }
}
