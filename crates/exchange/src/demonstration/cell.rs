//! A plainly fictitious year of the cell and of the hub, with the numbers of seed 000: 21 weekly meetings; 31 persons in
//! active follow-up, 26 of them brought by the CNPS; at the hub 39, of whom 19 are new; 33 sent to European networks.
//!
//! Beside them stand files that must not count: refused, closed long ago, at rest all year, for training. The seed says
//! nothing of who brought the other five, nor of dates: these are ours.

use ariane_domain::cell::file::{CloseReason, FileEvent};
use ariane_domain::cell::{BroughtBy, Origin, Reality};
use ariane_domain::enquiry::DeclineReason;
use ariane_domain::office::Office;
use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};

/// What happens to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// An event of its own.
    Event(FileEvent),
    /// A contact with the person.
    Contact,
}

/// A file of nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoFile {
    /// Name, as "Personne Fictive C07".
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Who brought the person.
    pub brought_by: BroughtBy,
    /// Made up all the same; this one is for training besides.
    pub reality: Reality,
    /// When it came to the cell.
    pub received_at: DateTime<Utc>,
    /// What happened, in order.
    pub steps: Vec<(DateTime<Utc>, Step)>,
    /// When the person was sent to a European network.
    pub referred_at: Option<DateTime<Utc>>,
}

/// A year of the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoCell {
    /// Files, in the order in which they came.
    pub files: Vec<DemoFile>,
    /// Weekly meetings.
    pub meetings: Vec<DateTime<Utc>>,
}

/// Meetings of the year.
pub const MEETINGS: usize = 21;
/// Who brought the 31 persons of the cell's table.
const BROUGHT: [(BroughtBy, usize); 4] =
    [(BroughtBy::Psychosocial, 26), (BroughtBy::Worker, 3), (BroughtBy::Person, 1), (BroughtBy::Doctor, 1)];
/// Persons of the hub's table, those known from before, and those sent to European networks.
const HUB: (usize, usize, usize) = (39, 20, 33);

struct Calendar<'o> {
    office: &'o Office,
    year: i32,
}

impl Calendar<'_> {
    /// Ten in the morning of the nth day of the year; of a year before for negative numbers.
    fn day(&self, number: i64) -> DateTime<Utc> {
        let first = NaiveDate::from_ymd_opt(self.year, 1, 1).unwrap_or_default();
        let day = first.checked_add_signed(Duration::days(number)).unwrap_or(first);
        self.office.begins(day) + Duration::hours(10)
    }

    /// The first so many Wednesdays from spring on.
    fn wednesdays(&self, count: usize) -> Vec<DateTime<Utc>> {
        let spring = NaiveDate::from_ymd_opt(self.year, 3, 1).unwrap_or_default();
        let days = spring.iter_days().filter(|day| day.weekday() == Weekday::Wed);
        days.take(count).map(|day| self.office.begins(day) + Duration::hours(14)).collect()
    }
}

/// The calendar year, at an office.
pub fn year(office: &Office, year: i32) -> DemoCell {
    let calendar = Calendar { office, year };
    let mut files = Vec::new();
    let brought = BROUGHT.iter().flat_map(|(by, n)| std::iter::repeat_n(*by, *n));
    for (index, by) in brought.enumerate() {
        // Every third was known before the year began.
        let came = if index % 3 == 0 { -60 - index as i64 } else { 10 + index as i64 * 9 };
        files.push(followed(&calendar, Origin::PsychosocialService, by, came, came.max(0) + 40));
    }
    let (all, known, referred) = HUB;
    for index in 0..all {
        let came = if index < known { -30 - index as i64 * 3 } else { 5 + index as i64 * 7 };
        let mut file = followed(&calendar, Origin::Hub, BroughtBy::Hub, came, came.max(0) + 30);
        file.referred_at = (index < referred).then(|| calendar.day(came.max(0) + 45));
        files.push(file);
    }
    files.extend(left_out(&calendar));
    files.sort_by_key(|file| file.received_at);
    for (number, file) in files.iter_mut().enumerate() {
        file.name = format!("Personne Fictive C{number:02}");
    }
    DemoCell { files, meetings: calendar.wednesdays(MEETINGS) }
}

fn followed(calendar: &Calendar<'_>, origin: Origin, by: BroughtBy, came: i64, contact: i64) -> DemoFile {
    DemoFile {
        name: String::new(),
        origin,
        brought_by: by,
        reality: Reality::Real,
        received_at: calendar.day(came),
        steps: vec![
            (calendar.day(came + 3), Step::Event(FileEvent::Accept)),
            (calendar.day(contact), Step::Contact),
        ],
        referred_at: None,
    }
}

/// What a figure must not count.
fn left_out(calendar: &Calendar<'_>) -> Vec<DemoFile> {
    let service =
        |came| followed(calendar, Origin::PsychosocialService, BroughtBy::Psychosocial, came, came + 20);
    let mut refused = service(30);
    refused.steps = vec![(calendar.day(33), Step::Event(FileEvent::Refuse(DeclineReason::NotRare)))];
    let mut closed = service(-300);
    closed.steps.push((calendar.day(-200), Step::Event(FileEvent::Close(CloseReason::Reached))));
    let at_rest = service(-500);
    let mut exercise = service(50);
    exercise.reality = Reality::Training;
    vec![refused, closed, at_rest, exercise]
}

/// The first of January after a year, at the office: when its report can be made.
pub fn after(office: &Office, year: i32) -> DateTime<Utc> {
    let first = NaiveDate::from_ymd_opt(year + 1, 1, 1).unwrap_or_default();
    office.begins(first)
}
