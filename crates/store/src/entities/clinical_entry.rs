//! An entry of the clinical summary of a file.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "clinical_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub place: i32,
    pub author_id: Uuid,
    pub changed_at: DateTimeUtc,
    pub version: i32,
    pub sealed_entry: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
