//! Entries of the log.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub stream: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// Microseconds since 1970.
    pub at: i64,
    pub actor: String,
    pub function: String,
    pub action: String,
    pub object: String,
    pub purpose: String,
    pub reason: String,
    pub hash: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
