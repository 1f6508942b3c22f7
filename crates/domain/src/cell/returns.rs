//! A file comes back to the agenda by itself when something it waited for arrives (F48).

use crate::stable::stable_words;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

stable_words! {
    /// What a file may wait for.
    pub enum WaitsFor in "waits-for" {
        /// A document or a result.
        Document = "document",
        /// The answer to a referral.
        ReferralAnswer = "referral-answer",
        /// The end of a step.
        StepEnd = "step-end",
        /// An answer of the person.
        PersonAnswer = "person-answer",
        /// What its origin was asked.
        OriginAnswer = "origin-answer",
        /// The advice of an RCP.
        RcpAdvice = "rcp-advice",
        /// The advice of a colleague who was asked between meetings (duty D31).
        Advice = "advice",
        /// What another family answers, or that it took a contact back.
        FamilyAnswer = "family-answer",
        /// What the psycho-social service answers (duty D29).
        ServiceAnswer = "service-answer",
        /// The outcome of a panel.
        PanelOutcome = "panel-outcome",
        /// A day.
        Day = "day",
    }
}

impl WaitsFor {
    /// Kinds of events of a file among which the arrivals are.
    pub const ARRIVALS: [&'static str; 9] = [
        "document-added",
        "record-request",
        "referral",
        "complete",
        "discussed",
        "exchange",
        "service",
        "family-contact",
        "panel",
    ];

    /// What arrives with an event of a file, by its kind and the code that says more; none where it is no arrival.
    pub fn of_event(kind: &str, detail: &str) -> Option<Self> {
        match (kind, detail) {
            ("document-added", _) | ("record-request", "granted" | "refused") => Some(Self::Document),
            ("referral", "accepted" | "appointment" | "declined" | "asked-back" | "reported") => {
                Some(Self::ReferralAnswer)
            }
            ("complete", _) => Some(Self::OriginAnswer),
            ("discussed", "rcp") => Some(Self::RcpAdvice),
            ("family-contact", "open" | "declined" | "ended") => Some(Self::FamilyAnswer),
            ("service", "word-in" | "declined" | "ended") => Some(Self::ServiceAnswer),
            ("panel", "closed") => Some(Self::PanelOutcome),
            ("exchange", "advised" | "no-advice") => Some(Self::Advice),
            _ => None,
        }
    }
}

/// Something that a file waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting<K> {
    /// What.
    pub what: WaitsFor,
    /// Which one: the id of the referral, step, request; for a day none is needed.
    pub which: K,
    /// Since when.
    pub since: DateTime<Utc>,
    /// When it arrived.
    pub arrived_at: Option<DateTime<Utc>>,
    /// Day on which waiting ends in any case.
    pub until: Option<NaiveDate>,
}

/// Why a file comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Returning<K> {
    /// What it waited for.
    pub what: WaitsFor,
    /// Which one.
    pub which: K,
    /// Whether it arrived; false when the day came first and somebody has to ask after it.
    pub has_arrived: bool,
}

/// What brings a file back to the agenda: everything that arrived, or whose day came, and was not discussed since.
///
/// `discussed_at` is the last discussion of the file; what arrived during it counts as not discussed. `today` is the day
/// at the office.
pub fn returns_to_agenda<K: Copy>(
    waiting: &[Waiting<K>],
    discussed_at: Option<DateTime<Utc>>,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Vec<Returning<K>> {
    let returning = |one: &Waiting<K>| {
        let back = |has_arrived| Returning { what: one.what, which: one.which, has_arrived };
        match (one.arrived_at, one.until) {
            (Some(at), _) if at <= now => {
                discussed_at.is_none_or(|discussed| discussed <= at).then(|| back(true))
            }
            // What stays away comes back at each meeting until somebody ends the waiting.
            (_, Some(day)) if day <= today => Some(back(one.what == WaitsFor::Day)),
            _ => None,
        }
    };
    waiting.iter().filter_map(returning).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    const NOW: &str = "2026-11-23T09:00:00Z";

    fn waits(arrived: Option<&str>, until: Option<&str>) -> Waiting<u8> {
        Waiting {
            what: WaitsFor::ReferralAnswer,
            which: 7,
            since: at("2026-10-01T09:00:00Z"),
            arrived_at: arrived.map(at),
            until: until.map(|day| day.parse().unwrap()),
        }
    }

    fn back(waiting: Waiting<u8>, discussed: Option<&str>) -> Option<bool> {
        let found = returns_to_agenda(&[waiting], discussed.map(at), at(NOW).date_naive(), at(NOW));
        found.first().map(|one| one.has_arrived)
    }

    #[test]
    fn what_arrived_since_the_last_discussion_brings_the_file_back_once() {
        let arrived = waits(Some("2026-11-20T10:00:00Z"), None);
        assert_eq!(back(arrived, Some("2026-11-16T10:00:00Z")), Some(true));
        assert_eq!(back(arrived, None), Some(true));
        assert_eq!(back(arrived, Some("2026-11-20T10:00:00Z")), Some(true), "during the discussion");
        assert_eq!(back(arrived, Some("2026-11-20T10:00:01Z")), None);
        assert_eq!(back(waits(None, None), None), None);
        assert_eq!(back(waits(Some("2026-11-24T10:00:00Z"), None), None), None, "not yet");
    }

    #[test]
    fn an_arrival_is_told_by_its_event() {
        assert_eq!(WaitsFor::of_event("document-added", "report"), Some(WaitsFor::Document));
        assert_eq!(WaitsFor::of_event("record-request", "requested"), None);
        assert_eq!(WaitsFor::of_event("discussed", "decided"), None);
        assert_eq!(WaitsFor::of_event("discussed", "rcp"), Some(WaitsFor::RcpAdvice));
        assert_eq!(WaitsFor::of_event("service", "word-out"), None, "the cell's own words are no arrival");
        assert_eq!(WaitsFor::of_event("service", "word-in"), Some(WaitsFor::ServiceAnswer));
        assert_eq!(WaitsFor::of_event("exchange", "awaited"), None);
        assert_eq!(WaitsFor::of_event("exchange", "advised"), Some(WaitsFor::Advice));
        assert_eq!(WaitsFor::of_event("panel", "closed"), Some(WaitsFor::PanelOutcome));
        assert_eq!(WaitsFor::of_event("panel", "open"), None);
        assert_eq!(WaitsFor::of_event("letter", ""), None);
    }

    #[test]
    fn what_stays_away_comes_back_on_its_day_as_not_arrived() {
        assert_eq!(back(waits(None, Some("2026-11-23")), Some(NOW)), Some(false));
        assert_eq!(back(waits(None, Some("2026-11-24")), None), None);
        let day = Waiting { what: WaitsFor::Day, ..waits(None, Some("2026-11-23")) };
        assert_eq!(back(day, None), Some(true));
    }
}
