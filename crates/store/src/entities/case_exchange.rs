//! A note of an exchange between professionals.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_exchange")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub track: String,
    pub sharing: String,
    pub author_id: Uuid,
    pub changed_by: Uuid,
    pub changed_at: DateTimeUtc,
    pub asked_on: Date,
    pub is_open: bool,
    pub version: i32,
    pub sealed_question: Option<Vec<u8>>,
    pub sealed_advice: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
