//! Which of the overlapping matches stand.

use super::Found;
use crate::lexicon::{Lexicon, Phrase};
use crate::tokens::Token;
use ariane_knowledge::fold;
use ariane_knowledge::phenotype::ontology::TermIndex;

/// A match that stands, with the terms that the same words may mean as well.
#[derive(Debug, Clone)]
pub(crate) struct Chosen {
    pub found: Found,
    pub alternatives: Vec<TermIndex>,
}

/// Worth of a match: the more it covers and the better it fits.
fn worth(found: &Found) -> f32 {
    found.score * found.score * (0.3 + found.weight)
}

/// How many words of a wording are not written where it was found, and the other way round.
fn unlike(wording: &str, found: &Found, tokens: &[Token<'_>]) -> usize {
    let (first, last) = (
        found.words.first().map_or(0, |w| usize::from(*w)),
        found.words.last().map_or(0, |w| usize::from(*w)),
    );
    let around = &tokens[first.saturating_sub(2).min(tokens.len())..tokens.len().min(last + 3)];
    let same = |a: &str, b: &str| {
        let n = a.len().min(b.len()).clamp(1, 6);
        a.as_bytes().get(..n) == b.as_bytes().get(..n) && a.len().abs_diff(b.len()) <= 4
    };
    let words = fold::words(wording);
    let absent = words.iter().filter(|w| !around.iter().any(|t| same(&t.folded, w))).count();
    let foreign = found
        .words
        .iter()
        .filter(|i| !words.iter().any(|w| tokens.get(usize::from(**i)).is_some_and(|t| same(&t.folded, w))))
        .count();
    absent + foreign
}

/// Takes matches best first; what they cover is gone, unless a coordination shares a word.
pub(crate) fn select(lexicon: &Lexicon, mut found: Vec<Found>, tokens: &[Token<'_>]) -> Vec<Chosen> {
    let phrase = |f: &Found| -> Option<&Phrase> { lexicon.phrases.get(f.phrase as usize) };
    let step = |f: &Found| std::cmp::Reverse((worth(f) * 200.0) as i32);
    found.sort_by_cached_key(|f| (step(f), f.words.first().copied()));
    for equals in found.chunk_by_mut(|a, b| step(a) == step(b) && a.words.first() == b.words.first()) {
        if equals.len() > 1 {
            // Of equals, the wording nearest to what is written, the firmer origin, the term that says less.
            equals.sort_by_cached_key(|f| {
                phrase(f).map(|p| (unlike(lexicon.text_of(p), f, tokens), p.origin, p.depth, p.term))
            });
        }
    }
    let mut out: Vec<Chosen> = Vec::new();
    let mut owners: Vec<Vec<u32>> = Vec::new();
    for candidate in found {
        let Some(term) = phrase(&candidate).map(|p| p.term) else { continue };
        let last = candidate.words.last().copied().map_or(0, usize::from);
        if owners.len() <= last {
            owners.resize(last + 1, Vec::new());
        }
        let mut rivals: Vec<u32> =
            candidate.words.iter().flat_map(|w| owners[usize::from(*w)].iter().copied()).collect();
        rivals.sort_unstable();
        rivals.dedup();
        let mut stands = true;
        for rival in rivals {
            let Some(rival) = out.get_mut(rival as usize) else { continue };
            let rival_term = phrase(&rival.found).map(|p| p.term);
            let shared = candidate.words.iter().filter(|w| rival.found.words.contains(w)).count();
            let all_shared = shared == candidate.words.len();
            // "cleft lip and palate" is read as such, and "cleft lip", "cleft palate" beside it.
            let beside = rival.found.coordinated
                && rival.found.solid
                && shared < rival.found.words.len()
                && candidate.words.len() > 1
                && rival_term != Some(term);
            if beside {
                continue;
            }
            if all_shared || rival_term == Some(term) {
                let as_much = shared == rival.found.words.len();
                if as_much
                    && rival_term != Some(term)
                    && !rival.alternatives.contains(&term)
                    && rival.alternatives.len() < 5
                {
                    rival.alternatives.push(term);
                }
                stands = false;
                break;
            }
            // Each has words of its own: both stand only where "and" or a comma shares the common one.
            if !(candidate.coordinated || rival.found.coordinated) {
                stands = false;
                break;
            }
        }
        if stands {
            let index = out.len() as u32;
            candidate.words.iter().for_each(|w| owners[usize::from(*w)].push(index));
            out.push(Chosen { found: candidate, alternatives: Vec::new() });
        }
    }
    out
}
