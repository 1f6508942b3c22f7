//! A request as it was known at a moment.

use super::Happened;
use super::codes::Codes;
use crate::fact::{Coded, Counting, EnquiryFact, Natures, Words};
use ariane_domain::enquiry::{AgeBand, DisorderStatus, EntryMode, Outcome, ReferralSource, RequesterKind};
use ariane_domain::place::Country;
use chrono::{DateTime, Utc};

/// A request with what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnquiryHistory {
    /// When it came in.
    pub received_at: DateTime<Utc>,
    /// When it was written down; what is brought in from a past is known later than it came in.
    pub known_at: DateTime<Utc>,
    /// Who asks.
    pub requester: u32,
    /// Whom it is about.
    pub person: u32,
    /// Codes as they stand now.
    pub codes: Codes,
    /// Outcome as it stands now; empty while it is open.
    pub outcome: String,
    /// When the person objected to figures.
    pub objected_at: Option<DateTime<Utc>>,
    /// What happened, in any order.
    pub events: Vec<Happened>,
}

/// Events that may change the outcome.
const CHANGES: [&str; 6] = ["message", "close", "withdraw", "reopen", "merge", "unmerge"];

fn outcome(word: &str) -> Coded<Outcome> {
    Coded::read(word, Outcome::from_word)
}

impl EnquiryHistory {
    /// The request as of a moment; none while nobody knew of it. What happened at that very moment is known. Its words are
    /// put to the others.
    pub fn as_of(&self, at: DateTime<Utc>, words: &mut Words) -> Option<EnquiryFact> {
        if self.known_at > at || self.received_at > at {
            return None;
        }
        let mut known: Vec<&Happened> = self.events.iter().filter(|event| event.at <= at).collect();
        known.sort_by_key(|event| event.at);
        let codes = self.codes_as_of(at);
        let mut fact = EnquiryFact {
            received_at: self.received_at,
            requester: self.requester,
            person: self.person,
            counting: Counting::Counts,
            mode: Coded::read(&codes.mode, EntryMode::from_word),
            kind: Coded::read(&codes.kind, RequesterKind::from_word),
            source: Coded::read(&codes.source, ReferralSource::from_word)
                .told(|source| *source != ReferralSource::Unknown),
            age: Coded::read(&codes.age, AgeBand::from_word).told(|age| *age != AgeBand::Unknown),
            nationality: Coded::read(&codes.nationality, Country::new),
            disorder: Coded::read(&codes.disorder, DisorderStatus::from_word)
                .told(|status| *status != DisorderStatus::Unknown),
            natures: Natures::read(codes.needs.iter().map(String::as_str)),
            further_contacts: 0,
            replied_at: None,
            oriented_at: None,
            outcome: Coded::NotTold,
            place: words.put(&codes.place()),
            network: words.put(&codes.network),
        };
        let mut is_double = false;
        for event in known {
            match event.kind.as_str() {
                // Who writes again after the end opens the request again.
                "message" => {
                    fact.further_contacts += 1;
                    fact.outcome = Coded::NotTold;
                }
                "reply" if fact.replied_at.is_none() => fact.replied_at = Some(event.at),
                "close" => {
                    fact.outcome = outcome(&event.detail);
                    if fact.outcome == Coded::Is(Outcome::Oriented) && fact.oriented_at.is_none() {
                        fact.oriented_at = Some(event.at);
                    }
                }
                "withdraw" => fact.outcome = Coded::Is(Outcome::Withdrawn),
                "reopen" => fact.outcome = Coded::NotTold,
                "merge" => is_double = true,
                "unmerge" => is_double = false,
                _ => {}
            }
        }
        // What stands in the record counts where nothing was changed since: a bounce, too, leaves the event of a message.
        if !self.events.iter().any(|event| event.at > at && CHANGES.contains(&event.kind.as_str())) {
            fact.outcome = outcome(&self.outcome);
        }
        fact.counting = if self.objected_at.is_some_and(|objected| objected <= at) {
            Counting::Objected
        } else if is_double {
            Counting::Double
        } else if fact.outcome == Coded::Is(Outcome::NotARequest) {
            Counting::NotARequest
        } else {
            Counting::Counts
        };
        Some(fact)
    }

    /// The first correction after the moment keeps what stood there before it.
    fn codes_as_of(&self, at: DateTime<Utc>) -> Codes {
        let later = self.events.iter().filter(|event| event.kind == "revised" && event.at > at);
        let first = later.min_by_key(|event| event.at);
        first
            .and_then(|event| Codes::read(&event.detail, &self.codes).ok())
            .unwrap_or_else(|| self.codes.clone())
    }
}
