//! An emergency summary that somebody opened alone, to be looked at afterwards.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "emergency_opening")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub account_id: Uuid,
    pub at: DateTimeUtc,
    pub state: String,
    pub reviewed_by: Option<Uuid>,
    pub reviewed_at: Option<DateTimeUtc>,
    pub sealed_reason: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
