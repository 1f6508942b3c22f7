//! Dates in their usual forms. A year alone stays; what names more is replaced by the age at the event where the
//! date of birth is known, else by the year.

use super::{Proposal, months, pattern};
use crate::finding::{Evidence, Kind};
use crate::keep;
use crate::replacement;
use ariane_domain::Language;
use chrono::NaiveDate;
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

/// A date as read: parts may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Read {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

struct Form {
    pattern: Regex,
    /// Names of the groups in the order of the pattern: `y`, `m`, `d`; `n` is a month by name.
    read: fn(&Captures<'_>) -> Option<Read>,
    /// Whether the form may also be a fraction or a section number, so that measured values come first.
    weak: bool,
}

const WEEKDAY: &str = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|segunda|terça|quarta|quinta|sexta|sábado|domingo|Méindeg|Dënschdeg|Mëttwoch|Donneschdeg|Freideg|Samschdeg|Sonndeg)(?:-feira)?,?\s+(?:le |den |the |dia |de |dem )?)?";

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let month = months::alternatives();
    let form = |text: String, read, weak| Form { pattern: pattern(&text), read, weak };
    let lead = r"(?:^|[^\w.,/-])";
    vec![
        form(r"\b(?P<y>(?:18|19|20)\d{2})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\b".to_owned(), numeric, false),
        form(format!(r"(?i)\b{WEEKDAY}(?P<d>\d{{1,2}})\s?[./\-–]\s?(?P<m>\d{{1,2}})\s?[./\-–]\s?(?P<y>(?:18|19|20)\d{{2}})\b"), numeric, false),
        form(format!(r"{lead}(?P<all>(?P<d>\d{{1,2}})(?:[./\-](?P<m>\d{{1,2}})[./\-])(?P<y>\d{{2}}))\b"), numeric, true),
        form(r"\b(?P<d>\d{2}) (?P<m>\d{2}) (?P<y>(?:19|20)\d{2})\b".to_owned(), numeric, true),
        form(format!(r"(?i)\b{WEEKDAY}(?P<d>\d{{1,2}}|1er|premier|ersten|primeiro)(?:er|\.|ᵉʳ|st|nd|rd|th|º|ten)?[\s\-]*(?:de |do |d'|of |\. )?(?P<n>{month})\b\.?(?:[\s,\-]*(?:de |do )?(?P<y>(?:18|19|20)\d{{2}}|'?\d{{2}})\b)?"), named, false),
        form(format!(r"(?i)\b{WEEKDAY}(?P<n>{month})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s*(?P<y>(?:18|19|20)\d{{2}})\b)?"), named, true),
        form(format!(r"(?i)\b(?P<n>{month})\b\.?[\s/\-]*(?:de |do |of )?(?P<y>(?:18|19|20)\d{{2}})\b"), named, false),
        form(format!(r"(?i)\b(?P<y>(?:19|20)\d{{2}})[\s\-]+(?P<n>{month})\b\.?[\s\-]*(?P<d>\d{{1,2}})\b"), named, false),
        form(format!(r"{lead}(?P<all>(?P<m>0?[1-9]|1[0-2])\s?[./]\s?(?P<y>(?:19|20)\d{{2}}))\b"), numeric, true),
        form(r"(?i)\b(?:le|du|au|dès le|depuis le|am|vom|ab|bis|seit|seit dem|zum|den|der|on|since|until|em|desde|dia|a|vum|zanter dem)\s+(?P<all>(?P<d>\d{1,2})\s?[./]\s?(?P<m>\d{1,2})\.?)".to_owned(), numeric, true),
        form(r"(?:^|[^\w.,/-])(?P<all>(?P<d>\d{2})\.(?P<m>\d{2})\.)(?:\s|$|,|;|\))".to_owned(), numeric, true),
        form(r"(?i)\b(?:né[e]?|naissance|ddn|dn|geb|geboren|geburtsdatum|born|dob|birth|nascid[oa]|nascimento|gebuer)\W{1,4}(?:le |am |on |em |a )?(?P<all>(?P<d>\d{2})(?P<m>\d{2})(?P<y>(?:18|19|20)\d{2}))\b".to_owned(), numeric, false),
        form(r"\b(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])\b".to_owned(), numeric, false),
    ]
});

fn numeric(captures: &Captures<'_>) -> Option<Read> {
    let number = |name| captures.name(name).and_then(|m| m.as_str().parse::<u32>().ok());
    let (mut day, mut month) = (number("d"), number("m"));
    if let (Some(d), Some(m)) = (day, month) {
        // Month before day, as Americans write.
        if m > 12 && d <= 12 {
            (day, month) = (Some(m), Some(d));
        }
    }
    let year = captures.name("y").and_then(|y| year(y.as_str()));
    plausible(Read { year, month, day })
}

fn named(captures: &Captures<'_>) -> Option<Read> {
    let month = months::number(captures.name("n")?.as_str())?;
    let day = captures.name("d").map(|d| d.as_str().parse::<u32>().unwrap_or(1));
    let year = captures.name("y").and_then(|y| year(y.as_str()));
    plausible(Read { year, month: Some(month), day })
}

fn year(text: &str) -> Option<i32> {
    let digits = text.trim_start_matches('\'');
    let number: i32 = digits.parse().ok()?;
    Some(match digits.len() {
        // Two digits name a year from 1930 to 2029: what people write of living persons and recent events.
        2 if number >= 30 => 1900 + number,
        2 => 2000 + number,
        _ => number,
    })
}

fn plausible(read: Read) -> Option<Read> {
    let day = read.day.is_none_or(|d| (1..=31).contains(&d));
    let month = read.month.is_some_and(|m| (1..=12).contains(&m));
    (day && month && (read.day.is_some() || read.year.is_some())).then_some(read)
}

/// Dates of the text; `kept` are spans of measured values and codes.
pub fn find(
    text: &str,
    language: Language,
    (birth, says_age): (Option<NaiveDate>, bool),
    kept: &[Range<usize>],
) -> Vec<Proposal> {
    let mut out = Vec::new();
    for form in FORMS.iter() {
        let mut at = 0;
        while let Some(captures) = text.get(at..).and_then(|_| form.pattern.captures_at(text, at)) {
            let Some(span) = captures.name("all").or_else(|| captures.get(0)) else { break };
            let range = span.range();
            at = range.end.max(at + 1);
            while !text.is_char_boundary(at) {
                at += 1;
            }
            let Some(read) = (form.read)(&captures) else { continue };
            if form.weak && keep::covers_start(kept, &range) {
                continue;
            }
            let known = birth.filter(|b| is_birth(*b, read));
            out.push(Proposal {
                start: range.start,
                end: range.end,
                kind: Kind::Date,
                evidence: if known.is_some() { Evidence::Known } else { Evidence::Form },
                replacement: Some(replaced(read, language, birth, says_age)),
            });
            if at >= text.len() {
                break;
            }
        }
    }
    out
}

fn is_birth(birth: NaiveDate, read: Read) -> bool {
    use chrono::Datelike;
    read.month == Some(birth.month())
        && read.day == Some(birth.day())
        && read.year.is_none_or(|y| y == birth.year())
}

fn replaced(read: Read, language: Language, birth: Option<NaiveDate>, says_age: bool) -> String {
    if birth.is_some_and(|b| is_birth(b, read)) {
        return replacement::birth(language);
    }
    let Some(year) = read.year else { return replacement::of(Kind::Date, language) };
    let by_age = birth.filter(|_| says_age).zip(read.month).and_then(|(birth, month)| {
        let event = NaiveDate::from_ymd_opt(year, month, read.day.unwrap_or(15).min(28))?;
        replacement::age(birth, event, language)
    });
    by_age.unwrap_or_else(|| format!("[{year}]"))
}
