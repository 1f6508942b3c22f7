//! One side of a contact between two families.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "family_side")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub contact_id: Uuid,
    pub file_id: Uuid,
    pub subject_id: Uuid,
    pub answer: String,
    pub means: String,
    pub answered_at: Option<DateTimeUtc>,
    pub version: i32,
    pub sealed_told: Option<Vec<u8>>,
    pub sealed_way: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
