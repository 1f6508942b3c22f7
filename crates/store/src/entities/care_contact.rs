//! Who stands around a person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "care_contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub author_id: Uuid,
    pub changed_at: DateTimeUtc,
    pub version: i32,
    pub sealed_text: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
