//! Filters of the queue as codes in the address: nothing there names anybody.

use super::{Desk, Sent};
use crate::pages::start::{Choice, ChoiceGroup, need_choices};
use ariane_domain::enquiry::{EntryMode, State};
use ariane_store::records::enquiries::queue::{After, QueueFilter};
use serde::Deserialize;

/// The query of the queue's address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Word of a state; empty for who waits.
    pub state: String,
    /// Word of a mode.
    pub mode: String,
    /// `mine`, `free` or empty.
    pub who: String,
    /// `1` for what is pressing.
    pub urgent: String,
    /// `late` for what is overdue, `1` for what is due before tomorrow.
    pub due: String,
    /// ISO 639-1.
    pub language: String,
    /// Code of a need.
    pub need: String,
    /// Where the page before ended: key and id.
    pub after: String,
}

impl Asked {
    /// From a saved or sent query.
    pub fn sent(sent: &Sent) -> Self {
        let code = |name: &str| -> String {
            let fits = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '_');
            sent.get(name).chars().filter(fits).take(60).collect()
        };
        Self {
            state: code("state"),
            mode: code("mode"),
            who: code("who"),
            urgent: code("urgent"),
            due: code("due"),
            language: code("language"),
            need: code("need"),
            after: String::new(),
        }
    }

    /// The query, without the page.
    pub fn query(&self) -> String {
        let pairs = [
            ("state", &self.state),
            ("mode", &self.mode),
            ("who", &self.who),
            ("urgent", &self.urgent),
            ("due", &self.due),
            ("language", &self.language),
            ("need", &self.need),
        ];
        let codes = |value: &str| value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-/_".contains(&b));
        let kept = pairs.into_iter().filter(|(_, value)| !value.is_empty() && codes(value));
        kept.map(|(name, value)| format!("{name}={}", value.replace('/', "%2F")))
            .collect::<Vec<_>>()
            .join("&")
    }

    /// For the store.
    pub fn filter(&self, desk: &Desk) -> QueueFilter {
        let state = State::from_word(&self.state);
        QueueFilter {
            states: state.into_iter().collect(),
            modes: EntryMode::from_word(&self.mode).into_iter().collect(),
            taken_by: (self.who == "mine").then(|| desk.account()),
            is_free: self.who == "free",
            is_urgent: self.urgent == "1",
            language: (!self.language.is_empty()).then(|| self.language.clone()),
            need: self.need.parse().ok(),
            due_before: match self.due.as_str() {
                "late" => Some(desk.now),
                "1" => Some(desk.now + chrono::Duration::days(1)),
                _ => None,
            },
            number: None,
        }
    }

    /// Where the page begins.
    pub fn after(&self) -> Option<After> {
        let (key, id) = self.after.split_once('_')?;
        Some(After { key: key.parse().ok()?, id: id.parse().ok()? })
    }
}

/// What the form of filters offers.
#[derive(Debug, Clone)]
pub struct Filters {
    /// States.
    pub states: Vec<Choice>,
    /// Modes.
    pub modes: Vec<Choice>,
    /// Mine, nobody's.
    pub who: Vec<Choice>,
    /// Languages.
    pub languages: Vec<Choice>,
    /// Needs.
    pub needs: Vec<ChoiceGroup>,
    /// Only what is pressing.
    pub urgent: bool,
    /// Only what is due.
    pub due: bool,
}

impl Filters {
    /// For what is asked.
    pub fn new(desk: &Desk, asked: &Asked) -> Self {
        let t = desk.visit.t;
        let choice = |value: &str, text: String, now: &str| Choice::new(value, text, value == now);
        Self {
            states: State::ALL.map(|s| choice(s.word(), t.k("enquiry-state", s.word()), &asked.state)).into(),
            modes: EntryMode::ALL.map(|m| choice(m.word(), t.k("entry-mode", m.word()), &asked.mode)).into(),
            who: ["mine", "free"].map(|w| choice(w, t.k("desk-who", w), &asked.who)).into(),
            languages: ["fr", "de", "lb", "en", "pt"]
                .map(|l| choice(l, desk.tongue(l), &asked.language))
                .into(),
            needs: need_choices(&desk.visit, &asked.need),
            urgent: asked.urgent == "1",
            due: asked.due == "1",
        }
    }
}
