//! Where each stream of the log stands.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_stream")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub stream: String,
    pub number: i64,
    pub hash: Vec<u8>,
    /// Whether it went on since a head named it.
    pub is_moved: bool,
}

impl ActiveModelBehavior for ActiveModel {}
