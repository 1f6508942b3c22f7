//! Hand-overs to the cell.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "handover")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Uuid,
    pub reason: String,
    pub state: String,
    pub sealed_message: Option<Vec<u8>>,
    pub sent_by: Uuid,
    pub sent_at: DateTimeUtc,
    pub received_at: Option<DateTimeUtc>,
    pub received_by: Option<Uuid>,
    pub declined: String,
    pub returned: String,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
