//! Dated events and trainings of organisations (duties D35, D44): read from the template, held in memory,
//! asked by day.

pub mod template;

use ariane_domain::event::Event;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// An event that lies ahead, or is under way, with its next days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coming<'a> {
    /// The event.
    pub event: &'a Event,
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
}

/// All events, by id.
#[derive(Debug, Default, Clone)]
pub struct Agenda {
    events: Vec<Event>,
    of_organisation: FxHashMap<String, Vec<usize>>,
}

impl Agenda {
    /// Joins layers: a later layer's event replaces an earlier one of the same id as a whole.
    pub fn layered(layers: impl IntoIterator<Item = Vec<Event>>) -> Self {
        let mut events: Vec<Event> = Vec::new();
        let mut by_id: FxHashMap<String, usize> = FxHashMap::default();
        for event in layers.into_iter().flatten() {
            match by_id.get(&event.id) {
                Some(at) => events[*at] = event,
                None => {
                    by_id.insert(event.id.clone(), events.len());
                    events.push(event);
                }
            }
        }
        let mut of_organisation: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, event) in events.iter().enumerate() {
            of_organisation.entry(event.organisation.clone()).or_default().push(at);
        }
        Self { events, of_organisation }
    }

    /// The events that come with the program.
    pub fn starter() -> Self {
        Self::layered([starter_events()])
    }

    /// All events, past ones too.
    pub fn all(&self) -> &[Event] {
        &self.events
    }

    /// One event.
    pub fn get(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|e| e.id == id)
    }

    /// What lies ahead or is under way on `today`, soonest first. What is over is not there.
    pub fn coming(&self, today: NaiveDate) -> Vec<Coming<'_>> {
        sorted(self.events.iter(), today)
    }

    /// What an organisation has ahead, soonest first.
    pub fn coming_of(&self, organisation: &str, today: NaiveDate) -> Vec<Coming<'_>> {
        let own = self.of_organisation.get(organisation).into_iter().flatten();
        sorted(own.map(|at| &self.events[*at]), today)
    }
}

fn sorted<'a>(events: impl Iterator<Item = &'a Event>, today: NaiveDate) -> Vec<Coming<'a>> {
    let mut coming: Vec<Coming<'a>> = events
        .filter_map(|event| event.coming(today).map(|(start, end)| Coming { event, start, end }))
        .collect();
    coming.sort_by(|a, b| (a.start, a.end, &a.event.id).cmp(&(b.start, b.end, &b.event.id)));
    coming
}

/// Name of the starter file.
pub const STARTER_FILE: &str = "events.csv";

/// The events that come with the program. A test reads the file, so a fault there cannot ship.
pub fn starter_events() -> Vec<Event> {
    template::read(&crate::starter::file(STARTER_FILE)).unwrap_or_default()
}
