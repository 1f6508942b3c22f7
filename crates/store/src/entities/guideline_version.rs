//! Versions of guidelines.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guideline_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub guideline_id: Uuid,
    pub number: i32,
    pub state: String,
    #[sea_orm(column_type = "Text")]
    pub authors: String,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    #[sea_orm(column_type = "Text")]
    pub url: String,
    pub valid_from: Option<Date>,
    pub review_by: Option<Date>,
    pub withdrawn_on: Option<Date>,
    pub author_id: Uuid,
    pub changed_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
