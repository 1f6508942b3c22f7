//! Sentences made from labels and synonyms, with noise, denial and family around them.
//!
//! They say how robust the rules are, not how people write: the wordings are those the reader knows.

use super::score::{Counts, Share};
use crate::{SignReader, Status};
use ariane_domain::Language;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};

/// A sentence with the one term that it is made of.
#[derive(Debug, Clone)]
pub struct Made {
    /// The sentence.
    pub text: String,
    /// The term.
    pub term: TermIndex,
    /// What the sentence says of it.
    pub status: Status,
    /// Whether noise was added.
    pub noisy: bool,
}

/// Scores over made sentences.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scores {
    /// Terms without noise.
    pub plain: Counts,
    /// Terms with noise.
    pub noisy: Counts,
    /// Status right among right terms: observed, excluded, family, uncertain.
    pub status: [Share; 4],
}

/// A small generator of pseudo-random numbers; the seed is an argument.
#[derive(Debug)]
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }
}

/// Frames with `{}` for the wording.
fn frames(language: Language) -> &'static [(&'static str, Status)] {
    match language {
        Language::Fr => &[
            ("On a constaté chez ma fille : {}.", Status::Observed),
            ("Patient de 12 ans présentant {} depuis deux ans.", Status::Observed),
            ("Notre fils n'a pas de {}.", Status::Excluded),
            ("Examen normal par ailleurs, sans {}.", Status::Excluded),
            ("Absence de {} à l'examen.", Status::Excluded),
            ("Sa grand-mère avait aussi {}.", Status::Family),
            ("{} chez le père de l'enfant.", Status::Family),
            ("Le médecin évoque une possible {}.", Status::Uncertain),
        ],
        Language::De => &[
            ("Bei unserer Tochter wurde festgestellt: {}.", Status::Observed),
            ("12-jähriger Patient mit {} seit zwei Jahren.", Status::Observed),
            ("Unser Sohn hat kein {}.", Status::Excluded),
            ("Sonst unauffällig, ohne {}.", Status::Excluded),
            ("{} wurde ausgeschlossen.", Status::Excluded),
            ("Seine Großmutter hatte auch {}.", Status::Family),
            ("{} beim Vater des Kindes.", Status::Family),
            ("Es besteht der Verdacht auf {}.", Status::Uncertain),
        ],
        Language::Pt => &[
            ("Foi observado na minha filha: {}.", Status::Observed),
            ("Doente de 12 anos com {} há dois anos.", Status::Observed),
            ("O nosso filho não tem {}.", Status::Excluded),
            ("Sem outras alterações, sem {}.", Status::Excluded),
            ("Ausência de {} ao exame.", Status::Excluded),
            ("A avó dele também tinha {}.", Status::Family),
            ("{} no pai da criança.", Status::Family),
            ("Há suspeita de {}.", Status::Uncertain),
        ],
        Language::En | Language::Lb => &[],
    }
}

/// A typing error, dropped accents or another case.
fn noise(text: &str, random: &mut Random) -> String {
    match random.below(3) {
        0 => text
            .chars()
            .map(|c| {
                ariane_knowledge::fold::words(&c.to_string())
                    .pop()
                    .filter(|_| c.is_alphabetic() && !c.is_ascii())
                    .map_or(c.to_string(), |w| w)
            })
            .collect(),
        1 => text.to_uppercase(),
        _ => {
            // Two neighbours of a long word change places, or a letter is lost.
            let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            let long: Vec<usize> = (0..words.len()).filter(|i| words[*i].chars().count() >= 7).collect();
            if let Some(at) = long.get(random.below(long.len().max(1))).copied() {
                let mut chars: Vec<char> = words[at].chars().collect();
                let place = 2 + random.below(chars.len() - 4);
                if random.below(2) == 0 {
                    chars.swap(place, place + 1);
                } else {
                    chars.remove(place);
                }
                words[at] = chars.into_iter().collect();
            }
            words.join(" ")
        }
    }
}

/// Makes sentences in a language from a seed.
pub fn make(ontology: &Ontology, language: Language, count: usize, seed: u64) -> Vec<Made> {
    let mut wordings: Vec<(TermIndex, &str)> = Vec::new();
    for (at, term) in ontology.terms().iter().enumerate().filter(|(_, t)| t.is_sign) {
        let labels = term.labels.iter().filter(|(l, _)| *l == language).map(|(_, t)| t.as_ref());
        let synonyms = term
            .wordings
            .iter()
            .filter(|w| w.language == language)
            .flat_map(|w| w.text.split('|').map(str::trim));
        wordings.extend(labels.chain(synonyms).map(|text| (at as TermIndex, text)));
    }
    let frames = frames(language);
    let mut random = Random(seed | 1);
    if wordings.is_empty() || frames.is_empty() {
        return Vec::new();
    }
    (0..count)
        .map(|i| {
            let (term, wording) = wordings[random.below(wordings.len())];
            let (frame, status) = frames[i % frames.len()];
            let noisy = random.below(2) == 1;
            let wording = if noisy { noise(wording, &mut random) } else { wording.to_owned() };
            Made { text: frame.replace("{}", &wording), term, status, noisy }
        })
        .collect()
}

/// Reads and scores made sentences. A wording that several terms share counts as right for any of them.
pub fn score(reader: &SignReader, made: &[Made], language: Language) -> Scores {
    let mut out = Scores::default();
    for sentence in made {
        let Ok(reading) = reader.read(&sentence.text, language) else { continue };
        let hit =
            reading.signs.iter().find(|s| s.term == sentence.term || s.alternatives.contains(&sentence.term));
        let counts = Counts {
            right: usize::from(hit.is_some()),
            wrong: reading.signs.len() - usize::from(hit.is_some()),
            missed: usize::from(hit.is_none()),
        };
        if sentence.noisy {
            out.noisy.add(counts)
        } else {
            out.plain.add(counts)
        }
        if let Some(hit) = hit {
            out.status[sentence.status as usize].count(hit.status == sentence.status);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_noise() {
        let twice = || noise("hypotonie musculaire", &mut Random(77));
        assert_eq!(twice(), twice());
    }
}
