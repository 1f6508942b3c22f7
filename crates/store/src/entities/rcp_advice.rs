//! The advice of a session on one file, and whether the person was told.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rcp_advice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub session_id: Uuid,
    pub file_id: Uuid,
    pub revision: i32,
    /// Who is of another opinion.
    pub dissent: String,
    /// Whether a clinician spoke to the person: `not-yet`, `explained`, `prefers-not-to-know`.
    pub told: String,
    pub told_by: Option<Uuid>,
    pub told_at: Option<DateTimeUtc>,
    /// How the report went to the treating physician, or why it did not; empty while nobody said.
    pub passed: String,
    pub passed_on: Option<Date>,
    pub passed_by: Option<Uuid>,
    pub passed_at: Option<DateTimeUtc>,
    pub sealed_passed_to: Option<Vec<u8>>,
    pub changed_at: DateTimeUtc,
    pub sealed_text: Option<Vec<u8>>,
    pub sealed_dissent: Option<Vec<u8>>,
    pub sealed_plain: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
