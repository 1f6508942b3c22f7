//! Fields of JSON that may be of another shape than the specification says.

use ariane_domain::cell::odyssey::VagueDate;
use chrono::{Datelike as _, NaiveDate};
use serde_json::Value;

/// A field under the name of version 2, or the same in snake case as protobuf writes it.
pub(super) fn field<'v>(value: &'v Value, name: &str) -> &'v Value {
    const NOTHING: &Value = &Value::Null;
    if let Some(found) = value.get(name) {
        return found;
    }
    let mut snake = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    value.get(&snake).unwrap_or(NOTHING)
}

/// The elements of a field; one that is no list counts as a list of one.
pub(super) fn list<'v>(value: &'v Value, name: &str) -> Vec<&'v Value> {
    match field(value, name) {
        Value::Array(all) => all.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

/// A text; empty where it is none.
pub(super) fn text(value: &Value, name: &str) -> String {
    match field(value, name) {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The first of several texts that says something.
pub(super) fn first<const N: usize>(texts: [String; N]) -> String {
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// A date of FHIR or a timestamp, in its own precision.
pub(super) fn date(text: &str) -> Option<VagueDate> {
    text.get(..10).unwrap_or(text).parse().ok()
}

/// The date that a stretch of days stands for, where it is a whole year, a whole month or one day.
pub(super) fn stretch(start: &str, end: &str) -> Option<VagueDate> {
    let (start, end) = (day(start)?, day(end)?);
    let vague =
        [VagueDate::Year(start.year()), VagueDate::Month(start.year(), start.month()), VagueDate::Day(start)];
    vague.into_iter().find(|date| date.earliest() == start && date.latest() == end)
}

/// A day, where a date says one.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    match date(text) {
        Some(VagueDate::Day(day)) => Some(day),
        _ => None,
    }
}

/// The HPO number of `HP:0001250` or `http://purl.obolibrary.org/obo/HP_0001250`.
pub(super) fn hpo(code: &str) -> Option<u32> {
    let at = code.rfind("HP")?;
    let digits = code.get(at + 2..)?.strip_prefix([':', '_'])?;
    (digits.len() == 7 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}
