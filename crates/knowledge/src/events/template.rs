//! The documented CSV template of events and trainings: one row each, read and written without loss.

use crate::directory::Directory;
use crate::directory::cells::{self, choice, is_slug, kept, slug, visible, web_address};
use crate::starter::table::{Row, TableError, defused, read as read_table};
use ariane_domain::Language;
use ariane_domain::event::{Event, EventKind, Participants, Repetition};
use ariane_domain::freshness::Confirmation;
use chrono::NaiveDate;

/// Columns of the template, in order.
pub const COLUMNS: [&str; 23] = [
    "id",
    "organisation",
    "kind",
    "title",
    "language",
    "title_fr",
    "title_de",
    "title_en",
    "title_pt",
    "title_lb",
    "start",
    "end",
    "repeats",
    "place",
    "country",
    "online",
    "audience",
    "url",
    "cancelled",
    "source",
    "checked",
    "status",
    "note",
];

/// The languages of the title columns, in their order.
const TITLES: [(Language, &str); 5] = [
    (Language::Fr, "title_fr"),
    (Language::De, "title_de"),
    (Language::En, "title_en"),
    (Language::Pt, "title_pt"),
    (Language::Lb, "title_lb"),
];

/// Reads a file of events: every event, or every fault with line, column and reason.
pub fn read(bytes: &[u8]) -> Result<Vec<Event>, Vec<TableError>> {
    read_with(bytes, None)
}

/// Like [`read`], and refuses an organisation that the directory does not know.
pub fn read_against(bytes: &[u8], directory: &Directory) -> Result<Vec<Event>, Vec<TableError>> {
    read_with(bytes, Some(directory))
}

fn read_with(bytes: &[u8], directory: Option<&Directory>) -> Result<Vec<Event>, Vec<TableError>> {
    let rows = read_table(bytes, &COLUMNS)?;
    let mut events: Vec<Event> = Vec::new();
    let mut errors = Vec::new();
    for row in &rows {
        match event(row) {
            Ok(read) => {
                if events.iter().any(|e| e.id == read.id) {
                    errors.push(row.error("id", format!("`{}` stands in an earlier row", read.id)));
                } else if directory.is_some_and(|d| d.get(&read.organisation).is_none()) {
                    let reason = format!("no organisation `{}` is in the directory", read.organisation);
                    errors.push(row.error("organisation", reason));
                } else {
                    events.push(read);
                }
            }
            Err(mut faults) => errors.append(&mut faults),
        }
    }
    if errors.is_empty() { Ok(events) } else { Err(errors) }
}

fn event(row: &Row) -> Result<Event, Vec<TableError>> {
    let mut errors = visible(row, &COLUMNS);
    let mut keep = |result: Result<(), TableError>| {
        if let Err(error) = result {
            errors.push(error);
        }
    };
    let id = kept(slug(row, "id"), &mut keep).unwrap_or_default();
    let organisation = kept(slug(row, "organisation"), &mut keep).unwrap_or_default();
    keep(row.required("kind").map(|_| ()));
    let kinds = EventKind::ALL.map(|kind| (kind.word(), kind));
    let kind = choice(row, "kind", &kinds, &mut keep);
    keep(row.required("title").map(|_| ()));
    let language = row.get("language").to_owned();
    keep(if language.is_empty() || (language.len() == 2 && is_slug(&language)) {
        Ok(())
    } else {
        Err(row.error("language", "two letters such as fr or nl are expected"))
    });
    keep(row.required("start").map(|_| ()));
    let day = |column: &str| row.parsed::<NaiveDate>(column, "a date like 2026-11-22");
    let start = kept(day("start"), &mut keep).flatten();
    let end = kept(day("end"), &mut keep).flatten().or(start);
    keep(match (start, end) {
        (Some(start), Some(end)) if end < start => Err(row.error("end", "it ends before it starts")),
        _ => Ok(()),
    });
    let repetitions =
        [Repetition::Yearly, Repetition::YearlyLastDayOfMonth].map(|repeats| (repeats.word(), repeats));
    let repeats = choice(row, "repeats", &repetitions, &mut keep).unwrap_or(Repetition::Once);
    let yes_or_no = [("yes", true), ("no", false)];
    let online = choice(row, "online", &yes_or_no, &mut keep);
    let cancelled = choice(row, "cancelled", &yes_or_no, &mut keep).unwrap_or(false);
    let country = kept(cells::country(row, "country"), &mut keep).flatten();
    let participants = cells::words(row, "audience", Participants::from_word, &known(), &mut keep);
    let url = kept(web_address(row, "url"), &mut keep).unwrap_or_default();
    let provenance = kept(row.provenance(), &mut keep);
    match (kind, start, end, provenance) {
        (Some(kind), Some(start), Some(end), Some(provenance)) if errors.is_empty() => Ok(Event {
            id,
            organisation,
            kind,
            title: row.get("title").to_owned(),
            language,
            titles: TITLES
                .into_iter()
                .map(|(l, column)| (l, row.get(column).to_owned()))
                .filter(|(_, title)| !title.is_empty())
                .collect(),
            start,
            end,
            repeats,
            place: row.get("place").to_owned(),
            country,
            online,
            participants,
            url,
            cancelled,
            provenance,
            note: row.get("note").to_owned(),
        }),
        _ => Err(errors),
    }
}

fn known() -> String {
    Participants::ALL.map(Participants::word).join(", ")
}

/// Writes events in the template: what [`read`] reads back as the same.
pub fn write(events: &[Event]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    let yes_or_no = |value: bool| if value { "yes".to_owned() } else { "no".to_owned() };
    for event in events {
        let title = |language: Language| event.titles.get(&language).cloned().unwrap_or_default();
        let mut cells: Vec<String> = vec![
            event.id.clone(),
            event.organisation.clone(),
            event.kind.word().into(),
            event.title.clone(),
            event.language.clone(),
        ];
        cells.extend(TITLES.map(|(language, _)| title(language)));
        cells.extend([
            event.start.to_string(),
            if event.end == event.start { String::new() } else { event.end.to_string() },
            event.repeats.word().into(),
            event.place.clone(),
            event.country.map(|c| c.to_string()).unwrap_or_default(),
            event.online.map(yes_or_no).unwrap_or_default(),
            event.participants.iter().map(|p| p.word()).collect::<Vec<_>>().join(" "),
            event.url.clone(),
            if event.cancelled { "yes".into() } else { String::new() },
            event.provenance.source.clone(),
            event.provenance.checked.map(|d| d.to_string()).unwrap_or_default(),
            match event.provenance.confirmation {
                Confirmation::Confirmed => "confirmed".into(),
                Confirmation::Unconfirmed => "unconfirmed".into(),
            },
            event.note.clone(),
        ]);
        writer.write_record(cells.iter().map(|cell| defused(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|e| e.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(cells: &[(&str, &str)]) -> Vec<u8> {
        let row: Vec<String> = COLUMNS
            .iter()
            .map(|c| cells.iter().find(|(k, _)| k == c).map_or(String::new(), |(_, v)| format!("\"{v}\"")))
            .collect();
        format!("{}\n{}\n", COLUMNS.join(","), row.join(",")).into_bytes()
    }

    const GOOD: &[(&str, &str)] = &[
        ("id", "rencontre-imaginaire"),
        ("organisation", "assoc-alan"),
        ("kind", "training"),
        ("title", "=Rencontre"),
        ("language", "fr"),
        ("title_de", "Treffen"),
        ("start", "2027-03-01"),
        ("end", "2027-03-02"),
        ("online", "yes"),
        ("audience", "patients relatives"),
        ("country", "LU"),
        ("source", "https://example.org"),
        ("checked", "2026-11-22"),
        ("status", "confirmed"),
    ];

    #[test]
    fn a_file_comes_back_as_it_was() {
        let once = read(&file(GOOD)).expect("good");
        assert_eq!(read(&write(&once).expect("written")).expect("still good"), once);
        assert_eq!((once[0].title.as_str(), once[0].participants.len()), ("=Rencontre", 2));
    }

    #[test]
    fn every_fault_is_named_by_line_and_column() {
        let mut bad = GOOD.to_vec();
        bad.retain(|(k, _)| !["end", "audience", "country", "online", "kind", "title"].contains(k));
        bad.extend([
            ("end", "2027-02-01"),
            ("audience", "dogs"),
            ("country", "ZZ"),
            ("online", "maybe"),
            ("kind", "party"),
        ]);
        let errors = read(&file(&bad)).expect_err("bad");
        let columns: Vec<&str> = errors.iter().map(|e| e.column.as_str()).collect();
        for column in ["end", "audience", "country", "online", "kind", "title"] {
            assert!(columns.contains(&column), "{columns:?}");
        }
        assert!(errors.iter().all(|e| e.line == 2));
    }

    #[test]
    fn an_organisation_that_is_not_in_the_directory_is_refused() {
        let mut bad = GOOD.to_vec();
        bad.retain(|(k, _)| *k != "organisation");
        bad.push(("organisation", "nobody"));
        let directory = Directory::starter();
        assert!(read_against(&file(GOOD), &directory).is_ok());
        assert_eq!(read_against(&file(&bad), &directory).expect_err("unknown")[0].column, "organisation");
    }
}
