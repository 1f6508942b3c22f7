//! Search of signs by their labels and wordings in all languages, while they are typed.
//!
//! Every word of a wording may be completed or hold one typo. Texts are read by the reader of signs; this
//! is for a search field and its suggestions.

use super::vocabulary::Vocabulary;
use crate::fold;
use crate::phenotype::ontology::{Ontology, TermIndex};
use crate::starter::sign_words::SignWord;
use ariane_domain::Language;
use rustc_hash::FxHashMap;

/// Most words of a query that are looked at.
const MOST_WORDS: usize = 8;
/// Most completions of one word that are looked at.
const MOST_COMPLETIONS: usize = 400;
/// Least part of the query's weight that a hit must cover.
const LEAST_COVER: f32 = 0.55;

/// One wording of a term.
#[derive(Debug)]
struct Phrase {
    term: TermIndex,
    language: Language,
    is_label: bool,
    words: u16,
    text: Box<str>,
}

/// A term that answers a query.
#[derive(Debug, Clone, PartialEq)]
pub struct TermHit {
    /// The term.
    pub term: TermIndex,
    /// The wording through which it was found.
    pub wording: String,
    /// Its language.
    pub language: Language,
    /// 0 to about 1, comparable within one answer only.
    pub score: f32,
}

/// All wordings of all signs, by word.
#[derive(Debug, Default)]
pub struct TermSearch {
    phrases: Vec<Phrase>,
    vocabulary: Vocabulary,
    starts: Vec<u32>,
    postings: Vec<u32>,
}

impl TermSearch {
    /// Indexes an ontology and our own table of wordings.
    pub fn new(ontology: &Ontology, own: &[SignWord]) -> Self {
        let mut phrases = Vec::new();
        let mut pairs: Vec<(String, u32)> = Vec::new();
        let mut add = |term: TermIndex, language: Language, text: &str, is_label: bool| {
            let mut words = fold::terms(text);
            words.sort_unstable();
            words.dedup();
            let number = phrases.len() as u32;
            phrases.push(Phrase {
                term,
                language,
                is_label,
                words: words.len().min(999) as u16,
                text: text.into(),
            });
            pairs.extend(words.into_iter().map(|w| (w, number)));
        };
        for (index, term) in ontology.terms().iter().enumerate().filter(|(_, t)| t.is_sign) {
            let index = index as TermIndex;
            add(index, Language::En, &term.name, true);
            term.labels.iter().for_each(|(language, text)| add(index, *language, text, true));
            term.wordings.iter().for_each(|w| add(index, w.language, &w.text, false));
        }
        for word in own {
            let term = ontology.position(word.term);
            if let Some(term) = term.filter(|t| ontology.term(*t).is_some_and(|t| t.is_sign)) {
                add(term, word.language, &word.phrase, false);
            }
        }
        pairs.sort_unstable();
        let mut starts = Vec::new();
        let mut postings = Vec::with_capacity(pairs.len());
        let mut words: Vec<&str> = Vec::new();
        for (word, phrase) in &pairs {
            if words.last() != Some(&word.as_str()) {
                words.push(word);
                starts.push(postings.len() as u32);
            }
            postings.push(*phrase);
        }
        starts.push(postings.len() as u32);
        let vocabulary = Vocabulary::from_sorted(words.into_iter());
        Self { phrases, vocabulary, starts, postings }
    }

    fn phrases_with(&self, word: u32) -> &[u32] {
        let at = word as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(from), Some(to)) => &self.postings[*from as usize..*to as usize],
            _ => &[],
        }
    }

    /// How telling a word is: rare words count more.
    fn weight(&self, word: u32) -> f32 {
        let bearers = self.phrases_with(word).len().max(1) as f32;
        (1.0 + self.phrases.len() as f32 / bearers).ln()
    }

    /// Words that a typed word may stand for, each with how well it fits.
    fn meant(&self, typed: &str, last: bool) -> Vec<(u32, f32)> {
        let mut meant: Vec<(u32, f32)> = self.vocabulary.find(typed).map(|w| (w, 1.0)).into_iter().collect();
        if typed.len() >= if last { 2 } else { 4 } {
            let completions = self.vocabulary.starting_with(typed).take(MOST_COMPLETIONS);
            // The less is missing, the better it fits.
            let fit = |w: u32| 0.75 + 0.1 * typed.len() as f32 / self.vocabulary.word(w).len() as f32;
            meant.extend(completions.filter(|w| self.vocabulary.word(*w) != typed).map(|w| (w, fit(w))));
        }
        if meant.is_empty() && typed.len() >= 4 {
            meant.extend(self.vocabulary.nearly_starting_with(typed, 60).into_iter().map(|w| (w, 0.7)));
        }
        meant
    }

    /// Terms for what was typed, best first; wordings in `language` break ties.
    pub fn find(&self, text: &str, language: Language, most: usize) -> Vec<TermHit> {
        let start: String = text.chars().take(fold::QUERY_LIMIT).collect();
        let mut typed = fold::terms(&start);
        typed.truncate(MOST_WORDS);
        let count = typed.len();
        let mut whole = 0.0;
        let mut sums: FxHashMap<u32, f32> = FxHashMap::default();
        for (i, word) in typed.iter().enumerate() {
            let meant = self.meant(word, i + 1 == count);
            // A word that nobody knows counts like a rather rare one: what is found without it covers less.
            let unknown = (1.0 + self.phrases.len() as f32).ln() * 0.6;
            // The most common of what may be meant tells how much the typed word says.
            let weight = meant.iter().map(|(w, _)| self.weight(*w)).fold(f32::INFINITY, f32::min);
            let weight = if weight.is_finite() { weight } else { unknown };
            let mut best: FxHashMap<u32, f32> = FxHashMap::default();
            for (number, fit) in meant {
                for phrase in self.phrases_with(number) {
                    let slot = best.entry(*phrase).or_default();
                    *slot = slot.max(weight * fit);
                }
            }
            whole += weight;
            for (phrase, gain) in best {
                *sums.entry(phrase).or_default() += gain;
            }
        }
        if whole <= 0.0 {
            return Vec::new();
        }
        let mut by_term: FxHashMap<TermIndex, (f32, u32)> = FxHashMap::default();
        for (number, sum) in sums {
            let Some(phrase) = self.phrases.get(number as usize) else { continue };
            let cover = sum / whole;
            if cover < LEAST_COVER {
                continue;
            }
            let filled = (count as f32 / f32::from(phrase.words.max(1))).min(1.0);
            let score = cover * (0.75 + 0.25 * filled)
                + if phrase.language == language { 0.05 } else { 0.0 }
                + if phrase.is_label { 0.03 } else { 0.0 };
            let slot = by_term.entry(phrase.term).or_insert((0.0, u32::MAX));
            if score > slot.0 || (score == slot.0 && number < slot.1) {
                *slot = (score, number);
            }
        }
        let mut hits: Vec<(TermIndex, f32, u32)> = by_term.into_iter().map(|(t, (s, p))| (t, s, p)).collect();
        hits.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        hits.truncate(most);
        hits.into_iter()
            .filter_map(|(term, score, number)| {
                let phrase = self.phrases.get(number as usize)?;
                Some(TermHit { term, score, wording: phrase.text.to_string(), language: phrase.language })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::hpo;

    fn search() -> (Ontology, TermSearch) {
        let obo = "data-version: hp/releases/2099-01-01\n\n[Term]\nid: HP:0000118\nname: Phenotypic abnormality\n\n\
            [Term]\nid: HP:0000201\nname: Blue thumb\nsynonym: \"Cyan pollex\" EXACT []\nis_a: HP:0000118\n\n\
            [Term]\nid: HP:0000202\nname: Blue thumbnail\nis_a: HP:0000201\n\n\
            [Term]\nid: HP:0000203\nname: Wobbly knee\nis_a: HP:0000118\n\n[Term]\nid: HP:0000005\nname: Blue inheritance\n";
        let hpo = hpo::read(obo.as_bytes()).expect("readable");
        let ontology = Ontology::new(hpo, &[(Language::Fr, 203, "Genou branlant".into(), true)]);
        let own =
            [SignWord {
                language: Language::Fr, term: 203, phrase: "le genou lâche".into(), everyday: true
            }];
        let search = TermSearch::new(&ontology, &own);
        (ontology, search)
    }

    fn found(text: &str) -> Vec<u32> {
        let (ontology, search) = search();
        let hits = search.find(text, Language::Fr, 9);
        hits.iter().filter_map(|h| Some(ontology.term(h.term)?.id)).collect()
    }

    #[test]
    fn labels_and_wordings_are_found_in_every_language_while_they_are_typed() {
        assert_eq!(found("blue thumb"), [201, 202]);
        assert_eq!(found("cyan pol"), [201]);
        assert_eq!(found("genou branl"), [203]);
        assert_eq!(found("GENOUX LACHE"), [203]);
    }

    #[test]
    fn a_typo_is_forgiven_and_nonsense_finds_nothing() {
        assert_eq!(found("genuo"), [203]);
        assert_eq!(found("wobly kne"), [203]);
        for nothing in ["", "   ", "zzzzzz", "💥", "'; drop table", "inheritance"] {
            assert_eq!(found(nothing), Vec::<u32>::new(), "{nothing}");
        }
        assert!(found(&"blue ".repeat(10_000)).len() <= 9);
    }
}
