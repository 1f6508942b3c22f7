//! Outgoing mail: enqueued in the transaction of what it tells of, sent by a job.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Option<Uuid>,
    /// Whose key seals the mail; nil for the installation's.
    pub subject_id: Uuid,
    pub kind: String,
    pub sealed_mail: Vec<u8>,
    pub message_token: String,
    pub state: String,
    pub attempts: i32,
    pub last_error: String,
    /// Microseconds since 1970.
    pub lease_until: Option<i64>,
    /// Microseconds since 1970.
    pub next_attempt_at: i64,
    pub created_at: DateTimeUtc,
    pub sent_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
