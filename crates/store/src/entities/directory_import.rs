//! Which file brought which rows, when: the provenance of editors' rows.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "directory_import")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_name: String,
    pub sha256: String,
    pub organisations: i32,
    pub events: i32,
    pub imported_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
