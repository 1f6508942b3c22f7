//! A dossier: codes and times in clear; what it says, and to whom, is sealed with the key of the person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dossier")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub subject_id: Uuid,
    pub purpose: String,
    pub recipient_id: Option<Uuid>,
    pub state: String,
    pub author_id: Uuid,
    pub made_at: DateTimeUtc,
    pub approved_by: Option<Uuid>,
    pub approved_at: Option<DateTimeUtc>,
    pub digest: Option<String>,
    pub fetched_at: Option<DateTimeUtc>,
    pub version: i32,
    pub sealed_order: Option<Vec<u8>>,
    pub sealed_phenopacket: Option<Vec<u8>>,
    pub sealed_fhir: Option<Vec<u8>>,
    pub sealed_bytes: Option<Vec<u8>>,
    pub sealed_matchmaker: Option<Vec<u8>>,
    pub sealed_common_data: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
