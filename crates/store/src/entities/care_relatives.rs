//! Who may inform relatives at risk, as the person said.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "care_relatives")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub prescriber_id: Uuid,
    pub asked_at: DateTimeUtc,
    pub author_id: Uuid,
    pub sealed_text: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
