//! Enquiries.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enquiry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: i64,
    pub state: String,
    pub mode: String,
    pub requester_kind: String,
    pub referral_source: String,
    pub urgency: String,
    pub disorder_status: String,
    pub age_band: String,
    pub nationality: String,
    pub residence_country: String,
    pub residence_area: String,
    pub language: String,
    pub outcome: String,
    /// Network of the disorder, where one is named: a code to count by.
    pub network: String,
    /// Digest of the token by which an answer finds its thread.
    pub thread_token: String,
    pub satisfaction: Option<i32>,
    pub duration_seconds: Option<i32>,
    pub is_anonymous: bool,
    pub is_interpreted: bool,
    /// Whose key seals the free texts: the requester.
    pub subject_id: Uuid,
    pub requester_id: Uuid,
    /// The person concerned, where it is somebody else.
    pub concerned_id: Option<Uuid>,
    pub taken_by: Option<Uuid>,
    pub merged_into: Option<Uuid>,
    pub sealed_summary: Option<Vec<u8>>,
    pub sealed_disorder: Option<Vec<u8>>,
    pub sealed_note: Option<Vec<u8>>,
    pub sealed_profile: Option<Vec<u8>>,
    pub form_version: i32,
    /// Order in the queue: danger first, then what is due soonest.
    pub queue_key: i64,
    pub received_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub taken_at: Option<DateTimeUtc>,
    pub first_replied_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub changed_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
