//! Weekly meetings.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cell_meeting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub reality: String,
    pub starts_at: DateTimeUtc,
    pub state: String,
    pub version: i32,
    pub rules: String,
    pub sealed_addenda: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
