//! From rows to records: each row is taken whole, or refused with what to write instead.

use crate::cells::{instead, is_sum, translated, values};
use crate::mapping::{Column, Given, Mapping, MappingFault, date, key};
pub use crate::record::{Contact, PastEnquiry};
use crate::report::{Fate, Report, RowFault};
use crate::table::{self, Cell, SourceRow, TableFault};
use ariane_domain::enquiry::Outcome;
use ariane_domain::enquiry::form::{Answers, Field, FieldKind, FormSet, Forms, Submitted};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// First day that a request can have: before it no helpline for rare diseases kept a spreadsheet.
const FIRST_YEAR: i32 = 1980;

/// Why a file is not imported at all.
#[derive(Debug, thiserror::Error)]
pub enum ImportFault {
    /// The file.
    #[error(transparent)]
    Table(#[from] TableFault),
    /// The mapping, or the file's headers.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Mapping(Vec<MappingFault>),
    /// No row of headers.
    #[error("the file has no row of headers")]
    NoHeaders,
}

/// An import.
pub struct Import<'a> {
    /// Mapping.
    pub mapping: &'a Mapping,
    /// Versions of the form.
    pub forms: &'a Forms,
    /// Time zone in which days and times are meant.
    pub zone: Tz,
    /// Today: a later day is refused.
    pub today: NaiveDate,
    /// A keyed hash: a row may name somebody, and a plain hash could be tried out.
    pub fingerprint: &'a dyn Fn(&[u8]) -> [u8; 32],
    /// Whether an earlier import took a row with this fingerprint.
    pub is_known: &'a dyn Fn(&[u8; 32]) -> bool,
}

impl Import<'_> {
    /// Reads a file; gives each record to `take`, which may end the import. For a dry run, `take` does nothing.
    ///
    /// # Errors
    /// [`ImportFault`] before any record was given, or [`ImportFault::Table`] in the middle of a damaged file: the
    /// caller keeps all records of one import in one transaction.
    pub fn run(
        &self,
        bytes: &[u8],
        take: &mut dyn FnMut(PastEnquiry) -> ControlFlow<()>,
    ) -> Result<Report, ImportFault> {
        let form = self.forms.version(self.mapping.form);
        let faults = self.mapping.faults(form);
        let (Some(form), true) = (form, faults.is_empty()) else { return Err(ImportFault::Mapping(faults)) };
        let mut report = Report::default();
        let mut headers: Option<Headers> = None;
        let mut fault = None;
        let mut seen: BTreeMap<[u8; 32], u32> = BTreeMap::new();
        let source = table::rows(bytes, &self.mapping.sheet, &mut |row| match &headers {
            None if self.mapping.header_row.is_some_and(|wanted| row.number < wanted) => {
                ControlFlow::Continue(())
            }
            None => match self.headers(&row) {
                Ok(found) => {
                    headers = Some(found);
                    ControlFlow::Continue(())
                }
                Err(faults) => {
                    fault = Some(ImportFault::Mapping(faults));
                    ControlFlow::Break(())
                }
            },
            Some(headers) => self.row(form, headers, &row, &mut seen, &mut report, take),
        })?;
        if let Some(fault) = fault {
            return Err(fault);
        }
        if headers.is_none() {
            return Err(ImportFault::NoHeaders);
        }
        report.source = Some(source);
        report.compare(&self.mapping.expected);
        Ok(report)
    }

    fn headers(&self, row: &SourceRow) -> Result<Headers, Vec<MappingFault>> {
        let names: Vec<String> = row.cells.iter().map(Cell::text).collect();
        Ok(Headers {
            places: self.mapping.places(&names)?,
            named: names.iter().map(|n| !n.is_empty()).collect(),
        })
    }

    fn row(
        &self,
        form: &FormSet,
        headers: &Headers,
        row: &SourceRow,
        seen: &mut BTreeMap<[u8; 32], u32>,
        report: &mut Report,
        take: &mut dyn FnMut(PastEnquiry) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        report.read += 1;
        report.formulas += u64::from(row.has_formula);
        if is_sum(row) {
            report.sums.push(row.number);
            return ControlFlow::Continue(());
        }
        let mut reading = Reading::new(row.number);
        for (place, cell) in row.cells.iter().enumerate() {
            if !headers.named.get(place).copied().unwrap_or(false) && !cell.is_empty() {
                reading.refuse(
                    "",
                    format!("column {} has content and no header; write a header, or empty it", place + 1),
                );
            }
        }
        let columns = self.mapping.columns.iter().zip(&headers.places);
        for (column, place) in columns.filter_map(|(column, place)| Some((column, (*place)?))) {
            self.cell(form, column, row.cells.get(place).unwrap_or(&Cell::Empty), &mut reading);
        }
        for (code, value) in &self.mapping.constants {
            let values = reading.submitted.entry(code.clone()).or_default();
            if values.is_empty() {
                values.push(value.clone());
            }
        }
        let categories = reading.categories(form, self.mapping);
        report.count_in_file(&categories);
        let (print, occurrence) = self.print(row, headers, seen);
        report.alike += u64::from(occurrence > 0);
        let (fate, flow) = if (self.is_known)(&print) {
            report.doubles += 1;
            (Fate::Double, ControlFlow::Continue(()))
        } else {
            match self.finished(form, reading, print) {
                Ok(record) => {
                    report.taken += 1;
                    (Fate::Taken, take(record))
                }
                Err(faults) => {
                    report.refuse(faults);
                    (Fate::Refused, ControlFlow::Continue(()))
                }
            }
        };
        report.count(&categories, fate);
        flow
    }

    /// The fingerprint of a row over its mapped cells, and how many equal rows stand above it. Equal rows of one
    /// file differ by their number, so that each counts once however often the file is imported.
    fn print(
        &self,
        row: &SourceRow,
        headers: &Headers,
        seen: &mut BTreeMap<[u8; 32], u32>,
    ) -> ([u8; 32], u32) {
        let mut parts: Vec<(String, String)> = self
            .mapping
            .columns
            .iter()
            .zip(&headers.places)
            .filter_map(|(column, place)| Some((key(&column.name), row.cells.get((*place)?)?.text())))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        parts.sort_unstable();
        let mut bytes = Vec::new();
        for text in parts.iter().flat_map(|(name, text)| [name, text]) {
            bytes.extend_from_slice(&(text.len() as u64).to_be_bytes());
            bytes.extend_from_slice(text.as_bytes());
        }
        let plain = (self.fingerprint)(&bytes);
        let occurrence = seen.entry(plain).or_default();
        bytes.extend_from_slice(&occurrence.to_be_bytes());
        *occurrence += 1;
        ((self.fingerprint)(&bytes), *occurrence - 1)
    }

    fn cell(&self, form: &FormSet, column: &Column, cell: &Cell, reading: &mut Reading) {
        if let Cell::Fault(fault) = cell {
            reading.refuse(&column.name, fault.to_string());
        } else if let Some(given) = Given::from_word(&column.field) {
            self.given(given, column, cell, reading);
        } else if let Some(field) = form.field(&column.field) {
            match values(field, column, cell, &self.mapping.dates(column)) {
                Ok(values) => reading.submitted.entry(field.code.clone()).or_default().extend(values),
                Err(instead) => reading.refuse(&column.name, instead),
            }
        }
    }

    fn given(&self, given: Given, column: &Column, cell: &Cell, reading: &mut Reading) {
        let text = cell.text();
        match given {
            Given::Reference => reading.reference = text,
            Given::Name => reading.contact.name = text,
            Given::Mail => reading.contact.mail = text,
            Given::Phone => reading.contact.phone = text,
            Given::Outcome => match translated(column, &text) {
                word if word.is_empty() => {}
                word => match Outcome::from_word(&word) {
                    Some(outcome) => reading.outcome = Some(outcome),
                    None => reading.refuse(
                        &column.name,
                        format!("one of {}", Outcome::ALL.map(Outcome::word).join(", ")),
                    ),
                },
            },
            Given::ReceivedTime if cell.is_empty() => {}
            Given::ReceivedTime => match date::time(cell) {
                Some(time) => reading.time = Some(time),
                None => reading.refuse(&column.name, "a time like 14:30".into()),
            },
            Given::ReceivedOn | Given::RepliedOn | Given::BirthDate if cell.is_empty() => {}
            Given::ReceivedOn | Given::RepliedOn | Given::BirthDate => {
                let formats = self.mapping.dates(column);
                match formats.read(cell) {
                    None => reading.refuse(&column.name, formats.expected()),
                    Some((day, _)) if day > self.today => {
                        reading.refuse(&column.name, "a day that is not in the future".into());
                    }
                    Some((day, time)) if given == Given::ReceivedOn => reading.received = Some((day, time)),
                    Some((day, time)) if given == Given::RepliedOn => reading.replied = Some((day, time)),
                    Some((day, _)) => reading.contact.birth_date = Some(day),
                }
            }
        }
    }

    fn finished(
        &self,
        form: &FormSet,
        mut reading: Reading,
        fingerprint: [u8; 32],
    ) -> Result<PastEnquiry, Vec<RowFault>> {
        let name = |code: &str| {
            let column = self.mapping.columns.iter().find(|column| column.field == code && !column.ignore);
            column.map_or(code, |column| column.name.as_str()).to_owned()
        };
        let answers = form.read(&reading.submitted).unwrap_or_else(|faults| {
            for (code, fault) in faults {
                let column = name(&code);
                // A cell that was refused above is not also missing.
                if !reading.faults.iter().any(|fault| fault.column == column) {
                    reading.refuse(&column, instead(&fault));
                }
            }
            Answers::new()
        });
        let received_name = name(Given::ReceivedOn.word());
        let day = match reading.received {
            Some((day, _)) if chrono::Datelike::year(&day) < FIRST_YEAR => {
                reading.refuse(&received_name, format!("a day from {FIRST_YEAR} on"));
                None
            }
            None if !reading.faults.iter().any(|fault| fault.column == received_name) => {
                reading.refuse(&received_name, "the day on which the request came in".into());
                None
            }
            received => received,
        };
        let Some((day, time)) = day.filter(|_| reading.faults.is_empty()) else { return Err(reading.faults) };
        let time = reading.time.or(time);
        let received_at = self.instant(day, time);
        let replied_at = reading.replied.map(|(day, time)| self.instant(day, time));
        if reading.replied.is_some_and(|(replied, _)| replied < day) {
            reading
                .refuse(&name(Given::RepliedOn.word()), "a day that is not before the day of receipt".into());
            return Err(reading.faults);
        }
        Ok(PastEnquiry {
            row: reading.row,
            fingerprint,
            reference: reading.reference,
            received_at,
            time_is_known: time.is_some(),
            replied_at: replied_at.map(|at| at.max(received_at)),
            outcome: reading.outcome,
            form: form.version,
            answers,
            contact: reading.contact,
        })
    }

    fn instant(&self, day: NaiveDate, time: Option<NaiveTime>) -> DateTime<Utc> {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        let local: NaiveDateTime = day.and_time(time.unwrap_or(noon));
        let at = self.zone.from_local_datetime(&local).earliest();
        // A time that the clock change leaves out: the one an hour later.
        let at = at.or_else(|| self.zone.from_local_datetime(&(local + Duration::hours(1))).earliest());
        at.map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
    }
}

struct Headers {
    places: Vec<Option<usize>>,
    named: Vec<bool>,
}

/// A row under way.
struct Reading {
    row: u64,
    submitted: Submitted,
    received: Option<(NaiveDate, Option<NaiveTime>)>,
    time: Option<NaiveTime>,
    replied: Option<(NaiveDate, Option<NaiveTime>)>,
    outcome: Option<Outcome>,
    reference: String,
    contact: Contact,
    faults: Vec<RowFault>,
}

impl Reading {
    fn new(row: u64) -> Self {
        Self {
            row,
            submitted: Submitted::new(),
            received: None,
            time: None,
            replied: None,
            outcome: None,
            reference: String::new(),
            contact: Contact::default(),
            faults: Vec::new(),
        }
    }

    fn refuse(&mut self, column: &str, instead: String) {
        self.faults.push(RowFault { row: self.row, column: column.to_owned(), instead });
    }

    /// Coded values of the row, for the totals; a mapped field without one counts as the empty code.
    fn categories(&self, form: &FormSet, mapping: &Mapping) -> Vec<(String, String)> {
        let mut all = Vec::new();
        let mapped = |code: &str| {
            mapping.columns.iter().any(|column| column.field == code && !column.ignore)
                || mapping.constants.contains_key(code)
        };
        let coded =
            |field: &&Field| matches!(field.kind, FieldKind::Choice | FieldKind::Multi | FieldKind::YesNo);
        for field in form.fields.iter().filter(coded).filter(|field| mapped(&field.code)) {
            let values = self.submitted.get(&field.code).map_or(&[][..], Vec::as_slice);
            let mut values: Vec<&String> = values.iter().filter(|value| !value.is_empty()).collect();
            values.sort_unstable();
            values.dedup();
            all.extend(values.iter().map(|value| (field.code.clone(), (*value).clone())));
            if values.is_empty() {
                all.push((field.code.clone(), String::new()));
            }
        }
        if mapped(Given::Outcome.word()) {
            let word = self.outcome.map_or("", Outcome::word);
            all.push((Given::Outcome.word().to_owned(), word.to_owned()));
        }
        all
    }
}
