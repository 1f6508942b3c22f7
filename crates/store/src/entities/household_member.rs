//! Files of people of one household; what each said of it is sealed with their own key.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "household_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub household_id: Uuid,
    pub file_id: Uuid,
    pub changed_at: DateTimeUtc,
    pub version: i32,
    pub sealed_facts: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
