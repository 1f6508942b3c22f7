//! Measured values that are a sign by themselves: "38,9 °C", "CK à 12 000", "Kopfumfang -3 SD".

use crate::language::Expressions;
use crate::tokens::{Gap, Token};
use ariane_knowledge::formats::hpo::number;
use ariane_knowledge::phenotype::ontology::{Ontology, TermIndex};

/// How far from its name a value may stand, in words.
const REACH: usize = 5;

/// What follows a value in standard deviations.
const DEVIATIONS: [&str; 8] = ["sd", "ds", "dp", "sds", "sigma", "score", "standardabweichungen", "ecarts"];
/// What makes a value a percentile.
const PERCENTILES: [&str; 8] =
    ["percentile", "perzentile", "percentil", "perzentil", "centile", "p", "percentiles", "perc"];
/// What makes a number an age or a time, not a value.
const TIMES: [&str; 33] = [
    "ans", "an", "mois", "semaines", "semaine", "jours", "jour", "heures", "jahre", "jahren", "jahr",
    "monate", "monaten", "wochen", "tage", "tagen", "stunden", "anos", "ano", "meses", "mes", "dias",
    "semanas", "years", "year", "months", "weeks", "days", "joer", "fois", "mal", "times", "vezes",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Any,
    Degree,
    Deviation,
}

#[derive(Debug)]
struct Measure {
    name: Box<str>,
    unit: Unit,
    low: Option<(f64, TermIndex)>,
    high: Option<(f64, TermIndex)>,
}

/// A value found in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Value {
    pub term: TermIndex,
    pub first: usize,
    pub last: usize,
    pub name: String,
}

/// The table of measures whose terms the ontology has.
#[derive(Debug)]
pub(crate) struct Measures {
    names: Expressions,
    all: Vec<Measure>,
}

impl Measures {
    pub fn new(ontology: &Ontology) -> Self {
        let mut out = Self { names: Expressions::default(), all: Vec::new() };
        let bound = |cell: &str| -> Option<(f64, TermIndex)> {
            let (limit, term) = cell.trim().split_once(' ')?;
            Some((limit.parse().ok()?, ontology.position(number(term)?)?))
        };
        for line in include_str!("language/data/measured.txt").lines().filter(|l| !l.starts_with('#')) {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [name, words, unit, low, high] = cells[..] else { continue };
            let unit = match unit {
                "degree" => Unit::Degree,
                "sd" => Unit::Deviation,
                _ => Unit::Any,
            };
            for word in words.split(',') {
                out.names.insert(word.trim(), out.all.len() as u8);
            }
            out.all.push(Measure { name: name.into(), unit, low: bound(low), high: bound(high) });
        }
        out
    }

    /// Values in a sentence.
    pub fn find(&self, tokens: &[Token<'_>]) -> Vec<Value> {
        let mut out: Vec<Value> = Vec::new();
        for at in 0..tokens.len() {
            if !tokens[at].number {
                continue;
            }
            if let Some(value) = self.value(tokens, at)
                && !out.iter().any(|v| v.term == value.term)
            {
                out.push(value);
            }
        }
        out
    }

    fn value(&self, tokens: &[Token<'_>], at: usize) -> Option<Value> {
        let (number, last) = read(tokens, at)?;
        let next = tokens.get(last + 1).filter(|t| t.before <= Gap::Comma).map_or("", |t| t.folded.as_str());
        let unit = unit(tokens, at, last, next);
        if unit.is_none() && TIMES.contains(&next) {
            return None;
        }
        let make = |measure: &Measure, number: f64, first: usize, last: usize| {
            let reached = |bound: &Option<(f64, TermIndex)>, low: bool| {
                bound
                    .filter(|(limit, _)| if low { number <= *limit } else { number >= *limit })
                    .map(|(_, t)| t)
            };
            let term = reached(&measure.low, true).or_else(|| reached(&measure.high, false))?;
            Some(Value { term, first, last, name: measure.name.to_string() })
        };
        let named = self.named(tokens, at, last);
        match unit {
            Some(Unit::Degree) => {
                let measure = self.all.iter().find(|m| m.unit == Unit::Degree)?;
                (number < 43.5).then(|| make(measure, number, at, last)).flatten()
            }
            Some(Unit::Deviation) => {
                let (measure, first, _) = named.filter(|(m, ..)| m.unit == Unit::Deviation)?;
                let (number, last) = if PERCENTILES.contains(&next) || before(tokens, at, 1) == "p" {
                    (
                        if number <= 3.0 {
                            -2.0
                        } else if number >= 97.0 {
                            2.0
                        } else {
                            0.0
                        },
                        last,
                    )
                } else {
                    (number, last + 1)
                };
                make(measure, number, first, last.min(tokens.len() - 1))
            }
            _ => {
                let (measure, first, _) = named?;
                match measure.unit {
                    Unit::Any => {
                        // 120 G/l platelets are 120,000.
                        let number = if &*measure.name == "Platelets" && number < 2000.0 {
                            number * 1000.0
                        } else {
                            number
                        };
                        let number = if &*measure.name == "Haemoglobin" && number > 40.0 {
                            number / 10.0
                        } else {
                            number
                        };
                        make(measure, number, first.min(at), last.max(first))
                    }
                    Unit::Degree => (38.0..43.5)
                        .contains(&number)
                        .then(|| make(measure, number, first.min(at), last.max(first)))
                        .flatten(),
                    Unit::Deviation => None,
                }
            }
        }
    }

    /// The measure named nearest before the value, or right after it.
    fn named(&self, tokens: &[Token<'_>], at: usize, last: usize) -> Option<(&Measure, usize, usize)> {
        let mut i = at;
        while i > 0 && at - i < REACH && tokens[i].before < Gap::Clause {
            i -= 1;
            if tokens[i].number {
                break;
            }
            if let Some((n, which)) = self.names.at(|k| tokens.get(i + k).map(|t| t.folded.as_str()))
                && i + n <= at
            {
                return self.all.get(usize::from(which)).map(|m| (m, i, i + n));
            }
        }
        (last + 1..tokens.len().min(last + 4)).find_map(|i| {
            (tokens[i].before < Gap::Comma || i == last + 1).then_some(())?;
            let (n, which) = self.names.at(|k| tokens.get(i + k).map(|t| t.folded.as_str()))?;
            let measure = self.all.get(usize::from(which))?;
            (measure.unit == Unit::Degree).then_some((measure, i + n - 1, i + n))
        })
    }
}

fn before<'a>(tokens: &'a [Token<'_>], at: usize, n: usize) -> &'a str {
    at.checked_sub(n).and_then(|i| tokens.get(i)).map_or("", |t| t.folded.as_str())
}

fn unit(tokens: &[Token<'_>], at: usize, last: usize, next: &str) -> Option<Unit> {
    if DEVIATIONS.contains(&next) || PERCENTILES.contains(&next) || before(tokens, at, 1) == "p" {
        return Some(Unit::Deviation);
    }
    let spelt = matches!(next, "grad" | "degres" | "graus" | "degrees" | "c") && !tokens[at].degree;
    (tokens[last].degree || spelt).then_some(Unit::Degree)
}

/// The number that begins at a word, and its last word: "12 000" is one number.
fn read(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    let continued = |i: usize| {
        tokens.get(i).is_some_and(|t| {
            t.number
                && t.before == Gap::Space
                && t.raw.len() == 3
                && t.raw.bytes().all(|b| b.is_ascii_digit())
        })
    };
    if at > 0 && continued(at) && tokens[at - 1].number {
        return None;
    }
    let mut digits = tokens[at].raw.to_owned();
    if let Some((whole, rest)) = digits.split_once(['.', ','])
        && rest.len() == 3
        && whole != "0"
    {
        digits = digits.replace(['.', ','], "");
    }
    let mut last = at;
    while digits.len() < 10 && digits.bytes().all(|b| b.is_ascii_digit()) && continued(last + 1) {
        last += 1;
        digits.push_str(tokens[last].raw);
    }
    let number: f64 = digits.replace(',', ".").parse().ok()?;
    Some((if tokens[at].sign < 0 { -number } else { number }, last))
}
