//! States of a referral and who may change them.

use crate::cell::machine::machine;
use crate::cell::who::Who;
use crate::stable::stable_words;

stable_words! {
    /// Where a referral stands.
    pub enum ReferralState in "referral-state" {
        /// Being written; nothing left the house.
        Draft = "draft",
        /// Sent; nobody said that it arrived.
        Sent = "sent",
        /// It arrived.
        Received = "received",
        /// The recipient asks something first.
        AskedBack = "asked-back",
        /// Accepted, without a day.
        Accepted = "accepted",
        /// There is a day.
        Appointment = "appointment",
        /// The person was seen.
        Seen = "seen",
        /// The outcome is there.
        Reported = "reported",
        /// The recipient cannot help, with a reason.
        Declined = "declined",
        /// It went astray: nobody answers, and somebody else is to be found.
        Lost = "lost",
        /// Done: who had to learn the outcome did, or it was passed on.
        Closed = "closed",
        /// Taken back: by the person, or by who sent it.
        Withdrawn = "withdrawn",
    }
}

impl ReferralState {
    /// Whether nothing can happen to it any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Closed | Self::Withdrawn)
    }

    /// Whether the recipient may read what was sent. What was declined is closed to who declined it.
    pub const fn is_readable(self) -> bool {
        matches!(
            self,
            Self::Sent
                | Self::Received
                | Self::AskedBack
                | Self::Accepted
                | Self::Appointment
                | Self::Seen
                | Self::Reported
                | Self::Lost
        )
    }

    /// Whether it has to be answered for: sent, and not ended.
    pub const fn is_under_way(self) -> bool {
        !self.is_final() && !matches!(self, Self::Draft)
    }

    /// Whether somebody else is to be found.
    pub const fn needs_another(self) -> bool {
        matches!(self, Self::Declined | Self::Lost)
    }
}

stable_words! {
    /// What may happen to a referral.
    pub enum ReferralChange in "referral-change" {
        /// It is sent.
        Send = "send",
        /// The recipient says that it arrived.
        Receive = "receive",
        /// The recipient asks something.
        AskBack = "ask-back",
        /// Who sent it answers.
        Answer = "answer",
        /// The recipient accepts.
        Accept = "accept",
        /// There is a day, or another one.
        Appoint = "appoint",
        /// The recipient cannot help.
        Decline = "decline",
        /// The person was seen.
        See = "see",
        /// The recipient says what came of it.
        Report = "report",
        /// It went astray.
        Lose = "lose",
        /// It is passed on to another recipient; this one ends.
        PassOn = "pass-on",
        /// It is done.
        Close = "close",
        /// It is taken back.
        Withdraw = "withdraw",
    }
}

impl ReferralChange {
    /// What the recipient says, by the link or by another way.
    pub const BY_RECIPIENT: [Self; 7] =
        [Self::Receive, Self::Accept, Self::Appoint, Self::AskBack, Self::Decline, Self::See, Self::Report];

    /// Whether words must say more.
    pub const fn needs_words(self) -> bool {
        matches!(
            self,
            Self::AskBack | Self::Answer | Self::Decline | Self::Report | Self::Lose | Self::Withdraw
        )
    }

    /// Whether a day belongs to it.
    pub const fn needs_day(self) -> bool {
        matches!(self, Self::Appoint)
    }

    /// Whether the recipient says it.
    pub fn is_recipients(self) -> bool {
        Self::BY_RECIPIENT.contains(&self)
    }
}

const fn next(state: ReferralState, change: ReferralChange) -> Option<ReferralState> {
    use ReferralChange as C;
    use ReferralState as S;
    match (state, change) {
        (S::Draft, C::Send) => Some(S::Sent),
        (S::Sent | S::Lost, C::Receive) => Some(S::Received),
        (S::Sent | S::Received | S::Accepted | S::Appointment | S::Lost, C::AskBack) => Some(S::AskedBack),
        (S::AskedBack, C::Answer) => Some(S::Received),
        // Who asked may decide without waiting for the answer; what went astray may be found again.
        (S::Sent | S::Received | S::AskedBack | S::Lost, C::Accept) => Some(S::Accepted),
        (S::Sent | S::Received | S::AskedBack | S::Accepted | S::Appointment | S::Lost, C::Appoint) => {
            Some(S::Appointment)
        }
        (S::Sent | S::Received | S::AskedBack | S::Accepted | S::Appointment | S::Lost, C::Decline) => {
            Some(S::Declined)
        }
        (S::Accepted | S::Appointment | S::Lost, C::See) => Some(S::Seen),
        (S::Accepted | S::Appointment | S::Seen | S::Reported | S::Lost, C::Report) => Some(S::Reported),
        (S::Sent | S::Received | S::AskedBack | S::Accepted | S::Appointment | S::Seen, C::Lose) => {
            Some(S::Lost)
        }
        (
            S::Sent | S::Received | S::AskedBack | S::Accepted | S::Appointment | S::Declined | S::Lost,
            C::PassOn,
        ) => Some(S::Closed),
        (S::Reported | S::Declined | S::Lost, C::Close) => Some(S::Closed),
        (S::Closed | S::Withdrawn, _) => None,
        (_, C::Withdraw) => Some(S::Withdrawn),
        _ => None,
    }
}

/// Who sent it also writes down what the recipient says by telephone or letter (duty D51).
const TWIN: &[Who] = &[Who::Recipient, Who::Medical, Who::Hub, Who::Psychosocial];
const SENDERS: &[Who] = &[Who::Medical, Who::Hub, Who::Psychosocial];

const fn may(change: ReferralChange) -> &'static [Who] {
    use ReferralChange as C;
    match change {
        C::Receive | C::AskBack | C::Accept | C::Appoint | C::Decline | C::See | C::Report => TWIN,
        C::Send | C::Answer | C::Close => SENDERS,
        C::PassOn => &[Who::Medical, Who::Hub, Who::Psychosocial],
        C::Lose => &[Who::Medical, Who::Hub, Who::Psychosocial, Who::System],
        // Taking the agreement back ends it at once, and so does a death (duties D4, D6).
        C::Withdraw => &[Who::Medical, Who::Hub, Who::Psychosocial, Who::Person, Who::System],
    }
}

machine!(ReferralState, ReferralChange, "referral", next, may);

stable_words! {
    /// Why a recipient cannot help.
    pub enum DeclineReason in "referral-decline" {
        /// Not their field.
        NotOurs = "not-ours",
        /// No place.
        Full = "full",
        /// Not this age.
        Age = "age",
        /// Not from this country or without that document.
        Access = "access",
        /// They know the person already.
        KnownAlready = "known-already",
        /// Something else, which the words say.
        Other = "other",
    }
}

stable_words! {
    /// How a referral ended.
    pub enum EndReason in "referral-end" {
        /// With an outcome that everybody learned who had to.
        Done = "done",
        /// Declined, and nobody else is tried.
        Declined = "declined",
        /// It went astray, and nobody else is tried.
        Lost = "lost",
        /// Another recipient took its place.
        PassedOn = "passed-on",
        /// The person took back their agreement.
        AgreementWithdrawn = "agreement-withdrawn",
        /// Who sent it took it back.
        TakenBack = "taken-back",
        /// The person died.
        Death = "death",
        /// The person's data were erased.
        Erased = "erased",
    }
}

impl EndReason {
    /// How closing ends a referral in a state.
    pub const fn of_close(state: ReferralState) -> Self {
        match state {
            ReferralState::Declined => Self::Declined,
            ReferralState::Lost => Self::Lost,
            _ => Self::Done,
        }
    }

    /// Whether the recipient is to delete what was sent (duty D4).
    pub const fn asks_to_delete(self) -> bool {
        matches!(self, Self::AgreementWithdrawn | Self::Erased)
    }
}

stable_words! {
    /// Who learned the outcome, and over which way.
    pub enum ToldWay in "referral-told" {
        /// In a conversation.
        Spoken = "spoken",
        /// By letter.
        Letter = "letter",
        /// They do not wish to be told, or there is nobody to tell.
        NotToTell = "not-to-tell",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::machine::Machine as _;
    use crate::cell::who::Acting;
    use proptest::prelude::*;

    #[test]
    fn the_recipient_changes_nothing_that_is_not_theirs_to_say() {
        let recipient = Acting::of(Who::Recipient);
        for state in ReferralState::ALL {
            for change in state.open_to(&recipient) {
                assert!(change.is_recipients(), "{state} {change}");
                assert!(state.is_readable(), "{state}: what they may answer they may read");
            }
        }
        assert!(ReferralState::Draft.open_to(&recipient).is_empty(), "nothing before it is sent");
    }

    #[test]
    fn a_person_may_take_it_back_until_it_is_done() {
        let person = Acting::of(Who::Person);
        for state in ReferralState::ALL {
            assert_eq!(state.open_to(&person) == [ReferralChange::Withdraw], !state.is_final(), "{state}");
        }
    }

    proptest! {
        /// Over any sequence of changes: nothing is read by the recipient that was not sent, and what ended stays ended.
        #[test]
        fn what_ended_stays_ended_and_nothing_is_read_unsent(
            changes in prop::collection::vec((0_usize..ReferralChange::ALL.len(), 0_usize..Who::ALL.len()), 0..40),
        ) {
            let (mut state, mut sent, mut ended) = (ReferralState::Draft, false, false);
            for (change, who) in changes {
                let change = ReferralChange::ALL[change];
                let before = state;
                if let Ok(next) = state.after(change, &Acting::of(Who::ALL[who])) {
                    sent |= change == ReferralChange::Send;
                    state = next;
                }
                prop_assert!(!ended || state == before);
                ended |= state.is_final();
                prop_assert!(sent || !state.is_readable());
                prop_assert!(!(state.is_final() && state.is_readable()));
                // Somebody in the house can always go on with what has not ended.
                prop_assert!(ended || !state.open_to(&Acting::of(Who::Medical)).is_empty());
            }
        }
    }
}
