//! Recipients who were asked to delete, and their answers.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recipient_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Option<Uuid>,
    pub file_id: Option<Uuid>,
    pub asked_for: String,
    pub kind: String,
    pub recipient_id: Uuid,
    pub sealed_recipient: Option<Vec<u8>>,
    pub asked_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub answer: String,
    pub sealed_duty: Option<Vec<u8>>,
    pub answered_at: Option<DateTimeUtc>,
    pub answered_by: Option<Uuid>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
