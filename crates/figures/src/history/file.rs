//! A file of the cell as it was known at a moment.

use super::Happened;
use crate::fact::{Coded, Counting, DiagnosisFact, FileFact, Word};
use ariane_domain::cell::file::FileState;
use ariane_domain::cell::follow_up::{FollowUpFacts, StepSpan};
use ariane_domain::cell::odyssey::DatedDiagnosis;
use ariane_domain::cell::{BroughtBy, Origin, Span};
use chrono::{DateTime, Utc};

/// A file with what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileHistory {
    /// Whose it is.
    pub person: u32,
    /// `Origin`.
    pub origin: String,
    /// `BroughtBy` as it stands now.
    pub brought_by: String,
    /// When the person objected to figures.
    pub objected_at: Option<DateTime<Utc>>,
    /// When it came to the cell.
    pub received_at: DateTime<Utc>,
    /// Where the person lives now.
    pub place: Word,
    /// Network of its disorder now.
    pub network: Word,
    /// Steps, each from its proposal to its end, as they stand now.
    pub steps: Vec<StepSpan>,
    /// Referrals, each from its sending to its answer, as they stand now.
    pub referrals: Vec<Span>,
    /// What happened, in any order.
    pub events: Vec<Happened>,
}

/// Events that are a contact with the person or a discussion of the file.
const CONTACTS: [&str; 2] = ["contact", "discussed"];

/// The event that says when a diagnosis was made, and how long it took; the last one counts, and an empty one takes it back.
const DATED: &str = "diagnosis-dated";

fn dated(detail: &str) -> Option<DiagnosisFact> {
    let dated: DatedDiagnosis = detail.parse().ok()?;
    Some(DiagnosisFact { on: dated.on, odyssey: dated.band.map_or(Coded::NotTold, Coded::Is) })
}

fn end(spans: &mut [Span], at: DateTime<Utc>) {
    if let Some(last) = spans.last_mut().filter(|span| span.until.is_none()) {
        last.until = Some(at);
    }
}

impl FileHistory {
    /// The file as of a moment; none while it had not come.
    pub fn as_of(&self, at: DateTime<Utc>) -> Option<FileFact> {
        if self.received_at > at {
            return None;
        }
        let mut known: Vec<&Happened> = self.events.iter().filter(|event| event.at <= at).collect();
        known.sort_by_key(|event| event.at);
        let (mut facts, mut state) = (FollowUpFacts::default(), Coded::Is(FileState::Received));
        for event in &known {
            if let Some(next) = apply(&mut facts, &event.kind, event.at) {
                state = Coded::Is(next);
            }
        }
        let steps = self.steps.iter().filter(|step| step.span.from <= at);
        facts.steps = steps
            .map(|step| {
                let until = step.span.until.filter(|until| *until <= at);
                StepSpan { span: Span { until, ..step.span }, ..*step }
            })
            .collect();
        let referrals = self.referrals.iter().filter(|span| span.from <= at);
        facts.referrals =
            referrals.map(|span| Span { until: span.until.filter(|until| *until <= at), ..*span }).collect();
        let contacts = known.iter().filter(|event| CONTACTS.contains(&event.kind.as_str()));
        facts.contacts = contacts.map(|event| event.at).collect();
        Some(FileFact {
            person: self.person,
            counting: match self.objected_at {
                Some(objected) if objected <= at => Counting::Objected,
                _ => Counting::Counts,
            },
            origin: Coded::read(&self.origin, Origin::from_word),
            brought_by: Coded::read(&self.brought_as_of(at), BroughtBy::from_word),
            received_at: self.received_at,
            state,
            follow_up: facts,
            place: self.place,
            network: self.network,
            diagnosis: known
                .iter()
                .rev()
                .find(|event| event.kind == DATED)
                .and_then(|event| dated(&event.detail)),
        })
    }

    /// A correction says what it put there, and what stood there before.
    fn brought_as_of(&self, at: DateTime<Utc>) -> String {
        let later = self.events.iter().filter(|e| e.kind == "brought-by-corrected" && e.at > at);
        let before = later.min_by_key(|e| e.at).and_then(|e| e.detail.split_whitespace().nth(1));
        before.unwrap_or(&self.brought_by).to_owned()
    }
}

/// What an event does to the stretches in which a file is followed; gives the state that it leads to.
fn apply(facts: &mut FollowUpFacts, kind: &str, at: DateTime<Utc>) -> Option<FileState> {
    match kind {
        "accept" | "reopen" => {
            facts.open.push(Span::since(at));
            Some(FileState::Open)
        }
        "pause" => {
            facts.paused.push(Span::since(at));
            Some(FileState::Dormant)
        }
        "resume" => {
            end(&mut facts.paused, at);
            Some(FileState::Open)
        }
        "close" => {
            end(&mut facts.paused, at);
            end(&mut facts.open, at);
            Some(FileState::Closed)
        }
        "record-death" => {
            end(&mut facts.paused, at);
            end(&mut facts.open, at);
            facts.died_at = Some(at);
            Some(FileState::Died)
        }
        "correct-death" => {
            facts.died_at = None;
            if facts.open.is_empty() {
                return Some(FileState::Received);
            }
            facts.open.push(Span::since(at));
            facts.paused.push(Span::since(at));
            Some(FileState::Dormant)
        }
        "ask-back" => Some(FileState::AskedBack),
        "complete" | "reconsider" => Some(FileState::Received),
        "refuse" => Some(FileState::Refused),
        _ => None,
    }
}
