//! Versions of reply templates; they name nobody.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reply_template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub need: String,
    pub language: String,
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub author_id: Uuid,
    pub is_retired: bool,
    pub is_current: bool,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
