//! States of a panel and who may change them.

use super::PanelFault;
use crate::cell::machine::machine;
use crate::cell::who::Who;
use crate::stable::stable_words;

stable_words! {
    /// Which kind of panel it is.
    pub enum PanelKind in "panel-kind" {
        /// In CPMS, under the network's own consent form: prepared, printed and followed here (duty D16).
        European = "european",
        /// Ariane's own: a local advice, never called a panel of a network (duty D16).
        Local = "local",
    }
}

stable_words! {
    /// Where a panel stands.
    pub enum PanelState in "panel-state" {
        /// Being prepared: nothing leaves.
        Prepared = "prepared",
        /// The hub's clinician validated the case: it may be opened.
        Validated = "validated",
        /// Experts are at work, here or in CPMS.
        Open = "open",
        /// The advice is there.
        Closed = "closed",
        /// What the treating physician decided is written down (duty D20).
        Decided = "decided",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

impl PanelState {
    /// Whether the question still waits for its advice.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Prepared | Self::Validated | Self::Open)
    }

    /// Whether there is an advice.
    pub const fn has_outcome(self) -> bool {
        matches!(self, Self::Closed | Self::Decided)
    }
}

stable_words! {
    /// What may happen to a panel.
    pub enum PanelChange in "panel-change" {
        /// The hub's clinician validates the case (duty D18).
        ValidateCase = "validate-case",
        /// It is opened: experts are written to, or it was entered in CPMS.
        Open = "open",
        /// Its deadline is moved.
        Extend = "extend",
        /// An expert asks something back.
        Ask = "ask",
        /// The cell's clinician answers.
        Answer = "answer",
        /// An expert writes.
        Contribute = "contribute",
        /// An expert proposes a sentence of the advice.
        Propose = "propose",
        /// An expert votes on a proposal.
        Vote = "vote",
        /// The lead writes the advice.
        Draft = "draft",
        /// A moment of the panel in CPMS is written down.
        Note = "note",
        /// The lead closes the outcome (duty D18).
        Close = "close",
        /// The outcome that was closed in CPMS is written down.
        Record = "record",
        /// What the treating physician decided is written down.
        Decide = "decide",
        /// It is taken back.
        Withdraw = "withdraw",
    }
}

impl PanelChange {
    /// Whether a kind of panel knows it.
    pub const fn is_of(self, kind: PanelKind) -> bool {
        match self {
            Self::ValidateCase | Self::Open | Self::Extend | Self::Decide | Self::Withdraw => true,
            Self::Note | Self::Record => matches!(kind, PanelKind::European),
            Self::Ask
            | Self::Answer
            | Self::Contribute
            | Self::Propose
            | Self::Vote
            | Self::Draft
            | Self::Close => matches!(kind, PanelKind::Local),
        }
    }

    /// Says no to what the other kind of panel knows.
    ///
    /// # Errors
    /// [`PanelFault::NotThisKind`].
    pub const fn check(self, kind: PanelKind) -> Result<(), PanelFault> {
        if self.is_of(kind) { Ok(()) } else { Err(PanelFault::NotThisKind) }
    }

    /// Whether words must say more.
    pub const fn needs_words(self) -> bool {
        matches!(
            self,
            Self::Ask
                | Self::Answer
                | Self::Contribute
                | Self::Propose
                | Self::Draft
                | Self::Record
                | Self::Decide
                | Self::Withdraw
        )
    }
}

stable_words! {
    /// How far a panel is in CPMS, as its public pages tell the way of a case; read on 23 November 2026 with the order of
    /// [`crate::dossier::Part`]. Who works in CPMS may know finer words: they go into the remark.
    pub enum CpmsState in "panel-cpms" {
        /// The patient was enrolled there, with the network's own consent form.
        Enrolled = "enrolled",
        /// The request was sent to the network.
        Requested = "requested",
        /// Somebody there leads the panel.
        LeadFound = "lead-found",
        /// The experts discuss.
        Discussed = "discussed",
        /// The outcome was signed there.
        Outcome = "outcome",
    }
}

const fn next(state: PanelState, change: PanelChange) -> Option<PanelState> {
    use PanelChange as C;
    use PanelState as S;
    match (state, change) {
        (S::Prepared, C::ValidateCase) => Some(S::Validated),
        (S::Validated, C::Open) => Some(S::Open),
        (
            S::Open,
            C::Extend | C::Ask | C::Answer | C::Contribute | C::Propose | C::Vote | C::Draft | C::Note,
        ) => Some(S::Open),
        (S::Open, C::Close | C::Record) => Some(S::Closed),
        (S::Closed, C::Decide) => Some(S::Decided),
        (S::Prepared | S::Validated | S::Open, C::Withdraw) => Some(S::Withdrawn),
        _ => None,
    }
}

const fn may(change: PanelChange) -> &'static [Who] {
    use PanelChange as C;
    match change {
        C::ValidateCase => &[Who::Medical],
        C::Open | C::Note => &[Who::Hub, Who::Medical, Who::Psychosocial],
        C::Extend | C::Record => &[Who::Hub, Who::Medical],
        C::Ask | C::Contribute | C::Propose | C::Vote => &[Who::Expert],
        // What is said to people outside is a clinician's to say (duty D11).
        C::Answer | C::Decide => &[Who::Medical],
        C::Draft | C::Close => &[Who::Lead],
        // An agreement that is taken back and a death end it at once (duties D4, D6).
        C::Withdraw => &[Who::Hub, Who::Medical, Who::Psychosocial, Who::Person, Who::System],
    }
}

machine!(PanelState, PanelChange, "panel", next, may);

stable_words! {
    /// Why a panel ended without an advice.
    pub enum PanelEnd in "panel-end" {
        /// Who prepared it took it back.
        TakenBack = "taken-back",
        /// The person took back their agreement.
        AgreementWithdrawn = "agreement-withdrawn",
        /// The person died.
        Death = "death",
        /// The person's data were erased.
        Erased = "erased",
    }
}

impl PanelEnd {
    /// Whether who read it is asked to delete what they kept (duty D4).
    pub const fn asks_to_delete(self) -> bool {
        matches!(self, Self::AgreementWithdrawn | Self::Erased)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::machine::Machine as _;
    use crate::cell::who::Acting;
    use proptest::prelude::*;

    #[test]
    fn each_kind_reaches_an_advice_by_its_own_way_only() {
        let path = |kind: PanelKind, who: Who| {
            PanelChange::ALL
                .into_iter()
                .filter(|change| {
                    change.is_of(kind) && PanelState::Open.next(*change) == Some(PanelState::Closed)
                })
                .filter(|change| PanelState::may(*change).contains(&who))
                .collect::<Vec<_>>()
        };
        assert_eq!(path(PanelKind::Local, Who::Lead), [PanelChange::Close]);
        assert_eq!(path(PanelKind::European, Who::Medical), [PanelChange::Record]);
        assert!(
            path(PanelKind::Local, Who::Medical).is_empty()
                && path(PanelKind::European, Who::Lead).is_empty()
        );
        assert_eq!(PanelChange::Vote.check(PanelKind::European), Err(PanelFault::NotThisKind));
    }

    /// Duty D18 as a table: who holds one of the three acts holds no other.
    #[test]
    fn three_acts_are_of_three_functions() {
        use crate::panel::seat::{SeatChange, SeatState};
        let acts = |who: Who| {
            [
                SeatState::may(SeatChange::Admit).contains(&who),
                PanelState::may(PanelChange::ValidateCase).contains(&who),
                PanelState::may(PanelChange::Close).contains(&who),
            ]
        };
        for who in Who::ALL {
            let expected = match who {
                Who::Hub => [true, false, false],
                Who::Medical => [false, true, false],
                Who::Lead => [false, false, true],
                _ => [false; 3],
            };
            assert_eq!(acts(who), expected, "{who}");
        }
    }

    proptest! {
        /// Over any sequence of changes by anybody: nothing is open that the hub's clinician did not validate, an advice is closed by
        /// who leads or written down from CPMS, and what ended stays ended.
        #[test]
        fn nothing_opens_unvalidated_and_what_ended_stays_ended(
            changes in prop::collection::vec((0_usize..PanelChange::ALL.len(), 0_usize..Who::ALL.len()), 0..40),
        ) {
            let (mut state, mut validated, mut ended) = (PanelState::Prepared, false, false);
            for (change, who) in changes {
                let (change, who) = (PanelChange::ALL[change], Who::ALL[who]);
                let Ok(after) = state.after(change, &Acting::of(who)) else { continue };
                validated |= change == PanelChange::ValidateCase && who == Who::Medical;
                prop_assert!(after != PanelState::Open || validated);
                if after == PanelState::Closed {
                    prop_assert!(matches!((change, who), (PanelChange::Close, Who::Lead) | (PanelChange::Record, Who::Hub | Who::Medical)));
                }
                prop_assert!(!ended || after == PanelState::Decided);
                ended |= !after.is_under_way();
                state = after;
            }
        }
    }
}
