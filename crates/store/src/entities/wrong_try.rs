//! Wrong tries per account and network, and from where the holder came before.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "wrong_try")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub controller_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub who: Vec<u8>,
    pub network: String,
    pub wrong: i32,
    pub known: bool,
    pub last_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
