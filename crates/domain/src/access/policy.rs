//! The policy: one function, exhaustive over actions.

use super::{Action, Actor, Allowed, Facts, NotesReaders, Proof, Refusal, Staff};
use crate::account::Role;
use crate::cell::{Acting, admission};
use crate::purpose::{Basis, Purpose, Register};
use crate::representation::RepresentedAct;
use chrono::{DateTime, TimeDelta, Utc};

/// How long a fresh proof of who asks counts.
pub const STEP_UP_MINUTES: i64 = 15;

/// The purpose that an action serves.
pub const fn purpose(action: Action) -> Purpose {
    use Action as A;
    match action {
        A::WriteToInfoline
        | A::FollowOwnEnquiry
        | A::ListEnquiries
        | A::LogEnquiry
        | A::ReadEnquiry
        | A::AnswerEnquiry
        | A::MergePersons
        | A::ManageTemplates
        | A::ManageChecklists
        | A::SeeCandidates
        | A::ImportEnquiries => Purpose::Orientation,
        A::ReadListeningNotes | A::WriteListeningNotes => Purpose::Listening,
        A::HandOver | A::ReceiveHandover => Purpose::Handover,
        A::FollowInService => Purpose::Support,
        A::SendToCell
        | A::FollowSent
        | A::ListCases
        | A::ReadCase
        | A::WriteCase
        | A::DoOwnSteps
        | A::HoldMeeting
        | A::HoldRcp
        | A::AttendRcp
        | A::PrepareReferral
        | A::ManageGuidelines => Purpose::Coordination,
        A::JoinFamilies => Purpose::FamilyContact,
        A::ReadListedCase => Purpose::Rcp,
        A::SendReferral | A::ReadReferral | A::AnswerReferral | A::ShareForTransfer | A::LinkSites => {
            Purpose::Transfer
        }
        A::ShareForPanel
        | A::PreparePanel
        | A::ValidatePanelCase
        | A::ValidatePanelAccess
        | A::ReadPanel
        | A::AnswerPanel => Purpose::Panel,
        A::ShareForResearch => Purpose::Research,
        A::AskSatisfaction => Purpose::Satisfaction,
        A::UseOwnRights => Purpose::OwnRight,
        A::ReadUnmetNeeds | A::ReadFigures | A::ReadLiveFigures | A::PublishFigures | A::CommentFigures => {
            Purpose::Figures
        }
        A::ProtectData | A::Erase | A::LockLink => Purpose::Protection,
        // To hold what shows an agreement is a duty of its own (GDPR, article 7(1)): it cannot hang on that agreement.
        A::AskForCoordination => Purpose::Protection,
        A::ManagePeople | A::ReadAccessLog | A::ReadHealth | A::RetryMail => Purpose::Security,
        A::AskBreakGlass | A::ApproveBreakGlass | A::OpenEmergency => Purpose::VitalInterest,
    }
}

/// The functions that may ever do this; whether this one may do it here and now is [`decide`]'s.
pub const fn roles(action: Action) -> &'static [Role] {
    use Action as A;
    use Role as R;
    match action {
        A::WriteToInfoline | A::FollowOwnEnquiry | A::UseOwnRights => &[],
        // By the link of one referral only.
        A::ReadReferral | A::AnswerReferral => &[],
        // By the link of one place only.
        A::ReadPanel | A::AnswerPanel => &[],
        // By the command only: no page compares sites.
        A::LinkSites => &[],
        A::ValidatePanelCase => &[R::MedicalCoordinator],
        A::ValidatePanelAccess => &[R::HubCoordinator],
        A::PreparePanel | A::PrepareReferral | A::SendReferral => {
            &[R::PsychosocialCoordinator, R::MedicalCoordinator, R::HubCoordinator]
        }
        A::ListEnquiries
        | A::LogEnquiry
        | A::ReadEnquiry
        | A::AnswerEnquiry
        | A::ReadListeningNotes
        | A::WriteListeningNotes
        | A::MergePersons
        | A::HandOver
        | A::AskSatisfaction
        | A::ManageTemplates => &[R::Listener],
        A::ReceiveHandover
        | A::ListCases
        | A::ReadCase
        | A::WriteCase
        | A::AskForCoordination
        | A::HoldMeeting
        | A::HoldRcp
        | A::JoinFamilies
        | A::ShareForPanel
        | A::ShareForTransfer
        | A::ShareForResearch => &[R::PsychosocialCoordinator, R::MedicalCoordinator],
        // The two coordinators read files by their own right; this one ends with the meeting.
        A::AttendRcp | A::ReadListedCase => &[R::HubCoordinator, R::RcpParticipant],
        A::SendToCell | A::DoOwnSteps => {
            &[R::PsychosocialWorker, R::HubCoordinator, R::PsychosocialCoordinator, R::MedicalCoordinator]
        }
        A::FollowSent => &[R::PsychosocialWorker, R::HubCoordinator],
        A::FollowInService => &[R::PsychosocialWorker],
        A::ManageChecklists => &[R::DirectoryEditor, R::PsychosocialCoordinator, R::MedicalCoordinator],
        A::ManageGuidelines => &[R::PsychosocialCoordinator, R::MedicalCoordinator, R::HubCoordinator],
        A::SeeCandidates => {
            &[R::Listener, R::PsychosocialCoordinator, R::MedicalCoordinator, R::HubCoordinator]
        }
        A::ReadUnmetNeeds => &[
            R::Listener,
            R::PsychosocialCoordinator,
            R::MedicalCoordinator,
            R::SteeringMember,
            R::PatientsRepresentative,
        ],
        A::ReadFigures => &[
            R::Listener,
            R::PsychosocialCoordinator,
            R::MedicalCoordinator,
            R::HubCoordinator,
            R::SteeringMember,
            R::PatientsRepresentative,
        ],
        // Exact small numbers are for those who read the records behind them anyway.
        A::ReadLiveFigures => &[R::Listener, R::PsychosocialCoordinator, R::MedicalCoordinator],
        A::PublishFigures => &[R::PsychosocialCoordinator, R::MedicalCoordinator],
        A::CommentFigures => &[R::PatientsRepresentative],
        A::ManagePeople | A::ImportEnquiries | A::ReadHealth | A::RetryMail => &[R::Administrator],
        A::ReadAccessLog => &[R::DataProtectionOfficer, R::Administrator],
        A::ProtectData | A::Erase => &[R::DataProtectionOfficer],
        A::LockLink => &[R::Listener, R::DataProtectionOfficer],
        A::AskBreakGlass => {
            &[R::Listener, R::PsychosocialCoordinator, R::MedicalCoordinator, R::HubCoordinator]
        }
        A::ApproveBreakGlass => &[R::DataProtectionOfficer, R::Administrator],
        A::OpenEmergency => &[R::MedicalCoordinator, R::HubCoordinator],
    }
}

/// Acts that need a fresh proof of who asks: they cannot be undone, or hand out power.
pub const fn needs_step_up(action: Action) -> bool {
    matches!(
        action,
        Action::ManagePeople | Action::Erase | Action::ApproveBreakGlass | Action::ImportEnquiries
    )
}

/// Acts that go on although the person withdrew: their own rights, the law, and averting danger.
const fn survives_withdrawal(action: Action) -> bool {
    matches!(
        purpose(action),
        Purpose::OwnRight | Purpose::Protection | Purpose::Security | Purpose::VitalInterest
    ) || matches!(action, Action::FollowOwnEnquiry)
}

/// The jobs of the application.
pub const JOBS: [&str; 7] = ["intake", "outbox", "retention", "figures", "majority", "referrals", "panels"];

/// What each job may do.
pub const fn job_may(job: &str, action: Action) -> bool {
    match job.as_bytes() {
        b"intake" => matches!(action, Action::LogEnquiry),
        b"outbox" => matches!(action, Action::AnswerEnquiry),
        b"retention" => matches!(action, Action::Erase),
        b"figures" => matches!(action, Action::ReadLiveFigures | Action::PublishFigures),
        b"majority" => matches!(action, Action::LockLink),
        b"referrals" => matches!(action, Action::PrepareReferral),
        b"panels" => matches!(action, Action::PreparePanel),
        _ => false,
    }
}

/// Decides.
///
/// The order is: who asks at all; whose record it is; what the person chose about the purpose; what the act needs besides.
pub fn decide(
    actor: &Actor,
    action: Action,
    facts: &Facts,
    register: &Register,
    now: DateTime<Utc>,
) -> Result<Allowed, Refusal> {
    let purpose = purpose(action);
    let basis = register.basis(purpose).ok_or(Refusal::NoBasis)?;
    match actor {
        Actor::Anyone => match action {
            Action::WriteToInfoline => Ok(Allowed { function: "none", purpose }),
            _ => Err(Refusal::NotSignedIn),
        },
        Actor::LinkHolder { enquiry, proof } => own(*enquiry, *proof, action, facts),
        Actor::Recipient { referral } => {
            if !matches!(action, Action::ReadReferral | Action::AnswerReferral) {
                return Err(Refusal::NotSignedIn);
            }
            if facts.open_referral != Some(*referral) {
                return Err(Refusal::OtherLink);
            }
            agreed(action, facts, purpose, basis)?;
            Ok(Allowed { function: "recipient", purpose })
        }
        Actor::Expert { seat } => {
            if !matches!(action, Action::ReadPanel | Action::AnswerPanel) {
                return Err(Refusal::NotSignedIn);
            }
            if facts.open_seat != Some(*seat) {
                return Err(Refusal::OtherLink);
            }
            agreed(action, facts, purpose, basis)?;
            Ok(Allowed { function: "expert", purpose })
        }
        Actor::System(job) => {
            if !job_may(job, action) {
                return Err(Refusal::Role);
            }
            agreed(action, facts, purpose, basis)?;
            Ok(Allowed { function: "system", purpose })
        }
        // Who runs the command holds the master key's file anyway; what they do is logged all the same.
        Actor::Operator => match action {
            Action::ImportEnquiries
            | Action::ReadFigures
            | Action::ReadLiveFigures
            | Action::PublishFigures
            | Action::ReadHealth
            | Action::ReadAccessLog
            | Action::ManagePeople => Ok(Allowed { function: "operator", purpose }),
            // What goes to another organisation asks each person's choice, whoever runs the command.
            Action::LinkSites => {
                agreed(action, facts, purpose, basis)?;
                match facts.hindrance_for(RepresentedAct::ShareOutside, purpose) {
                    Some(hindrance) => Err(Refusal::Hindered(hindrance)),
                    None => Ok(Allowed { function: "operator", purpose }),
                }
            }
            _ => Err(Refusal::Role),
        },
        Actor::Staff(staff) => staff_may(staff, action, facts, purpose, basis, now),
    }
}

fn own(enquiry: uuid::Uuid, proof: Proof, action: Action, facts: &Facts) -> Result<Allowed, Refusal> {
    if facts.enquiry != Some(enquiry) {
        return Err(Refusal::OtherLink);
    }
    match (action, proof) {
        (Action::FollowOwnEnquiry, _) | (Action::UseOwnRights, Proof::SecondChannel) => {
            Ok(Allowed { function: "link", purpose: purpose(action) })
        }
        (Action::UseOwnRights, Proof::LinkAndCode) => Err(Refusal::StrongerProof),
        _ => Err(Refusal::NotSignedIn),
    }
}

fn agreed(action: Action, facts: &Facts, purpose: Purpose, basis: Basis) -> Result<(), Refusal> {
    if facts.is_withdrawn && !survives_withdrawal(action) {
        return Err(Refusal::Withdrawn);
    }
    // What concerns the organisation as a whole rests on no single person's choice.
    if facts.object.id.is_some() && !facts.is_of_house && !facts.choices.allow(purpose, basis) {
        return Err(Refusal::NoAgreement);
    }
    Ok(())
}

fn staff_may(
    staff: &Staff,
    action: Action,
    facts: &Facts,
    purpose: Purpose,
    basis: Basis,
    now: DateTime<Utc>,
) -> Result<Allowed, Refusal> {
    if !staff.is_full {
        return Err(Refusal::SecondFactor);
    }
    let glass = facts.broken_glass.iter().any(|g| g.account == staff.account && now < g.until);
    let function = roles(action).iter().copied().find(|role| staff.is(*role));
    if glass && action == Action::ReadEnquiry && facts.controller == staff.controller {
        return Ok(Allowed { function: "break-glass", purpose: Purpose::VitalInterest });
    }
    let function = function.ok_or(Refusal::Role)?;
    let is_own = facts.controller == staff.controller;
    let is_shared = action == Action::ReceiveHandover && facts.shared_with.contains(&staff.controller);
    if !is_own && !is_shared {
        return Err(Refusal::OtherOrganisation);
    }
    agreed(action, facts, purpose, basis)?;
    if needs_step_up(action) {
        let is_fresh = |at: DateTime<Utc>| now - at < TimeDelta::minutes(STEP_UP_MINUTES);
        if !staff.stepped_up_at.is_some_and(is_fresh) {
            return Err(Refusal::StepUp);
        }
    }
    if action == Action::ReadListedCase || (action == Action::AttendRcp && facts.object.id.is_some()) {
        admitted(staff, facts, now)?;
    }
    match action {
        Action::ReceiveHandover if !facts.is_handed_over => Err(Refusal::NotHandedOver),
        Action::HandOver => match facts.hindrance(RepresentedAct::HandOver) {
            Some(hindrance) => Err(Refusal::Hindered(hindrance)),
            None => Ok(Allowed { function: function.word(), purpose }),
        },
        // A whole list of them is the list of who asks.
        Action::DoOwnSteps if facts.object.id.is_some() && facts.owner != Some(staff.account) => {
            Err(Refusal::NotNamed)
        }
        // What the infoline handed over is answered on the hand-over; what others sent is theirs.
        // The hub follows what it brought, and whom the person agreed to be passed on or shown to experts; a number opens nothing else.
        Action::PrepareReferral if facts.object.kind == "case_file" && !is_known_to(staff, facts) => {
            Err(Refusal::NotNamed)
        }
        Action::FollowSent
            if facts.object.id.is_some()
                && !facts.origin.is_some_and(|origin| Acting::of_roles(&staff.roles).may_bring(origin)) =>
        {
            Err(Refusal::NotNamed)
        }
        Action::SendReferral
        | Action::ValidatePanelCase
        | Action::ShareForPanel
        | Action::ShareForTransfer
        | Action::ShareForResearch => match facts.hindrance_for(RepresentedAct::ShareOutside, purpose) {
            Some(hindrance) => Err(Refusal::Hindered(hindrance)),
            None => Ok(Allowed { function: function.word(), purpose }),
        },
        Action::ReadListeningNotes
            if facts.notes_readers == NotesReaders::Author && facts.author != Some(staff.account) =>
        {
            Err(Refusal::NotNamed)
        }
        _ => Ok(Allowed { function: function.word(), purpose }),
    }
}

/// Whether a file is followed by who asks, or is one that the hub knows.
fn is_known_to(staff: &Staff, facts: &Facts) -> bool {
    let follows =
        [Role::MedicalCoordinator, Role::PsychosocialCoordinator].iter().any(|role| staff.is(*role));
    follows || facts.object.id.is_none() || facts.is_known_to_hub
}

/// Whether the admission that the store found is this account's, and holds now.
fn admitted(staff: &Staff, facts: &Facts, now: DateTime<Utc>) -> Result<(), Refusal> {
    let found = facts.admission.filter(|admission| admission.account == staff.account);
    let outcome = found.map_or(Err(admission::Refusal::NotInvited), |admission| admission.outcome);
    match outcome {
        Err(why) => Err(Refusal::NotAdmitted(why)),
        Ok(window) if now < window.from => Err(Refusal::NotAdmitted(admission::Refusal::NotYet)),
        Ok(window) if window.until <= now => Err(Refusal::NotAdmitted(admission::Refusal::Over)),
        Ok(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests;
