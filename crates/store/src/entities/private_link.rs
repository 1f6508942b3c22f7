//! Private links: what a person follows their request with. The store knows digests only.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "private_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Uuid,
    pub token_digest: Vec<u8>,
    /// argon2id.
    pub code_hash: String,
    /// Over which channel it went to the person: `screen`, `mail`, `spoken`, `letter`.
    pub channel: String,
    pub created_at: DateTimeUtc,
    pub locked_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
