//! Whether a sign is only suspected.

use super::{Scene, Span};
use crate::tokens::Gap;

const REACH_BACK: usize = 10;
const REACH_ON: usize = 6;

pub(super) fn is_doubtful(scene: &Scene<'_, '_>, span: Span) -> bool {
    (span.first + 1..span.last).any(|i| {
        scene.marks[i].uncertain_before.is_some()
            && !scene.covered_by_another(i, span.first)
            && scene.covered[i].is_none()
    }) || not_excluded(scene, span)
        || doubt_before(scene, span)
        || doubt_after(scene, span)
        || asked(scene, span)
}

/// "cannot be excluded", before or after, in the same clause.
fn not_excluded(scene: &Scene<'_, '_>, span: Span) -> bool {
    (0..scene.tokens.len()).any(|at| {
        scene.marks[at].cannot_exclude.is_some_and(|n| {
            let end = at + usize::from(n);
            let (from, to) = if end <= span.first { (end, span.first) } else { (span.last + 1, at) };
            from <= to
                && to - from <= REACH_BACK
                && (from.max(1)..=to.min(scene.tokens.len() - 1)).all(|i| scene.breaks(i) < Some(Gap::Clause))
                && (from..to).all(|i| !scene.marks[i].scope_end)
        })
    })
}

fn doubt_before(scene: &Scene<'_, '_>, span: Span) -> bool {
    let mut commas = 0;
    let mut listed = false;
    let mut at = span.first;
    while at > 0 && span.first - at < REACH_BACK {
        match scene.breaks(at) {
            Some(Gap::Colon | Gap::Clause | Gap::Sentence) => return false,
            Some(Gap::Comma) => commas += 1,
            _ => {}
        }
        at -= 1;
        let mark = scene.marks[at];
        if mark.uncertain_before.is_some_and(|n| at + usize::from(n) <= span.first)
            && !scene.covered_by_another(at, span.first)
        {
            return commas == 0 || listed || (commas == 1 && span.first - at <= 3);
        }
        listed |= mark.list_or;
        if mark.scope_end {
            return false;
        }
    }
    false
}

fn doubt_after(scene: &Scene<'_, '_>, span: Span) -> bool {
    for at in span.last + 1..scene.tokens.len().min(span.last + 1 + REACH_ON) {
        if scene.breaks(at) >= Some(Gap::Clause)
            || (scene.breaks(at) == Some(Gap::Comma) && at > span.last + 1)
        {
            return false;
        }
        if scene.marks[at].uncertain_after.is_some() {
            return true;
        }
        if scene.marks[at].scope_end || scene.covered_by_another(at, span.last) {
            return false;
        }
    }
    false
}

/// "Ataxie ?", "Könnte es eine Ataxie sein?"
fn asked(scene: &Scene<'_, '_>, span: Span) -> bool {
    if !scene.tokens.last().is_some_and(|t| t.asked) {
        return false;
    }
    let short = scene.tokens.len() <= span.last - span.first + 3;
    let clause = (0..=span.first).rev().find(|i| scene.breaks(*i) >= Some(Gap::Comma)).unwrap_or(0);
    short || (clause..span.first).any(|i| scene.marks[i].could)
}
