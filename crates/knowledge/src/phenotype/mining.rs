//! Finds signs in short English texts of the nomenclature: names ("… with seizures and hypotonia") and
//! definitions. Longest match of whole labels and exact synonyms; what is denied is left out.

use super::ontology::{Ontology, TermIndex};
use crate::fold::terms;
use crate::formats::hpo::Scope;
use ariane_domain::Language;
use rustc_hash::FxHashMap;

/// The longest wording that is looked for, in words.
const LONGEST: usize = 7;

/// Words that deny what follows within three words.
const DENIALS: [&str; 5] = ["no", "without", "absent", "not", "excluding"];

/// Single words that are labels of signs and say little in a disease name.
const TOO_COMMON: [&str; 6] = ["neoplasm", "abnormality", "pain", "disease", "severe", "isolated"];

/// A dictionary of wordings.
pub(super) struct Miner {
    wordings: FxHashMap<Box<str>, TermIndex>,
}

impl Miner {
    /// From all English labels and exact synonyms of signs.
    pub(super) fn new(ontology: &Ontology) -> Self {
        let mut wordings: FxHashMap<Box<str>, TermIndex> = FxHashMap::default();
        for (index, term) in ontology.terms().iter().enumerate().filter(|(_, t)| t.is_sign) {
            let exact = term
                .wordings
                .iter()
                .filter(|w| w.language == Language::En && w.scope == Scope::Exact && !w.abbreviation)
                .map(|w| w.text.as_ref());
            for (rank, text) in std::iter::once(term.name.as_ref()).chain(exact).enumerate() {
                let key = terms(text).join(" ");
                if key.len() < 4 || TOO_COMMON.contains(&key.as_str()) {
                    continue;
                }
                if rank == 0 {
                    wordings.insert(key.into(), index as TermIndex);
                } else {
                    wordings.entry(key.into()).or_insert(index as TermIndex);
                }
            }
        }
        Self { wordings }
    }

    /// Signs that a text speaks of, in the order of the text.
    pub(super) fn signs(&self, text: &str) -> Vec<TermIndex> {
        let words = terms(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let longest = (1..=LONGEST.min(words.len() - at))
                .rev()
                .find_map(|n| self.wordings.get(words[at..at + n].join(" ").as_str()).map(|t| (n, *t)));
            match longest {
                Some((length, term)) => {
                    let before = &words[at.saturating_sub(3)..at];
                    if !before.iter().any(|w| DENIALS.contains(&w.as_str())) {
                        found.push(term);
                    }
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::hpo;

    #[test]
    fn the_longest_wording_wins_and_denied_signs_are_left_out() {
        let obo = "[Term]\nid: HP:0000118\nname: Phenotypic abnormality\n\n\
            [Term]\nid: HP:0000200\nname: Ataxia\nis_a: HP:0000118\n\n\
            [Term]\nid: HP:0000201\nname: Gait ataxia\nis_a: HP:0000200\n\n\
            [Term]\nid: HP:0000202\nname: Seizure\nis_a: HP:0000118\nsynonym: \"Convulsions\" EXACT layperson []\n";
        let ontology = Ontology::new(hpo::read(obo.as_bytes()).expect("readable"), &[]);
        let at = |id| ontology.position(id).expect("known");
        let miner = Miner::new(&ontology);
        assert_eq!(miner.signs("Syndrome with gait ataxia and convulsions"), [at(201), at(202)]);
        assert_eq!(miner.signs("Ataxia without seizures"), [at(200)]);
        assert!(miner.signs("").is_empty());
    }
}
