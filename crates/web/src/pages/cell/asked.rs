//! Filters of the board as codes in the address: nothing there names anybody.

use crate::pages::desk::Desk;
use crate::pages::start::Choice;
use ariane_domain::cell::Origin;
use ariane_domain::cell::file::FileState;
use ariane_store::records::cell::board::{BoardFilter, Standing};
use chrono::Days;
use serde::Deserialize;

/// Days ahead that "due soon" looks.
const SOON: u64 = 7;

/// The query of the board's address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Word of a [`Standing`].
    pub show: String,
    /// Word of a state.
    pub state: String,
    /// Word of an origin.
    pub origin: String,
    /// `mine` or empty.
    pub who: String,
    /// `late`, `soon` or empty.
    pub due: String,
    /// `1` for fictitious files.
    pub training: String,
    /// Number of the page, from 1.
    pub page: String,
}

impl Asked {
    /// The query with another standing, without the page.
    pub fn query(&self, show: &str) -> String {
        let pairs = [
            ("show", show),
            ("state", self.state.as_str()),
            ("origin", self.origin.as_str()),
            ("who", self.who.as_str()),
            ("due", self.due.as_str()),
            ("training", self.training.as_str()),
        ];
        let is_code = |value: &str| value.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'1');
        let kept = pairs.into_iter().filter(|(_, value)| !value.is_empty() && is_code(value));
        kept.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
    }

    /// Whether fictitious files are asked for.
    pub fn is_training(&self) -> bool {
        self.training == "1"
    }

    /// Whether anything narrows the board.
    pub fn is_filtered(&self) -> bool {
        [&self.show, &self.state, &self.origin, &self.who, &self.due].iter().any(|one| !one.is_empty())
    }

    /// Number of the page, from 0.
    pub fn page(&self) -> u64 {
        self.page.parse::<u64>().unwrap_or(1).saturating_sub(1)
    }

    /// For the store.
    pub fn filter(&self, desk: &Desk) -> BoardFilter {
        let standing = Standing::ALL.into_iter().find(|one| one.word() == self.show);
        let mut filter = standing.map(Standing::filter).unwrap_or_default();
        if let Some(state) = FileState::from_word(&self.state) {
            filter.states = vec![state];
        }
        filter.origin = Origin::from_word(&self.origin);
        filter.holder = (self.who == "mine").then(|| desk.account());
        filter.due_before = match self.due.as_str() {
            "late" => Some(desk.today()),
            "soon" => desk.today().checked_add_days(Days::new(SOON)),
            _ => None,
        };
        filter.is_training = self.is_training();
        filter
    }
}

/// What the form of filters offers.
#[derive(Debug, Clone)]
pub struct Filters {
    /// How it stands, kept while the rest is chosen.
    pub show: String,
    /// States.
    pub states: Vec<Choice>,
    /// Origins.
    pub origins: Vec<Choice>,
    /// Due dates.
    pub due: Vec<Choice>,
    /// Only one's own.
    pub is_mine: bool,
    /// Fictitious files.
    pub is_training: bool,
}

impl Filters {
    /// For what is asked.
    pub fn new(desk: &Desk, asked: &Asked) -> Self {
        let t = desk.visit.t;
        let choice = |value: &str, text: String, now: &str| Choice::new(value, text, value == now);
        Self {
            show: asked.show.clone(),
            states: FileState::ALL
                .map(|s| choice(s.word(), t.k("file-state", s.word()), &asked.state))
                .into(),
            origins: Origin::ALL.map(|o| choice(o.word(), t.k("origin", o.word()), &asked.origin)).into(),
            due: ["late", "soon"].map(|d| choice(d, t.k("cell-due", d), &asked.due)).into(),
            is_mine: asked.who == "mine",
            is_training: asked.is_training(),
        }
    }
}
