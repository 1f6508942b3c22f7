//! States of an RCP session and who may change them.

use crate::cell::machine::machine;
use crate::cell::who::Who;
use crate::stable::stable_words;

stable_words! {
    /// Where a session stands.
    pub enum RcpState in "rcp-state" {
        /// It has a date and a coordinator.
        Planned = "planned",
        /// Invitations went out.
        Invited = "invited",
        /// It took place.
        Held = "held",
        /// Its report is being written.
        Draft = "draft",
        /// The named coordinator validated the report.
        Validated = "validated",
        /// The report is signed.
        Signed = "signed",
        /// The report was sent.
        Sent = "sent",
        /// It did not take place.
        Cancelled = "cancelled",
    }
}

stable_words! {
    /// What may happen to a session.
    pub enum RcpChange in "rcp-change" {
        /// Invitations go out.
        Invite = "invite",
        /// Another date.
        Move = "move",
        /// Somebody else coordinates it.
        Coordinate = "coordinate",
        /// Its coordinator's account is closed: another takes it over, also when the report is validated.
        HandOn = "hand-on",
        /// It took place.
        Hold = "hold",
        /// The report is begun or changed.
        Draft = "draft",
        /// The report is validated.
        Validate = "validate",
        /// The report goes back to its authors.
        SendBack = "send-back",
        /// The report is signed.
        Sign = "sign",
        /// The report is sent.
        Send = "send",
        /// It does not take place.
        Cancel = "cancel",
    }
}

impl RcpState {
    /// Whether people and files may still be put on its lists, or taken off: until the report is validated.
    pub const fn has_open_lists(self) -> bool {
        matches!(self, Self::Planned | Self::Invited | Self::Held | Self::Draft)
    }

    /// Whether it took place and its report may still be written.
    pub const fn is_being_written(self) -> bool {
        matches!(self, Self::Held | Self::Draft)
    }

    /// Whether there is a report that was validated: a clinician may tell the person.
    pub const fn has_validated_report(self) -> bool {
        matches!(self, Self::Validated | Self::Signed | Self::Sent)
    }

    /// Whether it is still to come.
    pub const fn is_coming(self) -> bool {
        matches!(self, Self::Planned | Self::Invited)
    }
}

const fn next(state: RcpState, change: RcpChange) -> Option<RcpState> {
    use RcpState::{Cancelled, Draft, Held, Invited, Planned, Sent, Signed, Validated};
    match (state, change) {
        (Planned | Invited, RcpChange::Invite) => Some(Invited),
        (Planned | Invited, RcpChange::Move) => Some(state),
        (Planned | Invited | Held | Draft, RcpChange::Coordinate) => Some(state),
        (Planned | Invited | Held | Draft | Validated | Signed, RcpChange::HandOn) => Some(state),
        (Invited, RcpChange::Hold) => Some(Held),
        (Held | Draft, RcpChange::Draft) => Some(Draft),
        (Draft, RcpChange::Validate) => Some(Validated),
        (Validated | Signed, RcpChange::SendBack) => Some(Draft),
        (Validated, RcpChange::Sign) => Some(Signed),
        (Signed, RcpChange::Send) => Some(Sent),
        (Planned | Invited, RcpChange::Cancel) => Some(Cancelled),
        _ => None,
    }
}

const fn may(change: RcpChange) -> &'static [Who] {
    match change {
        RcpChange::Validate | RcpChange::SendBack => &[Who::SessionCoordinator],
        RcpChange::HandOn => &[Who::Administrator],
        RcpChange::Sign => &[Who::SessionCoordinator, Who::Medical],
        RcpChange::Draft => &[Who::SessionCoordinator, Who::Medical, Who::Psychosocial, Who::Hub],
        RcpChange::Coordinate
        | RcpChange::Invite
        | RcpChange::Move
        | RcpChange::Hold
        | RcpChange::Send
        | RcpChange::Cancel => &[Who::SessionCoordinator, Who::Medical, Who::Hub],
    }
}

machine!(RcpState, RcpChange, "rcp-session", next, may);
