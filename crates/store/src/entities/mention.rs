//! Calls for a colleague.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mention")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Uuid,
    pub account_id: Uuid,
    pub called_by: Uuid,
    pub at: DateTimeUtc,
    pub seen_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
