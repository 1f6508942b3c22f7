//! An entry in a file of the psycho-social service.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub kind: String,
    pub author_id: Uuid,
    pub on_day: Date,
    pub at: DateTimeUtc,
    pub sealed_text: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
