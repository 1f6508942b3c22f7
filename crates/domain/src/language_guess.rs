//! In which of the five languages a text is probably written: by its commonest small words.

use crate::language::Language;

/// Small words that are common in one of the languages and rare in the others; folded, without accents.
const WORDS: [(Language, &[&str]); 5] = [
    (
        Language::Fr,
        &[
            "je", "vous", "est", "les", "des", "une", "nous", "pour", "mon", "ma", "mes", "fils", "fille",
            "avec", "pas", "bonjour", "merci", "depuis", "chez", "notre", "elle", "sont", "etre", "avons",
            "suis",
        ],
    ),
    (
        Language::De,
        &[
            "ich", "und", "der", "die", "das", "ist", "nicht", "wir", "sie", "mein", "meine", "mit", "fur",
            "eine", "haben", "hat", "bei", "auf", "guten", "tag", "danke", "sohn", "tochter", "sehr",
            "grussen",
        ],
    ),
    (
        Language::En,
        &[
            "the", "and", "my", "is", "we", "you", "for", "with", "have", "has", "not", "are", "our",
            "hello", "thank", "son", "daughter", "this", "would", "from", "dear", "been", "she", "he",
            "please",
        ],
    ),
    (
        Language::Pt,
        &[
            "o", "os", "uma", "um", "meu", "minha", "nao", "com", "para", "tem", "voce", "nos", "que", "ola",
            "obrigado", "obrigada", "filho", "filha", "bom", "dia", "sao", "esta", "tenho", "pelo", "ao",
        ],
    ),
    (
        Language::Lb,
        &[
            "ech", "mir", "dir", "an", "ass", "net", "mat", "eng", "dat", "ween", "hunn", "huet", "meng",
            "moien", "merci", "jong", "meedchen", "sinn", "fir", "vun", "och", "wei", "gudde", "eis", "hien",
        ],
    ),
];

/// The language whose small words are most frequent among folded words; none where fewer than three are found or two
/// languages are equally likely.
pub fn guess(words: &[String]) -> Option<Language> {
    let mut counts: Vec<(usize, Language)> = WORDS
        .iter()
        .map(|(language, small)| {
            (words.iter().take(400).filter(|word| small.contains(&word.as_str())).count(), *language)
        })
        .collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let is_clear = counts[0].0 >= 3 && counts[0].0 > counts[1].0;
    is_clear.then_some(counts[0].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(text: &str) -> Option<Language> {
        let words: Vec<String> = text.to_lowercase().split_whitespace().map(str::to_owned).collect();
        guess(&words)
    }

    #[test]
    fn mails_in_five_languages_are_told_apart() {
        for (text, language) in [
            ("bonjour je vous ecris pour mon fils il est malade depuis un an", Language::Fr),
            ("guten tag ich schreibe fur meine tochter sie hat eine seltene krankheit", Language::De),
            ("hello my son has a rare disease and we would like to know more", Language::En),
            ("bom dia o meu filho tem uma doenca rara e nao sei o que fazer", Language::Pt),
            ("moien ech hunn eng fro fir meng kanner mir sinn net secher", Language::Lb),
        ] {
            assert_eq!(guessed(text), Some(language), "{text}");
        }
    }

    #[test]
    fn too_little_is_no_guess() {
        assert_eq!(guessed(""), None);
        assert_eq!(guessed("myasthenia gravis"), None);
        assert_eq!(guessed("bonjour hello moien"), None);
    }
}
