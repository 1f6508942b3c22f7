//! Persons: who asks, and whom it is about.
//!
//! * [`index`]: found by what they are called, without keeping it in clear;
//! * [`links`]: records of one person, linked;
//! * [`erase`]: erased (article 17).

mod erase;
mod index;
mod links;

use super::{Work, open_text, seal_text};
use crate::StoreError;
use crate::entities::{enquiry, person};
use ariane_domain::access::grant::{AnswerEnquiry, Grant};
use ariane_domain::person::SafeContact;
use ariane_privacy::seal::DataKey;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

const TABLE: &str = "person";

/// What identifies a person. All of it is sealed; empty is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Name as given.
    pub name: String,
    /// Mail address.
    pub mail: String,
    /// Telephone number.
    pub phone: String,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// How they may be reached.
    pub contact: SafeContact,
}

impl Identity {
    /// Whether nothing is known of who it is.
    pub fn is_anonymous(&self) -> bool {
        self.name.is_empty() && self.mail.is_empty() && self.phone.is_empty() && self.birth_date.is_none()
    }
}

/// Codes of a person, for figures; clear in the database. Empty is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonCodes {
    /// ISO 639-1.
    pub language: String,
    /// Word of an age band.
    pub age_band: String,
    /// ISO 3166-1 alpha-2.
    pub nationality: String,
    /// ISO 3166-1 alpha-2.
    pub residence_country: String,
    /// Area within the country: a canton, a département.
    pub residence_area: String,
}

/// A person as those see who may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Id of the record.
    pub id: Uuid,
    /// Who it is; empty when erased.
    pub identity: Identity,
    /// Codes.
    pub codes: PersonCodes,
    /// The record with which this one is linked as the same person.
    pub group: Option<Uuid>,
    /// When they died.
    pub died_on: Option<NaiveDate>,
    /// When their key was destroyed.
    pub erased_at: Option<DateTime<Utc>>,
    /// Counts changes.
    pub version: i32,
}

fn seal_identity(
    row: &mut person::ActiveModel,
    id: Uuid,
    key: &DataKey,
    identity: &Identity,
) -> Result<(), StoreError> {
    let birth = identity.birth_date.map(|d| d.to_string()).unwrap_or_default();
    let contact = serde_json::to_string(&identity.contact).map_err(|_| StoreError::Sealed)?;
    row.sealed_name = Set(seal_text(key, TABLE, "sealed_name", id, &identity.name)?);
    row.sealed_mail = Set(seal_text(key, TABLE, "sealed_mail", id, &identity.mail)?);
    row.sealed_phone = Set(seal_text(key, TABLE, "sealed_phone", id, &identity.phone)?);
    row.sealed_birth_date = Set(seal_text(key, TABLE, "sealed_birth_date", id, &birth)?);
    row.sealed_contact = Set(seal_text(key, TABLE, "sealed_contact", id, &contact)?);
    Ok(())
}

fn open_identity(row: &person::Model, key: &DataKey) -> Result<Identity, StoreError> {
    let open = |column, sealed: &Option<Vec<u8>>| open_text(key, TABLE, column, row.id, sealed.as_deref());
    let contact = open("sealed_contact", &row.sealed_contact)?;
    Ok(Identity {
        name: open("sealed_name", &row.sealed_name)?,
        mail: open("sealed_mail", &row.sealed_mail)?,
        phone: open("sealed_phone", &row.sealed_phone)?,
        birth_date: open("sealed_birth_date", &row.sealed_birth_date)?.parse().ok(),
        contact: serde_json::from_str(&contact).unwrap_or_default(),
    })
}

fn set_codes(row: &mut person::ActiveModel, codes: &PersonCodes) {
    row.language = Set(codes.language.clone());
    row.age_band = Set(codes.age_band.clone());
    row.nationality = Set(codes.nationality.clone());
    row.residence_country = Set(codes.residence_country.clone());
    row.residence_area = Set(codes.residence_area.clone());
}

impl Work<'_> {
    /// Who a person is, sealed for its row.
    pub(crate) async fn sealed_identity(
        &mut self,
        person: Uuid,
        version: i32,
        identity: &Identity,
    ) -> Result<person::ActiveModel, StoreError> {
        let key = self.key(person).await?;
        let mut row = person::ActiveModel { version: Set(version), ..person::ActiveModel::default() };
        seal_identity(&mut row, person, &key, identity)?;
        Ok(row)
    }

    /// Keeps a new person and gives their id.
    pub(crate) async fn insert_person(
        &mut self,
        controller: Uuid,
        identity: &Identity,
        codes: &PersonCodes,
    ) -> Result<Uuid, StoreError> {
        let id = self.id()?;
        let key = self.new_key(id).await?;
        let mut row = person::ActiveModel {
            controller_id: Set(controller),
            id: Set(id),
            group_id: Set(None),
            died_on: Set(None),
            erased_at: Set(None),
            created_at: Set(self.now),
            version: Set(1),
            ..person::ActiveModel::default()
        };
        seal_identity(&mut row, id, &key, identity)?;
        set_codes(&mut row, codes);
        person::Entity::insert(row).exec_without_returning(&self.transaction).await?;
        self.index_person(controller, id, identity).await?;
        Ok(id)
    }

    /// Persons by id, opened; an erased person has codes only. Callers have used their grant.
    pub(crate) async fn open_persons(
        &mut self,
        controller: Uuid,
        ids: &[Uuid],
    ) -> Result<Vec<Person>, StoreError> {
        let rows = person::Entity::find()
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.is_in(ids.iter().copied()))
            .all(&self.transaction)
            .await?;
        self.load_keys(&rows.iter().map(|r| r.id).collect::<Vec<_>>()).await?;
        rows.iter()
            .map(|row| {
                let identity = match self.loaded_key(row.id) {
                    Some(key) => open_identity(row, key)?,
                    None => Identity::default(),
                };
                Ok(Person {
                    id: row.id,
                    identity,
                    codes: PersonCodes {
                        language: row.language.clone(),
                        age_band: row.age_band.clone(),
                        nationality: row.nationality.clone(),
                        residence_country: row.residence_country.clone(),
                        residence_area: row.residence_area.clone(),
                    },
                    group: row.group_id,
                    died_on: row.died_on,
                    erased_at: row.erased_at,
                    version: row.version,
                })
            })
            .collect()
    }

    /// Changes who a person is, as long as nobody else did meanwhile. `person` must be the requester or the person
    /// concerned of the grant's enquiry. Codes of a person stay as they were first written, which figures rely on.
    pub async fn change_person(
        &mut self,
        grant: &Grant<AnswerEnquiry>,
        person: Uuid,
        version: i32,
        identity: &Identity,
    ) -> Result<(), StoreError> {
        let controller = grant.facts().controller;
        let enquiry = self.enquiry_row(controller, grant.id()).await?;
        if enquiry.requester_id != person && enquiry.concerned_id != Some(person) {
            return Err(StoreError::NotThere);
        }
        let key = self.key(person).await?;
        let mut row = person::ActiveModel { version: Set(version + 1), ..person::ActiveModel::default() };
        seal_identity(&mut row, person, &key, identity)?;
        let changed = person::Entity::update_many()
            .set(row)
            .filter(person::Column::ControllerId.eq(controller))
            .filter(person::Column::Id.eq(person))
            .filter(person::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        self.index_person(controller, person, identity).await?;
        // Who was anonymous and is known now is no longer shown as anonymous.
        if enquiry.is_anonymous != identity.is_anonymous() && enquiry.requester_id == person {
            enquiry::Entity::update_many()
                .col_expr(enquiry::Column::IsAnonymous, Expr::value(identity.is_anonymous()))
                .filter(enquiry::Column::ControllerId.eq(controller))
                .filter(enquiry::Column::Id.eq(enquiry.id))
                .exec(&self.transaction)
                .await?;
        }
        self.note(grant).await
    }
}
