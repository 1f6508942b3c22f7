//! A referral to a European network as it was known at a moment.

use super::Happened;
use crate::fact::{Coded, Counting, ReferralFact, ReferralOutcome, Word};
use ariane_domain::referral::ReferralChange as Change;
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
    /// Where the person lives now.
    pub place: Word,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// Day of the first appointment, as it stands now.
    pub appointment_on: Option<NaiveDate>,
    /// Day on which the person was seen, as it stands now.
    pub seen_on: Option<NaiveDate>,
    /// What happened, in any order.
    pub events: Vec<Happened>,
}

impl ReferralHistory {
    /// The referral as of a moment; none while it had not been sent. Whoever sees the person or reports has taken the referral;
    /// what went astray and was found again waits again. Taken back after it was accepted, it stays accepted.
    pub fn as_of(&self, at: DateTime<Utc>) -> Option<ReferralFact> {
        if self.sent_at > at {
            return None;
        }
        let mut known: Vec<(DateTime<Utc>, Change)> = self
            .events
            .iter()
            .filter(|event| event.at <= at)
            .filter_map(|event| Some((event.at, Change::from_word(&event.kind)?)))
            .collect();
        known.sort_by_key(|(at, _)| *at);
        let (network, place) = (self.network, self.place);
        let mut fact = ReferralFact { network, place, ..ReferralFact::sent(self.person, self.sent_at) };
        if self.objected_at.is_some_and(|objected| objected <= at) {
            fact.counting = Counting::Objected;
        }
        for (at, change) in known {
            let outcome = match change {
                Change::Accept | Change::Appoint | Change::See | Change::Report => {
                    Coded::Is(ReferralOutcome::Accepted)
                }
                Change::Decline => Coded::Is(ReferralOutcome::Declined),
                Change::Lose => Coded::Is(ReferralOutcome::Lost),
                Change::Receive | Change::AskBack if fact.outcome == Coded::Is(ReferralOutcome::Lost) => {
                    Coded::NotTold
                }
                Change::Withdraw | Change::PassOn if fact.outcome == Coded::NotTold => {
                    Coded::Is(ReferralOutcome::Withdrawn)
                }
                Change::Send
                | Change::Receive
                | Change::AskBack
                | Change::Answer
                | Change::PassOn
                | Change::Close
                | Change::Withdraw => fact.outcome,
            };
            fact.outcome = outcome;
            if matches!(change, Change::Accept | Change::Appoint | Change::Decline) {
                fact.answered_at = fact.answered_at.or(Some(at));
            }
            match change {
                Change::Appoint => fact.appointment_on = self.appointment_on,
                Change::See => fact.seen_on = self.seen_on,
                _ => {}
            }
        }
        Some(fact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(hour * 3600, 0).unwrap()
    }

    fn history(events: &[(i64, &str)]) -> ReferralHistory {
        let day = |text: &str| text.parse().ok();
        ReferralHistory {
            person: 1,
            objected_at: None,
            network: Word::NOT_TOLD,
            place: Word::NOT_TOLD,
            sent_at: at(1),
            appointment_on: day("2027-02-01"),
            seen_on: day("2027-02-02"),
            events: events
                .iter()
                .map(|(hour, kind)| Happened { kind: (*kind).into(), detail: String::new(), at: at(*hour) })
                .collect(),
        }
    }

    #[test]
    fn each_moment_knows_what_was_known_then() {
        let one = history(&[(1, "send"), (2, "receive"), (3, "appoint"), (9, "see"), (10, "close")]);
        assert_eq!(one.as_of(at(0)), None);
        let waits = one.as_of(at(2)).unwrap();
        assert_eq!((waits.outcome, waits.answered_at, waits.appointment_on), (Coded::NotTold, None, None));
        let fixed = one.as_of(at(4)).unwrap();
        assert_eq!(fixed.outcome, Coded::Is(ReferralOutcome::Accepted));
        assert_eq!((fixed.answered_at, fixed.seen_on), (Some(at(3)), None));
        assert!(fixed.appointment_on.is_some());
        assert!(one.as_of(at(11)).unwrap().seen_on.is_some());
    }

    #[test]
    fn what_went_astray_may_be_found_again_and_what_is_taken_back_was_never_answered() {
        let outcome = |events: &[(i64, &str)]| history(events).as_of(at(20)).unwrap().outcome;
        assert_eq!(outcome(&[(2, "lose")]), Coded::Is(ReferralOutcome::Lost));
        assert_eq!(outcome(&[(2, "lose"), (3, "receive")]), Coded::NotTold);
        assert_eq!(outcome(&[(2, "decline"), (3, "pass-on")]), Coded::Is(ReferralOutcome::Declined));
        assert_eq!(outcome(&[(2, "withdraw")]), Coded::Is(ReferralOutcome::Withdrawn));
        assert_eq!(outcome(&[(2, "accept"), (3, "withdraw")]), Coded::Is(ReferralOutcome::Accepted));
        assert_eq!(outcome(&[(2, "reminded")]), Coded::NotTold, "other events say nothing");
    }

    #[test]
    fn who_objected_is_not_counted_from_then_on() {
        let one = ReferralHistory { objected_at: Some(at(5)), ..history(&[]) };
        assert_eq!(one.as_of(at(4)).unwrap().counting, Counting::Counts);
        assert_eq!(one.as_of(at(5)).unwrap().counting, Counting::Objected);
    }
}
