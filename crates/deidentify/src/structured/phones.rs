//! Telephone and fax numbers. Forms of the national numbering plans of Luxembourg (ILR), France (ARCEP), Germany
//! (BNetzA), Portugal (ANACOM), Belgium, Switzerland, the United Kingdom and North America, and ITU-T E.164.

use super::{Proposal, pattern};
use crate::finding::{Evidence, Kind};
use crate::keep;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"(?:\+|\b00)\s?\(?[1-9]\d{0,2}\)?(?:[\s./\-–()]{0,3}\d){6,13}",
        r"\b0\s?[1-9](?:[\s.\-/–]{0,3}\d{2}){4}\b",
        r"\(0\d{1,5}\)[\s./\-]?\d(?:[\s./\-–]{0,2}\d){3,9}",
        r"\b0\d{2,5}\s?[/\-–]\s?\d(?:[\s.\-–]?\d){3,9}\b",
        r"\b0\d{3,4}\s\d{3}\s?\d{3,4}\b",
        r"\b0\d{2}\s\d{4}\s\d{4}\b",
        r"\b01[5-7]\d[\s/\-]?\d{7,8}\b",
        r"\b07\d{3}\s?\d{6}\b",
        r"\b0\d{3,4}\s\d{4,8}\b",
        r"\b(?:6[26789]1|6[26789]8)[\s.\-]?\d{3}[\s.\-]?\d{3}\b",
        r"\b(?:2[1-9]|9[1236]|[38]0)\d?[\s.\-]?\d{3}[\s.\-]?\d{3,4}\b",
        r"\b[2-9]\d(?:[\s.\-]\d{2}){2,3}(?:[\s\-]\d{1,4})?\b",
        r"\(\d{3}\)\s?\d{3}[\s.\-]\d{4}\b",
        r"\b\d{3}[.\-]\d{3}[.\-]\d{4}\b",
        r"\b0\d{8,11}\b",
    ]
    .iter()
    .map(|p| pattern(p))
    .collect()
});

static IN_CONTEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\bt[ée]l(?:[ée]phone|efon|efone|efonisch|[ée]copie)?\b|\bgsm\b|\bfax\b|\bportable\b|\bmobile?\b|\bhandy(?:nummer)?\b|\bruf(?:nummer)?\b|\bphone\b|\bcell\b|\bcall(?:ed|ing)?\b|\btelem[óo]vel\b|\bcontacto\b|\brappeler\b|\bjoignable\b|\bappeler\b|\bliga[r]?\b|\berreichbar\b|\breach(?:ed|able)?\b|\buruff(?:en)?\b|\bnum[ée]ro\b|\bnummer\b|☎|📞)[^\d\n+(]{0,24}(?P<all>[+(]?\d(?:[\s./\-–()]{0,3}\d){5,14})",
    )
});

/// Numbers by their form, and any row of six digits or more after a word of telephones.
pub fn find(text: &str, kept: &[Range<usize>]) -> Vec<Proposal> {
    let mut out = Vec::new();
    for form in FORMS.iter() {
        for found in form.find_iter(text) {
            let glued = text
                .get(..found.start())
                .and_then(|t| t.chars().next_back())
                .is_some_and(|c| c.is_alphanumeric() || c == '_');
            if !glued && !keep::touches(kept, &found.range()) {
                out.push(Proposal::new(found.start(), found.end(), Kind::Phone, Evidence::Form));
            }
        }
    }
    for captures in IN_CONTEXT.captures_iter(text) {
        if let Some(found) = captures.name("all") {
            out.push(Proposal::new(found.start(), found.end(), Kind::Phone, Evidence::ContextWord));
        }
    }
    out
}
