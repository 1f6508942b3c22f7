//! Steps proposed to a person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub meeting_id: Option<Uuid>,
    pub track: String,
    pub owner_id: Uuid,
    pub due: Date,
    pub state: String,
    pub proposed_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    pub version: i32,
    pub rules: String,
    pub sealed_text: Option<Vec<u8>>,
    pub sealed_outcome: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
