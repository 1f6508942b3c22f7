//! Exceptional openings of closed records (duty D5).

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "broken_glass")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Uuid,
    pub account_id: Uuid,
    pub reason: String,
    pub state: String,
    pub asked_at: DateTimeUtc,
    pub judged_by: Option<Uuid>,
    pub judged_at: Option<DateTimeUtc>,
    pub until: Option<DateTimeUtc>,
    pub reviewed_by: Option<Uuid>,
    pub reviewed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
