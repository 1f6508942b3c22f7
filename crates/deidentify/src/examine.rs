//! From a text to its findings.

use crate::finding::{Decision, Evidence, Examination, Finding, Kind};
use crate::known::{self, Known};
use crate::names::{self, Clinical, lexicon, model::Model};
use crate::structured::{Proposal, addresses, dates, institutions, numbers, phones, places, web};
use crate::tokens::{Token, tokens};
use crate::{keep, replacement};
use ariane_domain::Language;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The longest text that is read at once, in bytes.
pub const LONGEST: usize = 1 << 20;

/// The text is longer than [`LONGEST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text has {bytes} bytes; at most {LONGEST} are read at once")]
pub struct TooLong {
    /// Its length in bytes.
    pub bytes: usize,
}

/// What is known of a text before it is read.
#[derive(Clone, Copy)]
pub struct About<'a> {
    /// Its language: that of the replacements, and a hint for names.
    pub language: Language,
    /// What the case file knows.
    pub known: &'a Known,
    /// Leave names of places out, the usual case (duty D11).
    pub places: bool,
    /// Put the age at an event in the place of its date, where the date of birth is known; else the year. Off where an age is shown
    /// as a band: two of these together would say it to the year.
    pub ages: bool,
    /// Give each person one number through the text.
    pub numbered: bool,
    /// Words of medicine that the caller knows, such as those of the imported catalogue, folded as
    /// [`crate::fold::fold`] does.
    pub clinical: Option<Clinical<'a>>,
}

impl<'a> About<'a> {
    /// The usual way of reading: places out, no numbers, no further words.
    pub fn new(language: Language, known: &'a Known) -> Self {
        Self { language, known, places: true, ages: true, numbered: false, clinical: None }
    }
}

/// Reads texts; made once.
#[derive(Debug)]
pub struct Reader {
    model: Model,
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

impl Reader {
    /// With the weights that ship with Ariane.
    pub fn new() -> Self {
        Self { model: Model::shipped() }
    }

    /// The findings of a text, none of them decided.
    pub fn examine(&self, text: &str, about: &About<'_>) -> Result<Examination, TooLong> {
        if text.len() > LONGEST {
            return Err(TooLong { bytes: text.len() });
        }
        let tokens = tokens(text);
        let kept = keep::spans(text);
        let prepared = known::Prepared::new(about.known);
        let mut settled = Settled::default();
        let mut known = known::find(text, &tokens, about.known, &prepared);
        // A known name that is an eponym stays where it names a disorder.
        known.retain(|p| {
            let at = tokens.partition_point(|t| t.start < p.start);
            p.kind != Kind::Name
                || !tokens.get(at).is_some_and(|t| {
                    lexicon::is_eponym(&t.folded) && names::eponyms::stands_for_disorder(&tokens, at)
                })
        });
        let numbers = numbers::find(text, &kept);
        let phones = phones::find(text, &kept);
        let checked = |p: &&Proposal| matches!(p.evidence, Evidence::CheckDigits(_));
        settled.take(known.iter().cloned());
        settled.take(web::find(text));
        settled.take(numbers.iter().filter(checked).cloned());
        settled
            .take(phones.iter().filter(|p| text.get(p.start..).is_some_and(|t| t.starts_with('+'))).cloned());
        let dates = dates::find(text, about.language, (about.known.birth, about.ages), &kept);
        settled.take(dates.iter().cloned());
        settled.take(phones.iter().filter(|p| p.evidence == Evidence::ContextWord).cloned());
        settled.take(numbers.iter().filter(|p| p.evidence == Evidence::ContextWord).cloned());
        settled.take(phones.iter().cloned());
        settled.take(trimmed(text, &tokens, addresses::find(text, &kept)));
        settled.take(numbers);
        settled.take(trimmed(text, &tokens, institutions::find(text, &tokens)));
        let disorder = |at: usize| names::eponyms::stands_for_disorder(&tokens, at);
        let titled =
            |at: usize| names::cues::before(&tokens, at).is_some_and(|c| c.evidence == Evidence::Title);
        let places: Vec<Proposal> = trimmed(text, &tokens, places::find(text, &tokens))
            .into_iter()
            .chain(places::after_dates(&tokens, &dates))
            .filter(|p| {
                let at = tokens.partition_point(|t| t.start < p.start);
                !disorder(at) && !titled(at)
            })
            .collect();
        let mut taken: Vec<Range<usize>> = Vec::new();
        if about.places {
            settled.take(places);
        } else {
            // A place that stays is no name of a person either.
            taken.extend(places.iter().map(|p| p.start..p.end));
        }
        taken.extend(settled.spans());
        taken.sort_by_key(|r| (r.start, r.end));
        taken.dedup_by(|next, before| {
            let joined = next.start <= before.end;
            if joined {
                before.end = before.end.max(next.end);
            }
            joined
        });
        settled.take(names::find(&tokens, about.language, &self.model, about.clinical, &kept, &taken));
        settled.0.iter_mut().for_each(|p| joined_by_hyphens(&tokens, p));
        let findings = findings(text, &tokens, settled.merged(), about);
        Ok(Examination::new(text.to_owned(), about.language, findings))
    }
}

/// A name or a place reaches as far as hyphens join it: "Rouvroy-sous-Hêtre" is one.
fn joined_by_hyphens(tokens: &[Token<'_>], p: &mut Proposal) {
    if !matches!(p.kind, Kind::Name | Kind::Place) {
        return;
    }
    let glued = |at: usize| tokens.get(at).is_some_and(|t| !t.spaced && !t.line_start);
    let mut at = tokens.partition_point(|t| t.end <= p.end);
    while let (Some(hyphen), Some(next)) = (tokens.get(at), tokens.get(at + 1))
        && hyphen.is_hyphen()
        && glued(at)
        && glued(at + 1)
        && next.is_word()
        && !lexicon::is_head(&next.folded)
        && !lexicon::begins_with_head(&next.folded)
        && (lexicon::is_particle(&next.folded)
            || JOINING.contains(&next.folded.as_str())
            || p.kind == Kind::Place)
    {
        // "Marie-la" ends nowhere: what joins needs something to join.
        let joins = lexicon::is_particle(&next.folded) || JOINING.contains(&next.folded.as_str());
        let further = if joins { at + 3 } else { at + 1 };
        let Some(last) = tokens.get(further).filter(|t| t.is_word() && glued(further)) else { break };
        p.end = last.end;
        at = further + 1;
    }
}

/// Words within the names of places, besides particles.
const JOINING: [&str; 10] = ["sur", "sous", "les", "lez", "en", "am", "im", "upon", "on", "by"];

/// Ordinary words that end an English address.
const STREETS: [&str; 16] = [
    "street", "road", "avenue", "lane", "drive", "close", "crescent", "court", "way", "square", "terrace",
    "gardens", "grove", "hill", "green", "row",
];

/// Without the ordinary words at their ends, which a pattern without case takes along: "RUE X DEPUIS".
fn trimmed(text: &str, tokens: &[Token<'_>], mut proposals: Vec<Proposal>) -> Vec<Proposal> {
    for p in &mut proposals {
        let first = tokens.partition_point(|t| t.start < p.start);
        let mut at = tokens.partition_point(|t| t.end <= p.end);
        while at > first + 1
            && let Some(last) = tokens.get(at - 1)
        {
            let word = last.is_word()
                && last.folded.len() > 1
                && !STREETS.contains(&last.folded.as_str())
                && lexicon::is_ordinary(&last.folded)
                && (last.shape == crate::tokens::Shape::Lower || last.regime != crate::tokens::Regime::Mixed);
            if !(word
                || lexicon::is_particle(&last.folded)
                || matches!(last.class, crate::tokens::Class::Sign(',' | '-' | '\'' | '’')))
            {
                break;
            }
            at -= 1;
        }
        if let Some(last) =
            at.checked_sub(1).and_then(|l| tokens.get(l)).filter(|l| l.end < p.end && l.end > p.start)
        {
            p.end = last.end;
        }
    }
    proposals.retain(|p| text.get(p.start..p.end).is_some_and(|t| !t.is_empty()));
    proposals
}

/// Proposals without overlap, the earlier taken the stronger.
#[derive(Default)]
struct Settled(Vec<Proposal>);

impl Settled {
    fn take(&mut self, proposals: impl IntoIterator<Item = Proposal>) {
        for new in proposals {
            let at = self.0.partition_point(|p| p.end <= new.start);
            let clash =
                self.0.get(at..).map_or(0, |rest| rest.iter().take_while(|p| p.start < new.end).count());
            if clash == 0 {
                self.0.insert(at, new);
                continue;
            }
            let range = at..at + clash;
            let Some(others) = self.0.get(range.clone()) else { continue };
            let start = others.first().map_or(new.start, |p| p.start).min(new.start);
            let end = others.last().map_or(new.end, |p| p.end).max(new.end);
            let inside: usize = others.iter().map(|p| p.end - p.start).sum();
            // What reaches further than all that was found within it says better what the whole is.
            let whole = (start, end) == (new.start, new.end) && end - start > inside + 2;
            let keep = others.iter().max_by_key(|p| p.end - p.start).cloned();
            let merged = match keep {
                Some(other) if !whole || other.kind == Kind::Date => Proposal { start, end, ..other },
                _ => Proposal { start, end, ..new },
            };
            self.0.splice(range, [merged]);
        }
    }

    /// What came to overlap, as one.
    fn merged(self) -> Self {
        let mut out: Vec<Proposal> = Vec::with_capacity(self.0.len());
        for p in self.0 {
            match out.last_mut().filter(|before| p.start < before.end) {
                Some(before) => before.end = before.end.max(p.end),
                None => out.push(p),
            }
        }
        Self(out)
    }

    fn spans(&self) -> Vec<Range<usize>> {
        self.0.iter().map(|p| p.start..p.end).collect()
    }
}

fn findings(text: &str, tokens: &[Token<'_>], settled: Settled, about: &About<'_>) -> Vec<Finding> {
    let mut persons: FxHashMap<String, usize> = FxHashMap::default();
    let mut out: Vec<Finding> = Vec::new();
    for p in settled.0 {
        let (mut start, end) = (p.start, p.end);
        // "Jean" and "Dupont" of the file, found one by one, are one name.
        if p.kind == Kind::Name
            && let Some(before) = out.last_mut().filter(|b| b.kind == Kind::Name)
            && text
                .get(before.end..start)
                .is_some_and(|gap| gap == " " || gap == "-" || gap == "'" || gap == "’")
        {
            start = before.start;
            before.end = end;
            if about.numbered {
                before.replacement = number(tokens, start..end, about, &mut persons);
            }
            continue;
        }
        let replacement = match p.replacement {
            Some(replacement) => replacement,
            None if p.kind == Kind::Name && about.numbered => number(tokens, start..end, about, &mut persons),
            None => replacement::of(p.kind, about.language),
        };
        out.push(Finding {
            start,
            end,
            kind: p.kind,
            evidence: p.evidence,
            replacement,
            decision: Decision::Remove,
        });
    }
    out
}

/// One number for all names that share a word.
fn number(
    tokens: &[Token<'_>],
    span: Range<usize>,
    about: &About<'_>,
    persons: &mut FxHashMap<String, usize>,
) -> String {
    let words: Vec<&str> = tokens
        .iter()
        .skip(tokens.partition_point(|t| t.start < span.start))
        .take_while(|t| t.end <= span.end)
        .filter(|t| t.is_word() && t.folded.chars().count() > 1 && !lexicon::is_particle(&t.folded))
        .map(|t| t.folded.as_str())
        .collect();
    let known = words.iter().find_map(|w| persons.get(*w)).copied();
    let number = known.unwrap_or_else(|| persons.values().max().map_or(1, |n| n + 1));
    for word in words {
        persons.entry(word.to_owned()).or_insert(number);
    }
    replacement::numbered(Kind::Name, about.language, number)
}
