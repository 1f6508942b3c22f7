//! Marks on the checklists of a file.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "care_mark")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub file_id: Uuid,
    pub list: String,
    pub item: String,
    pub mark: String,
    pub author_id: Uuid,
    pub at: DateTimeUtc,
    pub sealed_text: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
