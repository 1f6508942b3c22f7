//! Files that came with a message.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Uuid,
    pub message_id: Uuid,
    pub sealed_name: Option<Vec<u8>>,
    /// None where the file was refused.
    pub sealed_bytes: Option<Vec<u8>>,
    pub media_type: String,
    /// `accepted`, or why it was refused.
    pub verdict: String,
    pub size: i64,
}

impl ActiveModelBehavior for ActiveModel {}
