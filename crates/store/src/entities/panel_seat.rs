//! An expert's place in a local advice: who they are is sealed with the key of the person whose case it is.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "panel_seat")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub panel_id: Uuid,
    pub subject_id: Uuid,
    pub is_lead: bool,
    pub state: String,
    pub version: i32,
    pub named_by: Uuid,
    pub named_at: DateTimeUtc,
    pub access_by: Option<Uuid>,
    pub access_at: Option<DateTimeUtc>,
    pub sent_at: Option<DateTimeUtc>,
    pub seated_at: Option<DateTimeUtc>,
    pub read_at: Option<DateTimeUtc>,
    pub wrote_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    pub decline: Option<String>,
    pub outbox_id: Option<Uuid>,
    pub sealed_card: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
