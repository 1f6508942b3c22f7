//! What who sends a referral does with it: sending, the code of its link, answers, what was heard by telephone, passing it on, closing.

use super::TABLE;
use super::changes::{Making, Said};
use super::draft::{Material, NewReferral};
use super::link::target;
use crate::StoreError;
use crate::entities::referral as r;
use crate::records::cell::{CellError, acting, staff, to_json};
use crate::records::guest::NewLink;
use crate::records::outbox::Outgoing;
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Grant, PrepareReferral, SendReferral};
use ariane_domain::cell::contact::Contact;
use ariane_domain::cell::machine::Machine as _;
use ariane_domain::cell::told::CLINICIANS;
use ariane_domain::protection::recipients::RecipientKind;
use ariane_domain::purpose::Purpose;
use ariane_domain::referral::link::Channel;
use ariane_domain::referral::packet::{PacketGate, PacketPart, PacketRule, missing};
use ariane_domain::referral::state::ToldWay;
use ariane_domain::referral::{ReferralChange, ReferralKind, ReferralState};
use ariane_privacy::random;
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What was sent, as it was at that moment. Documents are named and opened one by one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packet {
    /// Who sends it: name and function.
    pub sender: String,
    /// What is asked.
    pub question: String,
    /// Person.
    pub name: String,
    /// Birth date.
    #[serde(default)]
    pub birth_date: Option<NaiveDate>,
    /// Telephone; empty where it does not go along.
    #[serde(default)]
    pub phone: String,
    /// Mail; empty where it does not go along.
    #[serde(default)]
    pub mail: String,
    /// Language in which the person is spoken to.
    #[serde(default)]
    pub language: String,
    /// Disorder, known or suspected.
    #[serde(default)]
    pub disorder: String,
    /// Summary of both coordinators.
    #[serde(default)]
    pub summary: String,
    /// Treating doctor.
    #[serde(default)]
    pub treating_doctor: String,
    /// Family doctor.
    #[serde(default)]
    pub gp: Option<Contact>,
    /// Documents.
    #[serde(default)]
    pub documents: Vec<Uuid>,
}

impl Packet {
    /// What a kind of recipient is sent of a file, and nothing that its rule does not name.
    pub fn of(material: &Material, head: &super::Head, rule: &PacketRule, sender: &str) -> Self {
        let when =
            |part: PacketPart, text: &str| if rule.holds(part) { text.to_owned() } else { String::new() };
        let identity = &material.person.identity;
        Self {
            sender: sender.to_owned(),
            question: when(PacketPart::Question, &head.question),
            name: when(PacketPart::Identity, &identity.name),
            birth_date: identity.birth_date.filter(|_| rule.holds(PacketPart::Identity)),
            phone: when(PacketPart::Contact, &identity.phone),
            mail: when(PacketPart::Contact, &identity.mail),
            language: when(PacketPart::Language, &material.language(head)),
            disorder: when(PacketPart::Disorder, &material.head.disorder),
            summary: when(PacketPart::Summary, &material.summary),
            treating_doctor: when(PacketPart::TreatingDoctor, &material.head.treating_doctor),
            gp: material.gp.clone().filter(|_| rule.holds(PacketPart::Gp)),
            documents: if rule.holds(PacketPart::Documents) { head.documents.clone() } else { Vec::new() },
        }
    }
}

/// How a referral is sent.
#[derive(Debug, Clone)]
pub struct Sending<'a> {
    /// Version that was read.
    pub version: i32,
    /// By which a second click is known.
    pub key: Option<Uuid>,
    /// What this kind of recipient needs.
    pub rule: &'a PacketRule,
    /// Whether the recipient stands in the directory or on the roster.
    pub is_listed: bool,
    /// Who sends it: name and function.
    pub sender: &'a str,
    /// Over which channel the link goes.
    pub channel: Channel,
}

impl Work<'_> {
    /// Sends a referral: what it consists of is kept as it is now, a link is made, and where it goes by mail the mail waits to be sent.
    /// Gives the token of the link; none for a second click. `mail` is made of the token.
    ///
    /// # Errors
    /// [`CellError::Rule`] `referral-incomplete` where something is missing, `no-address` for mail to who has none;
    /// [`StoreError::Conflict`].
    pub async fn send_referral(
        &mut self,
        grant: &Grant<SendReferral>,
        sending: &Sending<'_>,
        mail: impl FnOnce(&str) -> Outgoing,
    ) -> Result<Option<String>, CellError> {
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        if self.was_said(&row, sending.key).await? {
            return Ok(None);
        }
        let who = staff(grant)?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        let (referral, material) = (self.open_referral(&row).await?, self.material_of(&file).await?);
        // The grant says that the person agreed, and that who decides for them is not against it.
        let mut gates = vec![PacketGate::Agreement, PacketGate::Representatives];
        gates.extend(sending.is_listed.then_some(PacketGate::Listed));
        gates.extend(referral.kind.may_send(&acting(who)).then_some(PacketGate::Professional));
        if !missing(sending.rule, &material.held(&referral, &gates)).is_empty() {
            return Err(CellError::Rule("referral-incomplete"));
        }
        if !Channel::OF_LINK.contains(&sending.channel) {
            return Err(CellError::Rule("not-possible"));
        }
        if sending.channel == Channel::Mail && referral.head.card.mail.trim().is_empty() {
            return Err(CellError::Rule("no-address"));
        }
        let packet = Packet::of(&material, &referral.head, sending.rule, sending.sender);
        let token = random::token().map_err(StoreError::from)?;
        let outbox = match sending.channel {
            Channel::Mail => Some(self.enqueue_about(&file, "referral", &mail(&token)).await?),
            _ => None,
        };
        let key = self.key(row.subject_id).await?;
        let set = r::ActiveModel {
            outbox_id: Set(outbox),
            sealed_packet: Set(seal_text(&key, TABLE, "sealed_packet", row.id, &to_json(&packet)?)?),
            ..Default::default()
        };
        let said = Said {
            version: sending.version,
            key: sending.key,
            detail: sending.channel.word(),
            ..Said::default()
        };
        let actor = grant.actor().pseudonym();
        let making =
            Making { change: ReferralChange::Send, acting: &acting(who), actor, said: &said, end: None };
        if !self.make_change(&row, making, set).await? {
            return Ok(None);
        }
        let days = self.records.referral().link_days;
        self.insert_link(target(&row), NewLink { token: &token, channel: sending.channel, days }).await?;
        let (thread, name) = (self.thread_of(&file).await?, &referral.head.card.name);
        self.insert_disclosure(&thread, RecipientKind::Controller, name, who.account).await?;
        self.log_case(grant, file.id).await?;
        Ok(Some(token))
    }

    /// Makes another link in place of the one that is there, which ends: it was lost, or its mail went nowhere. Gives its token.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-possible` where there is nothing to read, `no-address`.
    pub async fn renew_referral_link(
        &mut self,
        grant: &Grant<SendReferral>,
        channel: Channel,
        mail: impl FnOnce(&str) -> Outgoing,
    ) -> Result<String, CellError> {
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        let referral = self.open_referral(&row).await?;
        if !referral.state.is_readable() || !Channel::OF_LINK.contains(&channel) {
            return Err(CellError::Rule("not-possible"));
        }
        if channel == Channel::Mail && referral.head.card.mail.trim().is_empty() {
            return Err(CellError::Rule("no-address"));
        }
        let token = random::token().map_err(StoreError::from)?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        if channel == Channel::Mail {
            let outbox = self.enqueue_about(&file, "referral", &mail(&token)).await?;
            let set = r::ActiveModel { outbox_id: Set(Some(outbox)), ..Default::default() };
            self.write_referral(&row, row.version, set).await?;
        }
        let days = self.records.referral().link_days;
        self.insert_link(target(&row), NewLink { token: &token, channel, days }).await?;
        let actor = grant.actor().pseudonym();
        self.referral_event(&row, "link-made", channel.word(), "", (actor, None)).await?;
        self.log_case(grant, file.id).await?;
        Ok(token)
    }

    /// Makes the code of the link, to be told over another channel than the link went. An earlier code ends.
    ///
    /// # Errors
    /// [`CellError::Rule`] `same-channel` for the way of the link, `not-possible` without an open link.
    pub async fn issue_referral_code(
        &mut self,
        grant: &Grant<SendReferral>,
        channel: Channel,
    ) -> Result<String, CellError> {
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        let code = self.issue_code(target(&row), channel, staff(grant)?.account).await?;
        let actor = grant.actor().pseudonym();
        self.referral_event(&row, "code-made", channel.word(), "", (actor, None)).await?;
        self.log_case(grant, row.file_id).await?;
        Ok(code)
    }

    /// A change by who sent it: an answer, what the recipient said by telephone or letter, taking back, closing. False for a second
    /// click.
    ///
    /// # Errors
    /// [`CellError::Rule`] of [`Work::make_change`], `referral-not-told` where an outcome is closed before person and doctor learned
    /// of it; [`StoreError::Conflict`].
    pub async fn change_referral(
        &mut self,
        grant: &Grant<PrepareReferral>,
        change: ReferralChange,
        said: &Said,
    ) -> Result<bool, CellError> {
        // Sending and passing on need more than this.
        if matches!(change, ReferralChange::Send | ReferralChange::PassOn) {
            return Err(CellError::Rule("not-possible"));
        }
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        let untold = row.person_told.is_none() || row.doctor_told.is_none();
        if change == ReferralChange::Close && row.state == ReferralState::Reported.word() && untold {
            return Err(CellError::Rule("referral-not-told"));
        }
        let mut set = r::ActiveModel::default();
        if change == ReferralChange::Report {
            let mut head = self.open_referral(&row).await?.head;
            head.report = joined(&head.report, &said.text);
            set.sealed_head = Set(self.seal_head(&row, &head).await?);
        }
        let (acting, actor) = (acting(staff(grant)?), grant.actor().pseudonym());
        let making = Making { change, acting: &acting, actor, said, end: None };
        let is_new = self.make_change(&row, making, set).await?;
        self.log_case(grant, row.file_id).await?;
        Ok(is_new)
    }

    /// Writes down how the person, or their doctor, learned what came of it (duty D2: a human tells; of what doctors found, a clinician).
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-possible` before there is an outcome, `not-clinician`; [`StoreError::Conflict`].
    pub async fn note_referral_told(
        &mut self,
        grant: &Grant<PrepareReferral>,
        version: i32,
        is_doctor: bool,
        way: ToldWay,
    ) -> Result<(), CellError> {
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        let state = ReferralState::from_word(&row.state);
        if !state.is_some_and(|state| {
            matches!(state, ReferralState::Reported | ReferralState::Declined | ReferralState::Lost)
        }) {
            return Err(CellError::Rule("not-possible"));
        }
        let is_medical = ReferralKind::from_word(&row.kind).is_none_or(ReferralKind::needs_professional);
        if is_medical && !acting(staff(grant)?).is_any_of(CLINICIANS) {
            return Err(CellError::Rule("not-clinician"));
        }
        let word = Some(way.word().to_owned());
        let set = match is_doctor {
            true => r::ActiveModel { doctor_told: Set(word), ..Default::default() },
            false => r::ActiveModel { person_told: Set(word), ..Default::default() },
        };
        self.write_referral(&row, version, set).await?;
        let kind = if is_doctor { "told-doctor" } else { "told-person" };
        let actor = grant.actor().pseudonym();
        self.referral_event(&row, kind, way.word(), "", (actor, None)).await?;
        Ok(self.log_case(grant, row.file_id).await?)
    }

    /// Passes a referral on: this one ends, and another begins for a recipient to whom the person agreed. Gives its id.
    ///
    /// # Errors
    /// [`CellError::Rule`] `no-consent-transfer` without an agreement towards the new recipient, `same-recipient`;
    /// [`StoreError::Conflict`].
    pub async fn pass_on_referral(
        &mut self,
        grant: &Grant<PrepareReferral>,
        case: &Grant<PrepareReferral>,
        version: i32,
        new: NewReferral,
    ) -> Result<Uuid, CellError> {
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        if case.id() != Some(row.file_id) {
            return Err(StoreError::NotThere.into());
        }
        let key = new.key;
        let next = super::recipient_id(
            new.kind,
            new.organisation.as_deref().unwrap_or_default(),
            new.network.as_deref().unwrap_or_default(),
        );
        if self.was_said(&row, Some(key)).await? {
            let there = self.begin_referral(case, &new).await?;
            return Ok(there);
        }
        if next == row.recipient_id {
            return Err(CellError::Rule("same-recipient"));
        }
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        let basis = self.records.register().basis(Purpose::Transfer);
        let choices = self.choices_towards(&file, Some(next)).await?;
        if !basis.is_some_and(|basis| choices.allow(Purpose::Transfer, basis)) {
            return Err(CellError::Rule("no-consent-transfer"));
        }
        let before = self.open_referral(&row).await?;
        let said = Said { version, key: Some(key), ..Said::default() };
        let (acting, actor) = (acting(staff(grant)?), grant.actor().pseudonym());
        let making =
            Making { change: ReferralChange::PassOn, acting: &acting, actor, said: &said, end: None };
        self.make_change(&row, making, r::ActiveModel::default()).await?;
        let head =
            super::Head { card: new.head.card, why: new.head.why, report: String::new(), ..before.head };
        let id = self.begin_referral(case, &NewReferral { head, previous: Some(row.id), ..new }).await?;
        Ok(id)
    }

    /// What somebody of the house may do with a referral now.
    pub fn open_changes(state: ReferralState, acting: &ariane_domain::cell::Acting) -> Vec<ReferralChange> {
        let direct =
            |change: &ReferralChange| !matches!(change, ReferralChange::Send | ReferralChange::PassOn);
        state.open_to(acting).into_iter().filter(direct).collect()
    }
}

/// Words after words.
pub(super) fn joined(before: &str, more: &str) -> String {
    let parts = [before.trim(), more.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}
