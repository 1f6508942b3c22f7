//! The index and the search itself.

use super::codes::CodeIndex;
use super::fuzzy::FuzzyIndex;
use super::rank::{overlap, renown, tie_break};
use super::reading::Asked;
use super::vocabulary::Vocabulary;
use super::{Hit, MatchKind, Query};
use crate::catalogue::Catalogue;
use crate::catalogue::entity::{NameKind, Status};
use crate::fold;
use ariane_domain::OrphaCode;
use ariane_domain::code::Level;
use rustc_hash::FxHashMap;
use std::sync::Mutex;

/// Most words of a query that are looked at.
const WORDS: usize = 24;
/// A word that stands in more names than this adds no candidates when a rarer word did.
const COMMON: usize = 3000;
/// From this score on, every word of query and name is the other's but for a plural ending.
const WHOLE: f32 = 0.985;
/// What an abbreviation keeps of its score that is not the one typed.
const OTHER_ABBREVIATION: f32 = 0.8;
/// Names kept for the final, exact ranking.
const SHORTLIST: usize = 160;

/// Search over one catalogue.
#[derive(Debug)]
pub struct SearchIndex {
    pub(super) vocabulary: Vocabulary,
    pub(super) fuzzy: FuzzyIndex,
    pub(super) weights: Vec<f32>,
    pub(super) heaviest: f32,
    first_posting: Vec<u32>,
    postings: Vec<u32>,
    first_term: Vec<u32>,
    terms: Vec<u32>,
    whole: Vec<f32>,
    renown: Vec<u8>,
    abbreviations: Vec<bool>,
    whole_names: FxHashMap<u64, Vec<u32>>,
    codes: CodeIndex,
    scratch: Mutex<Vec<Scratch>>,
}

/// Arrays as long as the list of names, or of words, reused between queries; zero when at rest.
#[derive(Debug, Default)]
struct Scratch {
    matched: Vec<f32>,
    this_word: Vec<f32>,
    touched: Vec<u32>,
    likes: Vec<f32>,
}

impl SearchIndex {
    /// Indexes a catalogue.
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut distinct: FxHashMap<String, u32> = FxHashMap::default();
        let mut name_terms: Vec<u32> = Vec::new();
        let mut first_term = vec![0_u32];
        let mut whole_names: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        let mut abbreviations = Vec::with_capacity(catalogue.names().len());
        for (number, name) in catalogue.names().iter().enumerate() {
            let words = fold::words(&name.text);
            whole_names.entry(key_hash(&words)).or_default().push(number as u32);
            for form in other_forms(&name.text) {
                whole_names.entry(key_hash(&fold::words(form))).or_default().push(number as u32);
            }
            abbreviations.push(words.len() == 1 && is_abbreviation(&name.text));
            let start = name_terms.len();
            for word in &words {
                let next = distinct.len() as u32;
                let id = *distinct.entry(fold::stem(word).to_owned()).or_insert(next);
                if !name_terms[start..].contains(&id) {
                    name_terms.push(id);
                }
            }
            first_term.push(name_terms.len() as u32);
        }
        let mut order: Vec<(String, u32)> = distinct.into_iter().collect();
        order.sort_unstable();
        let mut renumbered = vec![0_u32; order.len()];
        for (new, (_, old)) in order.iter().enumerate() {
            renumbered[*old as usize] = new as u32;
        }
        for term in &mut name_terms {
            *term = renumbered[*term as usize];
        }
        let vocabulary = Vocabulary::from_sorted(order.iter().map(|(w, _)| w.as_str()));
        drop(order);
        let (first_posting, postings) = invert(&name_terms, &first_term, vocabulary.len());
        let names = catalogue.names().len().max(1) as f32;
        let weights: Vec<f32> =
            first_posting.windows(2).map(|w| (1.0 + names / (w[1] - w[0]).max(1) as f32).ln()).collect();
        let whole = first_term
            .windows(2)
            .map(|w| name_terms[w[0] as usize..w[1] as usize].iter().map(|t| weights[*t as usize]).sum())
            .collect();
        Self {
            fuzzy: FuzzyIndex::new(&vocabulary),
            vocabulary,
            heaviest: weights.iter().copied().fold(0.0, f32::max),
            weights,
            first_posting,
            postings,
            first_term,
            terms: name_terms,
            whole,
            renown: catalogue.entities().iter().map(renown).collect(),
            abbreviations,
            whole_names,
            codes: CodeIndex::new(catalogue),
            scratch: Mutex::default(),
        }
    }

    /// Number of distinct words.
    pub fn words(&self) -> usize {
        self.vocabulary.len()
    }

    /// Answers a query, best first. An empty or wordless query has no hits.
    pub fn search(&self, catalogue: &Catalogue, query: Query<'_>) -> Vec<Hit> {
        let text: String = query.text.chars().take(fold::QUERY_LIMIT).collect();
        let mut words = fold::words(&text);
        words.truncate(WORDS);
        if words.is_empty() || query.limit == 0 {
            return Vec::new();
        }
        let mut answer = Answer { catalogue, query, hits: Vec::new() };
        self.codes(&text, &mut answer);
        self.whole_names(&words, &mut answer);
        for position in self.codes.by_gene(&text) {
            answer.add(*position, MatchKind::Gene, text.trim().to_ascii_uppercase(), None, 0.95);
        }
        let exact = answer.hits.len();
        let by_code = answer.hits.iter().any(|h| h.kind == MatchKind::Code);
        if exact < query.limit && !(by_code && words.iter().any(|w| w.bytes().any(|b| b.is_ascii_digit()))) {
            self.by_words(&words, &mut answer);
        }
        // Everyone who bears the name or code is shown, even beyond the limit asked for.
        answer.hits.truncate(query.limit.max(exact.min(50)));
        answer.hits
    }

    fn codes(&self, text: &str, answer: &mut Answer<'_>) {
        if let Some(position) = text.parse::<OrphaCode>().ok().and_then(|c| answer.catalogue.position(c)) {
            answer.add(position as u32, MatchKind::Code, text.trim().to_owned(), None, 1.0);
        }
        for position in self.codes.by_code(text) {
            answer.add(position, MatchKind::Code, text.trim().to_owned(), None, 1.0);
        }
    }

    fn whole_names(&self, words: &[String], answer: &mut Answer<'_>) {
        let Some(numbers) = self.whole_names.get(&key_hash(words)) else { return };
        let joined = words.join(" ");
        let mut same: Vec<u32> = numbers
            .iter()
            .copied()
            .filter(|n| {
                let text = &answer.catalogue.names()[*n as usize].text;
                fold::key(text) == joined || other_forms(text).any(|form| fold::key(form) == joined)
            })
            .collect();
        same.sort_by_key(|n| self.tie(answer, *n));
        for number in same {
            let name = &answer.catalogue.names()[number as usize];
            let kind = match name.kind {
                NameKind::Preferred => MatchKind::Name,
                NameKind::Synonym => MatchKind::Synonym,
                NameKind::Lay | NameKind::Unspoken => MatchKind::LayName,
            };
            answer.add(name.entity, kind, answer.shown(number), Some(name.language), 1.0);
        }
    }

    fn tie(&self, answer: &Answer<'_>, name: u32) -> (bool, u32) {
        let name = &answer.catalogue.names()[name as usize];
        let entity = &answer.catalogue.entities()[name.entity as usize];
        let tie = tie_break(
            name.kind,
            name.language,
            answer.query.language,
            entity.level,
            self.renown[name.entity as usize],
        );
        (entity.status != Status::Active, tie)
    }

    fn by_words(&self, words: &[String], answer: &mut Answer<'_>) {
        let asked = self.asked(words, answer.query.typing);
        let total: f32 = asked.iter().map(|a| a.weight).sum();
        let mut scratch = self.scratch.lock().ok().and_then(|mut pool| pool.pop()).unwrap_or_default();
        scratch.matched.resize(self.whole.len(), 0.0);
        scratch.this_word.resize(self.whole.len(), 0.0);
        scratch.likes.resize(self.vocabulary.len(), 0.0);
        self.collect(&asked, &mut scratch);
        let mut scored: Vec<(f32, u32)> = scratch
            .touched
            .iter()
            .map(|n| {
                let score = overlap(scratch.matched[*n as usize], total, self.whole[*n as usize]);
                // Written as typed it was found as a whole name: only a plural ending was in the way, and an
                // abbreviation has no plural. CMTX is not CMT.
                let other = self.abbreviations[*n as usize] && score > WHOLE;
                (if other { score * OTHER_ABBREVIATION } else { score }, *n)
            })
            .collect();
        for name in scratch.touched.drain(..) {
            scratch.matched[name as usize] = 0.0;
        }
        let better = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0);
        if scored.len() > SHORTLIST {
            scored.select_nth_unstable_by(SHORTLIST, better);
            scored.truncate(SHORTLIST);
        }
        scored.sort_by_cached_key(|(score, name)| {
            (std::cmp::Reverse((score * 2000.0) as u32), self.tie(answer, *name))
        });
        let floor = scored.first().map_or(0.0, |best| (best.0 * 0.45).max(0.25));
        scored.retain(|(score, _)| *score >= floor);
        let as_typed = self.as_typed(&asked, &scored, &mut scratch.likes);
        if let Ok(mut pool) = self.scratch.lock() {
            pool.push(scratch);
        }
        let first = answer.hits.len();
        for ((score, number), as_typed) in scored.into_iter().zip(as_typed) {
            let name = &answer.catalogue.names()[number as usize];
            let kind = if as_typed { MatchKind::Words } else { MatchKind::Similar };
            answer.add(name.entity, kind, answer.shown(number), Some(name.language), score.min(0.999));
        }
        answer.disorders_before_their_subtypes(first);
    }

    /// For each name, whether it holds every word as it was typed or begun.
    fn as_typed(&self, asked: &[Asked], names: &[(f32, u32)], likes: &mut [f32]) -> Vec<bool> {
        let mut all = vec![true; names.len()];
        for word in asked {
            let right = || word.alternatives.iter().filter(|a| a.as_typed);
            right().for_each(|a| likes[a.term as usize] = 1.0);
            for (held, (_, name)) in all.iter_mut().zip(names) {
                *held &= self.terms_of(*name).iter().any(|term| likes[*term as usize] > 0.0);
            }
            right().for_each(|a| likes[a.term as usize] = 0.0);
        }
        all
    }

    fn terms_of(&self, name: u32) -> &[u32] {
        &self.terms[self.first_term[name as usize] as usize..self.first_term[name as usize + 1] as usize]
    }

    pub(super) fn postings_of(&self, term: u32) -> &[u32] {
        &self.postings
            [self.first_posting[term as usize] as usize..self.first_posting[term as usize + 1] as usize]
    }

    /// Adds up, rarest word first, what each name holds of the query.
    fn collect(&self, asked: &[Asked], scratch: &mut Scratch) {
        let mut order: Vec<&Asked> = asked.iter().collect();
        order.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        let mut changed: Vec<u32> = Vec::new();
        for word in order {
            changed.clear();
            let total: usize = word.alternatives.iter().map(|a| self.postings_of(a.term).len()).sum();
            if total > COMMON && !scratch.touched.is_empty() {
                for a in &word.alternatives {
                    let like = &mut scratch.likes[a.term as usize];
                    *like = like.max(a.like);
                }
                for name in &scratch.touched {
                    let held = self.terms_of(*name).iter().map(|t| scratch.likes[*t as usize]);
                    scratch.matched[*name as usize] += held.fold(0.0, f32::max) * word.weight;
                }
                for a in &word.alternatives {
                    scratch.likes[a.term as usize] = 0.0;
                }
                continue;
            }
            for a in &word.alternatives {
                for name in self.postings_of(a.term) {
                    let slot = &mut scratch.this_word[*name as usize];
                    if *slot == 0.0 {
                        changed.push(*name);
                    }
                    *slot = slot.max(a.like);
                }
            }
            for name in &changed {
                let like = std::mem::take(&mut scratch.this_word[*name as usize]);
                let matched = &mut scratch.matched[*name as usize];
                if *matched == 0.0 {
                    scratch.touched.push(*name);
                }
                *matched += like * word.weight;
            }
        }
    }
}

/// Other ways to write a name as a whole: without the brackets at its end, and each of two abbreviations
/// that a stroke joins ("CMT/HMSN").
fn other_forms(name: &str) -> impl Iterator<Item = &str> {
    let sides = name.split_once('/').filter(|(a, b)| is_abbreviation(a) && is_abbreviation(b));
    without_parenthesis(name).into_iter().chain(sides.into_iter().flat_map(|(a, b)| [a, b]))
}

/// Whether a text is one abbreviation: a few capitals and digits, at least two capitals.
fn is_abbreviation(text: &str) -> bool {
    text.chars().count() <= 10
        && text.chars().filter(|c| c.is_uppercase()).count() >= 2
        && text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-')
}

/// A name without the abbreviation or remark in brackets at its end.
fn without_parenthesis(name: &str) -> Option<&str> {
    let (short, _) = name.strip_suffix(')')?.rsplit_once(" (")?;
    (!short.is_empty()).then_some(short)
}

fn key_hash(words: &[String]) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    for word in words {
        hasher.write(word.as_bytes());
        hasher.write_u8(b' ');
    }
    hasher.finish()
}

fn invert(name_terms: &[u32], first_term: &[u32], words: usize) -> (Vec<u32>, Vec<u32>) {
    let mut first = vec![0_u32; words + 1];
    for term in name_terms {
        first[*term as usize + 1] += 1;
    }
    for i in 1..first.len() {
        first[i] += first[i - 1];
    }
    let mut next = first.clone();
    let mut postings = vec![0_u32; name_terms.len()];
    for (name, range) in first_term.windows(2).enumerate() {
        for term in &name_terms[range[0] as usize..range[1] as usize] {
            let slot = &mut next[*term as usize];
            postings[*slot as usize] = name as u32;
            *slot += 1;
        }
    }
    (first, postings)
}

/// Hits under construction: one per entity, the first reason stands.
struct Answer<'a> {
    catalogue: &'a Catalogue,
    query: Query<'a>,
    hits: Vec<Hit>,
}

impl Answer<'_> {
    /// The name that matched, or the preferred name in place of one that is never shown.
    fn shown(&self, name: u32) -> String {
        let name = &self.catalogue.names()[name as usize];
        if name.kind == NameKind::Unspoken {
            let entity = &self.catalogue.entities()[name.entity as usize];
            return self.catalogue.name(entity, self.query.language).1.to_owned();
        }
        name.text.to_string()
    }

    /// Where a disorder and its subtype both hold every word typed, and more words than those, nothing that
    /// was typed asks for the subtype: the disorder stands first. Looks at hits from `first` on, as far as they are shown.
    fn disorders_before_their_subtypes(&mut self, first: usize) {
        let shown = self.query.limit.min(self.hits.len());
        for at in first..shown {
            let hit = &self.hits[at];
            let subtype = self.catalogue.entity(hit.code).filter(|e| e.level == Level::Subtype);
            let part_of_a_name = hit.kind == MatchKind::Words && hit.score < WHOLE;
            let Some(subtype) = subtype.filter(|_| part_of_a_name) else { continue };
            let is_above = |hit: &Hit| {
                hit.kind == MatchKind::Words
                    && self.catalogue.position(hit.code).is_some_and(|position| {
                        let level = self.catalogue.entities()[position].level;
                        level == Level::Disorder && subtype.parents.contains(&(position as u32))
                    })
            };
            let Some(below) = self.hits[at + 1..].iter().position(is_above) else { continue };
            let score = hit.score;
            self.hits[at..=at + 1 + below].rotate_right(1);
            self.hits[at].score = score;
        }
    }

    /// A retired entity is answered by its successor, saying so; without one, by itself.
    fn add(
        &mut self,
        position: u32,
        kind: MatchKind,
        matched: String,
        language: Option<ariane_domain::Language>,
        score: f32,
    ) {
        let found = &self.catalogue.entities()[position as usize];
        let current = self.catalogue.current(found.code);
        let code = current.map_or(found.code, |e| e.code);
        let retired = (found.status != Status::Active).then_some(found.code);
        if !self.hits.iter().any(|h| h.code == code) {
            self.hits.push(Hit { code, kind, matched, language, retired, score });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_abbreviations_joined_by_a_stroke_are_a_name_each() {
        let forms = |name| other_forms(name).collect::<Vec<_>>();
        assert_eq!(forms("CMT/HMSN"), ["CMT", "HMSN"]);
        assert_eq!(forms("Syndrome imaginaire (SI)"), ["Syndrome imaginaire"]);
        assert!(forms("Acné et/ou hidradénite").is_empty());
        assert!(forms("Type 1/2").is_empty());
    }
}
