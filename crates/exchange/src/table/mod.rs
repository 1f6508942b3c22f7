//! Reading of spreadsheets row by row, CSV and XLSX, with bounds against hostile files.

mod encoding;
mod text;
mod workbook;

use chrono::NaiveDateTime;
use std::ops::ControlFlow;

/// Most rows that are read.
pub const ROW_LIMIT: u64 = 1_000_000;
/// Most columns that are read.
pub const COLUMN_LIMIT: usize = 256;
/// Longest cell, in characters.
pub const CELL_LIMIT: usize = 20_000;
/// Largest file, in bytes.
pub const FILE_LIMIT: usize = 200 << 20;

/// A cell.
#[derive(Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, trimmed.
    Text(String),
    /// A number of a workbook, and the date that it is if the cell holds a date as a bare serial number.
    Number(f64, Option<NaiveDateTime>),
    /// A date of a workbook.
    Date(NaiveDateTime),
    /// What cannot be read.
    Fault(CellFault),
}

/// Why a cell cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum CellFault {
    /// An error value such as `#N/A`.
    #[error("the cell shows an error; write the value")]
    ErrorValue,
    /// A formula that was never computed.
    #[error(
        "the formula has no computed value; open and save the file in a spreadsheet program, or write the value"
    )]
    NoValue,
    /// Covered by a merged cell.
    #[error("the cell is merged with another; split it and write the value in each row")]
    Merged,
    /// Too long.
    #[error("the cell is longer than 20,000 characters; a quotation mark may not be closed")]
    TooLong,
    /// A time span where a value is expected.
    #[error("the cell holds a time span; write the value")]
    TimeSpan,
}

impl std::fmt::Debug for Cell {
    /// Without content, which may name somebody.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "Empty",
            Self::Text(_) => "Text",
            Self::Number(..) => "Number",
            Self::Date(_) => "Date",
            Self::Fault(_) => "Fault",
        })
    }
}

impl Cell {
    /// Text of a cell that was written or typed as text; bounded.
    fn of_text(text: &str) -> Self {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
        if text.is_empty() {
            Self::Empty
        } else if text.len() > CELL_LIMIT && text.chars().count() > CELL_LIMIT {
            Self::Fault(CellFault::TooLong)
        } else {
            Self::Text(text.to_owned())
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty | Self::Fault(CellFault::Merged))
    }

    /// As text; a whole number without decimals, a date as ISO 8601.
    pub fn text(&self) -> String {
        match self {
            Self::Empty | Self::Fault(_) => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number, _) => number.to_string(),
            Self::Date(at) => at.format("%Y-%m-%d %H:%M:%S").to_string(),
        }
    }
}

/// A row that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRow {
    /// Row in the sheet, or line in the file, counted from 1.
    pub number: u64,
    /// Cells from the first column on.
    pub cells: Vec<Cell>,
    /// Whether a cell is computed by a formula; its last computed value was taken.
    pub has_formula: bool,
}

/// What was read, for the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A text file.
    Csv {
        /// Encoding that was recognised.
        encoding: &'static str,
        /// Character between cells.
        delimiter: char,
    },
    /// A workbook.
    Workbook {
        /// Sheet that was read.
        sheet: String,
        /// Sheets that were not.
        others: Vec<String>,
        /// Whether dates count from 1904.
        from_1904: bool,
    },
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Larger than any spreadsheet of requests.
    #[error("the file is larger than 200 MB")]
    TooLarge,
    /// Neither CSV nor XLSX.
    #[error("the file is neither CSV nor XLSX ({0}); save it as one of them")]
    Unknown(&'static str),
    /// The workbook cannot be read.
    #[error("the workbook cannot be read: {0}")]
    Workbook(String),
    /// No sheet of that name.
    #[error("the workbook has no sheet `{asked}`; it has: {}", there.join(", "))]
    Sheet {
        /// Name asked for.
        asked: String,
        /// Names that it has.
        there: Vec<String>,
    },
    /// A text file whose lines cannot be taken apart.
    #[error("line {line}: the line cannot be read as CSV")]
    Line {
        /// Line.
        line: u64,
    },
    /// More rows than are read.
    #[error("the file has more than 1,000,000 rows; split it")]
    TooManyRows,
    /// More columns than are read.
    #[error("row {0} has more than 256 columns")]
    TooManyColumns(u64),
}

/// Gives the rows of a file in order, as long as `each` goes on; empty rows are left out.
///
/// The kind of file is told by its first bytes, not by its name. `sheet` chooses a sheet of a workbook; empty for
/// the first that is visible.
///
/// # Errors
/// [`TableFault`] when the file as a whole cannot be read; single cells carry their own faults.
pub fn rows(
    bytes: &[u8],
    sheet: &str,
    each: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
) -> Result<Source, TableFault> {
    match bytes {
        _ if bytes.len() > FILE_LIMIT => Err(TableFault::TooLarge),
        [] => Err(TableFault::Empty),
        [b'P', b'K', 3, 4, ..] => workbook::rows(bytes, sheet, each),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(TableFault::Unknown("an old or an encrypted workbook")),
        [b'%', b'P', b'D', b'F', ..] => Err(TableFault::Unknown("a PDF")),
        [0x1f, 0x8b, ..] => Err(TableFault::Unknown("compressed")),
        [b'P', b'K', ..] => Err(TableFault::Unknown("an archive")),
        _ => text::rows(bytes, each),
    }
}
