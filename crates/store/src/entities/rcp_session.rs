//! Sessions of RCPs.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rcp_session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub series_id: Uuid,
    /// Day that the recurrence named; none for one planned by hand.
    pub nominal: Option<Date>,
    pub reality: String,
    pub coordinator_id: Uuid,
    pub starts_at: DateTimeUtc,
    pub minutes: i32,
    pub state: String,
    pub changed_at: DateTimeUtc,
    pub invited_at: Option<DateTimeUtc>,
    /// How the quorum came out, with the validation; empty before.
    pub quorum: String,
    /// Quorum and admission as they were when it was planned: a later change of the series opens nothing anew.
    pub rules: String,
    pub validated_by: Option<Uuid>,
    pub validated_at: Option<DateTimeUtc>,
    pub first_validated_at: Option<DateTimeUtc>,
    pub signed_by: Option<Uuid>,
    pub signed_at: Option<DateTimeUtc>,
    pub cancelled_at: Option<DateTimeUtc>,
    /// Number of the last invitation or change that calendars were told.
    pub sequence: i32,
    /// Counts changes of what the report says.
    pub report_revision: i32,
    pub version: i32,
    pub sealed_place: Option<Vec<u8>>,
    pub sealed_link: Option<Vec<u8>>,
    pub sealed_report: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
