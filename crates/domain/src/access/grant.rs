//! The typed permission without which the store gives no personal data.
//!
//! A grant names its act in its type, and only [`ask`](Grant::ask) makes one, after [`policy::decide`] allowed it. A path
//! to personal data that does not ask does not compile.

use super::policy;
use super::{Action, Actor, Allowed, Facts, Refusal};
use crate::purpose::Register;
use chrono::{DateTime, Utc};
use std::marker::PhantomData;
use uuid::Uuid;

/// An act that needs a grant.
pub trait Act {
    /// The action that the policy decides about.
    const ACTION: Action;
}

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;
        impl Act for $name {
            const ACTION: Action = Action::$name;
        })*
    };
}

acts! {
    /// See [`Action::WriteToInfoline`].
    WriteToInfoline,
    /// See [`Action::FollowOwnEnquiry`].
    FollowOwnEnquiry,
    /// See [`Action::UseOwnRights`].
    UseOwnRights,
    /// See [`Action::ListEnquiries`].
    ListEnquiries,
    /// See [`Action::LogEnquiry`].
    LogEnquiry,
    /// See [`Action::ReadEnquiry`].
    ReadEnquiry,
    /// See [`Action::AnswerEnquiry`].
    AnswerEnquiry,
    /// See [`Action::ReadListeningNotes`].
    ReadListeningNotes,
    /// See [`Action::WriteListeningNotes`].
    WriteListeningNotes,
    /// See [`Action::MergePersons`].
    MergePersons,
    /// See [`Action::HandOver`].
    HandOver,
    /// See [`Action::ReceiveHandover`].
    ReceiveHandover,
    /// See [`Action::SendToCell`].
    SendToCell,
    /// See [`Action::FollowSent`].
    FollowSent,
    /// See [`Action::FollowInService`].
    FollowInService,
    /// See [`Action::ListCases`].
    ListCases,
    /// See [`Action::ReadCase`].
    ReadCase,
    /// See [`Action::WriteCase`].
    WriteCase,
    /// See [`Action::AskForCoordination`].
    AskForCoordination,
    /// See [`Action::JoinFamilies`].
    JoinFamilies,
    /// See [`Action::DoOwnSteps`].
    DoOwnSteps,
    /// See [`Action::HoldMeeting`].
    HoldMeeting,
    /// See [`Action::HoldRcp`].
    HoldRcp,
    /// See [`Action::AttendRcp`].
    AttendRcp,
    /// See [`Action::ReadListedCase`].
    ReadListedCase,
    /// See [`Action::ManageGuidelines`].
    ManageGuidelines,
    /// See [`Action::ManageChecklists`].
    ManageChecklists,
    /// See [`Action::PrepareReferral`].
    PrepareReferral,
    /// See [`Action::SendReferral`].
    SendReferral,
    /// See [`Action::ReadReferral`].
    ReadReferral,
    /// See [`Action::AnswerReferral`].
    AnswerReferral,
    /// See [`Action::ShareForPanel`].
    ShareForPanel,
    /// See [`Action::ShareForTransfer`].
    ShareForTransfer,
    /// See [`Action::ShareForResearch`].
    ShareForResearch,
    /// See [`Action::LinkSites`].
    LinkSites,
    /// See [`Action::PreparePanel`].
    PreparePanel,
    /// See [`Action::ValidatePanelCase`].
    ValidatePanelCase,
    /// See [`Action::ValidatePanelAccess`].
    ValidatePanelAccess,
    /// See [`Action::ReadPanel`].
    ReadPanel,
    /// See [`Action::AnswerPanel`].
    AnswerPanel,
    /// See [`Action::ReadUnmetNeeds`].
    ReadUnmetNeeds,
    /// See [`Action::ReadFigures`].
    ReadFigures,
    /// See [`Action::ReadLiveFigures`].
    ReadLiveFigures,
    /// See [`Action::PublishFigures`].
    PublishFigures,
    /// See [`Action::CommentFigures`].
    CommentFigures,
    /// See [`Action::ManageTemplates`].
    ManageTemplates,
    /// See [`Action::ManagePeople`].
    ManagePeople,
    /// See [`Action::ReadAccessLog`].
    ReadAccessLog,
    /// See [`Action::ProtectData`].
    ProtectData,
    /// See [`Action::LockLink`].
    LockLink,
    /// See [`Action::Erase`].
    Erase,
    /// See [`Action::AskBreakGlass`].
    AskBreakGlass,
    /// See [`Action::ApproveBreakGlass`].
    ApproveBreakGlass,
    /// See [`Action::OpenEmergency`].
    OpenEmergency,
    /// See [`Action::ImportEnquiries`].
    ImportEnquiries,
    /// See [`Action::ReadHealth`].
    ReadHealth,
    /// See [`Action::RetryMail`].
    RetryMail,
}

/// An act by which a dossier leaves a file. Each has a purpose of its own, so that each is held to what its own purpose rests on.
pub trait Share: Act {}

impl Share for ShareForPanel {}
impl Share for ShareForTransfer {}
impl Share for ShareForResearch {}

/// A permission for one act on one record, at one time.
#[derive(Debug, Clone)]
pub struct Grant<A: Act> {
    actor: Actor,
    facts: Facts,
    allowed: Allowed,
    at: DateTime<Utc>,
    reason: &'static str,
    act: PhantomData<A>,
}

impl<A: Act> Grant<A> {
    /// Asks the policy.
    pub fn ask(
        actor: &Actor,
        facts: Facts,
        register: &Register,
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        let allowed = policy::decide(actor, A::ACTION, &facts, register, now)?;
        Ok(Self { actor: actor.clone(), facts, allowed, at: now, reason: "", act: PhantomData })
    }

    /// Adds the code of a reason, for the log.
    pub fn because(mut self, reason: &'static str) -> Self {
        self.reason = reason;
        self
    }

    /// Who.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The record.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// What allowed it.
    pub fn allowed(&self) -> Allowed {
        self.allowed
    }

    /// When.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// The code of the reason; empty where none was asked for.
    pub fn reason(&self) -> &'static str {
        self.reason
    }

    /// Id of the record, where it is one.
    pub fn id(&self) -> Option<Uuid> {
        self.facts.object.id
    }

    /// The action.
    pub fn action(&self) -> Action {
        A::ACTION
    }
}
