//! Somebody of the roster of the hub. Who it is is sealed with the key of the installation.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hub_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub networks: String,
    pub organisation: Option<String>,
    pub has_left: bool,
    pub version: i32,
    pub changed_at: DateTimeUtc,
    pub author_id: Uuid,
    pub sealed_text: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
