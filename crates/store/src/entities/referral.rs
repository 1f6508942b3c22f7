//! A referral: codes and times in clear, for figures and clocks; everything said in words is sealed with the key of the person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: i64,
    pub file_id: Uuid,
    pub subject_id: Uuid,
    pub reality: String,
    pub kind: String,
    pub network: Option<String>,
    pub organisation: Option<String>,
    pub recipient_id: Uuid,
    pub state: String,
    pub version: i32,
    pub author_id: Uuid,
    pub previous_id: Option<Uuid>,
    pub request_key: String,
    pub begun_at: DateTimeUtc,
    pub since: DateTimeUtc,
    pub sent_at: Option<DateTimeUtc>,
    pub received_at: Option<DateTimeUtc>,
    pub answered_at: Option<DateTimeUtc>,
    pub appointment_on: Option<Date>,
    pub seen_on: Option<Date>,
    pub reported_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub end_reason: Option<String>,
    pub outbox_id: Option<Uuid>,
    pub reminders: i32,
    pub reminded_at: Option<DateTimeUtc>,
    pub deletion_due_at: Option<DateTimeUtc>,
    pub deletion_asked_at: Option<DateTimeUtc>,
    pub person_told: Option<String>,
    pub doctor_told: Option<String>,
    pub sealed_head: Option<Vec<u8>>,
    pub sealed_packet: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
