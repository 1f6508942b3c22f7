//! The reader: text in, signs out.

use crate::context::{Certainty, Family, Scene, Span};
use crate::detect::language_of;
use crate::language::{AllRules, Item, NEG};
use crate::lexicon::{Lexicon, Origin};
use crate::matcher::{Chosen, Expander, Found, Pass, find, select};
use crate::measured;
use crate::tokens::{Token, sentences, tokens};
use ariane_domain::Language;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};
use ariane_knowledge::starter::sign_words::SignWord;
use serde::Serialize;

/// Longest text that is read, in characters.
pub const TEXT_LIMIT: usize = 20_000;

/// The text is longer than [`TEXT_LIMIT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text has {0} characters; at most {TEXT_LIMIT} are read")]
pub struct TextTooLong(pub usize);

/// What a text says of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The person has or had it.
    Observed,
    /// It is denied, or over.
    Excluded,
    /// A relative has it.
    Family,
    /// It is suspected, possible, asked about.
    Uncertain,
}

/// How a sign was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// By the term's label.
    Label,
    /// By a synonym or a doctor's wording.
    Synonym,
    /// By an everyday wording.
    Everyday,
    /// By a measured value.
    Measured,
    /// By words that a coordination shares.
    Coordinated,
    /// By a misspelt word.
    Fuzzy,
}

/// A passage and what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundSign {
    /// The term.
    pub term: TermIndex,
    /// First character of the passage, from 0.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
    /// What the text says of it.
    pub status: Status,
    /// How well the passage fits the wording, 0 to 1. No probability.
    pub score: f32,
    /// The wording that was recognised.
    pub wording: String,
    /// Its language.
    pub matched_language: Language,
    /// How it was recognised.
    pub kind: Kind,
    /// Other terms that the same words may mean.
    pub alternatives: Vec<TermIndex>,
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Signs, in the order of the text.
    pub signs: Vec<FoundSign>,
    /// Modes of inheritance and ages at onset that were named; no signs.
    pub beside: Vec<FoundSign>,
    /// Share of the words that no table knows, 0 to 1.
    pub unknown_words: f32,
}

/// Finds signs in texts.
#[derive(Debug)]
pub struct SignReader {
    rules: AllRules,
    lexicon: Lexicon,
    /// Which terms are signs.
    is_sign: Vec<bool>,
    measures: measured::Measures,
}

/// A match with the language and sentence it was found in.
struct Hit {
    chosen: Chosen,
    sentence: usize,
}

impl SignReader {
    /// Prepares all wordings of an ontology and of our table.
    pub fn new(ontology: &Ontology, words: &[SignWord]) -> Self {
        let rules = AllRules::new();
        let lexicon = Lexicon::new(ontology, words, &rules);
        let is_sign = ontology.terms().iter().map(|t| t.is_sign).collect();
        Self { lexicon, rules, is_sign, measures: measured::Measures::new(ontology) }
    }

    /// Number of wordings that are recognised.
    pub fn wordings(&self) -> usize {
        self.lexicon.phrases.len()
    }

    /// Reads a text written in a language.
    pub fn read(&self, text: &str, language: Language) -> Result<Reading, TextTooLong> {
        let length = text.chars().count();
        if length > TEXT_LIMIT {
            return Err(TextTooLong(length));
        }
        let tokens = tokens(text);
        let sentences = sentences(&tokens);
        let mut expander = Expander::new(&self.lexicon, &self.rules);
        let mut hits: Vec<Hit> = Vec::new();
        let mut own: Vec<(Language, Vec<Item>)> = Vec::with_capacity(sentences.len());
        for (index, (from, to)) in sentences.iter().enumerate() {
            let slice = &tokens[*from..*to];
            let primary = language_of(slice, &self.rules, language);
            let (chosen, items) = self.sentence(&mut expander, slice, primary, language);
            hits.extend(chosen.into_iter().map(|chosen| Hit { chosen, sentence: index }));
            own.push((primary, items));
        }
        let mut out = self.judge(&tokens, &sentences, &own, hits);
        out.unknown_words = self.unknown(&tokens, language);
        Ok(out)
    }

    /// Matches of one sentence, and what its words count as in its own language.
    fn sentence<'t>(
        &self,
        expander: &mut Expander<'_, 't>,
        slice: &'t [Token<'_>],
        primary: Language,
        asked: Language,
    ) -> (Vec<Chosen>, Vec<Item>) {
        let mut passes = vec![(primary, Pass::Own)];
        if asked == Language::Lb || primary == Language::Lb {
            passes.extend([(Language::Lb, Pass::Own), (Language::De, Pass::Own), (Language::Fr, Pass::Own)]);
        } else if asked != primary {
            passes.push((asked, Pass::Foreign));
        }
        passes.push((Language::En, Pass::Foreign));
        let mut found: Vec<Found> = Vec::new();
        let mut items = Vec::new();
        let mut done: Vec<Language> = Vec::new();
        for (language, pass) in passes {
            if done.contains(&language) {
                continue;
            }
            done.push(language);
            let (mut more, analysed) = find(&self.lexicon, &self.rules, expander, slice, language, pass);
            if language == primary {
                items = analysed;
            } else {
                // The language of the sentence comes first where both know the words.
                more.iter_mut().for_each(|f| f.score *= 0.97);
            }
            found.append(&mut more);
        }
        (select(&self.lexicon, found, slice), items)
    }

    /// Status and place of each match.
    fn judge(
        &self,
        tokens: &[Token<'_>],
        sentences: &[(usize, usize)],
        own: &[(Language, Vec<Item>)],
        hits: Vec<Hit>,
    ) -> Reading {
        let mut has_sign = vec![false; tokens.len()];
        for hit in &hits {
            let from = sentences.get(hit.sentence).map_or(0, |s| s.0);
            hit.chosen.found.words.iter().for_each(|w| has_sign[from + usize::from(*w)] = true);
        }
        let languages: Vec<Language> = own.iter().map(|(l, _)| *l).collect();
        let family = Family::read(tokens, sentences, &languages, &self.rules, &has_sign);
        let mut out = Reading::default();
        for (index, (from, to)) in sentences.iter().enumerate() {
            let Some((language, items)) = own.get(index) else { continue };
            let slice = &tokens[*from..*to];
            let rules = self.rules.of(*language);
            let here: Vec<&Hit> = hits.iter().filter(|h| h.sentence == index).collect();
            let mut covered = vec![None; slice.len()];
            let mut spent = vec![false; slice.len()];
            for (at, hit) in here.iter().enumerate() {
                let denies =
                    self.lexicon.phrases.get(hit.chosen.found.phrase as usize).is_some_and(|p| p.denies);
                for word in hit.chosen.found.words.iter().map(|w| usize::from(*w)) {
                    covered[word] = Some(at);
                    let cue =
                        rules.cues.neg_before.has(&slice[word].folded) && hit.chosen.found.words.len() > 1;
                    if cue || (denies && items.get(word) == Some(&Item::Class(NEG))) {
                        spent[word] = true;
                        // The rest of "gar nicht" is spent with its first word.
                        (word + 1..slice.len())
                            .take_while(|i| items.get(*i) == Some(&Item::Rest))
                            .for_each(|i| spent[i] = true);
                    }
                }
            }
            let scene = Scene::new(slice, items, rules, covered, spent);
            for hit in here {
                let Some(sign) = self.sign(&scene, &family, *from, hit) else { continue };
                if self.is_sign.get(usize::from(sign.term)).copied().unwrap_or(false) {
                    out.signs.push(sign);
                } else {
                    out.beside.push(sign);
                }
            }
            for value in self.measures.find(slice) {
                let status =
                    if family.is_relative(from + value.first) { Status::Family } else { Status::Observed };
                let (start, end) = (slice[value.first].start as usize, slice[value.last].end as usize);
                out.signs.retain(|s| !(s.term == value.term && s.start < end && start < s.end));
                out.signs.push(FoundSign {
                    term: value.term,
                    start,
                    end,
                    status,
                    score: 0.95,
                    wording: value.name,
                    matched_language: *language,
                    kind: Kind::Measured,
                    alternatives: Vec::new(),
                });
            }
        }
        out.signs.sort_by_key(|s| (s.start, s.end, s.term));
        out
    }

    fn sign(&self, scene: &Scene<'_, '_>, family: &Family, from: usize, hit: &Hit) -> Option<FoundSign> {
        let found = &hit.chosen.found;
        let phrase = self.lexicon.phrases.get(found.phrase as usize)?;
        let (first, last) = (usize::from(*found.words.first()?), usize::from(*found.words.last()?));
        if found.words.len() == 1 && scene.is_cue(first) {
            // "Absence de fièvre" names no absence.
            return None;
        }
        if phrase.language == Language::En
            && scene.tokens.get(last + 1).is_some_and(|t| {
                t.before < crate::tokens::Gap::Comma
                    && matches!(t.folded.as_str(), "syndrome" | "syndromes" | "gene" | "locus")
            })
        {
            // A name that contains the sign.
            return None;
        }
        let certainty = scene.certainty(Span { first, last, denied_inside: found.denied_inside });
        let relative = found.words.iter().all(|w| family.is_relative(from + usize::from(*w)));
        if family.is_nobody(from + first) || (relative && certainty == Certainty::Denied) {
            // What nobody in the family has says nothing of the person.
            return None;
        }
        let status = match certainty {
            _ if relative => Status::Family,
            Certainty::Stated => Status::Observed,
            Certainty::Denied => Status::Excluded,
            Certainty::Doubtful => Status::Uncertain,
        };
        let kind = match phrase.origin {
            _ if found.fuzzy => Kind::Fuzzy,
            _ if found.coordinated => Kind::Coordinated,
            Origin::Label => Kind::Label,
            Origin::Exact | Origin::Clinical | Origin::Loose => Kind::Synonym,
            Origin::Everyday => Kind::Everyday,
        };
        Some(FoundSign {
            term: phrase.term,
            start: scene.tokens.get(first)?.start as usize,
            end: scene.tokens.get(last)?.end as usize,
            status,
            score: found.score.clamp(0.0, 1.0),
            wording: self.lexicon.text_of(phrase).to_owned(),
            matched_language: phrase.language,
            kind,
            alternatives: hit.chosen.alternatives.clone(),
        })
    }

    fn unknown(&self, tokens: &[Token<'_>], language: Language) -> f32 {
        let languages: &[Language] = match language {
            Language::Lb => &[Language::Lb, Language::De, Language::Fr],
            Language::Fr => &[Language::Fr],
            Language::De => &[Language::De],
            Language::Pt => &[Language::Pt],
            Language::En => &[Language::En],
        };
        let words = tokens.iter().filter(|t| !t.number);
        let known = |t: &Token<'_>| {
            languages.iter().any(|l| {
                let rules = self.rules.of(*l);
                let w = t.folded.as_str();
                rules.function.contains(w)
                    || rules.common.contains(w)
                    || rules.classes.has(w)
                    || rules.lemmas.contains_key(w)
                    || rules.cues.kin.has(w)
                    || rules.cues.child.has(w)
                    || rules.cues.report.has(w)
                    || self.lexicon.vocabulary.id(*l, &crate::stem::stem(*l, w)).is_some()
            })
        };
        let (mut all, mut unknown) = (0_usize, 0_usize);
        for token in words {
            all += 1;
            unknown += usize::from(!known(token));
        }
        if all == 0 { 0.0 } else { unknown as f32 / all as f32 }
    }
}
