//! XLSX, read as a stream of cells.

use super::{COLUMN_LIMIT, Cell, CellFault, ROW_LIMIT, Source, SourceRow, TableFault};
use ariane_knowledge::formats::archive::{Limits, each_entry};
use calamine::{DataRef, Dimensions, ExcelDateTime, ExcelDateTimeType, Reader, SheetVisible, Xlsx};
use chrono::{NaiveDate, NaiveDateTime};
use std::io::Cursor;
use std::ops::ControlFlow;

/// A sheet of a million rows is some 300 MB of XML; a spreadsheet compresses ten to forty times.
const LIMITS: Limits = Limits { entries: 2_000, entry_bytes: 512 << 20, total_bytes: 1 << 30, ratio: 200 };

/// Most merged cells that are looked at.
const MERGED_LIMIT: usize = 100_000;

fn unreadable(fault: impl ToString) -> TableFault {
    // Faults of the reader name parts of the file, never content; bounded all the same.
    TableFault::Workbook(fault.to_string().chars().take(200).collect())
}

/// A date of a workbook, within the years that a spreadsheet can mean.
fn date(value: ExcelDateTime) -> Option<NaiveDateTime> {
    if !(1.0..=200_000.0).contains(&value.as_f64()) {
        return None;
    }
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?.and_hms_opt(
        hour.into(),
        minute.into(),
        second.into(),
    )
}

fn cell(value: DataRef<'_>, has_formula: bool, from_1904: bool) -> Cell {
    match value {
        DataRef::Empty if has_formula => Cell::Fault(CellFault::NoValue),
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) | DataRef::DateTimeIso(text) => Cell::of_text(&text),
        DataRef::SharedString(text) => Cell::of_text(text),
        DataRef::Bool(yes) => Cell::Text(if yes { "yes" } else { "no" }.into()),
        DataRef::Error(_) => Cell::Fault(CellFault::ErrorValue),
        DataRef::DurationIso(_) => Cell::Fault(CellFault::TimeSpan),
        DataRef::DateTime(at) if at.is_duration() => Cell::Fault(CellFault::TimeSpan),
        DataRef::DateTime(at) => match date(at) {
            Some(date) => Cell::Date(date),
            None => Cell::Number(at.as_f64(), None),
        },
        DataRef::Int(number) => number_cell(number as f64, from_1904),
        DataRef::Float(number) => number_cell(number, from_1904),
    }
}

fn number_cell(number: f64, from_1904: bool) -> Cell {
    Cell::Number(number, date(ExcelDateTime::new(number, ExcelDateTimeType::DateTime, from_1904)))
}

/// Merged cells, met row after row.
struct Merged {
    /// Sorted by first row, last first.
    ahead: Vec<Dimensions>,
    here: Vec<Dimensions>,
}

impl Merged {
    fn mark(&mut self, row: u32, cells: &mut Vec<Cell>) {
        while let Some(next) = self.ahead.pop_if(|next| next.start.0 <= row) {
            self.here.push(next);
        }
        self.here.retain(|area| area.end.0 >= row);
        for area in &self.here {
            for column in area.start.1..=area.end.1.min(COLUMN_LIMIT as u32 - 1) {
                if (row, column) == area.start {
                    continue;
                }
                let column = column as usize;
                if cells.len() <= column {
                    cells.resize(column + 1, Cell::Empty);
                }
                cells[column] = Cell::Fault(CellFault::Merged);
            }
        }
    }
}

pub(super) fn rows(
    bytes: &[u8],
    sheet: &str,
    each: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
) -> Result<Source, TableFault> {
    // What it unpacks to is counted before the reader sees it.
    each_entry(bytes, LIMITS, |_, _| Ok(())).map_err(unreadable)?;
    let mut book: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let names = book.sheet_names();
    let visible = book.sheets_metadata().iter().find(|s| s.visible == SheetVisible::Visible);
    let chosen = match (sheet, visible) {
        ("", Some(first)) => first.name.clone(),
        ("", None) => return Err(TableFault::Empty),
        (asked, _) if names.iter().any(|name| name == asked) => asked.to_owned(),
        (asked, _) => return Err(TableFault::Sheet { asked: asked.to_owned(), there: names }),
    };
    let from_1904 = book.has_1904_epoch();
    let mut ahead = book.merge_cells_by_sheet_name(&chosen).map_err(unreadable)?;
    if ahead.len() > MERGED_LIMIT {
        return Err(TableFault::Workbook("it has more than 100,000 merged cells".into()));
    }
    ahead.sort_by_key(|area| std::cmp::Reverse(area.start));
    let mut rows = Rows { merged: Merged { ahead, here: Vec::new() }, current: None, count: 0, each };
    let mut reader = book.worksheet_cells_reader(&chosen).map_err(unreadable)?;
    while let Some(found) = reader.next_cell_with_formula_metadata().map_err(unreadable)? {
        let has_formula = found.formula.is_some();
        let value = cell(found.value, has_formula, from_1904);
        if value != Cell::Empty && rows.put(found.pos, value, has_formula)?.is_break() {
            break;
        }
    }
    let _ = rows.finish();
    if rows.count == 0 {
        return Err(TableFault::Empty);
    }
    let others = names.into_iter().filter(|name| *name != chosen).collect();
    Ok(Source::Workbook { sheet: chosen, others, from_1904 })
}

/// Puts cells into rows.
struct Rows<'a> {
    merged: Merged,
    current: Option<(u32, SourceRow)>,
    count: u64,
    each: &'a mut dyn FnMut(SourceRow) -> ControlFlow<()>,
}

impl Rows<'_> {
    fn put(
        &mut self,
        (row, column): (u32, u32),
        value: Cell,
        has_formula: bool,
    ) -> Result<ControlFlow<()>, TableFault> {
        let number = u64::from(row) + 1;
        let mut flow = ControlFlow::Continue(());
        match &self.current {
            Some((at, _)) if *at > row => {
                return Err(TableFault::Workbook("its rows are not in order".into()));
            }
            Some((at, _)) if *at == row => {}
            _ => {
                flow = self.finish();
                self.count += 1;
                if self.count > ROW_LIMIT {
                    return Err(TableFault::TooManyRows);
                }
                self.current = Some((row, SourceRow { number, cells: Vec::new(), has_formula: false }));
            }
        }
        let column = column as usize;
        if column >= COLUMN_LIMIT {
            return Err(TableFault::TooManyColumns(number));
        }
        if let Some((_, current)) = &mut self.current {
            if current.cells.len() <= column {
                current.cells.resize(column + 1, Cell::Empty);
            }
            current.cells[column] = value;
            current.has_formula |= has_formula;
        }
        Ok(flow)
    }

    fn finish(&mut self) -> ControlFlow<()> {
        match self.current.take() {
            Some((at, mut row)) => {
                self.merged.mark(at, &mut row.cells);
                (self.each)(row)
            }
            None => ControlFlow::Continue(()),
        }
    }
}
