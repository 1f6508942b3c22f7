//! RCPs that recur.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rcp_series")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub reality: String,
    pub coordinator_id: Uuid,
    /// Whether sessions are still planned.
    pub is_ended: bool,
    /// Recurrence, length, quorum, admission, as their rules write them.
    pub rules: String,
    pub version: i32,
    pub changed_at: DateTimeUtc,
    pub sealed_name: Option<Vec<u8>>,
    pub sealed_place: Option<Vec<u8>>,
    pub sealed_link: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
