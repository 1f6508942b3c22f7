//! Whether a sign is denied, or said to be over.

use super::{Scene, Span};
use crate::language::{Item, NEG};
use crate::tokens::Gap;
use ariane_domain::Language;

/// How far before a match a denying word may stand.
const REACH_BACK: usize = 14;
/// How far after it.
const REACH_ON: usize = 7;

pub(super) fn is_denied(scene: &Scene<'_, '_>, span: Span) -> bool {
    span.denied_inside || denied_before(scene, span) || denied_after(scene, span)
}

/// Whether a free word that denies stands here.
fn denies(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.items.get(at) == Some(&Item::Class(NEG)) && !scene.spent[at] && !scene.marks[at].pseudo
}

fn denied_before(scene: &Scene<'_, '_>, span: Span) -> bool {
    let (mut commas, mut ands, mut ors, mut and_bare) = (0, 0, 0, false);
    let mut longest_piece = 0_usize;
    let mut piece = 0_usize;
    let mut at = span.first;
    while at > 0 && span.first - at < REACH_BACK {
        match scene.breaks(at) {
            Some(Gap::Colon | Gap::Clause | Gap::Sentence) => return false,
            Some(Gap::Comma) => {
                commas += 1;
                longest_piece = longest_piece.max(piece);
                piece = 0;
            }
            _ => {}
        }
        at -= 1;
        piece += 1;
        let mark = scene.marks[at];
        let reaches = |n: Option<u8>| n.is_some_and(|n| at + usize::from(n) <= span.first);
        let expression = reaches(mark.neg_before) && !mark.pseudo && !scene.spent[at];
        if denies(scene, at) || expression {
            // "weder", "nega", "sans", "ni" govern a list; "pas" governs what follows until a comma.
            let lists = mark.neg_list;
            return match (commas, ands, ors) {
                (0, 0, 0) => true,
                (_, _, 1..) => true,
                (0, 1, _) => {
                    lists || !and_bare || !matches!(scene.rules.language, Language::Fr | Language::Pt)
                }
                _ => lists || closes_as_list(scene, span) || (ands > 0 && longest_piece <= 3),
            };
        }
        if mark.list_or {
            ors += 1;
        } else if mark.list_and {
            ands += 1;
            let next = scene.tokens.get(at + 1).map_or("", |t| t.folded.as_str());
            and_bare |= !matches!(next, "de" | "d" | "des");
        } else if mark.scope_end
            || (mark.have && commas + ands > 0)
            || (mark.have && span.first - at <= 2 && ands_before(scene, at))
            || (mark.subject && commas + ands > 0)
            || (mark.subject && at + 1 == span.first)
        {
            return false;
        }
    }
    false
}

/// Whether "and" or a comma stands right before a word.
fn ands_before(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.breaks(at) >= Some(Gap::Comma) || at.checked_sub(1).is_some_and(|i| scene.marks[i].list_and)
}

/// Whether an "or", "ni", "noch" closes the list in which the match stands.
fn closes_as_list(scene: &Scene<'_, '_>, span: Span) -> bool {
    let mut since = 0;
    for at in span.last + 1..scene.tokens.len().min(span.last + REACH_BACK) {
        if scene.breaks(at) >= Some(Gap::Clause) {
            return false;
        }
        since = if scene.breaks(at) == Some(Gap::Comma) { 0 } else { since + 1 };
        let mark = scene.marks[at];
        if mark.list_or {
            return true;
        }
        if mark.scope_end || mark.subject || since > 4 {
            return false;
        }
    }
    false
}

fn denied_after(scene: &Scene<'_, '_>, span: Span) -> bool {
    let german = matches!(scene.rules.language, Language::De | Language::Lb);
    let mut joined = false;
    let mut turned = false;
    for at in span.last + 1..scene.tokens.len().min(span.last + 1 + REACH_ON) {
        let gap = scene.breaks(at).unwrap_or(Gap::Sentence);
        let mark = scene.marks[at];
        // "Fieber: nein", "une jaunisse, c'est passé".
        let first = at == span.last + 1;
        let it = ["c", "ca", "das", "es", "isso", "it", "that"].contains(&scene.tokens[at].folded.as_str());
        let answer = first && mark.neg_after.is_some() && !scene.covered_by_another(at, span.last);
        let open = match gap {
            Gap::Sentence => false,
            Gap::Clause | Gap::Colon => answer,
            Gap::Comma => answer || it,
            _ => true,
        };
        if !open {
            return false;
        }
        joined |= mark.list_and || mark.list_or;
        if scene.covered_by_another(at, span.last) {
            if !joined {
                return false;
            }
            continue;
        }
        if mark.scope_end && mark.neg_after.is_none() {
            return false;
        }
        if mark.pseudo || scene.spent[at] {
            continue;
        }
        let denying = scene.items.get(at) == Some(&Item::Class(NEG));
        if let Some(length) = mark.neg_after {
            // "nicht verschwunden", "n'a pas disparu": it is still there.
            let bare_not = denying && length == 1;
            if !bare_not {
                return !turned;
            }
            if german && !begins_match(scene, at + 1) && !leads_on(scene, at) {
                return true;
            }
            if !german
                && at == span.last + 1
                && scene.tokens.get(at + 1).is_none_or(|t| t.before >= Gap::Comma)
            {
                return true;
            }
        }
        turned |= denying;
    }
    false
}

fn begins_match(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.covered.get(at).copied().flatten().is_some()
}

/// Whether a denied word follows that is itself an ending ("geht nicht weg").
fn leads_on(scene: &Scene<'_, '_>, at: usize) -> bool {
    (at + 1..scene.tokens.len().min(at + 3)).any(|i| {
        scene.marks[i].neg_after.is_some()
            && scene.items.get(i) != Some(&Item::Class(NEG))
            && scene.breaks(i) < Some(Gap::Comma)
    })
}
