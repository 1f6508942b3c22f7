//! Dated events of organisations and trainings: shown while they lie ahead, gone by themselves after.

use crate::freshness::Confirmation;
use crate::language::Language;
use crate::organisation::Provenance;
use crate::place::Country;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What kind of date it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// A meeting, conference or awareness day.
    Event,
    /// A training, which names whom it is for.
    Training,
}

impl EventKind {
    /// Both kinds.
    pub const ALL: [EventKind; 2] = [Self::Event, Self::Training];

    /// Stable word for files, addresses and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Training => "training",
        }
    }

    /// Reads [`EventKind::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// For whom an event or training is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Participants {
    /// People who live with a disease.
    Patients,
    /// Relatives and carers.
    Relatives,
    /// Volunteers and staff of associations.
    Associations,
    /// Doctors, nurses, therapists, social workers, teachers.
    Professionals,
    /// Anyone.
    Public,
}

impl Participants {
    /// All of them.
    pub const ALL: [Participants; 5] =
        [Self::Patients, Self::Relatives, Self::Associations, Self::Professionals, Self::Public];

    /// Stable word for files and translation keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Patients => "patients",
            Self::Relatives => "relatives",
            Self::Associations => "associations",
            Self::Professionals => "professionals",
            Self::Public => "public",
        }
    }

    /// Reads [`Participants::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.word() == word)
    }
}

/// Whether and how a date comes back every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Repetition {
    /// It takes place once.
    Once,
    /// Each year on the same day of the same month.
    Yearly,
    /// Each year on the last day of the same month, as the rare disease day in February.
    YearlyLastDayOfMonth,
}

impl Repetition {
    /// Stable word for files; empty for what takes place once.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Once => "",
            Self::Yearly => "yearly",
            Self::YearlyLastDayOfMonth => "yearly-last-day-of-month",
        }
    }

    /// Reads [`Repetition::word`].
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Once, Self::Yearly, Self::YearlyLastDayOfMonth].into_iter().find(|r| r.word() == word)
    }
}

/// An event or training of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Stable slug.
    pub id: String,
    /// Slug of the organisation that holds it.
    pub organisation: String,
    /// Event or training.
    pub kind: EventKind,
    /// Title as published.
    pub title: String,
    /// Language of the published title, ISO 639-1; empty when not stated.
    pub language: String,
    /// Title in the languages of the pages, where somebody wrote one.
    pub titles: BTreeMap<Language, String>,
    /// First day; of the first time, when it comes back.
    pub start: NaiveDate,
    /// Last day, the same as the first for one day.
    pub end: NaiveDate,
    /// Whether it comes back.
    pub repeats: Repetition,
    /// Where, as published; empty when not stated.
    pub place: String,
    /// In which country, when stated.
    pub country: Option<Country>,
    /// Whether one can take part from afar; none when not stated.
    pub online: Option<bool>,
    /// For whom; empty when not stated.
    pub participants: Vec<Participants>,
    /// Page of the event.
    pub url: String,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Where these facts come from.
    pub provenance: Provenance,
    /// Editor's remark.
    pub note: String,
}

/// The last day of a month.
fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(next_year, next_month, 1)?.pred_opt()
}

impl Event {
    /// Title in the reader's language, else as published, with the language it is in (empty when unknown).
    pub fn title(&self, language: Language) -> (&str, &str) {
        match self.titles.get(&language) {
            Some(title) => (language.code(), title),
            None => (&self.language, &self.title),
        }
    }

    /// First and last day of the time that lies ahead or is under way on `today`; none when it is over.
    ///
    /// What comes back each year is found in this year or the next; a 29 February that a year does not
    /// have is passed over.
    pub fn coming(&self, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let length = self.end - self.start;
        let in_year = |year: i32| {
            let start = match self.repeats {
                Repetition::Once => None,
                Repetition::Yearly => NaiveDate::from_ymd_opt(year, self.start.month(), self.start.day()),
                Repetition::YearlyLastDayOfMonth => last_day(year, self.start.month()),
            }?;
            Some((start, start.checked_add_signed(length)?))
        };
        let first = (self.start, self.end);
        let times = (today.year() - 1..=today.year() + 4).filter_map(in_year).filter(|t| t.0 > first.0);
        std::iter::once(first).chain(times).find(|(_, end)| *end >= today)
    }

    /// Whether somebody read it at its source.
    pub fn is_confirmed(&self) -> bool {
        self.provenance.confirmation == Confirmation::Confirmed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default()
    }

    fn event(start: NaiveDate, end: NaiveDate, repeats: Repetition) -> Event {
        Event {
            id: "x".into(),
            organisation: "assoc-x".into(),
            kind: EventKind::Event,
            title: "Tag".into(),
            language: "de".into(),
            titles: BTreeMap::from([(Language::Fr, "Journée".into())]),
            start,
            end,
            repeats,
            place: String::new(),
            country: None,
            online: None,
            participants: Vec::new(),
            url: String::new(),
            cancelled: false,
            provenance: Provenance {
                source: "https://example.org".into(),
                checked: None,
                confirmation: Confirmation::Unconfirmed,
            },
            note: String::new(),
        }
    }

    #[test]
    fn an_event_is_there_until_its_last_day_and_gone_the_day_after() {
        let event = event(day(2026, 11, 20), day(2026, 11, 22), Repetition::Once);
        assert!(event.coming(day(2026, 1, 1)).is_some());
        assert!(event.coming(day(2026, 11, 22)).is_some());
        assert_eq!(event.coming(day(2026, 11, 23)), None);
    }

    #[test]
    fn the_last_day_of_february_follows_leap_years() {
        let event = event(day(2008, 2, 29), day(2008, 2, 29), Repetition::YearlyLastDayOfMonth);
        let next = |today| event.coming(today).map(|(start, _)| start);
        assert_eq!(next(day(2026, 11, 22)), Some(day(2027, 2, 28)));
        assert_eq!(next(day(2027, 2, 28)), Some(day(2027, 2, 28)));
        assert_eq!(next(day(2027, 3, 1)), Some(day(2028, 2, 29)));
    }

    #[test]
    fn a_yearly_date_over_new_year_is_found_while_it_lasts() {
        let event = event(day(2020, 12, 30), day(2021, 1, 2), Repetition::Yearly);
        assert_eq!(event.coming(day(2027, 1, 1)), Some((day(2026, 12, 30), day(2027, 1, 2))));
        assert_eq!(event.coming(day(2019, 1, 1)), Some((day(2020, 12, 30), day(2021, 1, 2))));
    }

    #[test]
    fn a_title_is_in_the_readers_language_or_as_published() {
        let event = event(day(2026, 1, 1), day(2026, 1, 1), Repetition::Once);
        assert_eq!(event.title(Language::Fr), ("fr", "Journée"));
        assert_eq!(event.title(Language::Pt), ("de", "Tag"));
    }
}
