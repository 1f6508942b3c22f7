//! An event or training, ready to read: on the agenda, on an organisation's page, on sheets.

use super::entry::{is_web_address, source_text};
use super::shell::Link;
use super::visit::Visit;
use crate::addresses::Page;
use ariane_domain::freshness::Freshness;
use ariane_knowledge::events::Coming;

/// What is shown of an event.
#[derive(Debug, Clone)]
pub struct EventCard {
    /// Event or training, in words.
    pub kind: String,
    /// Title.
    pub title: String,
    /// Language of the title, when it is not that of the page.
    pub title_language: Option<String>,
    /// Day or days, in words.
    pub when: String,
    /// First day as `YYYY-MM-DD`, for machines.
    pub machine_date: String,
    /// Place, country, online; what is not stated is left out.
    pub where_it_is: String,
    /// For whom.
    pub participants: String,
    /// Who holds it.
    pub organiser: Link,
    /// Its own page.
    pub url: String,
    /// What the reader must be warned of.
    pub warnings: Vec<String>,
    /// Source as an address, or as text where it is none.
    pub source: String,
    /// Whether the source is an address.
    pub source_is_link: bool,
    /// When it was checked.
    pub checked: String,
}

impl EventCard {
    /// From an event that lies ahead.
    pub fn new(visit: &Visit, coming: &Coming<'_>) -> Self {
        let t = visit.t;
        let event = coming.event;
        let (language, title) = event.title(visit.language);
        let country = event.country.map(|code| super::sheet::country_name(visit, code));
        let online = match event.online {
            Some(true) => Some(t.s("event-online")),
            _ => None,
        };
        let place = (!event.place.is_empty()).then(|| event.place.clone());
        let organiser = visit.knowledge.directory.get(&event.organisation);
        let mut warnings = Vec::new();
        if event.cancelled {
            warnings.push(t.s("event-cancelled"));
        }
        let provenance = &event.provenance;
        let limit = visit.settings.stale_after_days;
        match Freshness::of(provenance.confirmation, provenance.checked, visit.today, limit) {
            Freshness::Fresh(_) => {}
            Freshness::Stale(date) => warnings.push(t.w("warning-stale", "date", &t.date(date))),
            Freshness::Unconfirmed => warnings.push(t.s("warning-unconfirmed")),
        }
        Self {
            kind: t.k("event-kind", event.kind.word()),
            title: title.to_owned(),
            title_language: (!language.is_empty() && language != visit.language.code())
                .then(|| language.to_owned()),
            when: if coming.start == coming.end {
                t.date(coming.start)
            } else {
                let (start, end) = (t.date(coming.start), t.date(coming.end));
                t.ww("event-dates", ("start", &start), ("end", &end))
            },
            machine_date: coming.start.to_string(),
            where_it_is: [place, country, online].into_iter().flatten().collect::<Vec<_>>().join(", "),
            participants: event
                .participants
                .iter()
                .map(|p| t.k("participants", p.word()))
                .collect::<Vec<_>>()
                .join(", "),
            organiser: Link::new(
                organiser.map_or(event.organisation.as_str(), |o| o.shown_name()),
                Page::Organisation.path_to(visit.language, &event.organisation),
            ),
            url: event.url.clone(),
            warnings,
            source_is_link: is_web_address(&provenance.source),
            source: source_text(visit, &provenance.source),
            checked: match provenance.checked {
                Some(date) => t.w("checked-on", "date", &t.date(date)),
                None => t.s("checked-never"),
            },
        }
    }

    /// One line for lists and paper: days, title, and what the reader must be warned of.
    pub fn line(&self) -> String {
        let warnings = self.warnings.iter().map(|w| format!(" – {w}"));
        std::iter::once(format!("{} · {}", self.when, self.title)).chain(warnings).collect()
    }
}
