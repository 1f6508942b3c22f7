//! Hand-over from the helpline to the coordination cell, and back. The listener sees this, not the case file.

use crate::stable::stable_words;
use chrono::{DateTime, Utc};

stable_words! {
    /// Why a request goes to the cell.
    pub enum HandoverReason in "handover-reason" {
        /// The person needs to be followed up, which the helpline does not do (seed 000).
        FollowUp = "follow-up",
        /// Several services have to work together.
        Coordination = "coordination",
        /// A medical question.
        Medical = "medical",
        /// No diagnosis, or a doubt about it.
        Diagnosis = "diagnosis",
        /// A European network may be needed, which only professionals reach (duty D17).
        EuropeanNetwork = "european-network",
        /// Rights and administrative steps that need somebody's help.
        SocialRights = "social-rights",
        /// The person or the family is in distress.
        Distress = "distress",
        /// A child or adolescent wrote alone (duty D23).
        MinorAlone = "minor-alone",
        /// Another reason, which the message says.
        Other = "other",
    }
}

stable_words! {
    /// Why the cell does not take a request.
    pub enum DeclineReason in "decline-reason" {
        /// It knows too little to take it.
        Incomplete = "incomplete",
        /// Information is enough: the helpline can answer.
        InformationIsEnough = "information-is-enough",
        /// Another service has it already.
        FollowedElsewhere = "followed-elsewhere",
        /// Not a rare disease, nor the suspicion of one.
        NotRare = "not-rare",
        /// The person does not want it.
        PersonDoesNotWant = "person-does-not-want",
        /// Another reason, which the message says.
        Other = "other",
    }
}

stable_words! {
    /// What the cell asks of the listener (duty D30).
    pub enum Return in "handover-return" {
        /// A sentence that may be said to the person.
        Sentence = "sentence",
        /// A call to make.
        CallBack = "call-back",
    }
}

stable_words! {
    /// Where a hand-over stands.
    pub enum HandoverState in "handover-state" {
        /// Sent, without receipt yet.
        Sent = "sent",
        /// The cell confirmed that it has it.
        Received = "received",
        /// The cell does not take it.
        Declined = "declined",
        /// The cell asks the listener to say or do something.
        Returned = "returned",
        /// The listener took it back before the receipt.
        Recalled = "recalled",
    }
}

/// What happens to a hand-over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HandoverChange {
    /// The cell confirms that it has it.
    Receive,
    /// The cell does not take it.
    Decline(DeclineReason),
    /// The cell asks for something; it keeps the request.
    Return(Return),
    /// The listener did what was asked.
    Done,
    /// The listener takes it back before the receipt.
    Recall,
}

/// A hand-over with its receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover {
    /// Why.
    pub reason: HandoverReason,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// Where it stands.
    pub state: HandoverState,
    /// Receipt: when the cell confirmed.
    pub received_at: Option<DateTime<Utc>>,
    /// Why the cell did not take it.
    pub declined: Option<DeclineReason>,
    /// What the cell asked for last.
    pub returned: Option<Return>,
}

impl Handover {
    /// A hand-over that is sent now.
    pub const fn send(reason: HandoverReason, at: DateTime<Utc>) -> Self {
        Self {
            reason,
            sent_at: at,
            state: HandoverState::Sent,
            received_at: None,
            declined: None,
            returned: None,
        }
    }

    /// The hand-over after a change; none when its state does not allow it.
    ///
    /// An answer of the cell is a receipt, also when nobody confirmed before.
    pub fn after(self, change: HandoverChange, at: DateTime<Utc>) -> Option<Self> {
        use HandoverState::{Received, Returned, Sent};
        let received_at = self.received_at.or(Some(at));
        match (self.state, change) {
            (Sent, HandoverChange::Receive) => Some(Self { state: Received, received_at, ..self }),
            (Sent | Received | Returned, HandoverChange::Decline(reason)) => {
                Some(Self { state: HandoverState::Declined, received_at, declined: Some(reason), ..self })
            }
            (Sent | Received | Returned, HandoverChange::Return(what)) => {
                Some(Self { state: Returned, received_at, returned: Some(what), ..self })
            }
            (Returned, HandoverChange::Done) => Some(Self { state: Received, ..self }),
            (Sent, HandoverChange::Recall) => Some(Self { state: HandoverState::Recalled, ..self }),
            _ => None,
        }
    }

    /// Whether the listener has something to do because of it.
    pub const fn asks_listener(&self) -> bool {
        matches!(self.state, HandoverState::Declined | HandoverState::Returned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32) -> DateTime<Utc> {
        format!("2026-11-23T{hour:02}:00:00Z").parse().unwrap()
    }

    fn sent() -> Handover {
        Handover::send(HandoverReason::FollowUp, at(9))
    }

    #[test]
    fn a_hand_over_is_received_returned_and_done() {
        let received = sent().after(HandoverChange::Receive, at(10)).unwrap();
        assert_eq!((received.state, received.received_at), (HandoverState::Received, Some(at(10))));
        let returned = received.after(HandoverChange::Return(Return::CallBack), at(11)).unwrap();
        assert!(returned.asks_listener());
        assert_eq!(returned.received_at, Some(at(10)));
        let done = returned.after(HandoverChange::Done, at(12)).unwrap();
        assert!(!done.asks_listener());
        assert_eq!(done.returned, Some(Return::CallBack));
    }

    #[test]
    fn an_answer_of_the_cell_is_a_receipt() {
        let declined = sent().after(HandoverChange::Decline(DeclineReason::NotRare), at(10)).unwrap();
        assert_eq!(declined.received_at, Some(at(10)));
        assert!(declined.asks_listener());
        assert_eq!(declined.after(HandoverChange::Receive, at(11)), None);
    }

    #[test]
    fn only_what_nobody_received_is_recalled() {
        let recalled = sent().after(HandoverChange::Recall, at(10)).unwrap();
        assert_eq!((recalled.state, recalled.received_at), (HandoverState::Recalled, None));
        assert_eq!(recalled.after(HandoverChange::Receive, at(11)), None);
        let received = sent().after(HandoverChange::Receive, at(10)).unwrap();
        assert_eq!(received.after(HandoverChange::Recall, at(11)), None);
        assert_eq!(received.after(HandoverChange::Receive, at(11)), None);
        assert_eq!(received.after(HandoverChange::Done, at(11)), None);
    }
}
