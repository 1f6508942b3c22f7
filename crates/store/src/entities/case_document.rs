//! Documents of files.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub kind: String,
    pub source: String,
    pub is_for_rcp: bool,
    pub author_id: Uuid,
    pub at: DateTimeUtc,
    pub media_type: String,
    pub size: i64,
    pub sealed_name: Option<Vec<u8>>,
    pub sealed_about: Option<Vec<u8>>,
    pub sealed_bytes: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
