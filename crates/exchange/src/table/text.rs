//! CSV in whatever encoding and with whatever delimiter a spreadsheet program wrote.

use super::{COLUMN_LIMIT, Cell, ROW_LIMIT, Source, SourceRow, TableFault, encoding};
use std::ops::ControlFlow;

/// The delimiter that the first line has most of, outside quotation marks. Semicolon when it has none: one column.
fn delimiter(text: &str) -> char {
    let mut counts = [(';', 0), (',', 0), ('\t', 0)];
    let mut quoted = false;
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    for c in first.chars() {
        quoted ^= c == '"';
        if !quoted && let Some((_, count)) = counts.iter_mut().find(|(delimiter, _)| *delimiter == c) {
            *count += 1;
        }
    }
    let mut best = counts[0];
    for other in &counts[1..] {
        if other.1 > best.1 {
            best = *other;
        }
    }
    best.0
}

/// The delimiter that a spreadsheet program states in a first line of its own: `sep=;`.
fn stated(text: &str) -> Option<(char, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let stated = line.trim_end_matches('\r').strip_prefix("sep=")?;
    let mut chars = stated.chars();
    match (chars.next(), chars.next()) {
        (Some(one @ (';' | ',' | '\t' | '|')), None) => Some((one, rest)),
        _ => None,
    }
}

pub(super) fn rows(
    bytes: &[u8],
    each: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
) -> Result<Source, TableFault> {
    let (text, encoding) = encoding::decoded(bytes).ok_or(TableFault::Unknown("no text"))?;
    if text.trim().is_empty() {
        return Err(TableFault::Empty);
    }
    let (delimiter, body, skipped) = match stated(&text) {
        Some((delimiter, rest)) => (delimiter, rest, 1),
        None => (delimiter(&text), &*text, 0),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter as u8)
        .from_reader(body.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut count = 0;
    loop {
        let line = reader.position().line() + skipped;
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => return Err(TableFault::Line { line }),
        }
        // The reader's position lies before the empty lines that it passed over.
        let from = record.position().map_or(0, |position| position.byte() as usize);
        let blank =
            body.as_bytes()[from.min(body.len())..].iter().take_while(|b| matches!(**b, b'\r' | b'\n'));
        let line = line + blank.filter(|b| **b == b'\n').count() as u64;
        let mut cells: Vec<Cell> = record.iter().map(Cell::of_text).collect();
        while cells.last().is_some_and(|cell| *cell == Cell::Empty) {
            cells.pop();
        }
        if cells.is_empty() {
            continue;
        }
        count += 1;
        if count > ROW_LIMIT {
            return Err(TableFault::TooManyRows);
        }
        if cells.len() > COLUMN_LIMIT {
            return Err(TableFault::TooManyColumns(line));
        }
        if each(SourceRow { number: line, cells, has_formula: false }).is_break() {
            break;
        }
    }
    Ok(Source::Csv { encoding, delimiter })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::CellFault;

    fn read(bytes: &[u8]) -> (Vec<(u64, Vec<String>)>, Source) {
        let mut all = Vec::new();
        let source = rows(bytes, &mut |row| {
            all.push((row.number, row.cells.iter().map(Cell::text).collect()));
            ControlFlow::Continue(())
        });
        (all, source.unwrap())
    }

    #[test]
    fn the_delimiter_is_recognised_outside_quotation_marks() {
        assert_eq!(delimiter("a;b;c"), ';');
        assert_eq!(delimiter("a,b,c"), ',');
        assert_eq!(delimiter("a\tb"), '\t');
        assert_eq!(delimiter("\"a,b,c,d\";b;c"), ';');
        assert_eq!(delimiter("one"), ';');
    }

    #[test]
    fn lines_are_numbered_as_in_the_file() {
        let (all, source) = read(b"Date;Note\n\n2020-01-01;\"two\nlines\"\n;;\n2020-01-02;x;;\n");
        let numbers: Vec<u64> = all.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 3, 6]);
        assert_eq!(all[1].1[1], "two\nlines");
        assert_eq!(all[2].1.len(), 2);
        assert_eq!(source, Source::Csv { encoding: "UTF-8", delimiter: ';' });
    }

    #[test]
    fn a_stated_delimiter_counts() {
        let (all, source) = read(b"sep=|\r\na|b;c\r\n");
        assert_eq!(all, [(2, vec!["a".to_owned(), "b;c".to_owned()])]);
        assert_eq!(source, Source::Csv { encoding: "UTF-8", delimiter: '|' });
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_a_fault_of_the_cell() {
        let mut text = b"a;b\n\"x;".to_vec();
        text.extend(std::iter::repeat_n(b'y', 30_000));
        let mut last = None;
        rows(&text, &mut |row| {
            last = row.cells.into_iter().next();
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!(last, Some(Cell::Fault(CellFault::TooLong)));
    }

    #[test]
    fn hostile_sizes_are_refused() {
        let wide = vec![b';'; 300].into_iter().chain([b'x']).collect::<Vec<u8>>();
        assert_eq!(rows(&wide, &mut |_| ControlFlow::Continue(())), Err(TableFault::TooManyColumns(1)));
        let long = b"x\n".repeat(1_000_001);
        assert_eq!(rows(&long, &mut |_| ControlFlow::Continue(())), Err(TableFault::TooManyRows));
        assert_eq!(rows(b" \n \n", &mut |_| ControlFlow::Continue(())), Err(TableFault::Empty));
    }
}
