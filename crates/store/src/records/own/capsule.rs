//! What a person takes along (F64): their summary as far as it was explained to them (duty D2), nothing of relatives (duty D7); and a
//! card for an emergency, known by a code so that anybody who holds it can tell whether a newer one was made (duty D12).

use crate::StoreError;
use crate::entities::{case_file, emergency_card as e};
use crate::records::Work;
use crate::records::care::told::book;
use ariane_domain::access::grant::{Grant, UseOwnRights};
use ariane_domain::cell::contact::Contact;
use ariane_domain::cell::told::Audience;
use ariane_domain::dossier::capsule::{
    Bearer, Capsule, CarriedConsent, VERSION, by_word, expires_on, may_be_carried,
};
use ariane_domain::protection::emergency::needs_contact;
use ariane_privacy::{random, secret};
use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::HEXLOWER;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

/// A capsule that was put together.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnCapsule {
    /// What it holds.
    pub capsule: Capsule,
    /// Name of this export, for ids within it.
    pub serial: Uuid,
    /// Disorder of the file; empty where it was not explained.
    pub disorder: String,
    /// Entries that stay until a clinician explained them.
    pub kept_back: usize,
}

/// What a card says besides.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnCard {
    /// What the person may take along.
    pub capsule: Capsule,
    /// Who treats them.
    pub doctor: String,
    /// Whom to call.
    pub contacts: Vec<Contact>,
    /// By which the card is known.
    pub code: String,
}

/// What anybody who holds a card may learn of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardStanding {
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when it is good.
    pub expires_on: NaiveDate,
    /// Whether none was made after it.
    pub is_latest: bool,
}

fn digest(code: &str) -> String {
    HEXLOWER.encode(&secret::digest(code))
}

impl Work<'_> {
    /// What who holds the link may take along; none where the file is not theirs. `made_by` is the name of the organisation.
    pub async fn own_capsule(
        &mut self,
        grant: &Grant<UseOwnRights>,
        made_by: &str,
    ) -> Result<Option<OwnCapsule>, StoreError> {
        let Some(file) = self.own_file(grant).await? else { return Ok(None) };
        let own = self.capsule_of(&file, made_by).await?;
        self.note(grant).await?;
        Ok(Some(own))
    }

    /// Whether who holds the link has a file of their own, from which something can be taken along.
    pub async fn has_own_file(&mut self, grant: &Grant<UseOwnRights>) -> Result<bool, StoreError> {
        Ok(self.own_file(grant).await?.is_some())
    }

    async fn capsule_of(&mut self, file: &case_file::Model, made_by: &str) -> Result<OwnCapsule, StoreError> {
        let persons = self.open_persons(file.controller_id, &[file.subject_id]).await?;
        let person = persons.into_iter().next().ok_or(StoreError::NotThere)?;
        let care = self.care_of(file).await?;
        let told = book(&care, self.now);
        let now = self.now;
        let is_explained = |delicate| told.release(delicate, Audience::Person, now).is_ok();
        let all: Vec<_> = care.clinical.iter().map(|one| &one.kept.entry).collect();
        let entries: Vec<_> = all
            .iter()
            .filter(|entry| may_be_carried(entry, is_explained(entry.delicate())))
            .map(|entry| (*entry).clone())
            .collect();
        let theirs = all.iter().filter(|entry| may_be_carried(entry, true)).count();
        let mut consents = Vec::new();
        for one in self.open_consents(file).await? {
            let Some((means, given)) = one.given else { continue };
            consents.push(CarriedConsent {
                purpose: one.purpose.word().to_owned(),
                recipient: one.recipient,
                by: by_word(given.by).to_owned(),
                means,
                from: given.from,
                until: given.until,
                withdrawn_at: given.withdrawn_at,
            });
        }
        let is_told = is_explained(Some(ariane_domain::cell::told::Delicate::Candidate));
        let disorder = if is_told { self.head_of_case(file).await?.disorder } else { String::new() };
        Ok(OwnCapsule {
            kept_back: theirs - entries.len(),
            capsule: Capsule {
                version: VERSION,
                made_by: made_by.to_owned(),
                made_at: self.now,
                expires_on: expires_on(self.today()),
                bearer: Bearer {
                    name: person.identity.name,
                    birth_date: person.identity.birth_date,
                    language: person.codes.language,
                },
                entries,
                consents,
            },
            serial: self.id()?,
            disorder,
        })
    }

    /// Makes a card for an emergency; one that was made before is told to be older from now on.
    pub async fn own_card(
        &mut self,
        grant: &Grant<UseOwnRights>,
        made_by: &str,
    ) -> Result<Option<OwnCard>, StoreError> {
        let Some(file) = self.own_file(grant).await? else { return Ok(None) };
        let own = self.capsule_of(&file, made_by).await?;
        let care = self.care_of(&file).await?;
        let (id, code) = (self.id()?, random::spoken_code(4)?);
        e::Entity::insert(e::ActiveModel {
            controller_id: Set(file.controller_id),
            id: Set(id),
            subject_id: Set(file.subject_id),
            code_digest: Set(digest(&code)),
            made_at: Set(self.now),
            expires_on: Set(own.capsule.expires_on),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.note(grant).await?;
        Ok(Some(OwnCard {
            doctor: self.head_of_case(&file).await?.treating_doctor,
            contacts: care
                .contacts
                .into_iter()
                .map(|one| one.contact)
                .filter(|one| needs_contact(one.role))
                .collect(),
            capsule: own.capsule,
            code,
        }))
    }

    /// What anybody who holds a card may learn by its code: nothing of whom it is about. None for a code that is nobody's.
    pub async fn card_standing(&self, code: &str) -> Result<Option<CardStanding>, StoreError> {
        let found = e::Entity::find()
            .filter(e::Column::CodeDigest.eq(digest(&random::typed_code(code))))
            .one(&self.transaction)
            .await?;
        let Some(card) = found else { return Ok(None) };
        let later = e::Entity::find()
            .filter(e::Column::ControllerId.eq(card.controller_id))
            .filter(e::Column::SubjectId.eq(card.subject_id))
            .filter(e::Column::MadeAt.gt(card.made_at))
            .count(&self.transaction)
            .await?;
        Ok(Some(CardStanding { made_at: card.made_at, expires_on: card.expires_on, is_latest: later == 0 }))
    }
}
