//! One-time codes over a second channel (duty D3).

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "proof_code")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Uuid,
    pub code_digest: Vec<u8>,
    /// `mail`, `spoken`, `letter`.
    pub channel: String,
    /// The account that read it out; none for one sent by mail.
    pub issued_by: Option<Uuid>,
    /// Wrong tries.
    pub wrong: i32,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
