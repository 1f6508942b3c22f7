//! Guidelines per disorder or group; they name no person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guideline")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub code: i32,
    pub language: String,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    pub begun_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
