//! Texts with identifiers planted at known places.

use ariane_deidentify::{Examination, Kind};
use ariane_domain::Language;
use std::ops::Range;

#[path = "values.rs"]
mod values;

/// A text and what was planted.
pub struct Planted {
    /// Its language.
    pub language: Language,
    /// As is, in capitals, in small letters.
    pub case: &'static str,
    /// The text.
    pub text: String,
    /// Where identifiers stand.
    pub identifiers: Vec<(Range<usize>, Kind)>,
}

/// Deterministic choice.
pub struct Dice(pub u64);

impl Dice {
    /// The next number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % n.max(1) as u64).unwrap_or(0)
    }

    pub(crate) fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }

    pub(crate) fn digits(&mut self, n: usize) -> String {
        (0..n).map(|_| char::from(b'0' + u8::try_from(self.below(10)).unwrap_or(0))).collect()
    }
}

/// Sentences with the names that are put into them.
#[derive(Clone, Copy)]
pub struct Set {
    sentences: &'static str,
    names: &'static str,
}

/// Sentences whose misses were looked at while lists, patterns and thresholds were made.
pub const SEEN: Set = Set { sentences: include_str!("sentences.txt"), names: include_str!("names.txt") };
/// Sentences and names written afterwards.
pub const HELD_OUT: Set =
    Set { sentences: include_str!("held_out.txt"), names: include_str!("held_out_names.txt") };
/// Sentences and names of which the misses led to rules, and that thresholds were not chosen on.
pub const THIRD: Set = Set { sentences: include_str!("third.txt"), names: include_str!("third_names.txt") };
/// Sentences, names and places that nothing was chosen on.
pub const FOURTH: Set =
    Set { sentences: include_str!("fourth.txt"), names: include_str!("fourth_names.txt") };

impl Set {
    /// Its names, with the comments that divide them.
    pub fn names_file(self) -> &'static str {
        self.names
    }
}

/// The places of a set that has its own.
pub fn places(set: Set) -> Option<Vec<&'static str>> {
    set.names.lines().skip_while(|l| *l != "# places").nth(1).map(|l| l.split(',').collect())
}

/// The names of a set: given and family, by language.
pub fn names(set: Set, language: Language, given: bool) -> Vec<&'static str> {
    let head = format!("# {}, {}", if given { "given" } else { "family" }, language.code());
    let mut lines = set.names.lines();
    let mut out: Vec<&str> =
        lines.by_ref().skip_while(|l| *l != head).nth(1).map(|l| l.split(',').collect()).unwrap_or_default();
    let other = set.names.lines().skip_while(|l| !l.starts_with("# family, other")).nth(1);
    if !given {
        out.extend(other.into_iter().flat_map(|l| l.split(',')));
    }
    if out.is_empty() { names(set, Language::De, given) } else { out }
}

/// Sentences of a file beside this one, with their language.
pub fn lines(file: &'static str) -> impl Iterator<Item = (Language, &'static str)> {
    file.lines().filter(|l| !l.starts_with('#')).filter_map(|l| {
        let (language, sentence) = l.split_once('\t')?;
        Some((language.parse().ok()?, sentence))
    })
}

/// Every sentence, `rounds` times with other values, in three cases.
pub fn all(set: Set, rounds: usize, seed: u64) -> Vec<Planted> {
    let mut dice = Dice(seed);
    let mut out = Vec::new();
    for _ in 0..rounds {
        for (language, sentence) in lines(set.sentences) {
            for case in ["as is", "upper", "lower"] {
                out.push(fill(set, language, case, sentence, &mut dice));
            }
        }
    }
    out
}

fn fill(set: Set, language: Language, case: &'static str, sentence: &str, dice: &mut Dice) -> Planted {
    let cased = |text: &str| match case {
        "upper" => text.to_uppercase(),
        "lower" => text.to_lowercase(),
        _ => text.to_owned(),
    };
    let (mut text, mut identifiers, mut rest) = (String::new(), Vec::new(), sentence);
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(&cased(before));
        let Some((slot, tail)) = after.split_once('}') else { break };
        let (kind, value) = values::value(set, slot, language, dice);
        let value = cased(&value);
        identifiers.push((text.len()..text.len() + value.len(), kind));
        text.push_str(&value);
        rest = tail;
    }
    text.push_str(&cased(rest));
    Planted { language, case, text, identifiers }
}

/// Words before an institution's or an address's own name say nothing of it: only names and digits count.
fn counts(word: &str, kind: Kind) -> bool {
    const HEADS: &str = "de da do hopital chu clinique sainte saint klinikum krankenhaus klinik hospital clinic centro saude rue avenue general chemin trois boulevard bis \
        the rua avenida travessa largo esq street road flat gardens des dos las los von der und sous cova les am";
    let folded = ariane_deidentify::fold::fold(word);
    word.chars().count() > 1
        && !(matches!(kind, Kind::Institution | Kind::Address | Kind::Place)
            && HEADS.split_whitespace().any(|h| h == folded))
}

/// Whether every word and number of the identifier that says something is covered by findings.
pub fn is_found(examination: &Examination, span: &Range<usize>, kind: Kind) -> bool {
    let text = examination.text();
    words(text, span.clone())
        .filter(|w| counts(text.get(w.clone()).unwrap_or_default(), kind))
        .all(|w| is_covered(examination, &w))
}

/// Whether a span lies within findings.
pub fn is_covered(examination: &Examination, word: &Range<usize>) -> bool {
    examination.findings().iter().any(|f| f.start <= word.start && word.end <= f.end)
}

/// The words and numbers of a part of a text.
pub fn words(text: &str, span: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let part = text.get(span.clone()).unwrap_or_default();
    let mut out = Vec::new();
    let mut from = None;
    for (at, c) in part.char_indices().chain([(part.len(), ' ')]) {
        match (c.is_alphanumeric() || c == '\u{307}', from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                out.push(span.start + start..span.start + at);
                from = None;
            }
            _ => {}
        }
    }
    out.into_iter()
}
