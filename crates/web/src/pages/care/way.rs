//! The way to the diagnosis: four dates, as precise as somebody remembers them, drawn in time, with how long each stretch took.

use super::frame::{self, Head};
use super::plan::Before;
use crate::addresses::cell::CellPage;
use crate::pages::cell::fault::{Failed, Fault};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::visit::Visit;
use crate::pictures::Picture;
use crate::pictures::way::{Station, Words, way};
use ariane_domain::access::grant::WriteCase;
use ariane_domain::cell::odyssey::{Lapse, Odyssey, VagueDate};
use ariane_store::records::cell::read::Case;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Datelike as _, NaiveDate};
use uuid::Uuid;

/// Days of a year and of a month, as durations are said: a duration is as wide as its dates, so no more is needed.
const YEAR: f64 = 365.25;
const MONTH: f64 = 30.44;

/// A station in the table.
pub struct StationRow {
    /// Name of its field.
    pub field: &'static str,
    /// What it is.
    pub name: String,
    /// Its date in words; empty while it is not known.
    pub when: String,
    /// As typed.
    pub typed: String,
    /// How long after the station before.
    pub lapse: String,
}

#[derive(Template)]
#[template(path = "care/way.html")]
struct WayPage {
    shell: Shell,
    work: Work,
    head: Head,
    version: i32,
    picture: Option<Picture>,
    rows: Vec<StationRow>,
    whole: String,
    suggested: String,
    error: String,
}

/// The stations in their order, each with the name of its field.
const FIELDS: [&str; 4] = ["first-symptom", "first-contact", "orientation", "diagnosis"];

const fn dates(odyssey: &Odyssey) -> [Option<VagueDate>; 4] {
    [odyssey.first_symptom, odyssey.first_contact, odyssey.orientation, odyssey.diagnosis]
}

impl Visit {
    /// A date in words, in its own precision.
    pub(in crate::pages) fn vague_words(&self, date: VagueDate) -> String {
        let t = self.t;
        match date {
            VagueDate::Year(year) => year.to_string(),
            VagueDate::Month(year, month) => {
                // The words of a day without its number: month and year as the language orders them.
                let (month, year) = (t.k("care-month", &month.to_string()), year.to_string());
                t.ww("care-month-year", ("month", &month), ("year", &year))
            }
            VagueDate::Day(day) => t.date(day),
        }
    }
}

impl Desk {
    /// [`Visit::vague_words`].
    pub(super) fn vague_words(&self, date: VagueDate) -> String {
        self.visit.vague_words(date)
    }

    fn span_words(&self, at_least: u32, at_most: u32) -> String {
        let t = self.visit.t;
        let one = |days: u32| {
            let days = f64::from(days);
            if days >= 2.0 * YEAR {
                t.n("care-years", (days / YEAR).round() as usize)
            } else if days >= 2.0 * MONTH {
                t.n("care-months", (days / MONTH).round() as usize)
            } else {
                t.n("care-days", days as usize)
            }
        };
        let (least, most) = (one(at_least), one(at_most));
        if least == most { most } else { t.ww("care-between", ("least", &least), ("most", &most)) }
    }

    /// A duration in words.
    pub fn lapse_words(&self, lapse: Lapse) -> String {
        let t = self.visit.t;
        match lapse {
            Lapse::Unknown => t.s("care-lapse-unknown"),
            Lapse::OutOfOrder => t.s("care-lapse-out-of-order"),
            Lapse::Days { at_least, at_most } => self.span_words(at_least, at_most),
            Lapse::Ongoing { at_least, at_most } => {
                t.w("care-lapse-ongoing", "span", &self.span_words(at_least, at_most))
            }
        }
    }

    fn way_picture(&self, case: &Case) -> Option<Picture> {
        let t = self.visit.t;
        let office = &self.infoline.office;
        let stations: Vec<Station> = FIELDS
            .into_iter()
            .zip(dates(&case.care.way.odyssey))
            .filter_map(|(field, date)| {
                let date = date?;
                Some(Station {
                    name: t.k("care-station", field),
                    when: self.vague_words(date),
                    earliest: date.earliest(),
                    latest: date.latest(),
                })
            })
            .collect();
        let mut events: Vec<NaiveDate> = case.thread.iter().map(|knot| office.day(knot.at)).collect();
        events.dedup();
        let words = Words {
            title: t.s("care-way"),
            events: t.n("care-way-events", events.len()),
            today: t.s("care-today"),
        };
        way(&words, &stations, &events, self.today())
    }
}

/// `GET …/way`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, &Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: &Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let case = desk.load_case(id).await?.case;
    let odyssey = case.care.way.odyssey;
    let lapses = odyssey.lapses(desk.today());
    let after = [None, Some(lapses.to_contact), Some(lapses.to_orientation), Some(lapses.to_diagnosis)];
    let rows = FIELDS.into_iter().zip(dates(&odyssey)).zip(after).map(|((field, date), lapse)| StationRow {
        field,
        name: t.k("care-station", field),
        when: date.map(|date| desk.vague_words(date)).unwrap_or_default(),
        typed: match failed.is("way") {
            true => failed.text("way", field),
            false => date.map(|date| date.to_string()).unwrap_or_default(),
        },
        lapse: lapse.map(|lapse| desk.lapse_words(lapse)).unwrap_or_default(),
    });
    // What the file itself knows is offered, and written down by nobody but a human.
    let reached = desk.infoline.office.day(case.rules.received_at);
    let page = WayPage {
        shell: frame::of_file(desk, &case, "way", t.s("care-way")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, &case, done, failed.all()),
        version: case.care.way.version,
        picture: desk.way_picture(&case),
        rows: rows.collect(),
        whole: desk.lapse_words(lapses.whole),
        suggested: match odyssey.first_contact {
            None => t.w("care-way-suggested", "day", &t.date(reached)),
            Some(_) => String::new(),
        },
        error: failed.error("way"),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/way`.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = keep(&desk, id, &sent).await;
    let result = match done {
        Ok(()) => Ok(Redirect::to(&format!("{}/way?done=1", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => show(&desk, id, &Failed::new(&desk, "way", word, &sent), false).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// A date as people write it here, or as the machine does: `2019`, `05/2021`, `6.5.2021`, `2021-05-06`.
pub(super) fn date_typed(typed: &str) -> Option<VagueDate> {
    if let Ok(date) = typed.parse() {
        return Some(date);
    }
    let parts: Vec<u32> = typed
        .split(['/', '.', ' ', '-'])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let text = match parts.as_slice() {
        [month, year] => format!("{year:04}-{month:02}"),
        [day, month, year] => format!("{year:04}-{month:02}-{day:02}"),
        _ => return None,
    };
    text.parse().ok()
}

async fn keep(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let today = VagueDate::Day(desk.today()).latest();
    let date = |field: &str| match sent.line(field) {
        typed if typed.is_empty() => Ok(None),
        typed => match date_typed(&typed) {
            Some(date) if date.earliest() > today => Err(Fault::Rule("day-ahead")),
            Some(date) if date.earliest().year() < 1900 => Err(Fault::Rule("no-date")),
            Some(date) => Ok(Some(date)),
            None => Err(Fault::Rule("no-date")),
        },
    };
    let odyssey = Odyssey {
        first_symptom: date(FIELDS[0])?,
        first_contact: date(FIELDS[1])?,
        orientation: date(FIELDS[2])?,
        diagnosis: date(FIELDS[3])?,
    };
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.keep_way(&grant, sent.version(), &odyssey).await?;
    Ok(work.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_people_write_it() {
        for (typed, meant) in [
            ("2019", "2019"),
            ("05/2021", "2021-05"),
            ("6.5.2021", "2021-05-06"),
            ("06/05/2021", "2021-05-06"),
            ("2021-05-06", "2021-05-06"),
        ] {
            assert_eq!(date_typed(typed).map(|date| date.to_string()).as_deref(), Some(meant), "{typed}");
        }
        for typed in ["", "hier", "13/2021", "31/02/2021", "1/2/3/4"] {
            assert_eq!(date_typed(typed), None, "{typed}");
        }
    }
}
