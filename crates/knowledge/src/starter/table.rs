//! Reading of our CSV tables: columns by name, errors by line and column.

use ariane_domain::freshness::Confirmation;
use ariane_domain::organisation::Provenance;
use chrono::NaiveDate;
use std::collections::HashMap;

/// What is wrong with one cell or row of a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {reason}")]
pub struct TableError {
    /// Line in the file, from 1, the header being line 1.
    pub line: u64,
    /// Column name; empty for the row as a whole.
    pub column: String,
    /// What is wrong and what is expected.
    pub reason: String,
}

/// A row with its line number, cells by column name.
pub struct Row {
    /// Line in the file.
    pub line: u64,
    cells: HashMap<String, String>,
}

impl Row {
    /// The trimmed cell, empty when the column is missing.
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |s| s.trim())
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

/// Reads a CSV table; `columns` must all be there. Gives every row, or every error.
pub fn read(bytes: &[u8], columns: &[&str]) -> Result<Vec<Row>, Vec<TableError>> {
    let whole = |reason: String| vec![TableError { line: 1, column: String::new(), reason }];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let line = 1 + bytes[..e.valid_up_to()].iter().filter(|b| **b == b'\n').count() as u64;
        vec![TableError {
            line,
            column: String::new(),
            reason: "the file is not UTF-8; save it as UTF-8".into(),
        }]
    })?;
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
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
        assert_eq!(read(b"a\nok\n\xff\n", &["a"]).err().unwrap_or_default()[0].line, 3);
    }
}
