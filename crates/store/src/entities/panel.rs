//! A panel or a local advice: codes and times in clear; what is said, and the outcome, sealed with the key of the person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "panel")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: i64,
    pub file_id: Uuid,
    pub subject_id: Uuid,
    pub dossier_id: Uuid,
    pub recipient_id: Option<Uuid>,
    pub reality: String,
    pub kind: String,
    pub network: Option<String>,
    pub urgency: String,
    pub state: String,
    pub version: i32,
    pub author_id: Uuid,
    pub request_key: String,
    pub begun_at: DateTimeUtc,
    pub since: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub case_by: Option<Uuid>,
    pub case_at: Option<DateTimeUtc>,
    pub opened_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub decided_at: Option<DateTimeUtc>,
    pub asked_at: Option<DateTimeUtc>,
    pub end_reason: Option<String>,
    pub deletion_due_at: Option<DateTimeUtc>,
    pub deletion_asked_at: Option<DateTimeUtc>,
    pub told: String,
    pub told_by: Option<Uuid>,
    pub told_at: Option<DateTimeUtc>,
    pub document_id: Option<Uuid>,
    pub digest: Option<String>,
    pub sealed_head: Option<Vec<u8>>,
    pub sealed_outcome: Option<Vec<u8>>,
    pub sealed_plain: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
