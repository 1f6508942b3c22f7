//! The agenda: coming events and trainings, soonest first; what is over is not there.

use super::event_card::EventCard;
use super::render;
use super::shell::Shell;
use super::start::Choice;
use super::visit::Visit;
use crate::addresses::Page;
use ariane_domain::event::{EventKind, Participants};
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// Filters.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    r#for: String,
}

#[derive(Template)]
#[template(path = "events.html")]
struct EventsPage {
    shell: Shell,
    action: String,
    kinds: Vec<Choice>,
    participants: Vec<Choice>,
    count: String,
    filtered: bool,
    events: Vec<EventCard>,
    directory: String,
}

/// `GET /{lang}/agenda?kind=training&for=professionals`.
pub async fn get(visit: Visit, Parameters(asked): Parameters<Asked>) -> Response {
    let t = visit.t;
    let kind = EventKind::from_word(&asked.kind);
    let who = Participants::from_word(&asked.r#for);
    let coming = visit.knowledge.agenda.coming(visit.today);
    let events: Vec<EventCard> = coming
        .iter()
        .filter(|c| kind.is_none_or(|k| c.event.kind == k))
        // What is open to anyone, or does not say for whom it is, is for those who are looking too.
        .filter(|c| {
            let open =
                c.event.participants.is_empty() || c.event.participants.contains(&Participants::Public);
            who.is_none_or(|w| open || c.event.participants.contains(&w))
        })
        .map(|c| EventCard::new(&visit, c))
        .collect();
    let mut query = Vec::new();
    query.extend(kind.map(|k| format!("kind={}", k.word())));
    query.extend(who.map(|w| format!("for={}", w.word())));
    let page = EventsPage {
        action: Page::Events.path(visit.language),
        kinds: EventKind::ALL
            .map(|k| Choice::new(k.word(), t.k("event-kind", k.word()), kind == Some(k)))
            .into(),
        participants: Participants::ALL
            .map(|w| Choice::new(w.word(), t.k("participants", w.word()), who == Some(w)))
            .into(),
        count: t.n("events-count", events.len()),
        filtered: kind.is_some() || who.is_some(),
        events,
        directory: format!("{}?kind=association", Page::Directory.path(visit.language)),
        shell: Shell::new(&visit, Page::Events, "", t.s("events-title")).with_query(&query.join("&")),
    };
    render(StatusCode::OK, &page)
}
