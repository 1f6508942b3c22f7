//! Sessions of staff, and of who follows a request by its private link.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub token_digest: Vec<u8>,
    pub account_id: Option<Uuid>,
    pub link_id: Option<Uuid>,
    pub level: String,
    pub began_at: DateTimeUtc,
    pub last_seen_at: DateTimeUtc,
    pub stepped_up_at: Option<DateTimeUtc>,
    pub agent: String,
    pub network: String,
    pub sealed_ceremony: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
