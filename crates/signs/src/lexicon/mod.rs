//! All wordings of all terms, prepared for matching.

mod compounds;
mod equals;
mod typos;
mod vocabulary;

pub(crate) use vocabulary::{StemId, Vocabulary};

use crate::language::{AllRules, Item, Rules, analyse, is_cased};
use crate::tokens::tokens;
use ariane_domain::Language;
use ariane_knowledge::formats::hpo::Scope;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};
use ariane_knowledge::starter::sign_words::SignWord;
use compounds::Compounds;
use rustc_hash::{FxHashMap, FxHashSet};

/// Longest wording that is matched, in stems.
const MOST_STEMS: usize = 12;
/// *Mode of inheritance* and *Onset*: no signs, but read beside them.
const OTHER_ROOTS: [u32; 2] = [5, 3674];

/// Where a wording comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Origin {
    Label,
    Exact,
    Clinical,
    Everyday,
    Loose,
}

/// One wording.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrase {
    first: u32,
    text: u32,
    pub term: TermIndex,
    len: u8,
    text_len: u8,
    /// Its term's distance from the top, for ties.
    pub depth: u8,
    pub language: Language,
    pub origin: Origin,
    /// Whether it contains a word that denies.
    pub denies: bool,
    /// Whether it is a coordination itself ("cleft lip and palate").
    pub joined: bool,
}

/// The wordings and the index over them.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    pub vocabulary: Vocabulary,
    pub phrases: Vec<Phrase>,
    stems: Vec<StemId>,
    texts: String,
    starts: Vec<u32>,
    postings: Vec<u32>,
    compounds: Compounds,
}

/// What a word of a wording may be taken apart as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Noun,
    Other,
    Fixed,
}

struct Draft<'a> {
    term: TermIndex,
    language: Language,
    origin: Origin,
    text: &'a str,
    stems: Vec<(StemId, Word)>,
    denies: bool,
    joined: bool,
}

impl Lexicon {
    pub fn new(ontology: &Ontology, words: &[SignWord], rules: &AllRules) -> Self {
        let mut out = Self::default();
        let mut drafts = out.drafts(ontology, words, rules);
        out.take_apart(&mut drafts, rules);
        out.learn(&drafts, rules);
        out.vocabulary.finish();
        let mut seen: FxHashSet<(TermIndex, u8, Vec<StemId>)> = FxHashSet::default();
        drafts.sort_by_key(|d| (d.term, d.origin));
        for draft in &drafts {
            let stems: Vec<StemId> = draft.stems.iter().map(|(s, _)| *s).collect();
            if stems.is_empty()
                || stems.len() > MOST_STEMS
                || !seen.insert((draft.term, vocabulary::slot(draft.language) as u8, stems.clone()))
            {
                continue;
            }
            let mut text_len = draft.text.len().min(250);
            while !draft.text.is_char_boundary(text_len) {
                text_len -= 1;
            }
            out.phrases.push(Phrase {
                first: out.stems.len() as u32,
                text: out.texts.len() as u32,
                term: draft.term,
                len: stems.len() as u8,
                text_len: text_len as u8,
                depth: ontology.ancestors_or_self(draft.term).len().min(255) as u8,
                language: draft.language,
                origin: draft.origin,
                denies: draft.denies,
                joined: draft.joined,
            });
            out.stems.extend(stems);
            out.texts.push_str(&draft.text[..text_len]);
        }
        out.weigh();
        out.index();
        out.phrases.shrink_to_fit();
        out.stems.shrink_to_fit();
        out.texts.shrink_to_fit();
        out
    }

    fn drafts<'a>(
        &mut self,
        ontology: &'a Ontology,
        words: &'a [SignWord],
        rules: &AllRules,
    ) -> Vec<Draft<'a>> {
        let mut out = Vec::new();
        let others: Vec<TermIndex> = OTHER_ROOTS.iter().filter_map(|id| ontology.position(*id)).collect();
        for (at, term) in ontology.terms().iter().enumerate() {
            let at = at as TermIndex;
            if !term.is_sign && !others.iter().any(|o| ontology.is_within(at, *o)) {
                continue;
            }
            out.extend(self.draft(at, Language::En, Origin::Label, &term.name, rules));
            for (language, label) in &term.labels {
                out.extend(self.draft(at, *language, Origin::Label, label, rules));
            }
            for wording in &term.wordings {
                let origin = if wording.scope == Scope::Exact { Origin::Exact } else { Origin::Loose };
                // The French table joins several synonyms in one cell.
                for text in wording.text.split('|').map(str::trim) {
                    out.extend(self.draft(at, wording.language, origin, text, rules));
                }
            }
        }
        for word in words {
            if let Some(term) = ontology.position(word.term) {
                let origin = if word.everyday { Origin::Everyday } else { Origin::Clinical };
                out.extend(self.draft(term, word.language, origin, &word.phrase, rules));
            }
        }
        out
    }

    fn draft<'a>(
        &mut self,
        term: TermIndex,
        language: Language,
        origin: Origin,
        text: &'a str,
        rules: &AllRules,
    ) -> Option<Draft<'a>> {
        let rules = rules.of(language);
        let tokens = tokens(text);
        let items = analyse(&tokens, rules);
        let mut stems: Vec<(StemId, Word)> = Vec::new();
        let mut denies = false;
        let last = tokens.len().saturating_sub(1);
        let content = items.iter().filter(|i| !matches!(i, Item::Function | Item::Rest)).count();
        // Little is left without its small words: the telling ones stay.
        let thin = tokens.len() >= 2 && (content <= 1 || content * 2 <= tokens.len());
        for (at, (token, item)) in tokens.iter().zip(&items).enumerate() {
            let (name, word) = match item {
                Item::Rest => continue,
                // "fällt hin": the particle at the end belongs to the verb.
                Item::Function if at == last && at > 0 && rules.particles.contains(token.folded.as_str()) => {
                    (token.folded.clone(), Word::Fixed)
                }
                Item::Function if thin && rules.heavy.contains(token.folded.as_str()) => {
                    (token.folded.clone(), Word::Fixed)
                }
                Item::Function if !is_cased(token) || tokens.len() > 1 => continue,
                Item::Class(class) => {
                    denies |= *class == crate::language::NEG;
                    (Vocabulary::class_name(*class), Word::Fixed)
                }
                _ if is_cased(token) => (Vocabulary::cased_name(token.raw), Word::Fixed),
                Item::Word(stem) if token.raw.starts_with(char::is_uppercase) => (stem.clone(), Word::Noun),
                Item::Word(stem) => (stem.clone(), Word::Other),
                Item::Function => continue,
            };
            let id = self.vocabulary.intern(language, &name);
            if !stems.iter().any(|(s, _)| *s == id) {
                stems.push((id, word));
            }
        }
        let joined = tokens.iter().any(|t| {
            crate::matcher::is_join(t, &rules.cues.list_or)
                || crate::matcher::is_join(t, &rules.cues.list_and)
        }) || text.contains(['/', ',']);
        // A cell of the translated synonyms may name a mere body part.
        let word = tokens.first().map_or("", |t| t.folded.as_str());
        if language != Language::En
            && tokens.len() == 1
            && rules.equals.iter().flatten().any(|w| w.as_ref() == word)
        {
            return None;
        }
        // A class alone ("malformation", "often") is no sign, unless it is one that hurts or swells.
        let only_class = stems.len() == 1
            && matches!(items.iter().find(|i| **i != Item::Function), Some(Item::Class(c)) if !matches!(*c, 3 | 8 | 10));
        (!(stems.is_empty() || only_class && origin != Origin::Label)).then_some(Draft {
            term,
            language,
            origin,
            text,
            stems,
            denies,
            joined,
        })
    }

    /// Takes German compounds apart where every part is a word of its own.
    fn take_apart(&mut self, drafts: &mut [Draft<'_>], rules: &AllRules) {
        let mut uses: FxHashMap<StemId, u32> = FxHashMap::default();
        for draft in drafts.iter().filter(|d| matches!(d.language, Language::De | Language::Lb)) {
            draft.stems.iter().for_each(|(s, _)| *uses.entry(*s).or_default() += 1);
        }
        let nouns: FxHashSet<StemId> = drafts
            .iter()
            .flat_map(|d| d.stems.iter().filter(|(_, w)| *w == Word::Noun).map(|(s, _)| *s))
            .collect();
        let free = uses.iter().filter(|(_, n)| **n >= 2).map(|(s, _)| *s).collect();
        self.compounds = Compounds::new(free);
        for language in [Language::De, Language::Lb] {
            let stems: Vec<(String, StemId)> =
                self.vocabulary.stems(language).map(|(s, i)| (s.to_owned(), i)).collect();
            for (stem, id) in stems {
                if let Some(parts) =
                    self.compounds.split(&self.vocabulary, rules.of(language), &stem, nouns.contains(&id))
                {
                    self.vocabulary.set_parts(id, parts);
                }
            }
        }
        for draft in drafts {
            let mut stems = Vec::with_capacity(draft.stems.len());
            for (stem, word) in &draft.stems {
                let parts = if *word != Word::Fixed { self.vocabulary.parts(*stem) } else { &[] };
                if parts.is_empty() {
                    stems.push((*stem, *word));
                } else {
                    stems.extend(parts.iter().map(|p| (*p, Word::Fixed)));
                }
            }
            draft.stems = stems;
        }
    }

    fn learn(&mut self, drafts: &[Draft<'_>], rules: &AllRules) {
        let mut pairs = Vec::new();
        for language in Language::ALL {
            let mut learner = equals::Learner::default();
            let mut wordings: FxHashMap<TermIndex, Vec<Vec<StemId>>> = FxHashMap::default();
            for draft in drafts.iter().filter(|d| d.language == language && d.origin != Origin::Loose) {
                wordings.entry(draft.term).or_default().push(draft.stems.iter().map(|(s, _)| *s).collect());
            }
            wordings.values().for_each(|w| learner.term(w));
            let classes: FxHashSet<StemId> = self
                .vocabulary
                .stems(language)
                .filter(|(s, _)| s.starts_with(['\u{1}', '^']))
                .map(|(_, i)| i)
                .collect();
            pairs.extend(learner.pairs(|id| classes.contains(&id)));
            for group in &rules.of(language).equals {
                let ids: Vec<StemId> = group
                    .iter()
                    .filter(|w| w.len() > 1)
                    .map(|w| self.vocabulary.intern(language, &crate::stem::stem(language, w)))
                    .collect();
                for (i, a) in ids.iter().enumerate() {
                    pairs.extend(ids[i + 1..].iter().filter(|b| *b != a).map(|b| (*a, *b)));
                }
            }
        }
        self.vocabulary.set_equals(pairs);
    }

    /// How telling each stem is: the rarer among the wordings of its language, the more.
    fn weigh(&mut self) {
        let mut uses = vec![0_u32; self.vocabulary.len()];
        for stem in &self.stems {
            uses[*stem as usize] += 1;
        }
        for language in Language::ALL {
            let count = self.phrases.iter().filter(|p| p.language == language).count().max(20) as f32;
            let stems: Vec<(bool, StemId)> =
                self.vocabulary.stems(language).map(|(s, i)| (s.starts_with('\u{1}'), i)).collect();
            for (class, id) in stems {
                let rarity = (count / (uses[id as usize] as f32 + 1.0)).ln() / count.ln();
                let weight = if class { rarity.min(0.4) } else { rarity };
                self.vocabulary.set_weight(id, weight.max(0.12));
            }
        }
        for class in [crate::language::ABNORMAL, crate::language::FREQ] {
            for language in Language::ALL {
                if let Some(id) = self.vocabulary.id(language, &Vocabulary::class_name(class)) {
                    self.vocabulary.set_weight(id, 0.2);
                }
            }
        }
    }

    /// Lists each wording under its rarest stem, long ones under the two rarest.
    fn index(&mut self) {
        let mut uses = vec![0_u32; self.vocabulary.len()];
        for stem in &self.stems {
            uses[*stem as usize] += 1;
        }
        let mut lists: Vec<(StemId, u32)> = Vec::with_capacity(self.phrases.len() * 5 / 4);
        for (at, phrase) in self.phrases.iter().enumerate() {
            let mut stems = self.stems_of(phrase).to_vec();
            stems.sort_by_key(|s| uses[*s as usize]);
            let anchors = if stems.len() >= crate::matcher::PARTIAL_FROM { 2 } else { 1 };
            lists.extend(stems.iter().take(anchors).map(|s| (*s, at as u32)));
        }
        lists.sort_unstable();
        self.starts = vec![0; self.vocabulary.len() + 1];
        for (stem, _) in &lists {
            self.starts[*stem as usize + 1] += 1;
        }
        for i in 1..self.starts.len() {
            self.starts[i] += self.starts[i - 1];
        }
        self.postings = lists.into_iter().map(|(_, p)| p).collect();
    }

    pub fn stems_of(&self, phrase: &Phrase) -> &[StemId] {
        let first = phrase.first as usize;
        self.stems.get(first..first + usize::from(phrase.len)).unwrap_or_default()
    }

    pub fn text_of(&self, phrase: &Phrase) -> &str {
        let first = phrase.text as usize;
        self.texts.get(first..first + usize::from(phrase.text_len)).unwrap_or_default()
    }

    /// Wordings listed under a stem.
    pub fn listed(&self, stem: StemId) -> &[u32] {
        let at = stem as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(from), Some(to)) => self.postings.get(*from as usize..*to as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// Parts of a compound of the text.
    pub fn split(&self, rules: &Rules, word: &str, noun: bool) -> Option<Vec<StemId>> {
        self.compounds.split(&self.vocabulary, rules, word, noun)
    }
}
