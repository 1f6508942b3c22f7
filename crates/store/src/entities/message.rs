//! What was said in an enquiry: mails, forms, notes of calls, replies.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Uuid,
    /// `in` or `out`.
    pub direction: String,
    pub mode: String,
    /// `message`, `automatic`, `bounce`, `acknowledgement`.
    pub kind: String,
    pub sealed_from: Option<Vec<u8>>,
    pub sealed_subject: Option<Vec<u8>>,
    pub sealed_text: Option<Vec<u8>>,
    pub sealed_html: Option<Vec<u8>>,
    /// Message-ID, In-Reply-To and References as received.
    pub sealed_references: Option<Vec<u8>>,
    /// Blind token of the Message-ID; empty for what is no mail.
    pub message_token: String,
    pub author: String,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
