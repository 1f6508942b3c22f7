//! Files of the coordination cell.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: i64,
    /// Whose key seals the file: the person concerned.
    pub subject_id: Uuid,
    pub enquiry_id: Option<Uuid>,
    pub handover_id: Option<Uuid>,
    pub origin: String,
    pub brought_by: String,
    pub reality: String,
    pub state: String,
    /// Whether it was in active follow-up when it was last looked at.
    pub is_active: bool,
    pub follow_up_reason: String,
    pub follow_up_since: Option<DateTimeUtc>,
    pub psychosocial_holder: Option<Uuid>,
    pub medical_holder: Option<Uuid>,
    pub psychosocial_act_at: Option<DateTimeUtc>,
    pub medical_act_at: Option<DateTimeUtc>,
    pub discussed_at: Option<DateTimeUtc>,
    pub next_due: Option<Date>,
    pub received_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
    pub version: i32,
    pub summary_signatures: String,
    pub sealed_rules: Option<Vec<u8>>,
    pub sealed_head: Option<Vec<u8>>,
    pub sealed_summary: Option<Vec<u8>>,
    pub sealed_judged: Option<Vec<u8>>,
    /// Since when it presses; none when it does not.
    pub pressing_since: Option<DateTimeUtc>,
    /// Network of the disorder, to count by; empty where none is known.
    pub network: String,
}

impl ActiveModelBehavior for ActiveModel {}
