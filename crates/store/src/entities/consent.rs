//! An agreement of a person to one purpose: asked for, given, taken back. Rows are never removed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub subject_id: Uuid,
    pub purpose: String,
    pub recipient_id: Option<Uuid>,
    pub asked_by: Uuid,
    pub asked_at: DateTimeUtc,
    pub given_by: Option<String>,
    pub means: Option<String>,
    pub from_day: Option<Date>,
    pub until_day: Option<Date>,
    pub given_at: Option<DateTimeUtc>,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub withdrawn_means: Option<String>,
    pub sealed_recipient: Option<Vec<u8>>,
    pub sealed_text: Option<Vec<u8>>,
    pub version: i32,
    pub parents: Option<String>,
    pub second_on: Option<Date>,
    pub paper_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
