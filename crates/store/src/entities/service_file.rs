//! A file of the psycho-social service.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: i64,
    pub subject_id: Uuid,
    pub case_id: Option<Uuid>,
    pub holder_id: Option<Uuid>,
    pub reality: String,
    pub state: String,
    pub end_reason: String,
    pub next_on: Option<Date>,
    pub received_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    pub version: i32,
    pub sealed_head: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
