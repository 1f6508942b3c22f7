//! Requesters and persons concerned.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub sealed_name: Option<Vec<u8>>,
    pub sealed_mail: Option<Vec<u8>>,
    pub sealed_phone: Option<Vec<u8>>,
    pub sealed_birth_date: Option<Vec<u8>>,
    pub sealed_contact: Option<Vec<u8>>,
    pub language: String,
    pub age_band: String,
    pub nationality: String,
    pub residence_country: String,
    pub residence_area: String,
    /// The record with which this one is linked as the same person.
    pub group_id: Option<Uuid>,
    pub died_on: Option<Date>,
    pub erased_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
