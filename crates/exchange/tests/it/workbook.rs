//! Workbooks built part by part, so that each oddity is known to be in them.

use crate::import::run;
use ariane_exchange::import::ImportFault;
use ariane_exchange::table::{self, Cell, CellFault, Source, SourceRow, TableFault};
use std::io::{Cursor, Write};
use std::ops::ControlFlow;

struct Book<'a> {
    cells: &'a str,
    merged: &'a str,
    from_1904: bool,
}

impl Book<'_> {
    fn bytes(&self) -> Vec<u8> {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let pack = "http://schemas.openxmlformats.org/package/2006/relationships";
        let types = "http://schemas.openxmlformats.org/package/2006/content-types";
        let epoch = if self.from_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
        let parts = [
            ("[Content_Types].xml", format!("<Types xmlns=\"{types}\"/>")),
            (
                "_rels/.rels",
                format!(
                    "<Relationships xmlns=\"{pack}\"><Relationship Id=\"r1\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/workbook.xml",
                format!(
                    "<workbook xmlns=\"{main}\" xmlns:r=\"{rel}\">{epoch}<sheets><sheet name=\"Notes\" sheetId=\"2\" state=\"hidden\" r:id=\"r2\"/><sheet name=\"Demandes\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships xmlns=\"{pack}\"><Relationship Id=\"r1\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"r3\" Type=\"{rel}/styles\" Target=\"styles.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/styles.xml",
                format!(
                    "<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
                ),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!(
                    "<worksheet xmlns=\"{main}\"><sheetData>{}</sheetData>{}</worksheet>",
                    self.cells, self.merged
                ),
            ),
            ("xl/worksheets/sheet2.xml", format!("<worksheet xmlns=\"{main}\"><sheetData/></worksheet>")),
        ];
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("started");
            zip.write_all(content.as_bytes()).expect("written");
        }
        zip.finish().expect("finished").into_inner()
    }
}

fn book(cells: &str) -> Vec<u8> {
    Book { cells, merged: "", from_1904: false }.bytes()
}

fn text(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn rows(bytes: &[u8], sheet: &str) -> Result<(Vec<SourceRow>, Source), TableFault> {
    let mut all = Vec::new();
    let source = table::rows(bytes, sheet, &mut |row| {
        all.push(row);
        ControlFlow::Continue(())
    })?;
    Ok((all, source))
}

fn header() -> String {
    format!("<row r=\"1\">{}{}</row>", text("A1", "Date"), text("B1", "Mode"))
}

const MAPPING: &str = "form = 1\n[[column]]\nname = 'Date'\nfield = 'received-on'\n[[column]]\nname = 'Mode'\nfield = 'entry-mode'\n";

#[test]
fn dates_as_serial_numbers_of_both_systems_are_the_same_day() {
    // 2 March 2020 is 43892 counted from 1900, and 1462 less counted from 1904; once styled as a date, once bare.
    for (from_1904, serial) in [(false, 43892), (true, 43892 - 1462)] {
        for style in ["s=\"1\"", ""] {
            let row =
                format!("<row r=\"2\"><c r=\"A2\" {style}><v>{serial}</v></c>{}</row>", text("B2", "mail"));
            let cells = format!("{}{row}", header());
            let bytes = Book { cells: &cells, merged: "", from_1904 }.bytes();
            let (taken, report) = run(&bytes, MAPPING).expect("a report");
            assert_eq!(taken[0].received_at.to_rfc3339(), "2020-03-02T11:00:00+00:00", "{report}");
        }
    }
}

#[test]
fn the_first_visible_sheet_is_read_and_another_by_name() {
    let bytes = book(&header());
    let (_, source) = rows(&bytes, "").expect("rows");
    assert_eq!(
        source,
        Source::Workbook { sheet: "Demandes".into(), others: vec!["Notes".into()], from_1904: false }
    );
    assert_eq!(rows(&bytes, "Notes").err(), Some(TableFault::Empty));
    let there = vec!["Notes".to_owned(), "Demandes".to_owned()];
    assert_eq!(rows(&bytes, "X").err(), Some(TableFault::Sheet { asked: "X".into(), there }));
}

#[test]
fn a_formula_gives_its_computed_value_or_is_a_fault() {
    let computed = "<c r=\"B2\" t=\"str\"><f>CONCATENATE(\"ma\",\"il\")</f><v>mail</v></c>";
    let never = "<c r=\"B3\"><f>1+1</f></c>";
    let error = "<c r=\"B4\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>";
    let row =
        |n: u32, cell: &str| format!("<row r=\"{n}\">{}{cell}</row>", text(&format!("A{n}"), "02/03/2020"));
    let cells = format!("{}{}{}{}", header(), row(2, computed), row(3, never), row(4, error));
    let (taken, report) = run(&book(&cells), MAPPING).expect("a report");
    assert_eq!((taken.len(), report.refused, report.formulas), (1, 2, 3), "{report}");
    assert!(report.faults[0].instead.contains("no computed value"), "{report}");
    assert!(report.faults[1].instead.contains("error"));
}

#[test]
fn merged_cells_are_a_fault_in_the_rows_below() {
    let row = |n: u32, day: &str| {
        format!(
            "<row r=\"{n}\">{}{}</row>",
            text(&format!("A{n}"), "02/03/2020"),
            text(&format!("B{n}"), day)
        )
    };
    let cells = format!(
        "{}{}<row r=\"3\">{}</row>{}",
        header(),
        row(2, "mail"),
        text("A3", "03/03/2020"),
        row(4, "phone")
    );
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>";
    let bytes = Book { cells: &cells, merged, from_1904: false }.bytes();
    let (taken, report) = run(&bytes, MAPPING).expect("a report");
    assert_eq!(taken.iter().map(|record| record.row).collect::<Vec<_>>(), [2, 4]);
    assert!(report.faults[0].instead.contains("merged"), "{report}");
    let (all, _) = rows(&bytes, "").expect("rows");
    assert_eq!(all[2].cells[1], Cell::Fault(CellFault::Merged));
}

#[test]
fn a_merge_over_the_whole_sheet_makes_no_rows() {
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"A2:B1048576\"/></mergeCells>";
    let bytes = Book { cells: &header(), merged, from_1904: false }.bytes();
    assert_eq!(rows(&bytes, "").expect("rows").0.len(), 1);
}

#[test]
fn far_cells_and_rows_out_of_order_are_refused() {
    let far = format!("{}<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", header());
    assert_eq!(rows(&book(&far), "").err(), Some(TableFault::TooManyColumns(1_048_576)));
    let last = format!("{}<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>", header());
    assert_eq!(rows(&book(&last), "").expect("rows").0.len(), 2);
    let back = format!("<row r=\"5\">{}</row>{}", text("A5", "x"), header());
    assert!(matches!(rows(&book(&back), ""), Err(TableFault::Workbook(_))));
}

#[test]
fn a_bomb_and_damaged_files_are_refused() {
    let bomb = book(&" ".repeat(30 << 20));
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(rows(&bomb, ""), Err(TableFault::Workbook(_))));
    let whole = book(&header());
    for length in [4, 30, whole.len() / 2, whole.len() - 10] {
        assert!(rows(&whole[..length], "").is_err(), "{length}");
    }
}

#[test]
fn other_kinds_of_file_are_named() {
    for (bytes, what) in
        [(&b"%PDF-1.7"[..], "PDF"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "old"), (b"\x1f\x8b\x08", "compressed")]
    {
        let fault = rows(bytes, "").expect_err("refused");
        assert!(fault.to_string().contains(what), "{fault}");
    }
    assert!(matches!(
        run(&[0, 1, 2, 3, 4, 5, 6, 7].repeat(9), MAPPING),
        Err(ImportFault::Table(TableFault::Unknown(_)))
    ));
}
