//! The link of who has no account, with its code, and the session of who gave it: to one referral, or to one place in a panel. Digests
//! only.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guest_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub opens: String,
    pub opens_id: Uuid,
    pub channel: String,
    pub token_digest: Vec<u8>,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    pub code_digest: Option<Vec<u8>>,
    pub code_channel: Option<String>,
    pub code_issued_by: Option<Uuid>,
    pub code_expires_at: Option<DateTimeUtc>,
    pub wrong: i32,
    pub session_digest: Option<Vec<u8>>,
    pub session_from: Option<DateTimeUtc>,
    pub session_seen_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
