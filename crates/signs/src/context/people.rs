//! Who is named in a text, and whom it is about.

use crate::language::{AllRules, Rules};
use crate::tokens::{Gap, Token};
use ariane_domain::Language;

/// Who the text is about, as its words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Patient {
    /// The writer: every relative is family.
    Writer,
    /// A child, a partner, a patient, named at this word if anywhere: every relative is family.
    Named(Option<usize>),
    /// A relative, named with "my" at this word.
    Relative(usize),
}

/// Words before which "family" is a doctor or an institution.
const NOT_KIN_BESIDE: [&str; 8] =
    ["doctor", "physician", "medecin", "medico", "medica", "planning", "aide", "hausarzt"];

/// The relative that a word names: `m`, `f` or `p` for several.
pub(super) fn kin(tokens: &[Token<'_>], at: usize, to: usize, rules: &Rules) -> Option<u8> {
    let token = tokens.get(at)?;
    let word = token.folded.as_str();
    let list = &rules.cues.kin;
    if word.len() < 3 {
        return None;
    }
    let beside = |i: Option<usize>| {
        i.and_then(|i| tokens.get(i)).is_some_and(|t| NOT_KIN_BESIDE.contains(&t.folded.as_str()))
    };
    if beside(at.checked_sub(1)) || beside(at.checked_sub(2)) || beside(Some(at + 1)) {
        return None;
    }
    let singular = ["s", "n", "en", "es", "e"]
        .iter()
        .filter_map(|end| word.strip_suffix(end))
        .find_map(|w| list.value(w).filter(|_| w.len() > 2));
    let last_part = || {
        let german = matches!(rules.language, Language::De | Language::Lb) && word.len() > 7;
        let ends = [
            "bruder",
            "schwester",
            "mutter",
            "vater",
            "onkel",
            "tante",
            "cousine",
            "cousin",
            "brudder",
            "schwester",
        ];
        german.then(|| ends.iter().find(|e| word.ends_with(**e)).and_then(|e| list.value(e))).flatten()
    };
    joined(tokens, at, to)
        .and_then(|w| list.value(&w))
        .or_else(|| list.value(word))
        .or(singular)
        .or_else(last_part)
}

/// Whether a word names a child or a patient; "petite" before "sœur" does not.
pub(super) fn is_child(tokens: &[Token<'_>], at: usize, rules: &Rules) -> bool {
    tokens.get(at).is_some_and(|t| rules.cues.child.has(&t.folded))
        && kin(tokens, at + 1, tokens.len(), rules).is_none()
}

/// Whether a noun for a person is male or female, where it says so by itself.
pub(super) fn gender_of(word: &str) -> Option<u8> {
    const MALE: [&str; 26] = [
        "fils",
        "garcon",
        "mari",
        "monsieur",
        "patient",
        "sohn",
        "junge",
        "bub",
        "ehemann",
        "herr",
        "filho",
        "menino",
        "marido",
        "rapaz",
        "senhor",
        "son",
        "boy",
        "husband",
        "man",
        "gentleman",
        "homme",
        "mann",
        "homem",
        "jong",
        "garcon",
        "conjoint",
    ];
    const FEMALE: [&str; 27] = [
        "fille",
        "fillette",
        "femme",
        "madame",
        "mme",
        "patiente",
        "tochter",
        "madchen",
        "frau",
        "ehefrau",
        "patientin",
        "filha",
        "menina",
        "mulher",
        "senhora",
        "rapariga",
        "esposa",
        "daughter",
        "girl",
        "wife",
        "woman",
        "lady",
        "epouse",
        "meedchen",
        "duechter",
        "dame",
        "conjointe",
    ];
    if MALE.contains(&word) {
        Some(b'm')
    } else if FEMALE.contains(&word) {
        Some(b'f')
    } else {
        None
    }
}

/// Two or three words that a hyphen joins, as one entry of the tables ("grand-mère").
fn joined(tokens: &[Token<'_>], at: usize, to: usize) -> Option<String> {
    let next = tokens.get(at + 1).filter(|t| at + 1 < to && t.before == Gap::Joined)?;
    let (a, b) = (tokens[at].folded.as_str(), next.folded.as_str());
    matches!(a, "grand" | "demi" | "beau" | "belle" | "half" | "step" | "meio" | "meia" | "arriere" | "great")
        .then(|| b.to_owned())
}

/// Whether a person is named only as somebody's ("la famille de mon mari").
fn owns(tokens: &[Token<'_>], at: usize, from: usize) -> bool {
    at.checked_sub(2)
        .filter(|i| *i > from)
        .is_some_and(|i| matches!(tokens[i].folded.as_str(), "de" | "du" | "von" | "do" | "da" | "of"))
}

/// Finds who the text is about.
pub(super) fn patient(
    tokens: &[Token<'_>],
    sentences: &[(usize, usize)],
    languages: &[Language],
    rules: &AllRules,
    has_sign: &[bool],
) -> Patient {
    let mut first_child = None;
    let mut first_relative = None;
    let mut first_sign = None;
    let mut writer = None;
    let mut with_me = false;
    for ((from, to), language) in sentences.iter().zip(languages) {
        let rules = rules.of(*language);
        let cues = &rules.cues;
        let mut own_clause = false;
        let mut others = false;
        for at in *from..*to {
            let word = tokens[at].folded.as_str();
            let before = at.checked_sub(1).filter(|i| i >= from).map_or("", |i| tokens[i].folded.as_str());
            if tokens[at].before >= Gap::Clause || cues.he.has(word) || cues.she.has(word) {
                own_clause = false;
            }
            let next = |i: usize| tokens.get(at + i).filter(|_| at + i < *to).map(|t| t.folded.as_str());
            if cues.myself.at(next).is_some() {
                (own_clause, others) = (true, false);
            }
            with_me |= cues.with_me.at(next).is_some();
            if (is_child(tokens, at, rules) || cues.partner.has(word))
                && !cues.theirs.has(before)
                && !owns(tokens, at, *from)
            {
                others = true;
                first_child.get_or_insert(at);
            }
            if kin(tokens, at, *to, rules).is_some() {
                others = true;
                if cues.mine.has(before)
                    || at.checked_sub(2).is_some_and(|i| cues.mine.has(&tokens[i].folded))
                {
                    first_relative.get_or_insert((at, *from));
                }
            }
            if has_sign.get(at).copied().unwrap_or(false) {
                first_sign.get_or_insert(at);
                if own_clause && !others {
                    writer.get_or_insert(at);
                }
            }
        }
    }
    match (first_child, first_relative) {
        (Some(child), _) if writer.is_none_or(|w| child < w) => Patient::Named(Some(child)),
        _ if writer.is_some() || with_me => Patient::Writer,
        // Signs were told before the relative came up: they are somebody else's.
        (None, Some((_, sentence))) if first_sign.is_some_and(|s| s < sentence) => Patient::Named(None),
        (None, Some((relative, _))) => Patient::Relative(relative),
        (child, None) | (child, _) => Patient::Named(child),
    }
}
