//! Tables for spreadsheets, written: CSV, and XLSX (ECMA-376, Office Open XML) with the few parts that a table needs.
//!
//! A text never becomes a formula. In XLSX texts are typed as texts; in CSV, where a program decides by the first character, such a
//! text gets an apostrophe in front (OWASP, *CSV Injection*).

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(u64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

/// A table on a sheet of its own. Its first row is the head.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Name of the sheet.
    pub name: String,
    /// Rows.
    pub rows: Vec<Vec<Value>>,
}

/// The table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// The archive around the sheets.
    #[error("the spreadsheet cannot be packed")]
    Archive(#[from] ZipError),
    /// A part of it.
    #[error("the spreadsheet cannot be written")]
    Part(#[from] std::io::Error),
    /// A line of CSV.
    #[error("the table cannot be written")]
    Line(#[from] csv::Error),
}

/// A text that no spreadsheet takes for a formula.
pub fn guarded(text: &str) -> String {
    let is_risky = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if is_risky { format!("'{text}") } else { text.to_owned() }
}

/// A table as CSV in UTF-8 with a byte order mark, by which spreadsheets know the letters.
///
/// # Errors
/// [`NotWritten::Line`]; nothing is written to a disk.
pub fn csv(table: &Table) -> Result<Vec<u8>, NotWritten> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(&mut bytes);
    for row in &table.rows {
        writer.write_record(row.iter().map(|value| match value {
            Value::Text(text) => guarded(text),
            Value::Number(number) => number.to_string(),
        }))?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

/// Tables as a workbook. The same tables give the same bytes.
///
/// # Errors
/// [`NotWritten`]; nothing is written to a disk.
pub fn xlsx(tables: &[Table]) -> Result<Vec<u8>, NotWritten> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, body: &str| -> Result<(), NotWritten> {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(HEAD.as_bytes())?;
        zip.write_all(body.as_bytes())?;
        Ok(())
    };
    let names = sheet_names(tables);
    part("[Content_Types].xml", &content_types(tables.len()))?;
    part("_rels/.rels", RELATIONS)?;
    part("xl/workbook.xml", &workbook(&names))?;
    part("xl/_rels/workbook.xml.rels", &workbook_relations(tables.len()))?;
    part("xl/styles.xml", STYLES)?;
    for (number, table) in (1..).zip(tables) {
        part(&format!("xl/worksheets/sheet{number}.xml"), &sheet(table))?;
    }
    Ok(zip.finish()?.into_inner())
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const RELATIONS: &str = concat!(
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"",
    " Target=\"xl/workbook.xml\"/></Relationships>"
);
/// Two looks: plain, and bold for the head.
const STYLES: &str = concat!(
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>",
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>",
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>",
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
    "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>",
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs></styleSheet>"
);

/// Names as Excel takes them: 31 characters, none of `[]:*?/\`, each once.
fn sheet_names(tables: &[Table]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(tables.len());
    for (number, table) in (1..).zip(tables) {
        let plain: String =
            table.name.chars().filter(|c| !c.is_control() && !"[]:*?/\\'".contains(*c)).take(31).collect();
        let taken = plain.trim().is_empty()
            || names.iter().any(|one: &String| one.to_lowercase() == plain.to_lowercase());
        names.push(if taken {
            format!("{number} {}", plain.chars().take(26).collect::<String>())
        } else {
            plain
        });
    }
    names
}

fn content_types(sheets: usize) -> String {
    let mut text = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{SHEET_TYPE}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{SHEET_TYPE}.styles+xml\"/>"
    );
    for number in 1..=sheets {
        let _ = write!(
            text,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{SHEET_TYPE}.worksheet+xml\"/>"
        );
    }
    text + "</Types>"
}

fn workbook(names: &[String]) -> String {
    let mut text = format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets>");
    for (number, name) in (1..).zip(names) {
        let _ = write!(text, "<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", escaped(name));
    }
    text + "</sheets></workbook>"
}

fn workbook_relations(sheets: usize) -> String {
    let mut text = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for number in 1..=sheets {
        let _ = write!(
            text,
            "<Relationship Id=\"rId{number}\" Type=\"{DOCUMENT}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    let styles = sheets + 1;
    let _ =
        write!(text, "<Relationship Id=\"rId{styles}\" Type=\"{DOCUMENT}/styles\" Target=\"styles.xml\"/>");
    text + "</Relationships>"
}

fn sheet(table: &Table) -> String {
    let mut text = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>");
    for (number, row) in (1..).zip(&table.rows) {
        let look = if number == 1 { " s=\"1\"" } else { "" };
        let _ = write!(text, "<row r=\"{number}\">");
        for (at, value) in row.iter().enumerate() {
            let place = format!("{}{number}", column(at));
            let _ = match value {
                Value::Number(n) => write!(text, "<c r=\"{place}\"{look}><v>{n}</v></c>"),
                Value::Text(words) if words.is_empty() => Ok(()),
                Value::Text(words) => write!(
                    text,
                    "<c r=\"{place}\"{look} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(words)
                ),
            };
        }
        text.push_str("</row>");
    }
    text + "</sheetData></worksheet>"
}

/// Letters of a column, counted from 0.
fn column(at: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    match (at / 26).checked_sub(1) {
        None => letter.to_string(),
        Some(before) => format!("{}{letter}", column(before)),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() && c != '\n' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};

    fn table() -> Table {
        let text = |text: &str| Value::from(text);
        Table {
            name: "A/B: chiffres [2020]".into(),
            rows: vec![
                vec![text("Catégorie"), text("Nombre")],
                vec![text("=HYPERLINK(\"http://x\")"), Value::from(12)],
                vec![text("Âge <12 & plus"), text("…")],
            ],
        }
    }

    #[test]
    fn what_is_written_is_read_back_by_another_program_and_no_text_is_a_formula() {
        let bytes = xlsx(&[table(), table()]).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["AB chiffres 2020", "2 AB chiffres 2020"]);
        let sheet = book.worksheet_range("AB chiffres 2020").unwrap();
        let cell = |row, column| sheet.get_value((row, column)).cloned().unwrap_or(Data::Empty);
        assert_eq!(cell(1, 0), Data::String("=HYPERLINK(\"http://x\")".into()), "a text, as typed");
        assert_eq!((cell(1, 1), cell(2, 0)), (Data::Float(12.0), Data::String("Âge <12 & plus".into())));
        let formulas = book.worksheet_formula("AB chiffres 2020").unwrap();
        assert!(formulas.used_cells().next().is_none());
    }

    #[test]
    fn in_csv_a_text_that_begins_like_a_formula_does_not() {
        let text = String::from_utf8(csv(&table()).unwrap()).unwrap();
        assert!(
            text.contains("\"'=HYPERLINK(\"\"http://x\"\")\",12") && text.starts_with('\u{feff}'),
            "{text}"
        );
        for risky in ["=1", "+1", "-1", "@x", "\t=1"] {
            assert!(guarded(risky).starts_with('\''), "{risky}");
        }
        assert_eq!(guarded("2020"), "2020");
    }

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 701, 702].map(column), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
