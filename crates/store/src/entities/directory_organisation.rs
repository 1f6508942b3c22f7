//! Editors' rows over the starter directory, one per organisation.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "directory_organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub kind: String,
    pub country: String,
    /// The organisation with its sites, as JSON of `ariane_domain::organisation::Organisation`.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// The import that brought it.
    pub import_id: Uuid,
    /// Place in its import, so that an export gives the same order back.
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
