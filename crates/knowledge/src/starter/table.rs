//! Reading of our CSV tables: columns by name, errors by line and column.

use ariane_domain::freshness::Confirmation;
use ariane_domain::organisation::Provenance;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::HashMap;

/// What is wrong with one cell or row of a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{reason}", position(*.line, .column))]
pub struct TableError {
    /// Line in the file, from 1, the header being line 1.
    pub line: u64,
    /// Column name; empty for the row as a whole.
    pub column: String,
    /// What is wrong and what is expected.
    pub reason: String,
}

/// Where a fault is: line and column, as far as they are known.
fn position(line: u64, column: &str) -> String {
    match (line, column) {
        (0, _) => String::new(),
        (line, "") => format!("line {line}: "),
        (line, column) => format!("line {line}, column {column}: "),
    }
}

/// A row with its line number, cells by column name.
pub struct Row {
    /// Line in the file.
    pub line: u64,
    cells: HashMap<String, String>,
}

impl Row {
    /// The trimmed cell without the mark of [`defused`], empty when the column is missing.
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |s| restored(s.trim()))
    }

    /// An error about a cell of this row.
    pub fn error(&self, column: &str, reason: impl Into<String>) -> TableError {
        TableError { line: self.line, column: column.into(), reason: reason.into() }
    }

    /// The cell, or an error when it is empty.
    pub fn required(&self, column: &str) -> Result<&str, TableError> {
        match self.get(column) {
            "" => Err(self.error(column, "must not be empty")),
            text => Ok(text),
        }
    }

    /// The cell read as `T`; none when it is empty.
    pub fn parsed<T: std::str::FromStr>(
        &self,
        column: &str,
        expected: &str,
    ) -> Result<Option<T>, TableError> {
        match self.get(column) {
            "" => Ok(None),
            text => text
                .parse()
                .map(Some)
                .map_err(|_| self.error(column, format!("`{}` is not {expected}", shorten(text)))),
        }
    }

    /// The columns `source`, `checked`, `status`.
    pub fn provenance(&self) -> Result<Provenance, TableError> {
        let checked = match self.get("checked") {
            "" => None,
            text => Some(NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| {
                self.error("checked", format!("`{}` is not a date like 2026-11-22", shorten(text)))
            })?),
        };
        let confirmation = match self.get("status") {
            "confirmed" => Confirmation::Confirmed,
            "" | "unconfirmed" => Confirmation::Unconfirmed,
            other => {
                return Err(self
                    .error("status", format!("`{}` is neither confirmed nor unconfirmed", shorten(other))));
            }
        };
        if confirmation == Confirmation::Confirmed && checked.is_none() {
            return Err(self.error("checked", "a confirmed row needs the date of the check"));
        }
        let source = self.required("source")?.to_owned();
        Ok(Provenance { source, checked, confirmation })
    }
}

fn shorten(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}

/// Whether a spreadsheet may take the text for a formula. Plain signed numbers and telephone numbers are
/// left alone: they compute nothing.
fn looks_like_formula(text: &str) -> bool {
    match text.chars().next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => !text[1..].chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.')),
        _ => false,
    }
}

/// A cell as it is written: what a spreadsheet would take for a formula begins with an apostrophe.
///
/// A cell that already looks so marked gets one more, so that reading gives the same text back.
pub fn defused(text: &str) -> Cow<'_, str> {
    if looks_like_formula(text.trim_start_matches('\'')) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text of a cell that [`defused`] wrote.
fn restored(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if looks_like_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// Most faults of the encoding that are told one by one.
const ENCODING_FAULTS: usize = 20;

/// The cells that are not UTF-8, by line and column.
fn encoding_faults(bytes: &[u8]) -> Vec<TableError> {
    let whole = |line: u64, reason: &str| TableError { line, column: String::new(), reason: reason.into() };
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return vec![whole(1, "the file is UTF-16; save it as UTF-8")];
    }
    let first = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(first))
        .flexible(true)
        .has_headers(false)
        .from_reader(bytes);
    let mut header: Vec<String> = Vec::new();
    let mut faults = Vec::new();
    for record in reader.byte_records().map_while(Result::ok) {
        let line = record.position().map_or(0, csv::Position::line);
        if header.is_empty() {
            header = record.iter().map(|h| String::from_utf8_lossy(h).trim().to_owned()).collect();
        }
        for (number, cell) in record.iter().enumerate() {
            let Err(error) = std::str::from_utf8(cell) else { continue };
            let (before, rest) = cell.split_at(error.valid_up_to());
            let before = String::from_utf8_lossy(before);
            let near: String = before.chars().skip(before.chars().count().saturating_sub(20)).collect();
            faults.push(TableError {
                line,
                column: header.get(number).cloned().unwrap_or_default(),
                reason: format!(
                    "not UTF-8 (byte {:#04x} after `{}`); save the file as UTF-8",
                    rest.first().copied().unwrap_or_default(),
                    shorten(&near)
                ),
            });
        }
    }
    if faults.len() > ENCODING_FAULTS {
        let more = faults.len() - ENCODING_FAULTS;
        faults.truncate(ENCODING_FAULTS);
        faults.push(whole(0, &format!("and {more} more cells that are not UTF-8")));
    }
    if faults.is_empty() { vec![whole(1, "the file is not UTF-8; save it as UTF-8")] } else { faults }
}

fn delimiter(first_line: &[u8]) -> u8 {
    let count = |wanted: u8| first_line.iter().filter(|b| **b == wanted).count();
    if count(b';') > count(b',') { b';' } else { b',' }
}

/// Reads a CSV table; `columns` must all be there. Gives every row, or every error.
pub fn read(bytes: &[u8], columns: &[&str]) -> Result<Vec<Row>, Vec<TableError>> {
    let whole = |reason: String| vec![TableError { line: 1, column: String::new(), reason }];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| encoding_faults(bytes))?;
    let delimiter = delimiter(text.lines().next().unwrap_or_default().as_bytes());
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|e| whole(e.to_string()))?.clone();
    let missing: Vec<TableError> = columns
        .iter()
        .filter(|wanted| !header.iter().any(|h| h.trim() == **wanted))
        .map(|column| TableError {
            line: 1,
            column: (*column).into(),
            reason: "this column is missing".into(),
        })
        .collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut rows = Vec::new();
    let mut errors = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                if record.len() != header.len() {
                    errors.push(TableError {
                        line,
                        column: String::new(),
                        reason: format!(
                            "{} cells, {} are expected; quote cells that hold a separator",
                            record.len(),
                            header.len()
                        ),
                    });
                    continue;
                }
                let cells = header
                    .iter()
                    .zip(record.iter())
                    .map(|(h, c)| (h.trim().to_owned(), c.to_owned()))
                    .collect();
                rows.push(Row { line, cells });
            }
            Err(error) => errors.push(TableError {
                line: error.position().map_or(0, csv::Position::line),
                column: String::new(),
                reason: error.to_string(),
            }),
        }
    }
    if errors.is_empty() { Ok(rows) } else { Err(errors) }
}

/// Rows of one of our own files. Those are checked by a test, so a broken row is left out here.
pub(crate) fn own(name: &str) -> Vec<Row> {
    read(&super::file(name), &[]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_name_and_semicolons_are_understood() {
        let rows = read("a;b\n1;\"x;y\"\n".as_bytes(), &["a", "b"]).unwrap_or_default();
        assert_eq!((rows[0].get("b"), rows[0].line), ("x;y", 2));
    }

    #[test]
    fn every_fault_is_named_by_line_and_column() {
        let errors = read(b"a,b\n1,2\n1\n", &["a"]).err().unwrap_or_default();
        assert_eq!((errors.len(), errors[0].line), (1, 3));
        let errors = read(b"a,b\n", &["a", "c", "d"]).err().unwrap_or_default();
        assert_eq!(errors.iter().map(|e| e.column.as_str()).collect::<Vec<_>>(), ["c", "d"]);
    }

    #[test]
    fn a_cell_in_another_encoding_is_named_by_line_and_column() {
        let errors = read(b"id;name\n1;ok\n2;Sant\xe9\n", &["id"]).err().unwrap_or_default();
        assert_eq!((errors[0].line, errors[0].column.as_str()), (3, "name"));
        assert!(errors[0].to_string().contains("0xe9 after `Sant`"), "{}", errors[0]);
        let utf16 = read(b"\xff\xfei\0d\0", &["id"]).err().unwrap_or_default();
        assert!(utf16[0].reason.contains("UTF-16"));
    }

    #[test]
    fn what_a_spreadsheet_would_compute_is_marked_and_comes_back() {
        for text in ["=1+1", "@x", "+1-2", "-cmd|' /C calc'!A0", "'=x", "''=x"] {
            assert_eq!(defused(text), format!("'{text}"));
            assert_eq!(restored(&defused(text)), text);
        }
        for text in ["", "+352 4411 1", "-9.14", "'t Hart", "a=b", "–"] {
            assert_eq!(defused(text), text);
            assert_eq!(restored(text), text);
        }
    }
}
