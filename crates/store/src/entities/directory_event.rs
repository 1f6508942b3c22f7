//! Editors' events and trainings over those of the starter set.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "directory_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub organisation: String,
    /// The event, as JSON of `ariane_domain::event::Event`.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// The import that brought it.
    pub import_id: Uuid,
    /// Place in its import, so that an export gives the same order back.
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
