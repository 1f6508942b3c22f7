//! A referral to a European network as it was known at a moment.

use super::Happened;
use crate::fact::{Coded, Counting, ReferralFact, ReferralOutcome, Word};
use ariane_domain::cell::Span;
use chrono::{DateTime, NaiveDate, Utc};

/// A referral with what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralHistory {
    /// Whose it is.
    pub person: u32,
    /// When the person objected to figures.
    pub objected_at: Option<DateTime<Utc>>,
    /// To which network.
    pub network: Word,
    /// Day of the first appointment as it stands now.
    pub appointment_on: Option<NaiveDate>,
    /// Day on which the person was seen, as it stands now.
    pub seen_on: Option<NaiveDate>,
    /// What happened, in any order: the words of changes (`send`, `accept`, `appoint`, `see`, `decline`, `lose`, `withdraw`).
    pub events: Vec<Happened>,
}

/// Changes by which a network answers.
const ANSWERS: [&str; 3] = ["accept", "appoint", "decline"];

fn outcome(kind: &str) -> Option<ReferralOutcome> {
    match kind {
        "accept" | "appoint" | "see" | "report" => Some(ReferralOutcome::Accepted),
        "decline" => Some(ReferralOutcome::Declined),
        "lose" => Some(ReferralOutcome::Lost),
        "withdraw" => Some(ReferralOutcome::Withdrawn),
        _ => None,
    }
}

impl ReferralHistory {
    /// The referral as of a moment; none while it was not sent.
    pub fn as_of(&self, at: DateTime<Utc>) -> Option<ReferralFact> {
        let mut known: Vec<&Happened> = self.events.iter().filter(|event| event.at <= at).collect();
        known.sort_by_key(|event| event.at);
        let first =
            |kinds: &[&str]| known.iter().find(|event| kinds.contains(&event.kind.as_str())).map(|e| e.at);
        let has = |kind: &str| known.iter().any(|event| event.kind == kind);
        let last = known.iter().rev().find_map(|event| outcome(&event.kind));
        Some(ReferralFact {
            person: self.person,
            counting: match self.objected_at {
                Some(objected) if objected <= at => Counting::Objected,
                _ => Counting::Counts,
            },
            sent_at: first(&["send"])?,
            network: self.network,
            outcome: last.map_or(Coded::NotTold, Coded::Is),
            answered_at: first(&ANSWERS),
            appointment_on: self.appointment_on.filter(|_| has("appoint")),
            seen_on: self.seen_on.filter(|_| has("see")),
        })
    }

    /// From its sending to its answer or end: so long it carries active follow-up.
    pub fn span(&self) -> Option<Span> {
        let mut events: Vec<&Happened> = self.events.iter().collect();
        events.sort_by_key(|event| event.at);
        let from = events.iter().find(|event| event.kind == "send")?.at;
        let ends = |event: &&&Happened| outcome(&event.kind).is_some() || event.kind == "close";
        Some(Span { from, until: events.iter().find(ends).map(|event| event.at) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u32) -> DateTime<Utc> {
        format!("2026-03-{day:02}T10:00:00Z").parse().unwrap()
    }

    #[test]
    fn a_referral_is_told_as_it_was_known() {
        let happened = |kind: &str, day| Happened { kind: kind.into(), detail: String::new(), at: at(day) };
        let history = ReferralHistory {
            person: 1,
            objected_at: Some(at(29)),
            network: Word::NOT_TOLD,
            appointment_on: "2026-03-20".parse().ok(),
            seen_on: "2026-03-20".parse().ok(),
            events: vec![
                happened("send", 2),
                happened("receive", 3),
                happened("accept", 9),
                happened("appoint", 10),
                happened("see", 21),
                happened("lose", 25),
            ],
        };
        assert_eq!(history.as_of(at(1)), None, "not sent");
        let then = |day| history.as_of(at(day)).unwrap();
        assert_eq!(
            (then(5).outcome, then(5).answered_at, then(5).appointment_on),
            (Coded::NotTold, None, None)
        );
        assert_eq!(
            (then(9).outcome, then(9).answered_at),
            (Coded::Is(ReferralOutcome::Accepted), Some(at(9)))
        );
        assert!(
            then(12).appointment_on.is_some() && then(12).seen_on.is_none() && then(22).seen_on.is_some()
        );
        assert_eq!(then(26).outcome, Coded::Is(ReferralOutcome::Lost));
        assert_eq!((then(28).counting, then(30).counting), (Counting::Counts, Counting::Objected));
        assert_eq!(history.span(), Some(Span::new(at(2), at(9))));
    }
}
