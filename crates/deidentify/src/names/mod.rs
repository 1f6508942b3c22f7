//! Names of persons that nobody told us: by the words before them, by a small learned model, and by their
//! neighbours; eponyms of disorders stay where they name a disorder.

pub mod cues;
pub mod eponyms;
pub mod features;
pub mod lexicon;
pub mod model;

use crate::finding::{Evidence, Kind};
use crate::keep;
use crate::structured::Proposal;
use crate::tokens::{Regime, Shape, Token};
use ariane_domain::Language;
use model::Model;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// From these scores the model alone makes a name, chosen on the first two sets of sentences of the measurement: for a capital where
/// grammar wants none, for another capital, for a small letter among capitals, and for a line without case. There a name that is missed
/// weighs more than a word that somebody puts back.
const ALONE: (f32, f32, f32, f32) = (0.005, 0.05, 0.4, 0.008);
/// From this score a weak cue suffices.
const WITH_CUE: f32 = 0.2;
/// From this score a word beside a name belongs to it.
const BESIDE: f32 = 0.25;

/// Above this score a word is a name by itself, whatever stands around it.
const SURE: f32 = 0.5;
/// From this score a word beside such a name belongs to it: a given name is seldom alone.
const BESIDE_SURE: f32 = 0.003;
/// The same in a line without case.
const CASELESS: f32 = 0.005;
/// From this score a capital joined to a name by "and" is a name.
const PAIRED: f32 = 0.01;

/// Whether a caller knows a folded word as one of medicine.
pub type Clinical<'a> = &'a (dyn Fn(&str) -> bool + Sync);

/// Names of a text; `taken` are spans already found otherwise, `kept` codes and values.
pub fn find(
    tokens: &[Token<'_>],
    language: Language,
    model: &Model,
    clinical: Option<Clinical<'_>>,
    kept: &[Range<usize>],
    taken: &[Range<usize>],
) -> Vec<Proposal> {
    let reading = Reading::new(tokens, language, model, clinical, kept, taken);
    let mut found: Vec<Option<Evidence>> = (0..tokens.len()).map(|i| reading.by_itself(i)).collect();
    reading.spread(&mut found);
    reading.elsewhere(&mut found);
    reading.spread(&mut found);
    reading.join(&found)
}

struct Reading<'a> {
    tokens: &'a [Token<'a>],
    scores: Vec<f32>,
    language: Language,
    /// Words that may be names at all.
    open: Vec<bool>,
    disorder: Vec<bool>,
    clinical: Vec<bool>,
}

impl<'a> Reading<'a> {
    fn new(
        tokens: &'a [Token<'a>],
        language: Language,
        model: &Model,
        clinical: Option<Clinical<'_>>,
        kept: &[Range<usize>],
        taken: &[Range<usize>],
    ) -> Self {
        let open = |i: usize, t: &Token<'_>| {
            let range = t.start..t.end;
            let beside_digit = |n: Option<&Token<'_>>, glued: bool| {
                n.is_some_and(|n| glued && n.class == crate::tokens::Class::Number)
            };
            t.is_word()
                && !keep::touches(kept, &range)
                && !keep::touches(taken, &range)
                && !beside_digit(tokens.get(i + 1), tokens.get(i + 1).is_some_and(|n| !n.spaced))
                && !beside_digit(i.checked_sub(1).and_then(|b| tokens.get(b)), !t.spaced)
        };
        let open: Vec<bool> = tokens.iter().enumerate().map(|(i, t)| open(i, t)).collect();
        let scores = (0..tokens.len())
            .map(|i| if open.get(i) == Some(&true) { model.score(tokens, i, language) } else { 0.0 })
            .collect();
        let disorder = (0..tokens.len()).map(|i| eponyms::stands_for_disorder(tokens, i)).collect();
        let clinical = tokens.iter().map(|t| clinical.is_some_and(|c| c(&t.folded))).collect();
        Self { tokens, scores, language, open, disorder, clinical }
    }

    fn score(&self, i: usize) -> f32 {
        self.scores.get(i).copied().unwrap_or(0.0)
    }

    fn is(flags: &[bool], i: usize) -> bool {
        flags.get(i) == Some(&true)
    }

    /// What a word and the words before it say.
    fn by_itself(&self, i: usize) -> Option<Evidence> {
        let token = self.tokens.get(i).filter(|_| Self::is(&self.open, i))?;
        let folded = token.folded.as_str();
        let letters = folded.chars().count();
        let ordinary = lexicon::is_ordinary(folded);
        let written_as_word = ordinary && (token.shape == Shape::Lower || token.regime != Regime::Mixed);
        let cue = self.cue(i);
        if let Some(cue) = cue.filter(|c| c.evidence == Evidence::Title) {
            // "M. Charcot" is a person whatever the disorder.
            let plausible = if token.is_capital() && token.regime == Regime::Mixed {
                !ordinary || self.score(i) > WITH_CUE
            } else {
                !written_as_word && letters > 1
            };
            let head_word = cues::is_cue(folded) || lexicon::is_particle(folded);
            return (plausible && !head_word && (letters > 1 || token.shape == Shape::Initial))
                .then_some(cue.evidence);
        }
        if letters < 2
            || written_as_word
            || Self::is(&self.disorder, i)
            || Self::is(&self.clinical, i)
            || cues::is_cue(folded)
            || lexicon::is_particle(folded)
        {
            return None;
        }
        if (lexicon::is_medicine(folded) || lexicon::is_head(folded))
            || (token.shape == Shape::Upper && token.regime == Regime::Mixed && letters <= 5 && cue.is_none())
        {
            return None;
        }
        if let Some(cue) = cue {
            let nouns = matches!(self.language, Language::De | Language::Lb);
            let clear = token.is_capital() && token.regime == Regime::Mixed && !ordinary;
            let caseless = token.regime != Regime::Mixed && !ordinary;
            let enough = match cue.strong {
                true if clear || caseless => 0.0,
                true => 0.05,
                false if (clear && !nouns) || caseless => WITH_CUE / 20.0,
                false => WITH_CUE,
            };
            if self.score(i) > enough {
                return Some(cue.evidence);
            }
        }
        let eponym = lexicon::is_eponym(folded);
        (!eponym && self.score(i) > self.alone(i, token)).then_some(Evidence::Model)
    }

    fn alone(&self, i: usize, token: &Token<'_>) -> f32 {
        let nouns = matches!(self.language, Language::De | Language::Lb);
        let cued = match (cues::by_before(self.tokens, i), token.regime) {
            (false, _) => 1.0,
            (true, Regime::Mixed) => 0.5,
            // Among words without case hardly anything else follows that is no word of the language.
            (true, _) => 0.1,
        };
        cued * match (token.regime, token.is_capital()) {
            (Regime::Mixed, true) if !token.sentence_start && !nouns => ALONE.0,
            (Regime::Mixed, false) => ALONE.2 / cued,
            (Regime::Mixed, true) => ALONE.1,
            _ => ALONE.3,
        }
    }

    /// The cue before a word, over particles and initials: "Mme de la X", "Dr A. X".
    fn cue(&self, i: usize) -> Option<cues::Cue> {
        let mut at = i;
        for _ in 0..4 {
            if let Some(cue) = cues::before(self.tokens, at) {
                return Some(cue);
            }
            let before = at.checked_sub(1).and_then(|b| self.tokens.get(b))?;
            let passes = !before.line_start
                && (lexicon::is_particle(&before.folded)
                    || before.folded == "of"
                    || before.shape == Shape::Initial
                    || before.is_apostrophe()
                    || (before.is_sign('.')
                        && at
                            .checked_sub(2)
                            .and_then(|b| self.tokens.get(b))
                            .is_some_and(|t| t.shape == Shape::Initial)));
            if !passes {
                return None;
            }
            at -= 1;
        }
        None
    }

    /// Given and family names stand side by side: what stands beside a name and may be one, is one.
    fn spread(&self, found: &mut [Option<Evidence>]) {
        for forward in [true, false, true] {
            let order: Vec<usize> =
                if forward { (0..found.len()).collect() } else { (0..found.len()).rev().collect() };
            for i in order {
                let Some(evidence) = found.get(i).copied().flatten() else { continue };
                let (next, beside) = match (self.neighbour(i, forward), self.paired(i, forward)) {
                    (Some(next), _) => (next, true),
                    (None, Some(next)) => (next, false),
                    _ => continue,
                };
                if !beside {
                    if let Some(slot) = found.get_mut(next).filter(|slot| slot.is_none()) {
                        *slot = Some(Evidence::Model);
                    }
                    continue;
                }
                if found.get(next).is_some_and(Option::is_none)
                    && self.belongs(i, next, evidence)
                    && let Some(slot) = found.get_mut(next)
                {
                    *slot = Some(evidence);
                }
            }
        }
    }

    /// A word with a capital that "and" or a comma joins to a name: "Zélie et Romaric".
    fn paired(&self, i: usize, forward: bool) -> Option<usize> {
        let joint = if forward { i + 1 } else { i.checked_sub(1)? };
        let at = if forward { i + 2 } else { i.checked_sub(2)? };
        let (joint, token) = (self.tokens.get(joint)?, self.tokens.get(at)?);
        let joins = joint.is_sign(',') || ["et", "and", "und", "e", "an"].contains(&joint.folded.as_str());
        let folded = token.folded.as_str();
        let nouns = matches!(self.language, Language::De | Language::Lb);
        let sure = self.score(i) > SURE;
        let enough = if nouns && !sure { 10.0 * PAIRED } else { PAIRED };
        let name = Self::is(&self.open, at)
            && token.shape == Shape::Capital
            && token.regime == Regime::Mixed
            && (sure || !token.sentence_start)
            && !lexicon::is_ordinary(folded)
            && !(lexicon::is_medicine(folded) || lexicon::is_head(folded))
            && !lexicon::is_eponym(folded)
            && !cues::is_cue(folded)
            && !Self::is(&self.disorder, at)
            && !Self::is(&self.clinical, at)
            && self.score(at) > enough;
        (joins && name).then_some(at)
    }

    /// The next word of the same line with nothing between but what joins names.
    fn neighbour(&self, i: usize, forward: bool) -> Option<usize> {
        let mut at = i;
        for _ in 0..5 {
            at = if forward { at + 1 } else { at.checked_sub(1)? };
            let token = self.tokens.get(at)?;
            let crossed = if forward { token.line_start } else { self.tokens.get(at + 1)?.line_start };
            if crossed {
                return None;
            }
            let point_of_initial = token.is_sign('.')
                && at
                    .checked_sub(1)
                    .and_then(|b| self.tokens.get(b))
                    .is_some_and(|t| t.shape == Shape::Initial);
            let particle = token.is_word()
                && lexicon::is_particle(&token.folded)
                && token.folded != "e"
                && token.shape != Shape::Upper;
            if token.is_hyphen() || token.is_apostrophe() || point_of_initial || particle {
                continue;
            }
            return token.is_word().then_some(at);
        }
        None
    }

    fn belongs(&self, name: usize, i: usize, evidence: Evidence) -> bool {
        let (Some(token), Some(first)) = (self.tokens.get(i), self.tokens.get(name)) else { return false };
        let folded = token.folded.as_str();
        let ordinary = lexicon::is_ordinary(folded);
        if !Self::is(&self.open, i)
            || cues::is_cue(folded)
            || (lexicon::is_medicine(folded) || lexicon::is_head(folded))
            || lexicon::is_particle(folded)
        {
            return false;
        }
        if (Self::is(&self.disorder, i) && evidence != Evidence::Title) || Self::is(&self.clinical, i) {
            return false;
        }
        let glued = self.tokens.get(name.min(i) + 1).is_some_and(|t| t.is_hyphen() && !t.spaced);
        let capital = token.is_capital() && token.regime == Regime::Mixed;
        if token.shape == Shape::Initial {
            return self.tokens.get(i + 1).is_some_and(|t| t.is_sign('.')) && first.is_capital();
        }
        let nouns = matches!(self.language, Language::De | Language::Lb);
        let sure = self.score(name) > SURE;
        if capital && !ordinary && (glued || sure || !token.sentence_start) {
            // An abbreviation beside a name is none: "Estournet IRM".
            let short =
                token.shape == Shape::Upper && folded.chars().count() <= 4 && first.shape != Shape::Upper;
            let told = matches!(evidence, Evidence::Title | Evidence::Introduction | Evidence::Letter);
            let enough = match (nouns, told || glued) {
                _ if sure && !told && !glued => BESIDE_SURE,
                (false, true) => 0.0,
                (false, false) | (true, true) => 0.02,
                (true, false) => 0.1,
            };
            return self.score(i) > if short { BESIDE } else { enough };
        }
        if capital && ordinary {
            // "Petit", "Klein", "Young": ordinary words are names beside a given name where both bear capitals.
            return self.score(i) > 0.6 && !token.sentence_start;
        }
        let caseless = token.regime != Regime::Mixed;
        let enough = match caseless {
            true if sure => BESIDE_SURE / 3.0,
            true => CASELESS,
            false if glued => CASELESS,
            false => 0.4,
        };
        !ordinary && self.score(i) > enough
    }

    /// A name is a name everywhere in the text, unless it is a word or an eponym there.
    fn elsewhere(&self, found: &mut [Option<Evidence>]) {
        let sure: FxHashSet<&str> = found
            .iter()
            .zip(self.tokens)
            .filter(|(e, t)| e.is_some() && t.folded.chars().count() >= 3 && !lexicon::is_ordinary(&t.folded))
            .map(|(_, t)| t.folded.as_str())
            .collect();
        for (i, slot) in found.iter_mut().enumerate() {
            let Some(token) = self.tokens.get(i) else { continue };
            let stem = token.folded.strip_suffix('s').unwrap_or(&token.folded);
            if slot.is_none()
                && Self::is(&self.open, i)
                && !Self::is(&self.disorder, i)
                && (sure.contains(token.folded.as_str()) || (token.is_capital() && sure.contains(stem)))
                && !(lexicon::is_eponym(&token.folded) && token.shape == Shape::Lower)
            {
                *slot = Some(Evidence::Elsewhere);
            }
        }
    }

    /// One finding for the words of one name, with what joins them.
    fn join(&self, found: &[Option<Evidence>]) -> Vec<Proposal> {
        let mut out: Vec<Proposal> = Vec::new();
        let mut last: Option<usize> = None;
        for (i, evidence) in found.iter().enumerate() {
            let (Some(evidence), Some(token)) = (evidence, self.tokens.get(i)) else { continue };
            let end = match self.tokens.get(i + 1) {
                Some(point) if token.shape == Shape::Initial && point.is_sign('.') && !point.spaced => {
                    point.end
                }
                _ => token.end,
            };
            let joined = last.is_some_and(|l| self.neighbour(l, true) == Some(i));
            match out.last_mut().filter(|_| joined) {
                Some(before) => before.end = end,
                None => {
                    let start = self.with_particles(i);
                    out.push(Proposal::new(start, end, Kind::Name, *evidence));
                }
            }
            last = Some(i);
        }
        out
    }

    /// Where a name begins with its particles: "von der X".
    fn with_particles(&self, i: usize) -> usize {
        let mut at = i;
        let telling = [
            "von", "van", "vom", "zu", "del", "della", "di", "dos", "das", "ter", "ten", "mac", "mc", "al",
            "el", "ben", "ibn",
        ];
        while let Some(before) = at.checked_sub(1).and_then(|b| self.tokens.get(b)) {
            let particle = telling.contains(&before.folded.as_str())
                || (at < i && ["der", "den", "la", "de", "le"].contains(&before.folded.as_str()));
            let initial =
                before.shape == Shape::Initial && self.tokens.get(at).is_some_and(|t| t.is_sign('.'));
            let point = before.is_sign('.')
                && at
                    .checked_sub(2)
                    .and_then(|b| self.tokens.get(b))
                    .is_some_and(|t| t.shape == Shape::Initial && t.folded != "m" && t.folded != "d");
            if !(particle || initial || point) || self.tokens.get(at).is_some_and(|t| t.line_start) {
                break;
            }
            at -= 1;
        }
        // "Eltern von X": a particle belongs to the name only where a title stands before it.
        let titled = cues::before(self.tokens, at).is_some();
        while !titled && at < i && self.tokens.get(at).is_some_and(|t| lexicon::is_particle(&t.folded)) {
            at += 1;
        }
        self.tokens.get(at).map_or(0, |t| t.start)
    }
}
