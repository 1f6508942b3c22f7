//! What the case file knows of a person and of those around: found in any case, without accents, with a typo.

use crate::finding::{Evidence, Kind};
use crate::fold::{fold, fold_german};
use crate::names::lexicon;
use crate::structured::Proposal;
use crate::tokens::{Regime, Shape, Token};
use chrono::NaiveDate;
use serde::Deserialize;

/// Names of a person of the file: the person concerned, a relative, a doctor.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KnownPerson {
    /// Given names, former and everyday ones too.
    pub given: Vec<String>,
    /// Family names, birth name too.
    pub family: Vec<String>,
}

/// What is known to identify. Identifying data: never logged.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Known {
    /// Persons of the file.
    pub persons: Vec<KnownPerson>,
    /// Date of birth of the person concerned: events are told by age instead of by date.
    pub birth: Option<NaiveDate>,
    /// Telephone numbers as written in the file.
    pub phones: Vec<String>,
    /// Mail addresses and accounts.
    pub mails: Vec<String>,
    /// Numbers of records, insurances, identities.
    pub numbers: Vec<String>,
    /// Street lines and towns.
    pub addresses: Vec<String>,
    /// Other names of places.
    pub places: Vec<String>,
    /// Hospitals, schools, employers.
    pub institutions: Vec<String>,
}

/// One word of a known name, in its spellings.
#[derive(Debug)]
pub(crate) struct Word {
    folded: String,
    german: String,
}

/// The words of known names, ready to be looked for.
#[derive(Debug)]
pub(crate) struct Prepared {
    words: Vec<Word>,
    initials: Vec<(char, char)>,
}

impl Prepared {
    pub(crate) fn new(known: &Known) -> Self {
        let mut words = Vec::new();
        let mut initials = Vec::new();
        for person in &known.persons {
            for name in person.given.iter().chain(&person.family) {
                for part in name.split(|c: char| !c.is_alphabetic()) {
                    let folded = fold(part);
                    if folded.chars().count() >= 2 && !lexicon::is_particle(&folded) {
                        words.push(Word { german: fold_german(part), folded });
                    }
                }
            }
            let first = |names: &[String]| names.first().and_then(|n| fold(n).chars().next());
            initials.extend(first(&person.given).zip(first(&person.family)));
        }
        Self { words, initials }
    }

    /// Whether a word is one of the known names.
    pub(crate) fn is_name(&self, token: &Token<'_>) -> Option<Evidence> {
        let folded = token.folded.as_str();
        let german = fold_german(token.text);
        let stripped = folded.strip_suffix('s').unwrap_or(folded);
        let exact = self
            .words
            .iter()
            .any(|w| w.folded == folded || w.german == german || w.german == folded || w.folded == stripped);
        // A family name that is also a common word is the word where it is written as one.
        let as_word =
            token.shape == Shape::Lower && token.regime == Regime::Mixed && lexicon::is_ordinary(folded);
        if exact && !as_word {
            return Some(Evidence::Known);
        }
        let length = folded.chars().count();
        if exact || length < 5 || lexicon::is_ordinary(folded) || lexicon::is_ordinary(stripped) {
            return None;
        }
        self.words
            .iter()
            .any(|w| {
                let n = w.folded.chars().count();
                let allowed = if n >= 9 { 2 } else { usize::from(n >= 5) };
                allowed > 0
                    && (near(&w.folded, folded, allowed)
                        || near(&w.german, &german, allowed)
                        || near(&w.folded, stripped, allowed))
            })
            .then_some(Evidence::KnownWithTypo)
    }

    fn has_initials(&self, first: char, second: char) -> bool {
        self.initials.iter().any(|&(g, f)| (g, f) == (first, second) || (f, g) == (first, second))
    }
}

fn near(known: &str, word: &str, allowed: usize) -> bool {
    known.len().abs_diff(word.len()) <= 2 * allowed && strsim::osa_distance(known, word) <= allowed
}

/// Everything known that the text holds.
pub(crate) fn find(text: &str, tokens: &[Token<'_>], known: &Known, prepared: &Prepared) -> Vec<Proposal> {
    let mut out = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        if token.is_word()
            && let Some(evidence) = prepared.is_name(token)
        {
            out.push(Proposal::new(token.start, token.end, Kind::Name, evidence));
        }
        if let Some(end) = initials_at(tokens, i, prepared) {
            out.push(Proposal::new(token.start, end, Kind::Name, Evidence::Known));
        }
    }
    let compact = Compact::of(text);
    for (list, kind) in [
        (&known.phones, Kind::Phone),
        (&known.numbers, Kind::Number),
        (&known.mails, Kind::Mail),
        (&known.addresses, Kind::Address),
        (&known.places, Kind::Place),
        (&known.institutions, Kind::Institution),
    ] {
        for entry in list {
            let mut needles = vec![squeeze(entry)];
            if kind == Kind::Phone {
                needles = local_parts(entry);
            }
            if kind == Kind::Address {
                needles.extend(entry.split([',', '\n']).map(squeeze));
            }
            for needle in needles.iter().filter(|n| n.chars().count() >= 4) {
                out.extend(compact.find(needle).map(|(s, e)| Proposal::new(s, e, kind, Evidence::Known)));
            }
        }
    }
    out
}

/// `J. D.`, `J.D.` and `JD` of a known person.
fn initials_at(tokens: &[Token<'_>], i: usize, prepared: &Prepared) -> Option<usize> {
    let token = tokens.get(i)?;
    let first = token.folded.chars().next()?;
    if token.shape == Shape::Upper && token.regime == Regime::Mixed && token.folded.chars().count() == 2 {
        let glued =
            tokens.get(i + 1).is_some_and(|t| !t.spaced && matches!(t.class, crate::tokens::Class::Number));
        let second = token.folded.chars().nth(1)?;
        return (prepared.has_initials(first, second) && !glued).then_some(token.end);
    }
    if token.shape != Shape::Initial || !tokens.get(i + 1)?.is_sign('.') {
        return None;
    }
    let second = tokens.get(i + 2).filter(|t| t.shape == Shape::Initial)?;
    let letter = second.folded.chars().next()?;
    let point = tokens.get(i + 3).filter(|t| t.is_sign('.')).map_or(second.end, |t| t.end);
    prepared.has_initials(first, letter).then_some(point)
}

/// Letters and digits only, folded.
fn squeeze(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A telephone number without what differs from one way of dialling to another.
fn local_parts(phone: &str) -> Vec<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let without = digits.trim_start_matches('0').to_owned();
    let mut out = vec![without.clone()];
    if phone.trim_start().starts_with('+') || digits.starts_with("00") {
        out.extend(
            (1..=3)
                .filter_map(|n| without.get(n..))
                .filter(|d| d.len() >= 6)
                .map(|d| d.trim_start_matches('0').to_owned()),
        );
    }
    out.retain(|d| d.len() >= 6);
    out.sort_by_key(|d| std::cmp::Reverse(d.len()));
    out
}

/// The letters and digits of a text, each with its place.
struct Compact {
    text: String,
    /// For each byte of `text`: first and next byte of the character it comes from.
    places: Vec<(usize, usize)>,
    /// Whether a word begins at the byte.
    begins: Vec<bool>,
}

impl Compact {
    fn of(text: &str) -> Self {
        let (mut out, mut places, mut begins) = (String::new(), Vec::new(), Vec::new());
        let mut inside = (false, false);
        for (at, c) in text.char_indices() {
            let now = (c.is_alphabetic(), c.is_ascii_digit());
            for folded in fold(c.encode_utf8(&mut [0; 4])).chars().filter(|c| c.is_alphanumeric()) {
                for n in 0..folded.len_utf8() {
                    places.push((at, at + c.len_utf8()));
                    begins.push(n == 0 && inside != now);
                }
                out.push(folded);
            }
            inside = now;
        }
        Self { text: out, places, begins }
    }

    /// Where the needle stands as whole words or whole rows of digits, a country's prefix before it included.
    fn find<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        self.text.match_indices(needle).filter_map(|(at, _)| {
            let end = at + needle.len();
            let digits = needle.bytes().all(|b| b.is_ascii_digit());
            let whole = digits || self.begins.get(at) == Some(&true);
            let after = self.begins.get(end).is_none_or(|b| *b) || self.gap(end);
            let start = self.places.get(at)?.0;
            let last = self.places.get(end.checked_sub(1)?)?.1;
            (whole && after).then_some((start, last))
        })
    }

    /// Whether something stands between two characters of the compact text.
    fn gap(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|b| self.places.get(b)), self.places.get(at)) {
            (Some(before), Some(after)) => before.1 < after.0,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn spans(text: &str, known: &Known) -> Vec<String> {
        let prepared = Prepared::new(known);
        find(text, &tokens(text), known, &prepared).iter().map(|p| text[p.start..p.end].to_owned()).collect()
    }

    fn file() -> Known {
        Known {
            persons: vec![KnownPerson {
                given: vec!["Zéphyrine".into()],
                family: vec!["Müllenbrück".into()],
            }],
            phones: vec!["+352 621 000 111".into()],
            numbers: vec!["AB-12/3456".into()],
            addresses: vec!["3, rue Imaginaire, L-0000 Nullepart".into()],
            ..Known::default()
        }
    }

    #[test]
    fn known_names_are_found_in_any_dress() {
        for text in [
            "ZEPHYRINE",
            "zephirine",
            "Zéphyrines Mutter",
            "MUELLENBRUECK",
            "mullenbrück",
            "Müllenbruck",
            "Z. M.",
        ] {
            assert_eq!(spans(text, &file()).len(), 1, "{text}");
        }
        assert!(spans("Le zéphyr souffle.", &file()).is_empty());
    }

    #[test]
    fn known_numbers_are_found_with_other_separators() {
        assert_eq!(spans("tel 621.000.111", &file()), ["621.000.111"]);
        assert_eq!(spans("dossier ab123456 vu", &file()), ["ab123456"]);
        assert_eq!(spans("au 3 RUE IMAGINAIRE", &file()), ["RUE IMAGINAIRE"]);
    }
}
