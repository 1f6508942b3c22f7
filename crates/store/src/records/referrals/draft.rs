//! A referral before it is sent: begun from a file for a recipient, written, and what its packet has or lacks.

use super::link::target;
use super::{Card, Happened, Head, Referral, TABLE};
use crate::StoreError;
use crate::entities::{case_file, referral as r};
use crate::records::care::documents::Document;
use crate::records::cell::open::Head as FileHead;
use crate::records::cell::{CellError, from_json, staff, to_json};
use crate::records::guest::LinkStanding;
use crate::records::persons::Person;
use crate::records::{Work, open_text, seal_text};
use ariane_domain::access::grant::{Grant, PrepareReferral};
use ariane_domain::cell::Reality;
use ariane_domain::cell::contact::{Contact, ContactRole, MayKnow};
use ariane_domain::cell::document::DocumentKind;
use ariane_domain::referral::packet::{Held, PacketGate, PacketPart};
use ariane_domain::referral::{ReferralKind, ReferralState};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A referral that is begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReferral {
    /// Kind of recipient.
    pub kind: ReferralKind,
    /// European network.
    pub network: Option<String>,
    /// Id in the directory.
    pub organisation: Option<String>,
    /// Recipient and reason.
    pub head: Head,
    /// The referral whose place it takes.
    pub previous: Option<Uuid>,
    /// By which a second click is known.
    pub key: Uuid,
}

/// What of the file a packet is made of.
#[derive(Debug, Clone)]
pub struct Material {
    /// Number of the file.
    pub number: i64,
    /// Person concerned.
    pub person: Person,
    /// Head of the file.
    pub head: FileHead,
    /// The summary, where both stand behind it.
    pub summary: String,
    /// The family doctor, where they may be told.
    pub gp: Option<Contact>,
    /// Documents of the file.
    pub documents: Vec<Document>,
}

/// All about one referral.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The referral.
    pub referral: Referral,
    /// What of the file goes along or could.
    pub material: Material,
    /// What happened, oldest first.
    pub thread: Vec<Happened>,
    /// The latest link.
    pub link: Option<LinkStanding>,
    /// Recipients of the same file who were tried: their id in the directory.
    pub tried: Vec<String>,
}

impl Material {
    /// The language in which the person is spoken to.
    pub fn language(&self, head: &Head) -> String {
        if head.language.is_empty() { self.person.codes.language.clone() } else { head.language.clone() }
    }

    /// Parts of a packet that are there.
    pub fn parts(&self, head: &Head) -> Vec<PacketPart> {
        let identity = &self.person.identity;
        let has = |part: &PacketPart| match part {
            PacketPart::Question => !head.question.trim().is_empty(),
            PacketPart::Identity => !identity.name.is_empty() && identity.birth_date.is_some(),
            PacketPart::Contact => !identity.phone.is_empty() || !identity.mail.is_empty(),
            PacketPart::Language => !self.language(head).is_empty(),
            PacketPart::Disorder => !self.head.disorder.trim().is_empty(),
            PacketPart::Summary => !self.summary.is_empty(),
            PacketPart::TreatingDoctor => !self.head.treating_doctor.trim().is_empty(),
            PacketPart::Gp => self.gp.is_some(),
            PacketPart::Documents => !head.documents.is_empty(),
        };
        PacketPart::ALL.into_iter().filter(has).collect()
    }

    /// What is there and what holds, as far as the file says; `others` are the gates that who asks has looked at.
    pub fn held(&self, referral: &Referral, others: &[PacketGate]) -> Held {
        let genetic = |id: &Uuid| {
            self.documents.iter().any(|one| one.id == *id && one.kind == DocumentKind::GeneticReport)
        };
        let mut gates = others.to_vec();
        if referral.head.genetics_agreed || !referral.head.documents.iter().any(genetic) {
            gates.push(PacketGate::Genetics);
        }
        if self.person.died_on.is_none() {
            gates.push(PacketGate::Alive);
        }
        if referral.head.card.can_be_reached() {
            gates.push(PacketGate::Reachable);
        }
        Held { parts: self.parts(&referral.head), gates }
    }
}

impl Work<'_> {
    /// The file with a number, without opening it.
    pub async fn case_by_number(
        &self,
        controller: Uuid,
        number: i64,
        reality: Reality,
    ) -> Result<Option<Uuid>, StoreError> {
        let found = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Number.eq(number))
            .filter(case_file::Column::Reality.eq(reality.word()))
            .one(&self.transaction)
            .await?;
        Ok(found.map(|row| row.id))
    }

    /// Begins a referral from the grant's file; the same request begins once. Gives its id.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-possible` for somebody who died; `no-recipient` without a name.
    pub async fn begin_referral(
        &mut self,
        grant: &Grant<PrepareReferral>,
        new: &NewReferral,
    ) -> Result<Uuid, CellError> {
        let controller = grant.facts().controller;
        let file = self.case_row(controller, grant.id()).await?;
        let before = r::Entity::find()
            .filter(r::Column::ControllerId.eq(controller))
            .filter(r::Column::RequestKey.eq(new.key.to_string()))
            .one(&self.transaction)
            .await?;
        if let Some(before) = before {
            return if before.file_id == file.id { Ok(before.id) } else { Err(StoreError::NotThere.into()) };
        }
        if file.state == "died" {
            return Err(CellError::Rule("not-possible"));
        }
        if new.head.card.name.trim().is_empty() {
            return Err(CellError::Rule("no-recipient"));
        }
        let network = new.network.as_deref().unwrap_or_default();
        let organisation = new.organisation.as_deref().unwrap_or_default();
        let counter = if file.reality == Reality::Real.word() { TABLE } else { "training-referral" };
        let (id, number) = (self.id()?, self.next_number(controller, counter).await?);
        let key = self.key(file.subject_id).await?;
        let row = r::Model {
            controller_id: controller,
            id,
            number,
            file_id: file.id,
            subject_id: file.subject_id,
            reality: file.reality.clone(),
            kind: new.kind.word().to_owned(),
            network: new.network.clone(),
            organisation: new.organisation.clone(),
            recipient_id: super::recipient_id(new.kind, organisation, network),
            state: ReferralState::Draft.word().to_owned(),
            version: 1,
            author_id: staff(grant)?.account,
            previous_id: new.previous,
            request_key: new.key.to_string(),
            begun_at: self.now,
            since: self.now,
            sent_at: None,
            received_at: None,
            answered_at: None,
            appointment_on: None,
            seen_on: None,
            reported_at: None,
            closed_at: None,
            end_reason: None,
            outbox_id: None,
            reminders: 0,
            reminded_at: None,
            deletion_due_at: None,
            deletion_asked_at: None,
            person_told: None,
            doctor_told: None,
            sealed_head: seal_text(&key, TABLE, "sealed_head", id, &to_json(&new.head)?)?,
            sealed_packet: None,
        };
        r::Entity::insert(r::ActiveModel::from(row.clone()).reset_all())
            .exec_without_returning(&self.transaction)
            .await?;
        let actor = grant.actor().pseudonym();
        self.referral_event(&row, "begun", "", "", (actor, None)).await?;
        self.case_event(grant, &file, "referral", ReferralState::Draft.word(), "").await?;
        self.log_case(grant, file.id).await?;
        Ok(id)
    }

    /// Writes what goes along with a draft.
    ///
    /// # Errors
    /// [`CellError::Rule`] `not-possible` once it was sent; [`StoreError::Conflict`] where somebody was quicker.
    pub async fn write_referral_draft(
        &mut self,
        grant: &Grant<PrepareReferral>,
        version: i32,
        question: &str,
        language: &str,
        (documents, genetics_agreed): (&[Uuid], bool),
    ) -> Result<(), CellError> {
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        if row.state != ReferralState::Draft.word() {
            return Err(CellError::Rule("not-possible"));
        }
        let there = self.open_referral(&row).await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        let known: Vec<Uuid> = self.documents_of(&file).await?.into_iter().map(|one| one.id).collect();
        let head = Head {
            question: question.trim().to_owned(),
            language: language.trim().to_owned(),
            documents: known.into_iter().filter(|one| documents.contains(one)).collect(),
            genetics_agreed,
            ..there.head
        };
        let sealed = self.seal_head(&row, &head).await?;
        self.write_referral(&row, version, r::ActiveModel { sealed_head: Set(sealed), ..Default::default() })
            .await?;
        Ok(self.log_case(grant, row.file_id).await?)
    }

    pub(super) async fn material_of(&mut self, file: &case_file::Model) -> Result<Material, StoreError> {
        let persons = self.open_persons(file.controller_id, &[file.subject_id]).await?;
        let person = persons.into_iter().next().ok_or(StoreError::NotThere)?;
        let key = self.key(file.subject_id).await?;
        let head = open_text(&key, "case_file", "sealed_head", file.id, file.sealed_head.as_deref())?;
        let summary = self.open_summary(file).await?;
        let contacts = self.care_of(file).await?.contacts;
        let never = |contact: &Contact| {
            contact.role.forbidden_by().is_some_and(|one| person.identity.contact.never_tell.contains(&one))
        };
        let gp = contacts
            .into_iter()
            .map(|one| one.contact)
            .find(|one| one.role == ContactRole::Gp && one.may_know == MayKnow::Medical && !never(one));
        Ok(Material {
            number: file.number,
            head: from_json(&head, file.id)?,
            summary: if summary.joint.joint_since().is_some() { summary.text } else { String::new() },
            gp,
            documents: self.documents_of(file).await?,
            person,
        })
    }

    /// Opens a referral with what its packet has, for who prepares it or follows it. Reading is logged in the stream of the file.
    pub async fn referral_dossier(&mut self, grant: &Grant<PrepareReferral>) -> Result<Dossier, StoreError> {
        let row = self.referral_row(grant.facts().controller, grant.id()).await?;
        let file = self.case_row(row.controller_id, Some(row.file_id)).await?;
        self.log_case(grant, file.id).await?;
        let others = self.referral_rows_of(&file).await?;
        Ok(Dossier {
            referral: self.open_referral(&row).await?,
            material: self.material_of(&file).await?,
            thread: self.referral_thread(&row).await?,
            link: self.link_standing(target(&row)).await?,
            tried: others.into_iter().filter_map(|one| one.organisation).collect(),
        })
    }

    /// The file of the grant as somebody needs it who chooses a recipient, with its referrals, the latest first.
    pub async fn referrals_of_case(
        &mut self,
        grant: &Grant<PrepareReferral>,
    ) -> Result<(Material, Vec<Referral>), StoreError> {
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        self.log_case(grant, file.id).await?;
        let mut all = Vec::new();
        for row in self.referral_rows_of(&file).await? {
            all.push(self.open_referral(&row).await?);
        }
        Ok((self.material_of(&file).await?, all))
    }

    /// All referrals that have not ended, with the number of their file, those that wait longest first.
    pub async fn open_referrals(
        &mut self,
        grant: &Grant<PrepareReferral>,
        reality: Reality,
    ) -> Result<Vec<(Referral, i64)>, StoreError> {
        let controller = grant.facts().controller;
        let ended = [ReferralState::Closed.word(), ReferralState::Withdrawn.word()];
        let rows = r::Entity::find()
            .filter(r::Column::ControllerId.eq(controller))
            .filter(r::Column::Reality.eq(reality.word()))
            .filter(r::Column::State.is_not_in(ended))
            .order_by_asc(r::Column::SentAt)
            .order_by_asc(r::Column::BegunAt)
            .all(&self.transaction)
            .await?;
        let files: Vec<Uuid> = rows.iter().map(|row| row.file_id).collect();
        let numbers: std::collections::HashMap<Uuid, i64> = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Id.is_in(files))
            .all(&self.transaction)
            .await?
            .into_iter()
            .map(|file| (file.id, file.number))
            .collect();
        let subjects: Vec<Uuid> = rows.iter().map(|row| row.subject_id).collect();
        self.load_keys(&subjects).await?;
        let mut all = Vec::new();
        for row in rows {
            // Who was erased has no open referral; a key that is gone hides the rest from nobody.
            if self.loaded_key(row.subject_id).is_none() {
                continue;
            }
            let number = numbers.get(&row.file_id).copied().unwrap_or_default();
            all.push((self.open_referral(&row).await?, number));
        }
        self.log(grant, "referrals").await?;
        Ok(all)
    }

    /// Recipients of the referrals of a file, for who writes an agreement down.
    pub async fn recipients_of_case(
        &mut self,
        grant: &Grant<ariane_domain::access::grant::ReadCase>,
    ) -> Result<Vec<(Uuid, String)>, StoreError> {
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        let mut all: Vec<(Uuid, String)> = Vec::new();
        for row in self.referral_rows_of(&file).await? {
            let Card { name, .. } = self.open_referral(&row).await?.head.card;
            if !all.iter().any(|(id, _)| *id == row.recipient_id) {
                all.push((row.recipient_id, name));
            }
        }
        Ok(all)
    }
}
