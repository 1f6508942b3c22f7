//! Reading of single cells of an operator's table: choices, lists, slugs, addresses.

use crate::starter::table::{Row, TableError};
use ariane_domain::place::Country;

/// Longest cell that is taken, in characters.
const CELL_LIMIT: usize = 4000;

/// Faults that any cell may have: too long, or with characters that cannot be seen.
pub(crate) fn visible(row: &Row, columns: &[&str]) -> Vec<TableError> {
    let mut errors = Vec::new();
    for column in columns {
        if row.get(column).chars().count() > CELL_LIMIT {
            errors.push(row.error(column, format!("longer than {CELL_LIMIT} characters")));
        }
        if row.get(column).chars().any(is_hidden) {
            errors.push(row.error(column, "holds a control or direction character that cannot be seen"));
        }
    }
    errors
}

/// The value read, or none when its fault was handed to `keep`.
pub(crate) fn kept<T>(
    result: Result<T, TableError>,
    keep: &mut impl FnMut(Result<(), TableError>),
) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            keep(Err(error));
            None
        }
    }
}

/// A cell that must be a slug.
pub(crate) fn slug(row: &Row, column: &str) -> Result<String, TableError> {
    let text = row.get(column);
    if is_slug(text) {
        Ok(text.to_owned())
    } else {
        Err(row.error(column, "a slug of a-z, 0-9 and - is expected"))
    }
}

/// A cell that is empty or an address of the web.
pub(crate) fn web_address(row: &Row, column: &str) -> Result<String, TableError> {
    let text = row.get(column);
    if text.is_empty() || text.starts_with("https://") || text.starts_with("http://") {
        Ok(text.to_owned())
    } else {
        Err(row.error(column, "an address that starts with https:// is expected"))
    }
}

/// A cell that is empty or a country in use.
pub(crate) fn country(row: &Row, column: &str) -> Result<Option<Country>, TableError> {
    let text = row.get(column);
    if text.is_empty() {
        return Ok(None);
    }
    match Country::new(text) {
        Some(country) if country.exists() => Ok(Some(country)),
        Some(country) if country.code() == "UK" => Err(row.error(column, "write GB for the United Kingdom")),
        Some(country) => {
            Err(row.error(column, format!("`{country}` is no country code of ISO 3166; EU is taken too")))
        }
        None => Err(row.error(column, "two letters such as LU, FR or EU are expected")),
    }
}

/// A cell that is empty or one of the words known; a fault is handed to `keep`.
pub(crate) fn choice<T: Copy>(
    row: &Row,
    column: &str,
    known: &[(&str, T)],
    keep: &mut impl FnMut(Result<(), TableError>),
) -> Option<T> {
    let text = row.get(column);
    if text.is_empty() {
        return None;
    }
    let found = known.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    if found.is_none() {
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        keep(Err(row.error(column, format!("one of {} is expected", words.join(", ")))));
    }
    found
}

/// Words of a cell, each read as `T`; a fault is handed to `keep`.
pub(crate) fn list<T: std::str::FromStr>(
    row: &Row,
    column: &str,
    expected: &str,
    keep: &mut impl FnMut(Result<(), TableError>),
) -> Vec<T> {
    let mut out = Vec::new();
    for word in row.get(column).split_whitespace() {
        match word.parse() {
            Ok(value) => out.push(value),
            Err(_) => {
                let word: String = word.chars().filter(|c| !c.is_control()).take(40).collect();
                keep(Err(row.error(column, format!("`{word}` is not {expected}"))));
            }
        }
    }
    out
}

/// Characters that hide or reorder what stands around them; a line break within a cell is no harm.
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\r')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

pub(crate) fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

pub(crate) fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && domain.contains('.')
            && !text.contains(|c: char| c.is_whitespace() || "<>\",;".contains(c))
    })
}

/// Words of a cell, each one of those known; a fault is handed to `keep`.
pub(crate) fn words<T>(
    row: &Row,
    column: &str,
    read: impl Fn(&str) -> Option<T>,
    known: &str,
    keep: &mut impl FnMut(Result<(), TableError>),
) -> Vec<T> {
    let mut out = Vec::new();
    for word in row.get(column).split_whitespace() {
        match read(word) {
            Some(value) => out.push(value),
            None => {
                let word: String = word.chars().filter(|c| !c.is_control()).take(40).collect();
                keep(Err(row.error(column, format!("`{word}` is not taken; {known} are"))));
            }
        }
    }
    out
}
