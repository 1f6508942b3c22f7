//! What persons chose about purposes: agreed, withdrawn, objected.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "choice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub purpose: String,
    pub choice: String,
    /// How it was given: `web-form`, `spoken`, `signed`, `link`.
    pub evidence: String,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
