//! Requests for access to a hospital's own record.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "record_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub state: String,
    pub from_at: DateTimeUtc,
    pub until_at: DateTimeUtc,
    pub author_id: Uuid,
    pub asked_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    pub version: i32,
    pub sealed_text: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
