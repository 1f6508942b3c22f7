//! Why data are kept although their erasure was asked for.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "legal_hold")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Uuid,
    pub reason: String,
    pub set_by: Uuid,
    pub set_at: DateTimeUtc,
    pub until: Option<DateTimeUtc>,
    pub lifted_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
