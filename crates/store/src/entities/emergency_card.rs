//! A card for an emergency that a person took along: not what it says, only by which code it is known and until when it is good.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "emergency_card")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub subject_id: Uuid,
    pub code_digest: String,
    pub made_at: DateTimeUtc,
    pub expires_on: Date,
}

impl ActiveModelBehavior for ActiveModel {}
