//! What was confided, apart from the factual record.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "listening_note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enquiry_id: Uuid,
    pub author_id: Uuid,
    pub sealed_text: Option<Vec<u8>>,
    pub names_another: bool,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
