//! Calls that are owed to a person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "care_call")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub owner_id: Uuid,
    pub due: Date,
    pub state: String,
    pub owed_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    pub ended_by: Option<Uuid>,
    pub version: i32,
    pub sealed_text: Option<Vec<u8>>,
    pub sealed_outcome: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
