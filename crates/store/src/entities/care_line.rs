//! Lines of the care plan of a file.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "care_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub on_day: Option<Date>,
    pub renew_by: Option<Date>,
    pub outcome: String,
    pub author_id: Uuid,
    pub begun_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    pub version: i32,
    pub sealed_rules: Option<Vec<u8>>,
    pub sealed_text: Option<Vec<u8>>,
    pub sealed_reason: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
