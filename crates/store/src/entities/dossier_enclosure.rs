//! A file that goes with an approved dossier, as it was approved: its name is a number, its content sealed with the key of the person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dossier_enclosure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dossier_id: Uuid,
    pub subject_id: Uuid,
    pub place: i32,
    pub kind: String,
    pub name: String,
    pub media_type: String,
    pub size: i64,
    pub sealed_bytes: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
