//! Signed daily heads of the log.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_head")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub day: String,
    #[sea_orm(column_type = "Text")]
    pub content: String,
    pub kept_at: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
