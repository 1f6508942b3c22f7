//! Whose sign it is: the person asked about, or a relative.

use super::people::{Patient, gender_of, is_child, kin, patient};
use crate::language::{AllRules, Rules};
use crate::tokens::{Gap, Token};
use ariane_domain::Language;

/// Who each word of a text speaks of.
pub(crate) struct Family {
    /// Whether the word speaks of a relative.
    relative: Vec<bool>,
    /// Whether the word speaks of nobody in the family.
    nobody: Vec<bool>,
}

/// How many words after a relative are searched for "says", "reports".
const REPORT_REACH: usize = 4;

impl Family {
    /// Reads the whole text; `languages` gives the language of each sentence.
    pub fn read(
        tokens: &[Token<'_>],
        sentences: &[(usize, usize)],
        languages: &[Language],
        rules: &AllRules,
        has_sign: &[bool],
    ) -> Self {
        let mut out = Self { relative: vec![false; tokens.len()], nobody: vec![false; tokens.len()] };
        let patient = patient(tokens, sentences, languages, rules, has_sign);
        let gender_of_patient = match patient {
            Patient::Named(Some(at)) => gender_of(&tokens[at].folded),
            _ => None,
        };
        let mut last: Option<u8> = None;
        for ((from, to), language) in sentences.iter().zip(languages) {
            let rules = rules.of(*language);
            // "Sa sœur aussi. Elle a des crises": she is the sister when the patient is a boy.
            // "Chez elle" opens with a small word.
            let begins = usize::from(
                tokens.get(*from).is_some_and(|t| matches!(t.folded.as_str(), "chez" | "bei" | "und" | "et")),
            );
            let opening =
                tokens.get(from + begins).filter(|_| from + begins < *to).map_or("", |t| t.folded.as_str());
            let goes_on = (gender_of_patient.is_some()
                || matches!(patient, Patient::Named(None) | Patient::Writer))
                && match last {
                    Some(b'f') => {
                        gender_of_patient != Some(b'f')
                            && rules.cues.she.has(opening)
                            && !rules.cues.he.has(opening)
                    }
                    Some(b'm') => {
                        gender_of_patient != Some(b'm')
                            && rules.cues.he.has(opening)
                            && !rules.cues.she.has(opening)
                    }
                    _ => false,
                };
            let named = out.sentence(tokens, (*from, *to), rules, patient, last.filter(|_| goes_on));
            // Where the writer is meant, "she" is always somebody else: whoever was named last.
            last = if patient == Patient::Writer { named.or(last) } else { named };
        }
        out
    }

    /// Whether a word speaks of a relative.
    pub fn is_relative(&self, at: usize) -> bool {
        self.relative.get(at).copied().unwrap_or(false)
    }

    /// Whether a word is denied of the whole family.
    pub fn is_nobody(&self, at: usize) -> bool {
        self.nobody.get(at).copied().unwrap_or(false)
    }

    fn sentence(
        &mut self,
        tokens: &[Token<'_>],
        (from, to): (usize, usize),
        rules: &Rules,
        patient: Patient,
        before: Option<u8>,
    ) -> Option<u8> {
        let cues = &rules.cues;
        let mut gender: Option<u8> = before;
        let word = |at: usize| tokens.get(at).map_or("", |t| t.folded.as_str());
        let nobody = (from..to)
            .any(|at| cues.nobody.at(|i| tokens.get(at + i).map(|t| t.folded.as_str())).is_some())
            && (from..to).any(|at| cues.kin.value(word(at)) == Some(b'p'));
        for at in from..to {
            let next = |i: usize| tokens.get(at + i).filter(|_| at + i < to).map(|t| t.folded.as_str());
            let gap = tokens[at].before;
            if at > from
                && (gap >= Gap::Clause || (gap >= Gap::Comma && leads_back(tokens, at, to, rules, patient)))
            {
                gender = None;
            }
            if let Some(who) = kin(tokens, at, to, rules) {
                let previous = word(at.wrapping_sub(1));
                let is_patient = match patient {
                    Patient::Relative(i) => i == at || (word(i) == word(at) && !cues.theirs.has(previous)),
                    _ => false,
                };
                if is_patient {
                    gender = None;
                } else if !only_reports(tokens, at, to, rules) && !shares(tokens, at, from, rules) {
                    gender = Some(who);
                    // "épilepsie chez la mère", "asthma (mother)": what stands before in the clause.
                    self.back(tokens, at, from, rules);
                }
            } else if cues.family_before.at(next).is_some()
                || (matches!(patient, Patient::Named(Some(_))) && cues.self_too.at(next).is_some())
            {
                gender = Some(b'p');
            } else if let Some(who) = other_person(tokens, at, from, rules, patient) {
                gender = Some(who);
            } else if gender.is_some() && returns(tokens, at, from, rules, gender, patient) {
                gender = None;
            }
            if cues.family_after.at(next).is_some() {
                self.back(tokens, at, from, rules);
            }
            self.relative[at] |= gender.is_some();
            self.nobody[at] |= nobody;
        }
        gender
    }

    /// Marks the words of the clause before a relative that is named after the sign.
    fn back(&mut self, tokens: &[Token<'_>], at: usize, from: usize, rules: &Rules) {
        let links = [
            "chez", "bei", "na", "no", "in", "du", "de", "da", "do", "of", "der", "des", "von", "beim",
            "vom", "on", "dans", "em", "an", "nos", "nas", "dos", "das",
        ];
        let linked = (1..=3).any(|n| {
            at.checked_sub(n).filter(|i| *i >= from).is_some_and(|i| {
                links.contains(&tokens[i].folded.as_str())
                    && (i + 1..=at).all(|k| tokens[k].before < Gap::Comma)
            })
        });
        let opened = (0..=2).filter_map(|n| at.checked_sub(n)).find(|i| *i > from && tokens[*i].opened);
        if !linked
            && opened.is_none()
            && rules.cues.family_after.at(|i| tokens.get(at + i).map(|t| t.folded.as_str())).is_none()
        {
            return;
        }
        let mut i = opened.map_or(at, |o| {
            self.relative[o - 1] = true;
            o - 1
        });
        while i > from && tokens[i].before < Gap::Comma {
            i -= 1;
            if rules.cues.child.has(&tokens[i].folded) {
                break;
            }
            self.relative[i] = true;
        }
    }
}

/// "sa mère dit que", "die Eltern berichten".
fn only_reports(tokens: &[Token<'_>], at: usize, to: usize, rules: &Rules) -> bool {
    (at + 1..to.min(at + 1 + REPORT_REACH)).any(|i| {
        rules.cues.report.at(|n| tokens.get(i + n).map(|t| t.folded.as_str())).is_some()
            && (at + 1..=i).all(|k| tokens[k].before < Gap::Comma)
    })
}

/// "comme son père", "lui et sa sœur": the person has it too.
fn shares(tokens: &[Token<'_>], at: usize, from: usize, rules: &Rules) -> bool {
    let word = |n: usize| at.checked_sub(n).filter(|i| *i >= from).map(|i| tokens[i].folded.as_str());
    let near = |list: &crate::language::Expressions, reach: std::ops::RangeInclusive<usize>| {
        reach.into_iter().any(|n| word(n).is_some_and(|w| list.has(w)))
    };
    let cues = &rules.cues;
    let and_before = (1..=2).find(|n| word(*n).is_some_and(|w| cues.list_and.has(w)));
    let with_patient = and_before.is_some_and(|n| {
        word(n + 1)
            .is_some_and(|w| cues.he.has(w) || cues.she.has(w) || cues.myself.has(w) || cues.child.has(w))
    });
    near(&cues.like, 1..=3) || with_patient
}

/// A word that leads back to the person asked about.
fn returns(
    tokens: &[Token<'_>],
    at: usize,
    from: usize,
    rules: &Rules,
    gender: Option<u8>,
    patient: Patient,
) -> bool {
    let cues = &rules.cues;
    let word = tokens[at].folded.as_str();
    let before = at.checked_sub(1).filter(|i| *i >= from).map_or("", |i| tokens[i].folded.as_str());
    let opens = tokens[at].before >= Gap::Comma || cues.list_and.has(before) || cues.scope_end.has(before);
    let determined = cues.mine.has(before)
        || opens
        || at.checked_sub(2).filter(|i| *i >= from).is_some_and(|i| tokens[i + 1].before >= Gap::Comma);
    if is_child(tokens, at, rules) && !cues.theirs.has(before) && determined {
        return true;
    }
    if cues.myself.has(word) && !matches!(patient, Patient::Named(Some(_))) {
        return true;
    }
    if matches!(word, "lui" | "moi" | "selbst" | "himself" | "herself") && opens {
        return true;
    }
    let german_she = matches!(rules.language, Language::De | Language::Lb);
    opens
        && match gender {
            Some(b'm') => cues.she.has(word) && !german_she,
            Some(b'f') => cues.he.has(word),
            _ => cues.he.has(word) || (cues.she.has(word) && !german_she),
        }
}

/// A child or partner that is not the one asked about: the writer's own where the writer is; "her son";
/// the husband where the child is; the daughter where the son is.
fn other_person(tokens: &[Token<'_>], at: usize, from: usize, rules: &Rules, patient: Patient) -> Option<u8> {
    let cues = &rules.cues;
    let before = at.checked_sub(1).filter(|i| *i >= from).map_or("", |i| tokens[i].folded.as_str());
    let word = tokens[at].folded.as_str();
    let (child, partner) =
        (is_child(tokens, at, rules), cues.partner.has(word) || matches!(word, "mann" | "frau" | "femme"));
    if !child && !partner {
        return None;
    }
    let who = gender_of(word).unwrap_or(b'p');
    let other = match patient {
        Patient::Writer => cues.mine.has(before),
        Patient::Relative(_) => cues.theirs.has(before),
        Patient::Named(None) => false,
        Patient::Named(Some(first)) => {
            let named = tokens.get(first).map_or("", |t| t.folded.as_str());
            let first_is_partner = cues.partner.has(named)
                || (matches!(named, "mann" | "frau" | "femme")
                    && first.checked_sub(1).is_some_and(|i| cues.mine.has(&tokens[i].folded)));
            let differs = matches!((gender_of(named), gender_of(word)), (Some(a), Some(b)) if a != b);
            at > first
                && ((cues.theirs.has(before) && named != word)
                    || (cues.mine.has(before) && (differs || first_is_partner != partner)))
        }
    };
    (other && !only_reports(tokens, at, tokens.len(), rules) && !shares(tokens, at, from, rules))
        .then_some(who)
}

/// Whether the piece up to the next comma is about the writer, and about no relative ("Bluthusten hatte ich nie").
fn leads_back(tokens: &[Token<'_>], at: usize, to: usize, rules: &Rules, patient: Patient) -> bool {
    let end = (at + 1..to).find(|i| tokens[*i].before >= Gap::Comma).unwrap_or(to);
    let has = |list: &crate::language::Expressions| (at..end).any(|i| list.has(&tokens[i].folded));
    !matches!(patient, Patient::Named(Some(_))) && has(&rules.cues.myself) && !has(&rules.cues.kin)
}
