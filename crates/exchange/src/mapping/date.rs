//! Dates and times as they are written in spreadsheets.

use crate::table::Cell;
use chrono::format::{Item, StrftimeItems};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// Formats that are tried when a mapping names none: day first, as in the countries of the starter set.
const USUAL: [&str; 4] = ["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d"];

/// Whether a text is a format of dates.
pub(super) fn is_format(text: &str) -> bool {
    text.contains('%') && text.len() <= 40 && StrftimeItems::new(text).all(|item| item != Item::Error)
}

/// How dates are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFormats(Vec<String>);

impl DateFormats {
    /// One format, or the usual ones when it is empty.
    pub fn new(format: &str) -> Self {
        match format {
            "" => Self(USUAL.iter().map(|&format| format.to_owned()).collect()),
            format => Self(vec![format.to_owned()]),
        }
    }

    /// The date of a cell, with the time when it has one.
    pub fn read(&self, cell: &Cell) -> Option<(NaiveDate, Option<NaiveTime>)> {
        match cell {
            Cell::Date(at) | Cell::Number(_, Some(at)) => Some(split(*at)),
            Cell::Text(text) => self.0.iter().find_map(|format| read(text, format)),
            Cell::Empty | Cell::Number(..) | Cell::Fault(_) => None,
        }
    }

    /// What to write instead of something that is no date.
    pub fn expected(&self) -> String {
        let day = NaiveDate::from_ymd_opt(2020, 12, 31).unwrap_or_default();
        let examples: Vec<String> = self.0.iter().map(|format| day.format(format).to_string()).collect();
        format!("a date like {}", examples.join(" or "))
    }
}

/// A date of a workbook; midnight is a date without time.
fn split(at: NaiveDateTime) -> (NaiveDate, Option<NaiveTime>) {
    (at.date(), (at.time() != NaiveTime::MIN).then_some(at.time()))
}

fn read(text: &str, format: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let text = text.trim();
    if let Ok(date) = NaiveDate::parse_from_str(text, format) {
        // "12/03/21" read with %Y is the year 21.
        return (chrono::Datelike::year(&date) >= 1000).then_some((date, None));
    }
    ["%H:%M", "%H:%M:%S", "%Hh%M"].iter().find_map(|time| {
        let at = NaiveDateTime::parse_from_str(&text.replace('T', " "), &format!("{format} {time}")).ok()?;
        (chrono::Datelike::year(&at) >= 1000).then_some((at.date(), Some(at.time())))
    })
}

/// The time of day of a cell.
pub(crate) fn time(cell: &Cell) -> Option<NaiveTime> {
    match cell {
        Cell::Date(at) => Some(at.time()),
        Cell::Number(part, _) if (0.0..1.0).contains(part) => {
            NaiveTime::from_num_seconds_from_midnight_opt((part * 86_400.0).round() as u32, 0)
        }
        Cell::Text(text) => {
            let text = text.trim().replace(['h', 'H', '.'], ":");
            let text = if text.ends_with(':') { format!("{text}00") } else { text };
            ["%H:%M", "%H:%M:%S"].iter().find_map(|format| NaiveTime::parse_from_str(&text, format).ok())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn read_text(text: &str, format: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
        DateFormats::new(format).read(&Cell::Text(text.into()))
    }

    #[test]
    fn the_usual_dates_are_read_day_first() {
        for text in ["03/04/2020", "3/4/2020", "03.04.2020", "03-04-2020", "2020-04-03"] {
            assert_eq!(read_text(text, ""), Some((day(2020, 4, 3), None)), "{text}");
        }
        let time = NaiveTime::from_hms_opt(14, 5, 0);
        for text in ["03/04/2020 14:05", "2020-04-03T14:05:00", "03.04.2020 14h05"] {
            assert_eq!(read_text(text, ""), Some((day(2020, 4, 3), time)), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["31/02/2020", "03/04/20", "hier", "45943", "2020", "04/13/2020"] {
            assert_eq!(read_text(text, ""), None, "{text}");
        }
    }

    #[test]
    fn a_mapping_decides_between_month_and_day() {
        assert_eq!(read_text("03/04/2020", "%m/%d/%Y"), Some((day(2020, 3, 4), None)));
        assert_eq!(read_text("03/04/20", "%d/%m/%y"), Some((day(2020, 4, 3), None)));
        assert!(DateFormats::new("%d.%m.%Y").expected().contains("31.12.2020"));
    }

    #[test]
    fn times_of_day_are_read_however_they_are_written() {
        let half_past_nine = NaiveTime::from_hms_opt(9, 30, 0);
        for text in ["09:30", "9h30", "9.30", "9:30:00"] {
            assert_eq!(time(&Cell::Text(text.into())), half_past_nine, "{text}");
        }
        assert_eq!(time(&Cell::Number(0.395_833_333_333, None)), half_past_nine);
        assert_eq!(time(&Cell::Text("9h".into())), NaiveTime::from_hms_opt(9, 0, 0));
        assert_eq!(time(&Cell::Number(1.5, None)), None);
        assert_eq!(time(&Cell::Text("matin".into())), None);
    }
}
